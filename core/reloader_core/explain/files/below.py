"""A file that lies in a folder below, where its name is not written out but made for each of many:
how to write the folder before what makes it.

Asks the disk which files are there, as files.py.
"""

from __future__ import annotations

import ast
import os
import re
from itertools import islice
from pathlib import Path, PurePosixPath

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OPENERS = frozenset(
    "open read_text read_bytes read_csv read_excel read_json loadtxt genfromtxt imread getsize"
    " getmtime copy copy2 copyfile remove stat ZipFile".split()
)
_TAKE_NAMES = _OPENERS | {"print", "Path", "exists", "isfile"}
_TEXTS = frozenset("str input strip lower upper title replace join format".split())
"""What gives a text, whatever it is called on."""
_SIMPLE = re.compile(r"[\w .-]+(?:/[\w .-]+)*")
_QUOTE = re.compile(r"[rRfFuU]*(?:\"\"\"|'''|\"|')")
_ANY = ".+"
_MOST_FILES = 1000


def made(facts: Facts, missing: Diagnosis) -> Diagnosis:
    """`missing`, unless its one fixed name would be read for each of many."""
    named, folder, found = map(str, missing.values)
    given = _given(facts)
    below = PurePosixPath(found).parent.as_posix()
    unsure = Diagnosis(Kind.FILE_BELOW_FOLDER, (named, folder, below))
    if given is None or len(Path(named).parts) > 1 or not _SIMPLE.fullmatch(below):
        return missing if _literals(facts, named) else unsure
    if _is_written_once(facts, given, named):
        return missing
    others = _others(facts, given, Path(folder), Path(named).name)
    if others and _literals(facts, named):
        return missing
    changed = None if others else _changed(facts, given, below)
    if changed is None:
        return unsure
    what, instead = (place.in_full(facts, changed[0]), changed[1])
    if "..." in what + instead or _is_made_again(facts, changed[0]):
        return unsure
    values = (named, folder, below, changed[0].lineno, what, instead)
    return Diagnosis(Kind.FILE_BELOW_MADE, values)


def made_here(facts: Facts, missing: Diagnosis) -> Diagnosis:
    """The same, of what lies in no folder."""
    named, folder, found = map(str, missing.values)
    if _literals(facts, named):
        return missing
    return Diagnosis(Kind.FILE_HERE_MADE, (named, folder, found, named[: -len(found)]))


def _given(facts: Facts) -> ast.expr | None:
    """What the only call that may have failed takes for the file's name."""
    calls = [c for c in place.candidates(facts, ast.Call) if place.name_called(c) in _OPENERS]
    if len(calls) != 1:
        return None
    match calls[0]:
        case ast.Call(func=ast.Attribute(value=ast.Call(args=[inner]) as path)) if (
            place.name_called(path) == "Path"
        ):
            return inner
        case ast.Call(args=[ast.Call(args=[inner]) as path, *_]) if (
            place.name_called(path) == "Path"
        ):
            return inner
        case ast.Call(args=[first, *_]):
            return first
    return None


def _is_written_once(facts: Facts, given: ast.expr, named: str) -> bool:
    """There is one place to write the folder in, and it is for this file alone."""
    made_ = origin.value(facts, given) or given
    if not isinstance(made_, ast.Constant) and _pattern(made_) != _ANY:
        return False
    if isinstance(given, ast.Constant):
        return True
    texts = _literals(facts, named)
    if len(texts) != 1:
        return False
    return not any(_is_one_of_many(facts, node, texts[0]) for node in place.every(facts, ast.expr))


def _literals(facts: Facts, named: str) -> list[ast.Constant]:
    return [e for e in place.every(facts, ast.Constant) if e.value == named]


def _is_one_of_many(facts: Facts, node: ast.expr, text: ast.expr) -> bool:
    match node:
        case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
            return text in items and len(items) > 1
        case ast.Dict(values=values):
            return text in values and len(values) > 1
        case ast.Call(func=ast.Name(id=name), args=args) if text in args:
            calls = [e for e in place.every(facts, ast.Call) if place.is_name(e.func, name)]
            tree = place.tree_of(facts)
            return len(calls) > 1 and scope.plain_function(tree, name) is not None
    return False


def _others(facts: Facts, given: ast.expr, folder: Path, named: str) -> bool:
    """Files that lie where this one was looked for, and may be meant by the same expression."""
    made_ = origin.value(facts, given) or given
    pattern = _pattern(made_)
    written = {e.value for e in place.every(facts, ast.Constant)} if pattern != _ANY else set()
    try:
        with os.scandir(folder) as entries:
            names = [each.name for each in islice(entries, _MOST_FILES) if each.is_file()]
    except OSError:
        return True
    alike = [each for each in names if Path(each).suffix == Path(named).suffix]
    return any(re.fullmatch(pattern, each) and each not in written for each in alike)


def _pattern(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _pattern(left) + _pattern(right)
        case ast.JoinedStr(values=values):
            return "".join(map(_pattern, values))
    return _ANY


# -- the folder before it


def _changed(facts: Facts, given: ast.expr, below: str) -> tuple[ast.expr, str] | None:
    """What is to be written otherwise, and how."""
    if isinstance(given, ast.Name) and (assigned := origin.assigned(facts, given)) is not None:
        if not isinstance(assigned.value, ast.Constant) and _is_path_alone(facts, given):
            given = assigned.value
    instead = _with_folder(facts, given, below)
    return (given, instead) if instead else None


def _with_folder(facts: Facts, node: ast.expr, below: str) -> str:
    text = place.in_full(facts, node)
    first = node
    while isinstance(first, ast.BinOp) and isinstance(first.op, ast.Add | ast.Mod):
        first = first.left
    if isinstance(first, ast.Call) and isinstance(first.func, ast.Attribute):
        first = first.func.value if first.func.attr == "format" else first
    if isinstance(first, ast.JoinedStr) or place.is_text(first):
        opened = _QUOTE.match(text)
        return f"{opened[0]}{below}/{text[opened.end() :]}" if opened is not None else ""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        left, right = place.shown(facts, node.left), place.operand(facts, node.right)
        return f'{left} / "{below}" / {right}'
    if ast.unparse(first).startswith("os.path.join("):
        return _joined(facts, first, below) if first is node else ""
    if not _is_text(facts, first) and first is node:
        return ""
    return f'"{below}/" + {text}'


def _is_text(facts: Facts, node: ast.expr) -> bool:
    """And no Path, which nothing can be added to."""
    value = place.known(facts, node)
    if value is not None:
        return value.type == "str"
    return isinstance(node, ast.Call) and place.name_called(node) in _TEXTS


def _joined(facts: Facts, call: ast.expr, below: str) -> str:
    """`os.path.join(".", name)`"""
    match call:
        case ast.Call(args=[one, last]):
            begin, end = place.in_full(facts, one), place.in_full(facts, last)
            return f'{ast.unparse(call.func)}({begin}, "{below}", {end})'
    return ""


def _is_path_alone(facts: Facts, name: ast.Name) -> bool:
    """Nothing is done with the name but to open the file, or to print it."""
    tree = place.tree_of(facts)
    for node in ast.walk(tree) if tree is not None else ():
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, ast.Name) or child.id != name.id:
                continue
            is_taken = isinstance(node, ast.Call) and place.name_called(node) in _TAKE_NAMES
            is_shown = isinstance(node, ast.FormattedValue)
            if isinstance(child.ctx, ast.Load) and not is_taken and not is_shown:
                return False
    return True


def _is_made_again(facts: Facts, node: ast.expr) -> bool:
    """Another line makes the same name, too, and would need the folder as well."""
    if isinstance(node, ast.Name):
        uses = [c for c in place.every(facts, ast.Call) if place.name_called(c) in _OPENERS]
        alike = [c for c in uses if any(place.is_name(each, node.id) for each in c.args)]
        return len(alike) > 1
    same = [e for e in place.every(facts, type(node)) if ast.unparse(e) == ast.unparse(node)]
    return len(same) > 1
