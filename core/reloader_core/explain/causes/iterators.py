"""next() in a generator, which must not pass on that nothing more comes. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def ended_inside(facts: Facts) -> Diagnosis | None:
    """The only next() in the script that may have found nothing, if a generator calls it."""
    tree = place.tree_of(facts)
    if facts.message != "generator raised StopIteration" or tree is None:
        return None
    asked = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and ast.unparse(each.func) == "next" and len(each.args) == 1
    ]
    raised = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Raise) and "StopIteration" in ast.unparse(each)
    ]
    if len(asked) != 1 or raised or scope.names_anywhere(tree, "next"):
        return None
    for function in place.every(facts, ast.FunctionDef):
        nodes = list(scope.in_scope(function))
        if asked[0] in nodes and any(isinstance(n, ast.Yield | ast.YieldFrom) for n in nodes):
            is_tried = any(isinstance(n, ast.Try) and asked[0] in ast.walk(n) for n in nodes)
            return None if is_tried else _looped(facts, function, asked[0])
    return None


def _looped(facts: Facts, function: ast.FunctionDef, call: ast.Call) -> Diagnosis:
    name, what = f"{function.name}()", place.shown(facts, call)
    for loop in scope.in_scope(function):
        match loop:
            case ast.While(
                test=ast.Constant(value=True | 1),
                body=[ast.Assign(targets=[ast.Name() as target], value=value), _, *_],
            ) if value is call and isinstance(call.args[0], ast.Name):
                instead = f"for {target.id} in {call.args[0].id}:"
                values = (name, what, call.lineno, instead, loop.lineno)
                return Diagnosis(Kind.NEXT_FOR_LOOP, values)
    return Diagnosis(Kind.NEXT_IN_GENERATOR, (name, what, call.lineno))
