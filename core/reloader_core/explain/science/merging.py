"""Tables of pandas' that are put together by a column that one of them lacks. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.evidence.said_by import begins_in, is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science.columns import asks, is_whole


def merged(facts: Facts) -> Diagnosis | None:
    """`merge(...)` by a column that one of the tables lacks."""
    key = literal(facts.arguments[0]) if len(facts.arguments) == 1 else ""
    if not key or not begins_in(facts, "pandas/core/frame.py", "pandas/core/reshape/merge.py"):
        return None
    calls = [
        node
        for node in place.candidates(facts, ast.Call)
        if isinstance(node.func, ast.Attribute | ast.Name)
        and place.shown(facts, node.func).rpartition(".")[2] == "merge"
    ]
    if len(calls) != 1 or not is_from(facts, "pandas"):
        return None
    tables = list(_merged_tables(facts, calls[0]))
    keywords = {each.arg: each.value for each in calls[0].keywords}
    if len(tables) != 2 or not all(map(is_whole, tables)):
        return None
    sides = [
        table
        for table, side in zip(tables, ("left_on", "right_on"), strict=True)
        if side in keywords and asks(facts, keywords[side], [key])
    ]
    if len(sides) == 1:
        return Diagnosis(Kind.MERGE_KEYS_APART, (key, sides[0]))
    if "on" in keywords and asks(facts, keywords["on"], [key]):
        return Diagnosis(Kind.MERGE_KEY, (key, *tables))
    return None


def _merged_tables(facts: Facts, call: ast.Call) -> Iterator[str]:
    of_table = isinstance(call.func, ast.Attribute) and begins_in(facts, "pandas/core/frame.py")
    if of_table and isinstance(call.func, ast.Attribute):
        yield place.shown(facts, call.func.value)
    keywords = {each.arg: each.value for each in call.keywords}
    for each in [*call.args, *(keywords.get(name) for name in ("left", "right"))]:
        if each is not None:
            yield place.shown(facts, each)
