"""Values that cannot be used as they are: as a key, as a factor, for their length. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain import none, numbers, place
from reloader_core.explain.diagnosis import Diagnosis, Kind
from reloader_core.explain.facts import Facts

_SEQUENCES = ("str", "list", "tuple", "bytes")
_FUNCTIONS = ("function", "method", "builtin_function_or_method")
_DOMAIN = re.compile(r"math domain error|expected a \w+ input, got .*")  # the other: from 3.14
_NEEDS_POSITIVE = ("sqrt", "log", "log2", "log10")
_LARGE = ("(34, ", "math range error", "int too large to convert to float")
_UNHASHABLE = re.compile(  # the beginning: from 3.14
    r"(?:cannot use '[\w.]+' as an? [\w ]+ \()?unhashable type: '(list|dict|set|bytearray)'\)?"
)


def not_multiplied(facts: Facts) -> Diagnosis | None:
    """A text or list times what is no whole number."""
    said = re.fullmatch(r"can't multiply sequence by non-int of type '([\w.]+)'", facts.message)
    pairs = numbers.pairs(facts, "*") if said else []
    if said is None or len(pairs) != 1:
        return None
    left, right = pairs[0]
    for node, other in ((right, left), (left, right)):
        is_other = place.type_of(facts, other) in ("", *_SEQUENCES)
        if place.type_of(facts, node) in ("", said[1]) and is_other:
            if place.type_of(facts, other) == "list" and said[1] in ("float", "list", "tuple"):
                return Diagnosis(Kind.LIST_CALCULATED, (place.shown(facts, other), "*"))
            return Diagnosis(Kind.NOT_MULTIPLIED, (place.shown(facts, node), said[1]))
    return None


def unhashable(facts: Facts) -> Diagnosis | None:
    said = _UNHASHABLE.fullmatch(facts.message)
    return Diagnosis(Kind.UNHASHABLE, (said[1],)) if said else None


def no_length(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"object of type '([\w.]+)' has no len\(\)", facts.message)
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if place.builtin_called(facts, call) == "len" and len(call.args) == 1
    ]
    if said is None or len(calls) != 1:
        return None
    what = calls[0].args[0]
    if said[1] in _FUNCTIONS:
        return Diagnosis(Kind.FUNCTION_NOT_CALLED, (place.shown(facts, what),))
    if said[1] == "NoneType" and (found := none.result(facts, what)) is not None:
        return found
    return Diagnosis(Kind.NO_LENGTH, (place.shown(facts, what), said[1]))


def given_twice(facts: Facts) -> Diagnosis | None:
    """An argument by its place and by its name."""
    said = re.fullmatch(r"([\w.]+)\(\) got multiple values for argument '(\w+)'", facts.message)
    if said is None:
        return None
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if any(each.arg == said[2] for each in call.keywords) and call.args
    ]
    if len(calls) != 1:
        return None
    return Diagnosis(Kind.GIVEN_TWICE, (f"{said[1].rpartition('.')[2]}()", said[2]))


def sign_of_text(facts: Facts) -> Diagnosis | None:
    """=+ is = and a sign."""
    said = re.fullmatch(r"bad operand type for unary ([+-]): '([\w.]+)'", facts.message)
    match place.statement(facts):
        case ast.Assign(targets=[target], value=ast.UnaryOp(operand=operand)) if said:
            text = " ".join((facts.source or "").split("\n")[facts.line - 1 : facts.line])
            if re.search(rf"=\{said[1]}", text):
                shown = place.shown(facts, target), place.shown(facts, operand)
                return Diagnosis(Kind.SIGN_BEHIND, (said[1], f"{shown[0]} {said[1]}= {shown[1]}"))
    return None


def raised_text(facts: Facts) -> Diagnosis | None:
    match place.statement(facts):
        case ast.Raise(exc=ast.Constant(value=str()) | ast.JoinedStr() as what):
            return Diagnosis(Kind.RAISED_TEXT, (place.shown(facts, what),))
    return None


def no_such_result(facts: Facts) -> Diagnosis | None:
    """Of a function of the module math."""
    if _DOMAIN.fullmatch(facts.message) is None:
        return None
    calls = []
    for node in place.candidates(facts, ast.Call):
        match node:
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=[_]):
                calls += [node] if name in _NEEDS_POSITIVE else []
    if len(calls) != 1:
        return None
    return Diagnosis(Kind.NO_SUCH_RESULT, (place.shown(facts, calls[0]),))


def too_large(facts: Facts) -> Diagnosis | None:
    said = facts.message.startswith(_LARGE) or _said_by_system(facts)
    return Diagnosis(Kind.TOO_LARGE, (facts.line,)) if said else None


def _said_by_system(facts: Facts) -> bool:
    """(34, 'Numerical result out of range')"""
    return bool(facts.arguments) and facts.arguments[0].number == 34
