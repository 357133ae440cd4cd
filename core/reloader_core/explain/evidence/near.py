"""Which of some names is meant by one that is none of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MOST_CHARS = 40
_OTHER_WORDS = frozenset(
    frozenset(each.split())
    for each in (
        "height weight", "import export", "include exclude", "increase decrease",
        "internal external", "male female", "minimum maximum", "mother brother", "mother father",
    )
)  # fmt: skip
"""As near as a slip of the hand, and yet none: tables often have one of these and not the other."""


def nearest(name: str, among: Iterable[str]) -> str:
    """'' if none is near, or two are as near; the same letters in another
    order are nearer than others. A short name has to be nearer than a long one."""
    if not 1 < len(name) <= _MOST_CHARS:
        return ""
    most = _most(name)
    best: dict[tuple[int, bool], set[str]] = {}
    for each in among:
        if each != name and abs(len(each) - len(name)) <= most and len(each) > 1:
            if (away := _distance(name, each)) <= most and not _is_another(name, each):
                has_others = sorted(each.lower()) != sorted(name.lower())
                best.setdefault((away, has_others), set()).add(each)
    if not best:
        return ""
    closest = best[min(best)]
    return closest.pop() if len(closest) == 1 else ""


def shortened(name: str, among: Iterable[str]) -> str:
    """The only one that is short for the name, or that the name is short for, as qty and quantity:
    the same first letter, and of the others some that are no vowels, in their order."""
    found = {each for each in among if _is_short_for(each, name) or _is_short_for(name, each)}
    return found.pop() if len(found) == 1 else ""


def _is_short_for(one: str, other: str) -> bool:
    short, letters = one.strip().lower(), iter(other.strip().lower())
    if not re.fullmatch(r"[a-z][b-df-hj-np-tv-z]+", short) or len(short) * 4 < len(other):
        return False
    if len(short) == len(other.strip()) or not other.lower().startswith(short[0]):
        return False
    return all(each in letters for each in short)  # each is looked for behind the one before


def is_plural(name: str) -> bool:
    """It is called as several things are: not as `class`, `bus`, `axis` or `alias`."""
    return re.search(r"[^suia]s$", name) is not None


def _most(name: str) -> int:
    """How many letters may be other ones."""
    return 1 if len(name) <= 5 else 2


def _is_another(one: str, other: str) -> bool:
    """Names that differ in a number, or in one of several words, which are judged by themselves:
    mean_x is not meant by mean_y, nor temp_min by temp_max."""
    one, other = one.lower(), other.lower()
    numbers, others = re.findall(r"\d+", one), re.findall(r"\d+", other)
    if len(numbers) == len(others) and numbers != others:
        return True
    pairs = list(zip(_words(one), _words(other), strict=False))
    if len(pairs) == len(_words(one)) == len(_words(other)):
        unlike = [(first, second) for first, second in pairs if first != second]
        if len(unlike) == 1:
            return _is_another_word(*unlike[0], is_alone=len(pairs) == 1)
    return False


def _words(name: str) -> list[str]:
    return re.split(r"[_\s.-]+", name)


def _is_another_word(one: str, other: str, is_alone: bool) -> bool:
    """Also short ones that differ in their first letter alone: min and sin, found and round."""
    if frozenset((one.rstrip("s"), other.rstrip("s"))) in _OTHER_WORDS:
        return True
    if len(one) == len(other) <= 5 and one[0] != other[0] and one[1:] == other[1:]:
        return True
    return not is_alone and _distance(one, other) > _most(one)


def _distance(one: str, other: str) -> int:
    """How many letters are other ones, too many, missing, or changed places with the next; none
    if only small and capital letters differ."""
    if one.lower() == other.lower():
        return 0
    one, other = one.lower(), other.lower()
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]
