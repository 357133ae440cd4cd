"""All texts that a value can be, of a list that is written out or of a column of a file. Pure, but
for evidence/read_files.py."""

from __future__ import annotations

import ast
import csv

from reloader_core.explain.causes import held
from reloader_core.explain.evidence import place, read_files
from reloader_core.explain.evidence.facts import Facts

_SIGNS = (",", ";", "\t", "|")


def texts_of(facts: Facts, home: ast.AST, node: ast.expr) -> list[str] | None:
    """All that it can be: of a list that is written out, or of the column of that name in a file
    that the script names, or in a text in it; None if that is not known."""
    tree = place.tree_of(facts)
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value
    if isinstance(node, ast.Name) and tree is not None:
        items = held.gone_through(tree, home, node.id)
        if isinstance(items, ast.Name):
            items = held.value_of(tree, home, items.id)
        if isinstance(items, ast.List | ast.Tuple):
            found = [each.value for each in items.elts if isinstance(each, ast.Constant)]
            return [str(each) for each in found] if len(found) == len(items.elts) else None
        node = held.value_of(tree, home, node.id) or node
    match node:
        case ast.Subscript(value=ast.Name(), slice=ast.Constant(value=str(key))):
            return _column(facts, key)
    return None


def _column(facts: Facts, name: str) -> list[str] | None:
    found: list[str] = []
    texts = [each.value for each in place.every(facts, ast.Constant) if isinstance(each.value, str)]
    texts = [each for each in texts if "\n" in each.strip()]
    for text in (*texts, *(whole for _name, whole in read_files.named(facts))):
        header, *lines = text.strip("\n").split("\n")
        for sign in _SIGNS:
            names = next(csv.reader([header], delimiter=sign), [])
            if name in names:
                rows = [each for each in csv.reader(lines, delimiter=sign) if each]
                at = names.index(name)
                found += [each[at] if at < len(each) else "" for each in rows]
    return found or None
