"""`names = names.sort()`, after which the name has lost what it had. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts


def last_set(facts: Facts, name: str) -> ast.Assign | None:
    """The last line that has given the name a value, if that is what a method of its own value
    gives, so that the name had one before."""
    around, tree = scope.function_around(facts) or place.tree_of(facts), place.tree_of(facts)
    if around is None or tree is None or scope.is_declared(tree, name):
        return None
    if isinstance(around, scope.Function) and facts.function != around.name:
        return None
    lines = scope.bindings(around, name)
    for each in origin.ran_before(facts, around):
        match each:
            case ast.Assign(
                targets=[ast.Name(id=found)],
                value=ast.Call(func=ast.Attribute(value=ast.Name(id=owner))),
            ) if found == owner == name:
                between = [line for line in lines if each.lineno < line <= facts.line]
                is_last = not between and not _is_set_again(facts, around, each, lines)
                if is_last:
                    return each
    return None


def _is_set_again(facts: Facts, around: ast.AST, made: ast.Assign, lines: list[int]) -> bool:
    """In a loop around the line, but not around the one that has given the value."""
    for loop in scope.in_scope(around):
        if isinstance(loop, ast.For | ast.While) and place.covers(loop, facts.line):
            if not place.covers(loop, made.lineno):
                if any(place.covers(loop, line) for line in lines):
                    return True
    return False
