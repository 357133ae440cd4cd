"""The list of all Pythons of this computer, opened by the button below the output. GUI thread.

They are looked for in the background each time it is opened; what was found the last time is
there at once.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reloader_core import Interpreter, PassedOver
from reloader_gui.python.search import Listed, ListPythons
from reloader_gui.run.python_choice import PythonChoice
from reloader_gui.texts.pythons import PYTHONS
from reloader_gui.ui.action_menu import ActionMenu
from reloader_gui.ui.background import Background
from reloader_gui.ui.program import home_folder
from reloader_gui.ui.widgets import named, plain_tip


class PythonMenu(ActionMenu):
    other_wanted = Signal()
    """A file that is in no list."""

    def __init__(self, choice: PythonChoice, list_pythons: ListPythons, button: QWidget) -> None:
        super().__init__(button)
        self._button = button
        named(self, "pythonMenu")
        self.setToolTipsVisible(True)
        self._choice = choice
        self._list_pythons = list_pythons
        self._background = Background(self)
        self._is_looking = False
        self._listed: list[QAction] = []
        self._best = self.add(PYTHONS.choose_automatically, lambda: choice.choose(None))
        self._best.setCheckable(True)
        self.addSeparator()
        self._looking = self.add(PYTHONS.looking, lambda: None)
        self._looking.setEnabled(False)
        self._end = self.addSeparator()
        self.add(PYTHONS.choose_another, self.other_wanted.emit)
        self.aboutToShow.connect(self._on_about_to_show)
        self.set_words()

    def _on_about_to_show(self) -> None:
        self._best.setChecked(not self._choice.is_chosen)
        for each in self._listed:
            self._check(each)
        if self._is_looking:
            return
        self._is_looking = True
        script, trust = self._choice.script, self._choice.trust()
        self._background.submit(
            lambda: self._list_pythons(script, trust), self._show_found, instead=lambda: ()
        )

    def _show_found(self, found: Listed) -> None:
        """Never without an entry meanwhile: a menu that is emptied closes."""
        self._is_looking = False
        self._looking.setVisible(False)
        before, home = self._listed, home_folder()
        self._listed = [self._action(each, home) for each in found]
        self.insertActions(self._end, self._listed)
        for old in before:
            self.removeAction(old)
            old.deleteLater()
        if self.isVisible():
            self._stay_on_screen()

    def _action(self, python: Interpreter | PassedOver, home: Path) -> QAction:
        action = QAction(self)
        if isinstance(python, PassedOver):
            put_text(action, why := PYTHONS.wrong(python))
            action.setToolTip(plain_tip(why))
            action.setEnabled(False)
            return action
        path = python.path
        put_text(action, PYTHONS.listed(python, home))
        action.setData(str(path))
        action.setToolTip(plain_tip(str(path)))
        action.setCheckable(True)
        self._check(action)
        action.triggered.connect(lambda: self._choice.choose(path))
        return action

    def _check(self, action: QAction) -> None:
        """Whether this is the one that is used."""
        now = self._choice.found
        action.setChecked(now is not None and action.data() == str(now.path))

    def _stay_on_screen(self) -> None:
        """It has become higher: above its button, if it was opened at the window's lower edge."""
        self.resize(self.sizeHint())
        room, here = self.screen().availableGeometry(), self.geometry()
        if here.bottom() <= room.bottom():
            return
        above = self._button.mapToGlobal(QPoint(0, 0)).y() - here.height()
        lowest = room.bottom() + 1 - here.height()
        self.move(here.x(), above if above >= room.top() else max(room.top(), lowest))


def put_text(action: QAction, text: str) -> None:
    """An & in a folder's name is no key."""
    action.setText(text.replace("&", "&&"))
