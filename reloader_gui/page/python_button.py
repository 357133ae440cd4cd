"""The button below the output: which Python runs the script, and another one. GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from reloader_core import Interpreter
from reloader_gui.run.python_choice import PythonChoice
from reloader_gui.texts.pythons import PYTHONS
from reloader_gui.texts.values import VALUES
from reloader_gui.ui.widgets import Worded, named


class PythonButton(Worded, QPushButton):
    other_wanted = Signal()

    def __init__(self, choice: PythonChoice, own: Path | None) -> None:
        """`own`: the one that came along with the program."""
        super().__init__()
        named(self, "interpreterButton")
        self.setProperty("role", "flat")
        self._choice = choice
        self._shown: Interpreter | None = None
        self._is_known = False
        menu = QMenu(self)
        self._other = menu.addAction("", self.other_wanted.emit)
        self._own: QAction | None = None
        if own is not None:
            self._own = menu.addAction("", lambda: choice.choose(own))
        self._best = menu.addAction("", lambda: choice.choose(None))
        menu.aboutToShow.connect(lambda: self._best.setVisible(choice.is_chosen))
        self.setMenu(menu)
        choice.changed.connect(self._on_changed)
        self.set_words()

    def _on_changed(self, python: Interpreter | None) -> None:
        self._shown, self._is_known = python, True
        self.set_words()

    def set_words(self) -> None:
        self._other.setText(PYTHONS.choose_another())
        self._best.setText(PYTHONS.choose_automatically())
        if self._own is not None:
            self._own.setText(PYTHONS.use_own())
        text, tip = self._worded()
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip)

    def _worded(self) -> tuple[str, str]:
        if not self._is_known:
            return PYTHONS.looking(), PYTHONS.button_tip()
        choose = PYTHONS.choose_other_tip()
        if self._shown is not None:
            return PYTHONS.name(self._shown), VALUES.lines((str(self._shown.path), choose))
        missing = self._choice.missing
        why = missing() if missing is not None else ""
        return PYTHONS.none_found(), VALUES.lines((why, choose))
