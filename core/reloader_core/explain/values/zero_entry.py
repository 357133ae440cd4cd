"""A divisor that was read as 0: the entry that says so. Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator

from reloader_core.explain.causes import held, sources, text_parts
from reloader_core.explain.evidence import place, read_files, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_DEEPEST = 5
_INNER = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_ZERO = re.compile(r"[-+]?0+(?:\.0*)?")
_FIELDS = re.compile(r"[,;|\s=]+|:\s+")
_SIGNS = (",", ";", "\t", "|")
_MOST_SHOWN = 60
_OTHER_INPUTS = frozenset(
    "input argv stdin urlopen random randint getenv environ glob rglob iterdir listdir walk"
    " requests httpx connect".split()
)
_CHANGES = frozenset(
    "open load loads read_text DictReader update setdefault dict zip fromkeys Counter defaultdict"
    " pop clear".split()
)
Entry = tuple[str, int, str]
"""The file, or '' for the script itself; the line; and what stands there."""


def of_entry(facts: Facts, divisor: ast.expr) -> Diagnosis | None:
    """The only entry with a 0, where the divisor is a number that was read."""
    tree, home = place.tree_of(facts), scope.function_around(facts)
    if tree is None or sources.is_imported(facts) or _may_come_from_elsewhere(tree):
        return None
    advised = above(facts, divisor)
    if advised and (line := _line_written(tree, home or tree, divisor)) is not None:
        text = (facts.source or "").splitlines()[line - 1].strip().rstrip(",")
        values = (place.shown(facts, divisor), line, repr(text), advised)
        return Diagnosis(Kind.ZERO_IN_SCRIPT, values) if len(text) <= _MOST_SHOWN else None
    read = _read(tree, home or tree, divisor, 0)
    if read is None or not advised:
        return None
    entries = list(_entries(facts, read))
    if len(entries) != 1 or len(entries[0][2]) > _MOST_SHOWN:
        return None
    name, line, text = entries[0]
    what = place.shown(facts, divisor)
    if name:
        return Diagnosis(Kind.ZERO_IN_FILE, (what, line, name, repr(text), advised))
    return Diagnosis(Kind.ZERO_IN_SCRIPT, (what, line, repr(text), advised))


def _may_come_from_elsewhere(tree: ast.Module) -> bool:
    """What is typed, given to the script, fetched or found in a folder may be 0, too."""
    return any(
        isinstance(each, ast.Name)
        and each.id in _OTHER_INPUTS
        or isinstance(each, ast.Attribute)
        and each.attr in _OTHER_INPUTS
        for each in ast.walk(tree)
    )


# -- is it a number that was read


def _read(tree: ast.Module, home: ast.AST, node: ast.expr, steps: int) -> str | None:
    """The name of its column, '' if it has none; None: it may have been made otherwise."""
    if steps > _DEEPEST:
        return None
    match node:
        case ast.Call(func=ast.Name(id="int" | "float"), args=[text]):
            return _text(tree, home, text)
        case ast.Attribute(attr=attr):
            stored = [
                each
                for each in ast.walk(tree)
                if isinstance(each, ast.Attribute)
                and each.attr == attr
                and not isinstance(each.ctx, ast.Load)
            ]
            made = [
                each.value
                for each in ast.walk(tree)
                if isinstance(each, ast.Assign) and each.targets in [[one] for one in stored]
            ]
            return _only(tree, made, steps) if len(stored) == 1 else None
        case ast.Subscript(slice=ast.Constant(value=str(key))):
            return _of_key(tree, key, steps)
        case ast.Name(id=name) if isinstance(home, ast.FunctionDef) and name in scope.parameters(
            home
        ):
            return _of_parameter(tree, home, name, steps)
        case ast.Name(id=name):
            bound = scope.bindings(home, name)
            if len(bound) == 1 and _is_of_map(home, name):
                return ""
            value = held.value_of(tree, home, name)
            return _read(tree, home, value, steps + 1) if value is not None else None
    return None


def _only(tree: ast.Module, made: list[ast.expr], steps: int) -> str | None:
    home = scope.home_of(tree, made[0]) if len(made) == 1 else None
    return _read(tree, home, made[0], steps + 1) if home is not None else None


def _text(tree: ast.Module, home: ast.AST, text: ast.expr) -> str | None:
    """Of what is made a number: a part of a text, or what a function or class was given of it."""
    match text:
        case ast.Call(func=ast.Attribute(value=inner, attr="strip"), args=[]):
            return _text(tree, home, inner)
        case ast.Subscript(slice=ast.Constant(value=str(key))) if text_parts.is_part(
            tree, home, text
        ):
            return key
        case ast.Name(id=name) if isinstance(home, scope.Function):
            if name in scope.parameters(home) and not scope.bindings(home, name):
                return "" if _gets_parts(tree, home) else None
    return "" if text_parts.is_part(tree, home, text) else None


def _gets_parts(tree: ast.Module, function: scope.Function) -> bool:
    """The only call of the function, or of the class, gives it the parts of a text."""
    match _calls(tree, _called(tree, function)):
        case [ast.Call(args=[ast.Starred(value=parts)], keywords=[]) as call]:
            home = scope.home_of(tree, call) or tree
            if isinstance(parts, ast.Name):
                parts = held.value_of(tree, home, parts.id) or parts
            return text_parts.is_split(parts)
    return False


def _of_parameter(tree: ast.Module, function: ast.FunctionDef, name: str, steps: int) -> str | None:
    names = [each.arg for each in function.args.args][function.name == "__init__" :]
    match _calls(tree, _called(tree, function)):
        case [call] if name in names and not scope.bindings(function, name):
            at, home = names.index(name), scope.home_of(tree, call)
            is_plain = not any(isinstance(each, ast.Starred) for each in call.args)
            if is_plain and at < len(call.args) and home is not None:
                return _read(tree, home, call.args[at], steps + 1)
    return None


def _called(tree: ast.Module, function: scope.Function) -> str:
    """Its name, or that of its class, which calls it."""
    if function.name != "__init__":
        return function.name
    classes = (each for each in ast.walk(tree) if isinstance(each, ast.ClassDef))
    return next((each.name for each in classes if function in each.body), "")


def _calls(tree: ast.Module, name: str) -> list[ast.Call]:
    return [e for e in ast.walk(tree) if isinstance(e, ast.Call) and place.is_name(e.func, name)]


def _of_key(tree: ast.Module, key: str, steps: int) -> str | None:
    """`row["n"] = int(row["n"])`, or `{"n": int(parts[1])}`."""
    made: list[ast.expr] = []
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=found))], value=value):
                made += [value] if found == key else []
            case ast.Dict(keys=keys, values=values):
                made += [
                    value
                    for each, value in zip(keys, values, strict=True)
                    if isinstance(each, ast.Constant) and each.value == key
                ]
    return _only(tree, made, steps)


def _is_of_map(home: ast.AST, name: str) -> bool:
    """`a, b = map(int, line.split())`"""
    for node in scope.in_scope(home):
        match node:
            case ast.Assign(
                targets=[ast.Tuple(elts=targets)],
                value=ast.Call(func=ast.Name(id="map"), args=[ast.Name(id="int" | "float"), parts]),
            ) if any(place.is_name(each, name) for each in targets):
                return text_parts.is_split(parts)
    return False


# -- is it a number that is written out


def _line_written(tree: ast.Module, home: ast.AST, divisor: ast.expr) -> int | None:
    """Where the only 0 stands under this key, of several dictionaries that are written out."""
    if isinstance(divisor, ast.Name):
        divisor = held.value_of(tree, home, divisor.id) or divisor
    match divisor:
        case ast.Subscript(slice=ast.Constant(value=str(key))) if not _may_change(tree, key):
            values = list(_under(tree, key))
            numbers = [e.value if isinstance(e, ast.Constant) else None for e in values]
            zeros = [e.lineno for e, n in zip(values, numbers, strict=True) if n == 0]
            is_plain = all(type(number) in (int, float) for number in numbers)
            return zeros[0] if is_plain and len(values) > 1 and len(zeros) == 1 else None
    return None


def _under(tree: ast.Module, key: str) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            for each, value in zip(node.keys, node.values, strict=True):
                if isinstance(each, ast.Constant) and each.value == key:
                    yield value


def _may_change(tree: ast.Module, key: str) -> bool:
    """Another line may give what is under this key a value, or something is read from a file."""
    named = 0
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(ctx=ast.Store() | ast.Del(), slice=place_):
                if not isinstance(place_, ast.Constant) or place_.value == key:
                    return True
            case ast.Subscript(slice=ast.Constant(value=found)) if found == key:
                named += 1
            case ast.Dict(keys=keys):
                named += sum(isinstance(e, ast.Constant) and e.value == key for e in keys)
            case ast.Call(func=ast.Attribute(attr="get"), args=[ast.Constant(value=found), *_]) if (
                found == key
            ):
                named += 1
            case ast.Constant(value=found) if found == key:
                named -= 1
            case ast.keyword(arg=found) if found == key:
                return True
            case ast.Name(id=found) | ast.Attribute(attr=found) if found in _CHANGES:
                return True
    return named != 0


# -- where the 0 stands


def _entries(facts: Facts, column: str) -> Iterator[Entry]:
    source = (facts.source or "").splitlines()
    for name, first, whole in _texts(facts, source):
        lines = whole.split("\n")
        at = _column_of(lines, column) if column else None
        if column and at is None:
            continue
        for number, line in enumerate(lines, first):
            is_there = bool(name) or number <= len(source) and line in source[number - 1]
            if _has_zero(line, at) and is_there:
                yield name, number, line.strip()


def _texts(facts: Facts, source: list[str]) -> Iterator[tuple[str, int, str]]:
    """The files that the script names, and what is written out in it: the name, the number of the
    first line, the text."""
    for name, text in read_files.named(facts):
        if not name.endswith(".py"):
            yield name, 1, text
    listed = [
        each
        for items in place.every(facts, ast.expr)
        if isinstance(items, ast.List | ast.Tuple) and len(items.elts) > 1
        for each in items.elts
    ]
    for each in place.every(facts, ast.Constant):
        if isinstance(each.value, str) and ("\n" in each.value.strip() or each in listed):
            is_next = source[each.lineno - 1].rstrip().endswith("\\")
            yield "", each.lineno + is_next, each.value


def _column_of(lines: list[str], name: str) -> tuple[str, int] | None:
    """The sign between the columns, and the place of the one of this name."""
    header = next((each for each in lines if each.strip()), "")
    for sign in _SIGNS:
        names = next(csv.reader([header], delimiter=sign), [])
        if name in names and len(names) > 1:
            return sign, names.index(name)
    return None


def _has_zero(line: str, column: tuple[str, int] | None) -> bool:
    if column is None:
        fields = _FIELDS.split(line.strip())
        return len(fields) > 1 and any(_ZERO.fullmatch(each) for each in fields)
    fields = next(csv.reader([line], delimiter=column[0]), [])
    return column[1] < len(fields) and bool(_ZERO.fullmatch(fields[column[1]].strip()))


# -- what to do if it may be 0


def above(facts: Facts, divisor: ast.expr) -> str:
    """A line to write above the one that failed; '' if none fits there."""
    failed, what = place.statement(facts), place.shown(facts, divisor)
    tree = place.tree_of(facts)
    lines = (facts.source or "").splitlines()
    if not isinstance(failed, ast.Assign | ast.AugAssign | ast.Return | ast.Expr):
        return ""
    if "..." in what or lines[failed.lineno - 1][: failed.col_offset].strip():
        return ""
    if any(divisor in ast.walk(each) for each in ast.walk(failed) if isinstance(each, _INNER)):
        return ""  # its names are known in there only
    around = scope.function_around(facts)
    if isinstance(failed, ast.Return):
        return f"if {what} == 0: return 0"
    loops = [
        each
        for each in scope.in_scope(around or tree or failed)
        if isinstance(each, ast.For) and place.covers(each, facts.line)
    ]
    is_in_body = any(failed in ast.walk(part) for loop in loops for part in loop.body)
    return f"if {what} == 0: continue" if is_in_body else f"if {what} == 0: raise SystemExit()"
