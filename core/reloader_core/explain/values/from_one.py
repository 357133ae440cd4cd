"""A weekday or month that is counted from 1, in a list, whose places are counted from 0. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SUNDAYS = ("su", "so", "sø", "sö", "sá", "do", "di", "zo", "ni", "周日", "星期日", "星期天", "日")
_MOST = {"month": 12, "tm_mon": 12, "isoweekday": 7}


def counted(facts: Facts, node: ast.Subscript, length: int) -> Diagnosis | None:
    """`DAYS[day.isoweekday()]`, `MONTHS[day.month]`"""
    number, made = place.whole_number(facts, node.slice), node.slice
    if isinstance(made, ast.Name):
        made = origin.value(facts, made) or made
    match made:
        case ast.Call(func=ast.Attribute(attr="isoweekday" as name), args=[]):
            what = f"{name}()"
        case ast.Attribute(attr="month" | "tm_mon" as name):
            what = f".{name}"
        case _:
            return None
    most = _MOST[name]
    if length != most or number not in (None, most):
        return None
    items, index = place.shown(facts, node.value), place.operand(facts, node.slice)
    instead = f"{items}[{index} - 1]"
    if name == "isoweekday":
        if _begins_on_sunday(facts, node.value):
            instead = f"{items}[{index} % 7]"
        elif isinstance(node.slice, ast.Call):
            instead = f"{items}[{index.replace('isoweekday', 'weekday')}]"
    if "..." in instead:
        return None
    return Diagnosis(Kind.COUNTED_FROM_1, (what, most, items, length, instead))


def _begins_on_sunday(facts: Facts, items: ast.expr) -> bool:
    value = place.known(facts, items)
    match value.details if value is not None else ():
        case (_, [("str", str(first), *_), *_]):
            return first.lower().startswith(_SUNDAYS)
    return False
