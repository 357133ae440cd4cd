"""When a state is shown: one that lasts less than 300 ms is not.

Pure: the clock comes in as a number. A script that prints and ends in 20 ms would
otherwise make the buttons and the status line blink with each save.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reloader_gui.texts.status import UNDER_WAY, StatusView

SHORT_S = 0.3
LONGEST_S = 1.0
"""States that follow each other quickly for so long are shown after all."""


@dataclass(slots=True)
class Steady:
    """Holds what is shown, and what may come in its place."""

    shown: StatusView
    _next: StatusView | None = field(default=None)
    _next_since: float = 0.0
    _left_since: float = 0.0

    def offer(self, view: StatusView, now: float) -> StatusView:
        """The newest view; returns the one to show at `now` (seconds)."""
        if view.state is self.shown.state or view.state not in UNDER_WAY:
            self.shown, self._next = view, None
            return view
        if self._next is None:
            self._left_since = now
        if self._next is None or self._next.state is not view.state:
            self._next_since = now
        self._next = view
        if now >= self.due_s():
            self.shown, self._next = view, None
        return self.shown

    def due_s(self) -> float:
        """When the next view is to be shown; infinity if none is waiting."""
        if self._next is None:
            return float("inf")
        return min(self._next_since + SHORT_S, self._left_since + LONGEST_S)
