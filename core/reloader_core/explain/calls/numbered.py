"""What round(), abs() and the functions of math got in place of a number: a function, None, or
something with items. Texts: given.py. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import none, uncalled
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SAID = re.compile(
    r"type (?P<one>\w+) doesn't define __(?P<name>round|ceil|floor|trunc)__ method"
    r"|bad operand type for (?P<abs>abs)\(\): '(?P<two>\w+)'"
    r"|must be real number, not (?P<three>\w+)"
)
_TOLD = ("NoneType", "list", "tuple", "dict", "set", *FUNCTION_TYPES)


def no_number(facts: Facts) -> Diagnosis | None:
    said = _SAID.fullmatch(facts.message)
    kind = said and (said["one"] or said["two"] or said["three"])
    if said is None or kind not in _TOLD:
        return None
    name = said["name"] or said["abs"]
    calls = [each for each in place.candidates(facts, ast.Call) if _fits(facts, each, name)]
    given = calls[0].args[: 1 if name else None] if len(calls) == 1 else []
    wrong = [each for each in given if place.type_of(facts, each) in ("", kind)]
    if len(wrong) != 1:
        return None
    what = wrong[0]
    if kind in FUNCTION_TYPES:
        is_named = isinstance(what, ast.Name | ast.Attribute)
        return uncalled.not_called(facts, what) if is_named else None
    if kind == "NoneType" and (found := none.result(facts, what)) is not None:
        return found
    function = f"{place.shown(facts, calls[0].func)}()"
    return Diagnosis(Kind.ARGUMENT_IS, (function, "float", place.shown(facts, what), kind))


def _fits(facts: Facts, call: ast.Call, name: str | None) -> bool:
    if not call.args or not place.is_by_place(call):
        return False
    if name in ("round", "abs"):
        return place.builtin_called(facts, call) == name
    match call.func:
        case ast.Attribute(value=ast.Name(id="math"), attr=attr):
            return name in (None, attr)
        case ast.Name(id=called):
            return name in (None, called) and _is_of_math(facts, called)
    return False


def _is_of_math(facts: Facts, name: str) -> bool:
    return any(
        alias.name == name and alias.asname is None
        for each in place.every(facts, ast.ImportFrom)
        if each.module == "math"
        for alias in each.names
    )
