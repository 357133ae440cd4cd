"""The pages of the window: the scripts', the empty one, the settings; and those that are closing.

GUI thread. Knows which one is shown and what they share (the output's budget), not what is on them;
in which tabs they are is known in tabs.py.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reloader_core import OutputBudget
from reloader_gui.page.message_area import MessageArea
from reloader_gui.page.run_page import RunPage
from reloader_gui.settings.store import Settings
from reloader_gui.texts.settings import SETTINGS
from reloader_gui.window.empty_page import EmptyPage
from reloader_gui.window.tabs import Tab, Tabs

if TYPE_CHECKING:
    from reloader_gui.page.script_settings import ScriptSettings
    from reloader_gui.settings.page import SettingsPage

MakePage = Callable[[Path, OutputBudget, QWidget], RunPage]


class Pages(QStackedWidget):
    shown = Signal()
    """A script's page or the empty one is shown now."""
    setting_changed = Signal(str)
    folder_wanted = Signal(object)
    """A folder for the script to run in, beginning at this Path; take_folder() is the answer."""
    program_wanted = Signal(str)
    """For the setting with this key; take_program() is the answer."""
    all_closed = Signal()
    """After close_all(): nothing that a page has started runs any more."""

    def __init__(
        self, settings: Settings, make_page: MakePage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.current: RunPage | None = None
        """The script's page, also while the settings are shown before it."""
        self.tab: Tab | None = None
        """The one that is shown; None: there is none, or not yet."""
        self.tabs = Tabs(self._new_page, self._retire, self)
        self.empty = EmptyPage()
        self.addWidget(self.empty)
        self._settings = settings
        self._make_page = make_page
        self._settings_page: SettingsPage | None = None
        self._script_settings: ScriptSettings | None = None
        self._leaving: list[RunPage] = []
        self._budget = OutputBudget()
        """Of all pages, those that are still closing, too."""
        self._is_closing = False

    @property
    def messages(self) -> MessageArea:
        """Where the window says something."""
        return (self.current or self.empty).messages

    def take_away(self, key: str) -> None:
        """A message, wherever it is said."""
        for area in {self.empty.messages, self.messages}:
            area.take_away(key)

    def made(self) -> Sequence[RunPage]:
        """The pages that there are; those of tabs that were not shown yet are not made."""
        return self.tabs.pages()

    # -- which script is shown

    def show_script(self, path: Path, *, apart: bool = False) -> RunPage:
        """In its tab; else in the one that is shown, if nothing runs there and `apart` does not
        forbid it; else in a new one."""
        tab = self.tabs.of(path)
        if tab is None:
            tab = self._place_for(path, apart=apart)
            self.tabs.page_in(tab, path)
        self.show_tab(tab)
        assert self.current is not None
        return self.current

    def _place_for(self, path: Path, *, apart: bool) -> Tab:
        now = self.tab
        if now is not None and now.is_free and (now.script is None or not apart):
            return now
        return self.tabs.of(None) or self.tabs.add(path)

    def show_tab(self, tab: Tab) -> None:
        if tab.script is not None:
            self.tabs.page_in(tab, tab.script)
        before = self.current or self.empty
        self.tab, self.current = tab, tab.page
        if self.current is not None and self.indexOf(self.current) < 0:
            self.addWidget(self.current)
        before.place_messages()
        self.show_current()
        self._drop_unseen()

    def show_any(self) -> None:
        """Where the script that was to be shown first cannot be."""
        if self.tab is None and len(self.tabs):
            self.show_tab(self.tabs[0])

    def step(self, by: int) -> None:
        """To the next tab, or the one before."""
        if self.tab is not None and len(self.tabs) > 1:
            self.show_tab(self.tabs[(self.tabs.index(self.tab) + by) % len(self.tabs)])

    def new_tab(self) -> None:
        """For one more script; the only one if there is none is shown already."""
        if len(self.tabs):
            self.show_tab(self.tabs.of(None) or self.tabs.add(None))

    def close_tab(self, tab: Tab) -> None:
        """What runs in it is stopped; its neighbour is shown."""
        index, was_shown = self.tabs.index(tab), tab is self.tab
        if was_shown:
            (self.current or self.empty).place_messages()
            self.tab = self.current = None
        self.tabs.close(tab)
        if was_shown:
            if len(self.tabs):
                self.show_tab(self.tabs[min(index, len(self.tabs) - 1)])
            else:
                self.show_current()
        self._drop_unseen()

    def reopen(self) -> None:
        if (tab := self.tabs.reopen()) is not None:
            self.show_tab(tab)

    def _new_page(self, path: Path) -> RunPage:
        page = self._make_page(path, self._budget, self)
        page.run.closed.connect(lambda: self._on_closed(page))
        return page

    def _drop_unseen(self) -> None:
        """Pages that are in no tab any more; not before another one is shown, since a stack
        without its page shows the empty one."""
        kept = {tab.page for tab in self.tabs}
        for page in self.tabs.pages():
            if page not in kept:
                self._take_out(page)

    def _take_out(self, page: RunPage) -> None:
        if self.indexOf(page) >= 0:
            self.removeWidget(page)
            page.place_messages()
            page.setParent(None)
            page.cancel_search()

    def show_current(self) -> None:
        page = self.current or self.empty
        page.place_messages()
        self.setCurrentWidget(page)
        self._drop_script_settings()
        self.shown.emit()

    def toggle_settings(self) -> None:
        if self._settings_page is not None and self.currentWidget() is self._settings_page:
            self.show_current()
        else:
            self._open_settings().setFocus()

    def show_setting(self, key: str) -> None:
        """The settings, at this one."""
        self._open_settings().point_at(key)

    def _open_settings(self) -> SettingsPage:
        if self._settings_page is None:
            from reloader_gui.settings.page import SettingsPage  # not needed for the first paint

            self._settings_page = SettingsPage(self._settings)
            self._settings_page.changed.connect(self.setting_changed)
            self._settings_page.done.connect(self.show_current)
            self._settings_page.script_wanted.connect(self.show_script_settings)
            self._settings_page.program_wanted.connect(self.program_wanted)
            self._settings_page.reset_done.connect(self._on_reset)
            self.addWidget(self._settings_page)
        self._settings_page.refresh(self.current.run if self.current is not None else None)
        self._settings_page.take_messages(self.messages)
        self.setCurrentWidget(self._settings_page)
        self._drop_script_settings()
        return self._settings_page

    def take_program(self, key: str, program: Path) -> None:
        if self._settings_page is not None:
            self._settings_page.take_program(key, program)

    def _on_reset(self, take_back: Callable[[], None]) -> None:
        self.messages.say(SETTINGS.was_reset, (SETTINGS.take_back, take_back), key="reset")

    def show_script_settings(self) -> None:
        """Those of the script that is open; again: the script."""
        if self.current is None or self._script_settings is not None:
            self.show_current()
            return
        from reloader_gui.page.script_settings import ScriptSettings  # as above

        self._script_settings = page = ScriptSettings(self.current.run)
        page.done.connect(self.show_current)
        page.folder_wanted.connect(self.folder_wanted)
        page.take_messages(self.messages)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.point_at("arguments")

    def take_folder(self, folder: Path) -> None:
        if self._script_settings is not None:
            self._script_settings.take_folder(folder)

    def _drop_script_settings(self) -> None:
        """It is hidden, and has kept what was typed."""
        if self._script_settings is not None:
            page, self._script_settings = self._script_settings, None
            self.removeWidget(page)
            page.setParent(None)
            page.deleteLater()

    def _retire(self, page: RunPage) -> None:
        """For good; what it has started may take the grace period to end."""
        self._leaving.append(page)
        self._take_out(page)
        page.run.close()

    def close_all(self) -> None:
        """Stop everything; `all_closed` follows. A second call forces."""
        if not self._is_closing:
            self._leaving += self.tabs.pages()
        self._is_closing = True
        for page in list(self._leaving):
            page.run.close()
        if not self._leaving:
            self.all_closed.emit()

    def _on_closed(self, page: RunPage) -> None:
        if page in self._leaving:
            self._leaving.remove(page)
        if self.indexOf(page) < 0:
            page.deleteLater()
        if self._is_closing and not self._leaving:
            self.all_closed.emit()

    def wait_closed(self, timeout_s: float) -> bool:
        """Block until every engine has ended; for the very end. False: one has not."""
        until = time.monotonic() + timeout_s
        pages = {*self._leaving, *self.tabs.pages()}
        return all(page.run.wait_closed(max(0.0, until - time.monotonic())) for page in pages)
