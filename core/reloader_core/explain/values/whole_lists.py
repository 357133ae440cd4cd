"""A list that is asked like one of the dictionaries in it, by a text: in a loop through it or its
places, and where JSON has a list in which a dictionary was expected. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_GONE_THROUGH = ("len", "list", "sorted", "enumerate", "reversed", "tuple", "iter")


def not_counted(facts: Facts, node: ast.Subscript) -> Diagnosis | None:
    """`one = team["players"]` in `for i in range(len(team["players"])):`, and then one["name"]."""
    what = place.shown(facts, node.value)
    for loop, index, items in _counting(facts):
        shown = place.in_full(facts, items)
        if "..." in shown or _stored(loop) & _names(items):
            continue
        if ast.unparse(items) == ast.unparse(node.value):
            instead = f"{shown}[{index}][{place.shown(facts, node.slice)}]"
            return Diagnosis(Kind.INDEX_UNUSED, (what, loop.lineno, index, facts.line, instead))
        made = origin.assigned(facts, node.value)
        if made is not None and any(each is made for part in loop.body for each in ast.walk(part)):
            if ast.unparse(made.value) == ast.unparse(items) and made.lineno < facts.line:
                instead = f"{what} = {shown}[{index}]"
                return Diagnosis(
                    Kind.INDEX_UNUSED, (what, loop.lineno, index, made.lineno, instead)
                )
    return None


def in_its_loop(facts: Facts, node: ast.Subscript) -> Diagnosis | None:
    """`for one in players:`, and then players["name"]."""
    home, items = scope.function_around(facts) or place.tree_of(facts), node.value
    for loop in scope.in_scope(home) if home is not None else ():
        match loop:
            case ast.For(target=ast.Name(id=name) as one, iter=found) if any(
                place.covers(each, facts.line) for each in loop.body
            ):
                is_same = ast.unparse(found) == ast.unparse(items)
            case _:
                continue
        is_kept = not _stored(loop) & {name, *_names(items)}
        if is_same and is_kept and place.type_of(facts, one) == "dict":
            instead = f"{name}[{place.in_full(facts, node.slice)}]"
            values = (place.shown(facts, items), loop.lineno, name, facts.line, instead)
            return Diagnosis(Kind.ITEM_UNUSED, values) if "..." not in instead else None
    return None


def _counting(facts: Facts) -> Iterator[tuple[ast.For | ast.While, str, ast.expr]]:
    """The loops around the line that count from 0 through the places of a list, with the index
    and the list."""
    home = scope.function_around(facts) or place.tree_of(facts)
    for loop in scope.in_scope(home) if home is not None else ():
        if not isinstance(loop, ast.For | ast.While):
            continue
        if not any(place.covers(each, facts.line) for each in loop.body):
            continue
        match loop:
            case (
                ast.For(
                    target=ast.Name(id=index),
                    iter=ast.Call(
                        func=ast.Name(id="range"),
                        args=[ast.Call(func=ast.Name(id="len"), args=[items])]
                        | [
                            ast.Constant(value=0),
                            ast.Call(func=ast.Name(id="len"), args=[items]),
                        ],
                    ),
                )
                | ast.While(
                    test=ast.Compare(
                        left=ast.Name(id=index),
                        ops=[ast.Lt()],
                        comparators=[ast.Call(func=ast.Name(id="len"), args=[items])],
                    )
                )
            ) if isinstance(items, ast.Name | ast.Attribute | ast.Subscript):
                if isinstance(loop, ast.While) or index not in _stored(loop):
                    yield loop, index, items


def _stored(loop: ast.For | ast.While) -> set[str]:
    """The names that its lines give a value."""
    return {
        each.id
        for part in loop.body
        for each in ast.walk(part)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }


def _names(node: ast.expr) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def is_read(facts: Facts, node: ast.expr) -> bool:
    """json.load() has given the list, as it is."""
    made = origin.value(facts, node)
    if not isinstance(made, ast.Call) or not _loads(made):
        source = sources.only(facts, node, "list")
        made = source.node if source is not None else None
    return isinstance(made, ast.Call) and _loads(made)


def _loads(call: ast.Call) -> bool:
    return ast.unparse(call.func) in ("json.load", "json.loads")


def is_gone_through(facts: Facts, node: ast.Subscript) -> bool:
    """Only a list is wanted of it, or it only gets a name."""
    for each in place.in_statement(facts):
        match each:
            case (
                ast.For(iter=found)
                | ast.comprehension(iter=found)
                | ast.Assign(targets=[ast.Name()], value=found)
                | ast.Return(value=found)
            ) if found is node:
                return True
            case ast.Call(func=ast.Name(id=name), args=[found]) if found is node:
                return name in _GONE_THROUGH
    return False
