"""line.py's two ends on Windows: a named pipe that only this user may open, and never from afar.

Every step is begun and then waited for, since a blocking one could not be bounded. Importable
everywhere, usable on Windows.
"""

from __future__ import annotations

import contextlib
import sys
import time
from typing import Any

from reloader_core.control import line, windows_pipe
from reloader_core.control.peer import is_same_user
from reloader_core.control.place import Endpoint

if sys.platform == "win32":
    import _winapi
else:  # nothing below is called there, but everything can be imported
    _winapi: Any = None

# winbase.h; not all of them are in `_winapi`
PIPE_ACCESS_DUPLEX, PIPE_REJECT_REMOTE_CLIENTS = 0x3, 0x8
FILE_FLAG_OVERLAPPED, FILE_FLAG_FIRST_PIPE_INSTANCE = 0x40000000, 0x80000
READ_AND_WRITE, OPEN_EXISTING = 0xC0000000, 3
ONLY_TO_BE_IDENTIFIED = 0x110000
"""SECURITY_SQOS_PRESENT, SECURITY_IDENTIFICATION: who serves may not act in our name."""
ERROR_PIPE_BUSY, ERROR_PIPE_CONNECTED, WAIT_TIMEOUT = 231, 535, 258
INFINITE = 0xFFFFFFFF
BUFFER_BYTES = 65536
BUSY_MS = 20


class _Pipe:
    """One connected end, until a moment."""

    def __init__(self, handle: int, until: float) -> None:
        self._handle = handle
        self._until = until

    def read(self) -> bytes:
        begun, _ = _winapi.ReadFile(self._handle, BUFFER_BYTES, overlapped=True)
        count = _finish(begun, self._until)
        return bytes(begun.getbuffer() or b"")[:count]

    def write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            begun, _ = _winapi.WriteFile(self._handle, bytes(view[:BUFFER_BYTES]), overlapped=True)
            view = view[_finish(begun, self._until) :]


def _finish(begun: Any, until: float | None) -> int:
    """How many bytes it was. Raises OSError, TimeoutError."""
    left = INFINITE if until is None else max(0, round((until - time.monotonic()) * 1000))
    if _winapi.WaitForMultipleObjects([begun.event], False, left) == WAIT_TIMEOUT:
        begun.cancel()
        with contextlib.suppress(OSError):
            begun.GetOverlappedResult(True)
        raise TimeoutError("it takes too long")
    count, _ = begun.GetOverlappedResult(True)
    return int(count)


class PipeServer:
    """See line.Listener. One instance for all, so that nobody else can take the name between two
    connections."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._rights = windows_pipe.OnlyOurUser()
        access = PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE
        self._handle = _winapi.CreateNamedPipe(
            endpoint.address, access, PIPE_REJECT_REMOTE_CLIENTS, 1,
            BUFFER_BYTES, BUFFER_BYTES, 0, self._rights.address,
        )  # fmt: skip

    def serve(self, answer: line.Answer) -> None:
        try:
            _finish(_winapi.ConnectNamedPipe(self._handle, True), None)
        except OSError as error:
            if getattr(error, "winerror", 0) != ERROR_PIPE_CONNECTED:
                raise
        pipe = _Pipe(self._handle, time.monotonic() + line.DEADLINE_S)
        with contextlib.suppress(OSError, line.Nobody):
            pipe.write(answer(line.read_line(pipe.read, line.MOST_QUESTION_BYTES)) + b"\n")
            pipe.read()  # until the other end has read it and closes: what it has not is lost
        windows_pipe.disconnect(self._handle)

    def close(self) -> None:
        _winapi.CloseHandle(self._handle)


def exchange_by_pipe(endpoint: Endpoint, question: bytes) -> bytes:
    """See line.exchange."""
    until = time.monotonic() + line.DEADLINE_S
    try:
        handle = _open(endpoint.address, until)
    except OSError as error:
        raise line.Nobody(str(error)) from error
    try:
        if not is_same_user(handle):
            raise line.Nobody("another user's program listens there")
        pipe = _Pipe(handle, until)
        pipe.write(question + b"\n")
        return line.read_line(pipe.read, line.MOST_ANSWER_BYTES)
    except OSError as error:
        raise line.Nobody(str(error)) from error
    finally:
        _winapi.CloseHandle(handle)


def _open(name: str, until: float) -> int:
    """Waits while another one is served. Raises OSError."""
    flags = FILE_FLAG_OVERLAPPED | ONLY_TO_BE_IDENTIFIED
    while True:
        try:
            return int(_winapi.CreateFile(name, READ_AND_WRITE, 0, 0, OPEN_EXISTING, flags, 0))
        except OSError as error:
            is_busy = getattr(error, "winerror", 0) == ERROR_PIPE_BUSY
            if not is_busy or time.monotonic() >= until:
                raise
            with contextlib.suppress(OSError):  # the time is over, or nobody listens this moment
                _winapi.WaitNamedPipe(name, BUSY_MS)
