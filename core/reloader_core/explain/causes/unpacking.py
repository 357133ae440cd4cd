"""Texts that were meant to be numbers: keys instead of values, and what is largest by its letters.
Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def keys_of(facts: Facts, node: ast.expr | None) -> Diagnosis | None:
    """`low, high = stats(values)`, where stats() gives back a dictionary."""
    if not isinstance(node, ast.Name) or origin.only_bound(facts, node.id) is None:
        return None
    for made in place.every(facts, ast.Assign):
        match made:
            case ast.Assign(targets=[ast.Tuple(elts=targets) as names], value=value) if any(
                isinstance(each, ast.Name) and each.id == node.id for each in targets
            ):
                if _gives_table(facts, value):
                    shown = place.in_full(facts, names), place.in_full(facts, value)
                    values = (node.id, made.lineno, f"{shown[0]} = {shown[1]}.values()")
                    return Diagnosis(Kind.KEYS_UNPACKED, values)
    return None


def _gives_table(facts: Facts, value: ast.expr) -> bool:
    match value:
        case ast.Name():
            made = origin.value(facts, value)
            return isinstance(made, ast.Dict | ast.DictComp)
        case ast.Call(func=ast.Name(id=name)):
            match scope.returns_of(place.tree_of(facts), name):
                case [ast.Return(value=ast.Dict() | ast.DictComp())]:
                    return True
    return False


def most_by_key(facts: Facts, shown: str) -> Diagnosis | None:
    """`best = max(rows, key=lambda r: r["points"])`, and then best["points"], which is text."""
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(value=ast.Name() as record, slice=ast.Constant(value=str(key))):
                if place.shown(facts, node) != shown:
                    continue
            case _:
                continue
        match origin.value(facts, record):
            case ast.Call(func=ast.Name(id="max" | "min"), keywords=[keyword]) as most:
                pass
            case _:
                continue
        match keyword:
            case ast.keyword(
                arg="key",
                value=ast.Lambda(
                    args=ast.arguments(args=[ast.arg(arg=name)]),
                    body=ast.Subscript(
                        value=ast.Name(id=asked), slice=ast.Constant(value=found)
                    ) as body,
                ),
            ) if asked == name and found == key:
                instead = f"key=lambda {name}: float({place.shown(facts, body)})"
                return Diagnosis(Kind.MOST_BY_KEY, (shown, most.lineno, instead))
    return None
