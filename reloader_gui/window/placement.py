"""Where the window was, on the screen as a whole. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

USUAL = QSize(920, 640)
FRAME = QMargins(8, 32, 8, 8)
"""What the system puts around a window; nobody knows it before the window is shown."""


def stored(window: QWidget) -> str:
    """For restore() in a later session."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore(window: QWidget, place: str) -> None:
    """`place`: what stored() has returned, or anything else."""
    geometry = QByteArray.fromBase64(place.encode("ascii", "ignore"))
    if geometry.isEmpty() or not window.restoreGeometry(geometry):
        window.resize(USUAL)
    if window.isMaximized() or window.isFullScreen():
        return
    now, room = window.geometry(), window.screen().availableGeometry()
    if (fits := fitted(now, room)) != now:  # a large scale, or the screen is another one
        window.setGeometry(fits)


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


def set_least(window: QWidget, size: QSize) -> None:
    """Its smallest size, where the screen has so much."""
    room = window.screen().availableGeometry().marginsRemoved(FRAME)
    window.setMinimumSize(size.boundedTo(room.size()))
