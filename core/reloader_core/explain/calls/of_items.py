"""What makes each of the items that something goes through. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import none, uncalled
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis


def unusable(facts: Facts, items: ast.expr, kind: str) -> Diagnosis | None:
    """Each is None, as a function gives back nothing, or is a function that was to be called."""
    made = _made(facts, items)
    if made is None:
        return None
    if kind == "NoneType":
        return none.result(facts, made) if isinstance(made, ast.Call) else None
    is_named = isinstance(made, ast.Name | ast.Attribute)
    return uncalled.not_called(facts, made) if kind in FUNCTION_TYPES and is_named else None


def _made(facts: Facts, items: ast.expr) -> ast.expr | None:
    """The only expression that they all come from."""
    match origin.value(facts, items) or items:
        case ast.GeneratorExp(elt=each) | ast.ListComp(elt=each) | ast.SetComp(elt=each):
            return each
        case ast.List(elts=[]):
            return _appended(facts, items)
    return None


def _appended(facts: Facts, items: ast.expr) -> ast.expr | None:
    """`results.append(double(n))`, the one line that puts something into the list."""
    if not isinstance(items, ast.Name):
        return None
    found = [
        call
        for call in place.every(facts, ast.Call)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in ("append", "insert", "extend", "add")
        and place.is_name(call.func.value, items.id)
    ]
    match found:
        case [ast.Call(func=ast.Attribute(attr="append"), args=[each])]:
            return each
    return None
