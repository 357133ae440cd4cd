"""Values in the columns of a table of pandas' that are not what is done with them. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain import place
from reloader_core.explain.columns import is_column
from reloader_core.explain.diagnosis import Diagnosis, Kind
from reloader_core.explain.facts import Facts
from reloader_core.explain.given import called
from reloader_core.explain.said_by import is_from, message

_NO_NUMBER = re.compile(
    r"(?:could not convert string to float|Unable to parse string"
    r"|(invalid literal for int\(\) with base 10)):? (?:np\.str_\()?(['\"].{0,40}?['\"])\)?"
    r"(?: at position \d+)?$"
)
_TURNS = ("astype", "to_numeric", "read_csv", "apply")


def number_of_text(facts: Facts) -> Diagnosis | None:
    """A column with text that is no number."""
    said = _NO_NUMBER.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    if (call := called(facts, *_FUNCTIONS)) is not None:
        return Diagnosis(Kind.COLUMN_OF_TEXT, (place.shown(facts, call.func).rpartition(".")[2],))
    if called(facts, *_TURNS) is None:
        return Diagnosis(Kind.TEXT_AMONG_NUMBERS, (said[2],))
    if re.fullmatch(r".-?\d{1,3}(?:\.\d{3})*,\d+.", said[2]):
        return Diagnosis(Kind.COLUMN_COMMA, (said[2],))
    if said[1] and re.fullmatch(r".\s*-?\d+\.\d*\s*.", said[2]):
        return Diagnosis(Kind.COLUMN_DECIMAL, (said[2],))
    return Diagnosis(Kind.COLUMN_NUMBER, (said[2],))


_REDUCED = re.compile(
    r"Cannot perform reduction '(\w+)' with string dtype"
    r"|dtype '(?:str|string|object)' does not support operation '(\w+)'"
    r"|Could not convert .{0,200} to numeric$"
)
_FUNCTIONS = ("mean", "median", "std", "var", "sum", "prod", "sem", "skew", "kurt")
_OPERATION = re.compile(
    r"unsupported operand type\(s\) for (\S+(?: or pow\(\))?): '(\w+)' and '(\w+)'"
    r"|'([<>]=?)' not supported between instances of '(\w+)' and '(\w+)'"
    r"|(can only concatenate str) \(not \"(\w+)\"\) to str"
)
_CALCULATES = ("pandas/core/ops/", "pandas/core/arrays/", "pandas/_libs/ops", "core/computation/")
_SORTS = ("pandas/core/sorting.py", "pandas/core/algorithms.py", "core/arrays/categorical.py")


def reduced(facts: Facts) -> Diagnosis | None:
    """`column.mean()`, of text."""
    said = _REDUCED.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    name, call = said[1] or said[2], called(facts, *_FUNCTIONS)
    if name is None and call is not None:
        name = place.shown(facts, call.func).rpartition(".")[2]
    return Diagnosis(Kind.COLUMN_OF_TEXT, (name,)) if name in _FUNCTIONS else None


def operation(facts: Facts) -> Diagnosis | None:
    """Between columns, of their values."""
    said = _OPERATION.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    sign, one, other = said[1] or said[4] or "+", said[2] or said[5] or "str", ""
    other = said[3] or said[6] or said[8]
    path = str(facts.told.get("innermost_file", "")).replace("\\", "/")
    if any(each in path for each in _SORTS) and said[4]:
        return Diagnosis(Kind.COLUMN_SORTED, (one, other))
    signs = [
        each for each in place.in_statement(facts) if isinstance(each, ast.operator | ast.cmpop)
    ]
    if not signs or not any(each in path for each in _CALCULATES):
        return None
    if not {one, other} <= {"str", "int", "float", "bool", "NoneType"}:
        return None
    sign = sign.partition(" ")[0]  # ** or pow()
    if one == other == "str":
        return Diagnosis(Kind.COLUMN_TEXTS, (sign,))
    return Diagnosis(Kind.COLUMN_OPERATION, (sign, one, other))


def text_and_column(facts: Facts) -> Diagnosis | None:
    """`"Total: " + numbers`, of a column or an array."""
    if not re.match(
        r"ufunc 'add' did not contain a loop with signature matching types", message(facts)
    ):
        return None
    nodes = [
        node
        for node in place.in_statement(facts)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
    ]
    for left, right in ((node.left, node.right) for node in nodes if len(nodes) == 1):
        for text, other in ((left, right), (right, left)):
            value = place.known(facts, other)
            is_array = value is not None and value.name == "ndarray"
            if place.type_of(facts, text) != "str" or not (is_array or is_column(facts, other)):
                continue
            shown = place.shown(facts, other)
            turned = f"str({shown})" if is_array else f"{shown}.astype(str)"
            whole = (text, turned) if text is left else (turned, text)
            parts = [each if isinstance(each, str) else place.shown(facts, each) for each in whole]
            values = place.shown(facts, text), shown, " + ".join(parts)
            return Diagnosis(Kind.TEXT_PLUS_COLUMN, values)
    return None


def adds_text(facts: Facts) -> bool:
    """A text stands beside a + in the line, which is no number that was read as text."""
    return any(
        place.type_of(facts, side) == "str"
        for node in place.in_statement(facts)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
        for side in (node.left, node.right)
    )
