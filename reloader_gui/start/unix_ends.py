"""The two ends of single_instance.py where sockets are files. GUI thread, which never waits here:
each connection is read as it comes, until its deadline.
"""

# Windows' stubs know no such sockets, and nothing here runs there:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import os
import socket
import time
import weakref

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from reloader_core import is_same_user
from reloader_gui.start.single_instance import (
    DEADLINE_S,
    MOST_ANSWER_BYTES,
    MOST_BYTES,
    PRIVATE_MODE,
    Outcome,
    Request,
    Take,
    answered,
    line_of,
    outcome_of,
)

WAITING = 32
"""Connections that may wait for the window; it accepts them all in one turn of its loop."""


def hand_over(server: str, request: Request) -> Outcome:
    """To the window that listens. Takes DEADLINE_S at most."""
    until = time.monotonic() + DEADLINE_S

    def left_s() -> float:
        """Raises TimeoutError."""
        if (left := until - time.monotonic()) <= 0:
            raise TimeoutError
        return left

    with socket.socket(socket.AF_UNIX) as connected:
        try:
            connected.settimeout(left_s())
            connected.connect(server)
        except (TimeoutError, BlockingIOError):
            return Outcome.SILENT
        except OSError:
            return Outcome.NOBODY
        if not is_same_user(connected.fileno()):
            return Outcome.STRANGER
        if (line := line_of(request, left_s())) is None:
            return Outcome.TOO_LONG
        answer = b""
        try:
            connected.sendall(line)
            while not answer.endswith(b"\n"):
                connected.settimeout(left_s())
                piece = connected.recv(MOST_ANSWER_BYTES)
                answer += piece
                if not piece or len(answer) > MOST_ANSWER_BYTES:
                    return Outcome.SILENT
        except OSError:
            return Outcome.SILENT
    return outcome_of(answer)


class Listener(QObject):
    """Takes what other starts hand over, as long as it lives."""

    def __init__(self, server: str, take: Take, parent: QObject | None = None) -> None:
        """Nobody else may be about to listen there."""
        super().__init__(parent)
        self._file = server
        self._take = take
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        if not _answers(server):  # else it is a living window's place
            with contextlib.suppress(OSError):
                os.unlink(server)  # a window that crashed left its socket behind
            self._listen()

    def _listen(self) -> None:
        made = socket.socket(socket.AF_UNIX)
        try:
            made.setblocking(False)
            made.bind(self._file)
            os.chmod(self._file, PRIVATE_MODE)  # the folder is private in any case
            made.listen(WAITING)
        except OSError:
            made.close()
            return
        self._socket = made
        self._notifier = QSocketNotifier(made.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_connection)
        weakref.finalize(self, made.close)

    @property
    def is_listening(self) -> bool:
        return self._socket is not None

    def close(self) -> None:
        """Another window may listen now."""
        made, self._socket = self._socket, None
        if made is None or self._notifier is None:
            return
        self._notifier.setEnabled(False)
        made.close()
        with contextlib.suppress(OSError):
            os.unlink(self._file)

    def _on_connection(self) -> None:
        while self._socket is not None:
            try:
                connected, _ = self._socket.accept()
            except OSError:
                return
            if is_same_user(connected.fileno()):
                _Talk(connected, self._take, self)
            else:
                connected.close()


class _Talk(QObject):
    """With one other start."""

    def __init__(self, connected: socket.socket, take: Take, parent: QObject) -> None:
        super().__init__(parent)
        self._connected = connected
        self._take = take
        self._heard = b""
        connected.setblocking(False)
        self._notifier = QSocketNotifier(connected.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_words)
        weakref.finalize(self, connected.close)
        QTimer.singleShot(int(DEADLINE_S * 1000), self, self._end)

    def _on_words(self) -> None:
        try:
            piece = self._connected.recv(MOST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        self._heard += piece
        line, is_whole, _ = self._heard.partition(b"\n")
        if is_whole and len(line) < MOST_BYTES:
            self._notifier.setEnabled(False)
            answer = answered(line, self._take)
            with contextlib.suppress(OSError):
                self._connected.send(answer)
            self._end()
        elif not piece or len(self._heard) >= MOST_BYTES:
            self._end()

    def _end(self) -> None:
        self._notifier.setEnabled(False)
        self._connected.close()
        self.deleteLater()


def _answers(server: str) -> bool:
    """Whether a window listens there, though it may be slow."""
    with socket.socket(socket.AF_UNIX) as connected:
        connected.settimeout(DEADLINE_S)
        try:
            connected.connect(server)
        except (TimeoutError, BlockingIOError):
            return True
        except OSError:
            return False
    return True
