"""What sum() has found that is no number. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FUNCTIONS = ("function", "method", "builtin_function_or_method")


def of_others(facts: Facts, call: ast.Call, kind: str) -> Diagnosis | None:
    what = call.args[0]
    shown = place.shown(facts, what)
    match what:
        case ast.GeneratorExp(elt=each) | ast.ListComp(elt=each):
            if kind in _FUNCTIONS:
                return Diagnosis(Kind.FUNCTION_NEEDS, (place.shown(facts, each),))
            if kind != "str":
                return Diagnosis(Kind.SUM_OF_OTHERS, (shown, kind))
            return _texts(facts, what, each)
        case ast.Name() if kind in _FUNCTIONS:
            return _uncalled(facts, what)
        case ast.Name() | ast.Attribute() if kind in ("list", "tuple", "dict", "NoneType", "set"):
            if place.type_of(facts, what) in ("list", "tuple", "set"):
                return Diagnosis(Kind.SUM_OF_OTHERS, (shown, kind))
        case ast.Call(func=ast.Attribute(value=table, attr="values"), args=[]) if kind == "str":
            if place.type_of(facts, table) == "dict":
                return Diagnosis(Kind.SUM_OF_TEXTS, (shown,))
    return None


def _texts(facts: Facts, made: ast.GeneratorExp | ast.ListComp, each: ast.expr) -> Diagnosis | None:
    """`sum(row["amount"] for row in rows)`"""
    if not isinstance(each, ast.Name | ast.Subscript | ast.Attribute):
        return None
    whole, part = place.in_full(facts, made), place.shown(facts, each)
    text = whole.removeprefix("[").removeprefix("(")
    if "..." in whole or not text.startswith(part):
        return None
    rest = text[len(part) :].removesuffix("]" if isinstance(made, ast.ListComp) else ")")
    return Diagnosis(Kind.SUM_OF_EACH, (part, f"sum(float({part}){rest})"))


def _uncalled(facts: Facts, what: ast.Name) -> Diagnosis | None:
    """`prices.append(book.price)`, which is a function of that object."""
    around = origin.only_bound(facts, what.id)
    if around is None:
        return None
    for node in ast.walk(around):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr="append"), args=[added]
            ) if name == what.id and isinstance(added, ast.Name | ast.Attribute):
                instead = f"{name}.append({place.shown(facts, added)}())"
                return Diagnosis(Kind.SUM_UNCALLED, (name, node.lineno, instead))
    return None
