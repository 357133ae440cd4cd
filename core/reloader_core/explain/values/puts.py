"""`items[i] = ...` right behind the last item of a list that is being filled. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def behind(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """`x = []`, one item is appended, and then `x[i] = ...` for the next: this adds none."""
    statement = place.statement(facts)
    if number != length or not isinstance(statement, ast.Assign) or statement.targets != [node]:
        return None
    begun = _begun(facts, node.value, length)
    if begun is None or not _may_go_on(facts, node, begun[1], number):
        return None
    what, value = place.shown(facts, node.value), place.in_full(facts, statement.value)
    if isinstance(statement.value, ast.Tuple) and not value.startswith("("):
        value = f"({value})"
    shown, instead = place.shown(facts, node.slice), f"{what}.append({value})"
    if "..." in what + instead + shown:
        return None
    return Diagnosis(Kind.PUT_BEHIND, (what, shown, begun[0], length, instead))


def _begun(facts: Facts, items: ast.expr, length: int) -> tuple[int, ast.expr] | None:
    """The only line that gives the name its list, written out with so many items or fewer, and
    that list."""
    name = ast.unparse(items)
    around: ast.AST | None = place.tree_of(facts)
    if isinstance(items, ast.Name):
        around = scope.of_name(facts, name)
    if around is None or not isinstance(items, ast.Name | ast.Attribute):
        return None
    found, stored = [], 0
    for node in ast.walk(around):
        for target, value in scope.given_values(node):
            if ast.unparse(target) == name:
                if not _is_short(value, length):
                    return None
                found.append((target.lineno, value))
        match node:
            case ast.Name(ctx=ast.Store()) | ast.Attribute(ctx=ast.Store()):
                stored += ast.unparse(node) == name
    return found[0] if len(found) == stored == 1 else None


def _is_short(value: ast.expr, length: int) -> bool:
    match value:
        case ast.List(elts=elements):
            return len(elements) <= length and not any(
                isinstance(each, ast.Starred) for each in elements
            )
        case ast.Call(func=ast.Name(id="list"), args=[]):
            return True
    return False


def _may_go_on(facts: Facts, node: ast.Subscript, begun: ast.expr, number: int) -> bool:
    """The place is the first one behind those that it was begun with: in a longer list that was
    written out, the index may go too far instead."""
    match begun:
        case ast.List(elts=elements) if len(elements) > 0 and len(elements) == number:
            return _is_first_round(facts, node.slice, number)
    return any(isinstance(each, ast.Name) for each in ast.walk(node.slice))


def _is_first_round(facts: Facts, index: ast.expr, number: int) -> bool:
    more = 0
    match index:
        case ast.BinOp(left=ast.Name() as index, op=ast.Add(), right=ast.Constant(value=int(more))):
            pass
    for loop in place.every(facts, ast.For):
        match loop.target, loop.iter, index:
            case ast.Name(id=target), ast.Call(
                func=ast.Name(id="range"), args=[*first, _]
            ), ast.Name(id=name) if target == name and place.covers(loop, facts.line):
                start = place.whole_number(facts, first[0]) if first else 0
                return start is not None and start + more == number
    return False
