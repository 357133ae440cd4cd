"""Feeds a child's stdin from a thread of its own: a program that does not read must
not block whoever types. The thread starts with the first input."""

from __future__ import annotations

import os
import queue
import threading

MAX_PENDING = 10_000


class InputWriter:
    """Owns the writing end of a pipe."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._lock = threading.Lock()
        self._pending: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False

    def write(self, data: bytes) -> bool:
        """Queue input; False if it was closed or the program has long not read any."""
        with self._lock:
            if self._closed:
                return False
            if self._thread is None:
                self._thread = threading.Thread(target=self._feed, name="input", daemon=True)
                self._thread.start()
            if self._pending.qsize() >= MAX_PENDING:
                return False
            self._pending.put(data)
            return True

    def close(self) -> None:
        """End of input, after what is queued."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            if self._thread is None:
                os.close(self._fd)
                return
        self._pending.put(None)

    def _feed(self) -> None:
        broken = False
        while (data := self._pending.get()) is not None:
            while data and not broken:
                try:
                    data = data[os.write(self._fd, data) :]
                except OSError:  # the program has ended or closed its stdin
                    broken = True
        os.close(self._fd)
