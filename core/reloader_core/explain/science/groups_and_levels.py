"""Groups and rows of a table of pandas' that are asked for by another name than they have, and
conditions that were made of another table. Pure but for the table's file: see table_file.py."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import column_names, column_values
from reloader_core.explain.science.columns import columns_made, is_table


def group(facts: Facts) -> Diagnosis | None:
    """`groups.get_group("Oslo")`: a KeyError."""
    call = called(facts, "get_group")
    if call is None or not isinstance(call.func, ast.Attribute) or len(facts.arguments) != 1:
        return None
    if not call.args or not is_from(facts, "pandas"):
        return None
    owner, key = call.func.value, literal(facts.arguments[0])
    if not key:
        return None
    match origin.value(facts, owner) or owner:
        case ast.Call(func=ast.Attribute(attr="groupby"), args=[ast.List(elts=[_]), *_]):
            instead = f"{place.shown(facts, call.func)}(({place.shown(facts, call.args[0])},))"
            return Diagnosis(Kind.GROUP_TUPLE, (key, instead))
        case ast.Call(
            func=ast.Attribute(attr="groupby", value=table),
            args=[ast.Constant(value=str(column)), *_],
        ):
            near = _near(key, column_values.texts_of(facts, table, column))
            if near:
                return Diagnosis(Kind.NO_GROUP_NEAR, (key, near))
    what = place.shown(facts, owner)
    return Diagnosis(Kind.NO_GROUP, (key, what)) if "..." not in what else None


def _near(key: str, texts: list[str]) -> str:
    wanted = ast.literal_eval(key)
    if not isinstance(wanted, str) or wanted in texts:
        return ""
    alike = {each for each in texts if each.strip().casefold() == wanted.strip().casefold()}
    near = alike.pop() if len(alike) == 1 else nearest(wanted, sorted(set(texts)))
    return repr(near) if near else ""


def levels(facts: Facts) -> Diagnosis | None:
    """`table.loc[("Bergen", 2023), "mm"]`, of rows with names of several levels: a KeyError."""
    match facts.arguments:
        case (Value("tuple", (int(length), [*items])),) if length == len(items):
            key = f"({', '.join(literal(Value(each[0], tuple(each[1:]))) for each in items)})"
        case _:
            return None
    found = [
        node.value.value.id
        for node in place.in_statement(facts)
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in ("loc", "at", "xs")
        and isinstance(node.value.value, ast.Name)
    ]
    names = _level_names(facts)
    if len(set(found)) != 1 or len(names) != length or not is_from(facts, "pandas"):
        return None
    if "(, " in key or ", )" in key or ", ," in key:  # one is not known
        return None
    return Diagnosis(Kind.NO_ROW_LEVELS, (found[0], key, ", ".join(names)))


def _level_names(facts: Facts) -> list[str]:
    """What the only set_index([...]) or groupby([...]) of the script makes the rows' names of."""
    found = []
    for node in place.every(facts, ast.Call):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="set_index" | "groupby"), args=[ast.List(elts=parts), *_]
            ) if all(isinstance(each, ast.Constant) for each in parts) and len(parts) > 1:
                found.append([place.shown(facts, each) for each in parts])
            case ast.Call(func=ast.Attribute(attr="MultiIndex" | "unstack" | "pivot_table")):
                return []
    return found[0] if len(found) == 1 else []


def other_type(facts: Facts, name: str) -> Diagnosis | None:
    """Errors of pandas' own types."""
    match name:
        case "IndexingError":
            return _of_other(facts)
        case "UnsortedIndexError":
            return _unsorted(facts)
    return None


def _unsorted(facts: Facts) -> Diagnosis | None:
    found = {
        place.shown(facts, node.value)
        for node in place.in_statement(facts)
        if isinstance(node, ast.Attribute) and node.attr == "loc"
    }
    what = found.pop() if len(found) == 1 else ""
    if not what.isidentifier() or not is_from(facts, "pandas"):
        return None
    return Diagnosis(Kind.LEVELS_UNSORTED, (what, f"{what} = {what}.sort_index()"))


def _of_other(facts: Facts) -> Diagnosis | None:
    """`table[other["age"] > 5]`"""
    if not facts.error.message.startswith("Unalignable boolean Series provided as indexer"):
        return None
    found = [
        node
        for node in place.in_statement(facts)
        if isinstance(node, ast.Subscript)
        and not isinstance(node.slice, ast.Constant)
        and is_table(facts, _table_of(node.value))
    ]
    if len(found) != 1 or not is_from(facts, "pandas"):
        return None
    table, mask = _table_of(found[0].value), found[0].slice
    what = place.shown(facts, table)
    others = {
        each.id
        for each in ast.walk(mask)
        if isinstance(each, ast.Name) and each.id != what and is_table(facts, each)
    }
    shown = place.in_full(facts, found[0])
    if len(others) == 1 and "..." not in shown:
        other = others.pop()
        if not _has_all(facts, table, mask, other):
            return Diagnosis(Kind.MASK_UNALIGNED, (what,))
        instead = shown.replace("[", "\0", 1)
        before, _, after = instead.partition("\0")
        changed = re.sub(rf"(?<![\w.\"']){re.escape(other)}(?=[\[.])", what, after)
        return Diagnosis(Kind.MASK_OF_OTHER, (what, other, f"{before}[{changed}"))
    return Diagnosis(Kind.MASK_UNALIGNED, (what,)) if not others else None


def _has_all(facts: Facts, table: ast.expr, mask: ast.expr, other: str) -> bool:
    """As far as the columns of the table are known, those that the condition asks for are among
    them."""
    names = columns_made(facts, table) or column_names.header(facts, table)
    asked = {
        node.slice.value
        for node in ast.walk(mask)
        if isinstance(node, ast.Subscript)
        and place.is_name(node.value, other)
        and isinstance(node.slice, ast.Constant)
    }
    return not names or asked <= {*names, *column_names.made_later(facts)}


def _table_of(owner: ast.expr) -> ast.expr:
    return owner.value if isinstance(owner, ast.Attribute) else owner


def merged_twice(facts: Facts) -> Diagnosis | None:
    """`joined["name"]`, which both tables had: a KeyError."""
    key = facts.arguments[0].text if len(facts.arguments) == 1 else None
    if not key or not is_from(facts, "pandas"):
        return None
    tables = {
        name
        for node in place.in_statement(facts)
        if isinstance(node, ast.Subscript) and (name := _asked(facts, node, key))
    }
    if len(tables) != 1:
        return None
    match origin.value(facts, ast.Name(tables.pop(), ast.Load())):
        case ast.Call(
            func=ast.Attribute(attr="merge", value=left), args=args, keywords=keywords
        ) if not {"suffixes", None} & {each.arg for each in keywords}:
            sides = [left, *args] if is_table(facts, left) else args
            sides += [each.value for each in keywords if each.arg in ("left", "right")]
        case _:
            return None
    used = {
        part.value
        for each in keywords
        if each.arg in ("on", "left_on", "right_on")
        for part in ast.walk(each.value)
        if isinstance(part, ast.Constant)
    }
    names = [columns_made(facts, each) or column_names.header(facts, each) for each in sides]
    if len(sides) != 2 or not used or key in used or not all(key in each for each in names):
        return None
    shown = [place.shown(facts, each) for each in sides]
    values = (repr(key), repr(f"{key}_x"), shown[0], repr(f"{key}_y"), shown[1])
    return Diagnosis(Kind.MERGED_TWICE, values)


def _asked(facts: Facts, node: ast.Subscript, key: str) -> str:
    """The table that is asked for this column, also by one of its rows; '' if it is none."""
    match node:
        case ast.Subscript(value=ast.Name(id=name) as owner, slice=ast.Constant(value=asked)):
            if asked != key:
                return ""
            return name if is_table(facts, owner) else row_of(facts, name)
    return ""


def row_of(facts: Facts, item: str) -> str:
    """The table whose rows `for index, item in table.iterrows()` gives; '' if it is none."""
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(
                target=ast.Tuple(elts=[_, ast.Name(id=found)]),
                iter=ast.Call(func=ast.Attribute(attr="iterrows", value=ast.Name(id=table))),
            ) if found == item and place.covers(loop, facts.line):
                return table
    return ""
