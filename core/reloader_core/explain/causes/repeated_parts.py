"""Texts that * has repeated and + has joined, where numbers were meant: made numbers of after that,
they would be other ones. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from reloader_core.explain.causes import sources, text_parts, typed_numbers, used_as
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TWO = (Kind.TEXTS_CALCULATED, Kind.TEXT_TAKEN_OUT)
_ONE = (
    *(Kind.CALCULATED_WITH_TEXT, Kind.COMPARED_WITH_TEXT, Kind.ADDED_TO, Kind.TEXT_AND_NUMBER),
    *(Kind.PERCENT_OF_TEXT, Kind.RANGE_OF),
)
_DEEPEST = 3
_MOST_SHOWN = 100


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`return hours * 60 + minutes`, of two parts of a text: the line that has joined them."""
    tree = place.tree_of(facts)
    count = 2 if found.kind in _TWO else 1 if found.kind in _ONE else 0
    if tree is None or not count or sources.is_imported(facts):
        return None
    shown = [str(each) for each in found.values[:count]]
    nodes = [place.shown_as(facts, each, ast.Call, ast.BinOp) for each in shown]
    made = [_made(facts, tree, each) if each is not None else None for each in nodes]
    if made[0] is None or any(each is None or each[0] is not made[0][0] for each in made):
        return None
    node, home = made[0]
    leaves = list(_leaves(tree, home, node))
    if None in leaves or not any(_is_repeated(each) for each in ast.walk(node)):
        return None
    parts = [each for each in leaves if each is not None]
    is_here = place.covers(node, facts.line)
    function = _function(facts, tree, parts, is_here=is_here)
    instead = _instead(facts, tree, node, parts, function) if function else ""
    if not instead:
        return None
    return Diagnosis(Kind.PARTS_REPEATED, (shown[0], node.lineno, instead))


def _is_repeated(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)


def _made(facts: Facts, tree: ast.Module, node: ast.expr) -> tuple[ast.BinOp, ast.AST] | None:
    """What has made this text, and the function or module that it stands in."""
    value = place.known(facts, node)
    names: list[sources.Named] = []
    if value is not None and value.text is not None and not re.fullmatch(_DIGITS, value.text):
        return None
    match node:
        case ast.BinOp():
            return node, scope.function_around(facts) or tree
        case ast.Call(func=ast.Attribute(attr=name)):
            made = _of_method(tree, name)
            names.append((tree, f".{name}()"))
        case _:
            source = sources.only(facts, node, "str")
            made = source.node if source is not None else None
            steps = source.steps if source is not None else ()
            names += [each for step in steps for each in step.names]
    home = scope.home_of(tree, made) if made is not None else None
    if not isinstance(made, ast.BinOp) or home is None or used_as.need_text(tree, names):
        return None
    return made, home


_DIGITS = r"[\d. ]+"


def _of_method(tree: ast.Module, name: str) -> ast.expr | None:
    """What the only function of this name gives back."""
    functions = [e for e in ast.walk(tree) if isinstance(e, ast.FunctionDef) and e.name == name]
    if len(functions) != 1 or functions[0].decorator_list:
        return None
    match [each for each in scope.in_scope(functions[0]) if isinstance(each, ast.Return)]:
        case [ast.Return(value=ast.expr() as value)]:
            return value
    return None


# -- the texts in it


def _leaves(tree: ast.Module, home: ast.AST, node: ast.expr) -> Iterator[ast.expr | None]:
    """Those that are to be numbers; None if it is not sure that all of them are texts."""
    match node:
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from _leaves(tree, home, left)
            yield from _leaves(tree, home, right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            if _is_count(right) or _is_count(left):
                yield from _leaves(tree, home, left if _is_count(right) else right)
            else:
                yield None
        case _:
            yield node if _is_text(tree, home, node) else None


def _is_count(node: ast.expr) -> bool:
    """A number, or a name of one in capitals."""
    match node:
        case ast.Constant(value=value):
            return type(value) is int
        case ast.Name(id=name):
            return name.isupper() and len(name) > 1
    return False


def _is_text(tree: ast.Module, home: ast.AST, node: ast.expr, deep: int = 0) -> bool:
    """Typed, or a part of a text that was taken apart."""
    match node:
        case ast.Subscript(value=whole, slice=ast.Constant(value=int())):
            return text_parts.is_split(whole) or text_parts.is_part(tree, home, node)
        case ast.Attribute(value=ast.Name(id="self"), attr=attr):
            given = [value for target, value in _given(tree) if _is_attribute(target, attr)]
            stores = [e for e in ast.walk(tree) if _is_attribute(e, attr) and _is_set(e)]
            return 0 < len(stores) == len(given) and all(map(_gives_text, given))
        case ast.Name(id=name):
            return _is_text_named(tree, home, name, deep)
    return typed_numbers.is_typed(node)


def _is_text_named(tree: ast.Module, home: ast.AST, name: str, deep: int) -> bool:
    if isinstance(home, scope.Function) and not scope.bindings(home, name):
        if name not in scope.parameters(home):
            home = tree
        else:
            return deep < _DEEPEST and _is_given_text(tree, home, name, deep + 1)
    given = [value for target, value in _given(home) if place.is_name(target, name)]
    return 0 < len(given) == len(scope.bindings(home, name)) and all(map(_gives_text, given))


def _is_given_text(tree: ast.Module, function: scope.Function, name: str, deep: int) -> bool:
    """In each call of a plain function."""
    names = [each.arg for each in function.args.args]
    calls = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and place.is_name(each.func, function.name)
    ]
    if scope.plain_function(tree, function.name) is not function or name not in names:
        return False
    at = names.index(name)
    for call in calls:
        home = scope.home_of(tree, call)
        if home is None or not place.is_by_place(call) or at >= len(call.args):
            return False
        if not _is_text(tree, home, call.args[at], deep):
            return False
    return bool(calls)


def _given(home: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is given which value; each of several the text that is taken apart."""
    for node in ast.walk(home) if isinstance(home, ast.Module) else scope.in_scope(home):
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=value):
                if text_parts.is_split(value):
                    yield from ((each, value) for each in targets)
            case ast.Assign(targets=[target], value=value):
                if not text_parts.is_split(value):
                    yield target, value


def _gives_text(value: ast.expr) -> bool:
    match value:
        case ast.Subscript(value=whole, slice=ast.Constant(value=int())):
            return text_parts.is_split(whole)
    return typed_numbers.is_typed(value) or text_parts.is_split(value)


def _is_attribute(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == name


def _is_set(node: ast.AST) -> bool:
    return not isinstance(getattr(node, "ctx", None), ast.Load)


# -- what to write


def _function(facts: Facts, tree: ast.Module, parts: list[ast.expr], *, is_here: bool) -> str:
    """float() where there may be places; '' if one of the texts is no number, or not
    known in the line that failed."""
    values = [place.known(facts, each) for each in parts] if is_here else []
    texts = [each.text for each in values if each is not None and each.text is not None]
    if any(not written.is_number("float", each) for each in texts):
        return ""
    if is_here and len(texts) < len(parts):
        return ""
    if texts:
        is_whole = all(written.is_number("int", each) for each in texts)
    else:
        said = [e.value for e in ast.walk(tree) if isinstance(e, ast.Constant)]
        digits = [e for e in said if isinstance(e, str) and re.search(r"\d", e)]
        is_whole = bool(digits) and not any(re.search(r"\d[.]\d", each) for each in digits)
    is_read = any(place.is_name(each, name) for each in ast.walk(tree) for name in _READ)
    return "int" if is_whole and (texts or not is_read) else "float"


_READ = ("open", "input", "csv", "float")


def _instead(
    facts: Facts, tree: ast.Module, node: ast.BinOp, parts: list[ast.expr], function: str
) -> str:
    """The statement, or what is calculated in it, if that is no plain one; '' if it is too long."""
    whole: ast.expr | ast.stmt = node
    for each in ast.walk(tree):
        if isinstance(each, ast.Assign | ast.AugAssign | ast.Return | ast.Expr):
            if node in ast.walk(each):
                whole = each
    if whole.lineno != whole.end_lineno:
        return ""
    line = (facts.source or "").splitlines()[whole.lineno - 1].encode()
    end = whole.end_col_offset or 0
    for each in sorted(parts, key=lambda part: -part.col_offset):
        begin, stop = each.col_offset, each.end_col_offset or 0
        changed = f"{function}(".encode() + line[begin:stop] + b")"
        line, end = line[:begin] + changed + line[stop:], end + len(changed) - (stop - begin)
    shown = line[whole.col_offset : end].decode()
    return shown if len(shown) <= _MOST_SHOWN else ""
