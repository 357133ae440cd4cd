"""Whether a line of the function that runs can give a name a new value that stays, and who else
has a hold of the old one. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts

_PUTS = ("append", "add", "insert", "extend", "appendleft", "put", "setdefault", "heappush")


def needed_global(facts: Facts, name: str) -> str | None:
    """'' if a plain `name = ...` does it; the function that has to say `global name` first; None if
    that line would not do: a loop gives the name its values, or it is another function's."""
    found, function = facts.names.get(name), scope.function_around(facts)
    loops = [each for each in place.every(facts, ast.For) if place.covers(each, facts.line)]
    if found is None or any(scope.bindings(ast.Expr(loop.target), name) for loop in loops):
        return None
    if facts.function == "<module>":
        return "" if found.where == "global" else None
    if function is None or function.name != facts.function:
        return None
    if found.where == "local":
        is_own = name in scope.parameters(function) or bool(scope.bindings(function, name))
        return "" if is_own or _says(function, ast.Nonlocal, name) else None
    if found.where == "global":
        return "" if _says(function, ast.Global, name) else function.name
    return None


def _says(function: ast.AST, kind: type[ast.Global] | type[ast.Nonlocal], name: str) -> bool:
    return any(isinstance(each, kind) and name in each.names for each in scope.in_scope(function))


def homes(facts: Facts, name: str) -> list[ast.AST]:
    """The function whose name it is; or the module, and all functions that say `global` of it."""
    tree, function, found = (
        place.tree_of(facts),
        scope.function_around(facts),
        facts.names.get(name),
    )
    if tree is None or found is None:
        return []
    if found.where == "local" and function is not None:
        return [function]
    functions = [each for each in ast.walk(tree) if isinstance(each, scope.Function)]
    return [tree, *(each for each in functions if _says(each, ast.Global, name))]


def given(facts: Facts, name: str) -> list[ast.expr] | None:
    """All that is given to the name, as it is written; None if some of it is not known."""
    around = homes(facts, name)
    values = [
        value
        for home in around
        for node in scope.in_scope(home)
        for target, value in scope.given_values(node)
        if place.is_name(target, name)
    ]
    count = sum(len(scope.bindings(home, name)) for home in around)
    return values if len(values) == count else None


def is_held(facts: Facts, name: str) -> bool:
    """What the name stands for may have been put into something, which would keep the old one."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                pass
            case ast.Dict(values=parts):
                pass
            case ast.Call(func=ast.Attribute(attr=attr) | ast.Name(id=attr), args=parts) if (
                attr in _PUTS
            ):
                pass
            case ast.Assign(targets=[ast.Attribute() | ast.Subscript(), *_], value=value):
                parts = [value]
            case _:
                continue
        if any(place.is_name(each, name) and _is_read(each) for each in parts):
            return True
    return False


def _is_read(node: ast.expr) -> bool:
    return isinstance(getattr(node, "ctx", None), ast.Load)
