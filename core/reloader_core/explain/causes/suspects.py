"""Which line can have given a name its None. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts

MAKE = frozenset(
    "list dict set tuple str int float bool bytes sorted range len input open sum abs round zip map"
    " enumerate filter reversed repr".split()
)
NEVER_NONE = (
    *(ast.List, ast.Tuple, ast.Dict, ast.Set, ast.JoinedStr, ast.BinOp, ast.Compare),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda),
)


def made_by(facts: Facts, name: str) -> tuple[int, str] | None:
    """The line and the call that gave the name its None."""
    match suspect(facts, name):
        case ast.Assign(value=ast.Call() as call) as found:
            return found.lineno, place.shown(facts, call)
    return None


def suspect(facts: Facts, name: str) -> ast.AST | None:
    """The only one of the lines that set the name which can have given it a None."""
    around, tree = scope.of_name(facts, name), place.tree_of(facts)
    if around is None or tree is None or scope.is_declared(tree, name):
        return None
    nodes = [node for node in scope.in_scope(around) if sets(node, name)]
    if len(nodes) != len(scope.bindings(around, name)):
        return None  # a loop sets it, a `with` or an import
    suspects = [node for node in nodes if not is_never_none(node) and not makes(tree, node)]
    return suspects[0] if len(suspects) == 1 else None


def makes(tree: ast.Module, node: ast.AST) -> bool:
    """With a function of Python's own that never gives back None."""
    match node:
        case ast.Assign(value=ast.Call(func=ast.Name(id=name))) if name in MAKE:
            return not scope.bindings(tree, name)
    return False


def sets(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Assign(targets=[ast.Name(id=found)]) | ast.AugAssign(target=ast.Name(id=found)):
            return found == name
    return False


def is_never_none(node: ast.AST) -> bool:
    match node:
        case ast.AugAssign():
            return True
        case ast.Assign(value=ast.Constant(value=value)):
            return value is not None
        case ast.Assign(value=value):
            return isinstance(value, NEVER_NONE)
    return False


def last_set(tree: ast.Module, around: ast.AST, name: str, line: int) -> ast.Assign | None:
    """The plain `name = ...` that has surely run before this line, and after all others that give
    the name a value there."""
    lines, found = scope.bindings(around, name), None
    block: list[ast.stmt] | None = getattr(around, "body", None)
    if scope.is_declared(tree, name) or scope.is_removed(around, name):
        return None
    while block:
        ran = [each for each in block if (each.end_lineno or 0) < line]
        found = next((each for each in reversed(ran) if sets(each, name)), found)
        inner = [each for each in block if place.covers(each, line)]
        block = None
        for each in inner if len(inner) == 1 else ():
            is_loop = isinstance(each, ast.For | ast.AsyncFor | ast.While)
            if is_loop and any(place.covers(each, other) for other in lines):
                return None
            parts = list(origin.blocks(each))
            block = next((p for p in parts if any(place.covers(e, line) for e in p)), None)
    if not isinstance(found, ast.Assign):
        return None
    end = found.end_lineno or found.lineno
    return found if not any(end < other < line for other in lines) else None
