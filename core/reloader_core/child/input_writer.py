"""Feeds a child's stdin from a thread of its own: a program that does not read must
not block whoever types. The thread starts with the first input."""

from __future__ import annotations

import os
import queue
import sys
import threading

MOST_WAITING_BYTES = 64 << 20
"""What a program has not read yet is kept in memory, so there is an end to it."""


class InputWriter:
    """Owns the writing end of a pipe."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._lock = threading.Lock()
        self._waiting: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._waiting_bytes = 0
        self._thread: threading.Thread | None = None
        self._closed = False

    def write(self, data: bytes) -> bool:
        """Queue input, all of it or none: False if too much waits to be read already.
        What comes after close() is let go."""
        size = sys.getsizeof(data)  # a byte takes 34
        with self._lock:
            if self._closed:
                return True
            if self._waiting_bytes + size > MOST_WAITING_BYTES:
                return False
            self._waiting_bytes += size
            if self._thread is None:
                self._thread = threading.Thread(target=self._feed, name="input", daemon=True)
                self._thread.start()
            self._waiting.put(data)
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
        self._waiting.put(None)

    def _feed(self) -> None:
        broken = False
        while (data := self._waiting.get()) is not None:
            rest = memoryview(data)
            while rest and not broken:
                try:
                    rest = rest[os.write(self._fd, rest) :]
                except OSError:  # the program has ended or closed its stdin
                    broken = True
            with self._lock:
                self._waiting_bytes -= sys.getsizeof(data)
        os.close(self._fd)
