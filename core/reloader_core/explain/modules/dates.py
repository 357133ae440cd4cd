"""Dates, times, and numbers of the module decimal. Pure."""

from __future__ import annotations

import ast
import calendar
import re

from reloader_core.explain.evidence import needed, origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import library

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
    if not is_said:
        return None
    return _given_a_time(facts) or Diagnosis(Kind.DATE_WITH_TIME, (facts.line,))


_OF_TIMES = re.compile(
    r"\.(?:hour|minute|second|time\(|timestamp)|%[HIMSpcX]|hours|minutes|seconds"
)


def _given_a_time(facts: Facts) -> Diagnosis | None:
    """A parameter, which other calls may give a day: the only line of the script that makes a
    datetime, if nothing there is about the time of day."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    given = [
        each
        for each in place.in_statement(facts)
        if isinstance(each, ast.Name) and place.type_of(facts, each) == "datetime"
    ]
    if function is None or tree is None or len(given) != 1:
        return None
    if given[0].id not in scope.parameters(function) or _OF_TIMES.search(facts.source or ""):
        return None
    made = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and _MAKES_DATETIME.fullmatch(ast.unparse(each.func))
    ]
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name() as target], value=value) if len(made) == 1:
                if made[0] in ast.walk(value) and not isinstance(value, ast.IfExp):
                    shown = place.in_full(facts, value)
                    shown = shown if isinstance(value, ast.Call) else f"({shown})"
                    instead = f"{target.id} = {shown}.date()"
                    if "..." in instead or _is_date(value):
                        return None
                    values = (facts.line, given[0].id, node.lineno, instead)
                    return Diagnosis(Kind.DATE_MADE, values)
    return None


_MAKES_DATETIME = re.compile(
    r"(?:datetime\.)?datetime(?:\.(?:now|today|utcnow|strptime|fromisoformat|combine))?"
)


def _is_date(value: ast.expr) -> bool:
    """It makes something else of the datetime, as a day or a text."""
    match value:
        case ast.Call() as call:
            return _MAKES_DATETIME.fullmatch(ast.unparse(call.func)) is None
        case ast.BinOp(left=ast.Call() as call):
            return _is_date(call)
    return True


def naive_and_aware(facts: Facts) -> Diagnosis | None:
    is_said = re.fullmatch(
        r"can't (?:subtract|compare) offset-naive and offset-aware (?:date)?times", facts.message
    )
    if not is_said:
        return None
    return _made_naive(facts) or Diagnosis(Kind.NAIVE_AND_AWARE, (facts.line,))


def _made_naive(facts: Facts) -> Diagnosis | None:
    """The only one of the two of which it can be seen that it has no time zone."""
    for node in place.in_statement(facts):
        match node:
            case ast.Compare(left=left, comparators=[right]) | ast.BinOp(left=left, right=right):
                found = [*_of_pair(facts, left, right), *_of_pair(facts, right, left)]
                if found:
                    return found[0] if len(found) == 1 else None
                return _written_naive(facts, left, right)
    return None


def _written_naive(facts: Facts, left: ast.expr, right: ast.expr) -> Diagnosis | None:
    """The same, where it cannot be seen which zone the other one has."""
    sides = [
        (side, origin.value(facts, side) if isinstance(side, ast.Name) else side)
        for side in (left, right)
    ]
    found = [
        (place.shown(facts, side), made.lineno, instead)
        for side, made in sides
        if isinstance(made, ast.Call) and (instead := _with_zone(facts, made, "timezone.utc"))
    ]
    return Diagnosis(Kind.NAIVE_WRITTEN, found[0]) if len(found) == 1 else None


def _of_pair(facts: Facts, side: ast.expr, other: ast.expr) -> list[Diagnosis]:
    made, beside = (
        origin.value(facts, each) if isinstance(each, ast.Name) else each for each in (side, other)
    )
    if not isinstance(made, ast.Call):
        return []
    instead = _with_zone(facts, made, _zone_of(facts, beside, made.lineno))
    values = (place.shown(facts, side), made.lineno, instead)
    return [Diagnosis(Kind.NAIVE_MADE, values)] if instead else []


def _zone_of(facts: Facts, made: ast.expr | None, line: int) -> str:
    """As it is written where the other time is made, if it can stand in this line, too."""
    if not isinstance(made, ast.Call):
        return ""
    zones = [each.value for each in made.keywords if each.arg in ("tzinfo", "tz")]
    if ast.unparse(made.func).endswith("datetime.now"):
        zones += made.args
    if len(zones) != 1:
        return ""
    named = origin.assigned(facts, zones[0])
    is_there = not isinstance(zones[0], ast.Name) or named is not None and named.lineno < line
    shown = place.in_full(facts, zones[0])
    return shown if is_there and "..." not in shown else ""


def _with_zone(facts: Facts, made: ast.Call, zone: str) -> str:
    """'' if it has one, or that cannot be seen. Of what time it is now, any zone will do; what is
    written out means that of the other time."""
    function, shown = ast.unparse(made.func), place.in_full(facts, made)
    if "..." in shown or any(each.arg in ("tzinfo", "tz", None) for each in made.keywords):
        return ""
    if function in ("datetime.now", "datetime.datetime.now") and not made.args:
        return f"{function}({zone or 'timezone.utc'})"
    if function in ("datetime", "datetime.datetime") and 3 <= len(made.args) <= 7 and zone:
        return f"{shown[:-1]}, tzinfo={zone})"
    if function.endswith("datetime.strptime") and "%z" not in shown and "%Z" not in shown:
        if zone and all(isinstance(each, ast.Constant) for each in made.args[1:]):
            return f"{shown}.replace(tzinfo={zone})"
    return ""


_TIMES = r"'datetime\.(time|timedelta)'"


def time_of_day(facts: Facts) -> Diagnosis | None:
    """start + lesson, of a time and a timedelta"""
    said = re.fullmatch(
        rf"unsupported operand type\(s\) for ([+-])=?: {_TIMES} and {_TIMES}", facts.message
    )
    nodes = [
        node
        for node in place.candidates(facts, ast.BinOp)
        if isinstance(node.op, ast.Add | ast.Sub)
        and place.type_of(facts, node.left) in ("", "time", "datetime.time")
    ]
    if said is None or said[2] != "time" or len(nodes) != 1:
        return None
    module = any(
        each.name == "datetime" and each.asname is None
        for node in place.every(facts, ast.Import)
        for each in node.names
    )
    before = "datetime." if module else ""
    left, right = (place.shown(facts, each) for each in (nodes[0].left, nodes[0].right))
    of_day = f"{before}datetime.combine({before}date.today(), {{}})"
    if said[3] == "time":
        instead = f"{of_day.format(left)} {said[1]} {of_day.format(right)}"
        return Diagnosis(Kind.TIME_OF_DAY, (instead,)) if said[1] == "-" else None
    return Diagnosis(Kind.TIME_OF_DAY, (f"({of_day.format(left)} {said[1]} {right}).time()",))


def no_such_date(facts: Facts) -> Diagnosis | None:
    call = called(facts, "date", "datetime", "time", "replace")
    if _RANGES.match(facts.message) is None or call is None:
        return None
    if (known := _month_beyond(facts, call) or _day_beyond(facts, call)) is not None:
        return known
    return Diagnosis(Kind.NO_SUCH_DATE, (place.shown(facts, call),))


def _month_beyond(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """day.replace(month=day.month + 1)"""
    if not facts.message.startswith("month must be in 1..12"):
        return None
    match call:
        case ast.Call(
            func=ast.Attribute(value=owner, attr="replace"),
            args=[],
            keywords=[
                ast.keyword(
                    arg="month",
                    value=ast.BinOp(
                        left=ast.Attribute(value=of, attr="month"),
                        op=ast.Add(),
                        right=ast.Constant(value=1),
                    ) as month,
                )
            ],
        ) if ast.unparse(owner) == ast.unparse(of):
            what = place.operand(facts, owner)
            year = f"year={what}.year + {what}.month // 12"
            instead = f"{what}.replace({year}, month={what}.month % 12 + 1)"
            return Diagnosis(Kind.MONTH_BEYOND, (place.shown(facts, month), instead))
    return None


def _day_beyond(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """datetime.date(2023, 2, 29), of numbers that are all known"""
    is_said = facts.message.startswith("day ")
    named = {each.arg: each.value for each in call.keywords}
    given = dict(zip(("year", "month", "day"), call.args, strict=False)) | named
    numbers = [
        place.whole_number(facts, given[part]) if part in given else None
        for part in ("year", "month", "day")
    ]
    match numbers:
        case [int(year), int(month), int(day)] if is_said and 1 <= month <= 12 and 0 < year < 9999:
            last = calendar.monthrange(year, month)[1]
            if day > last and not ast.unparse(call.func).endswith("replace"):
                values = (place.shown(facts, call), day, year, month, last)
                return Diagnosis(Kind.DAY_BEYOND, values)
    return None


def date_iso(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"Invalid isoformat string: ('.*')", facts.message)
    call = called(facts, "fromisoformat")
    if said is None or call is None:
        return None
    if _is_time_of_day(facts, call):
        return Diagnosis(Kind.DATE_FORMAT, (said[1], "'HH:MM:SS'"))
    text = said[1].strip("'").replace("\\n", "")
    is_iso = re.fullmatch(r"\s*\d{4}-\d\d-\d\d\s*", text) is not None
    if is_iso or len(re.findall(r"\d", text)) < 2:
        return Diagnosis(Kind.DATE_FORMAT, (said[1], "'YYYY-MM-DD'"))
    return Diagnosis(Kind.DATE_ISO, (said[1],))


def _is_time_of_day(facts: Facts, call: ast.Call) -> bool:
    """`time.fromisoformat()`, of the class time."""
    match call.func:
        case ast.Attribute(value=ast.Name() as owner):
            value = place.known(facts, owner)
            return owner.id == "time" if value is None else value.details[:1] == ("time",)
        case ast.Attribute(value=ast.Attribute(attr=name)):
            return name == "time"
    return False


def with_text(
    facts: Facts,
    operator: str,
    pair: tuple[ast.expr, ast.expr],
    kinds: tuple[str, str],
    shown: dict[str, str],
) -> Diagnosis | None:
    """A date and a text are calculated with, or compared."""
    if operator == "+" and kinds[0] == "str" and kinds[1] in DATES:
        return Diagnosis(Kind.TEXT_PLUS_NUMBER, (shown["str"], shown[kinds[1]], kinds[1]))
    if operator in "-<=>=" and "str" in kinds and any(each in DATES[:3] for each in kinds):
        other = next(each for each in kinds if each in DATES[:3]).rpartition(".")[2]
        text = pair[kinds.index("str")]
        return of_text(facts, text, other) or _no_date_yet(shown["str"], other)
    if "decimal.Decimal" in kinds and "float" in kinds:
        return Diagnosis(Kind.DECIMAL_AND_FLOAT, (shown["float"],))
    return None


_ZONES = re.compile(r"tz|timezone|ZoneInfo|\bUTC\b")
_ISO = {
    "date": r"\d{4}-\d\d-\d\d",
    "datetime": r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?",
    "time": r"\d\d:\d\d(?::\d\d)?",
}


def of_text(facts: Facts, node: ast.expr, kind: str) -> Diagnosis | None:
    """What makes a date, a datetime or a time of a text that is known."""
    value, what = place.known(facts, node), place.in_full(facts, node)
    text = value.text if value is not None else None
    may_be_aware = kind == "datetime" and _ZONES.search(facts.source or "") is not None
    if text is None or "..." in what or may_be_aware:
        return None
    is_iso, form = re.fullmatch(_ISO[kind], text) is not None, library.form_of(text)
    if is_iso:
        made = needed.reached(facts, f"{kind}.fromisoformat").own
        instead = f"{made}({what})"
    elif form is not None and kind != "time" and (kind == "datetime" or "%H" not in form):
        made = needed.reached(facts, "datetime.strptime").own
        instead = f"{made}({what}, {form!r})" + (".date()" if kind == "date" else "")
    else:
        return None
    return Diagnosis(Kind.TEXT_AS_DATE, (what, repr(text), instead))


def _no_date_yet(text: str, kind: str) -> Diagnosis:
    """A date goes with a date alone, and not with one that has a time of day."""
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
    if re.fullmatch(r"\s*[-+]?\d+,\d+\s*", value.text or ""):
        shown = place.shown(facts, call.args[0])
        is_written = isinstance(call.args[0], ast.Constant)
        point = shown.replace(",", ".") if is_written else f'{shown}.replace(",", ".")'
        return Diagnosis(Kind.DECIMAL_COMMA, (repr(value.text), f"Decimal({point})"))
    return Diagnosis(Kind.DECIMAL_OF_TEXT, (place.shown(facts, call.args[0]),))


def _is_decimal(text: str | None) -> bool:
    """Or too long to be known."""
    return text is None or re.fullmatch(r"\s*[-+]?\d+(\.\d*)?([eE][-+]?\d+)?\s*", text) is not None
