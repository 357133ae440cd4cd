"""A list that was made with a certain number of places, and how it is made with one more. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts


def made_with(
    facts: Facts, items: ast.expr, *, of_rows: bool = False, size: str = ""
) -> tuple[int, str] | None:
    """`[0] * n`: its line, and that line with `n + 1`. `of_rows`: the same of the lists in it;
    `size`: this alone may stand for n."""
    made = origin.assigned(facts, items)
    found = made.value if made is not None else None
    if of_rows:
        found = found.elt if isinstance(found, ast.ListComp) else None
    count = _size(found) if found is not None else None
    if made is None or count is None or made.lineno != made.end_lineno:
        return None
    return _with_more(facts, made, count) if size in ("", ast.unparse(count)) else None


def _with_more(facts: Facts, made: ast.Assign, size: ast.expr) -> tuple[int, str] | None:
    line = (facts.source or "").splitlines()[made.lineno - 1].encode()
    first, last = size.col_offset, size.end_col_offset or 0
    is_closed = line[first - 1 : first] == b"(" and line[last : last + 1] == b")"
    more = less_by(facts, size, -1)
    more = more if is_closed or more.isdigit() else f"({more})"
    whole = line[: made.end_col_offset][made.col_offset :].decode()
    first -= made.col_offset
    shown = whole.encode()[:first].decode() + more
    shown += line[last : made.end_col_offset].decode()
    return (made.lineno, shown) if "..." not in shown and len(shown) <= 100 else None


def _size(made: ast.expr) -> ast.expr | None:
    match made:
        case ast.BinOp(left=ast.List(elts=[_]), op=ast.Mult(), right=size):
            return size
        case ast.BinOp(left=size, op=ast.Mult(), right=ast.List(elts=[_])):
            return size
        case ast.ListComp(
            generators=[
                ast.comprehension(
                    iter=ast.Call(func=ast.Name(id="range"), args=[size]), ifs=[], is_async=0
                )
            ]
        ):
            return size
        case ast.Call(
            func=ast.Name(id="list"), args=[ast.Call(func=ast.Name(id="range"), args=[size])]
        ):
            return size
    return None


def less_by(facts: Facts, end: ast.expr, less: int) -> str:
    """`n - i - 1` for `n - i`; `less` may be below 0."""
    match end:
        case ast.Constant(value=int(number)):
            return str(number - less)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=ast.Constant(value=int(n))):
            end, less = left, less + (-n if isinstance(op, ast.Add) else n)
    is_sum = isinstance(end, ast.BinOp) and isinstance(
        end.op, ast.Add | ast.Sub | ast.Mult | ast.FloorDiv
    )
    shown = place.shown(facts, end) if is_sum else place.operand(facts, end)
    return shown if not less else f"{shown} - {less}" if less > 0 else f"{shown} + {-less}"
