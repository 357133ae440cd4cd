"""What is put into a heap as several things, and is one. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def of_several(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """`heappush(heap, priority, item)`, of a heap that has nothing else than tuples in it."""
    match call:
        case ast.Call(args=[heap, _, _, *_], keywords=[]):
            given, known = call.args[1:], place.known(facts, heap)
        case _:
            return None
    if known is None or known.type != "list" or not _holds_tuples(known):
        return None
    if any(isinstance(each, ast.Lambda) or _is_function(facts, each) for each in given):
        return None  # as a key, which sort() would take
    function = place.shown(facts, call.func)
    parts = [place.in_full(facts, each) for each in (heap, *given)]
    instead = f"{function}({parts[0]}, ({', '.join(parts[1:])}))"
    values = (f"{function}()", parts[0], instead)
    return Diagnosis(Kind.HEAP_ITEM, values) if "..." not in instead else None


def _holds_tuples(known: Value) -> bool:
    """If there is anything in it."""
    match known.details:
        case (0, *_):
            return True
        case (_, [("object", "tuple"), *_]):
            return True
    return False


def _is_function(facts: Facts, node: ast.expr) -> bool:
    return place.type_of(facts, node) in (*FUNCTION_TYPES, "type")
