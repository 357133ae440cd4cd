"""Slips with the modules that beginners use most: random, datetime, pathlib, asyncio. Pure."""

from __future__ import annotations

import ast
import datetime
import re

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.evidence.written import is_number
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_UNITS = ("months", "years", "month", "year")
_PARTS = {
    "hours": "{}.total_seconds() / 3600", "hour": "{}.total_seconds() / 3600",
    "minutes": "{}.total_seconds() / 60", "minute": "{}.total_seconds() / 60",
    "second": "{}.seconds", "day": "{}.days", "weeks": "{}.days // 7",
}  # fmt: skip
_OF_TEXTS = frozenset(
    "split endswith startswith lower upper strip find rfind rsplit format encode"
    " rstrip lstrip title count index".split()
)
_PATHS = ("PosixPath", "WindowsPath", "Path", "PurePosixPath", "PureWindowsPath")
_TIMES = ("datetime.datetime", "datetime.date")
_CLASSES = ("date", "time", "timedelta", "timezone")
_YEARS, _MOST_DAYS = (1900, 2100), 1_000_000


# -- random


def sampled(facts: Facts) -> Diagnosis | None:
    call = called(facts, "sample")
    is_said = facts.message.startswith("Population must be a sequence")
    if call is None or not is_said or not call.args or not in_file(facts, "random.py"):
        return None
    if place.type_of(facts, call.args[0]) not in ("set", "frozenset", "dict", "dict_keys"):
        return None
    return Diagnosis(Kind.SAMPLE_OF, (place.shown(facts, call.args[0]),))


def choices_count(facts: Facts) -> Diagnosis | None:
    """random.choices(names, 2)"""
    call = called(facts, "choices")
    is_said = facts.message.startswith("The number of choices must be a keyword argument: k=")
    if call is None or not is_said or len(call.args) != 2 or not in_file(facts, "random.py"):
        return None
    function = place.shown(facts, call.func)
    given = f"{place.in_full(facts, call.args[0])}, k={place.in_full(facts, call.args[1])}"
    return Diagnosis(Kind.CHOICES_COUNT, (f"{function}({given})",))


def random_between(facts: Facts) -> Diagnosis | None:
    """random.random(1, 6)"""
    call = called(facts, "random")
    is_said = re.match(r"(?:\w+\.)?random\(\) takes no arguments|random expected 0", facts.message)
    if call is None or is_said is None or len(call.args) != 2 or call.keywords:
        return None
    match call.func:
        case ast.Attribute(value=ast.Name(id=module)):
            pass
        case _:
            return None
    given = ", ".join(place.in_full(facts, each) for each in call.args)
    is_whole = all(place.type_of(facts, each) == "int" for each in call.args)
    name = "randint" if is_whole else "uniform"
    return Diagnosis(Kind.RANDOM_BETWEEN, (f"{module}.{name}({given})",))


# -- dates and times


def timedelta_given(facts: Facts) -> Diagnosis | None:
    """timedelta(months=1), timedelta(days="3")"""
    call = called(facts, "timedelta")
    if call is None:
        return None
    said = re.search(
        r"'(\w+)' is an invalid keyword|unexpected keyword argument '(\w+)'", facts.message
    )
    name = (said[1] or said[2]) if said is not None else ""
    if name in _UNITS and name in [each.arg for each in call.keywords]:
        return Diagnosis(Kind.TIMEDELTA_UNIT, (name,))
    said = re.fullmatch(r"unsupported type for timedelta (\w+) component: str", facts.message)
    given = [*call.args, *(each.value for each in call.keywords)]
    texts = [each for each in given if place.type_of(facts, each) == "str"]
    if said is None or len(texts) != 1:
        return None
    value = place.known(facts, texts[0])
    if value is not None and value.text is not None and not is_number("float", value.text):
        return None
    return Diagnosis(Kind.TEXT_GIVEN, ("timedelta()", place.shown(facts, texts[0])))


def timedelta_part(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    """length.hours"""
    instead = _PARTS.get(node.attr) if kind == "timedelta" else None
    if instead is None:
        return None
    what = place.operand(facts, node.value)
    return Diagnosis(Kind.TIMEDELTA_PART, (node.attr, instead.format(what)))


def of_dates(
    facts: Facts, operator: str, pair: tuple[ast.expr, ast.expr], kinds: tuple[str, str]
) -> Diagnosis | None:
    """today + 1, now + now"""
    if operator == "+" and kinds[0] in _TIMES and kinds[1] in _TIMES:
        return Diagnosis(Kind.DATES_ADDED)
    if operator not in "+-" or kinds[0] not in _TIMES or kinds[1] not in ("int", "float"):
        return None
    if _is_no_length(facts, pair[1]):
        return None
    number, what = place.shown(facts, pair[1]), place.operand(facts, pair[0])
    instead = f"{what} {operator} timedelta(days={number})"
    return Diagnosis(Kind.DATE_AND_NUMBER, (number, instead))


def _is_no_length(facts: Facts, node: ast.expr) -> bool:
    """A year, or a time of the clock: neither is a number of days."""
    made = origin.value(facts, node) or node
    value = place.known(facts, node) or place.known(facts, made)
    match value.details if value is not None else ():
        case (int(number),) if _YEARS[0] <= number <= _YEARS[1]:
            return True
        case (str(text),) if value is not None and value.type == "float":
            return float(text) > _MOST_DAYS
    return ast.unparse(made) == "time.time()"


def timestamp(facts: Facts) -> Diagnosis | None:
    call = called(facts, "fromtimestamp", "utcfromtimestamp", "localtime", "gmtime", "ctime")
    said = re.fullmatch(r"year (\d+) is out of range|.*timestamp out of range.*", facts.message)
    if call is None or said is None or said[1] and int(said[1]) <= datetime.MAXYEAR:
        return None
    return Diagnosis(Kind.TIMESTAMP_LARGE, (f"{place.shown(facts, call.func)}()",))


def strptime_turned(facts: Facts) -> Diagnosis | None:
    call = called(facts, "strptime")
    said = re.fullmatch(r"time data '(.*)' does not match format '(.*)'", facts.message)
    if call is None or said is None or len(call.args) != 2 or not in_file(facts, "_strptime.py"):
        return None
    if not re.search(r"%[A-Za-z]", said[1]) or "%" in said[2] or not re.search(r"\d", said[2]):
        return None
    turned = ", ".join(place.in_full(facts, each) for each in reversed(call.args))
    return Diagnosis(Kind.STRPTIME_TURNED, (f"{place.shown(facts, call.func)}({turned})",))


def class_in_class(facts: Facts, node: ast.Attribute) -> Diagnosis | None:
    """datetime.date.today(), datetime.timedelta(days=1), after `from datetime import datetime`"""
    match node:
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="datetime") as owner, attr=name)):
            asked = f"{name}.{node.attr}"
            is_there = name in _CLASSES and hasattr(getattr(datetime, name), node.attr)
        case ast.Attribute(value=ast.Name(id="datetime") as owner, attr="timedelta" | "timezone"):
            asked = name = node.attr
            is_there = all(each.name != "datetime" for each in place.every(facts, ast.ClassDef))
        case _:
            return None
    value = place.known(facts, owner)
    if not is_there or value is None or value.type != "type" or value.details[:1] != ("datetime",):
        return None
    calls, parts = [], []
    for each in place.in_statement(facts):
        if isinstance(each, ast.Call) and each.func is node:
            calls.append(each)
        elif isinstance(each, ast.Attribute) and each.value is node:
            parts.append(f"{asked}.{each.attr}")
    asked = parts[0] if parts else asked
    shown = place.in_full(facts, calls[0]).partition("(")[2] if len(calls) == 1 else ""
    written = f"{asked}({shown}" if shown else asked
    return Diagnosis(Kind.DATE_OF_CLASS, (written, f"from datetime import {name}"))


# -- paths


def path_attribute(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    if kind not in _PATHS or node.attr not in _OF_TEXTS:
        return None
    what = place.shown(facts, node.value)
    return Diagnosis(Kind.PATH_NO_TEXT, (what, node.attr)) if "..." not in what else None


def suffix(facts: Facts) -> Diagnosis | None:
    """path.with_suffix("pdf")"""
    said = re.fullmatch(r"Invalid suffix '(\w+)'", facts.message)
    call = called(facts, "with_suffix")
    if said is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    function = place.shown(facts, call.func)
    return Diagnosis(Kind.SUFFIX_POINT, (said[1], f'{function}(".{said[1]}")'))


# -- asyncio


def task_outside(facts: Facts) -> Diagnosis | None:
    call = called(facts, "create_task", "get_running_loop", "ensure_future", "current_task")
    if facts.message != "no running event loop" or call is None or facts.is_by_hand:
        return None
    return Diagnosis(Kind.TASK_OUTSIDE, (f"{place.shown(facts, call.func)}()",))


def run_of(facts: Facts) -> Diagnosis | None:
    """asyncio.run() of what no coroutine is."""
    call = called(facts, "run")
    is_said = re.match(
        r"a coroutine was expected, got "
        r"|An asyncio\.Future, a coroutine or an awaitable is required",
        facts.message,
    )
    is_library = in_file(facts, "asyncio/runners.py", "asyncio/base_events.py", "asyncio/tasks.py")
    if is_said is None or call is None or not call.args or not is_library:
        return None
    value = re.fullmatch(
        r"a coroutine was expected, got (None|-?\d+|'.*'|\[.*\]|\{.*\})", facts.message
    )
    kinds = {"N": "NoneType", "'": "str", "[": "list", "{": "dict"}
    if value is None:
        return None
    return Diagnosis(Kind.RUN_OF, (place.shown(facts, call.args[0]), kinds.get(value[1][0], "int")))
