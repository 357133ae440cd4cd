"""Places that stand in the script as numbers counted from 1, and are used as they are. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_Home = scope.Function | ast.For
_Numbers = tuple[_Home, set[int], int]
"""Where the name gets its numbers: the function whose parameter it is, or the loop; all of them,
and the first line in which they stand."""


def counted(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """`for row, column in [(1, 1), (1, 3)]: board[row][column]`, of three places."""
    found = _numbers(facts, node.slice) if number == length else None
    if found is None or not isinstance(node.slice, ast.Name):
        return None
    home, numbers, line = found
    if min(numbers) != 1 or max(numbers) != length or length < 2:
        return None
    names = [node.slice.id]
    for index in _beside(facts, node):
        other = _numbers(facts, index)
        if other is None or other[0] is not home or not isinstance(index, ast.Name):
            return None
        if min(other[1]) > 0 and index.id not in names:
            names.append(index.id)
    first = home.body[1] if _is_docstring(home.body[0]) and len(home.body) > 1 else home.body[0]
    what = place.shown(facts, node.value)
    if not place.begins_line(facts, first) or "..." in what:
        return None
    names.sort(key=[each.id for each in _names(home)].index)
    less = ", ".join(f"{each} - 1" for each in names)
    instead = f"{', '.join(names)} = {less}"
    values = (what, length, number, node.slice.id, line, first.lineno, instead)
    return Diagnosis(Kind.WRITTEN_FROM_1, values)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and place.is_text(statement.value)


def _names(home: _Home) -> list[ast.Name]:
    if isinstance(home, ast.For):
        return [each for each in ast.walk(home.target) if isinstance(each, ast.Name)]
    return [ast.Name(each.arg, ast.Load()) for each in home.args.args]


def _beside(facts: Facts, node: ast.Subscript) -> Iterator[ast.expr]:
    """The other index, of a list of lists."""
    for whole in place.in_statement(facts):
        match whole:
            case ast.Subscript(value=ast.Subscript(slice=first) as row, slice=second):
                if whole is node:
                    yield first
                elif row is node:
                    yield second


def _numbers(facts: Facts, index: ast.expr) -> _Numbers | None:
    """All that the name can be; None: that is not known."""
    if not isinstance(index, ast.Name):
        return None
    function = scope.function_around(facts)
    if function is not None and index.id in scope.parameters(function):
        return _of_parameter(facts, function, index.id)
    for loop in place.every(facts, ast.For):
        if any(place.covers(each, facts.line) for each in loop.body):
            if (found := _of_loop(facts, loop, index.id)) is not None:
                is_only = origin.only_bound(facts, index.id) is not None
                return (loop, *found) if is_only else None
    return None


def _of_parameter(facts: Facts, function: scope.Function, name: str) -> _Numbers | None:
    tree = place.tree_of(facts)
    names = [each.arg for each in function.args.args]
    if scope.plain_function(tree, function.name) is not function or name not in names:
        return None
    if scope.bindings(function, name) or facts.function != function.name:
        return None
    uses = [each for each in place.every(facts, ast.Name) if each.id == function.name]
    calls = [each for each in place.every(facts, ast.Call) if each.func in uses]
    if sources.is_imported(facts) or not calls or len(calls) != len(uses):
        return None
    numbers: set[int] = set()
    lines = []
    for call in calls:
        found = _given(facts, call, names.index(name)) if place.is_by_place(call) else None
        if found is None:
            return None
        numbers |= found[0]
        lines.append(found[1])
    return function, numbers, min(lines)


def _given(facts: Facts, call: ast.Call, at: int) -> tuple[set[int], int] | None:
    match call.args[at] if at < len(call.args) else None:
        case ast.Constant(value=int(number)):
            return {number}, call.lineno
        case ast.Name(id=name):
            for loop in place.every(facts, ast.For):
                if any(call in ast.walk(each) for each in loop.body):
                    if (found := _of_loop(facts, loop, name)) is not None:
                        return found if _is_bound_once(facts, name) else None
    return None


def _is_bound_once(facts: Facts, name: str) -> bool:
    """At one place of the file, or as the parameter of a function."""
    stores = [
        each
        for each in place.every(facts, ast.Name)
        if each.id == name and isinstance(each.ctx, ast.Store)
    ]
    return len(stores) == 1


def _of_loop(facts: Facts, loop: ast.For, name: str) -> tuple[set[int], int] | None:
    """What it gives the name, of a list that stands in the script and is never changed."""
    made = loop.iter
    if isinstance(made, ast.Name):
        made = _written(facts, made.id) or made
    at = _place_in(loop.target, name)
    if not isinstance(made, ast.List | ast.Tuple) or at is None:
        return None
    numbers: set[int] = set()
    for each in made.elts:
        item = each
        if at >= 0 and isinstance(each, ast.Tuple | ast.List) and at < len(each.elts):
            item = each.elts[at]
        if not isinstance(item, ast.Constant) or type(item.value) is not int:
            return None
        numbers.add(item.value)
    return (numbers, made.lineno) if numbers else None


def _place_in(target: ast.expr, name: str) -> int | None:
    """-1: it is the whole."""
    match target:
        case ast.Name(id=found) if found == name:
            return -1
        case ast.Tuple(elts=elts):
            places = [n for n, each in enumerate(elts) if place.is_name(each, name)]
            is_plain = all(isinstance(each, ast.Name) for each in elts)
            return places[0] if len(places) == 1 and is_plain else None
    return None


def _written(facts: Facts, name: str) -> ast.expr | None:
    """The list of this name, which is set at one place, and only gone through."""
    tree = place.tree_of(facts)
    uses = [each for each in place.every(facts, ast.Name) if each.id == name]
    made = [each for each in place.every(facts, ast.Assign) if place.is_name(each.targets[0], name)]
    loops = [each for each in place.every(facts, ast.For) if place.is_name(each.iter, name)]
    if tree is None or len(made) != 1 or len(made[0].targets) != 1:
        return None
    return made[0].value if len(uses) == 1 + len(loops) else None


def too_far(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """One of the numbers alone, of which others go from 0 on."""
    found = _numbers(facts, node.slice) if number >= length else None
    if found is None or not isinstance(node.slice, ast.Name):
        return None
    others, what = found[1] - {number}, place.shown(facts, node.value)
    if number not in found[1] or 0 not in others or "..." in what:
        return None
    if any(not 0 <= each < length for each in others):
        return None
    line = _line_of(facts, found[0], node.slice.id, found[2], number)
    if line is None:
        return None
    return Diagnosis(Kind.WRITTEN_TOO_FAR, (what, length, number, node.slice.id, line, length - 1))


def _line_of(facts: Facts, home: _Home, name: str, line: int, number: int) -> int | None:
    """Where it stands in the list that begins in this line, or in a call; None: not sure."""
    parts: list[ast.expr] = [
        each
        for each in place.every(facts, ast.expr)
        if isinstance(each, ast.List | ast.Tuple) and each.lineno == line
    ]
    if isinstance(home, scope.Function):
        at = [each.arg for each in home.args.args].index(name)
        calls = [each for each in place.every(facts, ast.Call) if len(each.args) > at]
        parts += [each.args[at] for each in calls if place.is_name(each.func, home.name)]
    lines = {
        each.lineno
        for part in parts
        for each in ast.walk(part)
        if isinstance(each, ast.Constant) and each.value == number
    }
    return lines.pop() if len(lines) == 1 else None
