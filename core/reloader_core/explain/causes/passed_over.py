"""One of many texts in which a function finds nothing: what is to be written in the function, and
where a loop calls it, so that this one is passed over. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NAMES = ("found", "result", "entry", "each")


def by_caller(facts: Facts, search: ast.Assign, values: tuple[str | int, ...]) -> Diagnosis | None:
    """`values`: the name of what is None, the line of the search, the text, the pattern's line."""
    tree, function = place.tree_of(facts), scope.function_around(facts)
    if tree is None or not isinstance(function, ast.FunctionDef) or search not in function.body:
        return None
    if function not in tree.body or function.decorator_list or sources.is_imported(facts):
        return None
    if not _gives_something(function):
        return None
    used = [e for e in place.every(facts, ast.Name) if e.id == function.name]
    calls = [e for e in place.every(facts, ast.Call) if e.func in used]
    if len(used) != 1 or len(calls) != 1:
        return None
    call, values = calls[0], (*values, f"if {values[0]} is None: return None")
    for each in place.every(facts, ast.AST):
        match each:
            case ast.ListComp(elt=elt) | ast.GeneratorExp(elt=elt) if elt is call:
                return _in_comprehension(facts, each, values)
            case ast.For(body=body):
                for statement in body:
                    if (said := _in_loop(facts, tree, statement, call, values)) is not None:
                        return said
    return None


def _gives_something(function: ast.FunctionDef) -> bool:
    """Always but for the text in question, so that None tells what is to be passed over."""
    nodes = list(scope.in_scope(function))
    if any(isinstance(each, ast.Yield | ast.YieldFrom) for each in nodes):
        return False
    given = [each.value for each in nodes if isinstance(each, ast.Return)]
    return bool(given) and not any(map(place.is_none, given))


def _in_loop(
    facts: Facts,
    tree: ast.Module,
    statement: ast.stmt,
    call: ast.Call,
    values: tuple[str | int, ...],
) -> Diagnosis | None:
    if not place.begins_line(facts, statement):
        return None
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is call:
            last = f"if {name} is None: continue"
            return Diagnosis(Kind.TEXT_PASSED, (*values, statement.end_lineno or 0, last))
        case ast.Assign(targets=[ast.Tuple() as targets], value=value) if value is call:
            return _unpacked(facts, tree, statement, targets, call, values)
        case ast.Expr(
            value=ast.Call(func=ast.Attribute(attr="append") as put, args=[item], keywords=[])
        ) if item is call:
            name = next((n for n in _NAMES if not scope.names_anywhere(tree, n)), "")
            first = f"{name} = {place.in_full(facts, call)}"
            then = f"if {name} is not None: {place.in_full(facts, put)}({name})"
            if not name or "..." in first + then or statement.lineno != statement.end_lineno:
                return None
            return Diagnosis(Kind.TEXT_PUT_PASSED, (*values, statement.lineno, first, then))
    return None


def _unpacked(
    facts: Facts,
    tree: ast.Module,
    statement: ast.Assign,
    targets: ast.Tuple,
    call: ast.Call,
    values: tuple[str | int, ...],
) -> Diagnosis | None:
    """None cannot be unpacked, so what is given back needs a name before."""
    name = next((n for n in _NAMES if not scope.names_anywhere(tree, n)), "")
    first = f"{name} = {place.in_full(facts, call)}"
    then = f"{place.in_full(facts, targets)} = {name}"
    if not name or "..." in first + then or statement.lineno != statement.end_lineno:
        return None
    check = f"if {name} is None: continue"
    more = (statement.lineno, first, check, then)
    return Diagnosis(Kind.TEXT_UNPACKED_PASSED, (*values, *more))


def _in_comprehension(
    facts: Facts, made: ast.ListComp | ast.GeneratorExp, values: tuple[str | int, ...]
) -> Diagnosis | None:
    whole = place.in_full(facts, made)
    if "..." in whole or made.lineno != made.end_lineno or whole[:1] not in "([":
        return None
    instead = f"{whole[0]}each for each in ({whole[1:-1]}) if each is not None{whole[-1]}"
    return Diagnosis(Kind.TEXT_TAKEN_PASSED, (*values, made.lineno, instead))
