"""A name with two underscores, asked for outside of its class. Reads files beside the script's that
may have the class."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import other_files, place, scope
from reloader_core.explain.evidence.facts import Facts, Value, value_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_FILES = 40


def private(facts: Facts) -> Diagnosis | None:
    """`product.__price`: what has such a name belongs to the class alone in which it stands."""
    asked = str(facts.told.get("missing", ""))
    name = re.sub(r"^_[A-Za-z0-9]\w*?(?=__)", "", asked)  # as Python calls it in another class
    if not name.startswith("__") or name.endswith("__"):
        return None
    nodes = [each for each in place.candidates(facts, ast.Attribute) if each.attr == name]
    if len(nodes) != 1 or not isinstance(nodes[0].ctx, ast.Load):
        return None
    owner = _owner(facts, nodes[0])
    cls = _class_named(facts, owner.name) if owner is not None and owner.type == "object" else None
    if cls is None or not objects.sets(cls, name) or _is_inside(facts, cls):
        return None
    if getter := _getter(cls, name):
        instead = f"{place.shown(facts, nodes[0].value)}.{getter}"
        return Diagnosis(Kind.PRIVATE_GIVEN, (name, cls.name, instead))
    return Diagnosis(Kind.PRIVATE_ELSEWHERE, (name, cls.name)) if asked != name else None


def _owner(facts: Facts, node: ast.Attribute) -> Value | None:
    if "owner" in facts.told:
        return value_from(facts.told["owner"])
    return place.known(facts, node.value)


def _is_inside(facts: Facts, cls: ast.ClassDef) -> bool:
    """There Python writes the name as it is."""
    tree = place.tree_of(facts)
    return cls in ast.walk(tree or ast.Module([], [])) and place.covers(cls, facts.line)


def _class_named(facts: Facts, title: str) -> ast.ClassDef | None:
    """The only one of this name in the file, or else in those beside it."""
    if (own := objects.class_named(facts, title)) is not None:
        return own
    folder = facts.file.parent if facts.file is not None else None
    try:
        paths = sorted(folder.glob("*.py"))[: _MOST_FILES + 1] if folder is not None else []
    except OSError:
        return None
    if len(paths) > _MOST_FILES:
        return None
    found = [cls for path in paths for cls in _classes(facts, path) if cls.name == title]
    return found[0] if len(found) == 1 else None


def _classes(facts: Facts, path: Path) -> list[ast.ClassDef]:
    tree = other_files.tree_beside(facts, path)
    return [each for each in tree.body if isinstance(each, ast.ClassDef)] if tree else []


def _getter(cls: ast.ClassDef, name: str) -> str:
    """How it is asked for; '' if no method does nothing but give it back, or several do."""
    found = []
    for method in objects.methods(cls):
        body = [each for each in method.body if not _is_docstring(each)]
        match method, body:
            case (
                ast.FunctionDef(args=ast.arguments(args=[first])),
                [ast.Return(value=ast.Attribute(value=ast.Name(id=own), attr=attr))],
            ) if (own, attr) == (first.arg, name) and not scope.is_removed(cls, method.name):
                decorators = [ast.unparse(each) for each in method.decorator_list]
                if not decorators:
                    found.append(f"{method.name}()")
                elif decorators == ["property"]:
                    found.append(method.name)
    return found[0] if len(found) == 1 else ""


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
