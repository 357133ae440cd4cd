"""The rows that were laid out lately; a row is laid out again when it has changed.

GUI thread; Qt-free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core import Dropped
from reloader_gui.output.cell_row import Line
from reloader_gui.output.document import Document, Place, Row
from reloader_gui.output.frame_budget import FrameBudget, IsSpent, never
from reloader_gui.output.layout import Layout, LongLayout, RowLayout

MOST_KEPT = 600
MOST_KEPT_CHARS = 4_000_000
MOST_BEGUN = 8
"""More than one: the view's height is found from its end on, and it is painted from its top."""

AT_ONCE = 8
"""Rows that are laid out backwards: a few, for one may fill the view."""


class LaidOut:
    """`columns()` says where rows are wrapped; 0: not at all."""

    def __init__(self, document: Document, columns: Callable[[], int]) -> None:
        self._document = document
        self._columns = columns
        self._kept: dict[Place, tuple[Row, Layout]] = {}
        self._chars = 0
        self._begun: dict[Place, tuple[Row, RowLayout]] = {}
        """Those that are not laid out to their end yet."""
        self.budget = FrameBudget()
        self.mouse_budget = FrameBudget()
        """For what is under it; and the view knows the rows that it can point at, mostly."""
        self.tall: dict[Place, int] = {}
        """How many lines those take that are shown in slices, as far as they are known."""

    def clear(self) -> None:
        self._forget()
        self._begun.clear()
        self.tall.clear()

    def row(self, index: int) -> tuple[Row, Layout]:
        """One, whatever it takes: what a key does must not depend on it."""
        row = next(self._document.each_row(index, 1))
        return row, self._layout(row, never)

    def row_in_time(self, index: int) -> tuple[Row, Layout]:
        """What can be worked out in a frame: else it is blank, as it is in the view."""
        self.mouse_budget.renew()
        with self.mouse_budget.spending():
            row = next(self._document.each_row(index, 1, self.mouse_budget.is_spent))
            return row, self._layout(row, self.mouse_budget.is_spent)

    def rows(self, index: int, count: int) -> Iterator[tuple[Row, Layout]]:
        """Those for which the frame has no time are blank."""
        rows = self._document.each_row(index, count, self.budget.is_spent)
        while True:
            with self.budget.spending():
                row = next(rows, None)
                if row is None:
                    return
                layout = self._layout(row, self.budget.is_spent)
            yield row, layout

    def heights(self, index: int, count: int) -> Iterator[int]:
        """How many lines of the view each row takes."""
        if self._columns():
            yield from (layout.height for _, layout in self.rows(index, count))
        else:
            yield from [1] * max(0, min(count, self._document.count - index))

    def heights_before(self, index: int, count: int) -> Iterator[int]:
        """Those of the `count` rows before this one, the nearest first."""
        while count > 0 and index > 0:
            some = min(AT_ONCE, count, index)
            index, count = index - some, count - some
            yield from reversed(list(self.heights(index, some)))

    def _layout(self, row: Row, is_spent: IsSpent) -> Layout:
        kept = self._kept.get(row.place)
        if kept is not None and kept[0] == row:
            return kept[1]
        layout: Layout
        if row.long is None:
            if is_spent():
                return RowLayout(Line("", ()))
            layout = self._row_layout(row, is_spent)
            if not layout.is_done:
                return RowLayout(Line("", ()))
            self.tall.pop(row.place, None)
        else:
            layout = LongLayout(row, self._columns(), lambda at, size: self._slice(row, at, size))
            self.tall[row.place] = layout.height
        self._chars += len(row.line.text)
        if len(self._kept) > MOST_KEPT or self._chars > MOST_KEPT_CHARS:
            self._forget()
        self._kept[row.place] = (row, layout)
        return layout

    def _row_layout(self, row: Row, is_spent: IsSpent) -> RowLayout:
        """As far as the time goes; on from there the next time."""
        before, layout = self._begun.pop(row.place, (None, None))
        if before != row or layout is None:
            layout = RowLayout(row.line, self._columns(), is_spent)
        else:
            layout.go_on(is_spent)
        if not layout.is_done:
            self._begun[row.place] = row, layout
            if len(self._begun) > MOST_BEGUN:
                del self._begun[next(iter(self._begun))]
        return layout

    def _forget(self) -> None:
        self._kept.clear()
        self._chars = 0

    def _slice(self, row: Row, start: int, size: int) -> Line:
        section = self._document.section_of(row.place)
        if section is None or row.long is None:
            return Line("", ())
        try:
            return section.reader.slice_of(row.long, start, size)
        except Dropped:
            return Line("", ())
