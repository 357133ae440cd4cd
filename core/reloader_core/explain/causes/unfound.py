"""A search by a function that says itself that it gives back None where nothing is found. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import objects, spelt_alike, unequal, unlike
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis


def by_call(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`return None` below its loop, or `found = None` above it, and `return found` below."""
    call = origin.value(facts, node) if isinstance(node, ast.Name) else node
    function = objects.function_called(facts, call) if isinstance(call, ast.Call) else None
    if function is None or origin.ends(function.body):
        return None
    if unlike.only_test(function, "") is not None:
        return (
            unlike.nothing(facts, node, function)
            or spelt_alike.nothing(facts, node, function)
            or unequal.nothing(facts, function, place.shown(facts, node))
            or spelt_alike.absent(facts, node, function)
        )
    test = _kept_test(function)
    if test is None:
        return None
    alike = spelt_alike.nothing(facts, node, function, test)
    return alike or spelt_alike.absent(facts, node, function, test)


def _kept_test(function: ast.FunctionDef) -> ast.expr | None:
    """Of the only `if` of its only loop, which keeps what it finds under a name that is None until
    then, and is given back at the end."""
    match function.body:
        case [
            *_,
            ast.Assign(targets=[ast.Name(id=begun)], value=ast.Constant(value=None)),
            ast.For(target=target, body=[*_, ast.If(test=test, body=body, orelse=[])], orelse=[]),
            ast.Return(value=ast.Name(id=given)),
        ] if begun == given:
            pass
        case _:
            return None
    match body:
        case [
            ast.Assign(targets=[ast.Name(id=kept)], value=ast.Name(id=item)),
            *rest,
        ] if kept == begun and all(isinstance(each, ast.Break) for each in rest):
            names = {each.id for each in ast.walk(target) if isinstance(each, ast.Name)}
            returns = [each for each in ast.walk(function) if isinstance(each, ast.Return)]
            is_only = len(scope.bindings(function, begun)) == 2 and len(returns) == 1
            return test if item in names and is_only else None
    return None
