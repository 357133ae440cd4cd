"""One letter of a text, which is to become another one. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts


def made(facts: Facts, node: ast.Subscript) -> str:
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
    if not _is_to_be_set(facts, node.value):
        return ""
    behind = at + 1 if isinstance(node.slice, ast.Constant) else f"{index} + 1"
    before = f"{what}[:{index}] + " if not isinstance(node.slice, ast.Constant) or at else ""
    text = f"{what} = {before}{place.operand(facts, value)} + {what}[{behind}:]"
    return text if "..." not in text else ""


def _is_to_be_set(facts: Facts, what: ast.expr) -> bool:
    """What is given to it stays: it is no name that a loop gives each text of a list, none of
    another function's, and what it is an item of can be changed."""
    match what:
        case ast.Name(id=name):
            found = facts.names.get(name)
            inside = facts.function != "<module>"
            is_own = found is not None and found.where == ("local" if inside else "global")
            loops = [each for each in place.every(facts, ast.For) if place.covers(each, facts.line)]
            return is_own and not any(scope.bindings(_target(loop), name) for loop in loops)
        case ast.Attribute():
            return True
        case ast.Subscript(value=holder, slice=ast.expr() as index):
            is_item = not isinstance(index, ast.Slice)
            return is_item and place.type_of(facts, holder) in ("list", "dict")
    return False


def _target(loop: ast.For) -> ast.AST:
    """With what a loop sets, and nothing else of it."""
    return ast.Expr(loop.target)
