"""Work that may take a second, done in a thread; its result arrives in the GUI thread.

For what starts processes or asks the disk: which Python, which editor. The threads
are daemons and their results are dropped after close(): quitting waits for nobody.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject

from reloader_gui.ui.hand_over import HandOver

T = TypeVar("T")


def start(work: Callable[[], T], deliver: Callable[[T], None], *, instead: Callable[[], T]) -> None:
    """`deliver(work())`, both in a thread of its own. An error of `work` is a bug: it goes
    to threading.excepthook, and `instead()` is delivered."""

    def run() -> None:
        try:
            result = work()
        except Exception:  # noqa: BLE001 - the top of a thread
            result = instead()
            report = (*sys.exc_info(), threading.current_thread())
            threading.excepthook(threading.ExceptHookArgs(report))
        deliver(result)

    threading.Thread(target=run, name=f"background {work!r}"[:60], daemon=True).start()


Q = TypeVar("Q")


class NewestFirst(Generic[Q, T]):
    """One thread for many small questions, the newest first: what has been scrolled away need
    not be known any more. Any thread may ask()."""

    MOST_WAITING = 50
    IDLE_S = 5.0
    STUCK_S = 1.0
    MOST_STUCK = 3
    """So many threads may hang, on drives that have gone, before nobody answers any more."""

    def __init__(
        self,
        work: Callable[[Q], T],
        deliver: Callable[[Q, T], None],
        *,
        instead: Callable[[], T],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`deliver` is called in the thread. An error of `work`: see start()."""
        self._work = work
        self._deliver = deliver
        self._instead = instead
        self._clock = clock
        self._waiting: deque[Q] = deque()
        self._changed = threading.Condition()
        self._begun: dict[int, float | None] = {}
        """The threads, and since when each works on a question."""
        self._threads = 0

    def ask(self, question: Q) -> list[Q]:
        """Returns the questions that are given up for it."""
        with self._changed:
            self._waiting.append(question)
            dropped = []
            while len(self._waiting) > self.MOST_WAITING:
                dropped.append(self._waiting.popleft())
            since = self._clock() - self.STUCK_S
            stuck = [at for at in self._begun.values() if at is not None and at < since]
            if len(self._begun) == len(stuck) <= self.MOST_STUCK:
                self._threads += 1
                self._begun[self._threads] = None
                threading.Thread(
                    target=self._run, args=(self._threads,), name="looks at files", daemon=True
                ).start()
            self._changed.notify()
            return dropped

    def _run(self, number: int) -> None:
        while True:
            with self._changed:
                self._begun[number] = None
                if not self._changed.wait_for(lambda: self._waiting, self.IDLE_S):
                    del self._begun[number]
                    return
                question = self._waiting.pop()
                self._begun[number] = self._clock()
            try:
                result = self._work(question)
            except Exception:  # noqa: BLE001 - the top of a thread
                result = self._instead()
                report = (*sys.exc_info(), threading.current_thread())
                threading.excepthook(threading.ExceptHookArgs(report))
            self._deliver(question, result)


class Background(QObject):
    """Owned by what needs the results; lives in the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._done = HandOver(self._deliver)

    def submit(
        self, work: Callable[[], T], then: Callable[[T], None], *, instead: Callable[[], T]
    ) -> None:
        """`work` runs in a thread of its own, `then(its result)` here; see start()."""
        done = self._done
        start(work, lambda result: done(then, result), instead=instead)

    def close(self) -> None:
        self._closed = True

    def _deliver(self, then: Callable[[Any], None], result: Any) -> None:
        if not self._closed:
            then(result)
