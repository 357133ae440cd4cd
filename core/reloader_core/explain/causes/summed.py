"""What sum() has found that is no number. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, written
from reloader_core.explain.evidence.facts import Facts, Value
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
            if _are_words(facts, what):
                return Diagnosis(Kind.SUM_OF_OTHERS, (shown, kind))
            return _texts(facts, what, each)
        case ast.Name() if kind in _FUNCTIONS:
            return _uncalled(facts, what)
        case ast.Name() | ast.Attribute() if kind in ("list", "tuple", "dict", "NoneType", "set"):
            if place.type_of(facts, what) in ("list", "tuple", "set"):
                return Diagnosis(Kind.SUM_OF_OTHERS, (shown, kind))
        case ast.Call(func=ast.Attribute(value=table, attr="values"), args=[]) if kind == "str":
            if place.type_of(facts, table) == "dict":
                if _has_word(place.known(facts, table)):
                    return Diagnosis(Kind.SUM_OF_OTHERS, (shown, kind))
                return Diagnosis(Kind.SUM_OF_TEXTS, (shown,))
    return None


def _are_words(facts: Facts, made: ast.GeneratorExp | ast.ListComp) -> bool:
    """What it goes through are texts that are no numbers."""
    match made.generators:
        case [only]:
            value, written_out = place.known(facts, only.iter), origin.value(facts, only.iter)
            is_item = ast.unparse(made.elt) == ast.unparse(only.target)
            told = value.details[1] if value is not None and len(value.details) > 1 else []
            if isinstance(written_out, ast.List):
                texts = [each.value for each in written_out.elts if isinstance(each, ast.Constant)]
                told = [("str", each) for each in texts if isinstance(each, str)]
            is_text = value is not None and value.type == "str"
            return is_item and not is_text and any(_is_word(each) for each in told)
    return False


def _has_word(table: Value | None) -> bool:
    told = table.details[1] if table is not None and len(table.details) > 1 else []
    return any(_is_word(each) for _key, each in told)


def _is_word(told: tuple[object, ...]) -> bool:
    """A text that is no number."""
    return told[0] == "str" and not written.is_number("float", str(told[1]))


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
