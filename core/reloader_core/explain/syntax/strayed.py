"""Lines that begin further to the right than what stands above them: which to move. Pure."""

from __future__ import annotations

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import levels, outside
from reloader_core.explain.syntax.levels import indented
from reloader_core.explain.syntax.trial import Broken

_MOST_LINES = 40


def right(broken: Broken, above: int) -> Diagnosis | None:
    """None: either line may be the wrong one, or neither alone. `above`: 0, if there is none."""
    at, lines = broken.at, broken.lines
    begin = indented(lines[above - 1]) if above else 0
    further = indented(lines[at - 1]) - begin
    if any("\t" in each[: indented(each)] for each in (lines[at - 1], lines[max(above, 1) - 1])):
        return None
    run = _ends(broken, begin)
    found = [last for last in run if _is_right(_left(lines, at, last, further), at, last)]
    regular = [each for each in found if _is_regular(broken, _left(lines, at, each, further), run)]
    is_above = above > 0 and _may_be_above(broken, above, further)
    if regular and not is_above:
        if regular[-1] > at:
            return Diagnosis(Kind.INDENT_BACK_LINES, (at, regular[-1], further))
        return Diagnosis(Kind.INDENT_BACK, (at, above, further)) if above else None
    if is_above and not found:
        return Diagnosis(Kind.INDENT_ABOVE, (above, at, further))
    return None


def _left(lines: list[str], first: int, last: int, less: int) -> list[str]:
    moved = [each[less:] if each.strip() else each for each in lines[first - 1 : last]]
    return [*lines[: first - 1], *moved, *lines[last:]]


def _ends(broken: Broken, begin: int) -> list[int]:
    """The ends of the lines from this one on that are all indented further than `begin`."""
    ends: list[int] = []
    last, inside = broken.at, levels.continued(broken.text)
    for number in range(broken.at + 1, min(len(broken.lines), broken.at + _MOST_LINES) + 1):
        code = broken.code(number)
        if not code.strip() and number not in inside:
            continue
        if number not in inside:
            if indented(code) <= begin:
                break
            ends.append(last)
        last = number
    return [*ends, last]


def _is_regular(broken: Broken, lines: list[str], run: list[int]) -> bool:
    """All blocks in these lines begin as far to the right as others of the script do."""
    moved, step = (
        Broken("\n".join(lines), broken.mistake),
        levels.step(broken, range(broken.at, run[-1] + 1)),
    )
    headers = (number for number in range(broken.at, run[-1]) if moved.code(number).endswith(":"))
    return all(indented(moved.after(n)) - indented(moved.line(n)) == step for n in headers)


def _may_be_above(broken: Broken, above: int, further: int) -> bool:
    """The line above parts two that belong to one block."""
    before = broken.before(above)
    if not before or indented(broken.line(before)) < indented(broken.line(broken.at)):
        return False
    text = levels.moved(broken, above, above, further)
    return _is_right(text.split("\n"), above, broken.at)


def _is_right(lines: list[str], first: int, last: int) -> bool:
    tree = parsing.parsed("\n".join(lines))
    return tree is not None and not outside.left_outside(tree, range(first, last + 1))
