"""Where a None came from. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain import place, scope
from reloader_core.explain.diagnosis import Diagnosis, Kind
from reloader_core.explain.facts import Facts

_IN_PLACE = frozenset(
    "pack grid place sort reverse append extend insert remove clear update add discard shuffle"
    " writerow writerows writeheader mainloop".split()
)
"""What gave back None under these names only does something."""
_MAKE = frozenset(
    "list dict set tuple str int float bool bytes sorted range len input open sum abs round zip map"
    " enumerate filter reversed repr".split()
)
_NEVER_NONE = (
    *(ast.List, ast.Tuple, ast.Dict, ast.Set, ast.JoinedStr, ast.BinOp, ast.Compare),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda),
)


def result(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """What is None here is a variable, and it is sure which call gave it that."""
    made = made_by(facts, node.id) if isinstance(node, ast.Name) else None
    if (found := in_place(facts, node) or no_return(facts, node)) is not None:
        return found
    return Diagnosis(Kind.NONE_RESULT, (place.shown(facts, node), *made)) if made else None


def in_place(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """The variable got what `.sort()` and the like give back."""
    found = _suspect(facts, node.id) if isinstance(node, ast.Name) else None
    match found:
        case ast.Assign(value=ast.Call(func=ast.Attribute(attr=method))) if method in _IN_PLACE:
            values = (place.shown(facts, node), method, found.lineno)
            return Diagnosis(Kind.NONE_IN_PLACE, values)
    return None


def no_return(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """A function of this file made it, and none of its lines gives something back."""
    call = node
    if isinstance(node, ast.Name):
        match _suspect(facts, node.id):
            case ast.Assign(value=ast.Call() as found):
                call = found
    tree = place.tree_of(facts)
    if tree is None or not isinstance(call, ast.Call):
        return None
    match call.func:
        case ast.Name(id=name):
            within: ast.AST = tree
        case ast.Attribute(value=owner, attr=name):
            value = place.known(facts, owner)
            classes = [each for each in ast.walk(tree) if isinstance(each, ast.ClassDef)]
            fitting = [each for each in classes if value is not None and each.name == value.name]
            if len(fitting) != 1:
                return None
            within = fitting[0]
        case _:
            return None
    made = [each for _line, each in scope.bound(within, name)]
    match made:
        case [ast.FunctionDef(decorator_list=[]) as function] if not _gives_back(function):
            if len(scope.bindings(tree, name)) == (1 if within is tree else 0):
                values = (place.shown(facts, node), name, function.lineno)
                return Diagnosis(Kind.NO_RETURN, values)
    return None


def _gives_back(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Yield | ast.YieldFrom)
        or isinstance(node, ast.Return)
        and node.value is not None
        for node in scope.in_scope(function)
    )


def made_by(facts: Facts, name: str) -> tuple[int, str] | None:
    """The line and the call that gave the name its None."""
    match _suspect(facts, name):
        case ast.Assign(value=ast.Call() as call) as found:
            return found.lineno, place.shown(facts, call)
    return None


def _suspect(facts: Facts, name: str) -> ast.AST | None:
    """The only one of the lines that set the name which can have given it a None."""
    around, tree = _scope(facts, name), place.tree_of(facts)
    if around is None or tree is None or scope.is_declared(tree, name):
        return None
    nodes = [node for node in scope.in_scope(around) if _sets(node, name)]
    if len(nodes) != len(scope.bindings(around, name)):
        return None  # a loop sets it, a `with` or an import
    suspects = [node for node in nodes if not _is_never_none(node) and not _makes(tree, node)]
    return suspects[0] if len(suspects) == 1 else None


def _makes(tree: ast.Module, node: ast.AST) -> bool:
    """With a function of Python's own that never gives back None."""
    match node:
        case ast.Assign(value=ast.Call(func=ast.Name(id=name))) if name in _MAKE:
            return not scope.bindings(tree, name)
    return False


def _scope(facts: Facts, name: str) -> ast.AST | None:
    """The function or module whose name it is."""
    found, tree = facts.names.get(name), place.tree_of(facts)
    if found is None or found.where == "global":
        return tree if found is not None else None
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
