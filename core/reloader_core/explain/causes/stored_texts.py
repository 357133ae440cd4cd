"""Text that was typed and put into a list or dictionary: the line in which it was typed. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import sources, used_as
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def function_for(facts: Facts, text: ast.expr) -> str:
    """With which numbers are made of it and of its like: float where there may be places."""
    value, tree = place.known(facts, text), place.tree_of(facts)
    said = value.text if value is not None else None
    has_places = any(
        isinstance(each, ast.Name)
        and each.id == "float"
        or isinstance(each, ast.Constant)
        and isinstance(each.value, float)
        for each in (ast.walk(tree) if tree is not None else ())
    )
    is_whole = said is not None and written.is_number("int", said)
    return "int" if is_whole and not has_places else "float"


def typed(facts: Facts, node: ast.Subscript, function: str) -> Diagnosis | None:
    """All that is put into what it is an item of was typed, in one line, and none of the lines
    that take something out of it needs text."""
    tree = place.tree_of(facts)
    kind = place.type_of(facts, node.value)
    if tree is None or kind not in ("list", "dict"):
        return None
    source = sources.only(facts, node.value, kind)
    if source is None or not scope.is_begun_empty(source.node):
        return None
    names = [name for step in source.steps for name in step.names if "." not in name[1]]
    puts = [put for each in names for put in _puts(*each)]
    if len(puts) != 1 or _are_needed(tree, {name for _around, name in names}):
        return None
    home, what = puts[0]
    call: ast.Call | None
    match what:
        case ast.Call(func=ast.Name(id="input")):
            call, shown = what, ""
        case ast.Name(id=name) if isinstance(home, ast.Module | scope.Function):
            made = [each for _line, each in scope.bound(home, name)]
            call, shown = _call_for(home, name) if len(made) == 1 else None, f"{name} = "
            needed = [use for use in used_as.uses(tree, home, name) if use[1] is not what]
            if any(used_as.of_use(tree, use) is None for use in needed):
                return None
        case _:
            return None
    if call is None or scope.names_anywhere(tree, "input"):
        return None
    values = (place.shown(facts, node), call.lineno, f"{shown}{function}(input(...))")
    return Diagnosis(Kind.TYPED_TEXT, values)


def _puts(around: ast.AST, name: str) -> list[tuple[ast.AST, ast.expr]]:
    """What this function or module puts into it."""
    found: list[tuple[ast.AST, ast.expr]] = []
    for node in scope.in_scope(around):
        match node:
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=each))], value=what):
                found += [(around, what)] if each == name else []
            case ast.Call(func=ast.Attribute(value=ast.Name(id=each), attr="append"), args=[what]):
                found += [(around, what)] if each == name else []
            case ast.Attribute(
                value=ast.Name(id=each),
                attr="extend" | "insert" | "update" | "setdefault" | "fromkeys" as attr,
            ):
                found += [(around, ast.Constant(attr))] if each == name else []
    return found


def _call_for(around: ast.AST, name: str) -> ast.Call | None:
    for node in scope.in_scope(around):
        match node:
            case ast.Assign(
                targets=[ast.Name(id=each)], value=ast.Call(func=ast.Name(id="input")) as call
            ) if each == name:
                return call
    return None


def _are_needed(tree: ast.Module, names: set[str]) -> bool:
    """As text, one of the items."""
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.Subscript(value=ast.Name(id=name), ctx=ast.Load()) if name in names:
                    if used_as.of_use(tree, (node, child)) is None:
                        return True
                case ast.Call(func=ast.Attribute(attr="join"), args=[ast.Name(id=name)]):
                    if name in names:
                        return True
    return False
