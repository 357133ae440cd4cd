"""What .join() is given, whose items are no texts. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.calls import of_items
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NUMBERS = ("int", "float", "bool", "complex", "Decimal", "Fraction")


def of_others(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(
        r"sequence item (\d+): expected str instance, ([\w.]+) found", facts.message
    )
    call = called(facts, "join")
    if said is None or call is None or len(call.args) != 1:
        return None
    items, index = call.args[0], int(said[1])
    if said[2] in ("NoneType", *FUNCTION_TYPES):
        if (unusable := of_items.unusable(facts, items, said[2])) is not None:
            return unusable
        shown = f"{place.shown(facts, items)}[{index}]"
        is_list = place.type_of(facts, items) in ("list", "tuple")
        is_nothing = said[2] == "NoneType" and is_list and isinstance(items, ast.Name)
        return Diagnosis(Kind.NONE_OPERAND, (shown, ".join()")) if is_nothing else None
    values = (place.shown(facts, items), index, said[2])
    if said[2] in _NUMBERS and (instead := _as_texts(facts, call, items)):
        return Diagnosis(Kind.JOIN_AS_TEXTS, (*values, instead))
    return Diagnosis(Kind.JOIN_OF_OTHERS, values)


def _as_texts(facts: Facts, call: ast.Call, items: ast.expr) -> str:
    """The call with str() for each item; '' if that is too long."""
    match items:
        case ast.GeneratorExp(elt=elt) | ast.ListComp(elt=elt) if len(items.generators) == 1:
            whole, shown = place.in_full(facts, items)[1:-1], place.in_full(facts, elt)
            if not whole.startswith(shown):
                return ""
            made = f"str({shown}){whole[len(shown) :]}"
        case ast.Name() | ast.Attribute() | ast.Subscript() | ast.Call() | ast.List() | ast.Tuple():
            made = f"str(each) for each in {place.in_full(facts, items)}"
        case _:
            return ""
    instead = f"{place.in_full(facts, call.func)}({made})"
    is_taken = any(place.is_name(each, "each") for each in ast.walk(items))
    return "" if "..." in instead or is_taken else instead
