"""Why a table lacks a column that the script asks for, where the text or the table's file says so:
== in place of =, row and column that changed places, a file with other signs or names.

Reads the beginning of a table's file: see table_file.py.
"""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.evidence.near import nearest, shortened
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import table_file
from reloader_core.explain.science.table_file import TableFile

_MOST_COLUMNS = 12
_CHANGES_ROWS = frozenset(
    (
        *("header", "names", "skiprows", "usecols", "index_col", "comment", "engine"),
        *("delim_whitespace", None),
    )
)
_RESTS = frozenset(("thousands", "decimal", "converters", "dtype", "na_values"))
_RENAMES = (
    "rename",
    "set_axis",
    "add_prefix",
    "add_suffix",
    "set_index",
    "droplevel",
    "rename_axis",
)
_DECIMAL = re.compile(r"\s*-?\d+,\d+\s*")
_POINT = re.compile(r"\s*-?\d+\.\d+\s*")


def compared(facts: Facts, name: str) -> Diagnosis | None:
    """`table["total"] == table["price"] * 2`, as a statement."""
    match place.statement(facts):
        case ast.Expr(
            value=ast.Compare(
                left=ast.Subscript(value=ast.Name(id=table), slice=ast.Constant(value=key)) as left,
                ops=[ast.Eq()],
                comparators=[right],
            )
        ) if repr(key) == name:
            instead = f"{place.shown(facts, left)} = {place.in_full(facts, right)}"
            if "..." not in instead:
                return Diagnosis(Kind.COLUMN_COMPARED, (table, name, instead))
    return None


def turned(facts: Facts, known: list[str], node: ast.AST, names: list[str]) -> Diagnosis | None:
    """`table.loc["points", team]`, where "points" is a column."""
    match node:
        case ast.Subscript(
            value=ast.Attribute(value=ast.Name(id=table), attr="loc" | "at" as how),
            slice=ast.Tuple(elts=[first, second]),
        ):
            row, column = place.known(facts, first), place.known(facts, second)
            if row is None or column is None or row.text not in known or column.text in known:
                return None
            if literal(row) not in names and literal(column) not in names:
                return None
            one, other = place.shown(facts, first), place.shown(facts, second)
            instead = f"{table}.{how}[{other}, {one}]"
            if "..." not in instead:
                return Diagnosis(Kind.LOC_TURNED, (f".{how}", literal(row), instead))
    return None


def in_file(facts: Facts, table: ast.Name, name: str) -> Diagnosis | None:
    """What the file says of it, whose first line has the names."""
    found, wanted = table_file.of_table(facts, table), ast.literal_eval(name)
    if found is None or not isinstance(wanted, str) or _CHANGES_ROWS & found.keywords:
        return None
    if sign := table_file.separator(found):
        return _other_sign(facts, found, sign, wanted)
    rows = found.rows(found.sign) if found.sign else []
    if not rows or wanted in rows[0]:
        return None
    return (
        _with_blanks(facts, found, table.id, rows[0], wanted)
        or _in_other_line(facts, found, table.id, rows, wanted)
        or _named_otherwise(facts, found, table.id, rows[0], wanted)
    )


def header(facts: Facts, table: ast.expr) -> list[str]:
    """The names in the file; [] where that is not sure."""
    found = table_file.of_table(facts, table)
    if found is None or not found.sign or _CHANGES_ROWS & found.keywords:
        return []
    return found.rows(found.sign)[0]


def first_line(facts: Facts, call: ast.Call) -> tuple[str, list[str]] | None:
    """The file's name and the names in it that this call reads; None where that is not sure."""
    found = table_file.of_call(facts, call)
    if found is None or not found.sign or table_file.separator(found):
        return None
    names = found.rows(found.sign)[0]
    return (found.name, names) if 1 < len(names) <= _MOST_COLUMNS else None


def is_plain(found: TableFile) -> bool:
    """Its first line has the names, and all others the values."""
    return not _CHANGES_ROWS & found.keywords and not _RESTS & found.keywords


def _other_sign(facts: Facts, found: TableFile, sign: str, wanted: str) -> Diagnosis:
    rows = found.rows(sign)
    values = [each for row in rows[1:] for each in row]
    more = {} if sign == "," else {"sep": '"\\t"' if sign == "\t" else f'"{sign}"'}
    has_commas = any(map(_DECIMAL.fullmatch, values)) and not any(map(_POINT.fullmatch, values))
    if sign != "," and has_commas and "decimal" not in found.keywords:
        more["decimal"] = '","'
    if wanted not in rows[0] and wanted in [each.lstrip() for each in rows[0]]:
        more["skipinitialspace"] = "True"
    instead = again(facts, found, more, without=("sep", "delimiter"))
    shown = '"\\t"' if sign == "\t" else f'"{sign}"'
    near = _like(wanted, rows[0])
    if near and near.strip() != wanted and not _renames(facts):
        values_ = (found.name, shown, found.call.lineno, instead, repr(near))
        return Diagnosis(Kind.TABLE_SIGN_AND_NAME, values_)
    return Diagnosis(Kind.TABLE_SIGN, (found.name, shown, found.call.lineno, instead))


def again(
    facts: Facts, found: TableFile, more: dict[str, str], without: tuple[str, ...] = ()
) -> str:
    """The call that reads the file, with these keywords more."""
    call = found.call
    parts = [place.in_full(facts, each) for each in call.args]
    for each in call.keywords:
        if each.arg not in (*without, *more):
            parts.append(f"{each.arg}={place.in_full(facts, each.value)}")
    parts += [f"{name}={value}" for name, value in more.items()]
    return f"{place.shown(facts, call.func)}({', '.join(parts)})"


def _with_blanks(
    facts: Facts, found: TableFile, table: str, names: list[str], wanted: str
) -> Diagnosis | None:
    """In `name, age` the second one begins with a blank."""
    alike = [each for each in names if each.strip() == wanted.strip()]
    if len(alike) != 1 or wanted != wanted.strip():
        return None
    near, line = alike[0], found.call.lineno
    if near.lstrip() == wanted and "skipinitialspace" not in found.keywords:
        instead = again(facts, found, {"skipinitialspace": "True"})
        return Diagnosis(Kind.FILE_BLANK, (repr(wanted), found.name, repr(near), line, instead))
    match place.tree_of(facts):
        case ast.Module() as tree:
            for node in ast.walk(tree):
                match node:
                    case ast.Assign(targets=[ast.Name(id=name)], value=call) if call is found.call:
                        instead = f"{name}.columns = {name}.columns.str.strip()"
                        values = (repr(wanted), found.name, repr(near), line, instead)
                        return Diagnosis(Kind.FILE_BLANK_BEHIND, values)
    return None


def _in_other_line(
    facts: Facts, found: TableFile, table: str, rows: list[list[str]], wanted: str
) -> Diagnosis | None:
    """Below a title; pandas does not count empty lines."""
    if not _is_title(rows):
        return None
    for number, row in enumerate(rows[1:6], 1):
        if wanted in row and 1 < len(row) == len(set(row)) and not any(map(_is_number, row)):
            shown = found.lines[number]
            line = shown if len(shown) <= 60 else shown[:57] + "..."
            instead = again(facts, found, {"header": str(number)})
            return Diagnosis(Kind.FILE_HEADER, (found.name, line, found.call.lineno, instead))
    return None


def _is_title(rows: list[list[str]]) -> bool:
    """The first line has not a name for each column: else what is asked for may be a value."""
    names = [each.strip() for each in rows[0]]
    is_short = len(names) < max(map(len, rows[:6]))
    return is_short or "" in names or any(map(_is_number, names))


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\s*-?\d+(?:[.,]\d+)?\s*", text) is not None


def _named_otherwise(
    facts: Facts, found: TableFile, table: str, names: list[str], wanted: str
) -> Diagnosis | None:
    if _renames(facts):
        return None
    near = _like(wanted, [*names, *made_later(facts)])
    if near in names:
        return Diagnosis(Kind.FILE_NAME, (table, repr(wanted), found.name, repr(near)))
    if near or wanted in made_later(facts) or len(names) > _MOST_COLUMNS:
        return None
    unused = [each for each in names if not _lines_with(facts, each)]
    if short := shortened(wanted, unused):
        lines = ", ".join(map(str, _lines_with(facts, wanted)))
        values = (table, repr(wanted), found.name, repr(short), lines)
        return Diagnosis(Kind.FILE_NAME_SHORT, values) if lines else None
    listed = ", ".join(map(repr, names))
    if part := _with_part(wanted, names):
        values = (table, repr(wanted), repr(part), found.name, listed)
        return Diagnosis(Kind.FILE_NAME_PART, values)
    return Diagnosis(Kind.FILE_NAMES, (table, repr(wanted), found.name, listed))


def _lines_with(facts: Facts, name: str) -> list[int]:
    """Where the script has this text, or asks for an attribute that is called so."""
    found = {
        each.lineno
        for each in place.every(facts, ast.expr)
        if isinstance(each, ast.Constant)
        and each.value == name
        or isinstance(each, ast.Attribute)
        and each.attr == name
    }
    return sorted(found)


def _with_part(wanted: str, names: list[str]) -> str:
    """The only name that the one asked for is a part of, or that is a part of it."""
    asked = wanted.strip().casefold()
    found = [
        each
        for each in names
        if asked in each.casefold() or each.strip().casefold() in asked and len(each.strip()) > 3
    ]
    return found[0] if len(found) == 1 and len(asked) > 3 else ""


def _like(wanted: str, names: list[str]) -> str:
    """'' if none is, or several are as like."""
    if wanted in names:
        return wanted
    same = [each for each in names if each.strip().casefold() == wanted.strip().casefold()]
    return same[0] if len(same) == 1 else nearest(wanted, names) if not same else ""


def made_later(facts: Facts) -> list[str]:
    """`table["total"] = ...`"""
    found = []
    for node in place.every(facts, ast.Subscript):
        match node:
            case ast.Subscript(slice=ast.Constant(value=str(name)), ctx=ast.Store()):
                found.append(name)
    return found


def _renames(facts: Facts) -> bool:
    """The script itself changes names of columns."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Attribute(attr="columns", ctx=ast.Store()):
                return True
            case ast.Call(func=ast.Attribute(attr=name)) if name in _RENAMES:
                return True
    return False
