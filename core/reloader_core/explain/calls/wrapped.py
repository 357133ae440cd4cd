"""A decorator whose inner function takes less than the one in whose place it stands. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts, Signature
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def takes_less(facts: Facts, call: ast.Call, signature: Signature) -> Diagnosis | None:
    """`add(1, 2)` below a decorator, with a `def wrapper():` in it. `signature`: of what stands
    in the function's place."""
    match call.func:
        case ast.Name(id=name) if name != signature.name and not call.keywords:
            pass
        case _:
            return None
    tree = place.tree_of(facts)
    top = tree.body if tree is not None else []
    functions = {each.name: each for each in top if isinstance(each, ast.FunctionDef)}
    match functions.get(name):
        case ast.FunctionDef(decorator_list=[ast.Name(id=decorator)]) as wrapped:
            maker = functions.get(decorator)
        case _:
            return None
    taken = wrapped.args
    names = len(taken.posonlyargs) + len(taken.args)
    is_enough = len(call.args) >= names - len(taken.defaults)
    if maker is None or not is_enough or len(call.args) > names and taken.vararg is None:
        return None
    inner = [each for each in scope.in_scope(maker) if isinstance(each, ast.FunctionDef)]
    for each in inner:
        if signature.line in (each.lineno, *(one.lineno for one in each.decorator_list)):
            instead = f"def {each.name}(*args, **kwargs):"
            values = (name, f"{decorator}()", f"{each.name}()", each.lineno, instead)
            return Diagnosis(Kind.WRAPPER_TAKES, values)
    return None
