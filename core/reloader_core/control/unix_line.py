"""The two ends on POSIX: a socket in a private folder, and each asks who the other one is."""

# Windows' stubs know no such sockets, and nothing here runs there:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import socket
import time

from reloader_core.control.line import (
    DEADLINE_S,
    MOST_ANSWER_BYTES,
    MOST_QUESTION_BYTES,
    Answer,
    Nobody,
    read_line,
)
from reloader_core.control.peer import is_same_user
from reloader_core.control.place import Endpoint
from reloader_core.disk.private_files import FILE_MODE


class SocketServer:
    """See line.Listener."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._file = endpoint.file
        with contextlib.suppress(FileNotFoundError):
            self._file.unlink()  # of a process that had our number and was killed
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            self._socket.bind(endpoint.address)
            self._file.chmod(FILE_MODE)  # the folder is private in any case
            self._socket.listen(8)
        except OSError:
            self._socket.close()
            raise

    def serve(self, answer: Answer) -> None:
        connected, _ = self._socket.accept()
        with connected, contextlib.suppress(OSError, Nobody):
            if is_same_user(connected.fileno()):
                until = time.monotonic() + DEADLINE_S
                line = read_line(lambda: _read(connected, until), MOST_QUESTION_BYTES)
                _bound(connected, until)
                connected.sendall(answer(line) + b"\n")

    def close(self) -> None:
        self._socket.close()


def exchange_by_socket(endpoint: Endpoint, question: bytes) -> bytes:
    """The answer. Raises Nobody."""
    until = time.monotonic() + DEADLINE_S
    with socket.socket(socket.AF_UNIX) as connected:
        try:
            _bound(connected, until)
            connected.connect(endpoint.address)
            if not is_same_user(connected.fileno()):
                raise Nobody("another user's program listens there")
            connected.sendall(question + b"\n")
            return read_line(lambda: _read(connected, until), MOST_ANSWER_BYTES)
        except OSError as error:
            raise Nobody(str(error)) from error


def _read(connected: socket.socket, until: float) -> bytes:
    """Raises OSError."""
    _bound(connected, until)
    return connected.recv(65536)


def _bound(connected: socket.socket, until: float) -> None:
    """The next step takes no longer than what is left. Raises TimeoutError."""
    left_s = until - time.monotonic()
    if left_s <= 0:
        raise TimeoutError("it takes too long")
    connected.settimeout(left_s)
