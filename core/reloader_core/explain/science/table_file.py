"""The file that a table was read from, and how its values stand in it.

Reads the beginning of that file; whoever calls has seen to it that it may: see
explain/__init__.py.
"""

from __future__ import annotations

import ast
import csv
import sys
from dataclasses import dataclass
from pathlib import Path

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts

_MOST_BYTES = 1 << 16
_MOST_LINES = 60
_SIGNS = (";", "\t", "|", ",")
_OTHER_TABLES = (
    "DataFrame", "read_excel", "read_json", "read_sql", "read_html", "read_table", "read_fwf",
    "read_parquet", "read_pickle", "read_sql_query", "read_clipboard", "from_dict", "concat",
    "merge", "json_normalize",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableFile:
    """`lines`: the first that are not empty, without their ends."""

    call: ast.Call
    name: str
    lines: tuple[str, ...]

    @property
    def keywords(self) -> set[str | None]:
        return {each.arg for each in self.call.keywords}

    def rows(self, sign: str) -> list[list[str]]:
        return [next(csv.reader([line], delimiter=sign), []) for line in self.lines]

    @property
    def sign(self) -> str:
        """What stands between the values as far as the call tells; '' if it does not."""
        for each in self.call.keywords:
            if each.arg in ("sep", "delimiter"):
                match each.value:
                    case ast.Constant(value=str(sign)) if len(sign) == 1:
                        return sign
                return ""
        return "," if len(self.call.args) == 1 else ""


_KEEP_ROWS = (
    "copy", "dropna", "drop_duplicates", "drop", "head", "tail", "sample", "query", "sort_values",
    "sort_index", "nlargest", "nsmallest", "reset_index", "rename", "set_index",
)  # fmt: skip
_KEEP_NAMES = ("fillna", "astype", "round", "assign", "replace", "ffill", "bfill", "interpolate")
_CHOOSE = (ast.Compare, ast.BinOp, ast.UnaryOp, ast.Call, ast.List)
"""What stands in the brackets behind a table, if it gives a table."""


def of_table(facts: Facts, table: ast.expr, values: bool = False) -> TableFile | None:
    """None: it is not sure which file, or it may not be read, or the table has other columns;
    `values`: or other values."""
    made = origin.value(facts, table)
    if made is not None and _reads(made):
        return of_call(facts, made)
    methods = _KEEP_ROWS if values else (*_KEEP_ROWS, *_KEEP_NAMES)
    return only_one(facts) if _is_kept(facts, table, methods, frozenset()) else None


def _is_kept(
    facts: Facts, node: ast.expr, methods: tuple[str, ...], asked: frozenset[tuple[int, str]]
) -> bool:
    """What read_csv() has given, if with less of its rows or columns. `asked`: names that are being
    looked at, as in `table = table.dropna()`."""
    around: ast.AST | None
    made: list[ast.expr | None]
    match node:
        case ast.Call() if _reads(node):
            return True
        case ast.Call(func=ast.Attribute(value=inner, attr=name)):
            return name in methods and _is_kept(facts, inner, methods, asked)
        case ast.Subscript(value=ast.Attribute(value=inner, attr="loc"), slice=rows):
            is_part = isinstance(rows, ast.Tuple | ast.Constant)
            return not is_part and _is_kept(facts, inner, methods, asked)
        case ast.Subscript(value=inner, slice=chosen) if isinstance(chosen, _CHOOSE):
            return _is_kept(facts, inner, methods, asked)
        case ast.Call(func=ast.Name(id=name)):
            around = scope.plain_function(place.tree_of(facts), name)
            made = [each.value for each in scope.returns_of(place.tree_of(facts), name)]
        case ast.Name(id=name) | ast.Attribute(attr=name):
            around, made = _given_values(facts, node)
        case _:
            return False
    key = id(around), name
    return (
        key in asked
        or bool(made)
        and all(each is not None and _is_kept(facts, each, methods, asked | {key}) for each in made)
    )


def _given_values(
    facts: Facts, what: ast.Name | ast.Attribute
) -> tuple[ast.AST | None, list[ast.expr | None]]:
    """All that the name is given in the function or module that it belongs to, or the attribute
    anywhere; [] if that is not known."""
    tree = place.tree_of(facts)
    if tree is None or isinstance(what, ast.Attribute):
        return tree, _set_as(facts, what.attr) if isinstance(what, ast.Attribute) else []
    function = _function_of(tree, what)
    if function is not None and what.id in scope.parameters(function):
        is_set = bool(scope.bindings(function, what.id))
        return function, [] if is_set else _passed(facts, tree, function, what.id)
    is_local = function is not None and bool(scope.bindings(function, what.id))
    around: ast.AST = function if function is not None and is_local else tree
    made: list[ast.expr | None] = [
        node.value
        for node in scope.in_scope(around)
        if isinstance(node, ast.Assign)
        and len(node.targets) == 1
        and place.is_name(node.targets[0], what.id)
    ]
    return around, made if len(made) == len(scope.bindings(around, what.id)) else []


def _set_as(facts: Facts, attribute: str) -> list[ast.expr | None]:
    """`self.table = ...`"""
    return [
        node.value
        for node in place.every(facts, ast.Assign)
        if any(isinstance(each, ast.Attribute) and each.attr == attribute for each in node.targets)
    ]


def _passed(
    facts: Facts, tree: ast.Module, function: ast.FunctionDef, name: str
) -> list[ast.expr | None]:
    """What all calls of this function in the file give as that parameter."""
    names = [each.arg for each in function.args.args]
    if scope.plain_function(tree, function.name) is not function or name not in names:
        return []
    found: list[ast.expr | None] = []
    for call in place.every(facts, ast.Call):
        if place.is_name(call.func, function.name):
            given = [each.value for each in call.keywords if each.arg == name]
            given += call.args[names.index(name) : names.index(name) + 1]
            if len(given) != 1 or isinstance(given[0], ast.Starred):
                return []
            found += given
    return found


def only_one(facts: Facts) -> TableFile | None:
    """Of the only table that the script makes of a file or otherwise."""
    calls = list(place.every(facts, ast.Call))
    if any(place.name_called(call) in _OTHER_TABLES for call in calls):
        return None
    reading = [call for call in calls if _reads(call)]
    return of_call(facts, reading[0]) if len(reading) == 1 else None


def _reads(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and place.name_called(node) == "read_csv"


def of_call(facts: Facts, call: ast.expr) -> TableFile | None:
    """What this call reads."""
    assert isinstance(call, ast.Call)
    if (text := _held(facts, call)) is not None:
        return text
    name = _text(facts, call.args[0], call) if call.args else ""
    folder = str(facts.told.get("folder", ""))
    if not name or not folder or not facts.may_read(Path(folder, name)):
        return None
    lines = _first_lines(Path(folder, name))
    return TableFile(call, Path(name).name, lines) if len(lines) > 1 else None


def _held(facts: Facts, call: ast.Call) -> TableFile | None:
    """`read_csv(io.StringIO(text))`: the text is called as in the script."""
    match call.args[0] if call.args else None:
        case ast.Call(args=[node]) as inside if place.name_called(inside) == "StringIO":
            lines = _full_lines(_text(facts, node, call))
            shown = place.shown(facts, node) if isinstance(node, ast.Name) else "StringIO()"
            return TableFile(call, shown, lines) if len(lines) > 1 else None
    return None


def _text(facts: Facts, node: ast.expr, inside: ast.AST) -> str:
    """Also of a name that is given only one text, or of a parameter that only gets one."""
    tree = place.tree_of(facts)
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Call(func=ast.Attribute(attr="join", value=ast.expr() as owner), args=[_, *_]) if (
            ast.unparse(owner) in ("os.path", "path")
        ):
            return _joined(facts, node.args, inside)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _joined(facts, [left, right], inside)
        case _ if ast.unparse(node) in _OWN_FOLDER:
            return str(facts.file.parent) if facts.file is not None else ""
        case ast.Name(id=name) if tree is not None:
            pass
        case _:
            return ""
    function = _function_of(tree, inside)
    if function is not None and name in scope.parameters(function):
        return _given(facts, tree, function, name)
    if function is not None and scope.bindings(function, name):
        return ""
    made = _made(tree, name)
    is_above = made is not None and (function is not None or _line(made) < _line(inside))
    return _text(facts, made.value, made) if made is not None and is_above else ""


_OWN_FOLDER = (
    "os.path.dirname(__file__)", "os.path.dirname(os.path.abspath(__file__))",
    "os.path.dirname(os.path.realpath(__file__))", "Path(__file__).parent",
    "Path(__file__).resolve().parent", "Path(__file__).absolute().parent",
)  # fmt: skip
"""Of the file that it stands in."""


def _joined(facts: Facts, parts: list[ast.expr], inside: ast.AST) -> str:
    """`os.path.join(folder, "scores.csv")`, `folder / "scores.csv"`"""
    texts = [_text(facts, each, inside) for each in parts]
    return str(Path(*texts)) if all(texts) else ""


def _made(tree: ast.Module, name: str) -> ast.Assign | None:
    """The only statement that gives this name of the module a value."""
    if len(scope.bindings(tree, name)) != 1 or scope.is_declared(tree, name):
        return None
    for node in scope.in_scope(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)]) if found == name:
                return node
    return None


def _line(node: ast.AST) -> int:
    """A module's is behind all others."""
    return int(getattr(node, "lineno", sys.maxsize))


def _given(facts: Facts, tree: ast.Module, function: ast.FunctionDef, name: str) -> str:
    """What all calls of this function give as that parameter."""
    names = [each.arg for each in function.args.args]
    if scope.plain_function(tree, function.name) is not function or name not in names:
        return ""
    if scope.bindings(function, name):
        return ""
    found = set()
    for call in place.every(facts, ast.Call):
        if place.name_called(call) != function.name:
            continue
        given = [each.value for each in call.keywords if each.arg == name]
        given += call.args[names.index(name) : names.index(name) + 1]
        match given:
            case [ast.Constant(value=str(text))]:
                found.add(text)
            case [ast.Name() as other] if _function_of(tree, call) is None:
                found.add(_text(facts, other, tree))
            case _:
                return ""
    return found.pop() if len(found) == 1 else ""


def _function_of(tree: ast.Module, node: ast.AST) -> ast.FunctionDef | None:
    """The innermost one that it stands in."""
    around = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef) and any(node is part for part in ast.walk(each))
    ]
    return max(around, key=lambda each: each.lineno, default=None)


def _first_lines(path: Path) -> tuple[str, ...]:
    try:
        with open(path, "rb") as file:
            data = file.read(_MOST_BYTES)
    except (OSError, ValueError):
        return ()
    if b"\0" in data:
        return ()
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    if len(data) == _MOST_BYTES:
        text = "\n".join(text.splitlines()[:-1])
    return _full_lines(text)


def _full_lines(text: str) -> tuple[str, ...]:
    return tuple(each for each in text.splitlines() if each.strip())[:_MOST_LINES]


def separator(rows: TableFile) -> str:
    """The sign that surely stands between the values, of more than one in each line; '' if it is
    the one that the call names, or none is sure."""
    used = rows.sign
    if not used or any(len(row) != 1 for row in rows.rows(used)[:1]):
        return ""
    fitting = []
    for sign in _SIGNS:
        lengths = {len(row) for row in rows.rows(sign)}
        if sign != used and len(lengths) == 1 and lengths.pop() > 1:
            fitting.append(sign)
    return fitting[0] if len(fitting) == 1 else ""
