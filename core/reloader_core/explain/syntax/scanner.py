"""Where brackets and texts begin and end in a script that does not parse. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

CLOSING = {"(": ")", "[": "]", "{": "}"}
OPENING = {closing: opening for opening, closing in CLOSING.items()}
_TOKEN = re.compile(r"\"\"\"|'''|[\"'#\n()\[\]{}]|\\(?:.|\n)", re.DOTALL)
TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
"""A whole one in a line, without signs that a \\ keeps in it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A bracket or quotation mark. `at`: its place in the text."""

    text: str
    line: int
    at: int


@dataclass
class Scan:
    open: list[Mark] = field(default_factory=list)
    """Brackets that are never closed, the outermost first."""
    extra: Mark | None = None
    """The first closing bracket without an opening one."""
    mismatch: tuple[Mark, Mark] | None = None
    """The first closing bracket that is of another kind than the opening one before it."""
    quote: Mark | None = None
    """The first text that is not closed: at its line's end, or one of three quotation marks."""
    code: list[tuple[int, int]] = field(default_factory=list)
    """What is neither text nor comment: from, to."""


def scan(text: str) -> Scan:
    """Up to the first thing that is wrong for certain."""
    found, at, line, begun = Scan(), 0, 1, 0
    while (token := _TOKEN.search(text, at)) is not None:
        what, start, at = token[0], token.start(), token.end()
        if what[0] == "\n":
            line += 1
        elif what[0] == "\\":
            line += what.count("\n")
        elif what[0] == "#":
            found.code.append((begun, start))
            at = begun = _end_of_line(text, at)
        elif what[0] in "\"'":
            found.code.append((begun, start))
            end = _end_of_text(text, at, what)
            if end is None:
                found.quote = Mark(what, line, start)
                return found
            line += text.count("\n", start, end)
            at = begun = end
        elif what in CLOSING:
            found.open.append(Mark(what, line, start))
        elif not _close(found, Mark(what, line, start)):
            break
    found.code.append((begun, len(text)))
    return found


def _close(found: Scan, mark: Mark) -> bool:
    """False if it closes nothing."""
    if not found.open:
        found.extra = mark
    elif found.open[-1].text != OPENING[mark.text]:
        found.mismatch = (mark, found.open[-1])
    else:
        found.open.pop()
        return True
    return False


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _end_of_text(text: str, at: int, quote: str) -> int | None:
    """Behind its closing quotation mark; None if there is none."""
    while at < len(text):
        if text.startswith(quote, at):
            return at + len(quote)
        if text[at] == "\n" and len(quote) == 1:
            return None
        at += 2 if text[at] == "\\" else 1
    return None


def code_end(line: str) -> int:
    """Where the comment or the blanks at the end of a line begin."""
    found = scan(line)
    end = found.code[-1][1] if found.code and found.quote is None else len(line)
    for _begin, stop in found.code:
        if line[stop : stop + 1] == "#":
            end = stop
            break
    return len(line[:end].rstrip())
