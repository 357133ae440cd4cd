"""How a run is brought to its end: ask, ask again, force. Pure policy with a clock.

Stop asks as Ctrl+C in a terminal does, then for SystemExit, then forces; a reload
asks once. A script that answers or works keeps its whole grace period (it may be
writing a file). Only a main thread that cannot answer, because it sleeps in C code
(a Tk or Qt main loop; on Windows also input(), accept() and locks), is ended early.
"""

from __future__ import annotations

import enum
from collections.abc import Callable

from reloader_core.child import Activity

UNANSWERED_S = 0.3
"""A main thread that neither ran nor did I/O for so long will not answer."""
LOOK_S = 0.01
"""Between two looks at what it does, which take time from the end itself."""


class Step(enum.Enum):
    ASK = "the first request"
    ASK_AGAIN = "SystemExit, after a Stop that was not heeded"
    END = "exit functions and flush from another thread"
    FORCE = "kill the tree"


class Ending:
    """The ending of one run, from the first request on. `grace_s` in seconds."""

    def __init__(self, *, stop: bool, grace_s: float, now: float) -> None:
        self.stop = stop
        self.grace_s = grace_s
        self._began = now
        self._asked_at: float | None = None
        self._steps: set[Step] = set()
        self._still_since = self._looked_at = now
        self._last_activity: Activity | None = None

    def next(
        self,
        now: float,
        *,
        can_ask: bool,
        handled: bool,
        look: Callable[[], Activity | None],
    ) -> Step | None:
        """The step to take now, each at most once. `can_ask`: somebody listens;
        `handled`: the script's handler has run; `look`: see Child.activity."""
        if self.is_over:
            return None
        if now - self._began >= self.grace_s:
            return self._take(Step.FORCE)
        if self._asked_at is None:
            if not can_ask:
                return None
            self._asked_at = self._still_since = self._looked_at = now
            return self._take(Step.ASK)
        if now - self._looked_at < LOOK_S:
            return None
        self._looked_at, activity = now, look()
        if activity is None or activity != self._last_activity:
            self._still_since = now
        self._last_activity = activity
        if not handled and now - self._still_since >= UNANSWERED_S:
            if step := self._take(Step.END):
                return step
        if self.stop and now - self._began >= self.grace_s / 2:
            return self._take(Step.ASK_AGAIN)
        return None

    @property
    def is_over(self) -> bool:
        """It was forced: there is no further step."""
        return Step.FORCE in self._steps

    @property
    def was_asked(self) -> bool:
        return self._asked_at is not None

    def force_at_once(self) -> bool:
        """There is nothing to ask. False: that has been done."""
        return self._take(Step.FORCE) is not None

    def _take(self, step: Step) -> Step | None:
        if step in self._steps:
            return None
        self._steps.add(step)
        return step
