"""Work that may take a second, done in a thread; its result arrives in the GUI thread.

For what starts processes or asks the disk: which Python, which editor. The threads
are daemons and their results are dropped after close(): quitting waits for nobody.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


def start(
    work: Callable[[], T], deliver: Callable[[T], None], *, instead: Callable[[], T]
) -> None:
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


class Background(QObject):
    """Owned by what needs the results; lives in the GUI thread."""

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self, work: Callable[[], T], then: Callable[[T], None], *, instead: Callable[[], T]
    ) -> None:
        """`work` runs in a thread of its own, `then(its result)` here; see start()."""

        def deliver(result: T) -> None:
            with contextlib.suppress(RuntimeError):  # this object is gone already
                self._done.emit((then, result))

        start(work, deliver, instead=instead)

    def close(self) -> None:
        self._closed = True

    def _deliver(self, done: tuple[Callable[[Any], None], Any]) -> None:
        then, result = done
        if not self._closed:
            then(result)
