"""A text or number that stands where an object of a class of the script's is meant, which would be
made of just that. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import objects, sources
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_KINDS = ("str", "int", "float")


def object_of(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    """`enemy = "Goblin"`, and not Player("Goblin"), where `node` asks for what only its objects
    have. `kind`: that of what is asked."""
    cls = _only_with(facts, node.attr) if kind in _KINDS else None
    source = sources.only(facts, node.value, kind) if cls is not None else None
    if cls is None or source is None or not isinstance(source.node, ast.Constant):
        return None
    if _may_be_other(facts, source) or not _is_made_so(facts, cls, kind):
        return None
    begin = next((each for each in objects.methods(cls) if each.name == "__init__"), None)
    needed, most = objects.taken_by(begin) if begin is not None else (0, 0)
    if needed > 1 or most < 1:
        return None
    what, text = place.shown(facts, node.value), place.in_full(facts, source.node)
    values = (what, text, cls.name, node.attr, source.line, f"{cls.name}({text})")
    return Diagnosis(Kind.MADE_OF_TEXT, values) if "..." not in text else None


def _only_with(facts: Facts, name: str) -> ast.ClassDef | None:
    """The only class in the file whose objects have this: a method, or what a method sets."""
    found = [
        each
        for each in place.every(facts, ast.ClassDef)
        if objects.sets(each, name) or scope.bindings(each, name)
    ]
    is_plain = len(found) == 1 and not found[0].bases and not found[0].decorator_list
    return found[0] if is_plain and objects.class_named(facts, found[0].name) else None


def _may_be_other(facts: Facts, source: sources.Source) -> bool:
    """The text is the name of something, in quotes; or it is given beside other values, and may
    only stand in the wrong place."""
    text = source.node.value if isinstance(source.node, ast.Constant) else None
    tree = place.tree_of(facts)
    if tree is None or isinstance(text, str) and scope.names_anywhere(tree, text):
        return True
    if isinstance(text, str) and "\n" in text:
        return True
    calls = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Call)
        and source.node in (*each.args, *(keyword.value for keyword in each.keywords))
    ]
    return any(len(each.args) + len(each.keywords) > 1 for each in calls)


def _is_made_so(facts: Facts, cls: ast.ClassDef, kind: str) -> bool:
    """Elsewhere an object of the class is made of such a value alone."""
    for call in place.every(facts, ast.Call):
        match call:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=value), *_]):
                if name == cls.name and type(value).__name__ == kind:
                    return True
    return False
