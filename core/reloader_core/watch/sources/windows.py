"""Windows: ReadDirectoryChangesW for all folders on one completion port, read by one thread.

A folder that is listened to can still be renamed and deleted (its handle shares
everything, and is closed as soon as the folder is deleted); only a folder *above* it
cannot be renamed meanwhile, which Windows refuses for any open handle below. Nothing
tells that the folder itself was renamed. Importable everywhere, usable on Windows.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import itertools
import os
import struct
import threading
import time
from collections.abc import Callable, Iterator
from ctypes import wintypes
from functools import partial
from typing import Any

from reloader_core.kernel32 import INVALID_HANDLE, check, check_handle, declared
from reloader_core.watch.sources.contract import BUSY, CALM_S, NAP_S, Cancel, Sink, tell

BUFFER_BYTES = 32 * 1024  # network drives take no more than 64 KiB
INFINITE = 0xFFFFFFFF
FILE_LIST_DIRECTORY, OPEN_EXISTING = 0x1, 3
SHARE_READ_WRITE_DELETE = 0x7
FILE_FLAG_BACKUP_SEMANTICS, FILE_FLAG_OVERLAPPED = 0x02000000, 0x40000000
# file name, folder name, size, last write, creation; not attributes, security, last access
CHANGES = 0x1 | 0x2 | 0x8 | 0x10 | 0x40


class _Overlapped(ctypes.Structure):
    """OVERLAPPED"""

    _fields_ = [
        ("internal", ctypes.c_size_t),
        ("internal_high", ctypes.c_size_t),
        ("offset", wintypes.DWORD),
        ("offset_high", wintypes.DWORD),
        ("event", wintypes.HANDLE),
    ]


class _Watched:
    """One subscription. It outlives its cancelling until the system has let go of it."""

    def __init__(self, handle: int, sink: Sink) -> None:
        self.handle = handle
        self.sink = sink
        self.buffer = ctypes.create_string_buffer(BUFFER_BYTES)
        self.overlapped = _Overlapped()
        self.pending = False
        self.cancelled = False


class WindowsEvents:
    """The port and its thread; both exist while there are subscriptions."""

    max_folders = 1024

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._port = 0
        self._keys = itertools.count(1)
        self._watched: dict[int, _Watched] = {}

    def subscribe(self, folder: str, sink: Sink) -> Cancel:
        # Not under the lock: this is what hangs if a network drive does.
        handle = check_handle(
            _kernel32().CreateFileW(
                os.path.abspath(folder),
                FILE_LIST_DIRECTORY,
                SHARE_READ_WRITE_DELETE,
                None,
                OPEN_EXISTING,
                FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OVERLAPPED,
                None,
            )
        )
        watched = _Watched(handle, sink)
        with self._lock:
            try:
                self._begin(next(self._keys), watched)
            except OSError:
                _kernel32().CloseHandle(handle)
                raise
        return partial(self._cancel, watched)

    def on_write(self, file: str, sink: Callable[[], None]) -> Cancel | None:
        return None

    def _begin(self, key: int, watched: _Watched) -> None:
        api = _kernel32()
        starts = not self._port
        port = self._port or check(api.CreateIoCompletionPort(INVALID_HANDLE, None, 0, 1))
        try:
            check(api.CreateIoCompletionPort(watched.handle, port, key, 0))
            self._arm(watched)
        except OSError:
            if starts:
                api.CloseHandle(port)
            raise
        self._watched[key] = watched
        self._port = port
        if starts:
            thread = threading.Thread(
                target=self._serve, args=(port,), name="folder events", daemon=True
            )
            thread.start()

    def _arm(self, watched: _Watched) -> None:
        check(
            _kernel32().ReadDirectoryChangesW(
                watched.handle,
                watched.buffer,
                BUFFER_BYTES,
                False,
                CHANGES,
                None,
                ctypes.byref(watched.overlapped),
                None,
            )
        )
        watched.pending = True

    def _cancel(self, watched: _Watched) -> None:
        with self._lock:
            watched.cancelled = True
            if watched.pending:  # completes now; the thread does the rest
                _kernel32().CancelIoEx(watched.handle, None)

    def _serve(self, port: int) -> None:
        """One completion after the other, until the last subscription has ended."""
        api = _kernel32()
        count, key = wintypes.DWORD(), ctypes.c_size_t()
        overlapped = ctypes.c_void_p()
        outputs = (ctypes.byref(count), ctypes.byref(key), ctypes.byref(overlapped))
        streak = 0
        while True:
            began = time.perf_counter()
            succeeded = api.GetQueuedCompletionStatus(port, *outputs, INFINITE)
            streak = 0 if time.perf_counter() - began > CALM_S else streak + 1
            # Nothing in it: more has happened than the buffer holds.
            self._completed(key.value, count.value if succeeded else 0)
            if streak > BUSY:
                time.sleep(NAP_S)
            with self._lock:
                if not self._watched:
                    self._port = 0
                    api.CloseHandle(port)
                    return

    def _completed(self, key: int, count: int) -> None:
        with self._lock:
            watched = self._watched[key]
            watched.pending = False
            names = list(names_in(watched.buffer.raw[:count])) if count else None
            going_on = names is not None and not watched.cancelled
            if going_on:
                with contextlib.suppress(OSError):
                    self._arm(watched)
            if not watched.pending:
                going_on = False
                del self._watched[key]
                _kernel32().CloseHandle(watched.handle)
            if watched.cancelled:
                return
        for name in dict.fromkeys(names or ()):
            tell([watched.sink], name)
        if not going_on:
            tell([watched.sink], None)


def names_in(buffer: bytes) -> Iterator[str]:
    """The names in a chain of FILE_NOTIFY_INFORMATION."""
    at = 0
    while True:
        step, _action, size = struct.unpack_from("<III", buffer, at)
        start = at + 12
        yield buffer[start : start + size].decode("utf-16-le", "surrogatepass")
        if not step:
            return
        at += step


@functools.cache
def _kernel32() -> Any:
    handle, dword, flag = wintypes.HANDLE, wintypes.DWORD, wintypes.BOOL
    pointer, word = ctypes.c_void_p, ctypes.c_size_t
    return declared(
        ("CreateFileW", handle, (wintypes.LPCWSTR, dword, dword, pointer, dword, dword, handle)),
        ("CreateIoCompletionPort", handle, (handle, handle, word, dword)),
        (
            "ReadDirectoryChangesW",
            flag,
            (handle, pointer, dword, flag, dword, pointer, pointer, pointer),
        ),
        ("GetQueuedCompletionStatus", flag, (handle, pointer, pointer, pointer, dword)),
        ("CancelIoEx", flag, (handle, pointer)),
        ("CloseHandle", flag, (handle,)),
    )
