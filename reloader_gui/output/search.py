"""Finds a text in all of the output, in a thread, a megabyte at a time.

What is kept of each hit is its row; where in the row is found again when it is shown,
in the text as it is shown. So colours in the middle of a word do not matter.

A megabyte without a hit takes a millisecond. Where there is more to do (hits, colours,
an expression) it is done in small pieces, with rests: one expression over a megabyte
holds the GIL for 10 to 40 ms, and the window, which needs it several times for one turn
of its event loop, was late by 155 ms (tests/stress/window.py).
"""

from __future__ import annotations

import contextlib
import re
import threading
import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from core import Dropped, RunOutput
from reloader_gui.output.ansi import whole_part, without_escapes
from reloader_gui.output.document import Document, Place, Section
from reloader_gui.output.export import Lines, blocks
from reloader_gui.output.folds import Fold

MOST_HITS = 1_000_000
PIECE_BYTES = 64 << 10
WORK_S, REST_S = 0.002, 0.0005
TELL_S = 0.05
_OVERWRITTEN = re.compile(rb"(?m)^[^\n]*\r(?=[^\n\r])")
"""From a line's start: tried from everywhere it would take quadratic time where a long line
has no such end."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. Raises re.error when it is made of a bad expression."""

    pattern: re.Pattern[str]
    literal: str
    """Empty for an expression."""
    exact: bool
    """Capitals matter."""

    @classmethod
    def of(cls, text: str, *, exact: bool, is_expression: bool) -> Wanted:
        flags = re.MULTILINE if exact else re.MULTILINE | re.IGNORECASE
        pattern = re.compile(text if is_expression else re.escape(text), flags)
        return cls(pattern, "" if is_expression else text, exact)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in a row."""
        found = (match.span() for match in self.pattern.finditer(text))
        return [(start, end) for start, end in found if start < end]


@dataclass(frozen=True, slots=True)
class Target:
    """Lines of a run, or one of its folds, to be searched."""

    serial: int
    line: int
    run: RunOutput
    start: int
    end: int
    fold: Fold | None = None


class Hits:
    """The rows of all hits, in their order; a row with two is there twice."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._serials = array("Q")
        self._lines = array("Q")
        self._withins = array("Q")

    def __len__(self) -> int:
        return len(self._withins)

    def add(self, serial: int, lines: list[int], withins: list[int] | None = None) -> None:
        lines = lines[: MOST_HITS - len(self)]
        withins = (withins or [0] * len(lines))[: len(lines)]
        with self._lock:
            self._serials.extend([serial] * len(lines))
            self._lines.extend(lines)
            self._withins.extend(withins)

    def place(self, number: int) -> Place:
        with self._lock:
            return Place(self._serials[number], self._lines[number], self._withins[number])

    def before(self, place: Place) -> int:
        """How many are in rows above this one."""
        return bisect_left(range(len(self)), place, key=self.place)

    def up_to(self, place: Place) -> int:
        """How many are in rows above this one, and in it."""
        return bisect_right(range(len(self)), place, key=self.place)


class Search(QObject):
    """start() and go_on() return at once; `grown` comes when there are more hits, and at
    the end."""

    grown = Signal()
    _told = Signal(object, bool)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._cancelled = threading.Event()
        self._wanted: Wanted | None = None
        self._next = Place(0, 0)
        self.hits = Hits()
        self.is_on = False
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, wanted: Wanted | None) -> None:
        """Forget what was found before; None: look for nothing."""
        self._cancelled.set()
        self._cancelled = threading.Event()
        self.is_on = False
        self._wanted = wanted
        self._next = Place(0, 0)
        self.hits = Hits()
        self.go_on()

    def go_on(self) -> None:
        """Search what has come since."""
        if self._wanted is None or self.is_on or len(self.hits) >= MOST_HITS:
            return
        targets = list(self._targets())
        if not targets:
            return
        cancelled, hits, wanted = self._cancelled, self.hits, self._wanted

        def work() -> None:
            told = 0.0
            for found in (each for target in targets for each in _found(target, wanted)):
                if cancelled.is_set() or len(hits) >= MOST_HITS:
                    break
                if found is not None:
                    hits.add(*found)
                    if (now := time.monotonic()) - told > TELL_S:
                        told = now
                        tell(has_ended=False)
            tell(has_ended=True)

        def tell(has_ended: bool) -> None:
            with contextlib.suppress(RuntimeError):  # this object is gone already
                self._told.emit(cancelled, has_ended)

        self.is_on = True
        threading.Thread(target=work, name="search", daemon=True).start()

    def _deliver(self, cancelled: threading.Event, has_ended: bool) -> None:
        if not cancelled.is_set():
            self.is_on = not has_ended
            self.grown.emit()

    def _targets(self) -> Iterator[Target]:
        """Whole lines that have not been searched yet; an unfinished one waits."""
        for section in self._document.sections:
            if section.serial < self._next.run:
                continue
            is_last = section is self._document.sections[-1]
            first = self._next.line if section.serial == self._next.run else 0
            first = max(first, section.extent.first_line)
            last = section.extent.last_line
            last += 0 if is_last and not section.extent.ended else 1
            yield from _targets(section, first, last)
            self._next = Place(section.serial, max(first, last))


def _targets(section: Section, first: int, last: int) -> Iterator[Target]:
    """The lines first .. last - 1."""
    with contextlib.suppress(Dropped, IndexError):
        for fold in section.folds.folds_within(first, last - 1):
            if fold.first < first:  # it was there the last time; only its rows have changed
                first = fold.first + fold.lines
                continue
            if fold.first > first:
                yield _lines(section, first, fold.first)
            yield Target(section.serial, fold.first, section.run, 0, 0, fold)
            first = fold.first + fold.lines
        if first < last:
            yield _lines(section, first, last)


def _lines(section: Section, first: int, last: int) -> Target:
    run, extent = section.run, section.extent
    end = run.line_start(last) if last <= extent.last_line else extent.end
    return Target(section.serial, first, run, run.line_start(first), end)


Found = tuple[int, list[int], list[int] | None]


def _found(target: Target, wanted: Wanted) -> Iterator[Found | None]:
    """None for each block without a hit: a chance to cancel."""
    if target.fold is not None:
        withins = [
            within for within, row in enumerate(target.fold.rows) for _ in wanted.spans(row.text)
        ]
        yield target.serial, [target.line] * len(withins), withins
        return
    has, find = _finder(wanted)
    for at, block in blocks(Lines(target.run, target.start, target.end)):
        yield None
        if not has(block) and b"\x1b" not in block and b"\r" not in block:
            continue
        line, pace = -1, _Pace()
        for start, piece in _pieces(block):
            pace.rest()
            text = _stripped(piece, pace)
            if not (more := find(text)):
                yield None
                continue
            with contextlib.suppress(Dropped):  # counted only where something was found
                line = target.run.line_at(at) if line < 0 else line
                first = line + block.count(b"\n", 0, start)
                yield target.serial, [first + each for each in more], None


def _pieces(block: bytes) -> Iterator[tuple[int, bytes]]:
    """With their offsets in the block; each ends with a line."""
    start = 0
    while start < len(block):
        end = block.find(b"\n", min(start + PIECE_BYTES, len(block)) - 1) + 1 or len(block)
        yield start, block[start:end]
        start = end


class _Pace:
    """Leaves the GIL to others now and then."""

    def __init__(self) -> None:
        self._rested = time.monotonic()

    def rest(self) -> None:
        if time.monotonic() - self._rested > WORK_S:
            time.sleep(REST_S)
            self._rested = time.monotonic()


def _stripped(piece: bytes, pace: _Pace) -> bytes:
    """Without escape sequences and what was overwritten. It may be one line of a megabyte."""
    if b"\x1b" in piece:
        parts = []
        while piece:
            part = piece[:PIECE_BYTES]
            if len(part) < len(piece):
                part = part[: whole_part(part) or len(part)]
            parts.append(without_escapes(part))
            piece = piece[len(part) :]
            pace.rest()
        piece = b"".join(parts)
    return _OVERWRITTEN.sub(b"", piece) if b"\r" in piece else piece


def _finder(
    wanted: Wanted,
) -> tuple[Callable[[bytes], bool], Callable[[bytes], list[int]]]:
    """Whether it may stand in a block (quickly), and in which lines of a piece, from 0."""
    literal = wanted.literal
    if not literal or (not wanted.exact and not literal.isascii()):
        return lambda block: True, lambda piece: _matches(piece, wanted)
    needle = literal.encode()
    if wanted.exact or needle.lower() == needle.upper():
        return lambda block: needle in block, lambda piece: _places(piece, needle)
    lowered = needle.lower()
    return lambda block: lowered in block.lower(), lambda piece: _places(piece.lower(), lowered)


def _places(block: bytes, needle: bytes) -> list[int]:
    found: list[int] = []
    line = last = 0
    at = block.find(needle)
    while at >= 0:
        line += block.count(b"\n", last, at)
        last = at
        found.append(line)
        at = block.find(needle, at + len(needle))
    return found


def _matches(block: bytes, wanted: Wanted) -> list[int]:
    text = block.decode("utf-8", "replace")
    found: list[int] = []
    line = last = 0
    for match in wanted.pattern.finditer(text):
        start, end = match.span()
        if start == end or text.find("\n", start, end) >= 0:
            continue
        line += text.count("\n", last, start)
        last = start
        found.append(line)
    return found
