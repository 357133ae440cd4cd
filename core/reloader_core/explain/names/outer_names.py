"""All the names outside of a function that it changes without saying so. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import scope
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def several(function: scope.Function, around: ast.AST, name: str, word: str) -> Diagnosis | None:
    """One alone would only let the next one fail. `word`: global or nonlocal."""
    names = [name, *(each for each in _changed(function, around) if each != name)]
    if len(names) == 1:
        return None
    line = scope.bindings(function, name)[0]
    instead = f"{word} {', '.join(names)}"
    return Diagnosis(Kind.LOCALS_BEFORE_OUTER, (name, function.name, line, instead))


def _changed(function: scope.Function, around: ast.AST) -> list[str]:
    """Those that need a value before the function gives them one, in their order."""
    inside = {name for name, _line in scope.names_of(function)} - scope.parameters(function)
    declared = {
        name
        for node in scope.in_scope(function)
        if isinstance(node, ast.Global | ast.Nonlocal)
        for name in node.names
    }
    found = [
        (scope.bindings(function, each)[0], each)
        for each in inside - declared
        if scope.bindings(around, each)
        and scope.only_changes(function, each, scope.bindings(function, each))
    ]
    return [each for _line, each in sorted(found)]
