"""Which lines of one run's output are not those of another's. Not on the GUI thread.

Equal stretches are skipped as bytes. Where they end, a window of lines of each is compared by
difflib, up to the last line that both have; the next window begins there. So neither time nor
memory grow with the square of the output, and where two outputs have nothing in common
any more, that is told after a bounded number of lines.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reloader_core import Dropped, RunOutput, frozen
from reloader_gui.compare.lines import Lines, skip_equal, texts_of
from reloader_gui.compare.noise import without_numbers, without_times

WINDOW_LINES, MOST_WINDOW_LINES = 200, 1_600
_MORE_OF_OLD_LINES = 20
"""The last lines of a run that goes on are not compared with all that the old one had."""
MOST_CHANGES, MOST_LINES = 200, 1_000
"""What is told; there a comparison ends."""
MOST_CHARS = 500
"""Of a line that is told."""
CONTEXT_LINES = 2
WORK_S, REST_S = 0.02, 0.001
"""After so much work others get the GIL."""


@frozen
class Change:
    """Lines that differ. `old_line` and `new_line`: numbers of the first of them, from 0."""

    old_line: int
    old: tuple[str, ...]
    new_line: int
    new: tuple[str, ...]
    before: tuple[str, ...] = ()
    """The lines of the new output just before."""


@dataclass(slots=True)
class Difference:
    changes: list[Change] = field(default_factory=list)
    noise_lines: int = 0
    """That differ in times and addresses only."""
    only_numbers: bool = True
    """All changes are of numbers alone."""
    is_all: bool = True
    """Else there are more."""
    from_line: int = 0
    """What comes before was dropped, of one at least."""
    is_open: bool = False
    """The new run goes on, and has not printed yet what the old one had."""

    @property
    def lines(self) -> int:
        return sum(max(len(change.old), len(change.new)) for change in self.changes)


class Cancelled(Exception):
    """Nobody wants to know any more."""


class Comparison:
    """`tell(percent)` is called now and then, and may raise Cancelled."""

    def __init__(
        self, old: RunOutput, new: RunOutput, tell: Callable[[int], None], *, with_times: bool
    ) -> None:
        """`with_times`: lines that differ in times and addresses only are told, too."""
        self._runs = old, new
        self._tell = tell
        self._key = _as_it_is if with_times else without_times
        self._rested = time.thread_time()
        self.found = Difference()
        self._context: list[str] = []
        self._old: Lines
        self._new: Lines

    def run(self) -> Difference:
        """What was dropped meanwhile is not compared."""
        found = self.found
        try:
            self._old, self._new = (Lines(run) for run in self._runs)
            found.from_line = max(self._old.line, self._new.line)
            self._old.go_to(found.from_line)
            self._new.go_to(found.from_line)
            while self._goes_on() and self._has_room():
                self._rest()
                if above := skip_equal(self._old, self._new)[-CONTEXT_LINES:]:
                    self._context = texts_of([line + b"\n" for line in above])
                if self._goes_on():
                    self._compare_window(WINDOW_LINES)
            self._compare_rest()
        except (Dropped, IndexError):
            found.is_all = False
        found.is_all = found.is_all and self._has_room()
        found.only_numbers = bool(found.changes) and all(map(_is_of_numbers, found.changes))
        return found

    def _goes_on(self) -> bool:
        """There are lines of both."""
        return not (self._old.is_over or self._new.is_over)

    def _has_room(self) -> bool:
        return len(self.found.changes) < MOST_CHANGES and self.found.lines < MOST_LINES

    def _rest(self) -> None:
        if time.thread_time() - self._rested > WORK_S:
            done = self._new.at - self._new.begin
            self._tell(min(99, done * 100 // max(1, self._new.end - self._new.begin)))
            time.sleep(REST_S)
            self._rested = time.thread_time()

    def _compare_window(self, size: int) -> None:
        old, new = self._old.next(size), self._new.next(size)
        if not self._new.has_ended and self._new.at + sum(map(len, new)) >= self._new.end:
            old = old[: len(new) + _MORE_OF_OLD_LINES]
        olds, news = texts_of(old), texts_of(new)
        old_keys, new_keys = [self._key(each) for each in olds], [self._key(each) for each in news]
        at = _alike(old_keys, new_keys)
        if at:
            pairs = zip(old[:at], new[:at], strict=True)
            self.found.noise_lines += sum(1 for one, two in pairs if one != two)
            self._consume(old[:at], new[:at], news[:at])
            return
        matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        is_last = self._is_last(old, new)
        if not blocks and not is_last and size < MOST_WINDOW_LINES:
            self._compare_window(size * 4)
            return
        ends = (len(old), len(new))
        if blocks and not is_last:
            ends = blocks[-1].a + blocks[-1].size, blocks[-1].b + blocks[-1].size
        one = two = 0
        for a, b, same in [*((each.a, each.b, each.size) for each in blocks), (*ends, 0)]:
            self._add(olds[one:a], news[two:b], one, two, news)
            pairs = zip(old[a : a + same], new[b : b + same], strict=True)
            self.found.noise_lines += sum(1 for first, second in pairs if first != second)
            one, two = a + same, b + same
            if (one, two) == ends:
                break
        self._consume(old[: ends[0]], new[: ends[1]], news[: ends[1]])

    def _is_last(self, old: list[bytes], new: list[bytes]) -> bool:
        """Whether a window reaches to the end of both."""
        ends = (
            (self._old.at + sum(map(len, old)), self._old.end),
            (self._new.at + sum(map(len, new)), self._new.end),
        )
        return all(at >= end for at, end in ends)

    def _consume(self, old: list[bytes], new: list[bytes], news: list[str]) -> None:
        self._context = [*self._context, *news][-CONTEXT_LINES:]
        self._old.skip(b"".join(old))
        self._new.skip(b"".join(new))

    def _add(
        self, old: list[str], new: list[str], at_old: int, at_new: int, news: list[str]
    ) -> None:
        if not old and not new:
            return
        before = [*self._context, *news[:at_new]][-CONTEXT_LINES:]
        self.found.changes.append(
            Change(
                self._old.line + at_old,
                tuple(_cut(old)),
                self._new.line + at_new,
                tuple(_cut(new)),
                tuple(_cut(before)),
            )
        )

    def _compare_rest(self) -> None:
        """What only one of them has at its end."""
        if self._old.is_over == self._new.is_over or not self._has_room():
            return
        if self._new.is_over and not self._new.has_ended:
            self.found.is_open = True
            return
        rest = self._new if self._old.is_over else self._old
        lines = texts_of(rest.next(MOST_LINES))
        if self._old.is_over:
            self._add([], lines, 0, 0, [])
        else:
            self._add(lines, [], 0, 0, [])
        rest.skip(b"".join(rest.next(MOST_LINES)))
        self.found.is_all = rest.is_over


def _as_it_is(line: str) -> str:
    return line


def _alike(one: list[str], two: list[str]) -> int:
    """How many lines are the same from the start."""
    at = 0
    while at < min(len(one), len(two)) and one[at] == two[at]:
        at += 1
    return at


def _cut(lines: list[str]) -> Iterator[str]:
    return (line[:MOST_CHARS] for line in lines[:MOST_LINES])


def _is_of_numbers(change: Change) -> bool:
    return [*map(without_numbers, change.old)] == [*map(without_numbers, change.new)]
