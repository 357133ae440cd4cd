"""What a name holds, by the text alone. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope


def value_of(tree: ast.Module, around: ast.AST, name: str) -> ast.expr | None:
    """The only value that the name gets there or, if none, in the module, or as a parameter in
    all calls."""
    if isinstance(around, ast.FunctionDef) and name in scope.parameters(around):
        return given_in_call(tree, around, name)
    for home in (around, tree):
        made = [each.value for each in scope.plain_stores(scope.in_scope(home), name)]
        if len(scope.bindings(home, name)):
            return made[0] if len(made) == len(scope.bindings(home, name)) == 1 else None
    return None


def given_in_call(tree: ast.Module, function: ast.FunctionDef, name: str) -> ast.expr | None:
    names = [each.arg for each in function.args.args]
    if name not in names:
        return None
    at = names.index(name)
    calls = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and place.is_name(each.func, function.name)
    ]
    if not calls or any(at >= len(each.args) for each in calls) or scope.bindings(function, name):
        return None
    if len({ast.unparse(each.args[at]) for each in calls}) > 1:
        return None
    match given := calls[0].args[at]:
        case ast.Name(id=outside):
            homes = [scope.home_of(tree, each) or tree for each in calls]
            is_own = any(_is_own(home, outside) for home in homes if home is not tree)
            return value_of(tree, tree, outside) if not is_own else None
    return given


def _is_own(home: ast.AST, name: str) -> bool:
    is_given = isinstance(home, scope.Function) and name in scope.parameters(home)
    return is_given or bool(scope.bindings(home, name))


def gone_through(tree: ast.Module, around: ast.AST, name: str) -> ast.expr | None:
    """What the only loop goes through that gives the name its values."""
    found = []
    for node in ast.walk(around):
        match node:
            case (
                ast.For(target=ast.Name(id=target), iter=items)
                | ast.comprehension(target=ast.Name(id=target), iter=items)
            ) if target == name:
                found.append(items)
    alike = {ast.unparse(each) for each in found}
    return found[0] if len(alike) == 1 else None


def is_set_besides(around: ast.AST, name: str) -> bool:
    """A loop or comprehension gives the name its values, and another line does so, too."""
    loops = [
        each
        for each in scope.in_scope(around)
        if isinstance(each, ast.For) and place.is_name(each.target, name)
    ]
    others = len(scope.bindings(around, name)) - len(loops)
    return others > 0 and any(
        isinstance(each, ast.For | ast.comprehension) and place.is_name(each.target, name)
        for each in ast.walk(around)
    )


def is_changed(tree: ast.Module, key: object) -> bool:
    """Some line gives what is under this key another value."""
    return any(
        isinstance(each, ast.Subscript)
        and not isinstance(each.ctx, ast.Load)
        and isinstance(each.slice, ast.Constant)
        and each.slice.value == key
        for each in ast.walk(tree)
    )
