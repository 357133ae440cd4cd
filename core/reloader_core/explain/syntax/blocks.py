"""Rules for indentation. Pure."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import bodies, outside, strayed, tabs
from reloader_core.explain.syntax.levels import indented
from reloader_core.explain.syntax.trial import Broken

_EXPECTED = re.compile(r"expected an indented block after .* on line (\d+)")


def indentation(broken: Broken) -> Diagnosis | None:
    """What our own Python, from 3.11 on, says of it."""
    mistake = broken.mistake
    if isinstance(mistake, TabError):
        return tabs.mixed(broken) or Diagnosis(Kind.TABS, (broken.at,))
    if not isinstance(mistake, IndentationError):
        return None
    if (mixed := tabs.mixed(broken)) is not None:
        return mixed
    said = str(mistake.msg)
    if expected := _EXPECTED.match(said):
        return bodies.missing(broken, int(expected[1]))
    if said == "unexpected indent":
        above = _statement_above(broken, broken.at)
        if not _with_body(broken, above) and (found := strayed.right(broken, above)) is not None:
            return found
        if above == 0:
            return Diagnosis(Kind.INDENT_FIRST, (broken.at,))
        if word := _with_body(broken, above):
            return Diagnosis(Kind.BODY_BEHIND, (word, above, broken.at))
        return Diagnosis(Kind.INDENT_UNEXPECTED, (broken.at, above))
    if said.startswith("unindent does not match"):
        return _beside(broken)
    return None


def _beside(broken: Broken) -> Diagnosis:
    """It is nearly where a line above begins: those that it may stand beside, by trying them."""
    at, spaces = broken.at, indented(broken.line(broken.at))
    found, last = _tried(broken, at), _last_of_run(broken, at)
    if not found and last > at:
        found = _tried(broken, last)
    else:
        last = at
    fitting = sorted(each[:3] for each in found)
    lines = range(at, last + 1)
    may_stand = sorted(each[:3] for each in found if outside.may_stand(each[3], lines))
    if 0 < len(may_stand) < len(fitting):
        fitting = may_stand
        if len(fitting) > 1 and fitting[0][0] * 2 < fitting[1][0]:
            del fitting[1:]  # it is on the way to that one, and the one before is none
    return _as_above(fitting, at, last, spaces)


def _as_above(fitting: list[tuple[int, int, int]], at: int, last: int, spaces: int) -> Diagnosis:
    """The line, or all to `last`."""
    lines = (at, last, spaces) if last > at else (at, spaces)
    match fitting:
        case [(away, level, line), *others] if not others or away == 1 < others[0][0]:
            kind = Kind.INDENT_LINES if last > at else Kind.INDENT_AS
            return Diagnosis(kind, (*lines, level, line))
        case [first, second, *others] if not others or second[0] < others[0][0]:
            kind = Kind.INDENT_LINES_EITHER if last > at else Kind.INDENT_AS_EITHER
            return Diagnosis(kind, (*lines, *first[1:], *second[1:]))
        case _:
            return Diagnosis(Kind.INDENT_MISMATCH, (at,))


def _tried(broken: Broken, last: int) -> list[tuple[int, int, int, ast.Module]]:
    """Where the lines to `last` may begin: how far away, spaces, the line above, all of it."""
    at, spaces = broken.at, indented(broken.line(broken.at))
    return [
        (abs(level - spaces), level, line, tree)
        for level, line in _open_levels(broken)
        if (tree := parsing.parsed("\n".join(_moved(broken, at, last, level)))) is not None
    ]


def _last_of_run(broken: Broken, at: int) -> int:
    """The last line that begins where this one does, with no line between that is indented less."""
    spaces, last = indented(broken.line(at)), at
    for number in range(at + 1, len(broken.lines) + 1):
        if not broken.line(number).strip():
            continue
        if "\t" in broken.line(number)[:spaces] or indented(broken.line(number)) < spaces:
            break
        last = number
    return last


def _moved(broken: Broken, at: int, last: int, level: int) -> list[str]:
    """With the lines from `at` to `last` together, so that the first has `level` spaces."""
    spaces = indented(broken.line(at))
    moved = [" " * level + line[spaces:] for line in broken.lines[at - 1 : last]]
    return [*broken.lines[: at - 1], *moved, *broken.lines[last:]]


def _open_levels(broken: Broken) -> Iterator[tuple[int, int]]:
    """How far the blocks are indented that are open where the line begins, from within, each
    with the last line of it."""
    number, least = _statement_above(broken, broken.at), sys.maxsize
    while number > 0 and least > 0:
        line = broken.code(number)
        if "\t" in line[: indented(line)]:
            return
        if indented(line) < least:
            least = indented(line)
            yield least, number
        number = _statement_above(broken, number)


def _with_body(broken: Broken, number: int) -> str:
    """The first word of `if x > 3: print(x)`; '' if the line is no such."""
    found = re.match(
        r"(\s*)(if|elif|else|for|while|def|class|try|except|finally|with)\b.*:.*\S$",
        broken.code(number),
    )
    if found is None or found[0].endswith(":"):
        return ""
    lines = [*broken.lines[: number - 1], broken.code(number)]
    return found[2] if parsing.parsed("\n".join(lines)) is not None else ""


def _statement_above(broken: Broken, at: int) -> int:
    """The line that the statement above this line begins in; 0 if there is none."""
    number = broken.before(at)
    while number > 1 and broken.scan_before(number).open:
        number -= 1
    return number
