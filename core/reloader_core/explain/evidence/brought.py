"""What an import brings, and where the rest of the file uses it. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def near_in(facts: Facts, title: str, name: str, near: str) -> Diagnosis:
    """With all lines that have to be changed, if the rest of the file uses that name, too."""
    used = _used_below(facts, name)
    if not used:
        return Diagnosis(Kind.NEAR_IMPORT, (title, name, near))
    lines = ", ".join(map(str, sorted({facts.line, *used})))
    return Diagnosis(Kind.IMPORT_NEAR_USED, (title, name, near, lines))


def _used_below(facts: Facts, name: str) -> set[int]:
    """None if it is imported under another name, or something else is called so, too."""
    tree, statement = place.tree_of(facts), place.statement(facts)
    if tree is None or not isinstance(statement, ast.ImportFrom):
        return set()
    if scope.bindings(tree, name) != [statement.lineno]:
        return set()
    return {e.lineno for e in ast.walk(tree) if isinstance(e, ast.Name) and e.id == name}
