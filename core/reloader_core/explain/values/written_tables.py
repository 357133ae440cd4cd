"""Dictionaries that stand in the script one beside the other: which of them it was that lacks a
key, or that has None under it. Pure."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator

from reloader_core.explain.causes import held, nothing
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import records

_MOST_SHOWN = 60
_FILLS = ("update", "setdefault", "fillna")


def inner_lacks(facts: Facts, node: ast.expr, key: str, keys: list[str]) -> Diagnosis | None:
    """`stores = {"Leeds": {"chair": 4, "desk": 1}, "Hull": {"chair": 7}}`, of which all others have
    the key. `keys`: all of the one that was asked."""
    table, asked = place.known(facts, node), _asked(facts, node)
    if table is None or asked is None:
        return None
    for name, outer in _named_tables(facts):
        inner = [each for each in outer.values if isinstance(each, ast.Dict)]
        lacking = [each for each in inner if key not in _entries(each)]
        if len(inner) != len(outer.values) or len(inner) < 2 or len(lacking) != 1:
            continue
        one, others = lacking[0], [_entries(each)[key] for each in inner if each not in lacking]
        title = outer.keys[inner.index(one)]
        if sorted(_entries(one)) != sorted(keys) or not _may_be(one, table):
            continue
        default = _default(others)
        if not default or not isinstance(title, ast.Constant) or title.lineno != one.lineno:
            return None
        what = f"{name}[{_written(title.value)}]"
        shown, index = place.shown(facts, node), place.shown(facts, asked.slice)
        instead = f"{shown}.get({index}, {default})"
        if "..." in what + instead:
            return None
        return Diagnosis(Kind.INNER_LACKS, (shown, repr(key), what, one.lineno, instead))
    return None


def _asked(facts: Facts, node: ast.expr) -> ast.Subscript | None:
    """The brackets behind it, where a value is read."""
    found = [each for each in place.candidates(facts, ast.Subscript) if each.value is node]
    return found[0] if len(found) == 1 and isinstance(found[0].ctx, ast.Load) else None


def _named_tables(facts: Facts) -> Iterator[tuple[str, ast.Dict]]:
    """Those that the only line makes which gives their name a value."""
    tree = place.tree_of(facts)
    for each in place.every(facts, ast.Assign):
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict() as table):
                home = scope.home_of(tree, each) if tree is not None else None
                if home is not None and len(scope.bindings(home, name)) == 1:
                    yield name, table


def _entries(table: ast.Dict) -> dict[str, ast.expr]:
    return {
        key.value: value
        for key, value in zip(table.keys, table.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


def _may_be(table: ast.Dict, value: Value) -> bool:
    """Nothing of what is told of its first items speaks against it."""
    told, entries = records.first_items(value), _entries(table)
    for key, one in told:
        match entries.get(key):
            case ast.Constant(value=constant):
                if type(constant) is not type(one) or constant != one:
                    return False
            case None:
                return False
    return bool(told)


def _default(others: list[ast.expr]) -> str:
    """What fits among the others, where one is missing; '' if that is not clear."""
    values = [each.value if isinstance(each, ast.Constant) else None for each in others]
    if all(type(each) in (int, float) for each in values):
        return "0"
    return '""' if all(isinstance(each, str) for each in values) else ""


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


# -- one with None


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`entry["amount"] < 5`, and in one line of the script the amount is None."""
    what, tree = nothing.named(found), place.tree_of(facts)
    node = place.shown_as(facts, what, ast.Subscript) if what else None
    match node:
        case ast.Subscript(value=record, slice=ast.Constant(value=str(key))):
            value = place.known(facts, record)
        case _:
            return None
    if tree is None or value is None or held.is_changed(tree, key) or _is_filled(facts, record):
        return None
    lines = {
        entry.lineno
        for table in place.every(facts, ast.Dict)
        if isinstance(entry := _entries(table).get(key), ast.Constant)
        if entry.value is None and _may_be(table, value)
    }
    if len(lines) != 1:
        return None
    text = (facts.source or "").splitlines()[min(lines) - 1].strip().rstrip(",")
    if not 0 < len(text) <= _MOST_SHOWN or text.count("None") != 1:
        return None
    return Diagnosis(Kind.NONE_WRITTEN, (what, min(lines), text))


def _is_filled(facts: Facts, record: ast.expr) -> bool:
    """A dictionary may have got other values since, or was to get them in a line that has not
    run."""
    named = {name for name, _table in _named_tables(facts)} | {ast.unparse(record)}
    for each in place.every(facts, ast.expr):
        match each:
            case ast.Attribute(attr=attr) if attr in _FILLS:
                return True
            case ast.Subscript(value=owner, slice=index, ctx=ast.Store()):
                if ast.unparse(owner) in named and not isinstance(index, ast.Constant):
                    return True
    return False
