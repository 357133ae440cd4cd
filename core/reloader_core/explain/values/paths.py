"""Paths that are put together as texts are. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

TYPES = ("PosixPath", "WindowsPath")


def put_together(facts: Facts, path: ast.expr, text: ast.expr) -> Diagnosis | None:
    """With all that is added behind it, as / comes before +."""
    parts, added = [text], path
    for node in place.in_statement(facts):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and node.left is path:
            added = node
    while (around := _added_around(facts, added)) is not None:
        parts.append(around.right)
        added = around
    shown = [place.shown(facts, each) for each in parts]
    begins = re.match(r"[rR]?(['\"])[/\\]+", shown[0])
    if begins is not None:
        rest = shown[0][begins.end() :]
        shown = [f"{begins[1]}{rest}", *shown[1:]] if rest != begins[1] else shown[1:]
    if not shown:
        return None
    behind = " + ".join(shown)
    behind = f"({behind})" if len(shown) > 1 else behind
    left = place.shown(facts, path)
    is_changed = place.is_changed(facts, path)
    instead = f"{left} = {left} / {behind}" if is_changed else f"{left} / {behind}"
    return Diagnosis(Kind.PATH_PLUS, (instead,))


def _added_around(facts: Facts, node: ast.expr) -> ast.BinOp | None:
    """The sum whose left side it is."""
    for each in place.in_statement(facts):
        if isinstance(each, ast.BinOp) and each.left is node and isinstance(each.op, ast.Add):
            return each
    return None
