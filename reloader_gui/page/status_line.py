"""The line that says what the script does; while the pointer is on a link, where that leads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from reloader_gui.texts.status import Mood, StatusView
from reloader_gui.ui.widgets import Label, announce, named, restyle


class StatusLine(Label):
    """GUI thread."""

    clicked = Signal()
    """Not where text was selected, and only while a click does something."""

    def __init__(self, view: StatusView) -> None:
        super().__init__()
        named(self, "statusLabel")
        self.setWordWrap(True)
        self.setIndent(0)  # else half an x, which is wider in bold letters
        self._view = view
        self._asks = False
        self._link = ""
        self._announced: tuple[object, ...] = ()
        self.show_view(view)

    def show_view(self, view: StatusView) -> None:
        self._view = view
        state = (view.state, view.mood)
        is_news = state != self._announced
        if is_news:
            self._link = ""  # it goes before where a link leads
        text = view.text
        self.setText(self._link or text)
        self.setAccessibleName(text)
        restyle(self, "mood", (Mood.CALM if self._link else view.mood).value)
        if is_news:  # not each second of it
            self._announced = state
            announce(self, text)

    def set_asks(self, on: bool) -> None:
        """Whether a click does something."""
        self._asks = on
        shape = Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.IBeamCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if self._asks and is_left and not self.hasSelectedText():
            self.clicked.emit()

    def set_has_card(self, on: bool) -> None:
        """The error card below is red; one such element is enough."""
        restyle(self, "card", on)

    def show_link(self, link: str) -> None:
        """Empty: the pointer has left it."""
        self._link = link
        self.show_view(self._view)
