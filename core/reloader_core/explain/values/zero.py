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


def with_itself(facts: Facts, divisor: ast.expr) -> Diagnosis | None:
    """`for a in bodies: for b in bodies:`, and the divisor is made of how far they are apart:
    nothing keeps the two from being one."""
    found = _pair_of_loops(facts)
    if found is None:
        return None
    outer, inner, (one, other) = found
    made, used = _made_of(inner, divisor), {one, other}
    is_apart = any(_is_apart(each, one, other) for each in made)
    if not is_apart or _is_asked(inner, used, _names_in(made)):
        return None
    is_place = isinstance(inner.iter, ast.Call)
    check = f"if {one} {'==' if is_place else 'is'} {other}: continue"
    values = (place.shown(facts, divisor), inner.lineno, other, one, outer.lineno, check)
    return Diagnosis(Kind.ZERO_WITH_ITSELF, values)


def _pair_of_loops(facts: Facts) -> tuple[ast.For, ast.For, tuple[str, str]] | None:
    """The two innermost loops around the line, if both go through the same."""
    loops = [each for each in place.every(facts, ast.For) if place.covers(each, facts.line)]
    match loops[-2:]:
        case [
            ast.For(target=ast.Name(id=one)) as outer,
            ast.For(target=ast.Name(id=other)) as inner,
        ] if ast.unparse(outer.iter) == ast.unparse(inner.iter) and one != other:
            if isinstance(inner.iter, ast.Name | ast.Attribute) or _is_range(inner.iter):
                return outer, inner, (one, other)
    return None


def _is_range(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and place.is_name(node.func, "range")


def _made_of(inner: ast.For, divisor: ast.expr) -> list[ast.expr]:
    """The divisor, and what the loop has made its names of."""
    made, wanted = [divisor], _names_in([divisor])
    for each in reversed(inner.body):
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in wanted:
                made.append(value)
                wanted |= _names_in([value])
    return made


def _names_in(nodes: list[ast.expr]) -> set[str]:
    return {each.id for node in nodes for each in ast.walk(node) if isinstance(each, ast.Name)}


def _is_apart(node: ast.expr, one: str, other: str) -> bool:
    """The same of both, one taken from the other; or a function for the distance."""
    for each in ast.walk(node):
        match each:
            case ast.BinOp(left=left, op=ast.Sub(), right=right):
                names = _names_in([left]) & {one, other}, _names_in([right]) & {one, other}
                if names in (({one}, {other}), ({other}, {one})):
                    if _renamed(left, one, other) == _renamed(right, one, other):
                        return True
            case ast.Call(args=[first, second]) if place.name_called(each).startswith("dist"):
                if {ast.unparse(first), ast.unparse(second)} == {one, other}:
                    return True
    return False


def _renamed(node: ast.expr, one: str, other: str) -> str:
    return " ".join(
        one if place.is_name(each, other) else ast.unparse(each)
        for each in ast.walk(node)
        if isinstance(each, ast.Name | ast.Constant)
    ) + " ".join(type(each).__name__ + str(getattr(each, "attr", "")) for each in ast.walk(node))


def _is_asked(inner: ast.For, pair: set[str], made: set[str]) -> bool:
    """Whether the two are one, or whether what is made of them is 0."""
    for each in ast.walk(inner):
        if isinstance(each, ast.Compare):
            sides = {ast.unparse(side) for side in (each.left, *each.comparators)}
            if pair <= sides or sides & (made - pair):
                return True
    return any(
        isinstance(each, ast.If | ast.IfExp) and _names_in([each.test]) & made
        for each in ast.walk(inner)
    )
