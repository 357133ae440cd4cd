"""Tabs among spaces at the beginning of lines: what has to stand there instead. Pure.

An editor shows a tab as wide as it likes, so only what Python accepts at a single place is said.
"""

from __future__ import annotations

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import levels, outside
from reloader_core.explain.syntax.levels import indented
from reloader_core.explain.syntax.trial import Broken


def mixed(broken: Broken) -> Diagnosis | None:
    """None: they are not, or it is not certain."""
    inside = levels.continued(broken.text)
    numbers = [
        number
        for number in range(1, len(broken.lines) + 1)
        if broken.code(number).strip() and number not in inside
    ]
    with_tabs = [each for each in numbers if "\t" in _blanks(broken, each)]
    with_spaces = [each for each in numbers if " " in _blanks(broken, each)]
    only_spaces = [each for each in with_spaces if each not in with_tabs]
    if len(with_tabs) == 1 and only_spaces:
        return _one(broken, with_tabs[0], " ", numbers)
    if len(with_spaces) == 1 and with_tabs:
        return _one(broken, with_spaces[0], "\t", numbers)
    return _each(broken, with_tabs) if with_tabs and len(only_spaces) > 1 else None


def _blanks(broken: Broken, number: int) -> str:
    line = broken.line(number)
    return line[: indented(line)]


def _one(broken: Broken, odd: int, blank: str, numbers: list[int]) -> Diagnosis | None:
    """The only line of its kind: as many as what stands around it makes certain."""
    above = [each for each in numbers if each < odd]
    if not above:
        return None
    header = broken.code(above[-1])
    step = 1 if blank == "\t" else levels.step(broken)
    places = {indented(broken.line(each)) for each in numbers if each != odd}
    places |= {indented(header) + step} if header.endswith(":") else set()
    fitting = []
    for level in sorted(places - {0}):
        changed = _with(broken, odd, blank * level)
        tree = parsing.parsed(changed)
        if tree is not None and outside.may_stand(tree, range(odd, odd + 1)):
            fitting.append(level)
    if header.endswith(":"):
        below = [each for each in numbers if each > odd][:1]
        beside = [indented(broken.line(each)) for each in below]
        fitting = [each for each in fitting if each in (*beside, indented(header) + step)]
        if len(fitting) > 1:
            fitting = [each for each in fitting if each in beside]
    if len(fitting) != 1:
        return None
    kind = Kind.TAB_LINE if blank == " " else Kind.SPACE_LINE
    return Diagnosis(kind, (odd, fitting[0]))


def _with(broken: Broken, number: int, blanks: str) -> str:
    changed = blanks + broken.line(number).lstrip()
    return "\n".join((*broken.lines[: number - 1], changed, *broken.lines[number:]))


def _each(broken: Broken, with_tabs: list[int]) -> Diagnosis | None:
    """Lines that stand together: a number of spaces for each tab, if it is the only one."""
    first, last = with_tabs[0], with_tabs[-1]
    together = [each for each in range(first, last + 1) if broken.code(each).strip()]
    if together != with_tabs or any(_blanks(broken, each).strip("\t") for each in with_tabs):
        return None
    step = levels.step(broken)
    fitting: dict[str, int] = {}
    for width, further in ((step, 0), (2 * step, 0), (step, step), (step, -step)):
        lines = list(broken.lines)
        for each in with_tabs:
            tabs = len(_blanks(broken, each))
            lines[each - 1] = " " * (tabs * width + further) + lines[each - 1].lstrip()
        text = "\n".join(lines)
        if parsing.parsed(text) is not None:
            fitting.setdefault(text, width if further == 0 else 0)
    widths = list(fitting.values())
    if len(widths) != 1 or not widths[0]:
        return None
    return Diagnosis(Kind.TAB_LINES, (first, last, widths[0]))
