"""A text that is added to what was a number from its beginning. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import stored_texts
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def to_number(facts: Facts, text: ast.expr, number: ast.expr) -> Diagnosis | None:
    """`total = total + worked[day]`: it is kept in the number's own name, so no text is wanted."""
    if not isinstance(number, ast.Name) or not isinstance(text, ast.Subscript):
        return None
    match place.statement(facts):
        case ast.Assign(targets=[ast.Name(id=kept)]) | ast.AugAssign(target=ast.Name(id=kept)):
            begins = _begins(facts, kept) if kept == number.id else 0
        case _:
            return None
    if not begins:
        return None
    function = stored_texts.function_for(facts, text)
    if (typed := stored_texts.typed(facts, text, function)) is not None:
        return typed
    shown = place.shown(facts, text)
    return Diagnosis(Kind.SUM_OF_TEXT, (shown, kept, begins, f"{function}({shown})"))


def joined(facts: Facts, items: ast.expr) -> str:
    """How one text is made of the items of a list or tuple; '' if these may be anything."""
    shown = place.shown(facts, items)
    value = place.known(facts, items)
    if "..." in shown:
        return ""
    match items:
        case ast.Call(func=ast.Attribute(attr="wrap") | ast.Name(id="wrap")):
            return f'"\\n".join({shown})'
        case ast.Call(func=ast.Attribute(attr="split" | "splitlines" | "readlines")):
            return f'", ".join({shown})'
    first = value.details[1] if value is not None and len(value.details) == 2 else []
    if first and all(each[0] == "str" for each in first):
        return f'", ".join({shown})'
    return f'", ".join(map(str, {shown}))'


def _begins(facts: Facts, name: str) -> int:
    """The line that gives it a number that stands there; 0: there is none, or several lines do."""
    around = scope.of_name(facts, name)
    found = []
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case ast.Assign(targets=[ast.Name(id=each)], value=ast.Constant(value=int() | float())):
                found += [node.lineno] if each == name else []
    return found[0] if len(found) == 1 else 0
