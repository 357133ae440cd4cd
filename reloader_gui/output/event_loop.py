"""Threads that work through all of the output let the window go first."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator

from PySide6.QtCore import QObject

from reloader_gui.output.text.wanted import Manners
from reloader_gui.ui.hand_over import HandOver

WORK_S = 0.002
"""Of a core: on a busy machine that may take a while, and others have had the GIL meanwhile."""
TURN_S = 0.016
"""So long a turn of the event loop is waited for; else a window without a pause keeps the work
from ever being done."""


class EventLoop(QObject):
    """Hands out manners: one to each thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ask = HandOver(self._let_go_on)

    def manners(self) -> Manners:
        return _Manners(self._ask)

    def _let_go_on(self, has_turned: threading.Event) -> None:
        """In its turn, like all else that waits for the event loop."""
        has_turned.set()


class _Manners(Manners):
    """While the window is busy, a piece of work for each turn of its loop.

    The escape sequences of a megabyte hold the GIL for 10 to 60 ms, and the window needs it
    several times in a turn: each time it had to wait for the next piece (tests/stress/window.py).
    """

    def __init__(self, ask: HandOver) -> None:
        """`ask`: have this set by the event loop."""
        self._ask = ask
        self._rested = 0.0

    @contextlib.contextmanager
    def without_gil(self) -> Iterator[None]:
        begun = time.thread_time()
        yield
        self._rested += time.thread_time() - begun

    def rest(self) -> None:
        """In the thread that works."""
        if time.thread_time() - self._rested > WORK_S:
            has_turned = threading.Event()
            self._ask(has_turned)
            has_turned.wait(TURN_S)
            self._rested = time.thread_time()
