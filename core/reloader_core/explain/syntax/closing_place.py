"""The line with the brackets that are missing at its end, where that is certain. Pure.

At its end they are accepted nearly always, and something else may be calculated: `(a + b * 2`.
"""

from __future__ import annotations

import re

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.levels import indented
from reloader_core.explain.syntax.scanner import CLOSING, TEXT, Mark
from reloader_core.explain.syntax.trial import Broken

_LONGEST = 100
_MOST_LINES = 200
_ONE_THING = frozenset("abs bool chr float input int len ord str".split())
"""Functions of Python's own that are given one thing, which is rarely calculated in the call."""
_OF_SEVERAL = frozenset("enumerate isinstance open randint range replace round zip".split())
_TEXTS = frozenset(("input", "str"))
_NOTHING = frozenset("append add extend insert print remove sleep write".split())
"""What gives nothing back: there is nothing to go on with behind its bracket."""
_OPERATORS = re.compile(r"[-+*/%<>]|[=!]=|\b(?:and|or|not|in|is|if|else)\b")
_SIMPLE = re.compile(r'[\w.\s"()\[\]{}]*')


def certain(broken: Broken) -> Diagnosis | None:
    scan = broken.scan
    if not scan.open or scan.extra or scan.mismatch or scan.quote:
        return None
    line = scan.open[0].line
    if any(each.line != line for each in scan.open):
        return None
    code = broken.code(line)
    if indented(broken.after(line)) > indented(code) and not code.endswith(":"):
        return _below(broken, scan.open)
    return _at_end(broken, scan.open)


def _at_end(broken: Broken, marks: list[Mark]) -> Diagnosis | None:
    number = marks[0].line
    code = broken.code(number)
    is_header = code.endswith(":")
    head = code[:-1] if is_header else code
    closing = "".join(CLOSING[each.text] for each in reversed(marks))
    instead = f"{head}{closing}{':' if is_header else ''}"
    if len(instead) > _LONGEST or not broken.is_mended(number, instead):
        return None
    hidden = TEXT.sub(lambda text: '"' + "_" * (len(text[0]) - 2) + '"', head)
    if head.endswith((",", "[", "{")) or not all(
        _is_sure(hidden, _column(broken, each)) for each in marks
    ):
        return None
    calls = re.finditer(r"(\w+)\(", hidden)
    open_at = [_column(broken, each) for each in marks]
    for each in calls:
        is_open = each.end() - 1 in open_at
        if not is_open and not _is_whole(broken, each[1], _outermost(hidden[each.end() :])):
            return None
    if len(marks) > 1:
        return Diagnosis(Kind.BRACKETS_END, (len(marks), number, instead.strip()))
    named = re.search(r"[\w.]*$", head[: _column(broken, marks[0])])
    shown = f"{named[0] if named else ''}{marks[0].text}"
    return Diagnosis(Kind.BRACKET_END, (shown, number, closing, instead.strip()))


def _is_sure(code: str, at: int) -> bool:
    """What stands behind the bracket that begins there belongs into it, as a whole."""
    before, whole = code[:at], code[at + 1 :]
    inside = _outermost(whole)
    called = re.search(r"([\w.]+)$", before)
    name = called[1].rpartition(".")[2] if called else ""
    if re.search(r'"\s*(?:\[|\.(?!join\b|format\b))', whole):
        return False  # `input("two: ".split()`
    if called and name in _ONE_THING and code[at] == "(":
        return _is_plain(inside) and (name not in _TEXTS or not _goes_on(inside))
    if not name or name in ("in", "return", "and", "or", "not", "if", "elif", "while"):
        if re.match(r"\s*\w+\s*,.*=", before):
            return False  # several names get one value each
        return (code[at] != "(" or "," in inside) and _is_flat(code[at], whole)
    if code[at] != "(":
        return re.search(r"[\[(]", whole) is None and not _is_calculated(inside)
    if whole.startswith("("):
        return False
    is_method = called is not None and "." in called[1]
    if (
        name in _NOTHING
        and (is_method or name in ("print", "sleep"))
        or re.match(r"\s*(?:async\s+)?(?:def|class)\b", before)
    ):
        return True
    if re.match(r"\s*for\b", before) and name == "range":
        return True
    return not _is_calculated(inside) and not _goes_on(inside)


def _is_flat(opening: str, whole: str) -> bool:
    """Items that are not of the same kind as what they are in."""
    if opening == "{" and "{" in whole or "[" in whole and re.search(r"\bfor\b", whole):
        return False
    if re.search(r"\[[^\]]*\[", whole):
        return False  # `[[1, 2, [3, 4]]`: of lists of numbers, the first one's
    return not _is_calculated(_outermost(whole))


def _goes_on(inside: str) -> bool:
    """Behind the last thing something is asked of it, or maybe of what the bracket gives."""
    return re.search(r"[\w)\]]\s*[.\[]", inside.rpartition(",")[2]) is not None


def _is_calculated(inside: str) -> bool:
    """It has an operator, which may stand behind the bracket's end as well."""
    return _OPERATORS.search(re.sub(r"\bfor\b[^-+*/%]*?\bin\b", "", inside)) is not None


def _is_plain(inside: str) -> bool:
    return _SIMPLE.fullmatch(inside) is not None


def _is_whole(broken: Broken, call: str, inside: str) -> bool:
    """It has a bracket of its own, which may stand too far behind: `str(age + " years")`."""
    values = inside.split(",")
    if re.search(r"[-+*/%]", values[-1]):
        return False
    if call in _ONE_THING:
        return len(values) == 1
    if call in _OF_SEVERAL:
        return True
    if len(values) == 1:
        return not _goes_on(inside)
    made = re.search(rf"(?m)^\s*def\s+{call}\(([^)=*\n]*)\)", broken.others)
    return made is not None and made[1].count(",") + 1 == len(values)


def _outermost(code: str) -> str:
    """Up to the bracket that closes it, without what stands in brackets of its own."""
    depth, found = 0, []
    for each in code:
        depth -= each in ")]}"
        if depth < 0:
            break
        if depth == 0:
            found.append(each)
        depth += each in "([{"
    return "".join(found)


def _below(broken: Broken, marks: list[Mark]) -> Diagnosis | None:
    """Its items stand in lines of their own, and the first line that is none is known."""
    number, closing = marks[0].line, CLOSING[marks[0].text]
    begin = indented(broken.line(number))
    if len(marks) > 1 or not broken.code(number).endswith(("(", "[", "{", ",")):
        return None
    last = number
    for each in range(number + 1, min(len(broken.lines), number + _MOST_LINES) + 1):
        if broken.code(each).strip():
            if indented(broken.code(each)) <= begin:
                break
            last = each
    line = " " * begin + closing
    if last == number:
        return None
    if parsing.parsed("\n".join([*broken.lines[:last], line, *broken.lines[last:]])) is None:
        return None
    named = re.search(r"[\w.]*(?:\s*=\s*)?$", broken.code(number)[: _column(broken, marks[0])])
    shown = f"{named[0] if named else ''}{marks[0].text}"
    return Diagnosis(Kind.BRACKET_BELOW, (shown, number, closing, last))


def _column(broken: Broken, mark: Mark) -> int:
    return mark.at - sum(len(each) + 1 for each in broken.lines[: mark.line - 1])
