"""A name that a module does not have, perhaps as a file of the user's hides it. Pure."""

from __future__ import annotations

import ast
import importlib
import types
from collections.abc import Iterator
from pathlib import Path

from reloader_core.explain.causes import (
    mistaken,
    packaged,
)
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.files import databases
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import (
    versions,
)

_PARTS = {
    ("datetime", "now"): "datetime.now", ("datetime", "today"): "date.today",
    ("datetime", "strptime"): "datetime.strptime", ("time", "now"): "time",
    ("random", "random_int"): "randint", ("random", "rand"): "random",
    ("math", "squareroot"): "sqrt", ("json", "read"): "load", ("json", "write"): "dump",
    ("math", "power"): "pow", ("random", "random_number"): "randint", ("time", "wait"): "sleep",
    ("os", "path_exists"): "path.exists", ("random", "choose"): "choice",
    ("os", "delete"): "remove", ("statistics", "std"): "stdev", ("statistics", "sd"): "stdev",
    ("statistics", "standard_deviation"): "stdev", ("statistics", "average"): "mean",
    ("statistics", "avg"): "mean", ("statistics", "var"): "variance",
    ("math", "arcsin"): "asin", ("math", "arccos"): "acos", ("math", "arctan"): "atan",
    ("math", "arctan2"): "atan2", ("math", "ln"): "log", ("time", "delay"): "sleep",
}  # fmt: skip
"""By what name it is found in the module."""


def of_module(
    facts: Facts, node: ast.Attribute, module: Value, near: list[str]
) -> Diagnosis | None:
    title, file, loads = module.details
    name = node.attr
    if (itself := of_itself(facts, title, file)) is not None:
        return itself
    hidden = hides_standard(facts, title, file)
    if hidden is not None and (not nearest(name, near) or _is_pythons(title, name)):
        return Diagnosis(Kind.HIDDEN_MODULE, (hidden, title))
    if not nearest(name, near) and (own := mistaken.hidden_package(facts, title, file)):
        return own
    if loads or file in facts.told.get("loading", ()):
        return circular(facts, title, name)
    if not nearest(name, near) and (held := packaged.attribute(facts, node, title, file)):
        return held
    if (other := _of_other_version(facts, node, title, file)) is not None:
        return other
    if (of_connection := databases.of_module(title, name)) is not None:
        return of_connection
    if title == "math" and name in ("abs", "sum", "min", "max", "round", "int", "float", "divmod"):
        return Diagnosis(Kind.NEAR_IN_MODULE, (title, name, f"{name}()"))
    if hidden is None and _is_pythons(title, name):
        return None  # it is not known which file was imported in its place
    if meant := _PARTS.get((title, name)) or _of_class(title, name) or nearest(name, near):
        full = f"{place.shown(facts, node.value)}.{meant}"
        if meant == f"{title}.{name}" and (of_class := _class_of_name(facts, node, title)):
            return of_class
        return Diagnosis(Kind.NEAR_IN_MODULE, (title, name, full))
    return Diagnosis(Kind.NOT_IN_MODULE, (title, name))


def called_otherwise(title: str, name: str) -> str:
    """What is meant in this module by a name of other modules, if it has no dot."""
    meant = _PARTS.get((title, name), "")
    return meant if "." not in meant else ""


def _of_class(title: str, name: str) -> str:
    """`datetime.fromtimestamp`: what is called of a class in the module, best of that which has
    the module's name; '' if several have it."""
    if title not in _HARMLESS:
        return ""
    named = {
        cls.__name__
        for cls in vars(importlib.import_module(title)).values()
        if isinstance(cls, type)
        and cls.__module__.partition(".")[0] == title
        and isinstance(vars(cls).get(name), classmethod | types.ClassMethodDescriptorType)
    }
    found = named & {title} or named
    return f"{found.pop()}.{name}" if len(found) == 1 else ""


def _class_of_name(facts: Facts, node: ast.Attribute, title: str) -> Diagnosis | None:
    """`import datetime`, and its class of that name is meant wherever it is used: to import that
    mends all of these lines. Else they are named, if there are several."""
    tree, name = place.tree_of(facts), ast.unparse(node.value)
    module = importlib.import_module(title)
    if tree is None or not isinstance(node.value, ast.Name):
        return None
    bound = [each for _line, each in scope.bound(tree, name)]
    asked = {
        id(each.value): each
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and place.is_name(each.value, name)
    }
    wrong = [each for each in asked.values() if _is_of_class_alone(module, title, each.attr)]
    lines = sorted({each.lineno for each in wrong})
    if len(bound) == 1 and len(wrong) == len(asked):
        match bound[0]:
            case ast.Import(names=[alias], lineno=line):
                instead = f"from {title} import {title}"
                instead += f" as {name}" if alias.asname else ""
                return Diagnosis(Kind.CLASS_IMPORTED, (title, node.attr, line, instead))
    if len(lines) < 2:
        return None
    values = (title, node.attr, f"{name}.{title}", name, ", ".join(map(str, lines)))
    return Diagnosis(Kind.CLASS_ASKED, values)


def _is_of_class_alone(module: types.ModuleType, title: str, attribute: str) -> bool:
    return hasattr(getattr(module, title), attribute) and not hasattr(module, attribute)


def _of_other_version(facts: Facts, node: ast.Attribute, title: str, file: str) -> Diagnosis | None:
    if (other := versions.in_module(facts, title, node.attr)) is not None:
        return other
    part = versions.imported(title, node.attr, file)
    if part is None:
        return None
    return Diagnosis(part.kind, (title, packaged.deepest(facts, node, Path(file).parent)))


def of_itself(facts: Facts, module: str, file: str) -> Diagnosis | None:
    """The file that failed is the module that it has imported."""
    if not file or file != facts.told.get("file"):
        return None
    if hides_standard(facts, module, file) is not None:
        return Diagnosis(Kind.HIDDEN_MODULE, (Path(file).name, module))
    return Diagnosis(Kind.IMPORTS_ITSELF, (Path(file).name, module))


def circular(facts: Facts, title: str, name: str) -> Diagnosis:
    """Two files import each other. An import that waits until a function is called mends that,
    unless one of the two is the script, which would run once more as a module."""
    loading = facts.told.get("loading", ())
    is_script_again = len(set(loading)) < len(loading)
    can_wait = not is_script_again and _is_for_functions(facts)
    return Diagnosis(Kind.CIRCULAR if can_wait else Kind.CIRCULAR_MOVE, (title, name))


def _is_for_functions(facts: Facts) -> bool:
    """The statement imports what only functions of the file use."""
    tree, statement = place.tree_of(facts), place.statement(facts)
    if tree is None or not isinstance(statement, ast.ImportFrom):
        return False
    names = {each.asname or each.name for each in statement.names}
    used = {each.id for each in _run_at_once(tree) if isinstance(each, ast.Name)}
    own = {each.name for each in tree.body if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    alone = [each for each in tree.body if not isinstance(each, ast.If)]  # that asks for __name__
    calls = [each for each in _run_at_once(ast.Module(alone, [])) if isinstance(each, ast.Call)]
    called = {place.name_called(each) for each in calls}
    return not names & used and "*" not in names and not own & called


def _run_at_once(node: ast.AST) -> Iterator[ast.AST]:
    """All but what stands in the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        yield child
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            outside = [*child.decorator_list, *([child.returns] if child.returns else [])]
            for part in (*map(ast.Expression, outside), child.args):
                yield from _run_at_once(part)
        else:
            yield from _run_at_once(child)


def hides_standard(facts: Facts, module: str, file: str) -> str | None:
    """The name of the user's own file that stands in the place of this module of Python's."""
    top = module.partition(".")[0]
    folder = facts.told.get("script_folder", "")
    if top == "__main__" or top not in place.standard_modules() or not file or not folder:
        return None
    path = Path(file)
    is_beside = path.parent == Path(folder) or path.parent.parent == Path(folder)
    return path.name if is_beside and path.stem == top else None


def _is_pythons(title: str, name: str) -> bool:
    """Python's own module has this name; only modules are asked that do nothing but that."""
    if title not in _HARMLESS:
        return False
    try:
        return hasattr(importlib.import_module(title), name)
    except ImportError:  # not part of the packaged program
        return False


_HARMLESS = frozenset(
    "statistics random math string datetime calendar decimal fractions json csv re textwrap copy"
    " collections itertools functools operator heapq bisect enum time types typing queue pathlib"
    " uuid".split()
)
