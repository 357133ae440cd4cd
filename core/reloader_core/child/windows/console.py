"""Windows: this process in a console, which the script has as well.

The script gets our streams as they are, shares the console and so hears Ctrl+C itself. There is
no stopping, no asking who has sent a signal, and no telling what a terminal does to one job
alone.
"""

from __future__ import annotations

import contextlib
import functools
import os
import queue
import signal
import threading
from collections.abc import Callable
from ctypes import byref, wintypes
from typing import Any

from reloader_core.child.contract import Signal
from reloader_core.child.own_streams import is_pipe, offset_of_file
from reloader_core.child.windows import api
from reloader_core.kernel32 import check, check_handle, declared

WAIT_STEP_S = 0.1
"""Nothing wakes a main thread that waits on Windows: so long Ctrl+C may wait for it."""
WAKE = Signal(0, from_terminal=False, sender=0)
_NAMES = ("SIGINT", "SIGBREAK", "SIGTERM")
_READ_WRITE, _SHARE_ALL, _OPEN_EXISTING = 0xC0000000, 0x3, 3  # winnt.h


@functools.cache
def _kernel32() -> Any:
    handle, dword, flag = wintypes.HANDLE, wintypes.DWORD, wintypes.BOOL
    pointer, text = wintypes.LPVOID, wintypes.LPCWSTR
    return declared(
        ("CreateFileW", handle, (text, dword, dword, pointer, dword, dword, handle)),
        ("GetConsoleMode", flag, (handle, pointer)),
        ("SetConsoleMode", flag, (handle, dword)),
    )


class Console:
    """See contract.Job. To be made by the main thread. Raises OSError if there is none."""

    def __init__(self) -> None:
        self._sent: queue.SimpleQueue[Signal] = queue.SimpleQueue()
        self._sides: list[tuple[int, int]] = []
        """Handle and mode, as they were found."""
        with contextlib.ExitStack() as undo:
            for name in ("CONIN$", "CONOUT$"):
                side = _open(name)
                undo.callback(api.close, side)
                self._sides.append((side, _mode(side)))
            self._found = {number: signal.signal(number, self._on_signal) for number in _numbers()}
            undo.pop_all()
        self._runs = 0
        self._lock = threading.Lock()
        self._began_once = False
        self._before_restart: Callable[[], None] = lambda: None
        self._offset = offset_of_file(0)

    def close(self) -> None:
        for number, handler in self._found.items():
            signal.signal(number, handler)
        for side, _mode_then in self._sides:
            api.close(side)

    # -- signals

    def _on_signal(self, number: int, _frame: object) -> None:
        self._sent.put(Signal(number, from_terminal=number != signal.SIGTERM, sender=0))

    def wait(self) -> Signal:
        while True:
            with contextlib.suppress(queue.Empty):
                return self._sent.get(timeout=WAIT_STEP_S)

    def wake(self) -> None:
        self._sent.put(WAKE)

    def is_of_run(self, sent: Signal) -> bool:
        return False

    @property
    def script_hears(self) -> bool:
        return self._runs > 0

    def stop(self) -> None:
        """There is no such thing."""

    def stop_with_script(self) -> None:
        """There is no such thing."""

    def go_on(self) -> None:
        """There is no such thing."""

    # -- runs

    def before_restarts(self, do: Callable[[], None]) -> None:
        self._before_restart = do

    def run_begins(self) -> None:
        """On the supervisor's thread: a file is read from where it was when we were started."""
        with self._lock:
            self._runs += 1
        if self._began_once:
            self._before_restart()
        self._began_once = True
        if self._offset is not None:
            with contextlib.suppress(OSError):
                os.lseek(0, self._offset, os.SEEK_SET)

    def run_ended(self) -> None:
        """On its child's thread. What it has made of the console is taken back."""
        with self._lock:
            self._runs -= 1
        for side, found in self._sides:
            with contextlib.suppress(OSError):
                if _mode(side) != found:
                    check(_kernel32().SetConsoleMode(side, found))

    # -- the streams

    def streams(self) -> tuple[int, int, int]:
        """Inheritable handles for the script's three; what is closed is empty instead."""
        stdin, stdout, stderr = map(_stream, (0, 1, 2))
        return stdin, stdout, stderr

    def stdin_is_pipe(self) -> bool:
        return is_pipe(0)

    def watch_reader(self, on_left: Callable[[], None]) -> None:
        """A script whose output is read by another program gets no stream of ours: see
        own_console()."""

    @property
    def is_taken(self) -> bool:
        try:
            return any(_mode(side) != found for side, found in self._sides)
        except OSError:
            return False

    def begin_line(self) -> None:
        """Where the cursor is cannot be told from here."""

    def drop_unfinished_line(self) -> None:
        """The console lets nobody see what was typed of it."""


def own_console() -> Console | None:
    """None: there is none, or another program reads our output. When that leaves, only who
    writes the output notices: it comes to us then."""
    if is_pipe(1):
        return None
    try:
        return Console()
    except (OSError, ValueError):  # ValueError: this is not the main thread
        return None


def _open(name: str) -> int:
    return check_handle(
        _kernel32().CreateFileW(name, _READ_WRITE, _SHARE_ALL, None, _OPEN_EXISTING, 0, None)
    )


def _mode(side: int) -> int:
    mode = wintypes.DWORD()
    check(_kernel32().GetConsoleMode(side, byref(mode)))
    return mode.value


def _stream(fd: int) -> int:
    try:
        return api.inheritable_copy(fd)
    except OSError:
        with open(os.devnull, "r+b") as nothing:
            return api.inheritable_copy(nothing.fileno())


def _numbers() -> list[int]:
    """Who ignores one goes on ignoring it."""
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    return [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]
