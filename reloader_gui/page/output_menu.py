"""What can be done with the output, for the window's menu and the output's own. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reloader_gui.texts.output import OUTPUT_MENU
from reloader_gui.ui.action_menu import ActionMenu, Keys


class OutputPage(Protocol):
    """Who does it; a RunPage is one."""

    @property
    def wraps(self) -> bool: ...
    @property
    def shows_times(self) -> bool: ...
    @property
    def shows_only_last(self) -> bool: ...
    def set_wraps(self, on: bool) -> None: ...
    def set_times(self, on: bool) -> None: ...
    def set_only_last(self, on: bool) -> None: ...
    def find_in_output(self) -> None: ...
    def find_again(self, *, forward: bool) -> None: ...
    def toggle_only_matching(self) -> None: ...
    def toggle_runs(self) -> None: ...
    def compare_last(self) -> None: ...
    def clear_output(self) -> None: ...
    def undo_clear(self) -> None: ...
    def go_to_run(self, step: int) -> None: ...
    @property
    def has_cleared(self) -> bool: ...


class OutputMenu(ActionMenu):
    """`page()` is asked anew each time: another script may be shown by then."""

    def __init__(
        self, window: QWidget, page: Callable[[], OutputPage | None], save: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._page = page
        self._of_page(OUTPUT_MENU.find, lambda page: page.find_in_output(), Keys.Find)
        self._of_page(
            OUTPUT_MENU.find_next, lambda page: page.find_again(forward=True), Keys.FindNext
        )
        self._of_page(
            OUTPUT_MENU.find_previous,
            lambda page: page.find_again(forward=False),
            Keys.FindPrevious,
        )
        self._of_page(OUTPUT_MENU.only, lambda page: page.toggle_only_matching(), "Ctrl+Shift+F")
        self._of_page(OUTPUT_MENU.previous_run, lambda page: page.go_to_run(-1), "Alt+Up")
        self._of_page(OUTPUT_MENU.next_run, lambda page: page.go_to_run(1), "Alt+Down")
        self.addSeparator()
        self._of_page(OUTPUT_MENU.runs, lambda page: page.toggle_runs(), "Ctrl+H")
        self._of_page(OUTPUT_MENU.compare, lambda page: page.compare_last(), "Ctrl+Shift+D")
        self.addSeparator()
        self._wraps = self._switch(OUTPUT_MENU.wrap, lambda page, on: page.set_wraps(on))
        self._times = self._switch(OUTPUT_MENU.times, lambda page, on: page.set_times(on))
        self._last = self._switch(OUTPUT_MENU.only_last, lambda page, on: page.set_only_last(on))
        self.addSeparator()
        self.add(OUTPUT_MENU.save, save)
        self._of_page(OUTPUT_MENU.clear, lambda page: page.clear_output(), "Ctrl+L")
        self._undo = self._of_page(
            OUTPUT_MENU.undo_clear, lambda page: page.undo_clear(), "Ctrl+Shift+L"
        )
        self.aboutToShow.connect(self.refresh)
        self.set_words()

    def set_words(self) -> None:
        super().set_words()
        self.setTitle(OUTPUT_MENU.title())

    def refresh(self) -> None:
        """The ticks are those of the page that is shown."""
        if (page := self._page()) is not None:
            self._wraps.setChecked(page.wraps)
            self._times.setChecked(page.shows_times)
            self._last.setChecked(page.shows_only_last)
            self._undo.setVisible(page.has_cleared)

    def add_to(self, menu: QMenu) -> None:
        """The same things in a context menu."""
        self.refresh()
        menu.addActions(self.actions())

    def _of_page(
        self, words: Callable[[], str], act: Callable[[OutputPage], None], *keys: Keys | str
    ) -> QAction:
        def do() -> None:
            if (page := self._page()) is not None:
                act(page)

        return self.add(words, do, *keys)

    def _switch(self, words: Callable[[], str], act: Callable[[OutputPage, bool], None]) -> QAction:
        action = self._of_page(words, lambda page: act(page, action.isChecked()))
        action.setCheckable(True)
        return action
