"""The rows of the view while only matching lines are shown: those with a hit, under the rules of
their runs. Qt-free; GUI thread.

Which lines match is what the search has found (hits.py): rows are numbered anew, and a Place
means the same as ever, so selection, links and the way back need no translation.
"""

from __future__ import annotations

import contextlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from reloader_core import Spool
from reloader_gui.output.text.document import Document
from reloader_gui.output.text.frame_budget import IsSpent, never
from reloader_gui.output.text.hits import Hits
from reloader_gui.output.text.section import HEAD_LINES, Kind, Place, Row, Section, line_rows

MOST_KEPT = 500
MOST_DRAWN = 2_000
"""Rows of one block that the cursor went up in, and more."""


class _Run(NamedTuple):
    """What is shown of one run."""

    at: int
    """Of its section."""
    heads: int
    first: int
    """Its rows are the hits' rows first .. last - 1."""
    last: int

    @property
    def rows(self) -> int:
        return self.heads + self.last - self.first


class Stretch(NamedTuple):
    """Rows that follow each other, of one kind: heads, rows of a fold, or lines by number."""

    section: Section
    heads: tuple[Kind, ...] = ()
    fold: tuple[str, ...] = ()
    lines: array[int] = array("Q")


class PickedDocument(Document):
    """A Document, until show_only() is told of hits."""

    def __init__(self, spool: Spool) -> None:
        super().__init__(spool)
        self._hits: Hits | None = None
        self._rows_of_runs: dict[int, tuple[int, int]] = {}
        self._shown: list[_Run] = []
        self._shown_starts = [0]
        self._kept: dict[Place, Row] = {}
        self._kept_of = 0
        """So many sections."""
        self.number_columns = 0
        """How many the numbers of the lines need; 0 where all lines are shown."""

    @property
    def is_picked(self) -> bool:
        return self._hits is not None

    def show_only(self, hits: Hits | None) -> None:
        """The rows of these hits, and of those to come; None: all rows."""
        self._hits = hits
        self.pick()

    @contextlib.contextmanager
    def whole(self) -> Iterator[None]:
        """Within this all rows count, whatever is shown."""
        hits, self._hits = self._hits, None
        try:
            yield
        finally:
            self._hits = hits

    def refresh(self, is_spent: IsSpent = never) -> None:
        super().refresh(is_spent)
        self._count_shown()

    def pick(self) -> None:
        """Count again, with the hits that there are now. refresh() does not: a picture that takes
        several frames would never be done while each of them has other rows at its end."""
        self._rows_of_runs = self._hits.rows_of_runs() if self._hits is not None else {}
        self._count_shown()

    def _count_shown(self) -> None:
        self.times_counted += 1
        self._shown, self.number_columns = [], 0
        if self._hits is None or len(self.sections) != self._kept_of:
            self._kept.clear()
            self._kept_of = len(self.sections)
        if (hits := self._hits) is None:
            return
        most = 0
        for at, section in enumerate(self.sections):
            first, last = self._rows_of_runs.get(section.serial, (0, 0))
            if first < last and section.extent.first_line:
                oldest = Place(section.serial, section.extent.first_line)
                first = hits.row_before(oldest, first, last)
            run = _Run(at, len(section.head), first, last)
            if first < last or (at == len(self.sections) - 1 and run.heads):
                self._shown.append(run)
                most = max(most, section.extent.last_line + 1)
        self._shown_starts = [0, *accumulate(run.rows for run in self._shown)]
        self.number_columns = max(4, len(str(most))) + 2

    # -- rows

    @property
    def count(self) -> int:
        return super().count if self._hits is None else self._shown_starts[-1]

    def _newest_first(self) -> int:
        if self._hits is None:
            return super()._newest_first()
        is_shown = self._shown and self._shown[-1].at == len(self.sections) - 1
        return self._shown_starts[-2] if is_shown else 0

    def index(self, place: Place) -> int:
        hits = self._hits
        if hits is None:
            return super().index(place)
        at = bisect_right(self._shown, place.run, key=lambda run: self.sections[run.at].serial) - 1
        if at < 0:
            return 0
        run, start = self._shown[at], self._shown_starts[at]
        section = self.sections[run.at]
        if section.serial != place.run:
            return min(start + run.rows, max(0, self.count - 1))
        if place.line < 0:
            kinds = [HEAD_LINES[kind] for kind in section.head]
            return start + (kinds.index(place.line) if place.line in kinds else 0)
        row = self._hit_from(section, place, run.first, run.last) - run.first
        return start + max(0, min(run.heads + row, run.rows - 1))

    def _hit_from(self, section: Section, place: Place, first: int, last: int) -> int:
        """Of the hits' rows first .. last - 1, the first that is not above this place. What was
        drawn may have been found before it was complete: another line stands for it then."""
        assert self._hits is not None
        hits, folds = self._hits, section.folds

        def row_of(number: int) -> int:
            found = hits.row(number)
            return folds.row_of(found.line, found.within)

        wanted = folds.row_of(place.line, place.within)
        return bisect_left(range(last), wanted, lo=first, key=row_of)

    def place(self, index: int) -> Place:
        if self._hits is None:
            return super().place(index)
        index = max(0, min(index, self.count - 1))
        return super().place(self._whole_index(index)) if self.count else Place(0, 0)

    def _whole_index(self, index: int) -> int:
        """Its number among all rows."""
        assert self._hits is not None
        at = bisect_right(self._shown_starts, index) - 1
        run, row = self._shown[at], index - self._shown_starts[at]
        if row < run.heads:
            return self._starts[run.at] + row
        return super().index(self._hits.row(run.first + row - run.heads))

    def each_row(self, index: int, count: int, is_spent: IsSpent = never) -> Iterator[Row]:
        if self._hits is None:
            yield from super().each_row(index, count, is_spent)
            return
        first, last = index, min(index + count, self.count)
        while index < last:
            at = bisect_right(self._shown_starts, index) - 1
            run, row = self._shown[at], index - self._shown_starts[at]
            more = max(1, min(last - index, run.heads - row))
            if row < run.heads:
                yield from super().each_row(self._starts[run.at] + row, more, is_spent)
            else:
                place = self._hits.row(run.first + row - run.heads)
                may_wait = is_spent if index > first else never
                yield from self._row(self.sections[run.at], run, place, is_spent, may_wait)
            index += more

    def _row(
        self, section: Section, run: _Run, place: Place, is_spent: IsSpent, may_wait: IsSpent
    ) -> Iterator[Row]:
        """Most are just lines. They lie in different blocks, each of which has to be read, while
        a picture of them is short of time: so those of the last pictures are kept, and once the
        time is spent no other block is read."""
        if (kept := self._kept.get(place)) is not None:
            yield kept
        elif place.within or section.folds.folds_within(place.line, place.line):
            yield from super().each_row(super().index(place), 1, is_spent)
        else:
            is_old = run.at < len(self.sections) - 1
            if not section.reader.knows(place.line) and may_wait():
                later = section.reader.later(place.line)
                yield Row(place, Kind.LINE, later.line, later.offset, is_old, later=later)
                return
            for row in line_rows(section, place.line, 1, is_old, is_spent):
                if row.later is None and row.long is None and place.line < section.extent.last_line:
                    self._keep(row)
                yield row

    def _keep(self, row: Row) -> None:
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[row.place] = row

    def stretches(self, first: int, last: int) -> Iterator[Stretch]:
        """What is shown of the rows first .. last - 1, while only matching lines are."""
        assert self._hits is not None
        for run, start in zip(self._shown, self._shown_starts, strict=False):
            section = self.sections[run.at]
            begin, end = max(first - start, 0), min(last - start, run.rows)
            if begin < min(end, run.heads):
                yield Stretch(section, section.head[begin : min(end, run.heads)])
            begin, end = max(begin, run.heads), end
            if begin < end:
                at = run.first - run.heads
                yield from self._of_hits(self._hits, section, at + begin, at + end)

    def _of_hits(self, hits: Hits, section: Section, first: int, last: int) -> Iterator[Stretch]:
        """Of the hits' rows first .. last - 1, all of this section."""
        lines = hits.row(first).line, hits.row(last - 1).line
        for fold in section.folds.folds_within(lines[0], lines[1] + MOST_DRAWN):
            begin = self._hit_from(section, Place(section.serial, fold.first), first, last)
            below = Place(section.serial, fold.first + fold.lines)
            end = self._hit_from(section, below, begin, last)
            if first < begin:
                yield Stretch(section, lines=_lines(section, hits.rows(first, begin)))
            if begin < end:
                at = section.folds.row_of(fold.first)
                found = (hits.row(number) for number in range(begin, end))
                rows = [section.folds.row_of(row.line, row.within) - at for row in found]
                texts = (fold.texts(row, row + 1) for row in rows)
                yield Stretch(section, fold=tuple(text for row in texts for text in row))
            first = end
        if first < last:
            yield Stretch(section, lines=_lines(section, hits.rows(first, last)))


def _lines(section: Section, rows: list[tuple[int, int]]) -> array[int]:
    """Of rows that are in no fold; some were when they were found."""
    folds = section.folds
    return array(
        "Q",
        [
            line if not within else folds.line_of(folds.row_of(line, within))[0]
            for line, within in rows
        ],
    )
