"""The button below the output: which Python runs the script, and another one. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from reloader_core import Interpreter
from reloader_gui.page.python_menu import PythonMenu
from reloader_gui.python.search import ListPythons
from reloader_gui.run.python_choice import PythonChoice
from reloader_gui.texts.pythons import PYTHONS
from reloader_gui.texts.values import VALUES
from reloader_gui.ui.widgets import Worded, named, plain_tip


class PythonButton(Worded, QPushButton):
    other_wanted = Signal()

    def __init__(self, choice: PythonChoice, list_pythons: ListPythons) -> None:
        super().__init__()
        named(self, "interpreterButton")
        self.setProperty("role", "flat")
        self._choice = choice
        self._shown: Interpreter | None = None
        self._is_known = False
        menu = PythonMenu(choice, list_pythons, self)
        menu.other_wanted.connect(self.other_wanted)
        self.setMenu(menu)
        choice.changed.connect(self._on_changed)
        self.set_words()

    def _on_changed(self, python: Interpreter | None) -> None:
        self._shown, self._is_known = python, True
        self.set_words()

    def set_words(self) -> None:
        text, tip = self._worded()
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(tip))

    def _worded(self) -> tuple[str, str]:
        if not self._is_known:
            return PYTHONS.looking(), PYTHONS.button_tip()
        choose = PYTHONS.choose_other_tip()
        if self._shown is not None:
            return PYTHONS.name(self._shown), VALUES.lines((str(self._shown.path), choose))
        missing = self._choice.missing
        why = missing() if missing is not None else ""
        return PYTHONS.none_found(), VALUES.lines((why, choose))
