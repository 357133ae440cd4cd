"""Texts that were to be numbers or times where two of them are calculated with: the largest and
smallest of several, and what .strftime() has written. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import sources, typed_into, unpacking
from reloader_core.explain.evidence import origin, place, scope, written
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_CALCULATED = (
    *(Kind.TEXTS_CALCULATED, Kind.TEXT_TAKEN_OUT, Kind.CALCULATED_WITH_TEXT, Kind.TEXT_AND_NUMBER),
    *(Kind.COMPARED_WITH_TEXT, Kind.ADDED_TO),
)


def as_dates(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """Both are times as .strftime() has written them."""
    nodes = [place.shown_as(facts, str(each), ast.Call) for each in found.values[:2]]
    made = [sources.only(facts, each, "str") if each is not None else None for each in nodes]
    lines: list[tuple[str, int, str]] = []
    values = [place.known(facts, each) if each is not None else None for each in nodes]
    texts = [each.text or "" if each is not None else "" for each in values]
    for node, each in zip(nodes, made, strict=True):
        if node is None or each is None:
            return None
        what = place.shown(facts, node)
        match each.node, each.steps[0].statement:
            case (
                ast.Call(func=ast.Attribute(value=date, attr="strftime")),
                ast.Assign(targets=[target]),
            ):
                if moment := _moment(facts, each.node, date):
                    instead = f"{place.shown(facts, target)} = {moment}"
                    lines.append((what, each.line, instead))
    is_dates = len(lines) == 2 and not any(map(written.is_number, ("float",) * 2, texts))
    return Diagnosis(Kind.DATES_AS_TEXT, (*lines[0], *lines[1])) if is_dates else None


def _moment(facts: Facts, call: ast.expr, date: ast.expr) -> str:
    """What .strftime() writes as text; '' if that is not sure. Of a module or a class, it is one of
    its values."""
    given = call.args if isinstance(call, ast.Call) else []
    root = ast.unparse(date).partition(".")[0]
    tree = place.tree_of(facts)
    if tree is None or not isinstance(date, ast.Name | ast.Attribute):
        return place.in_full(facts, date)
    bound = [each for _line, each in scope.bound(tree, root)]
    if not any(isinstance(each, ast.Import | ast.ImportFrom) for each in bound):
        return place.in_full(facts, date)
    if ast.unparse(date) == "time":
        return "time.time()" if len(given) == 1 else ""
    return place.in_full(facts, given[0]) if len(given) == 2 else ""


def of_most(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """The largest of several texts, whose letters have been compared: a number made of it would be
    that of another one."""
    if found.kind in (Kind.TEXTS_CALCULATED, Kind.TEXT_TAKEN_OUT):
        for each in found.values[:2]:
            node = place.shown_as(facts, str(each), ast.Call)
            if (unpacked := unpacking.keys_of(facts, node)) is not None:
                return unpacked
            if (by_key := unpacking.most_by_key(facts, str(each))) is not None:
                return by_key
    most = 2 if found.kind in (Kind.TEXTS_CALCULATED, Kind.TEXT_TAKEN_OUT) else 1
    for each in found.values[:most] if found.kind in _CALCULATED else ():
        node = place.shown_as(facts, str(each), ast.Call)
        if isinstance(node, ast.Name) and place.type_of(facts, node) not in ("str", ""):
            continue
        made = sources.only(facts, node, "str") if isinstance(node, ast.Name) else None
        match made.node if made is not None else node:
            case ast.Call(func=ast.Name(id="max" | "min" as name), args=[ast.Name() as items]):
                is_table = isinstance(origin.value(facts, items), ast.Dict | ast.DictComp)
                if is_table or not _are_texts(place.known(facts, items)):
                    return None
                what = place.shown(facts, node) if node is not None else name
                return _most_of(facts, what, f"{name}()", items)
    return None


def _are_texts(items: Value | None) -> bool:
    """Several that can be numbers, and not the letters of one, or the keys of a dictionary, as far
    as that is known."""
    if items is None or items.type not in ("list", "tuple", "set"):
        return items is None
    told = items.details[1] if len(items.details) > 1 else []
    return all(each[0] == "str" and written.is_number("float", str(each[1])) for each in told)


def _most_of(facts: Facts, what: str, function: str, items: ast.Name) -> Diagnosis | None:
    if (typed := typed_into.numbers(facts, items)) is not None:
        return Diagnosis(Kind.MOST_OF_TEXTS, (what, function, items.id, *typed))
    made = origin.assigned(facts, items)
    value = place.known(facts, items)
    texts = [each[1] for each in value.details[1]] if value and len(value.details) > 1 else []
    number = "int" if texts and all(str(each).strip().isdigit() for each in texts) else "float"
    shown = place.in_full(facts, made.value) if made is not None else "..."
    is_list = made is not None and isinstance(made.value, ast.List | ast.Call)
    if made is None or not is_list or "..." in shown or scope.is_begun_empty(made.value):
        return Diagnosis(Kind.MOST_BY_LETTERS, (what, items.id, function))
    instead = f"{items.id} = [{number}(each) for each in {shown}]"
    return Diagnosis(Kind.MOST_OF_TEXTS, (what, function, items.id, made.lineno, instead))
