"""What a tab shows of its script: one of a few states, each with a shape, a colour and words."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Signal

from reloader_core import State, frozen
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.texts.status import UNDER_WAY, Mood
from reloader_gui.texts.tabs import TABS


@frozen
class Look:
    icon: str
    colour: str
    """A name of Colours."""
    words: Callable[[], str]


class TabState(Enum):
    READY = Look("tab-ready", "edge", TABS.ready)
    RUNNING = Look("tab-running", "accent", TABS.running)
    WAITS = Look("tab-waits", "accent", TABS.waits)
    MISTAKE = Look("trouble", "trouble", TABS.mistake)
    CRASHED = Look("trouble", "trouble", TABS.crashed)
    NOT_STARTED = Look("trouble", "trouble", TABS.not_started)
    GONE = Look("trouble", "trouble", TABS.gone)
    FINISHED = Look("tab-finished", "quiet", TABS.finished)
    STOPPED = Look("tab-stopped", "quiet", TABS.stopped_by_you)


TROUBLE = (TabState.MISTAKE, TabState.CRASHED, TabState.NOT_STARTED, TabState.GONE)


class TabWatch(QObject):
    """Follows one script. GUI thread."""

    changed = Signal()

    def __init__(self, run: ScriptRun, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._waits = False
        self.state = self._now()
        run.view_changed.connect(self._look)
        run.began.connect(self._on_began)
        run.input_wanted.connect(self._set_waits)

    def _on_began(self, _: int) -> None:
        self._set_waits(False)

    def _set_waits(self, waits: bool) -> None:
        """For its input, for certain."""
        self._waits = waits
        self._look()

    def _look(self) -> None:
        if (state := self._now()) is not self.state:
            self.state = state
            self.changed.emit()

    def _now(self) -> TabState:
        view, trouble = self._run.view, self._run.view.mood is Mood.TROUBLE
        if view.is_gone:
            return TabState.GONE
        if view.state in UNDER_WAY:
            if trouble:
                return TabState.MISTAKE
            return TabState.WAITS if self._waits else TabState.RUNNING
        if trouble:
            return TabState.CRASHED if view.state is State.WAITING else TabState.NOT_STARTED
        if view.state is State.WAITING:
            return TabState.FINISHED
        return TabState.STOPPED if self._run.was_stopped else TabState.READY
