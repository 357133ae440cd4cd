"""Lists and tuples that stand in the script: in which of them there is a None that a loop has come
to. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import nothing, sources
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value, literal, value_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_SHOWN = 60
_Row = ast.List | ast.Tuple


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`for jump in jumps`, and one of [3.98, None, 4.12] is None."""
    what = nothing.named(found)
    node = place.shown_as(facts, what, ast.Subscript) if what else None
    owner = node.value if isinstance(node, ast.Subscript) else node
    loop = _loop_of(facts, owner) if isinstance(owner, ast.Name) else None
    part = _part_of(facts, owner) if isinstance(owner, ast.Name) and loop is None else None
    match node:
        case ast.Name() if loop is not None:
            nones = list(_of_loop(facts, loop.target, loop.iter, node.id))
        case ast.Name() if part is not None:
            nones = list(_of_loop(facts, part.target, part.iter, node.id))
        case ast.Subscript(value=row, slice=ast.Constant(value=int(at))):
            nones = list(_at(facts, row, at))
        case _:
            return None
    lines = {each.lineno for each in nones}
    text = _line(facts, min(lines)) if len(lines) == 1 else ""
    if not text:
        return None
    values = (what, min(lines), text)
    if loop is not None and (passed := _passed_over(facts, loop, what, values)) is not None:
        return passed
    if part is not None and (passed := _left_out(facts, part, what, values)) is not None:
        return passed
    return Diagnosis(Kind.NONE_WRITTEN, values)


def _line(facts: Facts, line: int) -> str:
    """'' if it does not show which one it is."""
    text = (facts.source or "").splitlines()[line - 1].strip().rstrip(",")
    return text if 0 < len(text) <= _MOST_SHOWN and text.count("None") == 1 else ""


# -- which loop, and what it goes through


def _loop_of(facts: Facts, node: ast.Name) -> ast.For | None:
    """The innermost one around the line that gives the name its values, if its body does not."""
    home = scope.function_around(facts) or place.tree_of(facts)
    loops = [
        each
        for each in (scope.in_scope(home) if home is not None else ())
        if isinstance(each, ast.For)
        and any(place.covers(part, facts.line) for part in each.body)
        and any(place.is_name(part, node.id) for part in ast.walk(each.target))
    ]
    if not loops or facts.function in (*place.COMPREHENSIONS, "<lambda>"):
        return None
    if place.is_of_comprehension(place.tree_of(facts), node):
        return None
    body = ast.Module(loops[-1].body, [])
    return loops[-1] if not scope.bindings(body, node.id) else None


def _part_of(facts: Facts, node: ast.Name) -> ast.comprehension | None:
    """The only one of a comprehension in the statement that gives the name its values."""
    found = [
        each
        for each in place.in_statement(facts)
        if isinstance(each, ast.comprehension)
        and any(place.is_name(part, node.id) for part in ast.walk(each.target))
    ]
    return found[0] if len(found) == 1 else None


def _of_loop(facts: Facts, target: ast.expr, items: ast.expr, name: str) -> Iterator[ast.expr]:
    """Each None that the name may be: of an item, or of one part of the items."""
    match target, items:
        case ast.Tuple(elts=[_, inner]), ast.Call(func=ast.Name(id="enumerate"), args=[of, *_]):
            target, items = inner, of
    rows = _rows(facts, items)
    match target:
        case ast.Name(id=found) if found == name:
            for row in rows:
                yield from (each for each in row.elts if _is_none(each))
        case ast.Tuple(elts=targets):
            for row in rows:
                for each in row.elts:
                    if isinstance(each, ast.List | ast.Tuple) and len(each.elts) == len(targets):
                        yield from _part(facts, targets, each, name)


def _part(facts: Facts, targets: list[ast.expr], row: _Row, name: str) -> Iterator[ast.expr]:
    """The None of this name, where all others of the row are what their names are here."""
    for target, each in zip(targets, row.elts, strict=True):
        if place.is_name(target, name):
            if not _is_none(each):
                return
            found = each
        elif isinstance(each, ast.Constant):
            value = place.known(facts, target)
            if value is not None and not _is_same(each, value):
                return
    yield found


def _rows(facts: Facts, items: ast.expr) -> list[_Row]:
    """What is written out and may be what is gone through; several, where the values alone tell."""
    match items:
        case ast.Call(func=ast.Attribute(value=table, attr="items" | "values" as part), args=[]):
            return _of_table(facts, table, whole=part == "items")
    value, made = place.known(facts, items), origin.value(facts, items) or _given(facts, items)
    if isinstance(items, ast.List | ast.Tuple):
        return [items]
    if _is_put_into(facts, items):
        return []
    if isinstance(made, ast.List | ast.Tuple):
        return [made] if value is None or value.length == len(made.elts) else []
    if value is None or value.type not in ("list", "tuple"):
        return []
    return [each for each in place.every(facts, ast.expr) if _may_be(each, value)]  # type: ignore[misc]


def _given(facts: Facts, items: ast.expr) -> ast.expr | None:
    """What a parameter, an attribute or the result of a function surely is."""
    made = sources.only(facts, items, "list") or sources.only(facts, items, "tuple")
    return made.node if made is not None else None


def _of_table(facts: Facts, table: ast.expr, *, whole: bool) -> list[_Row]:
    """The values of a dictionary, or its keys with them."""
    made = table if isinstance(table, ast.Dict) else origin.value(facts, table)
    value = place.known(facts, table)
    if not isinstance(made, ast.Dict) or _is_put_into(facts, table):
        return []
    if value is not None and value.length not in (None, len(made.values)):
        return []
    pairs = [(k, v) for k, v in zip(made.keys, made.values, strict=True) if k is not None]
    elements = [
        ast.copy_location(ast.Tuple([key, value_], ast.Load()), value_) if whole else value_
        for key, value_ in pairs
    ]
    return [ast.copy_location(ast.List(elements, ast.Load()), made)]


def _is_put_into(facts: Facts, items: ast.expr) -> bool:
    """Some line puts something in the place of what is there."""
    shown = ast.unparse(items)
    return any(
        not isinstance(each.ctx, ast.Load) and ast.unparse(each.value) == shown
        for each in place.every(facts, ast.Subscript)
    )


def _at(facts: Facts, row: ast.expr, at: int) -> Iterator[ast.expr]:
    """The None in this place of each list that the row may be."""
    value = place.known(facts, row)
    if value is None or value.type not in ("list", "tuple") or _is_put_into(facts, row):
        return
    for each in place.every(facts, ast.expr):
        if _may_be(each, value) and isinstance(each, ast.List | ast.Tuple):
            if -len(each.elts) <= at < len(each.elts) and _is_none(each.elts[at]):
                yield each.elts[at]


def _may_be(node: ast.expr, value: Value) -> bool:
    """As long, with the same first items, as far as they are told and written out."""
    kind = ast.List if value.type == "list" else ast.Tuple
    if not isinstance(node, kind) or not isinstance(node, ast.List | ast.Tuple):
        return False
    if value.length != len(node.elts) or not any(map(_is_none, node.elts)):
        return False
    told = [value_from(each) for each in value.details[1]]
    return all(
        _is_same(each, one)
        for each, one in zip(node.elts, told, strict=False)
        if isinstance(each, ast.Constant)
    )


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_same(node: ast.Constant, value: Value) -> bool:
    shown = literal(value)
    return not shown or shown.endswith("...'") or shown == repr(node.value)


# -- what to write


def _passed_over(
    facts: Facts, loop: ast.For, what: str, values: tuple[str | int, ...]
) -> Diagnosis | None:
    """How such an item does not come to the line."""
    statement = place.statement(facts)
    if not isinstance(statement, ast.stmt) or scope.loop_around(facts) is not loop:
        return None
    if isinstance(statement, ast.If) and _is_all(facts, loop, statement, what):
        test = place.in_full(facts, statement.test)
        test = f"({test})" if isinstance(statement.test, ast.BoolOp | ast.IfExp) else test
        is_below = statement.body[0].lineno > statement.lineno
        word = "if" if place.begins_line(facts, statement) else "elif"
        instead = f"{word} {what} is not None and {test}:"
        if "..." not in instead and is_below:
            return Diagnosis(Kind.NONE_IN_ROW_ASK, (*values, statement.lineno, instead))
    if not place.begins_line(facts, statement) or isinstance(statement, ast.For | ast.While):
        return None
    check = f"if {what} is None: continue"
    return Diagnosis(Kind.NONE_IN_ROW_PASS, (*values, statement.lineno, check))


def _left_out(
    facts: Facts, part: ast.comprehension, what: str, values: tuple[str | int, ...]
) -> Diagnosis | None:
    """How such an item is left out of a comprehension."""
    line = (facts.source or "").splitlines()[part.target.lineno - 1].encode()
    end = part.iter.end_col_offset or 0
    if part.ifs or part.is_async or part.target.lineno != part.iter.end_lineno:
        return None
    code = f"for {line[part.target.col_offset : end].decode()}"
    if line.decode().count(code) != 1:
        return None
    instead = f"{code} if {what} is not None"
    return Diagnosis(Kind.NONE_IN_ROW_PART, (*values, part.target.lineno, code, instead))


def _is_all(facts: Facts, loop: ast.For, statement: ast.If, what: str) -> bool:
    """Nothing else of the loop needs the value, and nothing is done with those that the `if` does
    not take."""
    inside = set(map(id, ast.walk(statement)))
    return not statement.orelse and not any(
        isinstance(each, ast.Name | ast.Subscript)
        and id(each) not in inside
        and place.shown(facts, each) == what
        for part in loop.body
        for each in ast.walk(part)
    )
