"""Where the window was, and before the others. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reloader_gui.window.cascade import FRAME, fitted

USUAL = QSize(920, 640)


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


def set_least(window: QWidget, size: QSize) -> None:
    """Its smallest size, where the screen has so much."""
    room = window.screen().availableGeometry().marginsRemoved(FRAME)
    window.setMinimumSize(size.boundedTo(room.size()))


def come_forward(window: QWidget) -> None:
    """In front of the other programs, as far as the desktop lets us."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    if QGuiApplication.platformName() in ("xcb", "windows", "cocoa"):
        window.raise_()  # others cannot, and say so in the log
    window.activateWindow()
