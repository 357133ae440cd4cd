"""In a low window the messages and the error card say less, so that the output keeps its
lines. GUI thread.

Heights are computed, not tried out: whatever is shown or hidden asks for a new layout, which
leads here again.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reloader_gui.error_card import ErrorCard
from reloader_gui.message_area import MessageArea
from reloader_gui.output.view import MARGIN, OutputView
from reloader_gui.widgets import height_for

LEAST_LINES = 5
# (only the newest message, a short card): the first that leaves room is taken.
_WAYS = ((False, False), (True, False), (True, True))


class LowWindow(QObject):
    """Belongs to the page that `column` lays out, in which these are among others."""

    def __init__(
        self, column: QVBoxLayout, output: OutputView, messages: MessageArea, card: ErrorCard
    ) -> None:
        page = column.parentWidget()
        assert page is not None
        super().__init__(page)
        self._page = page
        self._column = column
        self._output = output
        self._messages = messages
        self._card = card
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        width, room = self._page.width(), self._room()
        for newest_only, short in _WAYS:
            messages = self._messages.needs(width, newest_only=newest_only)
            if messages + self._card.needs(width, short=short) <= room:
                break
        self._messages.set_newest_only(newest_only)
        self._card.set_short(short)

    def _room(self) -> int:
        """What the messages and the card may take."""
        gap = self._column.spacing()
        least = LEAST_LINES * self._output.fonts.height + 2 * (MARGIN + self._output.frameWidth())
        room = self._page.height() - least + gap
        only_direct = Qt.FindChildOption.FindDirectChildrenOnly
        for widget in self._page.findChildren(QWidget, options=only_direct):
            if not widget.isHidden() and self._column.indexOf(widget) >= 0:
                elastic = widget in (self._output, self._messages, self._card)
                room -= gap + (0 if elastic else height_for(widget, self._page.width()))
        return room
