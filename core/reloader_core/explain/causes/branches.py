"""The branch of a function that has no `return`: where it has come to its end. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def ended(facts: Facts, function: ast.FunctionDef, what: str) -> Diagnosis | None:
    """There is only one line behind which it can have come to its end. Not if it calls itself: then
    what that gives may be meant to be handed on."""
    calls = [each for each in ast.walk(function) if isinstance(each, ast.Call)]
    if any(place.name_called(each) == function.name for each in calls):
        return None
    match list(last_lines(function.body)):
        case [ast.Expr(value=ast.Call()) as last] if place.begins_line(facts, last):
            if not _shares_line(function, last):
                end = last.end_lineno or last.lineno
                return Diagnosis(Kind.ENDED_BEHIND, (what, f"{function.name}()", end))
    return None


def unreturned(facts: Facts, function: ast.FunctionDef, what: str) -> Diagnosis | None:
    """Each way to its end goes through a line that gives the same name a value, which nobody asks
    for from there on."""
    ends = list(last_lines(function.body))
    names = {_given(each) for each in ends}
    name = names.pop() if len(names) == 1 else ""
    last = function.body[-1]
    if not name or last.lineno == function.lineno or _is_of_others(function, name):
        return None
    values = (what, f"{function.name}()", name, ", ".join(str(e.lineno) for e in ends if e))
    if len(ends) == 1 and ends[0] is not None:
        end = ends[0]
        if not place.begins_line(facts, end) or _shares_line(function, end):
            return None
        below = (end.end_lineno or end.lineno, f"return {name}")
        return Diagnosis(Kind.BRANCH_NOT_GIVEN, (*values, *below))
    if not place.begins_line(facts, last) or not isinstance(last, ast.If):
        return None
    end_line = last.end_lineno or last.lineno
    return Diagnosis(Kind.BRANCHES_NOT_GIVEN, (*values, end_line, last.lineno, f"return {name}"))


def last_lines(body: list[ast.stmt]) -> Iterator[ast.stmt | None]:
    """Of each branch whose end can be reached; None for one that is not written, or not sure."""
    if not origin.ends(body):
        return
    match body[-1] if body else None:
        case ast.If(body=first, orelse=other):
            yield from last_lines(first)
            yield from last_lines(other) if other else (None,)
        case ast.With(body=inner):
            yield from last_lines(inner)
        case ast.Try(body=tried, handlers=handlers, orelse=other, finalbody=[]):
            yield from last_lines(other or tried)
            for each in handlers:
                yield from last_lines(each.body)
        case ast.For() | ast.While() | ast.Match() | ast.Try():
            yield None
        case last:
            yield last


def _given(node: ast.stmt | None) -> str:
    """The name that the line gives a value which is worked out."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if not place.is_none(value):
            return name
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
            return name
        case ast.AugAssign(target=ast.Name(id=name)):
            return name
    return ""


def _is_of_others(function: ast.FunctionDef, name: str) -> bool:
    """It is kept for others to see, or an inner function may ask for it."""
    nodes = list(ast.walk(function))
    is_declared = any(
        isinstance(each, ast.Global | ast.Nonlocal) and name in each.names for each in nodes
    )
    inner = (*scope.FUNCTIONS, ast.Lambda)
    return is_declared or any(
        isinstance(each, inner) and any(place.is_name(e, name) for e in ast.walk(each))
        for each in nodes
        if each is not function
    )


def _shares_line(function: ast.FunctionDef, end: ast.stmt) -> bool:
    """It stands behind an `else:` or in one line with another statement."""
    return any(
        isinstance(each, ast.stmt) and each is not end and each.lineno == end.lineno
        for each in ast.walk(function)
    )
