"""Compares two runs in a thread. GUI thread, but for the work itself."""

from __future__ import annotations

import contextlib
import threading

from PySide6.QtCore import QObject, Qt, Signal

from reloader_core import RunOutput
from reloader_gui.compare.difference import Cancelled, Comparison, Difference


class Comparing(QObject):
    """start() returns at once; then `progressed`, and `found` unless it was cancelled."""

    progressed = Signal(int)  # percent
    found = Signal(object)  # Difference
    _told = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, old: RunOutput, new: RunOutput, *, with_times: bool) -> None:
        self.cancel()
        cancelled = self._cancelled = threading.Event()

        def tell(news: int | Difference) -> None:
            if cancelled.is_set():
                raise Cancelled
            with contextlib.suppress(RuntimeError):  # this object is gone already
                self._told.emit(cancelled, news)

        def work() -> None:
            with contextlib.suppress(Cancelled):
                tell(Comparison(old, new, tell, with_times=with_times).run())

        threading.Thread(target=work, name="compare runs", daemon=True).start()

    def cancel(self) -> None:
        self._cancelled.set()

    def _deliver(self, cancelled: threading.Event, news: int | Difference) -> None:
        if cancelled.is_set():
            return
        if isinstance(news, Difference):
            self.found.emit(news)
        else:
            self.progressed.emit(news)
