"""A product of a table and one row of values, or another table, that is written out and has another
length. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import origin, place, scope
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
    table, made = (_made(facts, each) for each in pair)
    width = int(said["width"] or said["columns"])
    given = int(said["given"] or said["length"])
    if table is None or made is None:
        return None
    rows = _rows(facts, table.value, width)
    if rows is None:
        return None
    if _rows(facts, made.value) == given:
        return _of_tables(facts, pair, (table, made), (rows, width))
    if _length(made.value) != given:
        return None
    what, what2 = (place.shown(facts, each) for each in pair)
    found = (what, width, what2, made.lineno, given)
    if rows == given:
        return Diagnosis(Kind.PRODUCT_ROWS, (*found, f"{what2} @ {what}"))
    return Diagnosis(Kind.PRODUCT_VALUES, found)


def _of_tables(
    facts: Facts,
    pair: tuple[ast.Name, ast.Name],
    made: tuple[ast.Assign, ast.Assign],
    size: tuple[int, int],
) -> Diagnosis | None:
    """Two of them: which one is to be turned depends on what their rows and columns stand for.
    `size`: rows and columns of the first."""
    lengths = [_length(each) for each in _elements(made[1].value) or []]
    if not lengths or not all(isinstance(each.value, ast.Call) for each in made):
        return None  # no array, which has no .T
    what, what2 = (place.shown(facts, each) for each in pair)
    values = (what, made[0].lineno, size[1], what2, made[1].lineno, len(lengths))
    by_columns, by_rows = f"{what} @ {what2}.T", f"{what}.T @ {what2}"
    if lengths[0] == size[1] and len(lengths) == size[0]:
        return Diagnosis(Kind.PRODUCT_TURNED, (*values, by_columns, by_rows))
    if lengths[0] == size[1]:
        return Diagnosis(Kind.PRODUCT_BY_COLUMNS, (*values, by_columns))
    if len(lengths) == size[0]:
        return Diagnosis(Kind.PRODUCT_BY_ROWS, (*values, by_rows))
    return Diagnosis(Kind.PRODUCT_TABLES, values)


def _made(facts: Facts, node: ast.Name) -> ast.Assign | None:
    """The only line that gives it its value; of a parameter, the one that makes what its function's
    only call gives it."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if tree is None or function is None or node.id not in scope.parameters(function):
        return origin.assigned(facts, node)
    is_set = any(
        isinstance(each, ast.Name) and each.id == node.id and isinstance(each.ctx, ast.Store)
        for each in ast.walk(function)
    )
    match sources.calls_of(facts, tree, function):
        case [call] if scope.home_of(tree, call) is tree and not is_set:
            given = sources.argument(function, call, node.id)
        case _:
            return None
    if not isinstance(given, ast.Name) or scope.is_declared(tree, given.id):
        return None
    stores = scope.plain_stores(tree.body, given.id)
    is_one = len(stores) == len(scope.bindings(tree, given.id)) == 1
    return stores[0] if is_one else None


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


def _rows(facts: Facts, made: ast.expr | None, width: int | None = None) -> int | None:
    """How many the table has, if it is one of so many columns; None: of any."""
    match made:
        case ast.Call(
            func=ast.Attribute(attr="zeros" | "ones" | "full" | "empty"),
            args=[ast.Tuple(elts=[ast.Constant(value=int(rows)), ast.Constant(value=columns)]), *_],
        ):
            return rows if columns == width or width is None else None
        case ast.Call(func=ast.Attribute(attr="array" | "asarray"), args=[ast.Name() as named, *_]):
            made = origin.value(facts, named)
    lengths = [_length(each) for each in _elements(made) or []]
    is_even = len(set(lengths)) == 1 and None not in lengths
    return len(lengths) if is_even and width in (None, lengths[0]) else None
