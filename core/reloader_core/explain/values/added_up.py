"""A text that is added to what was a number from its beginning. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import header, stored_texts
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def to_number(facts: Facts, text: ast.expr, number: ast.expr) -> Diagnosis | None:
    """`total = total + worked[day]`: it is kept in the number's own name, so no text is wanted."""
    if not isinstance(number, ast.Name) or not isinstance(text, ast.Subscript):
        return None
    match place.statement(facts):
        case ast.Assign(targets=[ast.Name(id=kept)]) | ast.AugAssign(target=ast.Name(id=kept)):
            begun = header.begins(facts, kept) if kept == number.id else None
        case _:
            return None
    if begun is None:
        return None
    function = stored_texts.function_for(facts, text)
    if (typed := stored_texts.typed(facts, text, function)) is not None:
        return typed
    shown = place.shown(facts, text)
    return Diagnosis(Kind.SUM_OF_TEXT, (shown, kept, begun.lineno, f"{function}({shown})"))


def word(facts: Facts, text: ast.expr, number: ast.expr) -> Diagnosis | None:
    """The same of a text that no number can be made of, as that of a header."""
    if not isinstance(number, ast.Name) or (begun := header.begins(facts, number.id)) is None:
        return None
    match place.statement(facts):
        case ast.Assign(targets=[ast.Name(id=kept)]) | ast.AugAssign(target=ast.Name(id=kept)):
            value = place.known(facts, text)
            if kept != number.id or value is None or not (said := literal(value)):
                return None
        case _:
            return None
    if (found := header.in_first_row(facts, text, number)) is not None:
        return found
    return Diagnosis(Kind.SUM_OF_WORD, (place.shown(facts, text), said, kept, begun.lineno))


def is_kept(facts: Facts, number: ast.expr) -> bool:
    """What is added to the number is kept in its own name: `total += price`."""
    match place.statement(facts):
        case ast.Assign(targets=[target]) | ast.AugAssign(target=target):
            return ast.unparse(target) == ast.unparse(number)
    return False


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
