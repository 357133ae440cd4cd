"""Which lines of the code two runs did not begin with alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from reloader_core import Text, frozen
from reloader_gui.compare.difference import Change

MOST_FILES = 20
COMPARED_LINES = 1_000
"""Longer edits are told as one: telling their parts apart takes quadratic time."""


@frozen
class CodeChange:
    """In one file; no changes: what was in it, or is, is not known."""

    file: Path
    changes: tuple[Change, ...] = ()


def code_changes(
    old: Iterable[tuple[Path, Text]], new: Iterable[tuple[Path, Text]], saved: Iterable[Path]
) -> list[CodeChange]:
    """In the files whose texts are known of both; and in those of `saved`, which have changed, of
    which they are not."""
    before, now = dict(old), dict(new)
    found = []
    for file, text in now.items():
        was = before.get(file)
        if was is not None and was.digest != text.digest:
            one, two = was.lines(), text.lines()
            is_known = one is not None and two is not None
            changes = tuple(_changes(_texts(one or []), _texts(two or []))) if is_known else ()
            found.append(CodeChange(file, changes))
    found += [CodeChange(file) for file in saved if file not in before or file not in now]
    return found[:MOST_FILES]


def _texts(lines: list[bytes]) -> list[str]:
    return [line.decode("utf-8", "replace") for line in lines]


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    one, two = old[head : len(old) - tail], new[head : len(new) - tail]
    parts = [("replace", 0, len(one), 0, len(two))] if one or two else []
    if max(len(one), len(two)) <= COMPARED_LINES:
        parts = list(SequenceMatcher(None, one, two, autojunk=False).get_opcodes())
    for what, a, b, c, d in parts:
        if what != "equal":
            before = new[max(0, head + c - 1) : head + c]
            yield Change(head + a, tuple(one[a:b]), head + c, tuple(two[c:d]), tuple(before))
