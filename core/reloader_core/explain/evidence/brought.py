"""What an import brings, and where the rest of the file uses it. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def near_in(facts: Facts, title: str, name: str, near: str) -> Diagnosis:
    """With all lines that have to be changed, if the rest of the file uses that name, too."""
    used = _used_below(facts, name)
    if not used:
        return Diagnosis(Kind.NEAR_IMPORT, (title, name, near))
    lines = ", ".join(map(str, sorted({facts.line, *used})))
    return Diagnosis(Kind.IMPORT_NEAR_USED, (title, name, near, lines))


def _used_below(facts: Facts, name: str) -> set[int]:
    """None if it is imported under another name, or something else is called so, too."""
    tree, statement = place.tree_of(facts), place.statement(facts)
    if tree is None or not isinstance(statement, ast.ImportFrom):
        return set()
    if scope.bindings(tree, name) != [statement.lineno]:
        return set()
    return {e.lineno for e in ast.walk(tree) if isinstance(e, ast.Name) and e.id == name}


def near_module(facts: Facts, name: str, near: str) -> Diagnosis:
    """`import maths`: with all lines that have to be changed, if others use it by that name."""
    lines = sorted({facts.line, *_lines_with_module(facts, name)})
    if len(lines) == 1 or _is_taken(facts, near):
        return Diagnosis(Kind.NEAR_MODULE, (name, near))
    return Diagnosis(Kind.NEAR_MODULE_USED, (name, near, ", ".join(map(str, lines))))


def _lines_with_module(facts: Facts, name: str) -> set[int]:
    """Those that import it or use it; none if something else is called so, too."""
    tree = place.tree_of(facts)
    nodes = list(ast.walk(tree)) if tree is not None else []
    imports = [
        each
        for each in nodes
        if isinstance(each, ast.alias) and (each.name, each.asname) == (name, None)
    ]
    modules = [n for n in nodes if isinstance(n, ast.Import) and set(n.names) & set(imports)]
    names = [each for each in nodes if place.is_name(each, name)]
    if any(not isinstance(each.ctx, ast.Load) for each in names if isinstance(each, ast.Name)):
        return set()
    if any(_gives(each, name) for each in nodes if each not in imports):
        return set()
    if not any(facts.line == each.lineno for each in modules):
        return set()
    return {each.lineno for each in (*modules, *names) if isinstance(each, ast.stmt | ast.expr)}


def _gives(node: ast.AST, name: str) -> bool:
    """An argument, a function, a class, or what is imported under another name."""
    match node:
        case ast.arg(arg=found) | ast.ExceptHandler(name=found):
            return found == name
        case ast.FunctionDef(name=found) | ast.AsyncFunctionDef(name=found):
            return found == name
        case ast.ClassDef(name=found):
            return found == name
        case ast.alias(name=imported, asname=found):
            return (found or imported.partition(".")[0]) in (name, "*")
    return False


def _is_taken(facts: Facts, name: str) -> bool:
    """Something else than this module is called so."""
    return any(
        place.is_name(each, name)
        or _gives(each, name)
        and not (isinstance(each, ast.alias) and (each.name, each.asname) == (name, None))
        for each in place.every(facts, ast.AST)
    )
