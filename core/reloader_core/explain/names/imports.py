"""An import that finds nothing, or not what it asks for."""

from __future__ import annotations

import ast
import importlib
import os
from itertools import islice
from pathlib import Path

from reloader_core.explain.causes import mistaken, packaged
from reloader_core.explain.evidence import brought, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.files import elsewhere
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import versions
from reloader_core.explain.names.forgotten import MODULES
from reloader_core.explain.names.of_modules import (
    called_otherwise,
    circular,
    hides_standard,
    of_itself,
)
from reloader_core.explain.packages import queries

_MOST_FILES = 500
_QUICK = ("collections", "datetime", "itertools", "json", "math", "os", "random", "string", "time")
"""Modules of Python's own that may be imported here to see what is in them."""
_PACKAGES = frozenset("glob2 glom jsons orjson pickle5 rq sly socketio ujson uuid6".split())
"""To be installed, and called nearly as a module of Python's own."""


def missing_module(facts: Facts) -> Diagnosis | None:
    """The statement asks for this module, or for a part of it."""
    name = facts.slot("name")
    asked = _asked(facts)
    if not name or not any(each == name or each.startswith(f"{name}.") for each in asked):
        return None
    if (other := versions.module(facts, name)) is not None:
        return other
    top = name.partition(".")[0]
    folder = facts.told.get("script_folder", "")
    if name != top:
        beside = Path(folder, f"{top}.py") if folder else None
        if top in place.standard_modules() and beside is not None and beside.is_file():
            return Diagnosis(Kind.HIDDEN_PACKAGE, (beside.name, name))
        is_own = beside is not None and beside.is_file()
        if facts.message.endswith("is not a package") and name.count(".") == 1:
            part = name.partition(".")[2]
            if part == "py":  # the file's name
                return Diagnosis(Kind.NAME_WITH_PY, (name, top)) if is_own else None
            instead = f"import {top}" if _is_prefixed(facts, top) else f"from {top} import {part}"
            return _of_part(top, part, instead, is_own=is_own)
        return elsewhere.part(name, folder) if folder else None
    if name in place.standard_modules():
        return None  # this Python was built without it
    is_package = name in (_PACKAGES | mistaken.PACKAGES) or queries.installed_as(name) is not None
    own = "" if is_package else nearest(name, _own_files(folder))
    if not own and (found := elsewhere.module(name, folder, _names(facts))) is not None:
        return found
    if not own and folder and (beside_ := packaged.beside(facts, name)) is not None:
        return beside_
    if near := own or ("" if is_package else nearest(name, MODULES)):
        return brought.near_module(facts, name, near)
    return queries.installed_as(name) or Diagnosis(Kind.NOT_FOUND_MODULE, (name,))


def _names(facts: Facts) -> str:
    """What is imported from it, as it is written; '' if it is the module itself."""
    match place.statement(facts):
        case ast.ImportFrom(names=names):
            return ", ".join(
                f"{each.name} as {each.asname}" if each.asname else each.name for each in names
            )
    return ""


def _is_prefixed(facts: Facts, module: str) -> bool:
    """The script uses what is in it with its name before it."""
    tree = place.tree_of(facts)
    return tree is not None and scope.is_asked(tree, module)


def _of_part(module: str, name: str, instead: str, *, is_own: bool) -> Diagnosis | None:
    """import math.sqrt; of Python's own modules it is known what is in them."""
    if is_own:
        return Diagnosis(Kind.IMPORT_OF_PART, (module, name, instead))
    if module not in _QUICK:
        return None
    there = dir(importlib.import_module(module))
    if name in there:
        return Diagnosis(Kind.IMPORT_OF_PART, (module, name, instead))
    near = nearest(name, there)
    return Diagnosis(Kind.NEAR_IMPORT, (module, name, near)) if near else None


def _asked(facts: Facts) -> list[str]:
    match place.statement(facts):
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=module, level=0) if module:
            return [module]
    return []


def _own_files(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            files = [Path(entry.name) for entry in islice(entries, _MOST_FILES)]
    except (OSError, ValueError):
        return []
    return [file.stem for file in files if file.suffix == ".py"]


def missing_in_module(facts: Facts) -> Diagnosis | None:
    """from module import name"""
    statement, name = place.statement(facts), facts.told.get("missing", "")
    if not isinstance(statement, ast.ImportFrom):
        return None
    if name not in [alias.name for alias in statement.names]:
        return None
    title, file = facts.slot("name"), facts.slot("path")
    names, answers = facts.told.get("attributes", ([], True))
    if (itself := of_itself(facts, title, file)) is not None:
        return itself
    hidden = hides_standard(facts, title, file)
    if hidden is not None and not nearest(name, names):
        return Diagnosis(Kind.HIDDEN_MODULE, (hidden, title))
    if not nearest(name, names) and (own := mistaken.hidden_package(facts, title, file)):
        return own
    if file and file in facts.told.get("loading", ()):
        return circular(facts, title, name)
    if (other := versions.imported_from(facts, title, name)) is not None:
        return other
    if "module" not in facts.told:
        return None
    if name in names or answers:
        return None
    if near := called_otherwise(title, name) or nearest(name, names):
        return brought.near_in(facts, title, name, near)
    if (held := packaged.name(facts, name, title, file)) is not None:
        return held
    return Diagnosis(Kind.NOT_IN_IMPORTED, (title, name))
