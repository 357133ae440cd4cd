"""A function that an import below has replaced by another one of the same name, or a value that has
got its name. Reads the files beside the script's that are imported."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import twofold
from reloader_core.explain.evidence import other_files, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SAID = re.compile(r"(\w+)\(\) (?:missing \d+ required positional|takes \d+ positional)")


def replaced_by_import(facts: Facts) -> Diagnosis | None:
    """`from one import *` and `from other import *`, which both bring a function of this name."""
    said, tree = _SAID.match(facts.message), place.tree_of(facts)
    call = place.called(facts, said[1]) if said is not None else None
    if call is None or tree is None or not isinstance(call.func, ast.Name):
        return None
    name = call.func.id
    bound = [each for _line, each in scope.bound(tree, name)]
    if any(not isinstance(each, ast.ImportFrom) for each in bound) or not _is_global(facts, name):
        return None
    brought = [
        (node, function)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and _may_bring(node, name)
        if (function := _function(facts, node, name)) is not None
    ]
    others = [each for each in bound if each not in [node for node, _function in brought]]
    if len(brought) != 2 or others:
        return None
    (first, meant), (second, _taken) = brought
    shown = place.in_full(facts, call)
    if first.module == second.module or not _takes(meant, call) or "..." in shown:
        return None
    values = (f"{name}()", second.lineno, str(first.module), str(second.module))
    return Diagnosis(Kind.STAR_REPLACED, (*values, f"{first.module}.{shown}"))


def by_star(facts: Facts) -> Diagnosis | None:
    """`from os import *`, and open() with a text as its second argument."""
    call = place.called(facts, "open")
    is_said = facts.message in (
        "'str' object cannot be interpreted as an integer",
        "an integer is required (got type str)",
        "open() missing required argument 'flags' (pos 2)",
    )
    if call is None or not is_said or not isinstance(call.func, ast.Name):
        return None
    return twofold.star_hides(facts, "open")


def _is_global(facts: Facts, name: str) -> bool:
    found = facts.names.get(name)
    return found is not None and found.where == "global"


def _may_bring(node: ast.ImportFrom, name: str) -> bool:
    names = [(each.name, each.asname) for each in node.names]
    is_plain = node.level == 0 and "." not in (node.module or ".")
    return is_plain and names == [("*", None)] or (name, None) in names and is_plain


def _function(facts: Facts, node: ast.ImportFrom, name: str) -> ast.FunctionDef | None:
    """What the module has under this name."""
    if facts.file is None or name.startswith("_"):
        return None
    tree = other_files.tree_beside(facts, facts.file.parent / f"{node.module}.py")
    if tree is None or scope.bindings(tree, "__all__"):
        return None
    return scope.plain_function(tree, name)


def _takes(function: ast.FunctionDef, call: ast.Call) -> bool:
    """The call has what this function needs."""
    given = function.args
    if not place.is_by_place(call):
        return False
    names = len(given.posonlyargs) + len(given.args)
    needed = names - len(given.defaults)
    is_plain = not given.kwonlyargs and given.vararg is None
    return is_plain and needed <= len(call.args) <= names


def by_value(facts: Facts, name: str) -> int:
    """The line that gives the name of a function of the script's, or of one that it calls there,
    to something else; 0 if there is none, or it is not sure."""
    tree, inner, found = place.tree_of(facts), scope.function_around(facts), facts.names.get(name)
    if tree is None or scope.is_declared(tree, name):
        return 0
    is_parameter = inner is not None and name in scope.parameters(inner)
    is_within = inner is not None and (is_parameter or bool(scope.bindings(inner, name)))
    if found is not None and found.where != ("local" if is_within else "global"):
        return 0
    around = inner if inner is not None and is_within else tree
    own, outside = list(scope.bound(around, name)), list(scope.bound(tree, name))
    stores = [line for line, node in own if isinstance(node, ast.Name)]
    stores = [line for line in stores if line not in _nothing_set(around, name)]
    functions = [line for line, node in [*own, *outside] if isinstance(node, _FUNCTIONS)]
    if is_parameter and functions and not stores and inner is not None:
        return 0 if _is_result_given(tree, inner, name) else inner.lineno
    if functions and not is_within:
        stores = [line for line in stores if line > functions[0]]
    lines = stores if functions else _calling(around, name)
    return min(lines, default=0) if functions or len(lines) == 1 else 0


_FUNCTIONS = (*scope.FUNCTIONS, ast.ClassDef, ast.ImportFrom)


def _nothing_set(around: ast.AST, name: str) -> list[int]:
    """The lines such as `run = None`, for the case that an import fails."""
    return [
        node.lineno
        for node in scope.in_scope(around)
        if isinstance(node, ast.Assign) and place.is_none(node.value)
        if any(place.is_name(each, name) for each in node.targets)
    ]


def _calling(around: ast.AST, name: str) -> list[int]:
    """The lines such as `max = max(numbers)`."""
    return [
        node.lineno
        for node in scope.in_scope(around)
        if isinstance(node, ast.Assign)
        and any(place.is_name(each, name) for each in node.targets)
        and scope.is_called(node.value, name)
    ]


def _is_result_given(tree: ast.AST, function: scope.Function, name: str) -> bool:
    """`run(greet())`, where run() has a parameter `greet` that it calls: the function itself was
    to be given."""
    return any(
        isinstance(given, ast.Call) and place.is_name(given.func, name)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and place.name_called(call) == function.name
        for given in (*call.args, *(each.value for each in call.keywords))
    )


def is_elsewhere(facts: Facts, name: str) -> bool:
    """Something that can be called may have this name in another place of the script."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.FunctionDef(name=found) | ast.ClassDef(name=found) if found == name:
                return True
            case ast.ImportFrom(module=module, names=names):
                is_pythons = module in place.standard_modules()
                if any((each.asname or each.name) == name for each in names):
                    return True
                if names[0].name == "*" and not is_pythons:
                    return True
    return False
