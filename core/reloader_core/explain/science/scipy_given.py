"""What functions of scipy's and numpy's do not take: a result where a function is meant, start
values that do not fit it, places beyond what is known. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from, raised_in
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_CALL = (
    "quad", "dblquad", "fsolve", "root", "root_scalar", "minimize", "minimize_scalar", "brentq",
    "bisect", "newton", "odeint", "solve_ivp", "curve_fit", "least_squares",
)  # fmt: skip


def called_before(facts: Facts) -> Diagnosis | None:
    """`quad(f(2), 0, 2)`"""
    is_said = facts.message == "invalid callable given" or re.match(
        r"'[\w.]+' object is not callable$|the first argument must be callable", facts.message
    )
    call = called(facts, *_CALL)
    if call is None or not call.args or not is_said or raised_in(facts) != "scipy":
        return None
    match call.args[0]:
        case ast.Call(func=ast.Name(id=name)) as given if _is_function(facts, name):
            function, what = f"{place.shown(facts, call.func)}()", place.shown(facts, given)
            return Diagnosis(Kind.HANDED_CALLED, (function, what, name))
    return None


def _is_function(facts: Facts, name: str) -> bool:
    """A plain one, and none that is to make another one."""
    function = scope.plain_function(place.tree_of(facts), name)
    makes = (ast.FunctionDef, ast.Lambda)
    inside = (each for part in function.body for each in ast.walk(part)) if function else ()
    return function is not None and not any(isinstance(each, makes) for each in inside)


def start_values(facts: Facts) -> Diagnosis | None:
    """`curve_fit(f, x, y, p0=[1, 2, 3])`, of a function with two numbers to find."""
    said = re.match(
        r"(\w+)\(\) (?:takes (\d+) positional arguments? but (\d+) were given"
        r"|missing (\d+) required positional argument)",
        facts.message,
    )
    call = called(facts, "curve_fit")
    if said is None or call is None or not call.args or raised_in(facts) != "scipy":
        return None
    given = [each.value for each in call.keywords if each.arg == "p0"] or call.args[3:4]
    values = place.known(facts, given[0]) if given else None
    match call.args[0]:
        case ast.Name(id=name) if name == said[1]:
            function = scope.plain_function(place.tree_of(facts), name)
        case _:
            return None
    if function is None or values is None or not values.length or function.args.vararg:
        return None
    wanted = len(function.args.args) - 1
    if wanted == values.length or function.args.defaults:
        return None
    return Diagnosis(Kind.START_VALUES, (f"{name}()", wanted, values.length))


def beyond(facts: Facts) -> Diagnosis | None:
    """Of what interp1d() has made."""
    said = re.match(
        r"A value \((-?[\d.e+-]+)\) in x_new is (?:above|below) the interpolation range's"
        r" (?:max|min)imum value \((-?[\d.e+-]+)\)",
        facts.message,
    )
    if said is None or not is_from(facts, "scipy"):
        return None
    instead = 'interp1d(..., fill_value="extrapolate")'
    return Diagnosis(Kind.BEYOND_KNOWN, (said[1], said[2], instead))


def same_sign(facts: Facts) -> Diagnosis | None:
    call = called(facts, "brentq", "bisect", "brenth", "ridder", "root_scalar")
    is_said = re.match(r"f\(a\) and f\(b\) must have different signs", facts.message)
    if call is None or is_said is None or not is_from(facts, "scipy"):
        return None
    ends = call.args[1:3]
    for each in call.keywords:
        if each.arg == "bracket" and isinstance(each.value, ast.List | ast.Tuple):
            ends = each.value.elts
    if len(ends) != 2:
        return None
    first, second = (place.shown(facts, each) for each in ends)
    return Diagnosis(Kind.SAME_SIGN, (f"{place.shown(facts, call.func)}()", first, second))


def letters(facts: Facts) -> Diagnosis | None:
    """einsum("ijk,jk->ik", A, B)"""
    said = re.match(
        r"einstein sum subscripts string contains too many subscripts for operand (\d+)"
        r"|operand has more dimensions than subscripts given in einstein sum, but no '...' ell",
        facts.message,
    )
    call = called(facts, "einsum")
    if said is None or call is None or not is_from(facts, "C", "numpy"):
        return None
    if said[1] is None and len(call.args) != 2:
        return None
    return Diagnosis(Kind.EINSUM_LETTERS, (int(said[1] or 0) + 1,))
