"""Windows: the pipes to a child, blocking and overlapped. Handles are plain ints (see api)."""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
import threading
from typing import Any

from reloader_core.child.windows.api import close, create_event, set_event, wait

if sys.platform == "win32":
    import _winapi
else:  # nothing below is called there, but everything can be imported
    _winapi: Any = None

READ_BYTES = 1 << 16
PIPE_BYTES = 1 << 18
CONTROL_BYTES = 1 << 20  # requests are never waited for: a parked child's list of sources fits

# winnt.h, winbase.h
PIPE_ACCESS_INBOUND, PIPE_REJECT_REMOTE_CLIENTS = 0x1, 0x8
FILE_FLAG_OVERLAPPED, FILE_FLAG_FIRST_PIPE_INSTANCE = 0x40000000, 0x80000
GENERIC_WRITE, FILE_READ_ATTRIBUTES, OPEN_EXISTING = 0x40000000, 0x80, 3

_pipe_numbers = itertools.count(1)


def blocking_pipe(size_bytes: int) -> tuple[int, int]:
    """(reading end, writing end)"""
    reading, writing = _winapi.CreatePipe(None, size_bytes)
    return reading, writing


def write(handle: int, data: bytes) -> None:
    _winapi.WriteFile(handle, data)


def overlapped_pipe() -> tuple[PipeReader, int]:
    """A reader that can be waited for, and the child's plain writing end.

    Anonymous pipes cannot do that, so it is a named one that nobody else can open:
    a random name, one instance, connected before anything is written.
    """
    name = rf"\\.\pipe\reloader-{os.getpid()}-{next(_pipe_numbers)}-{os.urandom(8).hex()}"
    access = PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE
    ours = _winapi.CreateNamedPipe(name, access, PIPE_REJECT_REMOTE_CLIENTS, 1, 0, PIPE_BYTES, 0, 0)
    writes = GENERIC_WRITE | FILE_READ_ATTRIBUTES  # as CreatePipe has it; Node asks for it
    try:
        theirs = _winapi.CreateFile(name, writes, 0, 0, OPEN_EXISTING, 0, 0)
        _winapi.ConnectNamedPipe(ours, True).GetOverlappedResult(True)
    except OSError:
        _winapi.CloseHandle(ours)
        raise
    return PipeReader(ours), theirs


class PipeReader:
    """Our end of an overlapped pipe; one thread uses it. A read that was not finished in
    time stays begun for the next call, so that nothing is lost by a time-out."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._begun: Any = None
        self._lock = threading.Lock()
        self._wake = create_event()
        self.ended = False

    def begin(self) -> int | None:
        """Have a read under way. Returns the event to wait for; None: end of file."""
        if self._begun is None and not self.ended:
            try:
                self._begun, _error = _winapi.ReadFile(self._handle, READ_BYTES, overlapped=True)
            except OSError:  # ERROR_BROKEN_PIPE: all writing ends are closed, all was read
                self.ended = True
        return None if self._begun is None else int(self._begun.event)

    def read(self, timeout_s: float | None) -> bytes | None:
        """b'': end of file; None: nothing within the time, or wake() was called."""
        while (event := self.begin()) is not None:
            wait([event, self._wake], timeout_s)
            if not wait([event], 0):
                return None
            begun, self._begun = self._begun, None
            try:
                count, _error = begun.GetOverlappedResult(True)
            except OSError:
                self.ended = True
                break
            if count:  # a write of zero bytes arrives too, and is no end of file
                return bytes(begun.getbuffer())[:count]
        return b""

    def wake(self) -> None:
        with self._lock:
            if self._wake:
                set_event(self._wake)

    def close(self) -> None:
        """A second time nothing is done: by then the number may be that of another handle."""
        with self._lock:
            if not self._wake:
                return
            close(self._wake)
            self._wake = 0
        if self._begun is not None:
            with contextlib.suppress(OSError):
                self._begun.cancel()
                self._begun.GetOverlappedResult(True)
            self._begun = None
        self.ended = True
        close(self._handle)
