"""Functions of the module math that take only numbers of a certain range. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SAID = re.compile(r"math domain error|expected (?:a number|argument value) .*, got .*")
"""The other: from 3.14."""
_ANY = ("sqrt", "log", "log2", "log10", "pow", "fmod", "gamma", "lgamma", "sin", "cos", "tan")
"""What else may have no result for a number."""
_RANGES = {
    "asin": ("-1", "1", "-1 <= {what} <= 1"), "acos": ("-1", "1", "-1 <= {what} <= 1"),
    "atanh": ("-1", "1", "-1 < {what} < 1"), "acosh": ("1", "", "{what} >= 1"),
    "log1p": ("-1", "", "{what} > -1"),
}  # fmt: skip
_ROUNDED = 1e-9
_MOST_POWER = 9


def outside(facts: Facts) -> Diagnosis | None:
    """`math.asin(1.2)`"""
    calls = [
        node
        for node in place.candidates(facts, ast.Call)
        if place.name_called(node) in (*_RANGES, *_ANY)
    ]
    if _SAID.fullmatch(facts.message) is None or len(calls) != 1 or len(calls[0].args) != 1:
        return None
    name, what = place.name_called(calls[0]), calls[0].args[0]
    if name not in _RANGES or not _is_of_math(facts, calls[0]):
        return None
    low, high, test = _RANGES[name]
    shown, asked = f"{place.shown(facts, calls[0].func)}()", place.shown(facts, what)
    number = number_of(facts, what)
    is_plain = isinstance(what, ast.Name | ast.Attribute | ast.Subscript)
    is_open = number is None or not is_plain
    check = f"if {test.format(what=place.operand(facts, what) if is_open else asked)}:"
    if "..." in check:
        return None
    if not high:
        values = (shown, low, check)
        return Diagnosis(Kind.ONLY_ABOVE, values) if number is None or number <= 1 else None
    if number is None:
        return Diagnosis(Kind.ONLY_BETWEEN, (shown, low, high, asked, check))
    if not abs(number) >= 1:
        return None  # it was something else of the line
    if abs(number) - 1 < _ROUNDED and name != "atanh":
        instead = f"{place.shown(facts, calls[0].func)}(max(-1, min(1, {asked})))"
        return Diagnosis(Kind.ROUNDED_PAST, (shown, low, high, asked, repr(number), instead))
    return Diagnosis(Kind.NUMBER_OUTSIDE, (shown, low, high, asked, f"{number:.6g}", check))


def _is_of_math(facts: Facts, call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner)):
            found = facts.names.get(owner)
            return found is not None and found.value.type == "module"
        case ast.Name(id=name):
            found = facts.names.get(name)
            return found is not None and found.value.type == "builtin_function_or_method"
    return False


def number_of(facts: Facts, node: ast.expr) -> float | None:
    """Also of what is calculated of such numbers, with no function called."""
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            number = number_of(facts, inner)
            return None if number is None else -number
        case ast.BinOp(left=left, op=op, right=right):
            one, other = number_of(facts, left), number_of(facts, right)
            return None if one is None or other is None else _result(one, op, other)
    value = place.known(facts, node)
    if value is None or value.type not in ("int", "float"):
        return None
    try:
        return float(literal(value))
    except (ValueError, OverflowError):
        return None


def _result(one: float, op: ast.operator, other: float) -> float | None:
    try:
        match op:
            case ast.Add():
                return one + other
            case ast.Sub():
                return one - other
            case ast.Mult():
                return one * other
            case ast.Div():
                return one / other
            case ast.Pow() if abs(other) <= _MOST_POWER and (one > 0 or other in range(10)):
                return float(one**other)
    except (ZeroDivisionError, OverflowError):
        pass
    return None
