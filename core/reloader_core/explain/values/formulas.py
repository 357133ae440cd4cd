"""The formula that has made a number which has no root. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def of_root(facts: Facts, what: ast.expr, known: tuple[str, str, str]) -> Diagnosis | None:
    """`b ** 2 + 4 * a * c`, where `/ (2 * a)` says which formula is meant."""
    made = origin.assigned(facts, what)
    formula = made.value if made is not None else what
    match formula:
        case ast.BinOp(
            left=ast.BinOp() as square, op=ast.Add(), right=ast.BinOp(op=ast.Mult()) as product
        ):
            first = _divided_by(facts)
        case _:
            return None
    if not _is_square(square) or not first or first not in _of_four(product):
        return None
    head = f"{place.in_full(facts, what)} = " if made is not None else ""
    instead = f"{head}{place.in_full(facts, square)} - {place.in_full(facts, product)}"
    return Diagnosis(Kind.ROOT_SIGN, (*known, formula.lineno, instead))


def line_of(facts: Facts, what: ast.expr) -> int:
    """Where something is taken from something for it, so that it may come out below 0; 0 where that
    may be as it is to be: an equation need not have a solution."""
    made = origin.assigned(facts, what)
    match made:
        case ast.Assign(value=ast.BinOp() as value):
            pass
        case _:
            return 0
    match value:
        case ast.BinOp(left=ast.BinOp() as square, op=ast.Sub(), right=product):
            if _is_square(square) and _of_four(product):
                return 0
    takes = any(isinstance(e, ast.BinOp) and isinstance(e.op, ast.Sub) for e in ast.walk(value))
    return made.lineno if takes else 0


def _is_square(node: ast.BinOp) -> bool:
    match node:
        case ast.BinOp(
            left=ast.Name() | ast.Attribute(), op=ast.Pow(), right=ast.Constant(value=2)
        ):
            return True
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            is_plain = isinstance(left, ast.Name | ast.Attribute)
            return is_plain and ast.unparse(left) == ast.unparse(right)
    return False


def _factors(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return [*_factors(left), *_factors(right)]
    return [node]


def _of_four(node: ast.expr) -> list[str]:
    """What 4 is multiplied by, if that are two others; else nothing."""
    factors = _factors(node)
    others = [ast.unparse(each) for each in factors if not isinstance(each, ast.Constant)]
    numbers = [each.value for each in factors if isinstance(each, ast.Constant)]
    return others if numbers == [4] and len(others) == 2 else []


def _divided_by(facts: Facts) -> str:
    """The `a` of `/ (2 * a)`, which stands in the same function."""
    around = scope.function_around(facts) or place.tree_of(facts)
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case ast.BinOp(op=ast.Div(), right=ast.BinOp(op=ast.Mult()) as below):
                match _factors(below):
                    case [ast.Constant(value=2 | 2.0), other] | [
                        other,
                        ast.Constant(value=2 | 2.0),
                    ]:
                        return ast.unparse(other)
    return ""
