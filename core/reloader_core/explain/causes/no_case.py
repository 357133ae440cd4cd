"""The case for which a function has no `return`: of several that follow each other, none was taken.
Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import left_out, unequal
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FEWEST, _MOST_SHOWN = 2, 40


def nothing(facts: Facts, function: ast.FunctionDef, what: str) -> Diagnosis | None:
    """What the function consists of is an `if` with `elif`, or several, each of which gives
    something back."""
    tests = _tests(function.body)
    names = {each.id for test in tests for each in ast.walk(test) if isinstance(each, ast.Name)}
    if len(tests) < _FEWEST or len(names) != 1:
        return None
    name = names.pop()
    values = (what, f"{function.name}()", function.lineno)
    if (equal := _of_value(facts, function, values, tests, name)) is not None:
        return equal
    try:
        gaps = _gaps(tests, name)
    except (ValueError, OverflowError):  # something else than numbers is compared
        return None
    if len(gaps) != 1:
        return None
    first, last = gaps[0][0], gaps[0][-1]
    if first is last and isinstance(first, int | float):
        return _at_bound(facts, values, tests, (name, first))
    return Diagnosis(Kind.RANGE_NO_RETURN, (*values, _condition(name, gaps[0])))


def _tests(body: list[ast.stmt]) -> list[ast.expr]:
    """Of all cases, one after the other; none if something else is among them that matters."""
    tests: list[ast.expr] = []
    for each in body:
        is_said = isinstance(each, ast.Expr) and place.is_text(each.value)
        if is_said or isinstance(each, ast.Assign) and not tests:
            continue
        rest: list[ast.stmt] = [each]
        while rest:
            match rest:
                case [ast.If(test=test, body=inner, orelse=other)] if not origin.ends(inner):
                    tests.append(test)
                    rest = other
                case _:
                    return []
    return tests


# -- texts and the like, of which each is compared with one


def _of_value(
    facts: Facts,
    function: ast.FunctionDef,
    values: tuple[str | int, ...],
    tests: list[ast.expr],
    name: str,
) -> Diagnosis | None:
    """What the function was given, if that is known."""
    compared = []
    for test in tests:
        match test:
            case ast.Compare(
                left=ast.Name(), ops=[ast.Eq()], comparators=[ast.Constant(value=constant)]
            ):
                compared.append(constant)
            case _:
                return None
    call = unequal.call_of(facts, function, str(values[0]))
    given = unequal.argument(function, call, name) if call is not None else None
    value = place.known(facts, given) if given is not None else None
    shown = literal(value) if value is not None else ""
    if not 0 < len(shown) <= _MOST_SHOWN or shown.endswith("...'"):
        return None
    if any(ast.literal_eval(shown) == each for each in compared):
        return None
    return Diagnosis(Kind.CASE_NO_RETURN, (*values, name, shown))


# -- numbers, which lie on one side of a bound, or between two

_Point = float | tuple[float | None, float | None]
"""A bound, or what lies between two; None: there is no other on that side."""


def _gaps(tests: list[ast.expr], name: str) -> list[list[_Point]]:
    """What no test takes: bounds and what lies between, as far as they follow each other."""
    found = {each for test in tests for each in left_out.bounds(test)}
    bounds = sorted(found | {-each for each in found})  # of -5, the sign stands beside it
    points: list[_Point] = [(None, bounds[0])] if bounds else []
    for at, bound in enumerate(bounds):
        points += [bound, (bound, bounds[at + 1] if at + 1 < len(bounds) else None)]
    gaps: list[list[_Point]] = [[]]
    for point in points:
        if any(left_out.holds(test, name, _within(point)) for test in tests):
            gaps.append([])
        else:
            gaps[-1].append(point)
    return [each for each in gaps if each]


def _within(point: _Point) -> float:
    match point:
        case (None, float() | int() as above):
            return above - 1
        case (float() | int() as below, None):
            return below + 1
        case (float() | int() as below, float() | int() as above):
            return (below + above) / 2
        case float() | int() as bound:
            return bound
    raise ValueError


def _condition(name: str, gap: list[_Point]) -> str:
    """As it is written in Python."""
    first, last = gap[0], gap[-1]
    low, low_sign = (first[0], "<") if isinstance(first, tuple) else (first, "<=")
    high, high_sign = (last[1], "<") if isinstance(last, tuple) else (last, "<=")
    if low is None and high is None:
        raise ValueError
    if low is None or high is None:
        signs = (high_sign, high) if low is None else (low_sign.replace("<", ">"), low)
        return f"{name} {signs[0]} {_shown(signs[1] or 0)}"
    return f"{_shown(low)} {low_sign} {name} {high_sign} {_shown(high)}"


def _shown(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)


def _at_bound(
    facts: Facts,
    values: tuple[str | int, ...],
    tests: list[ast.expr],
    left: tuple[str, float],
) -> Diagnosis:
    name, bound = left
    wider = [e for test in tests for e in left_out.widened(facts, test, name, bound)]
    if not wider:
        return Diagnosis(Kind.RANGE_NO_RETURN, (*values, f"{name} == {_shown(bound)}"))
    line, test = wider[-1]
    begin = (facts.source or "").splitlines()[line - 1].split(None, 1)[0]
    instead = f"{begin} {test}:"
    return Diagnosis(Kind.BOUND_NO_RETURN, (*values, name, _shown(bound), line, instead))
