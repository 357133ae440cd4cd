"""A place found in a text or list that is moved on, past the end of it: what begins again at its
start may be meant. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FIND = ("index", "find")


def past_end(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """`place = letters.index(sign) + key`, and then letters[place]."""
    if number < length or not isinstance(node.value, ast.Name | ast.Attribute):
        return None
    what = place.in_full(facts, node.value)
    match node.slice:
        case ast.Name(id=name):
            line, instead = _moved_name(facts, node, name)
        case ast.BinOp() as moved if _is_moved(facts, moved, node.value):
            line, instead = facts.line, f"{what}[{_wrapped(facts, moved, what)}]"
        case _:
            return None
    if not instead or "..." in instead:
        return None
    index = place.shown(facts, node.slice)
    return Diagnosis(Kind.SHIFTED_PAST, (index, number, what, length - 1, line, instead))


def _moved_name(facts: Facts, node: ast.Subscript, name: str) -> tuple[int, str]:
    """The line in which the place is moved on, and what to write there; (0, '') if there is none:
    `place = found + key`, or `place += key`."""
    what = place.in_full(facts, node.value)
    index = node.slice
    made = origin.assigned(facts, index)
    if made is not None:
        if isinstance(made.value, ast.BinOp) and _is_moved(facts, made.value, node.value):
            return made.lineno, f"{name} = {_wrapped(facts, made.value, what)}"
        return 0, ""
    home = scope.of_name(facts, name)
    stores = scope.plain_stores(scope.in_scope(home), name) if home is not None else []
    changes = [
        each
        for each in (scope.in_scope(home) if home is not None else ())
        if isinstance(each, ast.AugAssign) and place.is_name(each.target, name)
    ]
    if home is None or len(stores) != 1 or len(changes) != 1:
        return 0, ""
    if len(scope.bindings(home, name)) != 2 or not _is_found(stores[0].value, node.value):
        return 0, ""
    if not isinstance(changes[0].op, ast.Add):
        return 0, ""
    more = place.operand(facts, changes[0].value)
    return changes[0].lineno, f"{name} = ({name} + {more}) % len({what})"


def _is_moved(facts: Facts, moved: ast.BinOp, owner: ast.expr) -> bool:
    """One side is a place that was looked for in the same text or list."""
    if not isinstance(moved.op, ast.Add | ast.Sub):
        return False
    sides = (moved.left, moved.right) if isinstance(moved.op, ast.Add) else (moved.left,)
    return any(
        _is_found(each, owner) or _is_found(origin.value(facts, each), owner) for each in sides
    )


def _is_found(node: ast.expr | None, owner: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=whole, attr=name), args=[_], keywords=[]):
            return name in _FIND and ast.unparse(whole) == ast.unparse(owner)
    return False


def _wrapped(facts: Facts, moved: ast.BinOp, what: str) -> str:
    return f"({place.in_full(facts, moved)}) % len({what})"
