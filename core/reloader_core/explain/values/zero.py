"""Why a divisor is 0. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import spent
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def reason(facts: Facts, divisor: ast.Name) -> Diagnosis | None:
    """Of a name that is 0."""
    in_vain = spent.in_vain(facts, divisor)
    return in_vain or _counted(facts, divisor.id) or _first(facts, divisor.id)


def _counted(facts: Facts, name: str) -> Diagnosis | None:
    """A counter that no line has added to: it begins with 0, and what is added is more than 0."""
    around, tree = scope.of_name(facts, name), place.tree_of(facts)
    if around is None or tree is None or scope.is_declared(tree, name):
        return None
    begins: list[int] = []
    adds: list[int] = []
    for node in scope.in_scope(around):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=ast.Constant(value=0)):
                begins += [node.lineno] if found == name else []
            case ast.AugAssign(
                target=ast.Name(id=found),
                op=ast.Add(),
                value=ast.Constant(value=int() | float() as more),
            ) if more > 0:
                adds += [node.lineno] if found == name else []
    is_all = len(scope.bindings(around, name)) == len(begins) + len(adds)
    if not is_all or len(begins) != 1 or len(adds) != 1:
        return None
    return Diagnosis(Kind.ZERO_COUNTED, (name, begins[0], adds[0]))


def _first(facts: Facts, name: str) -> Diagnosis | None:
    """`for i in range(10)`"""
    loop = origin.loop_over(facts, name)
    match loop.iter if loop is not None else None:
        case ast.Call(func=ast.Name(id="range"), args=[stop] | [ast.Constant(value=0), stop]):
            begin = 2 if loop is not None and _looks_for_primes(loop) else 1
            instead = f"range({begin}, {place.shown(facts, stop)})"
            return Diagnosis(Kind.ZERO_FIRST, (name, loop.lineno if loop else 0, instead))
    return None


def _looks_for_primes(loop: ast.For) -> bool:
    """The first number that divides it ends the search, and 1 divides all."""
    for node in ast.walk(loop):
        match node:
            case ast.If(test=ast.Compare(left=ast.BinOp(op=ast.Mod())), body=body):
                answers = (each.value for each in body if isinstance(each, ast.Return | ast.Assign))
                is_answered = any(
                    isinstance(each, ast.Constant) and each.value is False for each in answers
                )
                if is_answered or any(isinstance(each, ast.Break) for each in body):
                    return True
    return False
