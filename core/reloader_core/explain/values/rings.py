"""A place that was found in an alphabet and the like, and moved on past its end. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_LEAST_ITEMS, _LEAST_LETTERS = 3, 10


def moved_past(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """`alphabet[alphabet.index(letter) + key]`: behind the last one, it may begin at the front."""
    moved = origin.value(facts, node.slice) or node.slice
    if number < length or not isinstance(moved, ast.BinOp) or not isinstance(moved.op, ast.Add):
        return None
    if not isinstance(node.ctx, ast.Load) or not _is_fixed(facts, node.value):
        return None
    if not any(_is_found(facts, each, node.value) for each in (moved.left, moved.right)):
        return None
    what, index = place.shown(facts, node.value), place.operand(facts, node.slice)
    instead = f"{what}[{index} % len({what})]"
    if "..." in instead:
        return None
    return Diagnosis(Kind.RING_END, (what, length, number, instead))


def _is_found(facts: Facts, index: ast.expr, items: ast.expr) -> bool:
    """It is where something stands in them."""
    match origin.value(facts, index) or index:
        case ast.Call(func=ast.Attribute(value=owner, attr="index" | "find")):
            return ast.unparse(owner) == ast.unparse(items)
    return False


def _is_fixed(facts: Facts, items: ast.expr) -> bool:
    """They are written down in the script, or are letters each of which is there once."""
    match origin.value(facts, items):
        case ast.List(elts=each) | ast.Tuple(elts=each):
            return len(each) >= _LEAST_ITEMS and all(isinstance(e, ast.Constant) for e in each)
    value = place.known(facts, items)
    text = (value.text or "") if value is not None else ""
    return len(text) >= _LEAST_LETTERS and len(set(text)) == len(text)
