"""Where a window opens: on the screen as a whole, and a further one a step aside from the
one that it would cover. GUI thread.

Windows are processes of their own: each holds the first free of a few lock files, whose
number says how many steps it goes.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QMargins, QPoint, QRect
from PySide6.QtWidgets import QWidget

from reloader_core import make_private_folder

STEP = 32
MOST_WINDOWS = 12
FRAME = QMargins(8, 32, 8, 8)
"""What the system puts around a window; nobody knows it before the window is shown."""


def fitted(window: QRect, room: QRect) -> QRect:
    """As it is where the room has it all; else as much of it as there is room for."""
    if room.contains(window):
        return window
    inner = room.marginsRemoved(FRAME)
    made = QRect(window.topLeft(), window.size().boundedTo(inner.size()))
    made.moveRight(min(made.right(), inner.right()))
    made.moveBottom(min(made.bottom(), inner.bottom()))
    made.moveTopLeft(QPoint(max(made.left(), inner.left()), max(made.top(), inner.top())))
    return made


class Cascade:
    """This window's number, for as long as this object lives."""

    def __init__(self, folder: Path) -> None:
        self.number = 0
        self._lock: QLockFile | None = None
        with contextlib.suppress(OSError):
            make_private_folder(folder)
            self._take(folder)

    def _take(self, folder: Path) -> None:
        for number in range(MOST_WINDOWS):
            lock = QLockFile(str(folder / f"window-{number}.lock"))
            lock.setStaleLockTime(0)  # however long it is open; a dead process's is taken over
            if lock.tryLock(0):
                self.number, self._lock = number, lock
                return

    def step_aside(self, window: QWidget) -> None:
        """Before it is shown, where it was restored to a place."""
        if self.number and not window.isMaximized() and not window.isFullScreen():
            room = window.screen().availableGeometry()
            # Not move(): that is for the frame, whose size nobody knows before it is shown.
            place = aside(window.geometry(), room, self.number)
            window.setGeometry(QRect(place, window.size()))


def aside(window: QRect, room: QRect, steps: int) -> QPoint:
    """The first place, from the window's own on, that is `steps` further; the title bar
    stays in the room."""
    most_x = max(1, room.width() - window.width())
    most_y = max(1, room.height() - window.height())
    right, down = window.x() - room.x() + steps * STEP, window.y() - room.y() + steps * STEP
    return QPoint(room.x() + right % (most_x + 1), room.y() + down % (most_y + 1))
