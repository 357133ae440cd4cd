"""A window before the other programs'. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def come_forward(window: QWidget) -> None:
    """In front of the other programs, as far as the desktop lets us."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    if QGuiApplication.platformName() in ("xcb", "windows", "cocoa"):
        window.raise_()  # others cannot, and say so in the log
    window.activateWindow()
