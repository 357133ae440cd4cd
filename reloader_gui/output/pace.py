"""Scripts that print without end behind other pages are slowed down where there are several: ten of
them want more cores than there are, and the window would come last.

Who waits here does not read its script's pipe: that is soon full, and the script stands still
meanwhile. What prints no faster than a person could ever look at never waits, nor does what is
seen, what is to end, or one alone. Any thread.
"""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable

FREE_BYTES_PER_S = 100_000
FREE_BYTES = 64 << 10
"""More at once, and faster, is a flood."""
BYTES_PER_S_AND_CORE = 500_000
"""For all floods that nobody sees: of scripts that print in short lines."""
RECENT_S = 2.0
LONGEST_WAIT_S = 5.0


class Pace:
    """Of one window."""

    def __init__(
        self, cores: int | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        cores = cores or os.cpu_count() or 1
        self.clock = clock
        self._at_once = max(1, cores // 2)
        self._bytes_per_s = cores * BYTES_PER_S_AND_CORE
        self._lock = threading.Lock()
        self._floods: dict[PacedStream, float] = {}
        """Which there are, and when each was last heard of."""

    def stream(self) -> PacedStream:
        return PacedStream(self)

    def rate(self, stream: PacedStream) -> float:
        """How many bytes a second this flood may print."""
        with self._lock:
            now = self.clock()
            self._floods[stream] = now
            since = now - RECENT_S - LONGEST_WAIT_S
            self._floods = {each: at for each, at in self._floods.items() if at > since}
            count = len(self._floods)
        if count <= self._at_once:
            return math.inf
        return max(float(FREE_BYTES_PER_S), self._bytes_per_s / count)

    def forget(self, stream: PacedStream) -> None:
        with self._lock:
            self._floods.pop(stream, None)


class PacedStream:
    """What one page's scripts print."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._seen = self._ends = True
        self._is_free = threading.Event()
        self._is_free.set()
        self._recent_bytes = 0.0
        self._counted = pace.clock()

    def set_seen(self, seen: bool) -> None:
        """Whether somebody can look at it."""
        self._seen = seen
        self._set_free()

    def set_ends(self, ends: bool) -> None:
        """Whether nothing runs that goes on: what is left in the pipe is wanted now."""
        self._ends = ends
        self._set_free()

    def _set_free(self) -> None:
        if self._seen or self._ends:
            self._pace.forget(self)
            self._is_free.set()
        else:
            self._is_free.clear()

    def wait(self, size: int) -> None:
        """Before so many bytes are taken in. By one thread at a time."""
        now = self._pace.clock()
        gone = (now - self._counted) * FREE_BYTES_PER_S
        self._counted, self._recent_bytes = now, max(0.0, self._recent_bytes - gone) + size
        if (over := self._recent_bytes - FREE_BYTES) <= 0:
            return
        self._recent_bytes = FREE_BYTES
        if not self._is_free.is_set() and (wait_s := over / self._pace.rate(self)) > 0:
            self._is_free.wait(min(wait_s, LONGEST_WAIT_S))
            self._counted = self._pace.clock()
