"""By which name a script reaches what advice is written with, and the import it lacks. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts

_MODULES = {
    **{
        name: name
        for name in (
            "asyncio collections configparser contextlib copy csv decimal fractions functools io"
            " itertools json math operator os pathlib pprint queue random re shutil sqlite3"
            " statistics string struct subprocess sys tempfile textwrap threading time tkinter"
            " traceback zoneinfo numpy pandas datetime errno locale joblib typing"
        ).split()
    },
    **{name: name for name in ("urllib.request", "rich.markup", "collections.abc")},
    "np": "numpy",
    "pd": "pandas",
    "plt": "matplotlib.pyplot",
}
"""As advice writes them."""
_PARTS = {
    **dict.fromkeys(("date", "timedelta", "timezone"), "datetime"),
    **dict.fromkeys(("defaultdict", "deque", "Counter", "OrderedDict"), "collections"),
    **dict.fromkeys(("field", "dataclass"), "dataclasses"),
    **dict.fromkeys(("partial", "wraps", "reduce", "cmp_to_key"), "functools"),
    **dict.fromkeys(("mean_squared_error", "r2_score"), "sklearn.metrics"),
    "Path": "pathlib", "Decimal": "decimal", "Fraction": "fractions", "itemgetter": "operator",
    "StringIO": "io", "suppress": "contextlib", "LinearRegression": "sklearn.linear_model",
    "redirect": "flask", "Font": "openpyxl.styles", "mapped_column": "sqlalchemy.orm",
}  # fmt: skip
"""What it writes without the name of a module before it."""
_OF_DATETIME = ("datetime", "date", "time", "timedelta", "timezone")
"""Classes of that module, which has the name of one of them."""
_OF_TIME = ("time.fromisoformat", "time.min", "time.max")
"""`time` is a module, too."""


@dataclass(frozen=True, slots=True)
class Reached:
    """`written`: by advice; `own`: by this script; `statement`: what it has to import for that, ''
    if nothing."""

    written: str
    own: str
    statement: str = ""


def reached(facts: Facts, written: str) -> Reached:
    """Of `math.isnan`, `datetime.now` (of the class), `timedelta`."""
    found = _origin(written)
    tree = place.tree_of(facts)
    if found is None or tree is None:
        return Reached(written, written)
    module, part, head = found
    tail = f".{written.partition('.')[2]}" if head in _OF_DATETIME and "." in written else ""
    if there := _by_import(facts, tree, module, part):
        return Reached(head + tail, there + tail)
    made = _to_import(tree, module, part, head)
    return Reached(head + tail, made.own + tail, made.statement)


def lacked(facts: Facts, head: str) -> bool:
    """Advice knows this name, and the script has it not, or not surely for the same thing."""
    tree = place.tree_of(facts)
    if tree is None or head not in _MODULES and head not in _PARTS:
        return False
    is_variable = head in _names(tree, with_imports=False)
    return head not in _bound(facts, tree) or head in _OF_DATETIME[:3] and not is_variable


def _origin(written: str) -> tuple[str, str, str] | None:
    """The module, what is taken of it, and both as they are written."""
    first, _, rest = written.partition(".")
    second = rest.partition(".")[0]
    if first == "datetime" and second not in _OF_DATETIME or written in _OF_TIME:
        return "datetime", first, first
    if first in _PARTS:
        return _PARTS[first], first, first
    if f"{first}.{second}" in _MODULES:
        return f"{first}.{second}", "", f"{first}.{second}"
    if first not in _MODULES:
        return None
    module = _MODULES[first]
    return (module, second, f"{first}.{second}") if second else (module, "", first)


def _by_import(facts: Facts, tree: ast.Module, module: str, part: str) -> str:
    """As the script can write it already; '' if it has not imported it."""
    above, _, last = module.rpartition(".")
    for node in _imports(facts, tree):
        match node:
            case ast.Import(names=names):
                for each in names:
                    is_same = each.name == module or each.name.startswith(f"{module}.")
                    if is_same and (each.name == module or not each.asname):
                        return ".".join(filter(None, (each.asname or module, part)))
            case ast.ImportFrom(module=source, names=names, level=0):
                for each in names:
                    if source == module and part and each.name in (part, "*"):
                        return each.asname or part
                    if above and source == above and each.name == last:
                        return ".".join(filter(None, (each.asname or last, part)))
    return ""


def _to_import(tree: ast.Module, module: str, part: str, head: str) -> Reached:
    """What is the script's own name for something else must stay so."""
    first = head.partition(".")[0]
    of_part = Reached(head, part, f"from {module} import {part}")
    short = f" as {first}" if first != module.partition(".")[0] else ""
    whole = Reached(head, head, f"import {module}{short}")
    if part and head == part:
        whole = Reached(head, f"{module}.{part}", f"import {module}")
        choices = [(part, of_part), (module.partition(".")[0], whole)]
    else:
        choices = [(first, whole), *([(part, of_part)] if part else ())]
    for name, each in choices:
        if name not in _names(tree, but=each.statement):
            return each
    return Reached(head, head)


def _imports(facts: Facts, tree: ast.Module) -> Iterator[ast.AST]:
    function = scope.function_around(facts)
    for around in (tree, *([function] if function is not None else ())):
        yield from scope.in_scope(around)


def _bound(facts: Facts, tree: ast.Module) -> set[str]:
    """Without what another function imports for itself."""
    own = {id(each) for each in _imports(facts, tree)}
    return {
        name
        for node in ast.walk(tree)
        if not isinstance(node, ast.Import | ast.ImportFrom) or id(node) in own
        for name in _names_of(node)
    }


def _names(tree: ast.Module, *, with_imports: bool = True, but: str = "") -> set[str]:
    """Without what such a statement imports in a function already."""
    imports = (ast.Import, ast.ImportFrom)
    return {
        name
        for node in ast.walk(tree)
        if not isinstance(node, imports) or with_imports and not _says(node, but)
        for name in _names_of(node)
    }


def _says(node: ast.Import | ast.ImportFrom, statement: str) -> bool:
    source = f"from {node.module} " if isinstance(node, ast.ImportFrom) else ""
    return any(f"{source}import {each.name}" == statement for each in node.names)


def _names_of(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.ExceptHandler(name=str(name)):
            yield name
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            for each in names:
                yield each.asname or each.name.partition(".")[0]
