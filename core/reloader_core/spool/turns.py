"""A lock that its users get in turn.

threading.Lock is for whoever comes first, and that is a thread which has just released it and
wants it again: while a flood was written, the window waited for its turn for a tenth of a second.
"""

from __future__ import annotations

import threading


class Turns:
    """Held by one thread at a time, in a `with`; whoever waits gets it before its last holder."""

    def __init__(self) -> None:
        self._is_next = threading.Lock()
        self._holds = threading.Lock()

    def __enter__(self) -> None:
        with self._is_next:
            self._holds.acquire()

    def __exit__(self, *_: object) -> None:
        self._holds.release()
