"""SIGINT and SIGTERM end the window as closing it does. GUI thread.

The C-level handler writes one byte into a socket (signal.set_wakeup_fd) and a
QSocketNotifier reads it: no polling timer, and no Python code runs at a bad moment.
https://doc.qt.io/qt-6/unix-signals.html
"""

from __future__ import annotations

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


def _nothing(number: int, frame: object) -> None:
    """Without a Python handler the C handler that writes the byte is not installed."""


class EndingSignals(QObject):
    """`received` comes once for each signal that asks the window to end."""

    received = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_bytes)
        self._old_fd = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._old: dict[int, object] = {}
        for name in ENDING:
            number = getattr(signal, name, None)
            # nohup: a signal that is ignored stays ignored.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._old[number] = signal.signal(number, _nothing)
        self._numbers = set(self._old)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_fd)
        for number, handler in self._old.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._ours.close()
        self._theirs.close()

    def _on_bytes(self) -> None:
        with contextlib.suppress(BlockingIOError):
            for number in self._ours.recv(64):
                if number in self._numbers:
                    self.received.emit(number)
