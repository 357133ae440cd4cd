"""When to look at the spool: 60 times a second while something comes, else not at all.

GUI thread, but for wake(). Looking costs two comparisons; no timer runs while nothing
comes, or nobody sees it. Where taking in and painting what has come takes longer than that,
the others in the window have their turn between two looks.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reloader_gui.output.text.document import Document
from reloader_gui.ui.hand_over import HandOver

TICK_MS = 16
TICKS_UNTIL_ASLEEP = 4
REST_MS = 200


class Watch(QObject):
    came = Signal()
    """Something has come that the document does not count yet."""
    rested = Signal()
    """Nothing has come for a while, once."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._is_awake = False
        self._is_seen = True
        self._idle_ticks = 0
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.rested)
        self._woken = HandOver(self._on_woken)

    @property
    def is_on(self) -> bool:
        """Whether any timer runs."""
        return self._tick.isActive() or self._rest.isActive()

    def set_seen(self, seen: bool) -> None:
        """Not seen: what comes costs nothing but its place in the spool, until it is seen."""
        if seen == self._is_seen:
            return
        self._is_seen = seen
        if seen:
            self._is_awake = True
            self._rest.start()
            self._on_woken()
        else:
            self._tick.stop()
            self._rest.stop()

    def wake(self) -> None:
        """Any thread: there is something new."""
        if not self._is_awake:
            self._is_awake = True
            self._woken()

    def _on_woken(self) -> None:
        self._idle_ticks = 0
        if self._is_seen and not self._tick.isActive():
            self._tick.start()
            self._on_tick()

    def _on_tick(self) -> None:
        if self._document.is_stale:
            self._idle_ticks = 0
            self._rest.start()
            self.came.emit()
            if self._tick.isActive():
                self._tick.start()  # from now on: one that is late would make up for it at once
            return
        self._idle_ticks += 1
        if self._idle_ticks >= TICKS_UNTIL_ASLEEP:
            self._tick.stop()
            self._is_awake = False
            if self._document.is_stale:  # it came in between
                self.wake()
