"""Columns and rows that a table of pandas' does not have: which names, and of which table. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.said_by import begins_in, is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import column_names, lost_columns

_LISTED = re.compile(
    r"(?:None of )?\[?(?:Index\()?(\[.{1,120}?\])(?:, dtype='?\w+'?\)\]?)?"
    r"(?: not in index| not found in axis| are in the \[?columns\]?)?$"
    r"|(?:The following .{1,40}|Label\(s\)|Column\(s\)) .*?(\[.{1,120}?\])(?: do not exist)?$"
    r"|Columns? not found: (.{1,120})$"
    r"|Only a column name can be used for the key in a dtype mappings argument\. (.{1,60}) not"
)
_TAKE_COLUMNS = (
    "groupby", "sort_values", "set_index", "drop_duplicates", "duplicated", "explode", "pivot",
    "pivot_table", "dropna", "melt", "nlargest", "nsmallest", "pop", "agg", "aggregate", "astype",
    "value_counts", "plot", "boxplot", "hist", "bar", "line", "scatter", "barh", "pie", "join",
    "filter", "to_csv", "to_excel",
)  # fmt: skip


def missing(facts: Facts) -> Diagnosis | None:
    """KeyErrors."""
    names = _names(facts)
    if not names or not is_from(facts, "pandas"):
        return None
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if isinstance(call.func, ast.Attribute)
        and (call.func.attr in _TAKE_COLUMNS or call.func.attr == "drop" or _is_strict(call))
        and _gives(facts, call, names)
    ]
    if facts.message.endswith(" not found in axis"):
        calls = [each for each in calls if _is_named(each, "drop", "rename")]
    else:
        calls = [each for each in calls if not _is_named(each, "drop", "rename")]
    if not calls:
        return _in_brackets(facts, names)
    if len(calls) > 1 or facts.span is None and _is_asked_in_brackets(facts, names):
        return None
    assert isinstance(calls[0].func, ast.Attribute)
    owner = calls[0].func.value
    if calls[0].func.attr == "drop":
        return _dropped(facts, calls[0], owner, names)
    table = _table(facts, owner)
    return _no_column(facts, table, names) if table is not None else None


def _is_named(call: ast.Call, *names: str) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in names


def _is_asked_in_brackets(facts: Facts, names: list[str]) -> bool:
    return any(
        isinstance(node, ast.Subscript) and asks(facts, node.slice, names)
        for node in place.in_statement(facts)
    )


def _is_strict(call: ast.Call) -> bool:
    """rename(..., errors="raise"), which else takes any name."""
    match call:
        case ast.Call(func=ast.Attribute(attr="rename"), keywords=keywords):
            return {"errors", "columns"} <= {each.arg for each in keywords}
    return False


def _names(facts: Facts) -> list[str]:
    """As they are written in Python."""
    match facts.arguments:
        case (Value("list", (int(length), [*items])),) if 0 < length == len(items):
            return [literal(Value(each[0], tuple(each[1:]))) for each in items]
        case (Value("str", (str(text), int(length))),) if length <= 300:
            pass
        case (Value("int") as number,):
            return [literal(number)]
        case (Value("object"),):
            text = facts.error.message
        case _:
            return []
    said = _LISTED.match(text)
    if said is None:
        return [repr(text)] if len(facts.arguments) == 1 and "\n" not in text else []
    found = next(each for each in said.groups() if each is not None)
    try:
        told = ast.literal_eval(found)
    except (ValueError, SyntaxError):
        told = found if re.fullmatch(r"[\w .-]+", found) else None
    listed = told if isinstance(told, list) else [told]
    return [repr(each) for each in listed if isinstance(each, str | int)][:6]


def _gives(facts: Facts, call: ast.Call, names: list[str]) -> bool:
    """Each of them stands in the brackets, or is what a name there stands for."""
    parts = [*call.args, *(each.value for each in call.keywords)]
    inside = [each for part in parts for each in ast.walk(part)]
    return all(any(_is(facts, each, name) for each in inside) for name in names)


def _is(facts: Facts, node: ast.AST, name: str) -> bool:
    match node:
        case ast.Constant(value=value):
            return repr(value) == name
        case ast.Name():
            told = place.known(facts, node)
            if told is None:
                return False
            items = told.details[1] if told.type in ("list", "tuple") else []
            return literal(told) == name or any(
                literal(Value(each[0], tuple(each[1:]))) == name for each in items
            )
    return False


def _table(facts: Facts, node: ast.expr) -> ast.Name | None:
    """The name of the table: also of `table.groupby(...)`, which has the same columns."""
    while True:
        match node:
            case ast.Call(func=ast.Attribute(attr="groupby", value=inner)):
                node = inner
            case ast.Attribute(attr="plot", value=inner):
                node = inner
            case ast.Name() if is_table(facts, node):
                return node
            case _:
                return None


def _of_row(facts: Facts, owner: ast.expr) -> ast.Name | None:
    """The table whose rows `for index, row in table.iterrows()` gives."""
    for loop in place.every(facts, ast.For) if isinstance(owner, ast.Name) else ():
        match loop:
            case ast.For(
                target=ast.Tuple(elts=[_, ast.Name(id=found)]),
                iter=ast.Call(func=ast.Attribute(attr="iterrows", value=ast.Name() as table)),
            ) if found == ast.unparse(owner) and place.covers(loop, facts.line):
                return table if is_table(facts, table) else None
    return None


def is_table(facts: Facts, node: ast.AST) -> bool:
    value = place.known(facts, node)
    return value is not None and value.type == "object" and value.name == "DataFrame"


def is_column(facts: Facts, node: ast.AST) -> bool:
    """Of a table, as far as the text tells: a Series, or `table["name"]`."""
    value = place.known(facts, node)
    if value is not None:
        return value.type == "object" and value.name == "Series"
    match node:
        case ast.Subscript(value=ast.Name() as table, slice=ast.Constant(value=str())):
            return is_table(facts, table)
    return False


def _dropped(facts: Facts, call: ast.Call, owner: ast.expr, names: list[str]) -> Diagnosis | None:
    """Rows, unless columns= or axis=1 says otherwise."""
    what = place.shown(facts, owner)
    keywords = {each.arg: each.value for each in call.keywords}
    axis = keywords.get("axis") or (call.args[1] if len(call.args) > 1 else ast.Constant(0))
    match axis:
        case ast.Constant(value=1 | "columns"):
            is_row = False
        case ast.Constant(value=0 | "index" | "rows"):
            is_row = "columns" not in keywords
        case _:
            return None
    if not begins_in(facts, "pandas/core/frame.py") or {"index", None} & keywords.keys():
        return None
    if not is_row:
        table = _table(facts, owner)
        return _no_column(facts, table, names) if table is not None else None
    if not all(name[0] in "'\"" for name in names):
        return Diagnosis(Kind.NO_ROW, (what, ", ".join(names))) if what.isidentifier() else None
    if len(call.args) != 1 or call.keywords:
        return None
    known = columns_made(facts, owner) or column_names.header(facts, owner)
    if known and not {ast.literal_eval(name) for name in names} <= set(known):
        return Diagnosis(Kind.NO_ROW, (what, ", ".join(names))) if what.isidentifier() else None
    instead = f"{what}.drop(columns={place.shown(facts, call.args[0])})"
    return (
        Diagnosis(Kind.DROP_ROW, (", ".join(names), what, instead)) if is_whole(instead) else None
    )


def is_whole(text: str) -> bool:
    return "..." not in text


def _in_brackets(facts: Facts, names: list[str]) -> Diagnosis | None:
    """`table[...]`, `table[[...]]` and `table.loc[..., ...]`; None if anything else in the
    statement may have been asked for the same."""
    found: list[tuple[ast.Name | None, ast.expr]] = []
    exact = place.candidates(facts, ast.Subscript)
    for node in exact or place.in_statement(facts):
        if (turned := _turned(facts, node, names)) is not None:
            return turned
        match node:
            case ast.Subscript(
                value=ast.Attribute(value=ast.Name() as owner, attr="loc" | "at"), slice=index
            ) if is_table(facts, owner):
                found += [(owner, each) for each in _parts(index) if asks(facts, each, names)]
            case ast.Subscript(value=owner, slice=index) if asks(facts, index, names):
                found.append((_table(facts, owner) or _of_row(facts, owner), node))
    tables = {table.id if table is not None else "" for table, _node in found}
    if len(tables) != 1 or len({id(node) for _table, node in found}) != 1 and not exact:
        return None
    table, part = found[0]
    if table is None:
        return None
    match [node for node in exact or place.in_statement(facts) if _is_loc_of(node, part)]:
        case [ast.Subscript(slice=ast.Tuple(elts=[rows, _])), *_] if rows is not part:
            return None if _has_levels(facts) else _no_column(facts, table, names)
        case [_, *_]:
            is_sure = isinstance(part, ast.List) or len(names) == 1 and names[0].isdecimal()
            return Diagnosis(Kind.NO_ROW, (table.id, ", ".join(names))) if is_sure else None
    is_place = len(names) == 1 and re.fullmatch(r"-?\d{1,3}", names[0]) is not None
    if is_place and not _has_numbers(facts, table):
        asked = place.shown(facts, part.slice) if isinstance(part, ast.Subscript) else names[0]
        instead = f"{table.id}.iloc[{asked}]"
        return Diagnosis(Kind.ROW_BY_NUMBER, (table.id, names[0], instead))
    return _no_column(facts, table, names)


def _has_levels(facts: Facts) -> bool:
    """Rows may have names in several levels, which stand side by side in brackets, too."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Attribute(attr="MultiIndex" | "pivot_table" | "stack" | "unstack"):
                return True
            case ast.Call(func=ast.Attribute(attr="set_index" | "groupby"), args=[ast.List(), *_]):
                return True
            case ast.keyword(arg="index_col" | "keys", value=ast.List()):
                return True
    return False


def _parts(index: ast.expr) -> list[ast.expr]:
    return index.elts if isinstance(index, ast.Tuple) else [index]


def _is_loc_of(node: ast.AST, part: ast.expr) -> bool:
    """`table.loc[...]` with this in its brackets."""
    match node:
        case ast.Subscript(value=ast.Attribute(attr="loc" | "at"), slice=index):
            return any(each is part for each in _parts(index))
    return False


def _turned(facts: Facts, node: ast.AST, names: list[str]) -> Diagnosis | None:
    match node:
        case ast.Subscript(value=ast.Attribute(value=ast.Name() as table)) if is_table(
            facts, table
        ):
            known = columns_made(facts, table) or column_names.header(facts, table)
            return column_names.turned(facts, known, node, names)
    return None


def _has_numbers(facts: Facts, table: ast.Name) -> bool:
    """Its columns may be numbered."""
    match origin.value(facts, table):
        case ast.Call(func=ast.Attribute(attr="read_csv"), keywords=keywords):
            return any(each.arg in ("header", "names", None) for each in keywords)
        case ast.Call(func=ast.Attribute(attr="DataFrame"), args=[ast.Dict(keys=keys)]):
            return not all(each is not None and place.is_text(each) for each in keys)
    return True


def asks(facts: Facts, index: ast.expr, names: list[str]) -> bool:
    parts = index.elts if isinstance(index, ast.List) else [index]
    if isinstance(index, ast.Tuple):
        return False
    return all(any(_is(facts, each, name) for each in parts) for name in names)


def columns_made(facts: Facts, table: ast.expr) -> list[str]:
    """The names of columns that the table was made with, and has still; [] where that is not
    known."""
    made = origin.value(facts, table)
    match made, _data(facts, made):
        case ast.Call(keywords=keywords), ast.Dict(keys=keys) if "columns" not in [
            each.arg for each in keywords
        ]:
            names = [each.value for each in keys if isinstance(each, ast.Constant)]
            texts = [each for each in names if isinstance(each, str)]
            is_known = len(texts) == len(keys) and not _is_renamed(facts, ast.unparse(table))
            return texts if is_known else []
        case ast.Call(func=ast.Attribute(attr="DataFrame"), keywords=keywords), _:
            for each in keywords:
                if each.arg == "columns" and isinstance(each.value, ast.List):
                    parts = [e.value for e in each.value.elts if isinstance(e, ast.Constant)]
                    texts = [part for part in parts if isinstance(part, str)]
                    is_known = len(texts) == len(each.value.elts)
                    is_known = is_known and not _is_renamed(facts, ast.unparse(table))
                    return texts if is_known else []
    return []


def _data(facts: Facts, made: ast.expr | None) -> ast.expr | None:
    """What DataFrame() is given: also under a name, if no line changes what that is."""
    match made:
        case ast.Call(func=ast.Attribute(attr="DataFrame"), args=[ast.Name() as given]):
            uses = [
                each
                for each in place.every(facts, ast.AST)
                if isinstance(each, ast.Attribute | ast.Subscript)
                if place.is_name(each.value, given.id)
            ]
            is_changed = any(
                isinstance(each, ast.Attribute) or not isinstance(each.ctx, ast.Load)
                for each in uses
            )
            return None if is_changed else origin.value(facts, given)
        case ast.Call(func=ast.Attribute(attr="DataFrame"), args=[given]):
            return given
    return None


def _is_renamed(facts: Facts, table: str) -> bool:
    """Some line gives it other columns in place."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Attribute(value=owner, attr="columns", ctx=ast.Store()):
                if ast.unparse(owner) == table:
                    return True
            case ast.Call(func=ast.Attribute(value=owner, attr=name), keywords=keywords):
                is_changing = name == "pop" or any(each.arg == "inplace" for each in keywords)
                if is_changing and ast.unparse(owner) == table:
                    return True
            case ast.Delete():
                return True
    return False


def not_in(facts: Facts, table: ast.Name, name: str) -> Diagnosis:
    """The table lacks this column, whose name is given as it is written in Python."""
    return _no_column(facts, table, [name])


def _no_column(facts: Facts, table: ast.Name, names: list[str]) -> Diagnosis:
    if len(names) > 1:
        return Diagnosis(Kind.NO_COLUMNS, (table.id, ", ".join(names)))
    name, made = names[0], origin.value(facts, table)
    if (compared := column_names.compared(facts, name)) is not None:
        return compared
    near = _nearest(name, columns_made(facts, table))
    if near and made is not None:
        return Diagnosis(Kind.NO_COLUMN_NEAR, (table.id, name, near, made.lineno))
    if (lost := lost_columns.why(facts, table, name)) is not None:
        return lost
    if (read := column_names.in_file(facts, table, name)) is not None:
        return read
    later = _given_later(facts, table)
    if near := _nearest(name, list(later)):
        return Diagnosis(Kind.NO_COLUMN_NEAR, (table.id, name, near, later[ast.literal_eval(near)]))
    if (listed := _listed(facts, table, name)) is not None:
        return listed
    match made:
        case ast.Call(func=ast.Attribute(attr="read_csv") as function, keywords=keywords):
            if not {"sep", "delimiter", "names", "header", None} & {e.arg for e in keywords}:
                shown = f"{place.shown(facts, function)}()"
                return Diagnosis(Kind.NO_COLUMN_READ, (table.id, name, shown))
    return Diagnosis(Kind.NO_COLUMN, (table.id, name))


def _given_later(facts: Facts, table: ast.Name) -> dict[str, int]:
    """`table["total"] = ...` in lines that have surely run: the names, and the lines."""
    found = {}
    around = scope.of_name(facts, table.id) or scope.function_around(facts)
    for node in origin.ran_before(facts, around) if around is not None else ():
        match node:
            case ast.Assign(
                targets=[ast.Subscript(value=ast.Name(id=of), slice=ast.Constant(value=str(name)))]
            ) if of == table.id:
                found[name] = node.lineno
    return found


def _listed(facts: Facts, table: ast.Name, name: str) -> Diagnosis | None:
    """With the names of the table's columns, if the text has all of them."""
    made, names = origin.value(facts, table), columns_made(facts, table)
    later = column_names.made_later(facts)
    shown = ", ".join(map(repr, names))
    if made is None or not names or repr(name) in names or later or len(shown) > 120:
        return None
    return Diagnosis(Kind.NO_COLUMN_OF, (table.id, name, made.lineno, shown))


def _nearest(name: str, texts: list[str]) -> str:
    wanted = ast.literal_eval(name)
    if not isinstance(wanted, str) or wanted in texts:
        return ""
    alike = [each for each in texts if each.strip().lower() == wanted.strip().lower()]
    near = alike[0] if len(alike) == 1 else nearest(wanted, texts)
    return repr(near) if near else ""
