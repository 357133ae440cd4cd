"""Windows: a named pipe to which the processes that a script starts say what they load.

One instance, which its writers use one after another: each opens it, writes a few reports and
closes it; who finds it busy comes again. Used by the thread of the child that it belongs to.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
from typing import Any

from reloader_core.child import contract
from reloader_core.child.reports import ReportsOfChildren
from reloader_core.child.windows import api, pipes

if sys.platform == "win32":
    import _winapi
else:  # nothing below is called there, but everything can be imported
    _winapi: Any = None

PIPE_BYTES = 1 << 16
STEPS = 4
"""From the end of one writer, or from one that came and went, to the next one."""
_numbers = itertools.count(1)


class ReportPipe:
    """That of one run. Raises OSError where there is none to be had."""

    def __init__(self, number: int, deliver: contract.Deliver) -> None:
        self._reports = ReportsOfChildren(number, deliver)
        unguessable = f"{os.getpid()}-{next(_numbers)}-{os.urandom(8).hex()}"
        self.name = rf"\\.\pipe\reloader-children-{unguessable}"
        access = pipes.PIPE_ACCESS_INBOUND | pipes.FILE_FLAG_OVERLAPPED
        self._handle = _winapi.CreateNamedPipe(
            self.name, access | pipes.FILE_FLAG_FIRST_PIPE_INSTANCE,
            pipes.PIPE_REJECT_REMOTE_CLIENTS, 1, 0, PIPE_BYTES, 0, 0,
        )  # fmt: skip
        self._begun: Any = None
        self._is_connected = False

    def begin(self) -> int | None:
        """Have something under way: returns the event to wait for. None: it is closed."""
        for _ in range(STEPS):
            if self._begun is not None or not self._handle:
                break
            try:
                if self._is_connected:
                    self._begun, _ = _winapi.ReadFile(self._handle, PIPE_BYTES, overlapped=True)
                else:
                    self._begun = _winapi.ConnectNamedPipe(self._handle, True)
            except OSError:
                self._on_end()
        return None if self._begun is None else int(self._begun.event)

    def take(self) -> None:
        """Take in all that has come so far."""
        while (event := self.begin()) is not None and api.wait([event], 0):
            begun, self._begun = self._begun, None
            if not self._is_connected:
                with contextlib.suppress(OSError):  # somebody was there already, or is gone again
                    begun.GetOverlappedResult(True)
                self._is_connected = True
                continue
            try:
                count, _ = begun.GetOverlappedResult(True)
            except OSError:
                self._on_end()
            else:
                if not self._reports.feed(bytes(begun.getbuffer() or b"")[:count]):
                    self._on_end()

    def _on_end(self) -> None:
        """Of one writer, or of one that had gone before we were ready: its words are to be read."""
        if self._is_connected:
            with contextlib.suppress(OSError):
                api.disconnect(self._handle)
            self._reports.next_writer()
        self._is_connected = not self._is_connected

    def close(self) -> None:
        """A second time nothing is done."""
        handle, self._handle = self._handle, 0
        if self._begun is not None:
            with contextlib.suppress(OSError):
                self._begun.cancel()
                self._begun.GetOverlappedResult(True)
            self._begun = None
        if handle:
            api.close(handle)
