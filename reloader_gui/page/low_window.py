"""In a low window the messages and the error card say less, and an input line that nobody
reads is left out: the output keeps its lines. Where there is no room for one of these, messages
wait. GUI thread.

Heights are computed, not tried out: whatever is shown or hidden asks for a new layout, which
leads here again.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reloader_gui.output.scrolled_rows import MARGIN
from reloader_gui.output.view import OutputView
from reloader_gui.page.error_card import ErrorCard
from reloader_gui.page.input.input_row import InputRow
from reloader_gui.page.message_area import MessageArea
from reloader_gui.ui.widgets import height_for

LEAST_LINES = 5
# (only the newest message, a short card, no idle input): the first that leaves room is taken.
_WAYS = ((False, False, False), (True, False, False), (True, True, False), (True, True, True))


class LowWindow(QObject):
    """Belongs to the page that `column` lays out, in which these are among others."""

    def __init__(
        self,
        column: QVBoxLayout,
        output: OutputView,
        messages: MessageArea,
        card: ErrorCard,
        answer: InputRow,
    ) -> None:
        page = column.parentWidget()
        assert page is not None
        super().__init__(page)
        self._page = page
        self._column = column
        self._output = output
        self._messages = messages
        self._card = card
        self._answer = answer
        page.installEventFilter(self)
        answer.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        layout = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        if event.type() in (layout if watched is self._page else (QEvent.Type.EnabledChange,)):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        width, room = self._page.width(), self._room()
        is_idle = not self._answer.line.isEnabled()
        for newest_only, short, no_input in _WAYS:
            needed = self._messages.needs(width, newest_only=newest_only)
            needed += self._card.needs(width, short=short)
            if not (no_input and is_idle):
                needed += self._answer.sizeHint().height() + self._column.spacing()
            if needed <= room:
                break
        if needed > room + self._least() - self._output.minimumSizeHint().height():
            self._messages.set_most(0)
        elif newest_only:
            self._messages.set_most(1)
        else:
            self._messages.set_most()
        self._card.set_short(short)
        self._answer.setVisible(not (no_input and is_idle))

    def _least(self) -> int:
        """How high the output is to be."""
        output = self._output
        return LEAST_LINES * output.fonts.height + 2 * (MARGIN + output.frameWidth())

    def _room(self) -> int:
        """What the messages, the card and the input may take."""
        gap = self._column.spacing()
        room = self._page.height() - self._least() + gap
        only_direct = Qt.FindChildOption.FindDirectChildrenOnly
        for widget in self._page.findChildren(QWidget, options=only_direct):
            if widget is self._answer:
                continue
            waits = widget is self._messages and bool(self._messages.texts())
            if (waits or not widget.isHidden()) and self._column.indexOf(widget) >= 0:
                elastic = widget in (self._output, self._messages, self._card)
                room -= gap + (0 if elastic else height_for(widget, self._page.width()))
        return room
