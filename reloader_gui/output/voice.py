"""What a screen reader gets to know of the painted output. GUI thread.

It reads the rows that are in the view, as lines of one text, and hears new lines: a
few of them at a time, and how many more there were. A flood is not read aloud.
https://doc.qt.io/qt-6/qaccessibletextinterface.html
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.section import Kind, Place
from reloader_gui.output.text.selection import Point
from reloader_gui.texts.output import OUTPUT

SAY_EVERY_MS = 1000
MOST_SAID_LINES = 4
MOST_SAID_CHARS = 300


class _Text(QAccessibleTextInterface):
    """The rows in the view."""

    def __init__(self, pane: OutputPane) -> None:
        super().__init__()
        self._pane = pane

    def _rows(self) -> list[tuple[Place, str]]:
        pane = self._pane
        rows = pane.rows(pane.scrolling.top.row, pane.scrolling.page_lines)
        return [(row.place, layout.text(0, min(layout.size, 10_000))) for row, layout in rows]

    def _all(self) -> str:
        return "\n".join(text for _, text in self._rows())

    def _offset(self, point: Point) -> int:
        offset = 0
        for place, text in self._rows():
            if place == point.place:
                return offset + min(point.at, len(text))
            offset += len(text) + 1
        return 0

    def _point(self, offset: int) -> Point:
        last = Point(Place(0, 0), 0)
        for place, text in self._rows():
            if offset <= len(text):
                return Point(place, max(0, offset))
            offset -= len(text) + 1
            last = Point(place, len(text))
        return last

    def characterCount(self) -> int:
        return len(self._all())

    def text(self, startOffset: int, endOffset: int) -> str:
        text = self._all()
        return text[startOffset : endOffset if endOffset >= 0 else len(text)]

    def cursorPosition(self) -> int:
        return self._offset(self._pane.selection.caret)

    def setCursorPosition(self, position: int) -> None:
        self._pane.select(self._point(position), self._point(position))

    def characterRect(self, offset: int) -> QRect:
        point = self._point(offset)
        _, layout = self._pane.row(self._pane.document.index(point.place))
        position = self._pane.position_of(point.place, layout, point.at)
        if position is None:
            return QRect()
        fonts, area = self._pane.fonts, self._pane.viewport()
        return QRect(area.mapToGlobal(position), fonts.size)

    def offsetAtPoint(self, point: QPoint) -> int:
        return self._offset(self._pane.point_at(self._pane.viewport().mapFromGlobal(point)))

    def selectionCount(self) -> int:
        """What is selected may reach far out of the view; copying tells of it."""
        return 0

    def addSelection(self, startOffset: int, endOffset: int) -> None:
        self._pane.select(self._point(startOffset), self._point(endOffset))

    def removeSelection(self, selectionIndex: int) -> None:
        self._pane.selection.clear()

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        self.addSelection(startOffset, endOffset)

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        self._pane.show_point(self._point(startIndex))


class _Interface(QAccessibleWidget):
    def __init__(self, pane: OutputPane) -> None:
        super().__init__(pane, QAccessible.Role.Terminal, pane.accessibleName())
        self._text = _Text(pane)

    def interface_cast(self, t: QAccessible.InterfaceType) -> int:
        if t == QAccessible.InterfaceType.TextInterface:
            return self._text  # type: ignore[return-value]  # PySide wants the object
        # WORKAROUND for PySide 6.11: it crashes on None and on numbers, also on those of super().
        return Shiboken.VoidPtr(0)  # type: ignore[return-value]


_interfaces: list[QAccessibleInterface] = []  # Qt holds them, but not their Python side


def _make(class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if isinstance(thing, OutputPane):
        made = _Interface(thing)
        _interfaces.append(made)
        thing.destroyed.connect(lambda: _interfaces.remove(made))
        return made
    return None


def install() -> None:
    """Once for the application, before the first window."""
    QAccessible.installFactory(_make)


class Voice(QObject):
    """Says new lines of the newest run, while somebody listens."""

    def __init__(self, pane: OutputPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._said = Place(0, 0)
        self.is_on = True
        """Else only messages, states and errors are said."""
        self._pause = QTimer(self, singleShot=True, interval=SAY_EVERY_MS)
        self._pause.timeout.connect(self._say)
        pane.refreshed.connect(self._on_refreshed)

    def _on_refreshed(self) -> None:
        if self.is_on and QAccessible.isActive() and not self._pause.isActive():
            self._say()

    def _say(self) -> None:
        if (text := self.news()) and self.is_on:
            self._pause.start()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pane, text))

    def news(self) -> str:
        """What has come since the last call, or the end of it. An unfinished line waits
        until nothing more comes to it: a progress bar is not news."""
        document = self._pane.document
        if not document.count:
            return ""
        first, last = document.index(self._said), document.count - 1
        if self._said.run != document.place(last).run:
            first = document.newest_start
        rows = document.rows(max(first, last - MOST_SAID_LINES), MOST_SAID_LINES + 1)
        self._said = document.place(last)
        lines = [row.line.text.strip() for row in rows[:-1] if row.kind is not Kind.BLANK]
        said = "\n".join(line for line in lines if line)[-MOST_SAID_CHARS:]
        missed = last - first - MOST_SAID_LINES
        return OUTPUT.more_lines(missed, said) if missed > 0 and said else said
