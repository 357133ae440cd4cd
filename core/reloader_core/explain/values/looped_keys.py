"""A key that a loop takes from one collection, and a dictionary of the script that lacks it.
Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_HOLD = ("dict", "list", "tuple", "set", "str")


def of_other(facts: Facts, table: ast.expr, known: Value, key: str) -> Diagnosis | None:
    """`for item in stock: prices[item]`"""
    loop, statement = scope.loop_around(facts), place.statement(facts)
    index = next(
        (
            e.slice
            for e in place.in_statement(facts)
            if isinstance(e, ast.Subscript) and e.value is table
        ),
        None,
    )
    if loop is None or index is None or not _is_of_loop(index, loop.target):
        return None
    source = _collection(loop.iter)
    if source is None or ast.unparse(source) == ast.unparse(table):
        return None
    line = _written(facts, table, known, key)
    if not line or place.type_of(facts, source) not in _HOLD:
        return None
    if not isinstance(statement, ast.stmt) or not place.begins_line(facts, statement):
        return None
    name, asked, what = (place.shown(facts, each) for each in (table, index, source))
    if isinstance(statement, ast.While | ast.For) or "..." in name + asked + what:
        return None
    leave = f"if {asked} not in {name}: continue"
    values = (name, key, loop.lineno, what, line, statement.lineno, leave)
    return Diagnosis(Kind.KEY_OF_OTHER, values)


def _is_of_loop(index: ast.expr, target: ast.expr) -> bool:
    """What the loop gives, or a part of that."""
    given = {each.id for each in ast.walk(target) if isinstance(each, ast.Name)}
    names = {each.id for each in ast.walk(index) if isinstance(each, ast.Name)}
    is_plain = not any(isinstance(each, ast.Call | ast.BinOp) for each in ast.walk(index))
    return is_plain and bool(names) and names <= given


def _collection(source: ast.expr) -> ast.expr | None:
    """What the loop goes through."""
    match source:
        case ast.Call(func=ast.Attribute(value=owner, attr="items" | "keys" | "values"), args=[]):
            return _collection(owner)
        case ast.Call(func=ast.Name(id="enumerate" | "sorted"), args=[owner, *_]):
            return _collection(owner)
        case ast.Name() | ast.Attribute():
            return source
    return None


def _written(facts: Facts, table: ast.expr, known: Value, key: str) -> int:
    """The line in which the dictionary stands as it is; 0 if it does not."""
    made = sources.only(facts, table, "dict")
    if made is None or not isinstance(made.node, ast.Dict) or known.length != len(made.node.keys):
        return 0
    keys = [repr(e.value) for e in made.node.keys if isinstance(e, ast.Constant)]
    return made.line if len(keys) == known.length and key not in keys else 0
