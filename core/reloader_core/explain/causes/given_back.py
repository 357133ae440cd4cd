"""A function that gives back nothing because of what its loop does. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_WORKED_OUT = (ast.BinOp, ast.Subscript, ast.Tuple, ast.List, ast.Dict, ast.JoinedStr, ast.IfExp)
"""A line with nothing but one of these does nothing. A name alone may lack its brackets, and == may
be meant to give a value."""


def not_yielded(facts: Facts, found: Diagnosis) -> Diagnosis:
    """What a loop is to go through is made by a loop of that function, one after the other, and
    given to nobody: a single `return` would not mend it."""
    if found.kind is not Kind.NO_RETURN:
        return found
    what, name, line = found.values
    for function in place.every(facts, ast.FunctionDef):
        if (function.name, function.lineno) != (name, line):
            continue
        lost = [
            each
            for loop in scope.in_scope(function)
            if isinstance(loop, ast.For)
            for each in loop.body
            if isinstance(each, ast.Expr) and isinstance(each.value, _WORKED_OUT)
            if not _is_to_change(function, each.value)
        ]
        if len(lost) == 1:
            instead = f"yield {place.in_full(facts, lost[0].value)}"
            if "..." not in instead:
                values = (what, f"{name}()", lost[0].lineno, instead)
                return Diagnosis(Kind.YIELD_FORGOTTEN, values)
    return found


def _is_to_change(function: ast.FunctionDef, value: ast.expr) -> bool:
    """`total + price`, where += may be meant."""
    match value:
        case ast.BinOp(left=ast.Name(id=name)):
            return bool(scope.plain_stores(scope.in_scope(function), name))
    return False


def ended_first(facts: Facts, node: ast.AST, function: ast.FunctionDef) -> Diagnosis | None:
    """`return None` as the last line of a loop, which so ends in its first round, where the lines
    above it have found nothing."""
    for loop in function.body:
        match loop:
            case ast.For(body=[_, *_, ast.Return() as last], orelse=[]) if place.is_none(
                last.value
            ):
                pass
            case _:
                continue
        others = [
            each
            for part in loop.body[:-1]
            for each in ast.walk(part)
            if isinstance(each, ast.Return) and not place.is_none(each.value)
        ]
        rest = function.body[function.body.index(loop) + 1 :]
        goes_on = any(isinstance(each, ast.Continue) for each in ast.walk(loop))
        if others and not rest and not goes_on:
            values = (place.shown(facts, node), f"{function.name}()", last.lineno, loop.lineno)
            return Diagnosis(Kind.NONE_AFTER_ROUND, values)
    return None
