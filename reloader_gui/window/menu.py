"""The window's menu and its keys. GUI thread. Knows words and keys, not what they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reloader_gui.page.output_menu import OutputMenu, OutputPage
from reloader_gui.texts.status import STATUS
from reloader_gui.texts.window import MENU
from reloader_gui.ui.widgets import Worded

Keys = QKeySequence.StandardKey


class WindowActions(Protocol):
    """What can be asked for; Commands is one."""

    def ask_script(self) -> None: ...
    def ask_new_script(self) -> None: ...
    def try_example(self) -> None: ...
    def run(self) -> None: ...
    def stop(self) -> None: ...
    def edit(self) -> None: ...
    def edit_arguments(self) -> None: ...
    def save_output(self) -> None: ...
    def output_page(self) -> OutputPage | None: ...
    def zoom(self, steps: int) -> None: ...
    def toggle_settings(self) -> None: ...
    def show_about(self) -> None: ...
    def close(self) -> None: ...


class MainMenu(Worded, QMenu):
    """Its keys work in all of `window`."""

    def __init__(self, window: QWidget, actions: WindowActions) -> None:
        super().__init__(window)
        self._window = window
        self._words: list[tuple[QAction, Callable[[], str]]] = []
        self._add(MENU.open, actions.ask_script, Keys.Open)
        self._add(MENU.new, actions.ask_new_script)
        self._add(MENU.example, actions.try_example)
        self.addSeparator()
        self._run = self._add(STATUS.run, actions.run, "F5", "Ctrl+R")
        self._of_script = [
            self._run,
            self._add(MENU.stop, actions.stop, "Shift+F5", "Ctrl+."),
            self._add(MENU.edit, actions.edit),
            self._add(MENU.arguments, actions.edit_arguments),
        ]
        self.output = OutputMenu(window, actions.output_page, actions.save_output)
        self._of_script.append(self.addMenu(self.output))
        self.addSeparator()
        self._add(MENU.larger, lambda: actions.zoom(1), Keys.ZoomIn, "Ctrl+=")
        self._add(MENU.smaller, lambda: actions.zoom(-1), Keys.ZoomOut)
        self._add(MENU.settings, actions.toggle_settings, Keys.Preferences, "Ctrl+,")
        self._add(MENU.about, actions.show_about)
        self.addSeparator()
        self._details = self.addAction("")
        self._details.setEnabled(False)
        self._details.setVisible(False)
        self._add(MENU.close, actions.close, Keys.Close, "Ctrl+W")
        self._add(MENU.quit, actions.close, Keys.Quit, "Ctrl+Q")
        self.set_words()

    def set_words(self) -> None:
        for action, words in self._words:
            action.setText(words())

    def set_has_script(self, has_script: bool) -> None:
        for action in self._of_script:
            action.setEnabled(has_script)

    def set_run_label(self, words: str) -> None:
        self._run.setText(words)

    def show_details(self, text: str) -> None:
        """For the curious: run number, process, watched files."""
        self._details.setText(text)
        self._details.setVisible(bool(text))

    def _add(
        self, words: Callable[[], str], act: Callable[[], object], *keys: Keys | str
    ) -> QAction:
        action = QAction(self)
        self.addAction(action)
        self._words.append((action, words))
        sequences = [sequence for key in keys for sequence in _sequences(key)]
        action.setShortcuts(list(dict.fromkeys(sequences)))
        action.triggered.connect(lambda: act())
        self._window.addAction(action)  # a menu outside of a menu bar does not serve its keys
        return action


def _sequences(key: Keys | str) -> list[QKeySequence]:
    return [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
