"""Columns that a table of pandas' does not have for what other lines have done: made rows' names of
them, names of two levels, an attribute. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def why(facts: Facts, table: ast.Name, name: str) -> Diagnosis | None:
    """`name`: as it is written in Python."""
    return (
        _as_attribute(facts, table, name)
        or _of_levels(facts, table, name)
        or _as_index(facts, table, name)
    )


def _as_attribute(facts: Facts, table: ast.Name, name: str) -> Diagnosis | None:
    """`table.total = table["price"] * 2`"""
    around = scope.of_name(facts, table.id) or scope.function_around(facts)
    found = [
        node
        for node in (scope.in_scope(around) if around is not None else ())
        if isinstance(node, ast.Assign)
        and len(node.targets) == 1
        and isinstance(node.targets[0], ast.Attribute)
        and ast.unparse(node.targets[0].value) == table.id
        and repr(node.targets[0].attr) == name
    ]
    if len(found) != 1 or found[0].lineno >= facts.line:
        return None
    instead = f'{table.id}["{name[1:-1]}"] = {place.in_full(facts, found[0].value)}'
    if "..." in instead:
        return None
    return Diagnosis(Kind.COLUMN_AS_ATTRIBUTE, (table.id, name, found[0].lineno, instead))


def _of_levels(facts: Facts, table: ast.Name, name: str) -> Diagnosis | None:
    """`groups.agg({"price": ["sum", "mean"]})`, asked for "price_sum" or "sum"."""
    if any(
        each.attr == "columns" and isinstance(each.ctx, ast.Store)
        for each in place.every(facts, ast.Attribute)
    ):
        return None  # they have other names, perhaps of one level
    match origin.value(facts, table):
        case ast.Call(
            func=ast.Attribute(attr="agg" | "aggregate"), args=[ast.Dict(keys=keys, values=values)]
        ):
            pass
        case _:
            return None
    pairs = [
        (ast.literal_eval(key), ast.literal_eval(each))
        for key, value in zip(keys, values, strict=True)
        if key is not None and place.is_text(key) and isinstance(value, ast.List)
        for each in value.elts
        if place.is_text(each)
    ]
    fitting = [
        (column, function)
        for column, function in pairs
        if name[1:-1] in (function, f"{column}_{function}", f"{function}_{column}")
    ]
    if len(fitting) != 1:
        return None
    column, function = fitting[0]
    instead = f'{table.id}["{column}"]["{function}"]'
    return Diagnosis(Kind.COLUMN_LEVELS, (table.id, name, instead))


def _as_index(facts: Facts, table: ast.Name, name: str) -> Diagnosis | None:
    """`table = table.set_index("code")`, and what groupby("code") gives."""
    around = scope.of_name(facts, table.id)
    made = [
        node
        for node in (scope.in_scope(around) if around is not None else ())
        if isinstance(node, ast.Assign | ast.Expr)
        and node.lineno < facts.line
        and (isinstance(node, ast.Expr) or ast.unparse(node.targets[0]) == table.id)
    ]
    made = [each for each in made if isinstance(each, ast.Assign) or _in_place(each, table.id)]
    if not made:
        return None
    last = max(made, key=lambda each: each.lineno)
    if not _makes_index(last.value, name):
        return None
    return Diagnosis(Kind.COLUMN_IS_INDEX, (table.id, name, last.lineno))


def _in_place(node: ast.Expr, table: str) -> bool:
    """`table.set_index("code", inplace=True)`"""
    match node.value:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=found)), keywords=keywords):
            return found == table and any(_is_true(each, "inplace") for each in keywords)
    return False


def _is_true(keyword: ast.keyword, name: str) -> bool:
    match keyword:
        case ast.keyword(arg=found, value=ast.Constant(value=True)):
            return found == name
    return False


def _makes_index(value: ast.expr, name: str) -> bool:
    match value:
        case ast.Call(func=ast.Attribute(attr="set_index"), args=[by], keywords=keywords):
            return _is_by(by, name) and {each.arg for each in keywords} <= {"inplace"}
        case ast.Call(func=ast.Attribute(attr="read_csv" | "read_excel"), keywords=keywords):
            return any(each.arg == "index_col" and _is_by(each.value, name) for each in keywords)
        case ast.Call(
            func=ast.Attribute(
                value=inner,
                attr="sum"
                | "mean"
                | "median"
                | "min"
                | "max"
                | "count"
                | "agg"
                | "std"
                | "first"
                | "last"
                | "round"
                | "sort_values",
            )
        ):
            return _of_groups(inner, name) or _makes_index(inner, name)
    return False


def _of_groups(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Subscript(value=inner):
            return _of_groups(inner, name)
        case ast.Call(func=ast.Attribute(attr="groupby"), args=[by], keywords=keywords):
            return _is_by(by, name) and "as_index" not in {each.arg for each in keywords}
    return False


def _is_by(by: ast.expr, name: str) -> bool:
    return isinstance(by, ast.Constant) and repr(by.value) == name


def of_none(facts: Facts) -> Diagnosis | None:
    """`table = table.sort_values("age", inplace=True)`, and None is used as a table."""
    if "NoneType" not in facts.message or not is_from(facts, "C"):
        return None
    names = {
        node.id
        for node in place.in_statement(facts)
        if isinstance(node, ast.Name) and place.known(facts, node) == Value("NoneType")
    }
    if len(names) != 1:
        return None
    name = names.pop()
    function = scope.function_around(facts)
    named = facts.names.get(name)
    is_local = function is not None and named is not None and named.where == "local"
    around = function if is_local else place.tree_of(facts)
    made = [
        node
        for node in (scope.in_scope(around) if around is not None else ())
        if isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) == name
        and node.lineno < facts.line
    ]
    return _given_nothing(facts, name, max(made, key=lambda each: each.lineno)) if made else None


def _given_nothing(facts: Facts, name: str, made: ast.Assign) -> Diagnosis | None:
    match made.value:
        case ast.Call(func=ast.Attribute(attr=method) as function, keywords=keywords) as call:
            if not any(_is_true(each, "inplace") for each in keywords):
                return None
            parts = [place.in_full(facts, each) for each in call.args]
            parts += [
                f"{each.arg}={place.in_full(facts, each.value)}"
                for each in keywords
                if each.arg != "inplace"
            ]
            instead = f"{name} = {place.in_full(facts, function)}({', '.join(parts)})"
            values = (name, method, made.lineno, instead)
            return Diagnosis(Kind.IN_PLACE_TABLE, values) if "..." not in instead else None
    return None
