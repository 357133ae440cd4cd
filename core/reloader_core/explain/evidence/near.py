"""Which of some names is meant by one that is none of them. Pure."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_CHARS = 40


def nearest(name: str, among: Iterable[str]) -> str:
    """'' if none is near, or two are as near; the same letters in another
    order are nearer than others. A short name has to be nearer than a long one."""
    if not 1 < len(name) <= _MOST_CHARS:
        return ""
    most = 1 if len(name) <= 5 else 2
    best: dict[tuple[int, bool], set[str]] = {}
    for each in among:
        if each != name and abs(len(each) - len(name)) <= most and len(each) > 1:
            if (away := _distance(name, each)) <= most and not _is_another_word(name, each):
                has_others = sorted(each.lower()) != sorted(name.lower())
                best.setdefault((away, has_others), set()).add(each)
    if not best:
        return ""
    closest = best[min(best)]
    return closest.pop() if len(closest) == 1 else ""


def _is_another_word(one: str, other: str) -> bool:
    """Short ones that differ in their first letter alone: min and sin, found and round."""
    one, other = one.lower(), other.lower()
    return len(one) == len(other) <= 5 and one[0] != other[0] and one[1:] == other[1:]


def _distance(one: str, other: str) -> int:
    """How many letters are other ones, too many, missing, or changed places with the next; none
    if only small and capital letters differ."""
    if one.lower() == other.lower():
        return 0
    one, other = one.lower(), other.lower()
    if (
        one[-1:].isdigit()
        and other[-1:].isdigit()
        and one.rstrip("0123456789") == other.rstrip("0123456789")
    ):
        return _MOST_CHARS  # x1 is not meant by x2
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
