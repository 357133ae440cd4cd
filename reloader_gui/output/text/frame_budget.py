"""How much of a frame goes into working out rows: what is left over waits for the next one.

GUI thread; Qt-free. There are outputs of which one page takes seconds to work out (a
thousand colour changes in each line, a cursor that goes up and down), and the window is
not to stand still for them.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator

FRAME_S = 0.003
"""Each for what has come, for where the view is in it, for painting it, and for the pictures of
lines: a frame takes 16 ms, and what cannot be interrupted may take longer than its share."""

IsSpent = Callable[[], bool]


def never() -> bool:
    """For who needs all of it, however long it takes."""
    return False


def always() -> bool:
    """For who wants only what is known already."""
    return True


CLOCKS = (time.thread_time, time.perf_counter)
"""What others on the machine do is not in the first; on Windows that goes on in steps of 16 ms,
which is no reason either to leave a row blank. So both have to say that it is enough."""


class FrameBudget:
    """Only what is done within spending() counts, by whichever of the clocks says less."""

    def __init__(self, *clocks: Callable[[], float], shares: int = 1) -> None:
        self._clocks = clocks or CLOCKS
        self._share_s = FRAME_S * shares
        self._left_s = [self._share_s] * len(self._clocks)
        self._since = [0.0] * len(self._clocks)
        self.put_off = False
        """Whether something was left for the next frame."""

    def renew(self) -> None:
        """A new frame begins."""
        self._left_s = [self._share_s] * len(self._clocks)
        self.put_off = False

    @contextlib.contextmanager
    def spending(self) -> Iterator[None]:
        self._since = [clock() for clock in self._clocks]
        try:
            yield
        finally:
            spent = self._spent()
            self._left_s = [left - each for left, each in zip(self._left_s, spent, strict=True)]

    def is_spent(self) -> bool:
        """Within spending(). Who asks, and hears so, leaves the rest."""
        if any(spent < left for left, spent in zip(self._left_s, self._spent(), strict=True)):
            return False
        self.put_off = True
        return True

    def _spent(self) -> Iterator[float]:
        """Since spending() began."""
        return (clock() - since for clock, since in zip(self._clocks, self._since, strict=True))
