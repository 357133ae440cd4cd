"""The list of all Pythons of this computer, opened by the button below the output. GUI thread.

They are looked for in the background each time it is opened; what was found the last time is
there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reloader_core import Interpreter, PassedOver
from reloader_gui.python.search import Listed, ListPythons
from reloader_gui.run.python_choice import PythonChoice
from reloader_gui.texts.pythons import PYTHONS
from reloader_gui.ui.background import Background
from reloader_gui.ui.program import home_folder
from reloader_gui.ui.widgets import named


class PythonMenu(QMenu):
    other_wanted = Signal()
    """A file that is in no list."""

    def __init__(self, choice: PythonChoice, list_pythons: ListPythons, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "pythonMenu")
        self.setToolTipsVisible(True)
        self._choice = choice
        self._list_pythons = list_pythons
        self._background = Background(self)
        self._found: Listed | None = None
        self._is_looking = False
        self.aboutToShow.connect(self._on_about_to_show)
        self._fill()

    def _on_about_to_show(self) -> None:
        if not self._is_looking:
            self._is_looking = True
            script, trust = self._choice.script, self._choice.trust()
            self._background.submit(
                lambda: self._list_pythons(script, trust), self._on_found, instead=lambda: ()
            )
        self._fill()

    def _on_found(self, found: Listed) -> None:
        self._is_looking, self._found = False, found
        self._fill()
        if self.isVisible():
            self._stay_on_screen()

    def _fill(self) -> None:
        self.clear()
        best = self._add(PYTHONS.choose_automatically(), lambda: self._choice.choose(None))
        best.setCheckable(True)
        best.setChecked(not self._choice.is_chosen)
        self.addSeparator()
        home = home_folder()
        for each in self._found or ():
            self._add_python(each, home)
        if self._is_looking and not self._found:
            self._add(PYTHONS.looking()).setEnabled(False)
        self.addSeparator()
        self._add(PYTHONS.choose_another(), self.other_wanted.emit)

    def _add_python(self, python: Interpreter | PassedOver, home: Path) -> None:
        if isinstance(python, PassedOver):
            self._add(PYTHONS.wrong(python)).setEnabled(False)
            return
        path = python.path
        action = self._add(PYTHONS.listed(python, home), lambda: self._choice.choose(path))
        action.setToolTip(str(path))
        action.setCheckable(True)
        now = self._choice.found
        action.setChecked(now is not None and now.path == path)

    def _add(self, text: str, act: Callable[[], None] | None = None) -> QAction:
        action = self.addAction(text.replace("&", "&&"))
        if act is not None:
            action.triggered.connect(lambda: act())
        return action

    def _stay_on_screen(self) -> None:
        """It has become higher, and was opened at the window's lower edge."""
        self.resize(self.sizeHint())
        room, here = self.screen().availableGeometry(), self.geometry()
        below = here.bottom() - room.bottom()
        if below > 0:
            self.move(here.x(), max(room.top(), here.y() - below))
