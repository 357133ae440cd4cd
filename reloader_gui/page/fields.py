"""A setting that is typed: its name, what it is for, and what is wrong with it. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reloader_gui.texts.said import Said
from reloader_gui.ui.widgets import announce, bare_label, label, restyle

SAY_FAULT_MS = 500
"""Who is in the middle of a word is not told that it is wrong."""
_AROUND_LINES = 14


class Field(QWidget):
    """The words are put into `name` and `sentence` by whoever has made it."""

    typed = Signal(str)
    left = Signal()
    """The keyboard has gone elsewhere, or Return was pressed."""

    def __init__(self, key: str, *, lines: int = 1, beside: QWidget | None = None) -> None:
        super().__init__()
        self.name = bare_label()
        self.sentence = label(role="quiet")
        self._fault: Said | None = None
        self._fault_label = label(role="fault")
        self._fault_label.hide()
        self._say_fault = QTimer(self, singleShot=True, interval=SAY_FAULT_MS)
        self._say_fault.timeout.connect(self._show_fault)
        self.control: QLineEdit | _Lines = QLineEdit() if lines == 1 else _Lines(lines)
        self.control.setObjectName(f"setting_{key}")
        self.control.setAcceptDrops(False)
        self.name.setBuddy(self.control)
        if isinstance(self.control, QLineEdit):
            self.control.textEdited.connect(self.typed)
            self.control.editingFinished.connect(self.left)
        else:
            self.control.textChanged.connect(lambda: self.typed.emit(self.text()))
            self.control.left.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.control, 1)
        if beside is not None:
            row.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.name, self.sentence):
            column.addWidget(each)
        column.addLayout(row)
        column.addWidget(self._fault_label)

    def text(self) -> str:
        if isinstance(self.control, QLineEdit):
            return self.control.text()
        return self.control.toPlainText()

    def set_text(self, text: str) -> None:
        if isinstance(self.control, QLineEdit):
            self.control.setText(text)
        else:
            self.control.setPlainText(text)

    def set_words(self, name: str, sentence: str, hint: str = "") -> None:
        self.name.setText(name)
        self.sentence.setText(sentence)
        self.control.setAccessibleName(name)
        self.control.setPlaceholderText(hint)
        self._fault_label.setText(self._fault() if self._fault is not None else "")
        self._describe()

    @property
    def fault(self) -> Said | None:
        return self._fault

    def set_fault(self, fault: Said | None) -> None:
        """Said after a moment, taken back at once."""
        if fault == self._fault:
            return
        self._fault = fault
        if fault is None:
            self._say_fault.stop()
            self._show_fault()
        elif self._fault_label.isHidden():
            self._say_fault.start()
        else:
            self._show_fault()

    def _show_fault(self) -> None:
        text = self._fault() if self._fault is not None else ""
        self._fault_label.setText(text)
        self._fault_label.setVisible(bool(text))
        restyle(self.control, "faulty", bool(text))
        self._describe()
        if text:
            announce(self.control, text)

    def _describe(self) -> None:
        shown = self._fault_label.text() or self.sentence.text()
        self.control.setAccessibleDescription(shown)


class _Lines(QPlainTextEdit):
    """Several lines; the tab key leaves it."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + _AROUND_LINES)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
