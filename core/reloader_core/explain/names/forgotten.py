"""A name without its import, or without the name of its module before it. Pure."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Sequence
from pathlib import Path

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.names import fitting

MODULES = frozenset(
    "argparse calendar collections copy csv datetime decimal functools glob itertools json logging"
    " math os pathlib pickle platform queue random re shutil socket sqlite3 statistics string"
    " subprocess sys tempfile threading time tkinter turtle uuid webbrowser zipfile".split()
)
"""Of the standard library: a beginner who writes `random.` means this one."""
_SHORT = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot", "tk": "tkinter"}
_PARTS = {
    "sqrt": "math", "floor": "math", "ceil": "math", "pi": "math", "sin": "math", "cos": "math",
    "randint": "random", "choice": "random", "shuffle": "random", "randrange": "random",
    "sleep": "time", "datetime": "datetime", "timedelta": "datetime", "Path": "pathlib",
    "Counter": "collections", "defaultdict": "collections", "deque": "collections",
    "mean": "statistics", "median": "statistics", "dataclass": "dataclasses", "Enum": "enum",
    "Decimal": "decimal", "Fraction": "fractions", "partial": "functools", "reduce": "functools",
    "Thread": "threading", "Optional": "typing", "List": "typing", "ABC": "abc",
    "Turtle": "turtle", "Tk": "tkinter",
}  # fmt: skip
"""What is often used without `from ... import`."""
_MAY_BE_VARIABLES = frozenset(
    "calendar copy csv datetime decimal glob json platform queue random statistics string"
    " time".split()
)
_OFTEN_MEANT = frozenset(
    "choice mean median sleep floor ceil shuffle partial reduce sqrt sin cos randint"
    " randrange".split()
)
"""Which are also what variables are called: only a call means the function."""


def not_imported(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """A module, or a part of one, that the file does not import."""
    is_prefix = any(
        isinstance(node.value, ast.Name) and node.value.id == name
        for node in place.candidates(facts, ast.Attribute) or _attributes_of(facts)
    )
    if name in MODULES and is_prefix and _has_all(facts, name):
        return _import_forgotten(facts, name, f"import {name}")
    if name in _SHORT and is_prefix:
        return _import_forgotten(facts, name, f"import {_SHORT[name]} as {name}")
    if part := _part_of_imported(facts, tree, name):
        return part
    if (full := _in_module(facts, tree, name)) is not None:
        return Diagnosis(Kind.MODULE_PREFIX_FORGOTTEN, (name, full))
    module = _PARTS.get(name)
    if module is None:
        return None
    imported = facts.names.get(module)
    if _imports(tree, module) and (imported is None or imported.value.type == "module"):
        return Diagnosis(Kind.MODULE_PREFIX_FORGOTTEN, (name, f"{module}.{name}"))
    if is_prefix and name == "datetime" and _has_all(facts, name, part=name):
        return Diagnosis(Kind.IMPORT_FROM_FORGOTTEN, (name, f"from {name} import {name}", name))
    if is_prefix and name in MODULES or name in _OFTEN_MEANT and not fitting.is_called(tree, name):
        return None
    return Diagnosis(Kind.IMPORT_FROM_FORGOTTEN, (name, f"from {module} import {name}", module))


def _import_forgotten(facts: Facts, name: str, statement: str) -> Diagnosis:
    """With the file, where that is not the script itself, which may have that import."""
    files: Sequence[str] = facts.told.get("loading") or ()
    if facts.file is not None and len(files) == 1 and facts.file.name != Path(files[0]).name:
        return Diagnosis(Kind.IMPORT_FORGOTTEN_IN, (name, statement, facts.file.name))
    return Diagnosis(Kind.IMPORT_FORGOTTEN, (name, statement))


def _part_of_imported(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """A constant of a module that other names are imported from."""
    modules = [each.module for each in tree.body if isinstance(each, ast.ImportFrom)]
    for module in modules if name.isupper() else ():
        if module in MODULES and hasattr(importlib.import_module(module), name):
            statement = f"from {module} import {name}"
            return Diagnosis(Kind.IMPORT_FROM_FORGOTTEN, (name, statement, module))
    return None


def _imports(tree: ast.Module, module: str) -> bool:
    """By `import module`, and nothing else gives it that name."""
    bound = [node for _line, node in scope.bound(tree, module)]
    is_plain = [
        isinstance(node, ast.Import) and any(each.name == module for each in node.names)
        for node in bound
    ]
    return bool(is_plain) and all(is_plain)


def _has_all(facts: Facts, module: str, part: str = "") -> bool:
    """What the script asks of that name is in the module, so it is not a variable that is meant;
    True for those that our own Python does not have."""
    asked = {
        node.attr
        for node in place.every(facts, ast.Attribute)
        if isinstance(node.value, ast.Name) and node.value.id == module
    }
    if module not in _MAY_BE_VARIABLES:
        return True
    found = importlib.import_module(module)
    there = dir(getattr(found, part) if part else found)
    return all(each in there for each in asked)


def _in_module(facts: Facts, tree: ast.Module, name: str) -> str | None:
    """With the one imported module before it that has it; it is called, or is a constant."""
    match facts.told.get("in_modules"):
        case [str(module)]:
            own = [each for each, line in scope.names_of(tree) if line < facts.line]
            nodes = ast.walk(place.statement(facts) or tree)
            is_called = any(
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == name
                for node in nodes
            )
            if (is_called or name.isupper()) and not nearest(name, own):
                return f"{module}.{name}"
    return None


def _attributes_of(facts: Facts) -> list[ast.Attribute]:
    """Those around the name: where the place is exact, it is that of the name alone."""
    return [node for node in place.in_statement(facts) if isinstance(node, ast.Attribute)]
