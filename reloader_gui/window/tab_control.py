"""What joins the tabs, their row, their keys and the settings. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reloader_gui.settings.store import Settings
from reloader_gui.texts.said import said
from reloader_gui.texts.tabs import TABS
from reloader_gui.ui.action_menu import Keys, sequences
from reloader_gui.ui.widgets import announce
from reloader_gui.window.menu import MainMenu
from reloader_gui.window.pages import Pages
from reloader_gui.window.tab_names import names
from reloader_gui.window.tab_row import ShownTab, TabRow
from reloader_gui.window.tab_state import TROUBLE, TabState
from reloader_gui.window.tabs import Tab

NEXT: tuple[Keys | str, ...] = (Keys.NextChild, "Ctrl+Tab", "Ctrl+PgDown")
PREVIOUS: tuple[Keys | str, ...] = (Keys.PreviousChild, "Ctrl+Shift+Tab", "Ctrl+PgUp")
CLOSED = "closed tab"
LAST = 9
"""Ctrl+9 is the last tab, as in browsers."""


class TabControl(QObject):
    def __init__(
        self, window: QWidget, row: TabRow, pages: Pages, settings: Settings, menu: MainMenu
    ) -> None:
        super().__init__(window)
        self._window = window
        self._row = row
        self._pages = pages
        self._settings = settings
        self._menu = menu
        self._states: dict[Tab, TabState | None] = {}
        """What was said of each tab."""
        self._told_closed: Path | None = None
        """Of which it stands there that it was closed."""
        row.chosen.connect(lambda index: pages.show_tab(pages.tabs[index]))
        row.close_wanted.connect(lambda index: self.close(pages.tabs[index]))
        row.new_wanted.connect(pages.new_tab)
        row.moved.connect(pages.tabs.move)
        pages.tabs.changed.connect(self.show)
        pages.shown.connect(self.show)
        menu.new_tab_wanted.connect(pages.new_tab)
        menu.close_tab_wanted.connect(self.close_shown)
        menu.reopen_wanted.connect(pages.reopen)
        self._add_keys(window)

    def _add_keys(self, window: QWidget) -> None:
        for keys, by in ((NEXT, 1), (PREVIOUS, -1)):
            shortcut = QShortcut(window)
            shortcut.setKeys(sequences(*keys))
            shortcut.activated.connect(lambda by=by: self._pages.step(by))
        for number in range(1, LAST + 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), window)
            shortcut.activated.connect(lambda number=number: self._show_number(number))

    def _show_number(self, number: int) -> None:
        tabs = self._pages.tabs
        index = len(tabs) - 1 if number == LAST else number - 1
        if 0 <= index < len(tabs):
            self._pages.show_tab(tabs[index])

    def close_shown(self) -> None:
        """The last one with the window."""
        if len(self._pages.tabs) > 1 and self._pages.tab is not None:
            self.close(self._pages.tab)
        else:
            self._window.close()

    def close(self, tab: Tab) -> None:
        script, was_busy = tab.script, not tab.is_free
        self._pages.close_tab(tab)
        if script is not None and was_busy:
            again = (TABS.reopen_short, self._pages.reopen)
            self._pages.messages.say(said(TABS.stopped, script), again, key=CLOSED)
            self._told_closed = script

    def _announce_trouble(self, looks: Sequence[ShownTab]) -> None:
        """Who does not see the mark on a tab hears of it; what happens in the one that is shown
        is said there."""
        before, shown = self._states, self._pages.tab
        self._states = {tab: tab.state for tab in self._pages.tabs}
        for tab, look in zip(self._pages.tabs, looks, strict=True):
            if tab is not shown and look.state in TROUBLE and before.get(tab) is not look.state:
                announce(self._row.bar, TABS.with_state(look.name, look.state.value.words()))

    def show(self) -> None:
        """As it is now, and remembered for the next start."""
        tabs, shown = self._pages.tabs, self._pages.tab
        scripts = tabs.scripts
        called = dict(zip(scripts, names(scripts), strict=True))
        looks = [
            ShownTab(tab, called[tab.script], str(tab.script), tab.state)
            if tab.script is not None
            else ShownTab(tab, "", "", None)
            for tab in tabs
        ]
        self._row.show_tabs(looks, tabs.index(shown) if shown is not None else -1)
        self._announce_trouble(looks)
        self._menu.set_tabs(several=len(tabs) > 1, closed=tabs.closed)
        if self._told_closed in scripts:  # and is open again, in whichever way
            self._told_closed = None
            for page in self._pages.made():
                page.messages.take_away(CLOSED)
        if scripts:
            self._settings.keep_tabs(scripts, shown.script if shown is not None else None)
