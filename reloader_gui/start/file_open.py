"""The files that the desktop asks a program to open that has been started already.

macOS hands a script over like this ('Open with', a drop on the Dock), and one that was
double-clicked to start us, too: the event may come before there is a window. GUI thread.
https://doc.qt.io/qt-6/qfileopenevent.html
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

OpenFile = Callable[[Path], None]


class FileOpenings(QObject):
    """Keeps what comes until somebody takes it."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._waiting: list[Path] = []
        self._open: OpenFile | None = None
        app.installEventFilter(self)

    def deliver(self, open_file: OpenFile) -> None:
        """From now on; and what has come before."""
        self._open = open_file
        while self._waiting:
            open_file(self._waiting.pop(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        if event.file():
            self._waiting.append(Path(event.file()))
        if self._open is not None:
            self.deliver(self._open)
        return True
