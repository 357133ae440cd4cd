"""A loop over a dictionary, which gives its keys, where its values are meant: they are numbers, and
are calculated with. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import origin, place, written
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NUMBERS = ("int", "float")
_OF_VALUES = ("int", "float", "round", "abs", "max", "min", "append", "range")


def key_for_value(facts: Facts, key: ast.expr) -> Diagnosis | None:
    """`for price in prices: total += price`; `key`: what is a text here."""
    value = place.known(facts, key)
    said = value.text if value is not None else None
    loop = origin.loop_over(facts, key.id) if isinstance(key, ast.Name) else None
    if loop is None or said is None or written.is_number("float", said):
        return None
    table = _table(loop.iter)
    if table is None or not _has_numbers(facts, table) or loop.body[0].lineno == loop.lineno:
        return None
    shown, name = place.shown(facts, table), place.shown(facts, key)
    if all(_is_calculated(each) for each in _uses(loop, name)):
        instead = f"for {name} in {shown}.values():"
        values = (name, repr(said), shown, loop.lineno, instead)
        return Diagnosis(Kind.KEYS_FOR_VALUES, values)
    return Diagnosis(Kind.KEY_LOOPED, (name, shown))


def _table(source: ast.expr) -> ast.expr | None:
    """`prices` and `prices.keys()`"""
    match source:
        case ast.Call(func=ast.Attribute(value=owner, attr="keys"), args=[]):
            return owner
        case ast.Name() | ast.Attribute():
            return source
    return None


def _has_numbers(facts: Facts, table: ast.expr) -> bool:
    """As far as it is told what belongs to its keys, the first few; or as it is written."""
    match place.known(facts, table):
        case Value("dict", (int(), [_, *_] as pairs)):
            return all(item[0] in _NUMBERS for _key, item in pairs)
        case Value():
            return False
    source = sources.only(facts, table, "dict")
    match source.node if source is not None else None:
        case ast.Dict(values=[_, *_] as items):
            return all(
                isinstance(each, ast.Constant) and type(each.value) in (int, float)
                for each in items
            )
    return False


def _uses(loop: ast.For, name: str) -> Iterator[tuple[ast.AST, ast.Name]]:
    """With what each stands in."""
    for part in loop.body:
        for around in ast.walk(part):
            for node in ast.iter_child_nodes(around):
                if isinstance(node, ast.Name) and node.id == name:
                    yield around, node


def _is_calculated(use: tuple[ast.AST, ast.Name]) -> bool:
    """As a number, and not shown or asked for as the key that it is."""
    match use[0]:
        case ast.BinOp() | ast.AugAssign() | ast.Assign() | ast.Return():
            return True
        case ast.Compare(left=left, ops=ops, comparators=others):
            is_text = any(place.is_text(each) for each in (left, *others))
            return not is_text and not any(isinstance(each, ast.In | ast.NotIn) for each in ops)
        case ast.Call(keywords=[]) as call:
            return place.name_called(call) in _OF_VALUES and call.func is not use[1]
    return False
