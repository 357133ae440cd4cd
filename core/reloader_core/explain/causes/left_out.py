"""The branch of an `if` that leaves out just the value at its bound. Pure."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable

from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_COMPARE: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
_WIDER: dict[type[ast.cmpop], ast.cmpop] = {ast.Lt: ast.LtE(), ast.Gt: ast.GtE()}


def at_bound(
    facts: Facts, name: str, tests: list[ast.expr], asked: tuple[str, str]
) -> Diagnosis | None:
    """`age < 21` and `21 < age < 23`, where age is 21. `asked`: the only variable in the tests, and
    its value as it is shown."""
    what, shown = asked
    try:
        value = float(shown)
        if any(holds(test, what, value) for test in tests):
            return None
        wider = [each for test in tests for each in widened(facts, test, what, value)]
        found = {bound for test in tests for bound in bounds(test)}
        left_out = [each for each in found if not any(holds(t, what, each) for t in tests)]
    except (ValueError, TypeError):  # something else is compared
        return None
    if not wider:
        return None
    number, instead = wider[-1]
    first = tests[0].lineno
    instead = f"{'if' if number == first else 'elif'} {instead}:"
    values = (name, what, shown, first, number, instead)
    others = [each for each in sorted(left_out) if each != value]
    if others:
        return Diagnosis(Kind.BOUNDS_LEFT_OUT, (*values, ", ".join(f"{e:g}" for e in others)))
    return Diagnosis(Kind.BOUND_LEFT_OUT, values)


def _number(node: ast.expr, name: str, value: float) -> float:
    match node:
        case ast.Name(id=found) if found == name:
            return value
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_number(inner, name, value)
    raise ValueError


def holds(test: ast.expr, name: str, value: float) -> bool:
    match test:
        case ast.BoolOp(op=ast.And(), values=values):
            return all(holds(each, name, value) for each in values)
        case ast.BoolOp(values=values):
            return any(holds(each, name, value) for each in values)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return not holds(inner, name, value)
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = [_number(each, name, value) for each in (left, *others)]
            if any(type(op) not in _COMPARE for op in ops):
                raise ValueError
            pairs = zip(ops, sides, sides[1:], strict=False)
            return all(_COMPARE[type(op)](one, other) for op, one, other in pairs)
    raise ValueError


def bounds(test: ast.expr) -> set[float]:
    return {
        float(each.value)
        for each in ast.walk(test)
        if isinstance(each, ast.Constant) and isinstance(each.value, int | float)
    }


def widened(facts: Facts, test: ast.expr, name: str, value: float) -> list[tuple[int, str]]:
    """The test with <= for one < (or >= for one >) that then holds: its line, and what to write."""
    found = []
    for compared in ast.walk(test):
        if not isinstance(compared, ast.Compare):
            continue
        sides = [compared.left, *compared.comparators]
        for at, op in enumerate(compared.ops):
            wider = _WIDER.get(type(op))
            if wider is None:
                continue
            compared.ops[at] = wider
            try:
                is_held = holds(test, name, value)
            finally:
                compared.ops[at] = op
            text = _written(facts, test, sides[at], sides[at + 1])
            if is_held and text:
                found.append((test.lineno, text))
    return found


def _written(facts: Facts, test: ast.expr, one: ast.expr, other: ast.expr) -> str:
    if test.lineno != test.end_lineno:
        return ""
    line = (facts.source or "").splitlines()[test.lineno - 1].encode()
    between = line[one.end_col_offset : other.col_offset]
    if between.strip() not in (b"<", b">"):
        return ""
    sign = between.replace(b"<", b"<=").replace(b">", b">=")
    before, after = line[test.col_offset : one.end_col_offset], line[other.col_offset :]
    end = (test.end_col_offset or 0) - other.col_offset
    return (before + sign + after[:end]).decode()
