"""Which characters of a changed line are not in the line that it was before. Qt-free, pure."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Spans = tuple[tuple[int, int], ...]
"""(start, end) of characters, in their order."""
MOST_WORDS = 120
"""In a longer line only what both begin and end with is told apart: the time would be quadratic."""
MOST_LINES = 40
LEAST_ALIKE = 0.3
"""Lines that have less in common are two different ones: there is nothing to mark."""
_WORDS = re.compile(r"\w+|\s+|.")


def differing(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[list[Spans], list[Spans]]:
    """Of each of the old lines, and of each of the new ones. Where lines were added or taken
    away as well, nobody knows which has become which: nothing is marked."""
    if len(old) != len(new):
        return [], []
    pairs = [in_line(one, two) for one, two in zip(old[:MOST_LINES], new[:MOST_LINES], strict=True)]
    return [one for one, _ in pairs], [two for _, two in pairs]


def in_line(old: str, new: str) -> tuple[Spans, Spans]:
    """What is not in the other one."""
    if old == new:
        return (), ()
    olds, news = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(olds), len(news)) > MOST_WORDS:
        return _between_ends(old, new)
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    blocks = matcher.get_matching_blocks()
    same = sum(len("".join(olds[block.a : block.a + block.size]).strip()) for block in blocks)
    if same < LEAST_ALIKE * max(len(old.strip()), len(new.strip())):
        return (), ()
    changed = [part for part in matcher.get_opcodes() if part[0] != "equal"]
    return (
        _spans(olds, [(first, last) for _, first, last, _, _ in changed]),
        _spans(news, [(first, last) for _, _, _, first, last in changed]),
    )


def _spans(words: list[str], parts: list[tuple[int, int]]) -> Spans:
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    return tuple((ends[first], ends[last]) for first, last in parts if first < last)


def _between_ends(old: str, new: str) -> tuple[Spans, Spans]:
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    most = least - head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    if head + tail < LEAST_ALIKE * max(len(old), len(new)):
        return (), ()
    spans = [(head, len(line) - tail) for line in (old, new)]
    one, two = (((start, end),) if start < end else () for start, end in spans)
    return one, two
