"""Rules for what was copied along with a script that does not parse: line numbers, the signs of a
prompt, the marks of a web page or a chat. Pure."""

from __future__ import annotations

import re

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.trial import Broken

_PROMPT = re.compile(r"\s*(>>>|\.\.\.|In \[\d*\]:|\$|PS [A-Z]:\\[^>]*>|[A-Z]:\\[^>]*>)\s?")
_NUMBERED = re.compile(r"\s*(\d{1,4})([.:|)]?)(?:\s+|$)")
_MARK = re.compile(r"\s*(```.*|~~~.*|Copy code|Code kopieren|复制代码)\s*$")


def prompt(broken: Broken) -> Diagnosis | None:
    line = broken.line(broken.at)
    found = _PROMPT.match(line)
    if found and broken.is_mended(broken.at, line[found.end() :]):
        return Diagnosis(Kind.PROMPT, (broken.at, found[1]))
    return None


def numbers(broken: Broken) -> Diagnosis | None:
    """The line numbers of a book or an editor, copied along with its lines."""
    first = _NUMBERED.match(broken.line(broken.at))
    if first is None or broken.scan_before(broken.at).open:
        return None  # in brackets it may be a key
    numbered = {}
    for at, line in enumerate(broken.lines, 1):
        found = _NUMBERED.match(line)
        if found is not None and int(found[1]) - at == int(first[1]) - broken.at:
            numbered[at] = found
    for blanks in (True, False):
        if len(numbered) > 1 and broken.is_mended_by(_without(broken, numbered, blanks), broken.at):
            return Diagnosis(Kind.NUMBERS_COPIED, (broken.at,))
    return None


def _without(broken: Broken, numbered: dict[int, re.Match[str]], blanks: bool) -> str:
    """`blanks`: all lines begin below each other, the numbers having a column of their own."""
    lines = list(broken.lines)
    with_code = [found.end() for at, found in numbered.items() if lines[at - 1][found.end() :]]
    column = min(with_code, default=0)
    for at, found in numbered.items():
        begin = column if blanks else found.end(2) + 1
        lines[at - 1] = lines[at - 1][begin:]
    return "\n".join(lines)


def page_mark(broken: Broken) -> Diagnosis | None:
    """The ``` around code in a chat."""
    found = _MARK.match(broken.line(broken.at))
    if found is None:
        return None
    lines = ["" if _MARK.match(line) else line for line in broken.lines]
    if broken.is_mended_by("\n".join(lines), broken.at):
        return Diagnosis(Kind.PAGE_MARK, (broken.at, found[1]))
    return None
