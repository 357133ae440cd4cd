"""What can be done with the output, for the window's menu and the output's own. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

Keys = QKeySequence.StandardKey


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
    def clear_output(self) -> None: ...


class OutputMenu(QMenu):
    """`page()` is asked anew each time: another script may be shown by then."""

    def __init__(
        self, window: QWidget, page: Callable[[], OutputPage | None], save: Callable[[], None]
    ) -> None:
        super().__init__("Output", window)
        self._window = window
        self._page = page
        self._add("Find...", lambda page: page.find_in_output(), Keys.Find)
        self._add("Find next", lambda page: page.find_again(forward=True), Keys.FindNext)
        self._add("Find previous", lambda page: page.find_again(forward=False), Keys.FindPrevious)
        self.addSeparator()
        self._wraps = self._switch("Wrap long lines", lambda page, on: page.set_wraps(on))
        self._times = self._switch("Show times", lambda page, on: page.set_times(on))
        self._last = self._switch("Hide earlier runs", lambda page, on: page.set_only_last(on))
        self.addSeparator()
        self._add("Save the output...", lambda page: save())
        self._add("Clear the output", lambda page: page.clear_output(), "Ctrl+L")
        self.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """The ticks are those of the page that is shown."""
        if (page := self._page()) is not None:
            self._wraps.setChecked(page.wraps)
            self._times.setChecked(page.shows_times)
            self._last.setChecked(page.shows_only_last)

    def add_to(self, menu: QMenu) -> None:
        """The same things in a context menu."""
        self.refresh()
        menu.addActions(self.actions())

    def _add(self, words: str, act: Callable[[OutputPage], None], *keys: Keys | str) -> QAction:
        action = self.addAction(words)
        sequences: list[QKeySequence] = []
        for key in keys:
            if isinstance(key, str):
                sequences.append(QKeySequence(key))
            else:
                sequences += QKeySequence.keyBindings(key)
        action.setShortcuts(sequences)
        action.triggered.connect(lambda: self._do(act))
        self._window.addAction(action)  # a menu outside of a menu bar does not serve its keys
        return action

    def _switch(self, words: str, act: Callable[[OutputPage, bool], None]) -> QAction:
        action = self._add(words, lambda page: act(page, action.isChecked()))
        action.setCheckable(True)
        return action

    def _do(self, act: Callable[[OutputPage], None]) -> None:
        if (page := self._page()) is not None:
            act(page)
