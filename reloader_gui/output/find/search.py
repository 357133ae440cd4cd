"""Finds a text in all of the output, in a thread, a megabyte at a time.

What is kept of each hit is its row; where in the row is found again when it is shown,
in the text as it is shown. So colours in the middle of a word do not matter.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QObject, Signal

from reloader_core import Dropped, RunOutput, frozen
from reloader_gui.output.event_loop import EventLoop
from reloader_gui.output.text.document import Document
from reloader_gui.output.text.export import Lines, blocks
from reloader_gui.output.text.hits import MOST_HITS, Hits
from reloader_gui.output.text.section import Place, Section
from reloader_gui.output.text.wanted import BLOCK_S, Manners, Scan, TooSlow, Wanted
from reloader_gui.ui.hand_over import HandOver

MOST_TARGETS = 200
"""That are put together in one go: of a script that draws there are thousands."""
TELL_S = 0.05


@frozen
class Target:
    """Lines of a run, or one of its folds, to be searched."""

    serial: int
    line: int
    run: RunOutput
    start: int
    end: int
    rows: tuple[str, ...] | None = None
    """Those of the fold, as they were when it was looked at: another thread reads them."""


class Search(QObject):
    """start() and go_on() return at once; `grown` comes when there are more hits, and at
    the end."""

    grown = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._cancelled = threading.Event()
        self._wanted: Wanted | None = None
        self._next = Place(0, 0)
        self._has_more = False
        self.hits = Hits()
        self.is_on = False
        self.is_too_slow = False
        """It was given up: the expression takes too long."""
        self._told = HandOver(self._deliver)
        self._event_loop = EventLoop(self)

    def start(self, wanted: Wanted | None) -> None:
        """Forget what was found before; None: look for nothing."""
        self._cancelled.set()
        self._cancelled = threading.Event()
        self.is_on = self.is_too_slow = False
        self._wanted = wanted
        self._next = Place(0, 0)
        self.hits = Hits()
        self.go_on()

    def go_on(self) -> None:
        """Search what has come since."""
        if self._wanted is None or self.is_on or self.is_too_slow or len(self.hits) >= MOST_HITS:
            return
        targets = list(islice(self._targets(), MOST_TARGETS))
        if not targets:
            return
        self._has_more = len(targets) == MOST_TARGETS
        cancelled, hits, wanted = self._cancelled, self.hits, self._wanted

        def work() -> None:
            told = 0.0
            manners = self._event_loop.manners()
            every = (each for target in targets for each in _found(target, wanted, manners))
            try:
                for found in every:
                    if cancelled.is_set() or len(hits) >= MOST_HITS:
                        break
                    if found is not None:
                        hits.add(*found)
                        if (now := time.monotonic()) - told > TELL_S:
                            told = now
                            tell()
            except TooSlow:
                tell(has_ended=True, is_too_slow=True)
            else:
                tell(has_ended=True)

        def tell(*, has_ended: bool = False, is_too_slow: bool = False) -> None:
            self._told(cancelled, has_ended, is_too_slow)

        self.is_on = True
        threading.Thread(target=work, name="search", daemon=True).start()

    def _deliver(self, cancelled: threading.Event, has_ended: bool, is_too_slow: bool) -> None:
        if not cancelled.is_set():
            self.is_on = not has_ended
            self.is_too_slow = is_too_slow
            if has_ended and self._has_more:
                self.go_on()
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
            for target, until in _targets(section, first, last):
                self._next = Place(section.serial, until)
                yield target
            self._next = Place(section.serial, max(first, last))


def _targets(section: Section, first: int, last: int) -> Iterator[tuple[Target, int]]:
    """The lines first .. last - 1; and with each where the next one begins."""
    with contextlib.suppress(Dropped, IndexError):
        for fold in section.folds.folds_within(first, last - 1):
            if fold.first < first:  # it was there the last time; only its rows have changed
                first = fold.first + fold.lines
                continue
            if fold.first > first:
                yield _lines(section, first, fold.first), fold.first
            rows = tuple(fold.texts(0, len(fold.rows)))
            first = fold.first + fold.lines
            yield Target(section.serial, fold.first, section.run, 0, 0, rows), first
        if first < last:
            yield _lines(section, first, last), last


def _lines(section: Section, first: int, last: int) -> Target:
    run, extent = section.run, section.extent
    end = run.line_start(last) if last <= extent.last_line else extent.end
    return Target(section.serial, first, run, run.line_start(first), end)


Found = tuple[int, list[int], list[int] | None]


def _found(target: Target, wanted: Wanted, manners: Manners) -> Iterator[Found | None]:
    """None for each block without a hit: a chance to cancel. Raises TooSlow."""
    manners.rest()
    if target.rows is not None:
        withins = [
            within
            for within, row in enumerate(target.rows)
            for _ in wanted.spans(row, BLOCK_S, concurrent=True)
        ]
        yield target.serial, [target.line] * len(withins), withins
        return
    scan = Scan(wanted, manners)
    whole = blocks(Lines(target.run, target.start, target.end))
    while True:
        with manners.without_gil():  # while it is read from the disk
            at, block = next(whole, (0, b""))
        if not block:
            return
        if not (more := scan.lines(block)):
            yield None
            continue
        with contextlib.suppress(Dropped):  # counted only where something was found
            line = target.run.line_at(at)
            yield target.serial, [line + each for each in more], None
