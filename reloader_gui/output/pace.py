"""Scripts that print without end behind other pages take turns: ten of them want more cores than
there are, and the window would come last.

Who waits here does not read its script's pipe: that is soon full, and the script stands still
until its turn. What prints no faster than a person could ever look at never waits, nor does what is
seen. Any thread.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

FREE_BYTES_PER_S = 1_000_000
FREE_BYTES = 256 << 10
"""More at once, and faster, is a flood."""
TURN_S = 0.03
"""Long enough to empty a pipe and to fill it again."""
LONGEST_WAIT_S = 0.5


def _at_once() -> int:
    """How many floods nobody sees may go on side by side; others need the cores, too."""
    return max(1, (os.cpu_count() or 1) // 2 - 1)


class Pace:
    """Of one window."""

    def __init__(
        self, at_once: int | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.clock = clock
        self._at_once = at_once or _at_once()
        self._lock = threading.Lock()
        self._next = threading.Lock()
        self._until: dict[PacedStream, float] = {}
        """Whose turn it is, and until when."""

    def stream(self) -> PacedStream:
        return PacedStream(self)

    def take_turn(self, stream: PacedStream) -> None:
        """Wait for it, unless it is going on."""
        if not self._left_s(stream) or not self._next.acquire(timeout=LONGEST_WAIT_S):
            return
        try:
            while not stream.is_seen and (left_s := self._left_s(stream)):
                stream.wait_seen(left_s)
        finally:
            self._next.release()

    def _left_s(self, stream: PacedStream) -> float:
        """Until it may begin; 0: its turn is now."""
        with self._lock:
            now = self.clock()
            self._until = {each: until for each, until in self._until.items() if until > now}
            if stream not in self._until:
                if len(self._until) >= self._at_once:
                    return min(self._until.values()) - now
                self._until[stream] = now + TURN_S
            return 0.0


class PacedStream:
    """What one page's scripts print."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._seen = threading.Event()
        self._seen.set()
        self._recent_bytes = 0.0
        self._counted = pace.clock()

    @property
    def is_seen(self) -> bool:
        return self._seen.is_set()

    def set_seen(self, seen: bool) -> None:
        """Whether somebody can look at it: then it never waits."""
        if seen:
            self._seen.set()
        else:
            self._seen.clear()

    def wait_seen(self, timeout_s: float) -> None:
        self._seen.wait(timeout_s)

    def wait(self, size: int) -> None:
        """Before so many bytes are taken in. By one thread at a time."""
        now = self._pace.clock()
        gone = (now - self._counted) * FREE_BYTES_PER_S
        self._counted, self._recent_bytes = now, max(0.0, self._recent_bytes - gone) + size
        if self._recent_bytes > FREE_BYTES:
            self._recent_bytes = FREE_BYTES
            if not self.is_seen:
                self._pace.take_turn(self)
