"""What tables of pandas' are used for and do not do: attributes, brackets, loops, apply(). Pure."""

from __future__ import annotations

import ast
import builtins
import re

from reloader_core.explain.evidence import aliases, origin, place
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.said_by import begins_in, is_from, message
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import versions
from reloader_core.explain.science import column_names, column_values
from reloader_core.explain.science.columns import columns_made, is_column, is_table, not_in
from reloader_core.explain.science.groups_and_levels import row_of

_OF_TEXTS = (
    "lower", "upper", "strip", "lstrip", "rstrip", "split", "rsplit", "title", "capitalize",
    "startswith", "endswith", "isdigit", "isalpha", "isnumeric", "islower", "isupper", "zfill",
    "contains", "swapcase", "center", "ljust", "rjust", "removeprefix", "removesuffix", "encode",
)  # fmt: skip
_OF_DATES = (
    "year", "month", "day", "hour", "minute", "second", "weekday", "day_name", "month_name",
    "strftime", "quarter", "dayofweek", "isocalendar", "total_seconds", "days",
)  # fmt: skip
_OF_ONE_COLUMN = {
    "unique": "unique()", "str": "str", "dt": "dt", "tolist": "tolist()", "to_list": "to_list()",
    "between": "between(...)", "to_frame": "to_frame()", "cat": "cat",
    **{name: f"str.{name}()" for name in _OF_TEXTS},
}  # fmt: skip
_ATTRIBUTE = re.compile(r"'(\w+)' object has no attribute '(\w+)'$")


def attribute(facts: Facts) -> Diagnosis | None:
    """An AttributeError that pandas has raised for what a table, a column or a group has not."""
    said = _ATTRIBUTE.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    if (renamed := versions.of_table(facts)) is not None:
        return renamed
    owner, name = said[1], said[2]
    nodes = [
        node
        for node in place.in_statement(facts)
        if isinstance(node, ast.Attribute) and node.attr == name
    ]
    what = place.shown(facts, nodes[0].value) if len(nodes) == 1 else "..."
    if what.endswith("...") or not begins_in(
        facts, "pandas/core/generic.py", "pandas/core/groupby/groupby.py"
    ):
        return None
    match owner:
        case "DataFrame" if name in _OF_ONE_COLUMN:
            instead = f'{what}["..."].{_OF_ONE_COLUMN[name]}'
            return Diagnosis(Kind.ONE_COLUMN_HAS, (what, name, instead))
        case "DataFrame" if near := nearest(name, columns_made(facts, nodes[0].value)):
            if not near.isidentifier() and isinstance(nodes[0].value, ast.Name):
                return not_in(facts, nodes[0].value, repr(name))
            return Diagnosis(Kind.NEAR_ATTRIBUTE, (owner, name, near))
        case "DataFrame" if isinstance(nodes[0].value, ast.Name):
            return Diagnosis(Kind.TABLE_ATTRIBUTE, (what, name))
        case "Series" if _is_row(facts, nodes[0].value):
            return Diagnosis(Kind.NO_ATTRIBUTE, (owner, name))
        case "Series" if name in _OF_TEXTS:
            return Diagnosis(Kind.SERIES_STR, (what, f"{what}.str.{name}()"))
        case "Series" if name in _OF_DATES:
            dates = _dates(facts, nodes[0].value)
            return Diagnosis(Kind.SERIES_DT, (what, f"{dates}.dt.{name}"))
        case "DataFrameGroupBy" | "SeriesGroupBy" | "Series":
            return Diagnosis(Kind.NO_ATTRIBUTE, (owner, name))
    return None


def _is_row(facts: Facts, node: ast.expr) -> bool:
    """It has a value of each column: `table.iloc[0]`, and what iterrows() gives."""
    match origin.value(facts, node) or node:
        case ast.Subscript(value=ast.Attribute(attr="iloc" | "loc"), slice=index):
            return not isinstance(index, ast.Tuple | ast.Slice | ast.Compare | ast.BinOp)
        case ast.Name(id=name):
            return bool(row_of(facts, name))
    return False


def _dates(facts: Facts, column: ast.expr) -> str:
    """The column, made of dates first where it is known to be text."""
    what = place.shown(facts, column)
    match column:
        case ast.Subscript(value=ast.Name() as table, slice=ast.Constant(value=str(key))):
            if column_values.texts_of(facts, table, key):
                return f"{aliases.of(facts, 'pandas')}.to_datetime({what})"
    return what


# -- brackets


def label(facts: Facts) -> Diagnosis | None:
    """`column[3]`, of a row that is gone, or never was: a KeyError."""
    match facts.arguments:
        case (Value("int") as key,) if is_from(facts, "pandas"):
            pass
        case _:
            return None
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(value=column, slice=index) if is_column(facts, column):
                number = place.whole_number(facts, index)
                if number is None or number == key.number:
                    found.append(place.shown(facts, column))
    if len(set(found)) != 1 or not begins_in(facts, "pandas/core/series.py"):
        return None
    return Diagnosis(Kind.NO_LABEL, (found[0], literal(key))) if "..." not in found[0] else None


def two_columns(facts: Facts) -> Diagnosis | None:
    """`table["a", "b"]`, and `table[0, "a"]` for one cell."""
    kinds: list[str] = []
    match facts.arguments:
        case (Value("tuple", (int(length), [*items])),) if length == len(items):
            path = str(facts.told.get("innermost_file", "")).replace("\\", "/")
            if path.endswith("pandas/core/indexes/base.py"):
                kinds = [str(each[0]) for each in items]
    is_grouped = "Cannot subset columns with a tuple" in facts.message
    if not (kinds or is_grouped) or not is_from(facts, "pandas"):
        return None
    for node in place.candidates(facts, ast.Subscript):
        match node:
            case ast.Subscript(value=owner, slice=ast.Tuple(elts=[_, _, *_] as parts)):
                is_of_table = is_table(facts, owner) or isinstance(owner, ast.Call) and is_grouped
                if is_of_table and len(kinds) in (0, len(parts)):
                    return _several(facts, node, kinds or ["str"])
    return None


def _several(facts: Facts, node: ast.Subscript, kinds: list[str]) -> Diagnosis | None:
    what, owner = place.in_full(facts, node), place.in_full(facts, node.value)
    index = place.shown(facts, node.slice).strip("()")
    if "..." in what + owner + index:
        return None
    match kinds:
        case ["int", "int"]:
            return Diagnosis(Kind.TABLE_CELL, (what, f"{owner}.iloc[{index}]"))
        case ["int", "str"]:
            return Diagnosis(Kind.TABLE_CELL, (what, f"{owner}.loc[{index}]"))
        case ["str", "str"] if _is_cell(facts, node):
            return Diagnosis(Kind.TABLE_CELL, (what, f"{owner}.loc[{index}]"))
        case _ if set(kinds) == {"str"}:
            return Diagnosis(Kind.TWO_COLUMNS, (what, f"{owner}[[{index}]]"))
    return None


def _is_cell(facts: Facts, node: ast.Subscript) -> bool:
    """`marks["Ann", "maths"]`, where only the second one is a column."""
    assert isinstance(node.slice, ast.Tuple)
    names = columns_made(facts, node.value) or column_names.header(facts, node.value)
    row, column = (place.known(facts, each) for each in node.slice.elts)
    if not names or row is None or column is None:
        return False
    return column.text in names and row.text not in [*names, *column_names.made_later(facts)]


_OUTSIDE = re.compile(
    r"(single positional indexer is out-of-bounds|positional indexers are out-of-bounds"
    r"|index -?\d+ is out of bounds for axis \d+ with size \d+)"
    r"|(iloc cannot enlarge its target object)"
)
_BY_NAME = re.compile(
    r"Cannot index by location index with a non-integer key"
    r"|Location based indexing can only have \[integer"
    r"|iAt based indexing can only have integer indexers"
)


def outside(facts: Facts) -> Diagnosis | None:
    """An IndexError of iloc."""
    said = _OUTSIDE.match(facts.message)
    node = _by_place(facts)
    if said is None or node is None or not is_from(facts, "pandas"):
        return None
    what = place.shown(facts, node.value)
    if said[2]:
        return Diagnosis(Kind.ILOC_GROWS, (what,))
    match node:
        case ast.Subscript(
            value=ast.Attribute(value=ast.Name(id=table), attr="iloc"),
            slice=ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=counted)]) as end,
        ) if counted == table:
            return Diagnosis(Kind.ROW_PAST, (place.shown(facts, end), f"{table}.iloc[-1]"))
    number = place.whole_number(facts, node.slice)
    if (
        said[1].startswith("single")
        and number is not None
        and isinstance(node.value, ast.Attribute)
    ):
        table = place.shown(facts, node.value.value)
        if number in (0, -1) and "..." not in table:
            return Diagnosis(Kind.ARRAY_EMPTY, (table,))
        if table.isidentifier():
            return Diagnosis(Kind.ROW_BEYOND, (table, number))
    return Diagnosis(Kind.ILOC_BEYOND, (what,))


def by_name(facts: Facts) -> Diagnosis | None:
    """`table.iloc["name"]`"""
    node = _by_place(facts)
    if node is None or not _BY_NAME.match(facts.message) or not is_from(facts, "pandas"):
        return None
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    names = [each for each in parts if place.type_of(facts, each) == "str"]
    if not names or not isinstance(node.value, ast.Attribute):
        return None
    instead = f"{place.shown(facts, node.value.value)}.loc[...]"
    values = place.shown(facts, node.value), place.shown(facts, names[0]), instead
    return Diagnosis(Kind.ILOC_NAME, values)


def _by_place(facts: Facts) -> ast.Subscript | None:
    found = [
        node
        for node in place.in_statement(facts)
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in ("iloc", "iat")
    ]
    return found[0] if len(found) == 1 else None


_NOT_CALLED = re.compile(r"'(?:numpy\.)?(DataFrame|Series|ndarray)' object is not callable$")
_NO_AXIS = re.compile(r"No axis named (\S+) for object type (?:DataFrame|Series)$")
_TOO_MANY = re.compile(
    r"(?:_LocationIndexer\.)?__call__\(\) takes from 1 to 2 positional arguments but \d+ "
)


def called(facts: Facts) -> Diagnosis | None:
    """`table("name")`, `table.loc("name")`"""
    is_loc = _NO_AXIS.match(message(facts)) is not None and begins_in(
        facts, "pandas/core/indexing.py"
    )
    is_loc = is_loc or _TOO_MANY.match(facts.message) is not None and is_from(facts, "C")
    is_said = _NOT_CALLED.match(facts.message) is not None and is_from(facts, "C")
    found = []
    for node in place.candidates(facts, ast.Call) if is_loc or is_said else ():
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if is_loc and name not in ("loc", "iloc", "at", "iat"):
            continue
        if node.args and not node.keywords and (is_loc or _is_data(facts, node.func)):
            found.append(node)
    if len(found) != 1:
        return None
    what = place.shown(facts, found[0].func)
    instead = f"{what}[{', '.join(place.shown(facts, each) for each in found[0].args)}]"
    return Diagnosis(Kind.TABLE_CALLED, (what, instead)) if "..." not in instead else None


def _is_data(facts: Facts, node: ast.expr) -> bool:
    if isinstance(node, ast.Name) and (hasattr(builtins, node.id) or _defines(facts, node.id)):
        return False  # a function is meant, whose name was given to something else
    value = place.known(facts, node)
    if value is not None:
        return value.type == "object" and value.name in ("DataFrame", "Series", "ndarray")
    return isinstance(node, ast.Subscript)


def _defines(facts: Facts, name: str) -> bool:
    functions = (ast.FunctionDef, ast.ImportFrom)
    return any(
        name in ([node.name] if isinstance(node, ast.FunctionDef) else _imported(node))
        for node in place.every(facts, ast.stmt)
        if isinstance(node, functions)
    )


def _imported(node: ast.ImportFrom) -> list[str]:
    return [each.asname or each.name for each in node.names]


# -- row by row


def applied(facts: Facts) -> Diagnosis | None:
    """`table.apply(lambda row: row["name"])`, which gets columns: a KeyError in that function."""
    key = literal(facts.arguments[0]) if len(facts.arguments) == 1 else ""
    if not key or not begins_in(facts, "pandas/core/series.py"):
        return None
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(value=ast.Name(id=item) as owner, slice=index):
                told, value = place.known(facts, index), place.known(facts, owner)
                is_column = value is not None and value.name == "Series"
                if is_column and (told is None or literal(told) == key):
                    found.append(item)
    applies = [
        node
        for node in place.every(facts, ast.Call)
        if isinstance(node.func, ast.Attribute)
        and node.func.attr == "apply"
        and node.args
        and _is_running(facts, node.args[0], set(found))
    ]
    if len(set(found)) != 1 or len(applies) != 1:
        return None
    call = applies[0]
    assert isinstance(call.func, ast.Attribute)
    is_plain = len(call.args) == 1 and not {"axis", None} & {each.arg for each in call.keywords}
    if not is_plain or not is_table(facts, call.func.value):
        return None
    return Diagnosis(Kind.APPLY_ROWS, (found[0], key))


def _is_running(facts: Facts, function: ast.expr, items: set[str]) -> bool:
    """It is the function that failed, and its first parameter is the one that was asked."""
    match function:
        case ast.Lambda(args=ast.arguments(args=[ast.arg(arg=name), *_])):
            is_here = facts.function == "<lambda>" and place.covers(function, facts.line)
            return is_here and items == {name}
        case ast.Name(id=name):
            for node in place.every(facts, ast.FunctionDef):
                match node:
                    case ast.FunctionDef(args=ast.arguments(args=[ast.arg(arg=first), *_])):
                        if node.name == name == facts.function and items == {first}:
                            return place.covers(node, facts.line)
    return False


def looped(facts: Facts) -> Diagnosis | None:
    """`for row in table: row["name"]`, and the same with iterrows(): a TypeError."""
    is_text = re.match(r"string indices must be integers", facts.message)
    is_pair = re.match(r"tuple indices must be integers or slices, not str", facts.message)
    if not (is_text or is_pair) or not is_from(facts, "C"):
        return None
    asked = {
        node.value.id
        for node in place.candidates(facts, ast.Subscript)
        if isinstance(node.value, ast.Name)
    }
    found = []
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(target=ast.Name(id=item), iter=ast.Name() as table) if is_text:
                if item in asked and is_table(facts, table) and place.covers(loop, facts.line):
                    instead = f"for index, {item} in {table.id}.iterrows():"
                    found.append(Diagnosis(Kind.ROWS_LOOPED, (item, table.id, instead)))
            case ast.For(
                target=ast.Name(id=item),
                iter=ast.Call(func=ast.Attribute(attr=way)) as rows,
            ) if is_pair and item in asked and place.covers(loop, facts.line):
                found += _of_pairs(facts, item, way, rows)
    return found[0] if len(found) == 1 else None


def _of_pairs(facts: Facts, item: str, way: str, rows: ast.Call) -> list[Diagnosis]:
    """What a loop over iterrows(), itertuples() or groupby() gives."""
    shown = place.shown(facts, rows)
    match way, place.candidates(facts, ast.Subscript):
        case "iterrows", _:
            return [Diagnosis(Kind.ROWS_COUNTED, (item, f"for index, {item} in {shown}:"))]
        case "groupby", _ if "..." not in shown:
            return [Diagnosis(Kind.GROUPS_COUNTED, (item, f"for name, {item} in {shown}:"))]
        case "itertuples", [ast.Subscript(slice=ast.Constant(value=str(name)))]:
            if name.isidentifier():
                return [Diagnosis(Kind.ROWS_NAMED, (item, f"{item}.{name}"))]
    return []
