"""A key that differs from the one that is there only by blanks or the end of a line. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_STRIPS = ("strip", "rstrip", "lstrip")


def only_blanks(facts: Facts, table: ast.expr, key: Value, keys: list[Value]) -> Diagnosis | None:
    """Neither of the two is written in the script as it is."""
    asked, tree = key.text, place.tree_of(facts)
    near = [
        each.text
        for each in keys
        if asked is not None and each.text is not None and each.text.strip() == asked.strip()
    ]
    if asked is None or tree is None or len(near) != 1 or near[0] == asked or not asked.strip():
        return None
    there = near[0]
    written = {each.value for each in ast.walk(tree) if isinstance(each, ast.Constant)}
    name = place.shown(facts, table)
    if there != there.strip() and asked == asked.strip() and there not in written:
        return _of_table(facts, tree, table, (name, repr(asked), repr(there)))
    if asked != asked.strip() and there == there.strip() and asked not in written:
        return _of_asked(facts, table, (repr(asked), repr(there)))
    return None


def _of_table(
    facts: Facts, tree: ast.Module, table: ast.expr, values: tuple[str, str, str]
) -> Diagnosis:
    is_line_end = values[2][:-1] == values[1][:-1] + "\\n"
    splits = list(_unstripped(facts, tree, ast.unparse(table)))
    if is_line_end and len(splits) == 1:
        return Diagnosis(Kind.KEY_LINE_END, (*values, *splits[0]))
    stores = list(_stores(facts, tree, table))
    if len(stores) == 1:
        return Diagnosis(Kind.KEY_BLANKS_AT, (*values, *stores[0]))
    return Diagnosis(Kind.KEY_BLANKS, values)


def _unstripped(facts: Facts, tree: ast.Module, table: str) -> Iterator[tuple[int, str]]:
    """`line.split(",")` of what a loop goes through, and nothing takes the end of a line off. The
    loop may well fill the table."""

    def stores(node: ast.AST) -> bool:
        if not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Store):
            return False
        return ast.unparse(node.value) == table

    is_stored = any(map(stores, ast.walk(tree)))
    for loop in ast.walk(tree):
        match loop:
            case ast.For(target=ast.Name(id=line)):
                pass
            case _:
                continue
        calls = [each for part in loop.body for each in ast.walk(part)]
        if is_stored and not any(map(stores, calls)):
            continue  # another one
        methods = [each.attr for each in calls if isinstance(each, ast.Attribute)]
        if any(each in (*_STRIPS, "splitlines") for each in methods):
            continue
        for call in calls:
            match call:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id=found) as owner, attr="split"),
                    args=[_, *_],
                ) if found == line:
                    shown = place.in_full(facts, call)
                    yield call.lineno, f"{owner.id}.strip(){shown[len(owner.id) :]}"


def _stores(facts: Facts, tree: ast.Module, table: ast.expr) -> Iterator[tuple[int, str]]:
    """Where a key is put into a dictionary of this name."""
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(
                value=owner, slice=ast.Name() | ast.Subscript() as key, ctx=ast.Store()
            ):
                if ast.unparse(owner) == ast.unparse(table):
                    shown = place.in_full(facts, key)
                    yield node.lineno, f"{place.shown(facts, owner)}[{shown}.strip()]"


def _of_asked(facts: Facts, table: ast.expr, values: tuple[str, str]) -> Diagnosis | None:
    asked = [
        node.slice
        for node in place.candidates(facts, ast.Subscript)
        if ast.unparse(node.value) == ast.unparse(table)
    ]
    match asked:
        case [ast.Name(id=name) as key]:
            loop, made = origin.loop_over(facts, name), origin.assigned(facts, key)
            if loop is not None:
                return Diagnosis(
                    Kind.ASKED_LINE_END, (*values, loop.lineno, f"{name} = {name}.strip()")
                )
            if made is not None and isinstance(made.value, ast.Call | ast.Subscript):
                shown = place.in_full(facts, made.value)
                if "..." not in shown:
                    instead = f"{name} = {shown}.strip()"
                    return Diagnosis(Kind.ASKED_BLANKS, (*values, made.lineno, instead))
            return Diagnosis(Kind.ASKED_BLANKS, (*values, facts.line, f"{name}.strip()"))
    return None
