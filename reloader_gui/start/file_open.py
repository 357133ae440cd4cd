"""The files that the desktop asks a program to open that has been started already.

macOS hands a script over like this ('Open with', a drop on the Dock), and one that was
double-clicked to start us, too: the event may come before there is a window. GUI thread.
https://doc.qt.io/qt-6/qfileopenevent.html
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

OpenFile = Callable[[Path], None]


class Openings:
    """Keeps what comes until somebody takes it."""

    def __init__(self) -> None:
        self._waiting: list[Path] = []
        self._open: OpenFile | None = None

    def deliver(self, open_file: OpenFile) -> None:
        """From now on; and what has come before."""
        self._open = open_file
        while self._waiting:
            open_file(self._waiting.pop(0))

    def take(self, file: Path) -> None:
        self._waiting.append(file)
        if self._open is not None:
            self.deliver(self._open)


class Application(QApplication):
    """Not by an event filter: that would be asked about every event of every widget."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self.openings = Openings()

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file():
            self.openings.take(Path(event.file()))
        return True
