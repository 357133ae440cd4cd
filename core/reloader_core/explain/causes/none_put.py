"""The call that has made what a list is filled with, where each of its items is None. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts

_FILLS = ("append", "extend", "insert")


def made_by(facts: Facts, items: ast.expr) -> ast.Call | None:
    """`heights.append(height(each))`, the only line that puts something in, or
    `[height(each) for each in rows]`."""
    match items:
        case ast.GeneratorExp(elt=ast.Call() as call) | ast.ListComp(elt=ast.Call() as call):
            return call
        case ast.Call(func=ast.Name(id="list"), args=[ast.Call() as mapped]) | (
            ast.Call(func=ast.Name(id="map")) as mapped
        ):
            return _mapped(mapped)
        case ast.Name(id=name):
            made = origin.value(facts, items)
            around = origin.only_bound(facts, name)
            if made is None or around is None or _is_filled_elsewhere(facts, around, name):
                return None
            if scope.is_begun_empty(made):
                return _only_put(around, name)
            return made_by(facts, made) if not _puts(around, name) else None
    return None


def _mapped(call: ast.Call) -> ast.Call | None:
    """What map() calls."""
    match call:
        case ast.Call(func=ast.Name(id="map"), args=[ast.Name() as function, *_]):
            return ast.copy_location(ast.Call(func=function, args=[], keywords=[]), call)
    return None


def _puts(around: ast.AST, name: str) -> list[ast.Call]:
    return [
        each
        for each in ast.walk(around)
        if isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr in _FILLS
        and place.is_name(each.func.value, name)
    ]


def _only_put(around: ast.AST, name: str) -> ast.Call | None:
    match _puts(around, name):
        case [ast.Call(func=ast.Attribute(attr="append"), args=[ast.Call() as call])]:
            return call
        case [ast.Call(func=ast.Attribute(attr="append"), args=[ast.Name(id=added)])]:
            given = scope.plain_stores(scope.in_scope(around), added)
            if len(given) == len(scope.bindings(around, added)) == 1:
                return given[0].value if isinstance(given[0].value, ast.Call) else None
    return None


def _is_filled_elsewhere(facts: Facts, around: ast.AST, name: str) -> bool:
    """By name[0] = ..., by name += ..., by a function that is given it, or by another one."""
    tree = place.tree_of(facts)
    for node in ast.walk(around):
        match node:
            case ast.AugAssign(target=target) if place.is_name(target, name):
                return True
            case ast.Subscript(value=value, ctx=ast.Store()) if place.is_name(value, name):
                return True
            case ast.Call(func=ast.Name(id=called), args=args) if any(
                place.is_name(each, name) for each in args
            ):
                if scope.plain_function(tree, called) is not None:
                    return True
    return len(_puts(tree or around, name)) != len(_puts(around, name))
