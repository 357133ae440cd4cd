"""Our words for a terminal that the script may have taken for more than lines of text.

Any thread may speak. While something is held back, one of its own looks now and then whether it
can be said.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

LOOK_S = 0.2


class HeldWords:
    """`write(text)` prints a line; `is_taken()`: it would be somewhere in a picture, or behind
    what is typed in silence."""

    def __init__(self, write: Callable[[str], None], is_taken: Callable[[], bool]) -> None:
        self._write = write
        self._is_taken = is_taken
        self._held: list[str] = []
        self._lock = threading.RLock()  # a signal's handler may speak, too
        self._is_waiting = False

    def say(self, text: str) -> None:
        with self._lock:
            self._held.append(text)
            self._say_or_wait()

    def say_all(self) -> None:
        """The script has ended, and nobody else draws."""
        with self._lock:
            while self._held:
                self._write(self._held.pop(0))

    def _say_or_wait(self) -> None:
        if not self._held or not self._is_taken():
            self.say_all()
        elif not self._is_waiting:
            later = threading.Timer(LOOK_S, self._look_again)
            later.daemon = True
            with contextlib.suppress(RuntimeError):  # no thread to be had: with the next word
                later.start()
                self._is_waiting = True

    def _look_again(self) -> None:
        with self._lock:
            self._is_waiting = False
            self._say_or_wait()
