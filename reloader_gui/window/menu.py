"""The window's menu and its keys. GUI thread. Knows words and keys, not what they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reloader_gui.page.output_menu import OutputMenu, OutputPage

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


class MainMenu(QMenu):
    """Its keys work in all of `window`."""

    def __init__(self, window: QWidget, actions: WindowActions) -> None:
        super().__init__(window)
        self._window = window
        self._add("Open...", actions.ask_script, Keys.Open)
        self._add("New script...", actions.ask_new_script)
        self._add("Try an example", actions.try_example)
        self.addSeparator()
        self._run = self._add("Run", actions.run, "F5", "Ctrl+R")
        self._of_script = [
            self._run,
            self._add("Stop", actions.stop, "Shift+F5", "Ctrl+."),
            self._add("Edit", actions.edit),
            self._add("Arguments...", actions.edit_arguments),
        ]
        self.output = OutputMenu(window, actions.output_page, actions.save_output)
        self._of_script.append(self.addMenu(self.output))
        self.addSeparator()
        self._add("Larger text", lambda: actions.zoom(1), Keys.ZoomIn, "Ctrl+=")
        self._add("Smaller text", lambda: actions.zoom(-1), Keys.ZoomOut)
        self._add("Settings", actions.toggle_settings, Keys.Preferences, "Ctrl+,")
        self._add("About Reloader", actions.show_about)
        self.addSeparator()
        self._details = self._add("Details", lambda: None)
        self._details.setEnabled(False)
        self._details.setVisible(False)
        self._add("Close", actions.close, Keys.Close, "Ctrl+W")
        self._add("Quit", actions.close, Keys.Quit, "Ctrl+Q")

    def set_has_script(self, has_script: bool) -> None:
        for action in self._of_script:
            action.setEnabled(has_script)

    def set_run_label(self, words: str) -> None:
        self._run.setText(words)

    def show_details(self, text: str) -> None:
        """For the curious: run number, process, watched files."""
        self._details.setText(text)
        self._details.setVisible(bool(text))

    def _add(self, words: str, act: Callable[[], object], *keys: Keys | str) -> QAction:
        action = self.addAction(words)
        sequences = [sequence for key in keys for sequence in _sequences(key)]
        action.setShortcuts(list(dict.fromkeys(sequences)))
        action.triggered.connect(lambda: act())
        self._window.addAction(action)  # a menu outside of a menu bar does not serve its keys
        return action


def _sequences(key: Keys | str) -> list[QKeySequence]:
    return [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
