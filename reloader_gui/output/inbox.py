"""The bounded buffer between the engine's reader thread and the window's timer.

Any thread puts, the GUI thread takes. Never blocks: of a flood only the newest part
is kept, so an endless print loop neither freezes the window nor waits for it. Order
is kept between output, the beginnings of runs, and what the user sent.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from reloader_gui.output.items import Began, Echo, Gap, Item, Text

CAPACITY_BYTES = 1 << 20
"""More than the pane holds of ordinary lines: what is dropped would have scrolled out."""
_CHUNK_BYTES = 1 << 14


@dataclass(slots=True)
class _Chunk:
    run: int
    data: bytearray = field(default_factory=bytearray)


class Inbox:
    """`wake` is called, on the thread that puts, when something comes after nothing."""

    def __init__(self, wake: Callable[[], None], capacity_bytes: int = CAPACITY_BYTES) -> None:
        self._wake = wake
        self._capacity_bytes = capacity_bytes
        self._lock = threading.Lock()
        self._items: deque[Began | Echo | Gap | _Chunk] = deque()
        self._size_bytes = 0
        self.last_run = 0
        """The newest run that has printed anything."""

    def put(self, run: int, data: bytes) -> None:
        """The engine's reader thread: output of a run."""
        with self._lock:
            was_empty = not self._items
            last = self._items[-1] if self._items else None
            if isinstance(last, _Chunk) and last.run == run and len(last.data) < _CHUNK_BYTES:
                last.data += data
            else:
                self._items.append(_Chunk(run, bytearray(data)))
            self._size_bytes += len(data)
            self.last_run = run
            if self._size_bytes > self._capacity_bytes:
                self._drop()
        if was_empty:
            self._wake()

    def add(self, item: Began | Echo) -> None:
        """The engine's own thread: a run begins. The GUI thread: the user sent something."""
        with self._lock:
            was_empty = not self._items
            self._items.append(item)
        if was_empty:
            self._wake()

    def take(self, limit_bytes: int) -> list[Item]:
        """The GUI thread: the oldest items, with about so many bytes of output."""
        taken: list[Item] = []
        with self._lock:
            while self._items and limit_bytes > 0:
                item = self._items.popleft()
                if not isinstance(item, _Chunk):
                    taken.append(item)
                    continue
                if len(item.data) > limit_bytes:
                    rest = _Chunk(item.run, item.data[limit_bytes:])
                    self._items.appendleft(rest)
                    del item.data[limit_bytes:]
                limit_bytes -= len(item.data)
                self._size_bytes -= len(item.data)
                taken.append(Text(item.run, bytes(item.data)))
        return taken

    def _drop(self) -> None:
        """Half of the capacity stays, from the beginning of a line on."""
        kept: list[Began | Echo | Gap] = []
        lines = 0
        while self._size_bytes > self._capacity_bytes // 2:
            item = self._items.popleft()
            if isinstance(item, Gap):
                lines += item.lines
            elif isinstance(item, _Chunk):
                lines += item.data.count(b"\n")
                self._size_bytes -= len(item.data)
            else:
                kept.append(item)
        if self._items and isinstance(first := self._items[0], _Chunk):
            end = first.data.find(b"\n") + 1
            del first.data[:end]
            self._size_bytes -= end
            lines += 1 if end else 0
        self._items.extendleft(reversed([*kept, Gap(lines)]))
