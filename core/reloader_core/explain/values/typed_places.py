"""A place that was typed, counted from 1 as input() asks for it, and used as it is. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def of_list(facts: Facts, node: ast.Subscript, length: int) -> Diagnosis | None:
    """`rooms[int(input("Room (1-3): "))]`, of three rooms, and 3 was typed."""
    made = _typed(facts, node.slice, length)
    if made is None:
        return None
    what = place.shown(facts, node.value)
    instead = f"{what}[{place.operand(facts, node.slice)} - 1]"
    return Diagnosis(Kind.TYPED_PLACE, (what, length, made.lineno, instead))


def of_grid(
    facts: Facts, indices: tuple[ast.expr, ast.expr], values: tuple[str, int, int, str]
) -> Diagnosis | None:
    """Both were typed so."""
    lines = []
    for index, length in zip(indices, values[1:3], strict=True):
        made = _typed(facts, index, int(length))
        if made is None:
            return None
        lines.append(made.lineno)
    if lines[0] == lines[1]:
        return None
    row, column = (place.operand(facts, each) for each in indices)
    instead = f"{values[0]}[{row} - 1][{column} - 1]"
    return Diagnosis(Kind.TYPED_PLACES, (*values, *lines, instead))


def _typed(facts: Facts, index: ast.expr, length: int) -> ast.Call | None:
    """The only int(input("... 1-3 ...")) that can have made it."""
    if isinstance(index, ast.Name):
        made = sources.only(facts, index, "int")
        index = made.node if made is not None else index
    match index:
        case (
            ast.Call(
                func=ast.Name(id="int"),
                args=[ast.Call(func=ast.Name(id="input"), args=[ast.Constant(value=str(asked))])],
            ) as call
        ) if re.search(rf"\b1\s*(?:-|\u2013|to|and|bis|\.\.+)\s*{length}\b", asked):
            return call
    return None
