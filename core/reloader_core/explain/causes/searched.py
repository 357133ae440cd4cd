"""What a function of the script's finds in a list, and gives back. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts


def list_of(facts: Facts, name: str) -> str:
    """`stock`, of `item = find("pen")`, which goes through that list of the module's and returns an
    item as it is; '' if it is not that, or the line that failed calls something else so."""
    tree = place.tree_of(facts)
    match origin.value(facts, ast.Name(name, ast.Load())):
        case ast.Call(func=ast.Name(id=called)):
            function = scope.plain_function(tree, called)
        case _:
            return ""
    if tree is None or function is None or function.decorator_list:
        return ""
    found = {_looped(function, each) for each in scope.returns_of(tree, called) if _gives(each)}
    if len(found) != 1 or not (items := found.pop()):
        return ""
    homes: list[ast.AST] = [function]
    if (around := scope.function_around(facts)) is not None:
        homes += [around, *scope.functions_around(facts, around)]
    for home in homes:
        if isinstance(home, scope.Function) and items in scope.parameters(home):
            return ""
        if scope.bindings(home, items):
            return ""
    stores = scope.plain_stores(tree.body, items)
    if len(stores) != 1 or len(scope.bindings(tree, items)) != 1:
        return ""
    is_list = isinstance(stores[0].value, ast.List | ast.ListComp)
    return items if is_list and not scope.is_declared(tree, items) else ""


def _gives(each: ast.Return) -> bool:
    return each.value is not None and not place.is_none(each.value)


def _looped(function: ast.FunctionDef, given: ast.Return) -> str:
    """The name of what the loop goes through that gives this its value; '' if it is none."""
    for loop in scope.in_scope(function):
        match loop, given.value:
            case ast.For(target=ast.Name(id=target), iter=ast.Name(id=items)), ast.Name(id=name):
                is_in = any(each is given for each in ast.walk(loop))
                if target == name and is_in and len(scope.bindings(function, name)) == 1:
                    return items
    return ""
