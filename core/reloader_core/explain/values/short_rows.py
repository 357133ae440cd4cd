"""A row of a list of lists that is shorter than the first one. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TOKEN = re.compile(r"[\w.+-]+")
_NUMBERS = ("int", "float")


def shorter(
    facts: Facts, whole: ast.Subscript, grid: ast.expr, at: int, column: int
) -> Diagnosis | None:
    """`matrix[r][c]`, of a place that the first row has. `at`: which row it is."""
    first = facts.reached.get(f"{ast.unparse(grid)}[0]")
    row, shown = place.known(facts, whole.value), place.shown(facts, whole.value)
    index = place.shown(facts, whole.slice)
    if first is None or row is None or "..." in shown + index:
        return None
    if first.length is None or row.length is None or not row.length <= column < first.length:
        return None
    values = (shown, row.length, f"{place.shown(facts, grid)}[0]", first.length, column)
    instead = f"if {index} < len({shown}):"
    if line := _line_of(facts, first, row, at):
        return Diagnosis(Kind.ROW_SHORT_IN, (*values, line, instead))
    return Diagnosis(Kind.ROW_SHORT, (*values, instead))


def _line_of(facts: Facts, first: Value, row: Value, at: int) -> int:
    """The only line of the script, or of a text in it, that has these numbers and nothing else,
    so many lines below those of the first row; 0 if there is none."""
    lines = [_TOKEN.findall(each) for each in (facts.source or "").split("\n")]
    found = [
        each
        for each in range(at + 1, len(lines) + 1)
        if _is_written(row, lines[each - 1]) and _is_written(first, lines[each - 1 - at])
    ]
    texts = [e for e in place.every(facts, ast.expr) if isinstance(e, ast.Constant | ast.List)]
    is_held = found and any(place.covers(each, found[0]) for each in texts)
    return found[0] if len(found) == 1 and is_held else 0


def _is_written(row: Value, line: list[str]) -> bool:
    """These are its numbers, as far as they are told."""
    told = row.details[1] if len(row.details) > 1 else []
    if not told or any(each[0] not in _NUMBERS for each in told):
        return False
    return len(line) == row.length and line[: len(told)] == [str(each[1]) for each in told]
