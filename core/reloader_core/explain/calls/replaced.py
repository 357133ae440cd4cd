"""A function that an import below has replaced by another one of the same name. Reads the files
beside the script's that are imported."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import imported, twofold
from reloader_core.explain.evidence import place, scope
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
    tree = imported.beside(facts, facts.file.parent / f"{node.module}.py")
    if tree is None or scope.bindings(tree, "__all__"):
        return None
    return scope.plain_function(tree, name)


def _takes(function: ast.FunctionDef, call: ast.Call) -> bool:
    """The call has what this function needs."""
    given = function.args
    if call.keywords or any(isinstance(each, ast.Starred) for each in call.args):
        return False
    names = len(given.posonlyargs) + len(given.args)
    needed = names - len(given.defaults)
    is_plain = not given.kwonlyargs and given.vararg is None
    return is_plain and needed <= len(call.args) <= names
