"""The tabs: which scripts are open, in which order, and those that were closed just now.

GUI thread. A tab's page is made when it is first shown: that takes a tenth of a second. The page of
a script that was closed rests for a while, so that its output comes back if it is opened again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_gui.page.run_page import RunPage
from reloader_gui.window.tab_state import TabState, TabWatch

MOST_RESTING = 5
MOST_CLOSED = 50

Make = Callable[[Path], RunPage]
Leave = Callable[[RunPage], None]


class Tab(QObject):
    changed = Signal()
    """Its script's state is another."""

    def __init__(self, script: Path | None) -> None:
        """None: a new one, in which nothing is open yet."""
        super().__init__()
        self._script = script
        self._page: RunPage | None = None
        self._watch: TabWatch | None = None

    @property
    def script(self) -> Path | None:
        return self._page.run.script if self._page is not None else self._script

    @property
    def page(self) -> RunPage | None:
        return self._page

    @property
    def state(self) -> TabState | None:
        if self._watch is not None:
            return self._watch.state
        return TabState.READY if self._script is not None else None

    @property
    def is_free(self) -> bool:
        """Whether another script may take its place: nothing runs in it."""
        return self._page is None or not self._page.run.is_busy

    def put(self, page: RunPage | None) -> None:
        """Another page, or another script that has none yet."""
        if self._watch is not None:
            self._watch.deleteLater()
        self._page, self._watch = page, None
        if page is not None:
            self._script = page.run.script
            self._watch = TabWatch(page.run, self)
            self._watch.changed.connect(self.changed)


class Tabs(QObject):
    changed = Signal()
    """Which there are, their order, or what is in one."""

    def __init__(self, make: Make, leave: Leave, parent: QObject) -> None:
        """`leave`: a page that will not be shown again."""
        super().__init__(parent)
        self._make = make
        self._leave = leave
        self._tabs: list[Tab] = []
        self._closed: dict[Path, int | None] = {}
        """In which place each was; None: another one is there now. The last one was closed last."""
        self._resting: dict[Path, RunPage] = {}

    def __len__(self) -> int:
        return len(self._tabs)

    def __iter__(self) -> Iterator[Tab]:
        return iter(self._tabs)

    def __getitem__(self, index: int) -> Tab:
        return self._tabs[index]

    def index(self, tab: Tab) -> int:
        return self._tabs.index(tab)

    @property
    def scripts(self) -> list[Path]:
        return [tab.script for tab in self._tabs if tab.script is not None]

    def of(self, script: Path | None) -> Tab | None:
        """No file is in two of them."""
        return next((tab for tab in self._tabs if tab.script == script), None)

    def pages(self) -> list[RunPage]:
        """All that there are, the resting ones, too."""
        shown = [tab.page for tab in self._tabs if tab.page is not None]
        return [*shown, *self._resting.values()]

    # -- open and close

    def add(self, script: Path | None, index: int | None = None) -> Tab:
        tab = Tab(script)
        tab.changed.connect(self.changed)
        self._tabs.insert(len(self._tabs) if index is None else index, tab)
        self.changed.emit()
        return tab

    def restore(self, scripts: Sequence[Path]) -> None:
        """As they were in an earlier session."""
        for script in scripts:
            if self.of(script) is None:
                self.add(script)

    def page_in(self, tab: Tab, script: Path) -> RunPage:
        """The page of this script, in this tab: the one that rests, or a new one."""
        if tab.page is not None and tab.page.run.script == script:
            return tab.page
        before = tab.page
        page = self._resting.pop(script, None)
        if page is not None:
            page.run.wake()
        self._closed.pop(script, None)
        tab.put(page or self._make(script))
        if before is not None:
            self._rest(before)
        self.changed.emit()
        assert tab.page is not None
        return tab.page

    def close(self, tab: Tab) -> None:
        """What runs in it is stopped, and reopen() brings it back."""
        place = self.index(tab)
        self._tabs.remove(tab)
        page, script = tab.page, tab.script
        tab.put(None)
        tab.deleteLater()
        if page is not None:
            self._rest(page, place)
        elif script is not None:
            self._remember(script, place)
        self.changed.emit()

    def _rest(self, page: RunPage, place: int | None = None) -> None:
        """Where there is nothing to come back to, it need not."""
        script = page.run.script
        self._remember(script, place)
        if not page.spool.runs:
            self._leave(page)
            return
        page.run.rest()
        self._resting[script] = page
        for oldest in list(self._resting)[:-MOST_RESTING]:
            self._leave(self._resting.pop(oldest))

    def _remember(self, script: Path, place: int | None) -> None:
        self._closed.pop(script, None)
        self._closed[script] = place
        if len(self._closed) > MOST_CLOSED:
            del self._closed[next(iter(self._closed))]

    @property
    def closed(self) -> Path | None:
        """What reopen() would bring back."""
        return next(reversed(self._closed), None)

    def reopen(self) -> Tab | None:
        """The script that was closed last, in a tab again, where it was."""
        script = self.closed
        return self.add(script, self._closed.pop(script)) if script is not None else None

    # -- order

    def move(self, place: int, to: int) -> None:
        self._tabs.insert(to, self._tabs.pop(place))
        self.changed.emit()
