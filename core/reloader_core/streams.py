"""Where a terminal front writes what the script prints.

Descriptor takes the bytes as they are, on the thread that reads them. HandedOver is for a
`sys.stdout` that is not this process' own (IDLE's, an editor's, a test's): it gets text, and
only on the thread that asked for the run, since a window's text box may bear no other.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import queue
import selectors
import sys
from collections.abc import Callable

from reloader_core import platform_facts

GONE = (errno.EPIPE, errno.EINVAL)
"""Whoever read our output has left, as `head` does (EINVAL: Windows)."""
MOST_PIECES = 8
"""Pieces of output that wait for a slow stream; then the script waits."""


class Descriptor:
    """sys.stdout's own descriptor, which may be a pipe that ends. `on_closed(why)`: once, when
    nobody reads any more (why is empty) or nothing can be written."""

    def __init__(self, on_closed: Callable[[str], None]) -> None:
        self._on_closed = on_closed
        self._closed = sys.stdout is None

    def __call__(self, run: int, data: bytes) -> None:
        view = memoryview(data)
        while view and not self._closed:
            try:
                written = self._write(view)
                view = view[written:]
            except BlockingIOError:
                _wait_for_room(sys.stdout.fileno())
            except OSError as error:
                self._closed = True
                self._on_closed("" if error.errno in GONE else error.strerror or repr(error))

    def hand_over(self) -> None:
        """Nothing waits here."""

    def clear(self) -> None:
        """Only a terminal has something to clear."""
        if sys.stdout is not None and sys.stdout.isatty():
            platform_facts.clear_terminal(sys.stdout.fileno())

    @staticmethod
    def _write(view: memoryview) -> int:
        if sys.stdout.isatty():  # a Windows console wants text
            sys.stdout.buffer.write(view)
            sys.stdout.buffer.flush()
            return len(view)
        return os.write(sys.stdout.fileno(), view)


class HandedOver:
    """A stream of text. `wake` makes the thread that it belongs to call hand_over()."""

    def __init__(
        self, stream: io.TextIOBase, wake: Callable[[], None], on_closed: Callable[[str], None]
    ) -> None:
        self._stream = stream
        self._wake = wake
        self._on_closed = on_closed
        self._pieces: queue.Queue[bytes] = queue.Queue(MOST_PIECES)
        utf8 = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._decoder = io.IncrementalNewlineDecoder(utf8, translate=False)
        self._closed = False

    def __call__(self, run: int, data: bytes) -> None:
        self._pieces.put(data)
        self._wake()

    def hand_over(self) -> None:
        """Write all that waits, on the stream's thread."""
        with contextlib.suppress(queue.Empty):
            while True:
                text = self._decoder.decode(self._pieces.get_nowait()).replace("\r\n", "\n")
                if text and not self._closed:
                    self._write(text)

    def clear(self) -> None:
        """It is no terminal."""

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except Exception as error:  # noqa: BLE001  the stream is anybody's
            self._closed = True
            self._on_closed(str(error))


def _wait_for_room(file: int) -> None:
    """Until a pipe or a terminal takes more (POSIX). Not select(): it knows only the first
    1,024 numbers of files."""
    with selectors.DefaultSelector() as selector:
        selector.register(file, selectors.EVENT_WRITE)
        selector.select(1)
