"""A place in a list of lists that is one behind the last: how many there are was taken for it, or
the lists were made one too short for the loop. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import longer

Indices = tuple[ast.expr, ast.expr]


def one_behind(
    facts: Facts, grid: ast.expr, indices: Indices, at: int, values: tuple[str, int, int, str]
) -> Diagnosis | None:
    """`at`: which of the two is as large as there are lists, or items in the first one."""
    index = indices[at]
    if not isinstance(index, ast.Name) or not isinstance(grid, ast.Name):
        return None
    if (loop := _loop_of(facts, index.id)) is not None:
        return _made_short(facts, grid, loop, at, values)
    if not _is_count(facts, index):
        return None
    shown = [place.shown(facts, each) for each in indices]
    shown[at] += " - 1"
    instead = f"{values[0]}[{shown[0]}][{shown[1]}]"
    return None if "..." in instead else Diagnosis(Kind.GRID_LAST, (*values, index.id, instead))


# -- how many there are


def _is_count(facts: Facts, index: ast.Name) -> bool:
    """It keeps its value, and lists are made with so many items."""
    function, made = scope.function_around(facts), origin.assigned(facts, index)
    if function is not None and index.id in scope.parameters(function):
        if scope.bindings(function, index.id):
            return False
    elif made is None or not _is_number(made.value):
        return False
    return any(_makes(node, index.id) for node in place.every(facts, ast.AST))


def _is_number(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=int()) | ast.Call(func=ast.Name(id="int" | "len")):
            return True
    return False


def _makes(node: ast.AST, name: str) -> bool:
    """`[0] * n`, or a loop over range(n) that appends."""
    match node:
        case ast.BinOp(left=ast.List(), op=ast.Mult(), right=ast.Name(id=size)):
            return size == name
        case ast.comprehension(iter=made):
            return _is_range(made, name)
        case ast.For(iter=made, body=body) if _is_range(made, name):
            called = [e for part in body for e in ast.walk(part) if isinstance(e, ast.Attribute)]
            return any(each.attr == "append" for each in called)
    return False


def _is_range(made: ast.expr, name: str) -> bool:
    match made:
        case ast.Call(func=ast.Name(id="range"), args=[ast.Name(id=size)]):
            return size == name
    return False


# -- a loop that goes one farther


def _loop_of(facts: Facts, name: str) -> ast.For | None:
    for loop in place.every(facts, ast.For):
        if place.covers(loop, facts.line) and place.is_name(loop.target, name):
            return loop
    return None


def _made_short(
    facts: Facts, grid: ast.Name, loop: ast.For, at: int, values: tuple[str, int, int, str]
) -> Diagnosis | None:
    """`range(1, n + 1)`, of lists that were made with n places and are filled by this loop."""
    match loop.iter:
        case ast.Call(
            func=ast.Name(id="range"),
            args=[
                ast.Constant(value=int(start)),
                ast.BinOp(left=most, op=ast.Add(), right=ast.Constant(value=1)),
            ],
        ) if start > 0:
            made = longer.made_with(facts, grid, of_rows=bool(at), size=ast.unparse(most))
            if made is not None and _fills(loop, grid.id, at):
                what = f"{values[0]}[0]" if at else values[0]
                return Diagnosis(Kind.LIST_ONE_SHORT, (loop.lineno, values[1 + at], what, *made))
    return None


def _fills(loop: ast.For, grid: str, at: int) -> bool:
    name = ast.unparse(loop.target)
    for node in ast.walk(loop):
        match node:
            case ast.Subscript(
                value=ast.Subscript(value=ast.Name(id=filled), slice=first),
                slice=second,
                ctx=ast.Store(),
            ) if filled == grid and place.is_name((first, second)[at], name):
                return True
    return False
