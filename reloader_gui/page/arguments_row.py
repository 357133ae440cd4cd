"""The row in which the script's arguments are typed. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from reloader_gui.texts.page import ARGUMENTS
from reloader_gui.ui.widgets import Worded, button, named, put_words


class ArgumentsRow(Worded, QWidget):
    """What the script gets as sys.argv; shown when it is asked for."""

    done = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line = named(QLineEdit(), "argumentsLine")
        self._line.setAcceptDrops(False)
        self._line.returnPressed.connect(self._finish)
        self._label = QLabel()
        self._label.setBuddy(self._line)
        self._use = button("keepArguments")
        self._use.clicked.connect(self._finish)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self._line, 1)
        row.addWidget(self._use)
        self.set_words()
        self.hide()

    def set_words(self) -> None:
        self._label.setText(ARGUMENTS.label())
        self._line.setAccessibleName(ARGUMENTS.name())
        self._line.setPlaceholderText(ARGUMENTS.hint())
        put_words(self._use, ARGUMENTS.use(), ARGUMENTS.use_tip())

    def open(self, text: str) -> None:
        self._line.setText(text)
        self.show()
        self._line.setFocus()

    def _finish(self) -> None:
        self.done.emit(self._line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
