"""Paths that are put together as texts are. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

TYPES = ("PosixPath", "WindowsPath")


def put_together(facts: Facts, path: ast.expr, text: ast.expr, kind: str) -> Diagnosis | None:
    """With all that is added behind it, as / comes before +."""
    parts, added = [text], path
    for node in place.in_statement(facts):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and node.left is path:
            added = node
    while (around := _added_around(facts, added)) is not None:
        parts.append(around.right)
        added = around
    shown = [place.shown(facts, each) for each in parts]
    value = place.known(facts, text)
    if value is not None and re.match(r"[\s:,;!?]", value.text or ""):  # as in a message
        return Diagnosis(Kind.TEXT_PLUS_NUMBER, (shown[0], place.shown(facts, path), kind))
    if (ending := _ending(facts, path, parts, shown)) is not None:
        return ending
    begins = re.match(r"([rRfF]{0,2})(['\"])[/\\]+", shown[0])
    if begins is not None:
        rest = shown[0][begins.end() :]
        is_more = rest != begins[2]
        shown = [f"{begins[1]}{begins[2]}{rest}", *shown[1:]] if is_more else shown[1:]
    elif value is not None and (value.text or "").startswith("/"):
        shown[0] = f'{shown[0]}.lstrip("/")'  # or it would begin at the root
    if not shown:
        return None
    behind = " + ".join(shown)
    behind = f"({behind})" if len(shown) > 1 else behind
    left = place.shown(facts, path)
    is_changed = place.is_changed(facts, path)
    instead = f"{left} = {left} / {behind}" if is_changed else f"{left} / {behind}"
    return Diagnosis(Kind.PATH_PLUS, (instead,))


def _ending(
    facts: Facts, path: ast.expr, parts: list[ast.expr], shown: list[str]
) -> Diagnosis | None:
    """What belongs to the name itself, as in `path + ".txt"`: / would make a name of its own."""
    value = place.known(facts, parts[0])
    is_ending = value is not None and re.match(r"[._-]\w", value.text or "") is not None
    if not is_ending or not isinstance(path, ast.Name | ast.Attribute):
        return None
    left = place.shown(facts, path)
    instead = f"{left}.with_name({left}.name + {' + '.join(shown)})"
    instead = f"{left} = {instead}" if place.is_changed(facts, path) else instead
    return Diagnosis(Kind.PATH_ENDING, (left, instead))


def _added_around(facts: Facts, node: ast.expr) -> ast.BinOp | None:
    """The sum whose left side it is."""
    for each in place.in_statement(facts):
        if isinstance(each, ast.BinOp) and each.left is node and isinstance(each.op, ast.Add):
            return each
    return None
