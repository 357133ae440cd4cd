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
    "Turtle": "turtle", "Tk": "tkinter", "exists": "os.path", "isfile": "os.path",
    "isdir": "os.path", "ascii_lowercase": "string", "ascii_uppercase": "string",
    "ascii_letters": "string",
}  # fmt: skip
"""What is often used without `from ... import`."""
_MAY_BE_VARIABLES = frozenset(
    "calendar collections copy csv datetime decimal glob json platform queue random socket"
    " statistics string time uuid".split()
)
_OFTEN_MEANT = frozenset(
    "choice mean median sleep floor ceil shuffle partial reduce sqrt sin cos randint"
    " randrange exists".split()
)
"""Which are also what variables are called: only a call means the function."""


_EVERYDAY = frozenset(
    "abort access add close compile copy count date display div divide draw dump exit filter find"
    " format get insert join link load log match mode move mul multiply name open pow product put"
    " read reader remove rename repeat replace run sample search seed show split start stat stop"
    " sub system time times update wait walk write writer".split()
)
"""Which scripts call functions of their own as well."""


def not_imported(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """A module, or a part of one, that the file does not import."""
    is_prefix = _is_prefix(facts, name)
    item = fitting.of_loop(facts, name, f"{name}s")
    is_sure = not item or name in _MAY_BE_VARIABLES  # of these, it is looked what is asked
    if name in MODULES and is_prefix and is_sure and _has_all(facts, name):
        return _import_forgotten(facts, name, f"import {name}")
    if item:
        return Diagnosis(Kind.NEAR_NAME, (name, item))
    if name in _SHORT and is_prefix:
        return _import_forgotten(facts, name, f"import {_SHORT[name]} as {name}")
    if part := _part_of_imported(facts, tree, name):
        return part
    is_called = fitting.is_called(place.statement(facts) or tree, name)
    if _is_own_word(facts, tree, name) if is_called else name in _OFTEN_MEANT:
        return None
    if (module_part := _in_module(facts, tree, name)) is not None:
        return module_part
    module = _PARTS.get(name)
    if module is None:
        return None
    imported = facts.names.get(module)
    if _imports(tree, module) and (imported is None or imported.value.type == "module"):
        return Diagnosis(Kind.MODULE_PREFIX_FORGOTTEN, (name, f"{module}.{name}"))
    if is_prefix and name == "datetime" and _has_all(facts, name, part=name):
        return Diagnosis(Kind.IMPORT_FROM_FORGOTTEN, (name, f"from {name} import {name}", name))
    if is_prefix and name in MODULES:
        return None
    return Diagnosis(Kind.IMPORT_FROM_FORGOTTEN, (name, f"from {module} import {name}", module))


def _is_prefix(facts: Facts, name: str) -> bool:
    """Something is asked of it."""
    return any(
        isinstance(node.value, ast.Name) and node.value.id == name
        for node in place.candidates(facts, ast.Attribute) or _attributes_of(facts)
    )


def is_module(facts: Facts, name: str) -> bool:
    """A variable may have this name, too, but what is asked of it is in the module."""
    if name not in _MAY_BE_VARIABLES or not _is_prefix(facts, name):
        return False
    return _has_all(facts, name) or name == "datetime" and _has_all(facts, name, part=name)


def _is_own_word(facts: Facts, tree: ast.Module, name: str) -> bool:
    """A method is called so, or a function of the script's has this word in its name: `remove`,
    and there is a remove_task()."""
    around = scope.function_around(facts)
    return any(
        isinstance(node, scope.Function) and node is not around and name in node.name.split("_")
        for node in ast.walk(tree)
    )


def _import_forgotten(facts: Facts, name: str, statement: str) -> Diagnosis:
    """With the file, where that is not the script itself, which may have that import."""
    files: Sequence[str] = facts.told.get("loading") or ()
    if facts.file is not None and len(files) == 1 and facts.file.name != Path(files[0]).name:
        return Diagnosis(Kind.IMPORT_FORGOTTEN_IN, (name, statement, facts.file.name))
    return Diagnosis(Kind.IMPORT_FORGOTTEN, (name, statement))


def _part_of_imported(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """A constant of a module that other names are imported from."""
    modules = [each.module for each in tree.body if isinstance(each, ast.ImportFrom)]
    for module in modules if name.isupper() and _may_be_constant(facts, name) else ():
        if module in MODULES and hasattr(importlib.import_module(module), name):
            statement = f"from {module} import {name}"
            return Diagnosis(Kind.IMPORT_FROM_FORGOTTEN, (name, statement, module))
    return None


def _may_be_constant(facts: Facts, name: str) -> bool:
    """A single letter is one only as an option: fill=X, sticky=N+S."""
    return len(name) > 1 or any(
        isinstance(each, ast.keyword)
        and any(place.is_name(node, name) for node in ast.walk(each) if isinstance(node, ast.expr))
        for each in place.in_statement(facts)
    )


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


def _in_module(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """With the one imported module before it that has it; it is called, or is a constant."""
    match facts.told.get("in_modules"):
        case [str(module)]:
            own = [each for each, line in scope.names_of(tree) if line < facts.line]
            is_called = fitting.is_called(place.statement(facts) or tree, name)
            if not (is_called or name.isupper()) or nearest(name, own):
                return None
            if name in _EVERYDAY and module in place.standard_modules():
                statement = f"from {module} import {name}"
                return Diagnosis(Kind.IMPORT_FROM_FORGOTTEN, (name, statement, module))
            return Diagnosis(Kind.MODULE_PREFIX_FORGOTTEN, (name, f"{module}.{name}"))
    return None


def _attributes_of(facts: Facts) -> list[ast.Attribute]:
    """Those around the name: where the place is exact, it is that of the name alone."""
    return [node for node in place.in_statement(facts) if isinstance(node, ast.Attribute)]
