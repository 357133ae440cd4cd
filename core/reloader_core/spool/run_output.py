"""One run's output as its readers see it: bytes by offset, lines by number.

Any number of readers in any thread. Files are read outside of the spool's lock, so
a slow disk holds up its reader only.
"""

from __future__ import annotations

from reloader_core.spool.index import behind_newline
from reloader_core.spool.segment import Segment
from reloader_core.spool.store import Extent, Store
from reloader_core.spool.style import style_after
from reloader_core.spool.turns import Turns


class Dropped(LookupError):
    """The bytes that were asked for are not held any more."""


class RunOutput:
    """What one run has printed."""

    def __init__(self, number: int, store: Store, lock: Turns) -> None:
        self.number = number
        self._store = store
        self._lock = lock

    @property
    def extent(self) -> Extent:
        return self._store.extent

    def read(self, start: int, size: int) -> bytes:
        """Shorter than `size` where the output ends. Raises Dropped."""
        with self._lock:
            self._check(start)
            pieces = self._store.covering(start, min(start + size, self.extent.end))
        return b"".join([self._piece(*piece) for piece in pieces])

    def line_start(self, line: int) -> int:
        """Offset of the line's first byte that is held. Raises Dropped."""
        with self._lock:
            extent = self.extent
            if line < extent.first_line:
                raise Dropped(f"line {line}")
            if line > extent.last_line:
                raise IndexError(f"there is no line {line} yet")
            if line == extent.first_line:
                return extent.first
            block = self._store.index.block_of_line(line)
        data = self.read(block.start, block.end - block.start)
        return block.start + behind_newline(data, line - block.lines)

    def line_at(self, offset: int) -> int:
        """The number of the line that this offset is in. Raises Dropped."""
        with self._lock:
            self._check(offset)
            block = self._store.index.block_at(offset)
        return block.lines + self.read(block.start, offset - block.start).count(b"\n")

    def style_before(self, offset: int) -> tuple[int, bytes]:
        """A place at or before the offset, at most 64 KiB away, and the SGR sequences that
        make the style there. Never inside a sequence or a character. Raises Dropped."""
        with self._lock:
            self._check(offset)
            block = self._store.index.block_at(offset)
        return block.start, block.style

    def style_at(self, offset: int) -> bytes:
        """The fewest SGR sequences that make the style at this offset. Raises Dropped."""
        start, style = self.style_before(offset)
        return style_after(style, self.read(start, offset - start), 0, offset - start)

    def echoes(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The spans between the two offsets that are the user's own input, echoed."""
        with self._lock:
            return self._store.echoes(start, end)

    def time_at(self, offset: int) -> float:
        """time.time() when this byte came, about 10 ms exact. Raises Dropped."""
        with self._lock:
            self._check(offset)
            return self._store.time_at(offset)

    def _check(self, offset: int) -> None:
        if offset < self.extent.first:
            raise Dropped(f"offset {offset}")

    def _piece(self, segment: Segment, start: int, end: int) -> bytes:
        try:
            data = segment.read(start, end - start)
            if len(data) == end - start:
                return data
        except FileNotFoundError:
            pass  # dropped a moment ago; or somebody has emptied the folder
        with self._lock:
            self._store.drop_through(segment)
        raise Dropped(f"offset {start}")
