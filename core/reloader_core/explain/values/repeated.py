"""A text that is repeated by *, and then calculated with: the number was meant. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import made
from reloader_core.explain.evidence import origin, place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_SHOWN = 80


def whole_at_source(facts: Facts, number: ast.expr, text: str, kind: str) -> Diagnosis | None:
    """`"#" * filled + "." * (width - filled)`: int() in the first of them alone leaves the other
    one. `text`: what is repeated, `kind` the type of the number."""
    made_ = origin.assigned(facts, number)
    home = origin.only_bound(facts, number.id) if isinstance(number, ast.Name) else None
    if made_ is None or home is None or not isinstance(number, ast.Name) or kind != "float":
        return None
    uses = [
        each
        for each in scope.in_scope(home)
        if place.is_name(each, number.id) and isinstance(each, ast.Name)
        if isinstance(each.ctx, ast.Load)
    ]
    times = [
        each
        for each in scope.in_scope(home)
        if isinstance(each, ast.BinOp) and isinstance(each.op, ast.Mult)
        if place.is_text(each.left) or place.is_text(each.right)
    ]
    inside = {id(node) for each in times for node in ast.walk(each)}
    if len(uses) < 2 or not all(id(each) in inside for each in uses):
        return None
    if _is_used_elsewhere(facts, number.id, len(uses)):
        return None
    instead = f"{number.id} = int({place.in_full(facts, made_.value)})"
    if "..." in instead or len(instead) > _MOST_SHOWN or len(made_.targets) != 1:
        return None
    values = (text, number.id, made_.lineno, instead)
    return Diagnosis(Kind.REPEATED_WHOLE, values)


def _is_used_elsewhere(facts: Facts, name: str, own: int) -> bool:
    """In another function, or in a comprehension."""
    loads = [
        each
        for each in place.every(facts, ast.Name)
        if each.id == name and isinstance(each.ctx, ast.Load)
    ]
    return len(loads) != own


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
