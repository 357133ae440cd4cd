"""The settings page, made from TABLE row by row. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reloader_gui.settings.store import Settings
from reloader_gui.settings.table import TABLE, Setting, Value
from reloader_gui.texts.said import said
from reloader_gui.texts.settings import SETTINGS
from reloader_gui.ui.widgets import Worded, button, label, put_words


class Script(Protocol):
    """The script that is shown, which has settings of its own; a ScriptRun is one."""

    @property
    def script(self) -> Path: ...


class SettingsPage(Worded, QWidget):
    changed = Signal(str)
    """This key has a new value."""
    done = Signal()
    script_wanted = Signal()
    """The settings of the script itself."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._run: Script | None = None
        self.controls: dict[str, QWidget] = {}
        self._refreshers: list[Callable[[], None]] = []
        self._reword: list[Callable[[], None]] = []
        self._title = title = QLabel()
        title.setProperty("role", "headline")
        self._back = back = button("settingsDone")
        back.setProperty("role", "primary")
        back.clicked.connect(self.done)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(back)

        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 8, 8, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self._grid = grid
        self._of_script = button("scriptSettings")
        self._of_script.clicked.connect(self.script_wanted)
        for row in TABLE:
            self._add(row, self._control(row))
        left = Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self._of_script, grid.rowCount(), 0, 1, 2, left)
        self._file = label(role="quiet")
        grid.addWidget(self._file, grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(rows)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(area, 1)
        self.set_words()

    def set_words(self) -> None:
        self._title.setText(SETTINGS.title())
        put_words(self._back, SETTINGS.done(), SETTINGS.done_tip(), "Esc")
        file = self._settings.file
        self._file.setText(SETTINGS.stored_in(file) if file else said(SETTINGS.no_folder)())
        if self._run is not None:
            put_words(self._of_script, SETTINGS.of_script(self._run.script))
        for reword in self._reword:
            reword()

    def take_messages(self, messages: QWidget) -> None:
        """Those of the page that is hidden meanwhile, which takes them back."""
        self._column.insertWidget(1, messages)

    def point_at(self, key: str) -> None:
        """The keyboard goes there."""
        control = self.controls[key]
        self._area.ensureWidgetVisible(control)
        control.setFocus()

    def refresh(self, run: Script | None) -> None:
        """Show the values as they are now, and those of the script of `run`."""
        self._run = run
        self._of_script.setVisible(run is not None)
        if run is not None:
            put_words(self._of_script, SETTINGS.of_script(run.script))
        for refresh in self._refreshers:
            refresh()

    def _add(self, row: Setting, control: QWidget) -> None:
        control.setObjectName(f"setting_{row.key}")
        self.controls[row.key] = control
        words = self._words(row, control)
        number = self._grid.rowCount()
        self._grid.addWidget(words, number, 0)
        self._grid.addWidget(control, number, 1, Qt.AlignmentFlag.AlignVCenter)

    def _words(self, row: Setting, control: QWidget) -> QWidget:
        name, sentence = QLabel(), label(role="quiet")
        name.setBuddy(control)

        def reword() -> None:
            name.setText(SETTINGS.label(row.key))
            sentence.setText(SETTINGS.sentence(row.key))
            control.setAccessibleName(name.text())
            control.setAccessibleDescription(sentence.text())

        self._reword.append(reword)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(name)
        column.addWidget(sentence)
        return words

    def _check_box(self) -> QCheckBox:
        box = QCheckBox()
        self._reword.append(lambda: box.setText(SETTINGS.on()))
        return box

    def _store(self, key: str, value: Value) -> None:
        if value == self._settings.get(key):
            return
        self._settings.set(key, value)
        self.changed.emit(key)

    def _control(self, row: Setting) -> QWidget:
        if row.choices:
            return self._choice(row)
        match row.default:
            case bool():
                box = self._check_box()
                self._refreshers.append(lambda: box.setChecked(self._settings.flag(row.key)))
                box.clicked.connect(lambda on: self._store(row.key, on))
                return box
            case int():
                whole = _Whole()
                whole.setRange(int(row.least), int(row.most))
                if row.least_is_system:
                    self._reword.append(lambda: whole.setSpecialValueText(SETTINGS.least()))
                get = lambda: whole.setValue(int(self._settings.number(row.key)))  # noqa: E731
                self._refreshers.append(get)
                whole.lineEdit().setTextMargins(8, 0, 0, 0)
                whole.valueChanged.connect(lambda value: self._store(row.key, value))
                return whole
            case float():
                number = _Number()
                number.setRange(row.least, row.most)
                number.lineEdit().setTextMargins(8, 0, 0, 0)
                number.setDecimals(1)
                number.setSingleStep(0.5)
                self._refreshers.append(lambda: number.setValue(self._settings.number(row.key)))
                number.valueChanged.connect(lambda value: self._store(row.key, float(value)))
                return number
            case str():
                line = QLineEdit()
                line.setAcceptDrops(False)
                self._refreshers.append(lambda: line.setText(self._settings.text(row.key)))
                line.editingFinished.connect(lambda: self._store(row.key, line.text().strip()))
                return line

    def _choice(self, row: Setting) -> QWidget:
        box = _Choice()
        for value in row.choices:
            box.addItem("", value)

        def reword() -> None:
            for number, value in enumerate(row.choices):
                box.setItemText(number, SETTINGS.choice(value))

        self._reword.append(reword)
        self._refreshers.append(
            lambda: box.setCurrentIndex(box.findData(self._settings.text(row.key)))
        )
        box.activated.connect(lambda index: self._store(row.key, box.itemData(index)))
        return box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return
        super().keyPressEvent(event)


class _Choice(QComboBox):
    """Scrolling the page must not change what lies under the pointer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Whole(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Number(QDoubleSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
