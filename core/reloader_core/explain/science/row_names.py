"""Rows that are asked for by a number that none of them is called any more, as others were left
out. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_LEAVE_OUT = (
    "dropna", "drop_duplicates", "query", "nlargest", "nsmallest", "sample", "tail",
)  # fmt: skip
_KEEP = ("sort_values", "copy", "head", "fillna", "sort_index", "assign", "round", "astype")


def kept(facts: Facts) -> Diagnosis | None:
    """`big = table[table["x"] > 5]` and then `big["x"][0]` or `big.loc[0]`: a KeyError."""
    match facts.arguments:
        case (Value("int") as key,) if is_from(facts, "pandas"):
            pass
        case _:
            return None
    found = [
        asked
        for node in place.in_statement(facts)
        if isinstance(node, ast.Subscript) and (asked := _asked(facts, node)) is not None
        if place.whole_number(facts, asked[1]) in (None, key.number)
    ]
    if len(found) != 1 or not _leaves_out(facts, found[0][0]):
        return None
    table, index, by_place = found[0]
    if _are_named(facts, table.id):
        return None
    match index:
        case ast.Constant(value=int(number)):
            instead = f"{by_place}.iloc[{number}]"
            return Diagnosis(Kind.ROW_KEEPS_NAME, (table.id, literal(key), instead))
        case ast.Name(id=name):
            return _counted(facts, table, name, key)
    return None


def _asked(facts: Facts, node: ast.Subscript) -> tuple[ast.Name, ast.expr, str] | None:
    """Of which table, by what, and what .iloc[...] is written behind."""
    match node:
        case ast.Subscript(
            value=ast.Attribute(value=ast.Name() as table, attr="loc" | "at"), slice=index
        ):
            match index:
                case ast.Tuple(elts=[row, ast.Constant(value=str()) as column]):
                    return table, row, f"{table.id}[{place.shown(facts, column)}]"
                case ast.Constant() | ast.Name():
                    return table, index, table.id
        case ast.Subscript(
            value=ast.Subscript(
                value=ast.Name() as table, slice=ast.Constant(value=str())
            ) as column,
            slice=index,
        ):
            return table, index, place.shown(facts, column)
        case ast.Subscript(value=ast.Name() as column, slice=index):
            value = place.known(facts, column)
            if value is not None and value.name == "Series":
                return column, index, column.id
    return None


def _counted(facts: Facts, table: ast.Name, name: str, key: Value) -> Diagnosis | None:
    """`for i in range(len(table))`"""
    loop, named = origin.loop_over(facts, name), facts.names.get(table.id)
    match loop.iter if loop is not None else None:
        case ast.Call(
            func=ast.Name(id="range"),
            args=[ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=counted)])],
        ) if counted == table.id and loop is not None and named is not None:
            if named.where == "local" or facts.function == "<module>":
                instead = f"{table.id} = {table.id}.reset_index(drop=True)"
                return Diagnosis(
                    Kind.ROWS_KEEP_NAMES, (table.id, literal(key), loop.lineno, instead)
                )
    return None


def _leaves_out(facts: Facts, table: ast.Name) -> bool:
    """The last line above that gives the name a value makes it of a table with fewer rows."""
    around = scope.of_name(facts, table.id)
    made = list(_values(around, table.id)) if around is not None else []
    above = [each for each in made if each.lineno < facts.line]
    return bool(above) and _picks(facts, max(above, key=lambda each: each.lineno))


def _are_named(facts: Facts, table: str) -> bool:
    """The rows of this table were numbered anew in place, or rows have other names than numbers
    that count them."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=found), attr="reset_index"), keywords=keywords
            ) if found == table and "inplace" in [each.arg for each in keywords]:
                return True
            case ast.Attribute(attr="index", ctx=ast.Store()) | ast.Attribute(attr="set_index"):
                return True
            case ast.keyword(arg="index_col" | "index", value=value):
                if not isinstance(value, ast.Constant) or not isinstance(value.value, bool):
                    return True
    return False


def _values(around: ast.AST, name: str) -> Iterator[ast.expr]:
    for node in scope.in_scope(around):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                yield value


def _picks(facts: Facts, value: ast.expr, around: ast.AST | None = None, depth: int = 0) -> bool:
    """Names of rows are left as they were, and some rows are left out."""
    if depth > 4:
        return False
    match value:
        case ast.Subscript(value=ast.Attribute(attr="loc") | ast.Name(), slice=mask):
            return _is_mask(facts, mask)
        case ast.Subscript(value=inner, slice=ast.Constant(value=str()) | ast.List()):
            return _picks(facts, inner, around, depth + 1)
        case ast.Call(func=ast.Attribute(value=inner, attr=name), keywords=keywords):
            if any(each.arg in ("ignore_index", None) for each in keywords):
                return False
            is_kept = name in _KEEP and _picks(facts, inner, around, depth + 1)
            return name in _LEAVE_OUT or is_kept
        case ast.Call(func=ast.Name(id=name)):
            tree = place.tree_of(facts)
            function = scope.plain_function(tree, name)
            given = [each.value for each in scope.returns_of(tree, name)]
            return bool(given) and all(
                each is not None and _picks(facts, each, function, depth + 1) for each in given
            )
        case ast.Name(id=name):
            here = around or scope.of_name(facts, name)
            made = list(_values(here, name)) if here is not None else []
            return bool(made) and all(_picks(facts, each, around, depth + 1) for each in made)
    return False


def _is_mask(facts: Facts, mask: ast.expr) -> bool:
    match mask:
        case ast.Compare() | ast.UnaryOp(op=ast.Invert()):
            return True
        case ast.BinOp(op=ast.BitAnd() | ast.BitOr()):
            return True
        case ast.Call(func=ast.Attribute(attr=name)):
            return name in (
                "isin",
                "contains",
                "startswith",
                "endswith",
                "notna",
                "between",
                "isna",
            )
        case ast.Name():
            value = place.known(facts, mask)
            return value is not None and value.name == "Series"
    return False
