"""The window's menu and its keys. GUI thread. Knows words and keys, not what they do."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from reloader_gui.page.output_menu import OutputMenu, OutputPage
from reloader_gui.texts.status import STATUS
from reloader_gui.texts.window import MENU
from reloader_gui.ui.action_menu import ActionMenu, Keys


class WindowActions(Protocol):
    """What can be asked for; Commands is one."""

    def ask_script(self) -> None: ...
    def ask_new_script(self) -> None: ...
    def try_example(self) -> None: ...
    def run(self) -> None: ...
    def stop(self) -> None: ...
    def edit(self) -> None: ...
    def show_script_settings(self) -> None: ...
    def save_output(self) -> None: ...
    def output_page(self) -> OutputPage | None: ...
    def zoom(self, steps: int) -> None: ...
    def toggle_settings(self) -> None: ...
    def show_guide(self) -> None: ...
    def show_about(self) -> None: ...
    def close(self) -> None: ...


class MainMenu(ActionMenu):
    def __init__(self, window: QWidget, actions: WindowActions) -> None:
        super().__init__(window)
        self.add(MENU.open, actions.ask_script, Keys.Open)
        self.add(MENU.new, actions.ask_new_script, Keys.New)
        self.add(MENU.example, actions.try_example)
        self.addSeparator()
        self._run = self.add(STATUS.run, actions.run, "F5", "Ctrl+R")
        self._of_script = [
            self._run,
            self.add(MENU.stop, actions.stop, "Shift+F5", "Ctrl+."),
            self.add(MENU.edit, actions.edit),
            self.add(MENU.script_settings, actions.show_script_settings),
        ]
        self.output = OutputMenu(window, actions.output_page, actions.save_output)
        self._of_script.append(self.addMenu(self.output))
        self.addSeparator()
        self.add(MENU.larger, lambda: actions.zoom(1), Keys.ZoomIn, "Ctrl+=")
        self.add(MENU.smaller, lambda: actions.zoom(-1), Keys.ZoomOut)
        self.add(MENU.settings, actions.toggle_settings, Keys.Preferences, "Ctrl+,")
        self.add(MENU.guide, actions.show_guide, Keys.HelpContents, "F1")
        self.add(MENU.about, actions.show_about)
        self.addSeparator()
        self._details = self.addAction("")
        self._details.setEnabled(False)
        self._details.setVisible(False)
        self.add(MENU.close, actions.close, Keys.Close, "Ctrl+W")
        self.add(MENU.quit, actions.close, Keys.Quit, "Ctrl+Q")
        self.set_words()

    def all_keys(self) -> list[tuple[str, str]]:
        """Those of the output's part too; see keys()."""
        return [*self.keys(), *self.output.keys()]

    def set_has_script(self, has_script: bool) -> None:
        for action in self._of_script:
            action.setEnabled(has_script)

    def set_run_label(self, words: str) -> None:
        self._run.setText(words)

    def show_details(self, text: str) -> None:
        """For the curious: run number, process, watched files."""
        self._details.setText(text)
        self._details.setVisible(bool(text))
