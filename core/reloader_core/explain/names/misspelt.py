"""An attribute that is missing because the class calls it otherwise, at one place. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import objects, sources
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def where_set(facts: Facts, title: str, name: str, near: list[str]) -> Diagnosis | None:
    """`self.ballance = balance`, and everywhere else .balance is asked for: the line that asks is
    right. `near`: names that the object has."""
    other = nearest(name, near)
    cls = objects.class_named(facts, title)
    if not other or cls is None or _is_used(facts, other):
        return None
    given = [found for each in objects.with_bases(facts, cls) for found in _given(each, other)]
    if len(given) != 1:
        return None
    made, parameters = given[0]
    is_meant = name in parameters or _of_value(made) == name
    lines = {e.lineno for e in place.every(facts, ast.Attribute) if e.attr == name}
    if not is_meant and len(lines) < 2:
        return None
    written = place.in_full(facts, made) if isinstance(made, ast.Assign | ast.AnnAssign) else ""
    instead = _renamed(made, written, other, name)
    return Diagnosis(Kind.SET_MISSPELT, (title, name, made.lineno, other, instead))


def _is_used(facts: Facts, name: str) -> bool:
    """Some line asks for it, or gives a value by this name; or one of another file may: that of a
    module is written for others."""
    if sources.is_imported(facts):
        return True
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Attribute(attr=attr, ctx=ast.Load() | ast.Del()) if attr == name:
                return True
            case ast.keyword(arg=arg) if arg == name:
                return True
            case ast.Constant(value=value) if value == name:
                return True  # for getattr() and the like
            case ast.AugAssign(target=ast.Attribute(attr=attr)) if attr == name:
                return True
    return False


def _given(cls: ast.ClassDef, name: str) -> Iterator[tuple[ast.stmt, set[str]]]:
    """What gives the objects this attribute, with the parameters of the method it stands in."""
    for node in cls.body:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=found)]) | ast.AnnAssign(target=ast.Name(id=found))
            ) if found == name:
                yield node, set()
            case ast.FunctionDef(name=found) if found == name:
                yield node, set()
    for method in objects.methods(cls):
        for inner in ast.walk(method):
            match inner:
                case (
                    ast.Assign(targets=[ast.Attribute(attr=found)])
                    | ast.AnnAssign(target=ast.Attribute(attr=found))
                ) if found == name:
                    yield inner, scope.parameters(method)


def _of_value(made: ast.stmt) -> str:
    match made:
        case ast.Assign(value=ast.Name(id=name)):
            return name
    return ""


def _renamed(made: ast.stmt, written: str, other: str, name: str) -> str:
    """The line, with the other name."""
    match made:
        case ast.Assign(targets=[ast.Attribute(value=owner)]):
            before, after = f"{ast.unparse(owner)}.{other}", f"{ast.unparse(owner)}.{name}"
            return written.replace(before, after, 1)
        case ast.FunctionDef():
            return f"def {name}({ast.unparse(made.args)}):"
    return written.replace(other, name, 1)
