"""A function that gets one item at a time, as key= or by map(), and has more parameters: what its
other calls give the rest of them, in a lambda. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts


def by_calls(
    facts: Facts, call: ast.Call, what: ast.expr, *, is_key: bool
) -> tuple[int, str] | None:
    """`distance`, where a loop over the same items says `distance(each, my_x, my_y)`: the line of
    that, and what is to be written in the call."""
    tree = place.tree_of(facts)
    if tree is None or not isinstance(what, ast.Name):
        return None
    function = scope.plain_function(tree, what.id)
    items = _items(call, what)
    called = [e for e in place.every(facts, ast.Call) if place.is_name(e.func, what.id)]
    if function is None or not function.args.args:
        return None
    if not called or not all(each.args and place.is_by_place(each) for each in called):
        return None
    further = {tuple(ast.unparse(each) for each in call.args[1:]) for call in called}
    if len(further) != 1 or not all(_is_same(tree, call) for call in called):
        return None
    looped = [each for each in called if _is_looped(facts, each, items)]
    if not looped or _hides(facts, tree, called[0]):
        return None
    rest, item = further.pop(), function.args.args[0].arg
    if not rest or any(place.is_name(e, item) for a in called[0].args[1:] for e in ast.walk(a)):
        return None
    made = f"lambda {item}: {what.id}({', '.join((item, *rest))})"
    return looped[0].lineno, f"key={made}" if is_key else made


def _items(call: ast.Call, what: ast.expr) -> ast.expr | None:
    """What the call goes through."""
    match call:
        case ast.Call(func=ast.Attribute(value=items, attr="sort")):
            return items
        case ast.Call(args=[first, items]) if first is what:
            return items
        case ast.Call(args=[items]):
            return items
    return None


def _is_looped(facts: Facts, call: ast.Call, items: ast.expr | None) -> bool:
    """Its first value is an item of them."""
    return any(
        isinstance(loop.target, ast.Name)
        and place.is_name(call.args[0], loop.target.id)
        and items is not None
        and ast.unparse(loop.iter) == ast.unparse(items)
        and place.covers(loop, call.lineno)
        for loop in place.every(facts, ast.For)
    )


def _is_same(tree: ast.Module, call: ast.Call) -> bool:
    """What the call gives behind the first value is the same wherever it is written: constants, and
    names of the module that have one value."""
    home = scope.home_of(tree, call)
    if home is None:
        return False
    for each in call.args[1:]:
        match each:
            case ast.Constant():
                continue
            case ast.Name(id=name) if not _is_own(tree, home, name):
                stores = scope.plain_stores(tree.body, name)
                is_one = len(scope.bindings(tree, name)) == len(stores) == 1
                if is_one and not scope.is_declared(tree, name):
                    continue
        return False
    return True


def _is_own(tree: ast.Module, home: ast.AST, name: str) -> bool:
    """The name is one of the function's."""
    if home is tree or not isinstance(home, scope.Function):
        return False
    return name in scope.parameters(home) or bool(scope.bindings(home, name))


def _hides(facts: Facts, tree: ast.Module, call: ast.Call) -> bool:
    """The function with the line that failed has one of the names for itself."""
    around = scope.function_around(facts)
    inside = [around, *scope.functions_around(facts, around)] if around is not None else []
    return any(
        isinstance(each, ast.Name) and _is_own(tree, home, each.id)
        for each in call.args[1:]
        for home in inside
    )
