"""The dictionaries that a script puts into a list one by one, as far as its text says what is in
them. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts

_PUTS = ("append", "insert", "extend")
_TAKES = ("remove", "pop", "clear")


def of(facts: Facts, node: ast.expr) -> list[dict[str, Any]]:
    """`inventory.append({"name": name, "count": count})`, perhaps in a function that gets the
    values; a value that is not written is None. Empty, if something else may be in the list, or
    one of them is out of it again."""
    made, tree, held = origin.value(facts, node), place.tree_of(facts), place.known(facts, node)
    if tree is None or held is None or not isinstance(node, ast.Name):
        return []
    if not isinstance(made, ast.List) or made.elts or not _is_one_list(tree, node.id):
        return []
    found: list[dict[str, Any]] = []
    for call in _calls(tree, node.id):
        match call:
            case ast.Call(func=ast.Attribute(attr="append"), args=[ast.Dict() as record]):
                found += _records(tree, call, record)
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in _PUTS:
                return []
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in _TAKES:
                if held.length is None or held.length < len(list(_all(tree, node.id))):
                    return []
    keys = {key for each in found for key in each}
    return [] if _gets_more_keys(tree, keys) else found


def _is_one_list(tree: ast.Module, name: str) -> bool:
    """No other function has a variable of this name."""
    bound = [each for each in ast.walk(tree) if isinstance(each, scope.FUNCTIONS)]
    return not any(
        name in scope.parameters(each) or scope.bindings(each, name) for each in bound
    ) and not any(
        isinstance(each, ast.AugAssign) and place.is_name(each.target, name)
        for each in ast.walk(tree)
    )


def _calls(tree: ast.Module, name: str) -> Iterator[ast.Call]:
    """Of its methods."""
    for each in ast.walk(tree):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute):
            if place.is_name(each.func.value, name):
                yield each


def _all(tree: ast.Module, name: str) -> Iterator[dict[str, Any]]:
    for call in _calls(tree, name):
        match call:
            case ast.Call(func=ast.Attribute(attr="append"), args=[ast.Dict() as record]):
                yield from _records(tree, call, record)


def _records(tree: ast.Module, put: ast.Call, record: ast.Dict) -> Iterator[dict[str, Any]]:
    """One for each call of the function around it that gives its values."""
    home = scope.home_of(tree, put)
    if not all(isinstance(key, ast.Constant) for key in record.keys):
        return
    if not isinstance(home, ast.FunctionDef):
        yield _written(record, {})
        return
    names = [each.arg for each in home.args.args]
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Name(id=called), args=args, keywords=keywords) if (
                called == home.name
            ):
                given = dict(zip(names, args, strict=False))
                given |= {each.arg: each.value for each in keywords if each.arg}
                kept = {n: v for n, v in given.items() if not scope.bindings(home, n)}
                yield _written(record, kept)


def _written(record: ast.Dict, given: dict[str, ast.expr]) -> dict[str, Any]:
    found = {}
    for key, value in zip(record.keys, record.values, strict=True):
        value = given.get(value.id, value) if isinstance(value, ast.Name) else value
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            found[key.value] = value.value if isinstance(value, ast.Constant) else None
    return found


def _gets_more_keys(tree: ast.Module, keys: set[str]) -> bool:
    """Some line puts something into a dictionary under another key."""
    for each in ast.walk(tree):
        match each:
            case ast.Subscript(ctx=ast.Store(), slice=ast.Constant(value=str(key))):
                if key not in keys:
                    return True
            case ast.Call(func=ast.Attribute(attr="update" | "setdefault")):
                return True
    return False
