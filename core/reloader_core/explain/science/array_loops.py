"""Loops over the places of an array that go beyond it: rows and columns that changed places, and
rows that are taken out meanwhile; and the row of a list that is too short for one. Pure."""

from __future__ import annotations

import ast
from collections import Counter

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def turned(facts: Facts, node: ast.Subscript | None) -> Diagnosis | None:
    """`axes[col, row]`, where each loop counts as far as the other one should."""
    match node:
        case ast.Subscript(
            value=ast.Name() as array, slice=ast.Tuple(elts=[ast.Name() as one, ast.Name() as two])
        ):
            pass
        case _:
            return None
    shape = _shape(facts, array.id)
    counted = [_counted(facts, each.id) for each in (one, two)]
    if len(shape) != 2 or counted != shape[::-1] or shape[0] == shape[1]:
        return None
    instead = f"{array.id}[{two.id}, {one.id}]"
    return Diagnosis(Kind.ARRAY_TURNED, (array.id, shape[0] or 0, shape[1] or 0, instead))


def _counted(facts: Facts, name: str) -> int | None:
    """`for name in range(3)`"""
    loop = origin.loop_over(facts, name)
    match loop.iter if loop is not None else None:
        case ast.Call(func=ast.Name(id="range"), args=[end]):
            return place.whole_number(facts, end)
    return None


def _shape(facts: Facts, name: str) -> list[int | None]:
    """Of what subplots() or zeros() and the like have made; [] if that is not sure."""
    around = origin.only_bound(facts, name)
    for node in ast.walk(around) if around is not None else ():
        match node:
            case ast.Assign(
                targets=[ast.Tuple(elts=[_, ast.Name(id=found)])],
                value=ast.Call(func=ast.Attribute(attr="subplots"), args=[rows, columns]),
            ) if found == name:
                return [place.whole_number(facts, each) for each in (rows, columns)]
            case ast.Assign(
                targets=[ast.Name(id=found)],
                value=ast.Call(
                    func=ast.Attribute(attr="zeros" | "ones" | "empty"),
                    args=[ast.Tuple(elts=[rows, columns]), *_],
                ),
            ) if found == name:
                return [place.whole_number(facts, each) for each in (rows, columns)]
    return []


def shortened(facts: Facts, node: ast.Subscript | None) -> Diagnosis | None:
    """`for i in range(len(points)): ... points = np.delete(points, i, axis=0)`"""
    match node.value if node is not None else None:
        case ast.Name(id=array):
            pass
        case _:
            return None
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(
                target=ast.Name(id=counter),
                iter=ast.Call(
                    func=ast.Name(id="range"),
                    args=[ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=counted)])],
                ),
            ) if counted == array and place.covers(loop, facts.line):
                return _deleted(loop, array, counter)
    return None


def _deleted(loop: ast.For, array: str, counter: str) -> Diagnosis | None:
    for node in ast.walk(loop):
        match node:
            case ast.Assign(
                targets=[ast.Name(id=found)],
                value=ast.Call(
                    func=ast.Attribute(attr="delete"),
                    args=[ast.Name(id=whole), ast.Name(id=place_), *_],
                ),
            ) if found == whole == array and place_ == counter:
                instead = f"for {counter} in reversed(range(len({array}))):"
                return Diagnosis(Kind.ARRAY_SHORTENED, (array, node.lineno, loop.lineno, instead))
    return None


def uneven(facts: Facts) -> Diagnosis | None:
    """`np.array(rows)`, of rows that stand in the text, one of which is of another length."""
    call = called(facts, "array", "asarray")
    is_said = facts.message.startswith("setting an array element with a sequence")
    if call is None or not call.args or not is_said or not is_from(facts, "C", "numpy"):
        return None
    given, rows = place.known(facts, call.args[0]), _written(facts, call.args[0])
    if given is None or rows is None or len(rows.elts) != given.length:
        return None
    odd = _odd_row(rows)
    return Diagnosis(Kind.RAGGED_ROW, odd) if odd is not None else None


def _written(facts: Facts, node: ast.expr) -> ast.List | None:
    """The list that this was made of, if it stands in the text; also where a function gets it by
    its only call."""
    made = origin.value(facts, node) or node
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if isinstance(made, ast.Name) and function is not None and tree is not None:
        names = [each.arg for each in function.args.args]
        calls = [
            call for call in place.every(facts, ast.Call) if place.is_name(call.func, function.name)
        ]
        if made.id not in names or len(calls) != 1 or scope.bindings(function, made.id):
            return None
        for each in calls[0].args[names.index(made.id) : names.index(made.id) + 1]:
            made = _assigned(tree, each.id) if isinstance(each, ast.Name) else each
    return made if isinstance(made, ast.List) else None


def _assigned(tree: ast.Module, name: str) -> ast.expr:
    """What the only line that gives it a value gives it; the name itself if there are several."""
    for node in scope.in_scope(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                if len(scope.bindings(tree, name)) == 1:
                    return value
    return ast.Name(name, ast.Load())


def _odd_row(rows: ast.List) -> tuple[int, int, int] | None:
    """Line, length, and that of all others, which are at least two."""
    parts = [each for each in rows.elts if isinstance(each, ast.List | ast.Tuple)]
    if len(parts) != len(rows.elts) or len(parts) < 3:
        return None
    if any(isinstance(item, ast.Starred) for each in parts for item in each.elts):
        return None
    counted = Counter(len(each.elts) for each in parts).most_common()
    if len(counted) != 2 or counted[1][1] != 1 or counted[0][1] < 2:
        return None
    odd = next(each for each in parts if len(each.elts) == counted[1][0])
    return odd.lineno, counted[1][0], counted[0][0]
