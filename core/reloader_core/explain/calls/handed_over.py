"""Functions that are called where they should be handed over: `column.apply(clean())`. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TAKE = ("map", "filter", "apply", "applymap", "transform", "pipe", "submit", "after", "bind",
         "reduce", "starmap", "partial")  # fmt: skip
_NAMED = ("key", "target", "command", "func", "function", "callback", "default_factory")


def called(facts: Facts) -> Diagnosis | None:
    """It lacks just what the other one would give it: a TypeError."""
    said = re.match(
        r"(?:\w+\.)*(\w+)\(\) missing \d required positional arguments?: ", facts.message
    )
    if said is None or not facts.is_innermost:
        return None
    found = [
        (node.func, each)
        for node in place.in_statement(facts)
        if isinstance(node, ast.Call)
        for each in _given(node)
        if isinstance(each, ast.Call) and _is_bare(each, said[1])
    ]
    if len(found) != 1:
        return None
    function, what = found[0]
    instead = place.shown(facts, what.func)
    values = (f"{place.shown(facts, function)}()", place.shown(facts, what), instead)
    return Diagnosis(Kind.HANDED_CALLED, values)


def _given(call: ast.Call) -> list[ast.expr]:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            first = call.args[:1] if name in _TAKE else []
        case _:
            first = []
    return first + [each.value for each in call.keywords if each.arg in _NAMED]


def _is_bare(node: ast.expr, name: str) -> bool:
    """A call without anything in its brackets, of the function that the message names."""
    match node:
        case ast.Call(func=ast.Name(id=found) | ast.Attribute(attr=found), args=[], keywords=[]):
            return found == name
    return False
