"""Marks on the output's scroll bar: where each run begins, and which of them failed. GUI thread.

Where a mark is follows from how many rows there are, so the bar and its marks move together. There
is none while one run is all there is, or while only matching lines are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reloader_core import RunOutput
from reloader_gui.output.look.scroll import Spot
from reloader_gui.output.scrolled_rows import ScrolledRows
from reloader_gui.output.text.section import HEAD_LINES, Kind, Place
from reloader_gui.ui.theme import Colours

RUN_PX, FAILED_PX = 2, 4
SIDE = 2
"""Free at the left and the right of a mark, in pixels."""


class Marks(QWidget):
    """Lies over the vertical scroll bar of `rows`, which gets the mouse all the same."""

    def __init__(self, rows: ScrolledRows) -> None:
        self._bar = bar = rows.verticalScrollBar()
        super().__init__(bar)
        self.setObjectName("scrollMarks")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rows = rows
        self._failed: frozenset[int] = frozenset()
        self._run_colour = self._failed_colour = QColor()
        bar.installEventFilter(self)
        rows.refreshed.connect(self.update)
        rows.moved.connect(self.update)

    def set_failed(self, runs: Sequence[RunOutput]) -> None:
        """These ended by an error, which their last lines tell of."""
        self._failed = frozenset(map(id, runs))
        self.update()

    def set_colours(self, colours: Colours) -> None:
        self._run_colour = QColor(colours.accent)
        self._failed_colour = QColor(colours.trouble)
        self.update()

    def begins(self) -> list[int]:
        """The heights at which a run begins, in pixels from the top of the bar."""
        return [y for y, is_failure in self._marks() if not is_failure]

    def failures(self) -> list[int]:
        """As begins(): where a run that failed ends."""
        return [y for y, is_failure in self._marks() if is_failure]

    def _marks(self) -> Iterator[tuple[int, bool]]:
        document = self._rows.document
        if document.is_picked or len(document.sections) < 2 or not self._bar.maximum():
            return
        for section in document.sections:
            if Kind.RULE in section.head:
                yield self._y(Place(section.serial, HEAD_LINES[Kind.RULE])), False
            if id(section.run) in self._failed and section.rows:
                yield self._y(Place(section.serial, section.extent.last_line)), True

    def _y(self, place: Place) -> int:
        bar, document = self._bar, self._rows.document
        value = self._rows.scrolling.value(Spot(document.index(place)))
        return round(value * self.height() / (bar.maximum() + bar.pageStep()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.setGeometry(self._bar.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The failures last: they count more."""
        painter = QPainter(self)
        marks = set(self._marks())
        for y, is_failure in sorted(marks, key=lambda mark: mark[1]):
            height = FAILED_PX if is_failure else RUN_PX
            top = min(y, self.height() - height)
            colour = self._failed_colour if is_failure else self._run_colour
            painter.fillRect(QRect(SIDE, top, self.width() - 2 * SIDE, height), colour)
        painter.end()
