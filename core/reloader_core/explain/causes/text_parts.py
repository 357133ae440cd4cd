"""Parts of texts, which are texts: what csv reads, and what .split() gives. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import held
from reloader_core.explain.evidence import place, scope

_DEEPEST = 6
_OTHERS = ("np", "numpy", "re", "os", "torch", "tf", "jnp")
"""Modules with a split() of their own."""


def is_part(tree: ast.Module, around: ast.AST, node: ast.expr) -> bool:
    """`row["year"]` and `row[2]` of a row that csv has read, `parts[2]` of what .split() gives, and
    a name that gets one of them, also with others: `name, year = line.split(",")`."""
    match node:
        case ast.Subscript(
            value=ast.Name(id=record), slice=ast.Constant(value=str() | int() as key)
        ):
            if held.is_set_besides(around, record) or held.is_changed(tree, key):
                return False
            made = held.value_of(tree, around, record)
            if isinstance(key, int) and made is not None:
                return is_split(made)
            items = held.gone_through(tree, around, record)
            kind = "dict" if isinstance(key, str) else "list"
            return items is not None and kind == rows(tree, around, items)
        case ast.Name(id=name) if len(scope.bindings(around, name)) == 1:
            return _is_one_of_several(tree, around, name)
    return False


def _is_one_of_several(tree: ast.Module, around: ast.AST, name: str) -> bool:
    for node in scope.in_scope(around):
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=value):
                if any(place.is_name(each, name) for each in targets):
                    return is_split(value)
            case ast.For(target=ast.Tuple(elts=targets), iter=items):
                if any(place.is_name(each, name) for each in targets):
                    return rows(tree, around, items) == "list"
    return False


def is_split(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr="split" | "rsplit")):
            return not (isinstance(owner, ast.Name) and owner.id in _OTHERS)
    return False


def rows(tree: ast.Module, around: ast.AST, items: ast.expr, deep: int = 0) -> str:
    """'dict' or 'list', if these are rows of csv's, all of whose values are texts; else ''."""
    if deep > _DEEPEST:
        return ""
    match items:
        case (
            ast.Call(func=ast.Attribute(value=ast.Name(id="csv"), attr=name))
            | ast.Call(func=ast.Name(id="DictReader" as name))
        ):
            if any(each.arg in ("quoting", "dialect", None) for each in items.keywords):
                return ""
            return {"DictReader": "dict", "reader": "list"}.get(name, "")
        case ast.Call(func=ast.Name(id="list" | "sorted" | "reversed"), args=[inner, *_]):
            return rows(tree, around, inner, deep + 1)
        case ast.Subscript(value=inner, slice=ast.Slice()):
            return rows(tree, around, inner, deep + 1)
        case ast.Call(func=ast.Name(id=name)):
            function, back = scope.plain_function(tree, name), scope.returns_of(tree, name)
            if function is None or len(back) != 1 or back[0].value is None:
                return ""
            return rows(tree, function, back[0].value, deep + 1)
        case ast.Name(id=name):
            made = held.value_of(tree, around, name)
            if isinstance(made, ast.List) and not made.elts:
                return _collected(tree, around, name, deep)
            return rows(tree, around, made, deep + 1) if made is not None else ""
    return ""


def _collected(tree: ast.Module, around: ast.AST, name: str, deep: int) -> str:
    """`for row in reader: rows.append(row)`, and nothing else is put in."""
    puts = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr in ("append", "extend", "insert")
        and place.is_name(each.func.value, name)
    ]
    match puts:
        case [ast.Call(func=ast.Attribute(attr="append"), args=[ast.Name(id=row)])]:
            items = held.gone_through(tree, around, row)
            is_plain = items is not None and not held.is_set_besides(around, row)
            return rows(tree, around, items, deep + 1) if is_plain and items is not None else ""
    return ""
