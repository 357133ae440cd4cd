"""Compares two runs in a thread. GUI thread, but for the work itself."""

from __future__ import annotations

import contextlib
import threading

from PySide6.QtCore import QObject, Signal

from reloader_core import RunOutput
from reloader_gui.compare.difference import Cancelled, Comparison, Difference
from reloader_gui.ui.background import Background
from reloader_gui.ui.hand_over import HandOver


class Comparing(QObject):
    """start() returns at once; then `progressed`, and `found` or `failed` unless it was
    cancelled."""

    progressed = Signal(int)  # percent
    found = Signal(object)  # Difference
    failed = Signal()
    """By a fault of ours, which is in the log."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._cancelled = threading.Event()
        self._told = HandOver(self._on_told)

    def start(self, old: RunOutput, new: RunOutput, *, with_times: bool) -> None:
        self.cancel()
        cancelled = self._cancelled = threading.Event()

        def tell(percent: int) -> None:
            if cancelled.is_set():
                raise Cancelled
            self._told(cancelled, percent)

        def work() -> Difference | None:
            with contextlib.suppress(Cancelled):
                return Comparison(old, new, tell, with_times=with_times).run()
            return None

        self._background.submit(
            work, lambda found: self._deliver(cancelled, found), instead=lambda: None
        )

    def cancel(self) -> None:
        self._cancelled.set()

    def _on_told(self, cancelled: threading.Event, percent: int) -> None:
        if not cancelled.is_set():
            self.progressed.emit(percent)

    def _deliver(self, cancelled: threading.Event, found: Difference | None) -> None:
        if cancelled.is_set():
            return
        if found is not None:
            self.found.emit(found)
        else:
            self.failed.emit()
