"""Dates, times, and numbers of the module decimal. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

DATES = ("datetime.datetime", "datetime.date", "datetime.time", "datetime.timedelta")
OF_DATES = ("strftime", "year", "month", "day", "hour", "minute", "weekday", "isoformat", "date")
_RANGES = re.compile(
    r"month must be in 1\.\.12|day is out of range for month|(?:hour|minute|second) must be in 0"
    r"|year -?\d+ is out of range|day \d+ must be in range 1\.\."
)


def date_with_time(facts: Facts) -> Diagnosis | None:
    is_said = re.fullmatch(
        r"can't compare datetime\.(?:datetime|date) to datetime\.(?:datetime|date)"
        r"|'[<>]=?' not supported between instances of 'datetime\.(?:datetime' and 'datetime\.date'"
        r"|date' and 'datetime\.datetime')"  # from 3.14
        r"|unsupported operand type\(s\) for -: 'datetime\.datetime' and 'datetime\.date'"
        r"|unsupported operand type\(s\) for -: 'datetime\.date' and 'datetime\.datetime'",
        facts.message,
    )
    return Diagnosis(Kind.DATE_WITH_TIME, (facts.line,)) if is_said else None


def naive_and_aware(facts: Facts) -> Diagnosis | None:
    is_said = re.fullmatch(
        r"can't (?:subtract|compare) offset-naive and offset-aware (?:date)?times", facts.message
    )
    return Diagnosis(Kind.NAIVE_AND_AWARE, (facts.line,)) if is_said else None


def no_such_date(facts: Facts) -> Diagnosis | None:
    call = called(facts, "date", "datetime", "time", "replace")
    if _RANGES.match(facts.message) is None or call is None:
        return None
    return Diagnosis(Kind.NO_SUCH_DATE, (place.shown(facts, call),))


def date_iso(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"Invalid isoformat string: ('.*')", facts.message)
    is_called = said is not None and called(facts, "fromisoformat") is not None
    return Diagnosis(Kind.DATE_ISO, (said[1],)) if said is not None and is_called else None


def with_text(operator: str, kinds: tuple[str, str], shown: dict[str, str]) -> Diagnosis | None:
    """A date and a text are calculated with, or compared."""
    if operator == "+" and kinds[0] == "str" and kinds[1] in DATES:
        return Diagnosis(Kind.TEXT_PLUS_NUMBER, (shown["str"], shown[kinds[1]], kinds[1]))
    if operator in "-<=>=" and "str" in kinds and any(each in DATES[:3] for each in kinds):
        return _no_date_yet(shown["str"], next(each for each in kinds if each in DATES[:3]))
    if "decimal.Decimal" in kinds and "float" in kinds:
        return Diagnosis(Kind.DECIMAL_AND_FLOAT, (shown["float"],))
    return None


def _no_date_yet(text: str, other: str) -> Diagnosis:
    """A date goes with a date alone, and not with one that has a time of day."""
    kind = other.rpartition(".")[2]
    if kind == "datetime":
        return Diagnosis(Kind.TEXT_IS_NO_DATE, (text,))
    instead = f"{kind}.fromisoformat({text})", f"datetime.strptime({text}, ...).{kind}()"
    return Diagnosis(Kind.TEXT_IS_NO_DAY, (text, *instead))


def decimal_of_text(facts: Facts) -> Diagnosis | None:
    """InvalidOperation, of which nothing is told."""
    call = called(facts, "Decimal")
    if call is None or len(call.args) != 1 or facts.is_raised or not facts.is_innermost:
        return None
    nodes = place.in_statement(facts)
    if facts.span is None and any(isinstance(node, ast.BinOp) for node in nodes):
        return None
    value = place.known(facts, call.args[0])
    if value is None or value.type != "str" or _is_decimal(value.text):
        return None
    return Diagnosis(Kind.DECIMAL_OF_TEXT, (place.shown(facts, call.args[0]),))


def _is_decimal(text: str | None) -> bool:
    """Or too long to be known."""
    return text is None or re.fullmatch(r"\s*[-+]?\d+(\.\d*)?([eE][-+]?\d+)?\s*", text) is not None
