"""The case at which a function that calls itself is to end, where what it does says which. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts


def of_function(facts: Facts, function: ast.FunctionDef, calls: list[ast.Call]) -> str:
    """`if n <= 0: return 1`, above `return n * factorial(n - 1)`; '' if that is not sure."""
    taken = [each.arg for each in function.args.args]
    is_method = taken[:1] == ["self"]
    if any(isinstance(e, ast.If | ast.IfExp | ast.While | ast.Compare) for e in ast.walk(function)):
        return ""
    if not calls or not all(place.is_by_place(each) for each in calls):
        return ""
    nearer = [
        name
        for at, name in enumerate(taken[is_method:])
        if all(len(call.args) > at and _is_nearer(call.args[at], name) for call in calls)
    ]
    if len(nearer) != 1 or scope.bindings(function, nearer[0]):
        return ""
    name = nearer[0]
    others = [
        arg for call in calls for at, arg in enumerate(call.args) if taken[is_method:][at] != name
    ]
    if not all(isinstance(each, ast.Name) and each.id in taken for each in others):
        return ""
    returned = [each.value for each in ast.walk(function) if isinstance(each, ast.Return)]
    if not returned:
        return _of_steps(facts, function, calls, name)
    if len(returned) != 1 or returned[0] is None or any(place.is_none(each) for each in returned):
        return ""
    return _of_result(facts, function, returned[0], calls, name)


def _is_nearer(node: ast.expr, name: str) -> bool:
    """`n - 1`, `n // 10`, `text[1:]`"""
    match node:
        case ast.BinOp(left=left, op=ast.Sub(), right=ast.Constant(value=int(step))):
            return place.is_name(left, name) and step >= 1
        case ast.BinOp(left=left, op=ast.FloorDiv(), right=ast.Constant(value=int(step))):
            return place.is_name(left, name) and step >= 2
    return ast.unparse(node) in (f"{name}[1:]", f"{name}[:-1]")


def _is_whole(facts: Facts, function: ast.FunctionDef, name: str) -> bool:
    """A whole number, 0 or less by now."""
    found = facts.names.get(name)
    number = found.value.number if found is not None else None
    return facts.function == function.name and number is not None and number <= 0


def _of_steps(facts: Facts, function: ast.FunctionDef, calls: list[ast.Call], name: str) -> str:
    """It gives nothing back, and each call of itself is a line."""
    lines = [each.value for each in ast.walk(function) if isinstance(each, ast.Expr)]
    is_counted = all(
        isinstance(e, ast.BinOp) for call in calls for e in _given(function, call, name)
    )
    if not all(each in lines for each in calls) or not is_counted:
        return ""
    return f"if {name} <= 0: return" if _is_whole(facts, function, name) else ""


def _given(function: ast.FunctionDef, call: ast.Call, name: str) -> list[ast.expr]:
    names = [each.arg for each in function.args.args if each.arg != "self"]
    return [call.args[names.index(name)]]


def _of_result(
    facts: Facts, function: ast.FunctionDef, result: ast.expr, calls: list[ast.Call], name: str
) -> str:
    """Of a product or sum of one call of itself and another value."""
    match result:
        case ast.BinOp(left=left, op=ast.Mult() | ast.Add() as op, right=right):
            other = right if left in calls else left
        case _:
            return ""
    given = _given(function, calls[0], name)[0]
    if len(calls) == 2 and {left, right} == set(calls):
        steps = sorted(ast.unparse(_given(function, each, name)[0]) for each in calls)
        is_series = steps == [f"{name} - 1", f"{name} - 2"] and isinstance(op, ast.Add)
        is_series = is_series and function.name.lower().startswith("fib")
        return (
            f"if {name} <= 1: return {name}"
            if is_series and _is_whole(facts, function, name)
            else ""
        )
    if len(calls) != 1 or calls[0] not in (left, right):
        return ""
    found = facts.names.get(name)
    is_text = found is not None and found.value.type == "str" and isinstance(given, ast.Subscript)
    if is_text and isinstance(op, ast.Add) and ast.unparse(other) in (f"{name}[0]", f"{name}[-1]"):
        return f'if not {name}: return ""'
    if not _is_whole(facts, function, name) or not _is_number(facts, other):
        return ""
    if isinstance(op, ast.Add):
        return f"if {name} <= 0: return 0"
    is_step = ast.unparse(given) == f"{name} - 1" and isinstance(other, ast.Name)
    return f"if {name} <= 0: return 1" if is_step else ""


def _is_number(facts: Facts, node: ast.expr) -> bool:
    match node:
        case ast.BinOp(left=left, right=right):
            return _is_number(facts, left) and _is_number(facts, right)
        case ast.Constant(value=value):
            return type(value) in (int, float)
    return isinstance(node, ast.Name) and place.type_of(facts, node) in ("int", "float")
