"""Where a None came from. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain import place, scope
from reloader_core.explain.diagnosis import Diagnosis, Kind
from reloader_core.explain.facts import Facts

_NEVER_NONE = (
    *(ast.List, ast.Tuple, ast.Dict, ast.Set, ast.JoinedStr, ast.BinOp, ast.Compare),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda),
)


def result(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """What is None here is a variable, and it is sure which call gave it that."""
    made = made_by(facts, node.id) if isinstance(node, ast.Name) else None
    return Diagnosis(Kind.NONE_RESULT, (place.shown(facts, node), *made)) if made else None


def made_by(facts: Facts, name: str) -> tuple[int, str] | None:
    """The line and the call that gave the name its None: the only one of the lines that set it
    which can have done so."""
    around, tree = _scope(facts, name), place.tree_of(facts)
    if around is None or tree is None or scope.is_declared(tree, name):
        return None
    nodes = [node for node in scope.in_scope(around) if _sets(node, name)]
    if len(nodes) != len(scope.bindings(around, name)):
        return None  # a loop sets it, a `with` or an import
    suspects = [node for node in nodes if not _is_never_none(node)]
    match suspects:
        case [ast.Assign(value=ast.Call() as call) as found]:
            return found.lineno, place.shown(facts, call)
    return None


def _scope(facts: Facts, name: str) -> ast.AST | None:
    """The function or module whose name it is."""
    found, tree = facts.names.get(name), place.tree_of(facts)
    if found is None or facts.function == "<module>":
        return tree if found is not None and found.where == "global" else None
    function = scope.function_around(facts)
    if function is None or found.where != "local" or function.name != facts.function:
        return None
    return None if name in scope.parameters(function) else function


def _sets(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Assign(targets=[ast.Name(id=found)]) | ast.AugAssign(target=ast.Name(id=found)):
            return found == name
    return False


def _is_never_none(node: ast.AST) -> bool:
    match node:
        case ast.AugAssign():
            return True
        case ast.Assign(value=ast.Constant(value=value)):
            return value is not None
        case ast.Assign(value=value):
            return isinstance(value, _NEVER_NONE)
    return False
