"""One thing taken for another: a number for what it counts, keys for values, several for one, an
own file for a package. Pure."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.causes import made
from reloader_core.explain.evidence import origin, place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

PACKAGES = frozenset(
    "aiohttp bs4 cv2 discord django dotenv fastapi flask httpx keras kivy matplotlib networkx numpy"
    " openpyxl pandas PIL plotly psutil pydantic pygame requests scipy seaborn selenium serial"
    " sklearn sqlalchemy streamlit sympy telegram tensorflow torch tqdm yaml".split()
)
"""Which a beginner installs, and calls the first script of after it."""


def number_of_enumerate(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`for name, i in enumerate(names)`: the name is the number there."""
    if not isinstance(node, ast.Name) or place.type_of(facts, node) != "int":
        return None
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(
                target=ast.Tuple(elts=[ast.Name(id=first), ast.Name(id=second) as item]),
                iter=ast.Call(func=ast.Name(id="enumerate"), args=[source, *_]) as call,
            ) if first == node.id and place.covers(loop, facts.line):
                is_number = place.type_of(facts, item) in ("int", "float")
                is_table = place.type_of(facts, source) == "dict" and second not in ("i", "index")
                if is_number or is_table:  # of a table, its values are meant
                    continue
                if _are_swapped(first, second, ast.unparse(source)):
                    instead = f"for {second}, {first} in {ast.unparse(call)}:"
                    return Diagnosis(Kind.ENUMERATE_ORDER, (first, loop.lineno, instead))
    return None


def _are_swapped(first: str, second: str, source: str) -> bool:
    """By what they are called: the one as an item, the other as its number or place."""
    several = source.rpartition(".")[2]
    is_place = second in ("row", "column", "col", "line", "rank", "step", "id") or len(second) == 1
    is_one = several in (f"{first}s", f"{first}es", f"{first[:-1]}ies", f"{first}_list")
    return first not in made.COUNTERS and (second in made.COUNTERS or is_one and is_place)


def several_chosen(facts: Facts) -> Diagnosis | None:
    """random.choices() and sample() give a list, also where it is of one thing."""
    for node in place.in_statement(facts):
        if not isinstance(node, ast.Name) or place.type_of(facts, node) != "list":
            continue
        match origin.value(facts, node):
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) as call:
                if name in ("choices", "sample") and _picks_one(call, name):
                    instead = f"{node.id} = {ast.unparse(call)}[0]"
                    values = (node.id, f"{name}()", call.lineno, instead)
                    return Diagnosis(Kind.ONE_CHOSEN, values)
    return None


def _picks_one(call: ast.Call, name: str) -> bool:
    counts = [each.value for each in call.keywords if each.arg == "k"]
    counts += call.args[1:2] if name == "sample" else []
    match counts:
        case []:
            return name == "choices"
        case [ast.Constant(value=1)]:
            return True
    return False


def nothing_fits(facts: Facts, source: ast.expr) -> Diagnosis | None:
    """next(each for each in all if ...): it has been made for this, and nothing is taken yet."""
    match source:
        case ast.GeneratorExp(generators=generators) if any(each.ifs for each in generators):
            return Diagnosis(Kind.NOTHING_FITS, (facts.line,))
    return None


def self_unknown(facts: Facts, name: str) -> Diagnosis | None:
    """Outside of a function that has it, or as other languages call it."""
    function = scope.function_around(facts)
    taken = scope.parameters(function) if function is not None else set()
    if name == "this" and "self" in taken:
        return Diagnosis(Kind.NEAR_NAME, (name, "self"))
    if name == "self" and "self" not in taken:
        if meant := nearest(name, taken):
            return Diagnosis(Kind.NEAR_NAME, (name, meant))
        if other := _in_place_of_self(facts, function):
            return Diagnosis(Kind.NEAR_NAME, (name, other))
        return _self_lacks(facts, function) or Diagnosis(Kind.SELF_UNKNOWN, (name,))
    return None


def _self_lacks(facts: Facts, function: scope.Function | None) -> Diagnosis | None:
    """A method without the parameter, which nobody calls by the class's own name."""
    cls = scope.class_around(facts, function) if function is not None else None
    if function is None or cls is None or function.decorator_list:
        return None
    by_class = [e for e in place.every(facts, ast.Attribute) if place.is_name(e.value, cls.name)]
    if any(each.attr == function.name for each in by_class):
        return None
    line = (facts.source or "").splitlines()[function.lineno - 1].split("#")[0].strip()
    begin, _, rest = line.partition(f"{function.name}(")
    if not rest.endswith(":") or begin.strip() not in ("def", "async def"):
        return None
    comma = "" if rest.lstrip().startswith(")") else ", "
    instead = f"{begin}{function.name}(self{comma}{rest.lstrip()}"
    return Diagnosis(Kind.SELF_LACKS, (f"{function.name}()", function.lineno, instead))


def _in_place_of_self(facts: Facts, function: scope.Function | None) -> str:
    """What the methods of this class call the object, if not self; '' if that is not sure."""
    cls = scope.class_around(facts, function) if function is not None else None
    if cls is None or function is None or function.decorator_list or not function.args.args:
        return ""
    first = function.args.args[0].arg
    is_used = any(
        isinstance(each, ast.Attribute)
        and isinstance(each.value, ast.Name)
        and each.value.id == first
        and isinstance(each.ctx, ast.Store)
        for each in ast.walk(cls)
    )
    return first if is_used else ""


def given_turned(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """The only call gives this parameter a text and another one a number, both written out."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if not isinstance(what, ast.Name) or function is None or tree is None:
        return None
    names = [each.arg for each in function.args.args]
    value = place.known(facts, what)
    text = value.text if value is not None else None
    if text is not None and written.is_number("float", text):
        return None  # it is a number in quotes
    for call in ast.walk(tree) if what.id in names and text is not None else ():
        match call:
            case ast.Call(func=ast.Name(id=name), args=args) if name == function.name:
                given = [
                    each.value if isinstance(each, ast.Constant) else None
                    for each in args[: len(names)]
                ]
                at = names.index(what.id)
                is_text = at < len(given) and given[at] == text
                if is_text and any(type(each) in (int, float) for each in given):
                    return Diagnosis(Kind.GIVEN_TURNED, (f"{name}()", call.lineno, what.id))
    return None


def hidden_package(facts: Facts, module: str, file: str) -> Diagnosis | None:
    """The script's own file flask.py stands in the place of the package."""
    folder, path = facts.told.get("script_folder", ""), Path(file or f"{module}.py")
    if not folder or module not in PACKAGES:
        return None
    if not file:  # nobody has told
        path = Path(folder, path)
        return Diagnosis(Kind.PACKAGE_HIDDEN, (path.name, module)) if path.is_file() else None
    if path.parent != Path(folder) or path.stem != module:
        return None
    return Diagnosis(Kind.PACKAGE_HIDDEN, (path.name, module))


def _imports_by_name(facts: Facts) -> bool:
    """The script's own line asks for what a text says."""
    calls = [each for each in place.in_statement(facts) if isinstance(each, ast.Call)]
    names = {ast.unparse(each.func).rpartition(".")[2] for each in calls}
    return not names.isdisjoint(("import_module", "__import__", "exec", "eval", "run_path"))


def needed_by_package(facts: Facts) -> Diagnosis | None:
    """A library imports what is not there, or finds a file of the script's in its place."""
    if facts.is_innermost or _imports_by_name(facts):
        return None
    part = re.fullmatch(r"No module named '((\w+)\.[\w.]+)'; '\w+' is not a package", facts.message)
    folder = facts.told.get("script_folder", "")
    if part is not None and folder and part[2] in place.standard_modules():
        own = Path(folder, f"{part[2]}.py")
        return Diagnosis(Kind.HIDDEN_PACKAGE, (own.name, part[1])) if own.is_file() else None
    said = re.fullmatch(r"No module named '(\w+)'", facts.message)
    if said is None or said[1] in place.standard_modules():
        return None
    return Diagnosis(Kind.PACKAGE_NEEDED, (said[1],))
