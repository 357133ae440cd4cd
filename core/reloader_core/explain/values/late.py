"""A condition that uses a thing before it asks whether it is there, or asks another one. Pure."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_SHOWN = 90
_COMPARES: dict[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip


def tested_late(facts: Facts) -> Diagnosis | None:
    """`while word[i] != " " and i < len(word)`: the test stands behind what it is for, and would
    have kept it from being executed."""
    found = {each for used, about in _used(facts) for each in _late(facts, used, about)}
    return Diagnosis(Kind.TESTED_LATE, found.pop()) if len(found) == 1 else None


def _used(facts: Facts) -> Iterator[tuple[ast.expr, tuple[ast.expr, ...]]]:
    """What may have failed, and what a test of it is about."""
    match facts.told.get("type"):
        case "IndexError" | "KeyError":
            for node in place.candidates(facts, ast.Subscript):
                yield node, (node.value, node.slice)
        case "ZeroDivisionError":
            for division in place.candidates(facts, ast.BinOp):
                yield division, (division.right,)
        case "AttributeError":
            for attribute in place.candidates(facts, ast.Attribute):
                if _is_none(facts, attribute.value):
                    yield attribute, (attribute.value,)
        case "TypeError":
            for node in place.candidates(facts, ast.Subscript):
                if _is_none(facts, node.value):
                    yield node, (node.value,)


def _late(
    facts: Facts, used: ast.expr, about: tuple[ast.expr, ...]
) -> Iterator[tuple[str, str, str]]:
    wanted = {ast.unparse(each) for each in about if not isinstance(each, ast.Constant)}
    for whole in place.in_statement(facts):
        if not isinstance(whole, ast.BoolOp):
            continue
        stops, word = (False, "and") if isinstance(whole.op, ast.And) else (True, "or")
        at = [number for number, each in enumerate(whole.values) if used in ast.walk(each)]
        for test in whole.values[at[0] + 1 :] if at else ():
            asked = {ast.unparse(each) for each in ast.walk(test) if isinstance(each, ast.expr)}
            if _used_again(test, used) or not asked & wanted or _truth(facts, test) is not stops:
                continue
            others = [each for each in whole.values if each is not test]
            instead = f" {word} ".join(_part(facts, each) for each in (test, *others))
            if len(instead) <= _MOST_SHOWN and "..." not in instead:
                yield place.shown(facts, used), place.shown(facts, test), instead


def _used_again(test: ast.expr, used: ast.expr) -> bool:
    """The test would fail in the same way."""
    written = ast.unparse(used)
    return any(
        isinstance(each, ast.expr) and ast.unparse(each) == written for each in ast.walk(test)
    )


def _part(facts: Facts, node: ast.expr) -> str:
    text = place.in_full(facts, node)
    is_open = isinstance(node, ast.BoolOp | ast.IfExp | ast.Lambda | ast.NamedExpr)
    return f"({text})" if is_open else text


def _is_none(facts: Facts, node: ast.expr) -> bool:
    value = place.known(facts, node)
    return value is not None and value.type == "NoneType"


def _truth(facts: Facts, test: ast.expr) -> bool | None:
    """Of a test, by what is known at the crash; None if that is not enough."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            found = _truth(facts, inner)
            return None if found is None else not found
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as op], comparators=[table]):
            return _holds(facts, left, table, is_not=isinstance(op, ast.NotIn))
        case ast.Compare(
            left=left,
            ops=[ast.Is() | ast.IsNot() | ast.Eq() | ast.NotEq() as op],
            comparators=[ast.Constant(value=None)],
        ):
            value = place.known(facts, left)
            is_none = value is not None and value.type == "NoneType"
            return None if value is None else is_none is isinstance(op, ast.Is | ast.Eq)
        case ast.Compare():
            return _compared(facts, test)
    if (number := place.whole_number(facts, test)) is not None:
        return number != 0
    value = place.known(facts, test)
    if value is not None and value.type == "NoneType":
        return False
    return None if value is None or value.length is None else value.length > 0


def _holds(facts: Facts, key: ast.expr, table: ast.expr, *, is_not: bool) -> bool | None:
    """Of the key that was not found."""
    for node in place.candidates(facts, ast.Subscript):
        is_same = ast.unparse(node.slice) == ast.unparse(key)
        if is_same and ast.unparse(node.value) == ast.unparse(table):
            return is_not if facts.told.get("type") == "KeyError" else None
    return None


def _compared(facts: Facts, test: ast.Compare) -> bool | None:
    told = [place.whole_number(facts, each) for each in (test.left, *test.comparators)]
    numbers = [each for each in told if each is not None]
    if len(numbers) != len(told):
        return None
    pairs = zip(test.ops, numbers, numbers[1:], strict=False)
    holds = [_COMPARES[type(op)](one, other) for op, one, other in pairs if type(op) in _COMPARES]
    return all(holds) if len(holds) == len(test.ops) else None


def other_length(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """`while j < len(left)`, where j counts in another list and in that one nothing."""
    match node:
        case ast.Subscript(value=ast.Name(id=items), slice=ast.Name(id=index)) if number == length:
            pass
        case _:
            return None
    for loop in place.every(facts, ast.AST):
        if not isinstance(loop, ast.While | ast.For) or not place.covers(loop, facts.line):
            continue
        asked = loop.test if isinstance(loop, ast.While) else loop
        lengths = set(_lengths(asked, index))
        inside = _items_around(facts)
        if len(lengths) == 1 and "" not in lengths:
            other = lengths.pop()
            if not _is_slip(facts, inside, other, index, length):
                return None
            is_while = isinstance(loop, ast.While)
            instead = f"{index} < len({items})" if is_while else f"range(len({items}))"
            values = (index, items, loop.lineno, other, instead)
            return Diagnosis(Kind.OTHER_LENGTH, values) if other != items else None
    return None


def _items_around(facts: Facts) -> set[str]:
    """What the loops around the line take out of lists."""
    around = [
        each
        for each in place.every(facts, ast.AST)
        if isinstance(each, ast.While | ast.For) and place.covers(each, facts.line)
    ]
    nodes = (each for loop in around[:1] for each in ast.walk(loop))
    return {ast.unparse(each) for each in nodes if isinstance(each, ast.Subscript)}


def _is_slip(facts: Facts, inside: set[str], other: str, index: str, length: int) -> bool:
    """The other list is gone through by a number of its own: it is longer, and the two do not
    belong together, item by item."""
    value = place.known(facts, ast.Name(other, ast.Load()))
    is_longer = value is None or value.length is None or value.length > length
    places = [each for each in inside if each.startswith(f"{other}[")]
    return is_longer and bool(places) and f"{other}[{index}]" not in places


def _lengths(asked: ast.AST, index: str) -> Iterator[str]:
    """Of which lists the length limits the index."""
    match asked:
        case ast.For(
            target=ast.Name(id=target),
            iter=ast.Call(
                func=ast.Name(id="range"),
                args=[ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=source)])],
            ),
        ):
            if target == index:
                yield source
            return
        case ast.For():
            return
    for node in ast.walk(asked):
        match node:
            case ast.Compare(
                left=ast.Name(id=found),
                ops=[ast.Lt()],
                comparators=[ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=source)])],
            ) if found == index:
                yield source
            case ast.Compare(comparators=[*others]) if any(
                isinstance(each, ast.Name) and each.id == index for each in (node.left, *others)
            ):
                yield ""  # asked in another way
