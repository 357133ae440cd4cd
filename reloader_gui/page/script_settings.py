"""The page with the settings of one script: what it gets, where it runs, which files restart it.

GUI thread. Checks what is typed while it is typed; what is right is kept as soon as the keyboard
leaves its field, for the next run on, and what is not is not used.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reloader_gui.page.fields import Field
from reloader_gui.run import script_texts
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.settings.page import Choice
from reloader_gui.settings.table import SCRIPT_TABLE, Setting
from reloader_gui.texts.said import Said, said
from reloader_gui.texts.script_settings import SCRIPT_SETTINGS
from reloader_gui.texts.settings import SETTINGS
from reloader_gui.ui.background import Background
from reloader_gui.ui.widgets import Worded, bare_label, button, label, named, put_words

LINES = {"arguments": 1, "folder": 1, "environment": 3, "watch": 3, "ignore": 2}
"""The fields, in their order, and how high they are."""


class ScriptSettings(Worded, QWidget):
    """Made each time that it is opened."""

    done = Signal()
    folder_wanted = Signal(object)
    """Ask for a folder, beginning at this Path; take_folder() is the answer."""

    def __init__(self, run: ScriptRun) -> None:
        super().__init__()
        self._run = run
        self._disk = Background(self)
        self._asked = 0
        self._is_checking = False
        self._title = bare_label()
        self._title.setProperty("role", "headline")
        self._when = label(role="quiet")
        self._back = button("settingsDone")
        self._back.setProperty("role", "primary")
        self._back.clicked.connect(self.done)
        self._choose = button("chooseFolder")
        self._choose.clicked.connect(lambda: self.folder_wanted.emit(run.options.folder))
        self._fields = {key: self._field(key, lines) for key, lines in LINES.items()}
        self._env = named(QCheckBox(), "setting_use_env_file")
        self._env.clicked.connect(run.env_file.use)
        self._env_says = label(role="quiet")
        self._switches: list[tuple[str, QCheckBox, QLabel]] = []
        self._choices: list[tuple[str, Choice, QLabel, QLabel]] = []
        self._lay_out()
        run.env_file.changed.connect(self._show_env)
        run.env_file.look()
        self.set_words()
        for key, field in self._fields.items():
            self._check(key, field.text())

    def _field(self, key: str, lines: int) -> Field:
        field = Field(key, lines=lines, beside=self._choose if key == "folder" else None)
        field.set_text(self._run.options.text(key))
        field.typed.connect(lambda text: self._check(key, text))
        field.left.connect(self.commit)
        return field

    def _lay_out(self) -> None:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(16)
        column.addWidget(self._when)
        for key, field in self._fields.items():
            column.addWidget(field)
            if key == "environment":
                column.addLayout(_switch_row(self._env, self._env_says))
        for row in SCRIPT_TABLE:
            column.addLayout(self._choice(row) if row.choices else self._switch(row.key))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(rows)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._back)
        self._column = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addWidget(area, 1)

    def _switch(self, key: str) -> QVBoxLayout:
        box, sentence = named(QCheckBox(), f"setting_{key}"), label(role="quiet")
        box.setChecked(bool(getattr(self._run.options.now, key)))
        box.clicked.connect(lambda on: self._run.set_option(key, on))
        self._switches.append((key, box, sentence))
        return _switch_row(box, sentence)

    def _choice(self, row: Setting) -> QVBoxLayout:
        box, name, sentence = Choice(row), bare_label(), label(role="quiet")
        named(box, f"setting_{row.key}")
        box.setCurrentIndex(box.findData(getattr(self._run.options.now, row.key)))
        box.activated.connect(lambda index: self._run.set_option(row.key, box.itemData(index)))
        name.setBuddy(box)
        self._choices.append((row.key, box, name, sentence))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(name)
        line.addWidget(box)
        line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(sentence)
        return column

    def set_words(self) -> None:
        script = self._run.script
        self._title.setText(SCRIPT_SETTINGS.title(script))
        self._when.setText(SCRIPT_SETTINGS.when())
        put_words(self._back, SETTINGS.done(), SETTINGS.done_tip(), "Esc")
        put_words(self._choose, SCRIPT_SETTINGS.choose(), SCRIPT_SETTINGS.choose_tip())
        for key, field in self._fields.items():
            hint = str(script.parent) if key == "folder" else ""
            name = SCRIPT_SETTINGS.label(key)
            field.set_words(name, SCRIPT_SETTINGS.sentence(key, script), hint)
        for key, box, sentence in self._switches:
            box.setText(SETTINGS.label(key))
            sentence.setText(SETTINGS.sentence(key))
            box.setAccessibleDescription(sentence.text())
        for key, choice, title, quiet in self._choices:
            title.setText(SETTINGS.label(key))
            quiet.setText(SETTINGS.sentence(key))
            choice.reword()
            choice.setAccessibleName(title.text())
            choice.setAccessibleDescription(quiet.text())
        self._show_env()

    def take_messages(self, messages: QWidget) -> None:
        """Those of the page that is hidden meanwhile, which takes them back."""
        self._column.insertWidget(1, messages)

    def point_at(self, key: str) -> None:
        """The keyboard goes there."""
        self._fields[key].control.setFocus()

    def take_folder(self, folder: Path) -> None:
        beside, text = self._run.script.parent, str(folder)
        if folder.is_relative_to(beside):
            text = "" if folder == beside else str(folder.relative_to(beside))
        self._fields["folder"].set_text(text)
        self._check("folder", self._fields["folder"].text())

    # -- checks

    def _check(self, key: str, text: str) -> None:
        if key == "folder":
            self._check_folder(text)
        else:
            self._fields[key].set_fault(script_texts.fault(key, text))

    def _check_folder(self, text: str) -> None:
        """On another thread: its drive may not answer."""
        self._asked += 1
        self._is_checking = True
        number, script = self._asked, self._run.script

        def take(found: Said | None) -> None:
            if number == self._asked:
                self._is_checking = False
                self._fields["folder"].set_fault(found)
                if not self._fields["folder"].control.hasFocus():
                    self.commit()

        self._disk.submit(
            lambda: script_texts.folder_fault(text, script), take, instead=lambda: None
        )

    def commit(self) -> None:
        """Keep what is right and another than before."""
        changes = {}
        for key, field in self._fields.items():
            is_open = key == "folder" and self._is_checking
            if field.fault is None and not is_open and field.text() != self._run.options.text(key):
                changes[key] = field.text()
        if changes:
            self._run.set_texts(**changes)

    # -- .env

    def _show_env(self) -> None:
        found, is_on = self._run.env_file.now, self._run.options.now.use_env_file
        self._env.setText(SCRIPT_SETTINGS.use_env_file())
        self._env.setChecked(is_on)
        names = tuple(name for name, _ in found.variables)
        says = said(SCRIPT_SETTINGS.env_file, found.is_there, names, found.kept)
        self._env_says.setText(says())
        self._env.setAccessibleDescription(says())
        for each in (self._env, self._env_says):
            each.setVisible(found.is_there or is_on)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # else the window was made an icon
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return
        super().keyPressEvent(event)


def _switch_row(box: QCheckBox, sentence: QLabel) -> QVBoxLayout:
    row = QVBoxLayout()
    row.setSpacing(2)
    row.addWidget(box)
    row.addWidget(sentence)
    return row
