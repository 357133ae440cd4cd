"""A name that every line only changes, while another one, called nearly so, was begun. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def begun_otherwise(facts: Facts, home: ast.Module | scope.Function, name: str) -> Diagnosis | None:
    """`total_wieght += kg`, below `total_weight = 0`. `home`: whose names both are."""
    changes = _changes(home, name)
    if not changes or not scope.only_changes(home, name, scope.bindings(home, name)):
        return None
    begun = _begun(facts, home)
    near = nearest(name, begun)
    if not near or not all(_goes_with(facts, begun[near], each) for each in changes):
        return None
    uses, other_uses = _uses(home, name), _uses(home, near)
    is_only_changed = _is_only_changed(home, name)
    if not is_only_changed and len(other_uses) > 1:
        return None  # both have a life of their own
    if is_only_changed and _changes(home, near) and not _is_surely_meant(name, near):
        return None  # each may count something else
    lines = ", ".join(map(str, sorted(uses)))
    return Diagnosis(Kind.BEGUN_OTHERWISE, (name, begun[near].lineno, near, lines))


def of_global(facts: Facts, name: str) -> Diagnosis | None:
    """`global scroe`, and the file begins `score` above."""
    tree, function = place.tree_of(facts), scope.function_around(facts)
    if tree is None or function is None or scope.bindings(tree, name):
        return None
    declared = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Global | ast.Nonlocal) and name in each.names
    ]
    changes, begun = _changes(function, name), _begun(facts, tree)
    near = nearest(name, begun)
    lines = {each.lineno for each in declared} | _uses(function, name)
    is_all = len(declared) == 1 and declared[0] in list(scope.in_scope(function))
    if not changes or not near or not is_all or lines < _uses(tree, name):
        return None
    if not scope.only_changes(function, name, scope.bindings(function, name)):
        return None
    if not all(_goes_with(facts, begun[near], each) for each in changes):
        return None
    if near in scope.parameters(function) or scope.bindings(function, near):
        return None
    shown = ", ".join(map(str, sorted(lines)))
    return Diagnosis(Kind.BEGUN_OTHERWISE, (name, begun[near].lineno, near, shown))


def _changes(home: ast.AST, name: str) -> list[ast.AugAssign]:
    return [
        each
        for each in scope.in_scope(home)
        if isinstance(each, ast.AugAssign) and place.is_name(each.target, name)
    ]


def _begun(facts: Facts, home: ast.Module | scope.Function) -> dict[str, ast.expr]:
    """What has surely got a value by now, and which one at first."""
    found: dict[str, ast.expr] = {}
    for each in origin.ran_before(facts, home):
        for target, value in scope.given_values(each):
            if isinstance(target, ast.Name):
                found.setdefault(target.id, value)
    return found


def _uses(home: ast.AST, name: str) -> set[int]:
    return {
        each.lineno for each in ast.walk(home) if isinstance(each, ast.Name) and each.id == name
    }


def _is_only_changed(home: ast.AST, name: str) -> bool:
    """Nobody ever asks what it is."""
    return not any(
        place.is_name(each, name) and isinstance(getattr(each, "ctx", None), ast.Load)
        for each in ast.walk(home)
    )


def _is_surely_meant(name: str, near: str) -> bool:
    """The same letters, as a slip of the hand has put them."""
    return sorted(name.lower()) == sorted(near.lower())


def _goes_with(facts: Facts, begun: ast.expr, change: ast.AugAssign) -> bool:
    """What it began as can be changed so: no number is added to a list."""
    first, added = _kind(facts, begun), _kind(facts, change.value)
    if first == "number":
        return added in ("number", "")
    if first in ("text", "list"):
        return isinstance(change.op, ast.Add) and added == first
    return False


def _kind(facts: Facts, node: ast.expr) -> str:
    """'' if it is not known, and 'other' of what is neither."""
    match node:
        case ast.JoinedStr():
            return "text"
        case ast.List() | ast.ListComp():
            return "list"
        case ast.Dict() | ast.Set() | ast.Tuple() | ast.Lambda() | ast.GeneratorExp():
            return "other"
        case ast.BinOp(left=left, right=right):
            kinds = {_kind(facts, left), _kind(facts, right)} - {""}
            return kinds.pop() if len(kinds) == 1 else ""
    kind = place.type_of(facts, node)
    if kind in ("int", "float", "bool"):
        return "number"
    return {"str": "text", "list": "list", "": ""}.get(kind, "other")
