"""The row in which a file gets another name. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from reloader_gui.texts.renaming import RENAMING
from reloader_gui.texts.said import Said
from reloader_gui.ui.widgets import Worded, announce, bare_label, button, label, named, put_words

Check = Callable[[str], Said | None]


class RenameRow(Worded, QWidget):
    """Shown when it is asked for; says at once why a name cannot be."""

    wanted = Signal(str)
    """What was typed, which can be a name."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file = Path()
        self._check: Check = lambda _: None
        self._label = bare_label()
        self._line = named(QLineEdit(), "renameLine")
        self._line.setAcceptDrops(False)
        self._label.setBuddy(self._line)
        self._rename = button("renameButton")
        self._cancel = button("renameCancelButton")
        self._why = label(role="quiet")
        self._why.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, each in enumerate((self._label, self._line, self._rename, self._cancel)):
            grid.addWidget(each, 0, column)
        grid.addWidget(self._why, 1, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        self._line.textChanged.connect(self._look)
        self._line.returnPressed.connect(self._finish)
        self._rename.clicked.connect(self._finish)
        self._cancel.clicked.connect(self.close_row)
        self.set_words()
        self.hide()

    def set_words(self) -> None:
        self._label.setText(RENAMING.label(self._file.name))
        self._line.setAccessibleName(RENAMING.name(self._file.name))
        put_words(self._rename, RENAMING.rename())
        put_words(self._cancel, RENAMING.cancel())
        self._look()

    def open(self, file: Path, name: str, check: Check) -> None:
        """With a name to begin with; what stands before its ending is selected."""
        self._file, self._check = file, check
        self._line.setText(name)
        self.set_words()
        self.show()
        self._line.setFocus()
        self._line.setSelection(0, len(Path(name).stem))

    def refuse(self, why: Said) -> None:
        """It could not be done after all."""
        self._say(why())

    def close_row(self) -> None:
        self.hide()
        self.closed.emit()

    def _look(self) -> None:
        why = self._check(self._line.text()) if self._file.name else None
        self._say(why() if why is not None else "")
        self._rename.setEnabled(why is None)

    def _say(self, why: str) -> None:
        is_news = why != self._why.text()
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._line.setAccessibleDescription(why)
        if why and is_news and self.isVisible():
            announce(self._line, why)

    def _finish(self) -> None:
        if self._rename.isEnabled():
            self.wanted.emit(self._line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_row()
            return
        super().keyPressEvent(event)
