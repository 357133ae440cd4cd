"""A text that is repeated by *, and then calculated with: the number was meant. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import made
from reloader_core.explain.evidence import place, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def is_repeated(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)


def calculated(
    facts: Facts, text: ast.expr, other: ast.expr, operator: str, number: str
) -> Diagnosis | None:
    """`" " * (w - n) / 2`, where `number` is the type of the other one; None if it may be that a
    number is meant that was read as text."""
    parts = _parts(facts, text)
    if parts is None:
        return None
    repeated, times, is_first = parts
    value = place.known(facts, repeated)
    if not isinstance(repeated, ast.Constant):
        if value is None or value.text is None:
            return None
        if written.is_number("float", value.text):
            return made.calculated_with_text(facts, repeated, operator)
    is_left = (text.lineno, text.col_offset) < (other.lineno, other.col_offset)
    if operator not in ("/", "//", "-") or not is_left:
        return None
    count = _count(facts, times, other, operator, number)
    what = place.operand(facts, repeated)
    instead = f"{what} * {count}" if is_first else f"{count} * {what}"
    shown = place.shown(facts, text)
    if "..." in shown + instead:
        return None
    return Diagnosis(Kind.REPEATED_FIRST, (shown, operator, instead))


def _parts(facts: Facts, node: ast.expr) -> tuple[ast.expr, ast.expr, bool] | None:
    """The text, how many times, and whether the text stands first."""
    match node:
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            if place.type_of(facts, left) == "str" and not isinstance(left, ast.BinOp):
                return left, right, True
            if place.type_of(facts, right) == "str":
                return right, left, False
    return None


def _count(facts: Facts, times: ast.expr, other: ast.expr, operator: str, number: str) -> str:
    """In brackets: a whole number, as only this many times can be repeated."""
    one, by = place.operand(facts, times), place.operand(facts, other)
    if number == "float":
        return f"int({one} {operator} {by})"
    return f"({one} {'-' if operator == '-' else '//'} {by})"
