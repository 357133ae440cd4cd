"""A place in a list of lists that is not there: the two numbers changed places, or one of them
counts what the other is used for. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import (
    grid_ends,
    guards,
    short_rows,
    typed_places,
    written_places,
)

_ROWS, _COLUMNS = ("row", "r", "y", "line"), ("col", "column", "c", "x")
"""What is called so stands in its place."""
_OTHER = re.compile(
    r"(?:new|next|n|old|cur|current|start|begin|end|last|other|my|the)?_*(.+?)_*\d*"
)
"""`new_x`, `nx` and `x2` are called as `x` is, and so is `xx`."""


def outside_grid(facts: Facts, node: ast.Subscript) -> Diagnosis | None:
    """`grid[x][y]`, of a list of lists: there is no such place, or none in this order."""
    for whole in place.in_statement(facts):
        match whole:
            case ast.Subscript(value=ast.Subscript(value=grid, slice=first) as row, slice=second):
                if node in (whole, row) and not isinstance(grid, ast.Subscript):
                    return _of_grid(facts, whole, grid, (first, second))
    return None


def _of_grid(
    facts: Facts, whole: ast.Subscript, grid: ast.expr, indices: tuple[ast.expr, ast.expr]
) -> Diagnosis | None:
    rows, first = place.known(facts, grid), facts.reached.get(f"{ast.unparse(grid)}[0]")
    numbers = [place.whole_number(facts, each) for each in indices]
    if rows is None or first is None or (rows.type, first.type) != ("list", "list"):
        return None
    if rows.length is None or first.length is None or min(map(_or_less, numbers)) < 0:
        return None
    y, x = (number or 0 for number in numbers)
    is_put = isinstance(whole.ctx, ast.Store)
    if y < rows.length and (x < first.length or y):
        return short_rows.shorter(facts, whole, grid, y, x)  # they are of different lengths
    what = place.shown(facts, grid)
    values = (what, rows.length, first.length, f"{what}[{y}][{x}]")
    shown = [place.shown(facts, each) for each in indices]
    is_open = all(map(_has_name, indices)) and shown[0] not in _ROWS and shown[1] not in _COLUMNS
    if (counted := _counted_wrongly(facts, grid, indices, (y, x), values)) is not None:
        return counted
    if (loops := _loops_turned(facts, grid, indices, values)) is not None:
        return loops
    if (typed := typed_places.of_grid(facts, indices, values)) is not None:
        return typed
    failing = _failing(whole, (y, x), (rows.length, first.length))
    if (written := written_places.counted(facts, *failing)) is not None:
        return written
    if (guarded := guards.lets_through(facts, *failing)) is not None:
        return guarded
    at = 0 if y >= rows.length else 1
    if (y, x)[at] == values[1 + at]:
        if (behind := grid_ends.one_behind(facts, grid, indices, at, values)) is not None:
            return behind
    beside = _turned_beside(facts, indices)
    turned = _made_turned(facts, grid, beside, values) if is_put else None
    if turned is not None:
        return turned
    is_open = is_open and not beside
    if x < rows.length and y < first.length and is_open and _may_turn(facts, indices, values):
        return Diagnosis(Kind.GRID_SWAPPED, (*values, f"{what}[{shown[1]}][{shown[0]}]"))
    return Diagnosis(Kind.GRID_OUTSIDE, values)


def _failing(
    whole: ast.Subscript, numbers: tuple[int, int], lengths: tuple[int, int]
) -> tuple[ast.Subscript, int, int]:
    """Which of the two brackets fails, how many there are, and the number in it."""
    assert isinstance(whole.value, ast.Subscript)
    if numbers[0] >= lengths[0]:
        return whole.value, lengths[0], numbers[0]
    return whole, lengths[1], numbers[1]


def _counted_wrongly(
    facts: Facts,
    grid: ast.expr,
    indices: tuple[ast.expr, ast.expr],
    numbers: tuple[int, int],
    values: tuple[str, int, int, str],
) -> Diagnosis | None:
    """`for j in range(len(grid))`, and then grid[i][j]; or that of a row, and then grid[j][i]."""
    whole = ast.unparse(grid)
    counts = whole, f"{whole}[0]"
    loops = [_counting(facts, each) for each in indices]
    at = 0 if numbers[0] >= values[1] else 1
    index, loop = indices[at], loops[at]
    other = loops[1 - at]
    if loop is None or loop[1] != counts[1 - at] or not isinstance(index, ast.Name):
        return None
    if other is not None and other[1] == counts[at]:
        return None  # each counts what the other is used for
    for each in ast.walk(loop[0]):
        match each:
            case ast.Subscript(value=value, slice=ast.Name(id=index.id)):
                if ast.unparse(value) == whole and at:
                    return None  # it is used for the rows, too
    wanted = f"for {index.id} in range(len({counts[at]})):"
    kind = Kind.GRID_ROWS_COUNTED if at else Kind.GRID_COLUMNS_COUNTED
    return Diagnosis(kind, (*values, index.id, loop[0].lineno, wanted))


def _loops_turned(
    facts: Facts,
    grid: ast.expr,
    indices: tuple[ast.expr, ast.expr],
    values: tuple[str, int, int, str],
) -> Diagnosis | None:
    """`for j in range(len(m)): for i in range(len(m[0])): row.append(m[i][j])`: it may be that the
    rows are to become columns, where they are put into new ones, or not."""
    whole = ast.unparse(grid)
    first, second = (_counting(facts, each) for each in indices)
    if (
        not _is_put_away(facts)
        or first is None
        or second is None
        or (first[1], second[1]) != (f"{whole}[0]", whole)
    ):
        return None
    names = [ast.unparse(each) for each in indices]
    turned = f"{values[0]}[{names[1]}][{names[0]}]"
    rows, columns = (f"range(len({each}))" for each in (whole, f"{whole}[0]"))
    wanted = f"for {names[0]} in {rows}:", f"for {names[1]} in {columns}:"
    lines = first[0].lineno, second[0].lineno
    return Diagnosis(
        Kind.GRID_LOOPS_TURNED, (values[3], turned, lines[0], wanted[0], lines[1], wanted[1])
    )


def _is_put_away(facts: Facts) -> bool:
    return any(
        isinstance(each, ast.Attribute) and each.attr == "append"
        for each in place.in_statement(facts)
    )


def _counting(facts: Facts, index: ast.expr) -> tuple[ast.For, str] | None:
    """The loop around the line that counts by this name, and the list whose length it takes."""
    for loop in place.every(facts, ast.For):
        match loop.target, loop.iter, index:
            case ast.Name(id=target), ast.Call(func=ast.Name(id="range"), args=[end]), ast.Name(
                id=name
            ) if target == name and place.covers(loop, facts.line):
                made = origin.value(facts, end) if isinstance(end, ast.Name) else end
                match made:
                    case ast.Call(func=ast.Name(id="len"), args=[items]):
                        return loop, ast.unparse(items)
    return None


def _turned_beside(facts: Facts, indices: tuple[ast.expr, ast.expr]) -> list[ast.expr]:
    """What the same statement takes an item of in the other order: it turns one into the other."""
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(value=ast.Subscript(value=other, slice=first), slice=second):
                own = [ast.unparse(each) for each in ast.walk(indices[1])]
                if ast.unparse(second) == ast.unparse(indices[0]) and ast.unparse(first) in own:
                    found.append(other)
    return found


def _made_turned(
    facts: Facts, grid: ast.expr, beside: list[ast.expr], values: tuple[str, int, int, str]
) -> Diagnosis | None:
    """`turned[c][r] = matrix[r][c]`, where both have as many rows and columns as the other."""
    made = origin.assigned(facts, grid)
    if made is None or len(beside) != 1 or isinstance(made.value, ast.List):
        return None
    rows, first = place.known(facts, beside[0]), facts.reached.get(f"{ast.unparse(beside[0])}[0]")
    if rows is None or first is None or (rows.length, first.length) != values[1:3]:
        return None
    return Diagnosis(Kind.GRID_MADE_TURNED, (*values, place.shown(facts, beside[0]), made.lineno))


def _may_turn(
    facts: Facts, indices: tuple[ast.expr, ast.expr], values: tuple[str, int, int, str]
) -> bool:
    """They are names, and counted as far as they are, the two fit the other way round. Without
    loops, their names say that a column stands first: else one of them may be too large itself."""
    if not all(isinstance(each, ast.Name) for each in indices):
        return False
    first, second = map(ast.unparse, indices)
    ends = [_end(facts, each) for each in indices]
    if None in ends and (_plain(first) not in _COLUMNS or _plain(second) not in _ROWS):
        return False
    return all(
        end is None or end <= length
        for end, length in zip(ends, (values[2], values[1]), strict=True)
    )


def _plain(name: str) -> str:
    found = _OTHER.fullmatch(name.lower())
    part = found[1] if found is not None else name
    return part[0] if part in ("xx", "yy", "rr", "cc") else part


def _end(facts: Facts, index: ast.expr) -> int | None:
    """Where the loop around the line ends that counts by this name; or that of which it is the
    rest, as in `(x + 1) % width`."""
    match origin.value(facts, index):
        case ast.BinOp(op=ast.Mod(), right=most):
            return place.whole_number(facts, most)
    for loop in place.every(facts, ast.For):
        match loop.target, loop.iter, index:
            case ast.Name(id=target), ast.Call(func=ast.Name(id="range"), args=[end]), ast.Name(
                id=name
            ) if target == name and place.covers(loop, facts.line):
                return place.whole_number(facts, end)
    return None


def _or_less(number: int | None) -> int:
    return -1 if number is None else number


def _has_name(node: ast.expr) -> bool:
    return any(isinstance(each, ast.Name) for each in ast.walk(node))
