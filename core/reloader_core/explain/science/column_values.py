"""What stands in a column of a table, as far as the script's text or the table's file tells: signs
beside numbers, and text among them.

Reads the beginning of a table's file: see table_file.py.
"""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import column_names, table_file

_NUMBER = re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*")
_SIGNED = re.compile(
    r"\s*[-+]?\s*([^\d\s.,+-]{1,4})?\s*[-+]?[\d.,]*\d[\d.,]*\s*([^\d\s.,+-]{1,4})?\s*"
)
_THOUSANDS = re.compile(r"\D*\d{1,3}(?:,\d{3})+(?:\.\d+)?\D*")
_SURELY_THOUSANDS = re.compile(r"\D*\d{1,3}(?:,\d{3})+\.\d+\D*|\D*\d{1,3}(?:,\d{3}){2,}\D*")
_MISSING = ("", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "<NA>", "#N/A")
"""What pandas.read_csv() takes for no value at all."""


def signs_in(values: list[str]) -> tuple[str, ...]:
    """What has to be taken away from all of them so that they are numbers; () if that is not all
    that is in the way."""
    found: list[str] = []
    for value in values:
        if value.strip() in _MISSING or _NUMBER.fullmatch(value):
            continue
        said = _SIGNED.fullmatch(value)
        if said is None or said[1] and said[2]:
            return ()
        found += [each for each in (said[1] or said[2],) if each]
        if "," in value:
            if not _THOUSANDS.fullmatch(value):
                return ()
            found.append(",")
    signs = tuple(dict.fromkeys(found))
    if "," in signs and signs == (",",) and not any(map(_SURELY_THOUSANDS.fullmatch, values)):
        return ()
    for value in values:
        for sign in signs:
            value = value.replace(sign, "")
        if value.strip() not in _MISSING and not _NUMBER.fullmatch(value):
            return ()
    return signs if len(signs) <= 2 else ()


def without(signs: tuple[str, ...]) -> str:
    """What takes them away from a column."""
    return "".join(f'.str.replace("{each}", "")' for each in signs)


def listed(signs: tuple[str, ...]) -> str:
    return ", ".join(f'"{each}"' for each in signs)


def with_sign(facts: Facts, column: ast.expr) -> Diagnosis | None:
    """`table["price"]`, whose texts have a $ before the number."""
    match column:
        case ast.Subscript(value=ast.Name() as table, slice=ast.Constant(value=str(key))):
            pass
        case _:
            return None
    values = texts_of(facts, table, key)
    signs = signs_in(values)
    text = next((each for each in values if signs and signs[0] in each), "")
    if not signs:
        return _with_comma(facts, table, key, values)
    if not text or len(text) > 30:
        return None
    made = _made_by(facts, table)
    if made is None:
        return None
    what = f'{made[1]}["{key}"]'
    instead = f"{what} = {what}{without(signs)}.astype(float)"
    return Diagnosis(Kind.COLUMN_SIGN, (repr(key), repr(text), made[0], listed(signs), instead))


_COMMA = re.compile(r"\s*[-+]?\d+,\d+\s*")
_NO_THOUSANDS = re.compile(r"\s*[-+]?(?:0\d*,\d+|\d{4,},\d+|\d+,(?:\d{1,2}|\d{4,}))\s*")
_POINT = re.compile(r"\s*[-+]?\d*\.\d+\s*")


def _with_comma(facts: Facts, table: ast.expr, key: str, values: list[str]) -> Diagnosis | None:
    """All of its numbers have a comma for a point, and none in the file has a point."""
    found = table_file.of_table(facts, table, values=True)
    texts = [each for each in values if each.strip() not in _MISSING and not each.isdigit()]
    if found is None or not texts or not all(map(_COMMA.fullmatch, texts)):
        return None
    if not any(map(_NO_THOUSANDS.fullmatch, texts)) or {"decimal", "thousands"} & found.keywords:
        return None
    if any(_POINT.fullmatch(each) for row in found.rows(found.sign) for each in row):
        return None
    instead = column_names.again(facts, found, {"decimal": '","'})
    if "..." in instead or len(texts[0]) > 30:
        return None
    return Diagnosis(
        Kind.COLUMN_WITH_COMMA, (repr(key), repr(texts[0]), found.call.lineno, instead)
    )


def _made_by(facts: Facts, table: ast.expr) -> tuple[int, str] | None:
    """The line in which the table is made, once for all, and the name that it gets there."""
    found = table_file.of_table(facts, table, values=True)
    made = found.call if found is not None else origin.value(facts, table)
    for node in place.every(facts, ast.Assign):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is made:
                return node.end_lineno or node.lineno, name
    return None


def texts_of(facts: Facts, table: ast.expr, key: str) -> list[str]:
    """[] if not all of them are text, or are not known."""
    if _is_changed(facts, key):
        return []
    items = literals_of(facts, table, key)
    if items:
        values = [each.value for each in items if isinstance(each, ast.Constant)]
        texts = [each for each in values if isinstance(each, str)]
        return texts if len(texts) == len(items) else []
    found = table_file.of_table(facts, table, values=True)
    if found is None or not found.sign or not column_names.is_plain(found):
        return []
    names, *rows = found.rows(found.sign)
    if names.count(key) != 1 or any(len(row) != len(names) for row in rows):
        return []
    return [row[names.index(key)] for row in rows]


def _is_changed(facts: Facts, key: str) -> bool:
    """Another line gives a column of this name other values: `table["price"] = ...`, also by
    .loc[...]."""
    failed = place.statement(facts)
    own = [id(each) for each in ast.walk(failed)] if failed is not None else []
    for node in place.every(facts, ast.Subscript):
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        is_named = any(isinstance(each, ast.Constant) and each.value == key for each in parts)
        if is_named and isinstance(node.ctx, ast.Store) and id(node) not in own:
            return True
    return False


def literals_of(facts: Facts, table: ast.expr, key: str) -> list[ast.expr]:
    """Of a table that the script's text itself holds; [] if it does not."""
    match origin.value(facts, table):
        case ast.Call(func=ast.Attribute(attr="DataFrame"), args=[data, *_]) as call:
            pass
        case _:
            return []
    if isinstance(data, ast.Name):
        data = origin.value(facts, data) or data
    match data:
        case ast.Dict(keys=keys, values=columns):
            for each, column in zip(keys, columns, strict=True):
                match each, column:
                    case ast.Constant(value=name), ast.List(elts=items) if name == key:
                        return items
        case ast.List(elts=rows):
            return _of_rows(call, rows, key)
    return []


def _of_rows(call: ast.Call, rows: list[ast.expr], key: str) -> list[ast.expr]:
    names: list[object] = []
    for keyword in call.keywords:
        if keyword.arg == "columns" and isinstance(keyword.value, ast.List):
            names = [getattr(each, "value", None) for each in keyword.value.elts]
    found = []
    for row in rows:
        match row:
            case ast.List(elts=items) | ast.Tuple(elts=items) if len(items) == len(names):
                if names.count(key) == 1:
                    found.append(items[names.index(key)])
            case ast.Dict(keys=keys, values=values):
                found += [
                    value
                    for each, value in zip(keys, values, strict=True)
                    if isinstance(each, ast.Constant) and each.value == key
                ]
    return found if len(found) == len(rows) else []


def text_among_numbers(facts: Facts, table: ast.expr, key: str) -> Diagnosis | None:
    """`[29, 51, "34"]`"""
    items = literals_of(facts, table, key) if not _is_changed(facts, key) else []
    values = [(each.value, each.lineno) for each in items if isinstance(each, ast.Constant)]
    texts = [(value, line) for value, line in values if isinstance(value, str)]
    numbers = [each for each, _line in values if isinstance(each, int | float)]
    if len(values) != len(items) or len(texts) + len(numbers) != len(values) or not numbers:
        return None
    if not texts or not all(_NUMBER.fullmatch(text) for text, _line in texts):
        return None
    match origin.value(facts, table):
        case ast.Call(func=ast.Attribute(value=module)):
            what = f'{place.shown(facts, table)}["{key}"]'
            text, line = repr(texts[0][0]), texts[0][1]
            instead = f"{what} = {place.shown(facts, module)}.to_numeric({what})"
            return Diagnosis(Kind.COLUMN_NUMBERS_MIXED, (what, text, line, instead))
    return None
