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
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reloader_gui.settings.store import Settings
from reloader_gui.settings.table import GROUPS, TABLE, Setting, Value
from reloader_gui.texts.said import said
from reloader_gui.texts.settings import SETTINGS
from reloader_gui.ui.widgets import Worded, bare_label, button, label, put_words

ROW_GAP = 12
GROUP_GAP = 12
UNDER_A_SWITCH = 26
AROUND_A_SWITCH = 4
"""Where its frame is while it has the keyboard."""


class Script(Protocol):
    """The script that is shown, which has settings of its own; a ScriptRun is one."""

    @property
    def script(self) -> Path: ...


class SettingsPage(Worded, QWidget):
    changed = Signal(str)
    """This key has a new value."""
    done = Signal()
    program_wanted = Signal(str)
    """For the setting with this key; take_program() is the answer."""
    reset_done = Signal(object)
    """All settings are as in the beginning; calling this takes that back."""
    script_wanted = Signal()
    """The settings of the script itself."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._run: Script | None = None
        self.controls: dict[str, QWidget] = {}
        self._refreshers: list[Callable[[], None]] = []
        self._reword: list[Callable[[], None]] = []
        self._title = title = bare_label()
        title.setProperty("role", "headline")
        self._back = back = button("settingsDone")
        back.setProperty("role", "primary")
        back.clicked.connect(self.done)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(back)

        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 8, 8, 8)
        self._rows.setSpacing(ROW_GAP)
        for group in GROUPS:
            self._add_heading(group)
            for row in TABLE:
                if row.group == group:
                    self._add(row, self._control(row))
        self._of_script = button("scriptSettings")
        self._of_script.clicked.connect(self.script_wanted)
        self._reset = button("resetSettings")
        self._reset.clicked.connect(self._reset_all)
        self._file = label(role="quiet")
        last = QHBoxLayout()
        last.setSpacing(8)
        for each in (self._of_script, self._reset):
            last.addWidget(each)
        last.addStretch(1)
        self._rows.addSpacing(GROUP_GAP)
        self._rows.addLayout(last)
        self._rows.addWidget(self._file)
        self._rows.addStretch(1)
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
        put_words(self._reset, SETTINGS.reset(), SETTINGS.reset_tip())
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
        self._refresh_controls()

    def _add_heading(self, group: str) -> None:
        heading = label(role="group")
        if self._rows.count():
            self._rows.addSpacing(GROUP_GAP)
        self._rows.addWidget(heading)
        self._reword.append(lambda: heading.setText(SETTINGS.group(group)))

    def _add(self, row: Setting, control: QWidget) -> None:
        """A switch stands before its words, everything else behind them."""
        control.setObjectName(f"setting_{row.key}")
        self.controls[row.key] = control
        if isinstance(control, QCheckBox):
            self._add_switch(row, control)
            return
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._words(row, control), 3, Qt.AlignmentFlag.AlignVCenter)
        field = QHBoxLayout()
        field.setSpacing(8)
        field.addWidget(control, 1)
        if row.is_program:
            field.addWidget(self._browse(row))
        beside.addLayout(field, 2)
        self._rows.addLayout(beside)

    def _add_switch(self, row: Setting, box: QCheckBox) -> None:
        sentence = self._sentence(row, box, box)
        sentence.setContentsMargins(UNDER_A_SWITCH, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.setContentsMargins(-AROUND_A_SWITCH, 0, 0, 0)
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(sentence)
        self._rows.addLayout(column)

    def _words(self, row: Setting, control: QWidget) -> QWidget:
        name = bare_label()
        name.setBuddy(control)
        sentence = self._sentence(row, name, control)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(name)
        column.addWidget(sentence)
        return words

    def _sentence(self, row: Setting, name: QLabel | QCheckBox, control: QWidget) -> QLabel:
        """What explains it; the words of all three are said anew in each language."""
        sentence = label(role="quiet")

        def reword() -> None:
            name.setText(SETTINGS.label(row.key))
            sentence.setText(SETTINGS.sentence(row.key))
            control.setAccessibleName(name.text())
            control.setAccessibleDescription(sentence.text())

        self._reword.append(reword)
        return sentence

    def _browse(self, row: Setting) -> QPushButton:
        made = button(f"browse_{row.key}")
        self._reword.append(lambda: put_words(made, SETTINGS.browse(), SETTINGS.browse_tip()))
        made.clicked.connect(lambda: self.program_wanted.emit(row.key))
        return made

    def take_program(self, key: str, program: Path) -> None:
        """The answer to program_wanted."""
        self._store(key, str(program))
        self._refresh_controls()

    def _reset_all(self) -> None:
        """At once, since it can be taken back."""
        before = {row.key: self._settings.get(row.key) for row in TABLE}
        self._take_values({row.key: row.default for row in TABLE})
        self.reset_done.emit(lambda: self._take_values(before))

    def _take_values(self, values: dict[str, Value]) -> None:
        for key, value in values.items():
            self._store(key, value)
        self._refresh_controls()

    def _refresh_controls(self) -> None:
        for refresh in self._refreshers:
            refresh()

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
                box = QCheckBox()
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
                if row.is_program:
                    self._reword.append(lambda: line.setPlaceholderText(SETTINGS.first_found()))
                self._refreshers.append(lambda: line.setText(self._settings.text(row.key)))
                line.editingFinished.connect(lambda: self._store(row.key, line.text().strip()))
                return line

    def _choice(self, row: Setting) -> QWidget:
        box = Choice(row)
        self._reword.append(box.reword)
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


class Choice(QComboBox):
    """One of the row's choices. Scrolling the page must not change what lies under the pointer."""

    def __init__(self, row: Setting) -> None:
        super().__init__()
        for value in row.choices:
            self.addItem("", value)

    def reword(self) -> None:
        for number in range(self.count()):
            self.setItemText(number, SETTINGS.choice(self.itemData(number)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Whole(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Number(QDoubleSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
