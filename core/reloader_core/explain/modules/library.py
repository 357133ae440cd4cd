"""Errors that Python's own modules raise, of what the script's line has given them. Pure but
for relative_import(), which looks for the file beside the script."""

from __future__ import annotations

import ast
import itertools
import re
from pathlib import Path, PurePath

from reloader_core.explain.causes import spent
from reloader_core.explain.evidence import place, written
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import date_signs
from reloader_core.explain.modules.date_signs import date_in

_DAYS = (
    *("%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y"),
    *("%m-%d-%Y", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y"),
)
_HOURS = ("", " %H:%M", " %H:%M:%S", "T%H:%M:%S", "T%H:%M")


def empty_choice(facts: Facts) -> Diagnosis | None:
    call = called(facts, "choice", "choices")
    if call is None or not call.args or not in_file(facts, "random.py"):
        return None
    value = place.known(facts, call.args[0])
    is_empty = value is not None and value.length == 0
    is_said = facts.message in (
        "Cannot choose from an empty sequence", "Cannot choose from an empty population",
    )  # fmt: skip
    if not is_said and not (is_empty and facts.message.endswith("index out of range")):  # 3.9, 3.10
        return None
    why = spent.in_vain(facts, call.args[0])
    return why or Diagnosis(Kind.EMPTY_CHOICE, (place.shown(facts, call.args[0]),))


def random_range(facts: Facts) -> Diagnosis | None:
    if not in_file(facts, "random.py"):
        return None
    call = called(facts, "randint", "randrange", "sample")
    if call is None:
        return None
    if (found := _of_no_whole(facts, call)) is not None:
        return found
    shown = place.shown(facts, call)
    if facts.message.startswith(("empty range for randrange()", "empty range in rand")):
        kind = Kind.RANDOM_RANGE if _is_turned_round(facts, call) else Kind.RANDOM_NOTHING
        return Diagnosis(kind, (shown,))
    if facts.message == "Sample larger than population or is negative":
        count = place.whole_number(facts, call.args[1]) if len(call.args) > 1 else 0
        return Diagnosis(Kind.SAMPLE_TOO_LARGE, (shown,)) if (count or 0) >= 0 else None
    return None


def _is_turned_round(facts: Facts, call: ast.Call) -> bool:
    """Its two numbers are known, and would do the other way round."""
    numbers = [place.whole_number(facts, each) for each in call.args]
    has_length = any(isinstance(node, ast.Call) for each in call.args for node in ast.walk(each))
    match numbers:
        case [int(first), int(second)]:
            return first > second and not has_length
    return False


def _of_no_whole(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """randint(1, 7 / 2), and of what was typed."""
    found: list[tuple[ast.expr, str, str]] = []
    for each in call.args:
        kind = place.type_of(facts, each)
        match each:
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                instead = f"{place.operand(facts, left)} // {place.operand(facts, right)}"
                found.append((each, "float", instead))
            case ast.Constant(value=float(number)) if number.is_integer():
                pass  # to 3.11 it may be
            case _ if kind == "str" and written.is_no_number(facts, each):
                return None  # a word, which no int() reads
            case _ if kind in ("float", "str"):
                found.append((each, kind, f"int({place.shown(facts, each)})"))
    is_said = re.match(r"non-integer |'(?:float|str)' object cannot be", facts.message)
    is_said = is_said or re.match(r"can only concatenate str|must be str, not int", facts.message)
    if len(found) != 1 or is_said is None:
        return None
    what, kind, instead = found[0]
    shown = place.shown(facts, call.func), place.shown(facts, what)
    return Diagnosis(Kind.WHOLE_EXPECTED, (f"{shown[0]}()", shown[1], kind, instead))


def shuffled(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"'(str|tuple)' object does not support item assignment", facts.message)
    call = called(facts, "shuffle")
    if said is None or call is None or len(call.args) != 1 or not in_file(facts, "random.py"):
        return None
    if place.type_of(facts, call.args[0]) not in ("", said[1]):
        return None
    return Diagnosis(Kind.SHUFFLED, (place.shown(facts, call.args[0]), said[1]))


def date_format(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"time data (.+) does not match format (.+)", facts.message)
    if said is None or not in_file(facts, "_strptime.py"):
        return None
    signs = date_signs.other_signs(facts, said[1].strip("'"), said[2].strip("'"))
    if (instead := form_of(said[1].strip("'"))) is not None:
        odd = _odd_date(facts, said[1].strip("'"), said[2].strip("'"), instead)
        values, lines = (said[1], said[2], repr(instead)), _lines_of_form(facts, said[2].strip("'"))
        if odd is None and signs is not None:
            return signs
        if odd is None and len(lines) > 1:
            return Diagnosis(Kind.DATE_FORMS, (*values, ", ".join(map(str, lines))))
        return odd or Diagnosis(Kind.DATE_FORM, values)
    return signs or Diagnosis(Kind.DATE_FORMAT, (said[1], said[2]))


def _lines_of_form(facts: Facts, form: str) -> list[int]:
    """Where strptime() is given it, as it stands."""
    found = {
        call.args[1].lineno
        for call in place.every(facts, ast.Call)
        if place.name_called(call) == "strptime" and len(call.args) == 2
        if isinstance(call.args[1], ast.Constant) and call.args[1].value == form
    }
    return sorted(found)


def _odd_date(facts: Facts, text: str, form: str, own: str) -> Diagnosis | None:
    """The text is the only one in the script that is written so: others have the form that is
    asked for, which is right then."""
    texts = [node for node in place.every(facts, ast.Constant) if isinstance(node.value, str)]
    lines = [node.lineno for node in texts if node.value == text]
    others = {str(node.value) for node in texts} - {text}
    day = date_in(text, own)
    if len(lines) != 1 or day is None or any(date_in(each, own) for each in others):
        return None
    instead = day.strftime(form)
    if not any(date_in(each, form) for each in others) or date_in(instead, form) != day:
        return None
    return Diagnosis(Kind.DATE_ODD, (repr(text), lines[0], repr(form), repr(instead)))


def form_of(text: str) -> str | None:
    """The only usual form that a date is written in."""
    fitting = []
    for day, hour in itertools.product(_DAYS, _HOURS):
        if date_in(text, day + hour) is not None:
            fitting.append(day + hour)
    return fitting[0] if len(fitting) == 1 else None


def date_rest(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"unconverted data remains: (.{1,40})", facts.message, re.DOTALL)
    if said is None or not in_file(facts, "_strptime.py"):
        return None
    return Diagnosis(Kind.DATE_REST, (repr(said[1]),))


def environment(facts: Facts) -> Diagnosis | None:
    key = literal(facts.arguments[0]) if len(facts.arguments) == 1 else ""
    if not key or not in_file(facts, "os.py", "<frozen os>"):
        return None
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(value=ast.Attribute(attr="environ") | ast.Name(id="environ")):
                return Diagnosis(Kind.ENVIRONMENT, (key,))
    return None


def not_for_json(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"Object of type ([\w.]+) is not JSON serializable", facts.message)
    if said is None or not in_file(facts, "json/encoder.py", "flask/json/provider.py"):
        return None
    if said[1].endswith("Wrapper"):
        return _dump_turned(facts)
    return Diagnosis(Kind.NOT_FOR_JSON, (said[1],))


def _dump_turned(facts: Facts) -> Diagnosis | None:
    """The file has changed places with the data."""
    for node in place.in_statement(facts):
        match node:
            case ast.Call(func=ast.Attribute(attr="dump") as function, args=[file, data, *more]):
                turned = ast.Call(function, [data, file, *more], node.keywords)
                values = (f"{ast.unparse(function)}()", ast.unparse(turned))
                return Diagnosis(Kind.DUMP_TURNED, values)
    return None


def assertion(facts: Facts) -> Diagnosis | None:
    """Of the script's own."""
    match place.statement(facts):
        case ast.Assert(test=test) if facts.is_innermost:
            return Diagnosis(Kind.ASSERTION, (facts.line, place.shown(facts, test)))
    return None


def relative_import(facts: Facts) -> Diagnosis | None:
    match place.statement(facts):
        case ast.ImportFrom(level=1, module=module, names=names) if facts.message.startswith(
            "attempted relative import with no known parent package"
        ):
            folder = PurePath(facts.told.get("file", "")).parent
            wanted = [module.partition(".")[0]] if module else [each.name for each in names]
            if not all(_is_beside(folder, each) for each in wanted):
                return None
            listed = ", ".join(
                f"{each.name} as {each.asname}" if each.asname else each.name for each in names
            )
            instead = f"from {module} import {listed}" if module else f"import {listed}"
            return Diagnosis(Kind.RELATIVE_IMPORT, (instead,))
    return None


def _is_beside(folder: PurePath, name: str) -> bool:
    path = Path(folder, name)
    try:
        return path.with_suffix(".py").is_file() or path.is_dir()
    except (OSError, ValueError):
        return False
