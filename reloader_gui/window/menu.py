"""The window's menu and its keys. GUI thread. Knows words and keys, not what they do."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reloader_gui.page.output_menu import OutputMenu, OutputPage
from reloader_gui.texts.status import STATUS
from reloader_gui.texts.tabs import TABS
from reloader_gui.texts.window import MENU
from reloader_gui.ui.action_menu import ActionMenu, Keys


class WindowActions(Protocol):
    """What can be asked for; Commands is one."""

    def ask_script(self) -> None: ...
    def ask_new_script(self) -> None: ...
    def try_example(self) -> None: ...
    def run(self) -> None: ...
    def stop(self) -> None: ...
    def tell_position(self) -> None: ...
    def edit(self) -> None: ...
    def show_script_settings(self) -> None: ...
    def save_output(self) -> None: ...
    def output_page(self) -> OutputPage | None: ...
    def zoom(self, steps: int) -> None: ...
    def zoom_back(self) -> None: ...
    def toggle_settings(self) -> None: ...
    def show_guide(self) -> None: ...
    def show_about(self) -> None: ...
    def close(self) -> None: ...


class MainMenu(ActionMenu):
    new_tab_wanted = Signal()
    close_tab_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, window: QWidget, actions: WindowActions) -> None:
        super().__init__(window)
        self.add(MENU.open, actions.ask_script, Keys.Open)
        self.add(MENU.new, actions.ask_new_script, Keys.New)
        self.add(MENU.example, actions.try_example)
        self._add_tabs()
        self.addSeparator()
        self._run = self.add(STATUS.run, actions.run, "F5", "Ctrl+R")
        self._of_script = [
            self._run,
            self.add(MENU.stop, actions.stop, "Shift+F5", "Ctrl+."),
            self.add(MENU.position, actions.tell_position, "Ctrl+I"),
            self.add(MENU.edit, actions.edit),
            self.add(MENU.script_settings, actions.show_script_settings),
        ]
        self.output = OutputMenu(window, actions.output_page, actions.save_output)
        self._of_script.append(self.addMenu(self.output))
        self.addSeparator()
        self.add(MENU.larger, lambda: actions.zoom(1), Keys.ZoomIn, "Ctrl+=")
        self.add(MENU.smaller, lambda: actions.zoom(-1), Keys.ZoomOut)
        self.add(MENU.usual_size, actions.zoom_back, "Ctrl+0")
        self.add(MENU.settings, actions.toggle_settings, Keys.Preferences, "Ctrl+,")
        self.add(MENU.guide, actions.show_guide, Keys.HelpContents, "F1")
        self.add(MENU.about, actions.show_about)
        self.addSeparator()
        self._details = self.addAction("")
        self._details.setEnabled(False)
        self._details.setVisible(False)
        self._close = self.add(self._close_words, self.close_tab_wanted.emit, Keys.Close, "Ctrl+W")
        self.add(MENU.quit, actions.close, Keys.Quit, "Ctrl+Q")
        self.set_words()

    def all_keys(self) -> list[tuple[str, str]]:
        """Those of the output's part and of the tabs, too; see keys()."""
        return [*self.keys(), (TABS.next(), "Ctrl+Tab"), *self.output.keys()]

    def _add_tabs(self) -> None:
        self._has_several = False
        self._closed: Path | None = None
        self.add(TABS.new, self.new_tab_wanted.emit, Keys.AddTab, "Ctrl+T")
        self.reopen = self.add(self._reopen_words, self.reopen_wanted.emit, "Ctrl+Shift+T")
        self.reopen.setVisible(False)

    def set_tabs(self, *, several: bool, closed: Path | None) -> None:
        """`closed`: the script that can be opened again."""
        self._has_several, self._closed = several, closed
        self.reopen.setVisible(closed is not None)
        self.reopen.setText(self._reopen_words())
        self._close.setText(self._close_words())

    def _close_words(self) -> str:
        return TABS.close_tab() if self._has_several else MENU.close()

    def _reopen_words(self) -> str:
        return TABS.reopen(self._closed) if self._closed is not None else TABS.reopen_short()

    def set_has_script(self, has_script: bool) -> None:
        for action in self._of_script:
            action.setEnabled(has_script)

    def set_run_label(self, words: str) -> None:
        self._run.setText(words)

    def show_details(self, text: str) -> None:
        """For the curious: run number, process, watched files."""
        self._details.setText(text)
        self._details.setVisible(bool(text))
