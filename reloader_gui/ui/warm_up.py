"""What the first script, the first picture and the first run need, made ready before they come.

PySide makes its classes when they are first asked for, all widgets at once when Qt first hands one
out: forty milliseconds, while a user waits. Here it is a few at a time, from half a second after
the start on. What are only imports goes into a thread of its own. GUI thread.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer

AFTER_MS = 500
STEP_MS = 16
WORK_S = 0.003
_PAINTING = ("QBrush", "QConicalGradient", "QLinearGradient", "QRadialGradient", "QWindow")


class WarmUp(QObject):
    """`load` is called in a thread."""

    def __init__(self, load: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._load = load
        self._steps = _steps()
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._begin)
        self._timer.start()

    def _begin(self) -> None:
        threading.Thread(target=self._load, name="warm-up", daemon=True).start()
        self._timer.setSingleShot(False)
        self._timer.timeout.disconnect(self._begin)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(STEP_MS)

    def _go_on(self) -> None:
        until = time.monotonic() + WORK_S
        while time.monotonic() < until:
            if next(self._steps, "done") == "done":
                self._timer.stop()
                return


def _steps() -> Iterator[str]:
    for module, names in ((QtGui, _PAINTING), (QtWidgets, dir(QtWidgets))):
        for name in names:
            getattr(module, name)
            yield name
