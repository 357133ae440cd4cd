"""A class with the values in its own brackets that its __init__ should take. Pure."""

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
    own = {each.name for each in ast.walk(tree) if isinstance(each, ast.ClassDef)}
    if own & set(names):
        return None
    begin = [each for each in objects.methods(statement) if each.name == "__init__"]
    taken = [each.arg for each in begin[0].args.args] if begin else ["self"]
    used = {
        each.id
        for method in objects.methods(statement)
        for each in scope.in_scope(method)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)
    }
    if not taken or set(names) & set(taken) or not begin or not used & set(names):
        return None
    given = ", ".join([*taken, *names])
    values = (begin[0].lineno, f"def __init__({given}):", f"class {statement.name}:")
    return Diagnosis(Kind.CLASS_PARAMETERS, values)
