"""The rows that were laid out lately; a row is laid out again when it has changed.

GUI thread; Qt-free.
"""

from __future__ import annotations

from collections.abc import Callable

from core import Dropped
from reloader_gui.output.cell_row import Line
from reloader_gui.output.document import Document, Place, Row
from reloader_gui.output.layout import Layout, LongLayout, RowLayout

MOST_KEPT = 600


class LaidOut:
    """`columns()` says where rows are wrapped; 0: not at all."""

    def __init__(self, document: Document, columns: Callable[[], int]) -> None:
        self._document = document
        self._columns = columns
        self._kept: dict[Place, tuple[Row, Layout]] = {}
        self.tall: dict[Place, int] = {}
        """How many lines those take that are shown in slices, as far as they are known."""

    def clear(self) -> None:
        self._kept.clear()
        self.tall.clear()

    def rows(self, index: int, count: int) -> list[tuple[Row, Layout]]:
        return [(row, self._layout(row)) for row in self._document.rows(index, count)]

    def heights(self, index: int, count: int) -> list[int]:
        """How many lines of the view each row takes."""
        if self._columns():
            return [layout.height for _, layout in self.rows(index, count)]
        return [1] * max(0, min(count, self._document.count - index))

    def _layout(self, row: Row) -> Layout:
        kept = self._kept.get(row.place)
        if kept is not None and kept[0] == row:
            return kept[1]
        layout: Layout
        if row.long is None:
            layout = RowLayout(row.line, self._columns())
        else:
            layout = LongLayout(row, self._columns(), lambda at, size: self._slice(row, at, size))
            self.tall[row.place] = layout.height
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        self._kept[row.place] = (row, layout)
        return layout

    def _slice(self, row: Row, start: int, size: int) -> Line:
        section = self._document.section_of(row.place)
        if section is None or row.long is None:
            return Line("", ())
        try:
            return section.reader.slice_of(row.long, start, size)
        except Dropped:
            return Line("", ())
