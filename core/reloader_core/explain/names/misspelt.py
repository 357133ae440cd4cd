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
    if isinstance(made, ast.FunctionDef) and not _is_method_called(facts, made, name):
        return None
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


def _is_method_called(facts: Facts, method: ast.FunctionDef, name: str) -> bool:
    """Each line that asks for this name calls it, or what stands above the method makes a value of
    it."""
    called = {id(each.func) for each in place.every(facts, ast.Call)}
    asked = [each for each in place.every(facts, ast.Attribute) if each.attr == name]
    return bool(method.decorator_list) or all(id(each) in called for each in asked)


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


# -- a name that is none of the object's


_MOST_NAMES = 8


def is_another(name: str, meant: str, method: scope.Function) -> bool:
    """`.health` is no slip for `heal()`: the method gives nothing back, so it is no value, or one
    word is made of the other."""
    nodes = list(scope.in_scope(method))
    gives = any(
        isinstance(each, ast.Yield | ast.YieldFrom)
        or isinstance(each, ast.Return)
        and not place.is_none(each.value)
        for each in nodes
    )
    is_made_of = abs(len(name) - len(meant)) > 1 and (
        name.startswith(meant) or meant.startswith(name)
    )
    return is_made_of or not gives


def others(facts: Facts, node: ast.Attribute, title: str) -> Diagnosis | None:
    """What the object is given by its class, if that is all, and a value is asked for."""
    cls = objects.class_named(facts, title)
    if cls is None or place.is_called(facts, node) or _has_another(facts, cls, node.attr):
        return None
    classes = objects.with_bases(facts, cls)
    is_whole = all(
        ast.unparse(base) == "object" or any(place.is_name(base, e.name) for e in classes)
        for each in classes
        for base in each.bases
    )
    held = sorted({attr for each in classes for attr in _held(each)})
    if not is_whole or not 0 < len(held) <= _MOST_NAMES:
        return None
    values = (title, node.attr, ", ".join(f".{each}" for each in held))
    return Diagnosis(Kind.OBJECT_HAS, values)


def _has_another(facts: Facts, cls: ast.ClassDef, name: str) -> bool:
    """Objects of another class in this file have it, one of which may be meant, or it is set
    somewhere, in a line that has not run."""
    return any(
        each is not cls and (objects.sets(each, name) or scope.bindings(each, name))
        for each in place.every(facts, ast.ClassDef)
    ) or any(
        isinstance(each.ctx, ast.Store) and each.attr == name
        for each in place.every(facts, ast.Attribute)
    )


def _held(cls: ast.ClassDef) -> Iterator[str]:
    """What stands in the class itself, and what __init__() sets in any case."""
    if cls.decorator_list or cls.keywords:
        return
    for statement in cls.body:
        for target, _value in scope.given_values(statement):
            if isinstance(target, ast.Name) and not target.id.startswith("_"):
                yield target.id
    for method in objects.methods(cls):
        first = method.args.args[0].arg if method.args.args else ""
        for statement in method.body if method.name == "__init__" else ():
            for target, _value in scope.given_values(statement):
                match target:
                    case ast.Attribute(value=ast.Name(id=owner), attr=attr) if owner == first:
                        if not attr.startswith("_"):
                            yield attr
