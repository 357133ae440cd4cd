"""A product of a table and one row of values that is written out, and has another length. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SIZES = re.compile(
    r"matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature .*"
    r"\(size (?P<given>\d+) is different from (?P<width>\d+)\)"
    r"|shapes \(\d+,(?P<columns>\d+)\) and \((?P<length>\d+),\) not aligned"
)
_FUNCTIONS = ("dot", "matmul")


def of_values(facts: Facts) -> Diagnosis | None:
    """`grades @ weights`, np.dot(grades, weights), grades.dot(weights)"""
    said, pair = _SIZES.match(facts.message), _pair(facts)
    if said is None or pair is None or not is_from(facts, "C", "numpy"):
        return None
    table, values = pair
    width = int(said["width"] or said["columns"])
    given = int(said["given"] or said["length"])
    made = origin.assigned(facts, values)
    if made is None or _length(made.value) != given:
        return None
    rows = _rows(facts, table, width)
    if rows is None:
        return None
    what, what2 = place.shown(facts, table), place.shown(facts, values)
    found = (what, width, what2, made.lineno, given)
    if rows == given:
        return Diagnosis(Kind.PRODUCT_ROWS, (*found, f"{what2} @ {what}"))
    return Diagnosis(Kind.PRODUCT_VALUES, found)


def _pair(facts: Facts) -> tuple[ast.Name, ast.Name] | None:
    found: list[tuple[ast.expr, ast.expr]] = []
    for node in place.candidates(facts, ast.BinOp):
        if isinstance(node.op, ast.MatMult):
            found.append((node.left, node.right))
    for call in place.candidates(facts, ast.Call):
        match call:
            case ast.Call(func=ast.Attribute(attr=name), args=[one, other], keywords=[]):
                found += [(one, other)] if name in _FUNCTIONS else []
            case ast.Call(func=ast.Attribute(value=one, attr="dot"), args=[other], keywords=[]):
                found.append((one, other))
    match found:
        case [(ast.Name() as table, ast.Name() as values)]:
            return table, values
    return None


def _elements(node: ast.expr | None) -> list[ast.expr] | None:
    """Of a list that is written out, in np.array() or alone."""
    match node:
        case ast.Call(func=ast.Attribute(attr="array" | "asarray"), args=[inner, *_]):
            return _elements(inner)
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            return None if any(isinstance(e, ast.Starred) for e in elements) else elements
    return None


def _length(node: ast.expr) -> int | None:
    """Of one row of numbers."""
    elements = _elements(node)
    if elements is None or not all(isinstance(e, ast.Constant | ast.UnaryOp) for e in elements):
        return None
    return len(elements)


def _rows(facts: Facts, table: ast.Name, width: int) -> int | None:
    """How many the table has, if it is one of so many columns."""
    made = origin.value(facts, table)
    match made:
        case ast.Call(
            func=ast.Attribute(attr="zeros" | "ones" | "full" | "empty"),
            args=[ast.Tuple(elts=[ast.Constant(value=int(rows)), ast.Constant(value=columns)]), *_],
        ):
            return rows if columns == width else None
        case ast.Call(func=ast.Attribute(attr="array" | "asarray"), args=[ast.Name() as named, *_]):
            made = origin.value(facts, named)
    lengths = [_length(each) for each in _elements(made) or []]
    return len(lengths) if lengths and set(lengths) == {width} else None
