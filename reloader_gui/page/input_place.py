"""Where the input line stands: behind the question in the output, or in the row below it.

One widget, a child of the page in both places, so that its text, cursor and focus stay as they
are; while an input method composes it is not moved at all. GUI thread.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodQueryEvent
from PySide6.QtWidgets import QWidget

from reloader_gui.output.pane import OutputPane
from reloader_gui.output.scrolled_rows import MARGIN
from reloader_gui.page.input.input_row import InputRow

LEAST_COLUMNS = 24
"""Behind a longer question there is too little room for an answer."""
_ABOVE = 1
"""Of its frame, so that its letters stand where the question's do."""
_BEFORE = 2
"""What a QLineEdit leaves free before its text."""


class InputPlace(QObject):
    """Belongs to the page, which is the parent of both."""

    def __init__(self, page: QWidget, output: OutputPane, row: InputRow) -> None:
        super().__init__(page)
        self._page, self._output, self._row, self._line = page, output, row, row.line
        self._line.setParent(page)
        QWidget.setTabOrder(output, self._line)
        for each in (output, row, row.slot, self._line):
            each.installEventFilter(self)
        output.moved.connect(self.settle)
        row.changed.connect(self.settle)
        self._line.composed.connect(self.settle)
        self._line.scrolled.connect(output.wheelEvent)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type
        if watched is self._output:
            if isinstance(event, QInputMethodQueryEvent):
                self._tell_place(event)
                return True
        elif watched is not self._line:
            if event.type() in (kinds.Resize, kinds.Move, kinds.ShowToParent, kinds.HideToParent):
                self.settle()
        elif event.type() == kinds.EnabledChange:
            self.settle()
        return super().eventFilter(watched, event)

    def _tell_place(self, query: QInputMethodQueryEvent) -> None:
        """To an input method whose word begins in the output: it is written in the line."""
        output, line, corner = self._output, self._line, QPoint(0, 0)
        cursor = Qt.InputMethodQuery.ImCursorRectangle
        output.event(query)
        if query.queries() & cursor:
            way = line.mapTo(self._page, corner) - output.mapTo(self._page, corner)
            query.setValue(cursor, line.inputMethodQuery(cursor).translated(way))

    def settle(self) -> None:
        """Put it where it belongs now."""
        line, slot = self._line, self._row.slot
        if line.is_composing:
            return
        is_shown = line.was_opened and not self._row.isHidden()
        line.setVisible(is_shown)
        if not is_shown:
            return
        place = self._behind_the_question()
        self._row.set_answered_above(place is not None)
        fonts = self._output.fonts
        line.set_inline(fonts.font if place is not None else None, fonts.ascent + _ABOVE)
        if place is None:
            place = QRect(slot.mapTo(self._page, QPoint(0, 0)), slot.size())
        if line.geometry() != place:
            line.setGeometry(place)
        line.raise_()

    def _behind_the_question(self) -> QRect | None:
        """None: it stands in the row below."""
        output = self._output
        if not self._row.asks_for_certain or not output.is_at_end:
            return None
        start = self._end_of_text()
        if start is None:
            return None
        view = output.viewport()
        width = view.width() - MARGIN - start.x()
        if width < LEAST_COLUMNS * output.fonts.cell:
            return None
        height = output.fonts.height + 2 * _ABOVE
        corner = view.mapTo(self._page, start - QPoint(0, _ABOVE))
        return QRect(corner.x() - _BEFORE, corner.y(), width + _BEFORE, height)

    def _end_of_text(self) -> QPoint | None:
        """Where in the view the next character would be painted; None: not in sight."""
        output = self._output
        last = output.document.count - 1
        if last < 0 or not output.is_laid_out(last):
            return None
        row, layout = output.row(last)
        return output.position_of(row.place, layout, layout.size)
