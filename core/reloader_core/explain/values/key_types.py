"""Whole numbers for keys, which JSON has made texts of. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_READ = ("json.load", "json.loads")


def of_json(facts: Facts, node: ast.expr, key: Value, keys: list[Value]) -> Diagnosis | None:
    """In one place it gets what was read from JSON, and in all others it gets keys that are
    numbers."""
    if key.type != "int" or any(each.text is None for each in keys):
        return None
    if not all(written.is_number("int", each.text or "") for each in keys):
        return None
    read = []
    for home, statement in _given(facts, node):
        if _is_read(home, statement.value):
            read.append(statement)
        elif not _has_numbers(statement.value):
            return None
    if len(read) != 1 or _has_others(facts, node):
        return None
    target = place.in_full(facts, read[0].targets[0])
    items = place.in_full(facts, read[0].value)
    instead = f"{target} = {{int(key): value for key, value in {items}.items()}}"
    values = (place.shown(facts, node), literal(key), repr(str(key.number)), read[0].lineno)
    return Diagnosis(Kind.JSON_KEYS, (*values, instead))


def _given(facts: Facts, node: ast.expr) -> list[tuple[ast.AST, ast.Assign]]:
    """All statements that give the name, or an attribute of this name, a value; each with its
    function or module."""
    tree = place.tree_of(facts)
    if tree is None or not isinstance(node, ast.Name | ast.Attribute):
        return []
    homes: list[ast.AST] = [tree]
    homes += [each for each in ast.walk(tree) if isinstance(each, scope.Function)]
    if isinstance(node, ast.Name):
        home = scope.of_name(facts, node.id)
        if home is None or scope.is_declared(tree, node.id):
            return []
        homes = [home]
    found = [
        (home, each)
        for home in homes
        for each in scope.in_scope(home)
        if isinstance(each, ast.Assign) and any(_is_same(target, node) for target in each.targets)
    ]
    is_other = isinstance(node, ast.Name) and len(found) != len(scope.bindings(homes[0], node.id))
    return [] if is_other or any(len(each.targets) != 1 for _home, each in found) else found


def _is_same(target: ast.expr, node: ast.expr) -> bool:
    match target, node:
        case ast.Name(id=one), ast.Name(id=other):
            return one == other
        case ast.Attribute(attr=one), ast.Attribute(attr=other):
            return one == other
    return False


def _is_read(home: ast.AST, value: ast.expr) -> bool:
    """json.loads(...), or a part of what it gave to a name of this function."""
    while isinstance(value, ast.Subscript):
        value = value.value
    match value:
        case ast.Call(func=ast.Attribute() as called):
            return ast.unparse(called) in _READ
        case ast.Name(id=name):
            made = [
                each.value
                for each in scope.in_scope(home)
                if isinstance(each, ast.Assign)
                and any(place.is_name(target, name) for target in each.targets)
            ]
            is_only = len(made) == len(scope.bindings(home, name)) == 1
            return is_only and isinstance(made[0], ast.Call) and _is_read(home, made[0])
    return False


def _has_numbers(value: ast.expr) -> bool:
    """A dictionary whose keys are none, or whole numbers."""
    match value:
        case ast.Dict(keys=keys):
            return all(isinstance(each, ast.Constant) and type(each.value) is int for each in keys)
        case ast.Call(func=ast.Name(id="dict"), args=[], keywords=[]):
            return True
        case ast.DictComp(key=ast.Name(id=name), generators=[ast.comprehension() as part]):
            match part:
                case (
                    ast.comprehension(
                        target=ast.Name(id=found), iter=ast.Call(func=ast.Name(id="range"))
                    )
                    | ast.comprehension(
                        target=ast.Tuple(elts=[ast.Name(id=found), _]),
                        iter=ast.Call(func=ast.Name(id="enumerate")),
                    )
                ):
                    return found == name
    return False


def _has_others(facts: Facts, node: ast.expr) -> bool:
    """Somewhere single keys are put into it, or are texts."""
    for each in place.every(facts, ast.Subscript):
        is_stored = isinstance(each.ctx, ast.Store)
        if _is_same(each.value, node) and (is_stored or _is_text(each.slice)):
            return True
    return False


def _is_text(index: ast.expr) -> bool:
    match index:
        case ast.Constant(value=str()) | ast.JoinedStr() | ast.Call(func=ast.Name(id="str")):
            return True
    return False
