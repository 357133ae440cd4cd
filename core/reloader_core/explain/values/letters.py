"""One letter of a text, which is to become another one. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, renewed
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def replaced(facts: Facts, node: ast.Subscript) -> Diagnosis | None:
    """`word[i] = letter`"""
    made, what, outside = _made(facts, node), place.shown(facts, node.value), ""
    if isinstance(node.value, ast.Name):
        needed = renewed.needed_global(facts, node.value.id)
        made, outside = made if needed is not None else "", needed or ""
    elif not _is_to_be_set(facts, node.value):
        return None
    if made and outside:
        return Diagnosis(Kind.PART_PUT_GLOBAL, (what, "str", made, facts.line, outside))
    return Diagnosis(Kind.LETTER_SET, (what, made)) if made else None


def _made(facts: Facts, node: ast.Subscript) -> str:
    """`word = word[:i] + letter + word[i + 1:]`; '' if that line would not do it."""
    match place.statement(facts):
        case ast.Assign(targets=[target], value=value) if target is node:
            pass
        case _:
            return ""
    what, index = place.in_full(facts, node.value), place.shown(facts, node.slice)
    at, is_text = place.whole_number(facts, node.slice), place.type_of(facts, value) == "str"
    is_plain = isinstance(node.slice, ast.Constant | ast.Name | ast.Attribute | ast.BinOp)
    if not is_plain or at is None or at < 0 or not is_text:
        return ""
    behind = at + 1 if isinstance(node.slice, ast.Constant) else f"{index} + 1"
    before = f"{what}[:{index}] + " if not isinstance(node.slice, ast.Constant) or at else ""
    text = f"{what} = {before}{place.operand(facts, value)} + {what}[{behind}:]"
    return text if "..." not in text else ""


def _is_to_be_set(facts: Facts, what: ast.expr) -> bool:
    """What it is a part of can be changed."""
    match what:
        case ast.Attribute():
            return True
        case ast.Subscript(value=holder, slice=ast.expr() as index):
            is_item = not isinstance(index, ast.Slice)
            return is_item and place.type_of(facts, holder) in ("list", "dict")
    return False
