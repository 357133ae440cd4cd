"""The file that a table was read from, and how its values stand in it.

Reads the beginning of that file; whoever calls has seen to it that it may: see
explain/__init__.py.
"""

from __future__ import annotations

import ast
import csv
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


def of_table(facts: Facts, table: ast.expr) -> TableFile | None:
    """None: it is not sure which file, or it may not be read."""
    made = origin.value(facts, table)
    if made is not None and _reads(made):
        return of_call(facts, made)
    return only_one(facts)


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
    name = _text(facts, call.args[0], call) if call.args else ""
    folder = str(facts.told.get("folder", ""))
    if not name or not folder or not facts.may_read(Path(folder, name)):
        return None
    lines = _first_lines(Path(folder, name))
    return TableFile(call, Path(name).name, lines) if len(lines) > 1 else None


def _text(facts: Facts, node: ast.expr, inside: ast.AST) -> str:
    """Also of a name that is given only one text, or of a parameter that only gets one."""
    tree = place.tree_of(facts)
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name) if tree is not None:
            pass
        case _:
            return ""
    function = _function_of(tree, inside)
    if function is not None and name in scope.parameters(function):
        return _given(facts, tree, function, name)
    if function is not None and scope.bindings(function, name):
        return ""
    match [each for each in scope.in_scope(tree) if isinstance(each, ast.Assign)]:
        case assigns if len(scope.bindings(tree, name)) == 1:
            for each in assigns:
                match each:
                    case ast.Assign(
                        targets=[ast.Name(id=found)], value=ast.Constant(value=str(text))
                    ) if found == name and not scope.is_declared(tree, name):
                        return text
    return ""


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
    lines = text.splitlines()
    if len(data) == _MOST_BYTES:
        lines = lines[:-1]
    return tuple(each for each in lines if each.strip())[:_MOST_LINES]


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
