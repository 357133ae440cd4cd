"""Keeps the words about one script up to date: time passes in some of them. GUI thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reloader_core import State, Status
from reloader_gui.run.busy import Busy
from reloader_gui.run.situation import Situation
from reloader_gui.run.steady import Steady
from reloader_gui.texts.status import StatusView
from reloader_gui.texts.values import next_word_s

LONGEST_WAIT_S = 3600.0


class ViewClock(QObject):
    changed = Signal(object)  # StatusView
    due = Signal()
    """The words may be others now: show()."""
    look_due = Signal()
    """It is time to find out what the script uses; the answer goes into `busy`."""

    def __init__(self, first: StatusView, parent: QObject) -> None:
        super().__init__(parent)
        self.busy = Busy()
        self._steady = Steady(first)
        self._is_seen = True
        self._again = QTimer(self, singleShot=True)
        self._again.setTimerType(Qt.TimerType.PreciseTimer)
        self._again.timeout.connect(self.due)

    @property
    def view(self) -> StatusView:
        return self._steady.shown

    def set_seen(self, seen: bool) -> None:
        """While nobody sees the words, only another state is told in time."""
        was_seen, self._is_seen = self._is_seen, seen
        if seen and not was_seen:
            self.due.emit()

    def show(self, situation: Situation) -> None:
        """Find the words for this moment, and when they will be others."""
        now, before = situation.now, self._steady.shown
        situation = replace(situation, waits=self.busy.waits, floods=self.busy.floods)
        shown = self._steady.offer(situation.view(), now)
        if shown != before:
            self.changed.emit(shown)
        waits_s = [self._steady.due_s() - now, situation.search_slow_in_s]
        if self._is_seen and (status := situation.status) is not None:
            waits_s += self._of_state(status, now)
        if (wait_s := min(waits_s)) < LONGEST_WAIT_S:
            self._again.start(max(5, int(wait_s * 1000) + 5))
        else:
            self._again.stop()

    def _of_state(self, status: Status, now: float) -> list[float]:
        """When its words change by themselves."""
        match status.state:
            case State.RUNNING:
                lasted_s = now - (status.started or status.t)
                if self.busy.is_due(now, lasted_s):
                    self.look_due.emit()
                return [next_word_s(lasted_s), self.busy.due_in_s()]
            case State.STOPPING:
                return [1.0 - (now - status.t) % 1.0]
        return []
