"""The rows of the output view: all runs, their rules, and what was dropped. Qt-free.

GUI thread. refresh() takes one moment of the spool; between two of them rows keep
their numbers.
"""

from __future__ import annotations

import contextlib
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from reloader_core import Dropped, RunOutput, Spool
from reloader_gui.output.text.cell_row import Line
from reloader_gui.output.text.frame_budget import IsSpent, always, never
from reloader_gui.output.text.line_reader import LineCache
from reloader_gui.output.text.section import (
    HEAD_LINES,
    OURS,
    Began,
    Kind,
    Place,
    Row,
    Section,
    fold_rows,
    line_rows,
)

MOST_KEPT_CELLS = 8_000_000
"""In the folds of all runs: an evening of saves of a script that draws has hundreds."""


class Document:
    def __init__(self, spool: Spool) -> None:
        self.spool = spool
        self.sections: list[Section] = []
        self._starts: list[int] = [0]
        self._serial = 0
        self._cache = LineCache()
        self._known: dict[int, Section] = {}
        self._began: dict[int, Began] = {}
        self._seen = (-1, 0)
        self._announced = 0
        self._cleared: set[int] = set()
        """Runs of which nothing is shown any more, by their ids."""
        self.only_last = False
        """Show the newest run only."""
        self.times_counted = 0
        """Between two refresh() no row changes."""

    # -- what happens

    def announce(self, run: RunOutput, began: Began) -> None:
        """Any thread: why the run was started."""
        self._began[id(run)] = began
        self._announced += 1

    @property
    def is_stale(self) -> bool:
        """Whether something has come since the last refresh(), or was left over by it."""
        return self._seen != (self.spool.generation, self._announced)

    def look_again(self) -> None:
        """The last look has left something over."""
        self._seen = (-1, 0)

    def clear(self, is_spent: IsSpent = never) -> None:
        """Begin again with what comes from now on. The spool keeps it all, for show_cleared().
        As for refresh(), what takes too long is left for the next one."""
        self.refresh(always)  # so that all runs are known: what is in them is hidden now
        runs = self.spool.runs
        self._cleared = {id(run) for run in runs[:-1]}
        if runs:
            self._known[id(runs[-1])].hide()
        self.refresh(is_spent)

    @property
    def has_cleared(self) -> bool:
        """Whether show_cleared() has something to show."""
        return bool(self._cleared) or any(
            section.hidden is not None for section in self._known.values()
        )

    def show_cleared(self, is_spent: IsSpent = never) -> None:
        """Take back what clear() has done, as far as the limits have kept it; in time as for
        refresh()."""
        self._cleared = set()
        for section in self._known.values():
            section.show_again()
        self.refresh(is_spent)

    def refresh(self, is_spent: IsSpent = never) -> None:
        """Count again, with what has come; if that takes too long, with a part of it."""
        self._seen = (self.spool.generation, self._announced)
        self.times_counted += 1
        runs = self.spool.runs
        newest = runs[-1] if runs else None
        known = {}
        for run in runs:
            section = self._known.get(id(run))
            if section is None:
                self._serial += 1
                section = Section(self._serial, run, self._cache)
            section.began = self._began.pop(id(run), section.began)
            known[id(run)] = section
        self._known = known
        self._cleared &= set(known)
        runs = tuple(run for run in runs if id(run) not in self._cleared)
        if self.only_last:
            runs = runs[-1:]
        sections = [known[id(run)] for run in runs]
        same = self._follow(sections, is_spent)
        forgotten = self._forget_folds()
        for at, section in enumerate(sections):
            if at >= same or section.serial in forgotten:
                section.measure(is_first=at == 0, is_last=section.run is newest)
        self.sections = sections
        self._starts = [0, *accumulate(section.rows for section in sections)]

    def _follow(self, sections: list[Section], is_spent: IsSpent) -> int:
        """How many of the first are as they were."""
        for section in self.sections[:1] if self.only_last else ():
            if section not in sections:  # it has ended: what it could go back into is let go
                section.folds.follow(is_spent)
        same = 0
        while (
            same < min(len(self.sections), len(sections)) - 1
            and sections[same] is self.sections[same]
            and sections[same].extent is sections[same].run.extent
        ):
            same += 1
        for section in sections[same:]:
            section.is_behind = not section.folds.follow(is_spent)
            if section.is_behind:
                self.look_again()
        return same

    def _forget_folds(self) -> set[int]:
        """Of the oldest runs, if more is kept of all than there may be: serials of these."""
        forgotten = set()
        sections = list(self._known.values())
        kept = sum(section.folds.kept_cells for section in sections)
        for section in sections:
            while kept > MOST_KEPT_CELLS and section.folds.kept_cells:
                kept -= section.folds.forget_oldest()
                forgotten.add(section.serial)
        return forgotten

    # -- rows

    @contextlib.contextmanager
    def whole(self) -> Iterator[None]:
        """Within this all rows count, whichever are shown: here that is so anyway."""
        yield

    @property
    def count(self) -> int:
        return self._starts[-1]

    def run_starts(self) -> list[int]:
        """The row of each run's rule."""
        return [
            start + section.head.index(Kind.RULE)
            for start, section in zip(self._starts, self.sections, strict=False)
            if Kind.RULE in section.head
        ]

    @property
    def newest_start(self) -> int:
        """The row that is on top while the newest page fits into the view."""
        if not self.sections:
            return 0
        section = self.sections[-1]
        page = section.folds.page
        if page is not None and page > section.extent.first:
            with contextlib.suppress(Dropped):
                return self.index(Place(section.serial, section.run.line_at(page)))
        return self._newest_first()

    def _newest_first(self) -> int:
        return self._starts[-2]

    def index(self, place: Place) -> int:
        """The number of a row; of the nearest one if it is not there any more."""
        at = bisect_right(self.sections, place.run, key=lambda section: section.serial) - 1
        if at < 0:
            return 0
        section = self.sections[at]
        start = self._starts[at]
        if section.serial != place.run:
            return min(start + section.rows, max(0, self._starts[-1] - 1))
        if place.line < 0:
            kinds = [HEAD_LINES[kind] for kind in section.head]
            return start + (kinds.index(place.line) if place.line in kinds else 0)
        line = max(place.line, section.extent.first_line)
        row = section.folds.row_of(line, place.within) - section.first_row
        return start + len(section.head) + max(0, min(row, section.body_rows - 1))

    def place(self, index: int) -> Place:
        index = max(0, min(index, self._starts[-1] - 1))
        at = bisect_right(self._starts, index) - 1
        if at >= len(self.sections):
            return Place(0, 0)
        section = self.sections[at]
        row = index - self._starts[at]
        if row < len(section.head):
            return Place(section.serial, HEAD_LINES[section.head[row]])
        row += section.first_row - len(section.head)
        line, _, within = section.folds.line_of(row)
        return Place(section.serial, line, within)

    def section_at(self, index: int) -> tuple[Section, int]:
        """The section of a row that there is, and the row's number in it."""
        at = bisect_right(self._starts, index) - 1
        return self.sections[at], index - self._starts[at]

    def section_of(self, place: Place) -> Section | None:
        at = bisect_right(self.sections, place.run, key=lambda section: section.serial) - 1
        found = self.sections[at] if at >= 0 else None
        return found if found is not None and found.serial == place.run else None

    def rows(self, index: int, count: int) -> list[Row]:
        """Up to `count` rows from this one on. What is dropped meanwhile is blank."""
        return list(self.each_row(index, count))

    def each_row(self, index: int, count: int, is_spent: IsSpent = never) -> Iterator[Row]:
        """As rows(), one after the other; a line for which there is no time is blank."""
        at = bisect_right(self._starts, index) - 1
        while count > 0 and at < len(self.sections):
            section = self.sections[at]
            row = index - self._starts[at]
            wanted = min(count, section.rows - row)
            is_old = at < len(self.sections) - 1
            for each in self._section_rows(section, row, wanted, is_old, is_spent):
                yield each
                index, count = index + 1, count - 1
            at += 1

    def _section_rows(
        self, section: Section, row: int, count: int, is_old: bool, is_spent: IsSpent
    ) -> Iterator[Row]:
        heads = section.head[row : row + count]
        for kind in heads:
            text = section.head_text(kind)
            line = Line(text, ((len(text), OURS),) if text else ())
            place = Place(section.serial, HEAD_LINES[kind])
            yield Row(place, kind, line, section.extent.first, is_old)
        row += section.first_row - len(section.head) + len(heads)
        end = row + count - len(heads)
        while row < end:
            line_number, fold, within = section.folds.line_of(row)
            wanted = end - row
            if fold is not None:
                more = fold_rows(section, fold, within, wanted, is_old, is_spent)
            else:
                wanted = self._until_fold(section, row, wanted)
                more = line_rows(section, line_number, wanted, is_old, is_spent)
            before = row
            for each in more:
                yield each
                row += 1
            if row == before:
                break

    @staticmethod
    def _until_fold(section: Section, row: int, wanted: int) -> int:
        line = section.folds.line_of(row)[0]
        folds = section.folds.folds_within(line, line + wanted)
        return min(wanted, folds[0].first - line) if folds else wanted
