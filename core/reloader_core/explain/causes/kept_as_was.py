"""`room = move(room, way)`, of a function that gives back nothing where the room is to stay as it
is. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import sources, suspects
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_GIVEN = (ast.Subscript, ast.BinOp, ast.Tuple, ast.List, ast.Dict, ast.JoinedStr, ast.Constant)


def of_none(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """The only line that can have made it None."""
    tree = place.tree_of(facts)
    if not isinstance(node, ast.Name) or tree is None or sources.is_imported(facts):
        return None
    found = [
        each
        for home, name in _named(facts, tree, node.id)
        if not scope.is_declared(tree, name)
        for each in _made(tree, home, name)
    ]
    if len(found) != 1 or found[0] is None:
        return None
    made, function, name = found[0]
    last = function.body[-1]
    if not place.begins_line(facts, last) or last.lineno == function.lineno:
        return None
    end = last.end_lineno or last.lineno
    values = (place.shown(facts, node), made.lineno, f"{function.name}()", name, end, last.lineno)
    return Diagnosis(Kind.NOT_KEPT_AS_WAS, (*values, f"return {name}"))


def _named(facts: Facts, tree: ast.Module, name: str) -> Iterator[tuple[ast.AST, str]]:
    """The name, or those that are given for it, each with the function or module whose it is."""
    function = scope.function_around(facts)
    if function is None or name not in scope.parameters(function):
        if (home := scope.of_name(facts, name)) is not None:
            yield home, name
        return
    taken = [each.arg for each in function.args.args]
    is_plain = scope.plain_function(tree, function.name) is function
    if not is_plain or scope.bindings(function, name) or name not in taken:
        return
    given = set()
    for call in place.every(facts, ast.Call):
        if place.is_name(call.func, function.name) and len(call.args) > taken.index(name):
            what, home = call.args[taken.index(name)], scope.home_of(tree, call)
            if isinstance(what, ast.Name) and home is not None:
                given.add((home, what.id))
    yield from given


_Made = tuple[ast.Assign, ast.FunctionDef, str]


def _made(tree: ast.Module, home: ast.AST, name: str) -> Iterator[_Made | None]:
    """The lines that can have given it a None. None: of one, nothing is known."""
    nodes = [each for each in scope.in_scope(home) if suspects.sets(each, name)]
    if len(nodes) != len(scope.bindings(home, name)) or not nodes:
        yield None
    for each in nodes:
        if not suspects.is_never_none(each) and not suspects.makes(tree, each):
            yield _of_itself(tree, each, name)


def _of_itself(tree: ast.Module, node: ast.AST, name: str) -> _Made | None:
    match node:
        case ast.Assign(value=ast.Call(func=ast.Name(id=called), args=args, keywords=[])):
            function = scope.plain_function(tree, called)
        case _:
            return None
    places = [at for at, each in enumerate(args) if place.is_name(each, name)]
    if function is None or len(places) != 1 or len(function.args.args) <= places[0]:
        return None
    taken = function.args.args[places[0]].arg
    given = [each.value for each in scope.returns_of(tree, called)]
    if not given or not origin.ends(function.body) or scope.bindings(function, taken):
        return None
    if not all(_is_something(each, taken) for each in given) or _keeps_none(tree):
        return None
    return node, function, taken


def _is_something(node: ast.expr | None, taken: str) -> bool:
    if node is None or place.is_none(node):
        return False
    return isinstance(node, _GIVEN) or place.is_name(node, taken)


def _keeps_none(tree: ast.Module) -> bool:
    """A None is written among other values, from where it may have been taken."""
    return any(
        isinstance(part, ast.Constant) and part.value is None
        for each in ast.walk(tree)
        if isinstance(each, ast.Dict | ast.List | ast.Tuple)
        for part in ast.iter_child_nodes(each)
    )
