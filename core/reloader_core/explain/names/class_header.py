"""What stands at the head of a class, or in its own lines, and is not there: values in its brackets
that its __init__ should take, and the class itself. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def parameters(facts: Facts, name: str) -> Diagnosis | None:
    """`class Rocket(name, fuel):`"""
    statement, tree = place.statement(facts), place.tree_of(facts)
    if not isinstance(statement, ast.ClassDef) or tree is None or statement.keywords:
        return None
    names = [each.id for each in statement.bases if isinstance(each, ast.Name)]
    if name not in names or len(names) != len(statement.bases) or name[:1].isupper():
        return None
    own = {each.name.lower() for each in ast.walk(tree) if isinstance(each, ast.ClassDef)}
    known = {str(each).lower() for each in facts.told.get("near", ())}  # as an imported class
    if (own | known) & {each.lower() for each in names}:
        return None
    begin = [each for each in objects.methods(statement) if each.name == "__init__"]
    taken = [each.arg for each in begin[0].args.args] if begin else ["self"]
    used = set[str]().union(*map(_from_outside, objects.methods(statement)))
    if not taken or set(names) & set(taken) or not begin or not used & set(names):
        return None
    given = ", ".join([*taken, *names])
    values = (begin[0].lineno, f"def __init__({given}):", f"class {statement.name}:")
    return Diagnosis(Kind.CLASS_PARAMETERS, values)


def _from_outside(method: scope.Function) -> set[str]:
    """The names that it uses and neither takes nor sets."""
    nodes = [each for each in scope.in_scope(method) if isinstance(each, ast.Name)]
    used = {each.id for each in nodes if isinstance(each.ctx, ast.Load)}
    return used - scope.parameters(method) - {each for each, _line in scope.names_of(method)}


def not_ready(facts: Facts, name: str) -> Diagnosis | None:
    """`def link(self, other: Node):` in the class Node itself, up to Python 3.13."""
    around = [c.name for c in place.every(facts, ast.ClassDef) if place.covers(c, facts.line)]
    if name not in around or facts.function not in around:
        return None
    return Diagnosis(Kind.CLASS_NOT_READY, (name,))
