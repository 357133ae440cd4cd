"""What reads a file only when it is gone through, below the `with` that has closed it. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_READERS = ("reader", "DictReader", "map", "filter", "enumerate", "zip")


def reader(facts: Facts) -> Diagnosis | None:
    """`rows = csv.reader(file)`, of which a loop below takes the rows."""
    tree = place.tree_of(facts)
    for used in place.in_statement(facts):
        if not isinstance(used, ast.Name) or tree is None:
            continue
        made = origin.assigned(facts, used)
        if made is None or made.lineno >= facts.line or scope.is_asked(tree, used.id):
            continue
        call, shown = made.value, place.in_full(facts, made.value)
        if not isinstance(call, ast.Call) or place.name_called(call) not in _READERS:
            continue
        for block in place.every(facts, ast.With):
            if made in block.body and not place.covers(block, facts.line) and _is_of(block, call):
                if "..." not in shown and not _is_stepped(facts, used.id):
                    values = (used.id, block.lineno, made.lineno, f"{used.id} = list({shown})")
                    return Diagnosis(Kind.READ_WHEN_CLOSED, values)
    return None


def _is_of(block: ast.With, call: ast.Call) -> bool:
    """It reads what this `with` has opened."""
    names = {
        each.optional_vars.id for each in block.items if isinstance(each.optional_vars, ast.Name)
    }
    given = {each.id for arg in call.args for each in ast.walk(arg) if isinstance(each, ast.Name)}
    return bool(names & given)


def _is_stepped(facts: Facts, name: str) -> bool:
    """By next(), which a list does not know."""
    return any(
        place.name_called(each) == "next" and any(place.is_name(arg, name) for arg in each.args)
        for each in place.every(facts, ast.Call)
    )
