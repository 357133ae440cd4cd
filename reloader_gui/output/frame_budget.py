"""How much of a frame goes into working out rows: what is left over waits for the next one.

GUI thread; Qt-free. There are outputs of which one page takes seconds to work out (a
thousand colour changes in each line, a cursor that goes up and down), and the window is
not to stand still for them.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator

FRAME_S = 0.005
"""Each for what has come, for where the view is in it, and for painting it: a frame takes 16 ms."""

IsSpent = Callable[[], bool]


def never() -> bool:
    """For who needs all of it, however long it takes."""
    return False


class FrameBudget:
    """Only what is done within spending() counts, in the thread's own CPU time: what others
    on the machine do puts nothing off."""

    def __init__(self, clock: Callable[[], float] = time.thread_time) -> None:
        self._clock = clock
        self._left_s = FRAME_S
        self._since = 0.0
        self.put_off = False
        """Whether something was left for the next frame."""

    def renew(self) -> None:
        """A new frame begins."""
        self._left_s = FRAME_S
        self.put_off = False

    @contextlib.contextmanager
    def spending(self) -> Iterator[None]:
        self._since = self._clock()
        try:
            yield
        finally:
            self._left_s -= self._clock() - self._since

    def is_spent(self) -> bool:
        """Within spending(). Who asks, and hears so, leaves the rest."""
        if self._clock() - self._since < self._left_s:
            return False
        self.put_off = True
        return True
