"""How far the lines of a script are indented, and the script with some of them moved. Pure."""

from __future__ import annotations

import re
from collections import Counter

from reloader_core.explain.syntax import scanner
from reloader_core.explain.syntax.trial import Broken

_USUAL = 4


def indented(line: str) -> int:
    return len(line) - len(line.lstrip())


def step(broken: Broken, without: range = range(0)) -> int:
    """How much further the blocks of this script begin than what they belong to; of those that
    are there most, the usual number. Some lines may be known to be wrong."""
    found: Counter[int] = Counter()
    for number in set(range(1, len(broken.lines) + 1)) - set(without):
        code = broken.code(number)
        below = broken.after(number) if code.endswith(":") else ""
        if re.match(r" *[a-z]", code) and re.match(r" *\S", below):
            further = indented(below) - indented(code)
            if further > 0:
                found[further] += 1
    most = max(found.values(), default=0)
    return min((each for each in found if found[each] == most), default=_USUAL)


def moved(broken: Broken, first: int, last: int, more: int, blank: str = " ") -> str:
    """The text with `more` blanks before each of these lines."""
    lines = list(broken.lines)
    for at in range(first - 1, last):
        if lines[at].strip():
            lines[at] = blank * more + lines[at]
    return "\n".join(lines)


def continued(text: str) -> frozenset[int]:
    """The lines that begin in brackets, in a text, or behind a \\: their blanks mean nothing."""
    found, depth, number, before = set(), 0, 1, 0
    for begin, end in (*scanner.scan(text).code, (len(text), len(text))):
        for _each in range(text.count("\n", before, begin)):  # in a text
            number += 1
            found.add(number)
        for at in range(begin, end):
            depth += (text[at] in "([{") - (text[at] in ")]}")
            if text[at] == "\n":
                number += 1
                if depth > 0 or text[at - 1 : at] == "\\":
                    found.add(number)
        before = end
    return frozenset(found)
