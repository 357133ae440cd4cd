"""Dates and times in tables of pandas' that do not fit what they are compared or calculated with.
Pure."""

from __future__ import annotations

import ast
import datetime
import re

from reloader_core.explain.evidence import aliases, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_COMPARED = re.compile(
    r"Invalid comparison between dtype=datetime64\[\w+(?:, ([\w/+-]+))?\] and (\w+)$"
)
_OFFSET = re.compile(
    r"'(\w{1,6})' is no longer supported for offsets\. Please use '(\w{1,6})' inst"
)
_SUBTRACTED = re.compile(
    r"cannot subtract DatetimeArray from (?:ndarray\[object\]|\w*StringArray\w*)$"
    r"|unsupported operand type\(s\) for -: '(\w*StringArray\w*|str|DatetimeArray)' and"
    r" '(DatetimeArray|\w*StringArray\w*|str)'$"
)


def compared(facts: Facts) -> Diagnosis | None:
    """A TypeError."""
    said = _COMPARED.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    found = [
        (column, other)
        for node in place.in_statement(facts)
        if isinstance(node, ast.Compare) and len(node.ops) == 1
        for column, other in (
            (node.left, node.comparators[0]),
            (node.comparators[0], node.left),
        )
        if _is_of_type(facts, other, said[2])
    ]
    if len(found) != 1:
        return None
    column, other = found[0]
    what = place.shown(facts, other)
    pandas = aliases.of(facts, "pandas")
    match said[2]:
        case "date":
            return Diagnosis(Kind.DATE_COMPARED, (what, f"{pandas}.Timestamp({what})"))
        case "int" if 1000 < (place.whole_number(facts, other) or 0) < 3000:
            instead = f"{place.shown(facts, column)}.dt.year"
            return Diagnosis(Kind.YEAR_OF_DATES, (what, instead))
        case "Timestamp" | "datetime" if "..." not in what:
            made = what if said[2] == "Timestamp" else f"{pandas}.Timestamp({what})"
            zone = f'"{said[1]}"' if said[1] else "None"
            return Diagnosis(Kind.COLUMN_TIMEZONE, (what, f"{made}.tz_localize({zone})"))
    return None


def _is_of_type(facts: Facts, node: ast.expr, name: str) -> bool:
    """Also `date.today()`, `datetime.now()` and `pd.Timestamp(...)`."""
    if place.type_of(facts, node) == name:
        return True
    match node:
        case ast.Call(func=ast.Attribute(attr="date")):
            return name == "date"
        case ast.Call(func=ast.Attribute() | ast.Name() as function):
            asked = ast.unparse(function)
            return re.search(rf"(?:^|\.){name}(?:\.\w+)?$", asked) is not None
    return False


def offset(facts: Facts) -> Diagnosis | None:
    """`resample("M")`: a ValueError."""
    said = _OFFSET.search(facts.error.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    return Diagnosis(Kind.RENAMED_IN_MODULE, (f'"{said[1]}"', f'"{said[2]}"'))


def range_of_four(facts: Facts) -> Diagnosis | None:
    is_said = facts.message.startswith("Of the four parameters: start, end, periods, and freq")
    call = called(facts, "date_range", "timedelta_range", "period_range", "interval_range")
    if call is None or not is_said or not is_from(facts, "pandas"):
        return None
    given = len(call.args[:3]) + len([e for e in call.keywords if e.arg in _FOUR])
    shown = f"{place.shown(facts, call.func)}()"
    return Diagnosis(Kind.DATE_RANGE_FOUR, (shown,)) if given == 4 else None


def impossible(facts: Facts) -> Diagnosis | None:
    """`pd.to_datetime(["2024-04-31"])`: a ValueError that does not name it."""
    is_said = re.match(r"(?:day|month) (?:is|must be) .{0,20}(?:for month|1\.\.12)", facts.message)
    if is_said is None or called(facts, "to_datetime") is None or not is_from(facts, "pandas"):
        return None
    wrong = {
        node.value
        for node in place.every(facts, ast.Constant)
        if isinstance(node.value, str) and _is_no_day(node.value)
    }
    return Diagnosis(Kind.NO_DATE, (f'"{wrong.pop()}"',)) if len(wrong) == 1 else None


def _is_no_day(text: str) -> bool:
    said = re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", text)
    try:
        if said is not None:
            datetime.date(*map(int, said.groups()))
    except ValueError:
        return True
    return False


_FOUR = ("start", "end", "periods", "freq")


def subtracted(facts: Facts) -> Diagnosis | None:
    """`table["end"] - table["start"]`, one of which is text: a TypeError."""
    said = _SUBTRACTED.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    nodes = [
        node
        for node in place.in_statement(facts)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub)
    ]
    if len(nodes) != 1 or said[1] and "DatetimeArray" not in (said[1], said[2]):
        return None
    text = nodes[0].right if said[1] == "DatetimeArray" else nodes[0].left
    what = place.shown(facts, text)
    instead = f"{aliases.of(facts, 'pandas')}.to_datetime({what})"
    return Diagnosis(Kind.DATES_OF_TEXT, (what, instead)) if "..." not in what else None
