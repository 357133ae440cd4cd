"""A file to read at a line, where there is no editor, and the ways to one. GUI thread.

Not an editor of our own: nothing can be typed here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reloader_gui.editors.open_in_editor import ToRead
from reloader_gui.texts.editors import EDITORS
from reloader_gui.texts.said import said
from reloader_gui.ui import system
from reloader_gui.ui.theme import Colours
from reloader_gui.ui.widgets import Worded, button, label, named, plain_tip, put_words

SIZE = (720, 520)
LEAST_HEIGHT = 240
GAP = 8
OFFERED = (
    (EDITORS.for_beginners, "Thonny", "https://thonny.org/"),
    (EDITORS.for_much, "Visual Studio Code", "https://code.visualstudio.com/"),
    (EDITORS.small_one, "Geany", "https://www.geany.org/download/releases/"),
)


class _Numbers(QWidget):
    """The lines' numbers, at the left of the text."""

    def __init__(self, text: NumberedText) -> None:
        super().__init__(text)
        self._text = text

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().placeholderText().color())
        painter.setFont(self._text.font())
        for number, top, height in self._text.lines_in_view():
            room = QRect(0, top, self.width() - GAP, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(number))
        painter.end()


class NumberedText(QPlainTextEdit):
    """Read only, with the numbers of its lines, one of which may be marked."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        # With the keyboard it is read by a cursor; Tab goes on to the buttons.
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self._numbers = _Numbers(self)
        digits = max(3, len(str(self.blockCount())))
        self._width = self.fontMetrics().horizontalAdvance("9" * digits) + 2 * GAP
        self.setViewportMargins(self._width, 0, 0, 0)
        self.updateRequest.connect(lambda *_: self._numbers.update())

    def mark(self, line: int, colour: QColor) -> None:
        """`line` counts from 1."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            marked = QTextEdit.ExtraSelection()
            marked.cursor = self.textCursor()  # type: ignore[attr-defined,unused-ignore]
            marked.format.setBackground(colour)  # type: ignore[attr-defined,unused-ignore]
            marked.format.setProperty(  # type: ignore[attr-defined,unused-ignore]
                QTextFormat.Property.FullWidthSelection, True
            )
            self.setExtraSelections([marked])
            QTimer.singleShot(0, self, self.centerCursor)  # it has its height by then

    def lines_in_view(self) -> list[tuple[int, int, int]]:
        """Number, top and height in pixels."""
        lines, block = [], self.firstVisibleBlock()
        below = self.viewport().height()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > below:
                break
            top = round(place.top()) + self.viewport().y() - self._numbers.y()
            lines.append((block.blockNumber() + 1, top, round(place.height())))
            block = block.next()
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect()
        self._numbers.setGeometry(room.left(), room.top(), self._width, room.height())


class FileView(Worded, QDialog):
    """Beside the window, which can be used meanwhile."""

    program_wanted = Signal()
    """The user wants to name the program, and the system has no question for that."""

    def __init__(self, shown: ToRead, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fileView")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shown = shown
        self._sentence = label()
        self.text = named(NumberedText(shown.text), "fileText")
        self._open = self._button("openWithButton", self._on_open_with)
        self._get = button("getEditorButton")
        self._menu = QMenu(self)
        for _, _, address in OFFERED:
            act = self._menu.addAction("")
            act.setToolTip(plain_tip(address))
            act.triggered.connect(lambda _, address=address: _browse(address))
        self._menu.setToolTipsVisible(True)
        self._get.setMenu(self._menu)
        self._show = self._button("showFileButton", self._on_show)
        self._close = self._button("fileViewClose", self.close)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for each in (self._open, self._get, self._show):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(GAP)
        column.addWidget(self._sentence)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self._open.setProperty("role", "primary")
        self._open.setDefault(True)
        self.resize(*SIZE)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.set_words()
        if shown.line is not None:
            self.text.mark(shown.line, QColor(colours.found))
        self.text.setFocus()

    @staticmethod
    def _button(name: str, act: Callable[[], object]) -> QPushButton:
        made = button(name)
        made.clicked.connect(act)
        return made

    def set_words(self) -> None:
        self.setWindowTitle(EDITORS.reading(self.shown.file.name, self.shown.line))
        self._sentence.setText(said(EDITORS.to_read)())
        self.text.setAccessibleName(self.windowTitle())
        put_words(self._open, EDITORS.open_with(), EDITORS.open_with_tip())
        put_words(self._get, EDITORS.get_one(), EDITORS.get_one_tip())
        put_words(self._show, EDITORS.show_file(), EDITORS.show_file_tip())
        put_words(self._close, EDITORS.close(), "", "Esc")
        for act, (words, name, _) in zip(self._menu.actions(), OFFERED, strict=True):
            act.setText(words(name))

    def _on_open_with(self) -> None:
        file, prompt = Path(os.path.abspath(self.shown.file)), EDITORS.open_with_prompt()
        command = system.open_with(file, prompt, os.environ, system.THIS)
        if command is None or not system.start_for_user(command):
            self.program_wanted.emit()

    def _on_show(self) -> None:
        file = Path(os.path.abspath(self.shown.file))
        command = system.show_file(file, os.environ, system.THIS)
        if command is None or not system.start_for_user(command):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))


def _browse(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))
