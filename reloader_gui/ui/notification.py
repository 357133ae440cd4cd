"""The system's own notifications, and the mark at the window's button in its task bar. GUI thread.

On Linux by notify-send or gdbus, one of which nearly every desktop has: Qt shows messages only for
a program with an icon in the system's tray, which GNOME has not. Elsewhere there is such an icon
while the message is shown, and a click on it brings the window to the front.
"""

from __future__ import annotations

import os
import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from reloader_gui.ui import system
from reloader_gui.ui.front import come_forward
from reloader_gui.ui.program import APP_NAME

SHOWN_MS = 10_000


def notify(window: QWidget, title: str, text: str) -> None:
    """Nothing comes of it where the system has no notifications."""
    QApplication.alert(window)
    command = system.notification(APP_NAME, title, text, os.environ, system.THIS)
    if command is not None:
        threading.Thread(
            target=system.run_quietly, args=(command,), name="notification", daemon=True
        ).start()
    elif QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
        _show_by_tray(window, title, text)


def _show_by_tray(window: QWidget, title: str, text: str) -> None:
    icon = QSystemTrayIcon(QApplication.windowIcon(), window)
    icon.setToolTip(APP_NAME)
    icon.messageClicked.connect(lambda: come_forward(window))
    icon.show()
    icon.showMessage(title, text, QApplication.windowIcon(), SHOWN_MS)
    QTimer.singleShot(SHOWN_MS, icon, icon.deleteLater)
