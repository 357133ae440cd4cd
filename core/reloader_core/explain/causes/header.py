"""A loop over rows that begins with the row of names, where numbers are expected. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope, written
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OF_TEXTS = ("reader", "TextIOWrapper", "_csv.reader")
"""What gives texts alone, also for numbers."""


def in_first_row(facts: Facts, text: ast.expr, number: ast.expr) -> Diagnosis | None:
    """`total = total + row[2]`, where total is what it began with, and row[2] is "Amount"."""
    value = place.known(facts, text)
    if value is None or value.text is None or written.is_number("float", value.text):
        return None
    loop = _loop_of(facts, text)
    if loop is None or not value.text.strip() or not _has_begun(facts, number, loop):
        return None
    if not _runs_always(loop, facts.line) or (rows := _rest(facts, loop.iter)) is None:
        return None
    what, said = place.shown(facts, text), literal(value)
    instead = f"for {place.shown(facts, loop.target)} in {rows[0]}:"
    if not rows[1]:
        return Diagnosis(Kind.HEADER_ROW, (what, said, loop.lineno, instead))
    return Diagnosis(Kind.HEADER_TEXT, (what, said, loop.lineno, instead, f"float({what})"))


def begins(facts: Facts, name: str) -> ast.Assign | None:
    """The line that gives it a number that stands there, if only one does."""
    around = scope.of_name(facts, name)
    found = [
        node
        for node in (scope.in_scope(around) if around is not None else ())
        if isinstance(node, ast.Assign)
        and place.is_name(node.targets[0], name)
        and isinstance(node.value, ast.Constant)
        and type(node.value.value) in (int, float)
    ]
    return found[0] if len(found) == 1 else None


def _has_begun(facts: Facts, number: ast.expr, loop: ast.For) -> bool:
    """It is what it began with, above the loop, so this is the first round."""
    made = begins(facts, number.id) if isinstance(number, ast.Name) else None
    value = place.known(facts, number)
    if made is None or value is None or not isinstance(made.value, ast.Constant):
        return False
    around = [each for each in place.every(facts, ast.For) if place.covers(each, made.lineno)]
    is_same = literal(value) == repr(made.value.value)
    return is_same and not around and made.lineno < loop.lineno


def _loop_of(facts: Facts, text: ast.expr) -> ast.For | None:
    """The loop over rows that this is a value of the row of."""
    if isinstance(text, ast.Name):
        for each in place.every(facts, ast.For):
            if isinstance(each.target, ast.Tuple) and place.covers(each, facts.line):
                if any(place.is_name(name, text.id) for name in each.target.elts):
                    return each if origin.only_bound(facts, text.id) is not None else None
    made = origin.value(facts, text) or text
    if isinstance(made, ast.Attribute) and made.attr == "value":
        made = made.value
    match made:
        case ast.Subscript(value=ast.Name(id=row), slice=ast.Constant(value=int())):
            return origin.loop_over(facts, row) or _of_parts(facts, row)
    return None


def _of_parts(facts: Facts, row: str) -> ast.For | None:
    """`row = line.split(",")`, also with .strip() before it."""
    made = origin.value(facts, ast.Name(row, ast.Load()))
    if not isinstance(made, ast.Call) or place.name_called(made) != "split":
        return None
    inner: ast.expr = made
    while isinstance(inner, ast.Call | ast.Attribute):
        inner = inner.func if isinstance(inner, ast.Call) else inner.value
    return origin.loop_over(facts, inner.id) if isinstance(inner, ast.Name) else None


def _runs_always(loop: ast.For, line: int) -> bool:
    """In each round: nothing above passes a row over, and no `if` stands around it."""
    for each in ast.walk(loop):
        if isinstance(each, ast.Continue) and each.lineno < line:
            return False
        if isinstance(each, ast.If | ast.While | ast.For | ast.Try) and each is not loop:
            if each.body[0].lineno <= line <= (each.end_lineno or 0):
                return False
    return True


def _rest(facts: Facts, rows: ast.expr) -> tuple[str, bool] | None:
    """The same without the first, and whether it gives texts alone; None if it may well be without
    that row."""
    shown = place.in_full(facts, rows)
    if "..." in shown or _passes_over(facts):
        return None
    match rows:
        case ast.Call(func=ast.Attribute(attr="iter_rows"), args=[], keywords=keywords):
            if any(each.arg in ("min_row", None) for each in keywords):
                return None
            return shown.replace("(", "(min_row=2" + (", " if keywords else ""), 1), False
        case ast.Attribute(value=ast.Name(), attr="values" | "rows") if _uses(facts, "openpyxl"):
            return f"list({shown})[1:]", False
        case ast.Call(func=ast.Attribute(value=ast.Name(id="csv"), attr="reader")):
            return f"list({shown})[1:]", True
        case ast.Name(id=name):
            return _of_name(facts, rows, name)
    return None


def _of_name(facts: Facts, rows: ast.Name, name: str) -> tuple[str, bool] | None:
    value, made = place.known(facts, rows), origin.value(facts, rows)
    if value is not None and value.name in _OF_TEXTS:
        return f"list({name})[1:]", True
    match made:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="csv"), attr="reader")):
            return f"list({name})[1:]", True
        case ast.Call(func=ast.Name(id="list"), args=[ast.expr() as inner]):
            found = _rest(facts, inner)
            return (f"{name}[1:]", found[1]) if found is not None else None
        case ast.List(elts=[ast.List(elts=names) | ast.Tuple(elts=names), *_]):
            is_header = len(names) > 1 and all(place.is_text(each) for each in names)
            return (f"{name}[1:]", False) if is_header else None
        case ast.Call(func=ast.Attribute(attr="iter_rows")) | ast.Attribute(attr="values" | "rows"):
            return (f"list({name})[1:]", False) if _rest(facts, made) is not None else None
    return None


def _passes_over(facts: Facts) -> bool:
    """Some line does so already."""
    return any(
        place.name_called(each) in ("next", "readline", "islice", "pop")
        for each in place.every(facts, ast.Call)
    )


def _uses(facts: Facts, module: str) -> bool:
    return any(
        each.name.partition(".")[0] == module
        for node in place.every(facts, ast.AST)
        if isinstance(node, ast.Import)
        for each in node.names
    ) or any(
        (node.module or "").partition(".")[0] == module
        for node in place.every(facts, ast.ImportFrom)
    )
