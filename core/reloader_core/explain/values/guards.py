"""A test that keeps an index inside, and lets one place too many through. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_SHOWN = 90
_INSIDE = {ast.LtE: "<", ast.GtE: ">"}
_OUTSIDE = {ast.Gt: ">=", ast.Lt: "<="}


def lets_through(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """`if x < 0 or x > width: return`, where there is no place at the width."""
    if number != length or not _has_name(node.slice):
        return None
    index = ast.unparse(node.slice)
    for guard, is_inside in _guards(facts):
        for pair in _pairs(guard.test, is_inside=is_inside):
            if pair[0] != index or _is_set(facts, guard, node.slice):
                continue
            if node in ast.walk(guard.test) and _begin(node) < _begin(pair[2][1]):
                continue  # it comes too late
            if isinstance(guard, ast.While) and _is_counted(guard, node.slice):
                continue
            if _limit(facts, pair[1], node.value, length) == length:
                return _said(facts, guard, node, (length, is_inside))
    return None


def _said(
    facts: Facts, guard: ast.If | ast.While, node: ast.Subscript, known: tuple[int, bool]
) -> Diagnosis | None:
    length, is_inside = known
    test = guard.test
    line = (facts.source or "").splitlines()[test.lineno - 1].encode()
    if test.lineno != test.end_lineno or guard.lineno != test.lineno:
        return None
    wanted = {ast.unparse(each): owner for each, owner in _indices(facts)}
    for index, limit, (left, right), sign in reversed(list(_pairs(test, is_inside=is_inside))):
        owner = node.value if index == ast.unparse(node.slice) else wanted.get(index)
        most = _length(facts, owner) if owner is not None else None
        if owner is None or most is None or _limit(facts, limit, owner, most) != most:
            continue
        line = line[: left.end_col_offset] + f" {sign} ".encode() + line[right.col_offset :]
    word = line[guard.col_offset : test.col_offset].decode()
    if word.split()[:1] not in (["if"], ["elif"], ["while"]):
        return None
    shown = line[guard.col_offset :].decode().split("#")[0].rstrip()
    head = shown if shown.endswith(":") else shown.partition(": ")[0] + ":"
    what, index = place.shown(facts, node.value), place.shown(facts, node.slice)
    if len(head) > _MOST_SHOWN or "..." in what + index:
        return None
    values = (guard.lineno, index, length, what, length, head)
    return Diagnosis(Kind.GUARD_TOO_WIDE, values)


def _begin(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _length(facts: Facts, owner: ast.expr) -> int | None:
    """Of a row that is not there, that of the first one."""
    value = place.known(facts, owner)
    if value is None and isinstance(owner, ast.Subscript):
        value = facts.reached.get(f"{ast.unparse(owner.value)}[0]")
    return value.length if value is not None else None


def _guards(facts: Facts) -> Iterator[tuple[ast.If | ast.While, bool]]:
    """Tests that have been true where the line is, or false."""
    around = scope.function_around(facts) or place.tree_of(facts)
    if around is None:
        return
    for node in scope.in_scope(around):
        if isinstance(node, ast.If | ast.While) and place.covers(node, facts.line):
            if place.covers(node.test, facts.line) or _is_in(node.body, facts.line):
                yield node, True
    for each in origin.ran_before(facts, around):
        if isinstance(each, ast.If) and not each.orelse and not origin.ends(each.body):
            yield each, False


def _is_in(body: list[ast.stmt], line: int) -> bool:
    return any(place.covers(each, line) for each in body)


_Pair = tuple[str, ast.expr, tuple[ast.expr, ast.expr], str]


def _pairs(test: ast.expr, *, is_inside: bool) -> Iterator[_Pair]:
    """What is compared with which limit, where what stands left and right of the sign ends and
    begins, and which sign would leave the limit out."""
    joins = ast.And if is_inside else ast.Or
    for part in test.values if isinstance(test, ast.BoolOp) else [test]:
        if isinstance(test, ast.BoolOp) and not isinstance(test.op, joins):
            return
        if not isinstance(part, ast.Compare) or not is_inside and len(part.ops) > 1:
            continue
        parts = [part.left, *part.comparators]
        for op, left, right in zip(part.ops, parts, parts[1:], strict=False):
            signs = _INSIDE if is_inside else _OUTSIDE
            is_left = isinstance(op, ast.LtE if is_inside else ast.Gt)
            if type(op) in signs:
                index, limit = (left, right) if is_left else (right, left)
                yield ast.unparse(index), limit, (left, right), signs[type(op)]


def _limit(facts: Facts, limit: ast.expr, owner: ast.expr, length: int) -> int | None:
    number = place.whole_number(facts, limit)
    if number is not None:
        return number
    made = origin.value(facts, limit) or limit
    match made:
        case ast.Call(func=ast.Name(id="len"), args=[items]):
            of = ast.unparse(owner), ast.unparse(items)
            is_row = of[1] == f"{of[0].rpartition('[')[0]}[0]"
            return length if of[0] == of[1] or is_row else None
        case ast.Constant(value=int(constant)):
            return constant
    return None


def _indices(facts: Facts) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What stands in brackets there, and before them."""
    for each in place.in_statement(facts):
        if isinstance(each, ast.Subscript):
            yield each.slice, each.value


def _has_name(index: ast.expr) -> bool:
    return any(isinstance(each, ast.Name) for each in ast.walk(index))


def _is_counted(loop: ast.While, index: ast.expr) -> bool:
    """It is a loop's own number."""
    names = {each.id for each in ast.walk(index) if isinstance(each, ast.Name)}
    return any(
        isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and each.id in names
        for each in ast.walk(loop)
    )


def _is_set(facts: Facts, guard: ast.stmt, index: ast.expr) -> bool:
    """Something between the test and the line gives it another value."""
    names = {each.id for each in ast.walk(index) if isinstance(each, ast.Name)}
    return any(
        isinstance(each.ctx, ast.Store)
        and each.id in names
        and guard.lineno < each.lineno < facts.line
        for each in place.every(facts, ast.Name)
    )
