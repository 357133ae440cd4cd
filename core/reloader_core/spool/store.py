"""One run's segments, index and extent: the side that is written.

Everything here is guarded by the spool's lock. Which segment comes next, and which
must go, is the spool's decision.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from reloader_core.spool.index import Index
from reloader_core.spool.segment import Segment
from reloader_core.values import frozen


@frozen
class Extent:
    """Which part of a run is held. Replaced as a whole: a reader sees one moment."""

    first: int
    """Offset of the oldest byte still held; offsets count from the run's first byte."""
    end: int
    """Offset behind the newest byte."""
    first_line: int
    """Newlines before `first`."""
    last_line: int
    """Newlines before `end`; the run's rows are first_line to last_line, both included."""
    ended: bool


class Store:
    """The bytes that are held are one stretch: what is dropped is always the oldest."""

    def __init__(self, began: float, on_dropped: Callable[[Segment], None]) -> None:
        self.extent = Extent(0, 0, 0, 0, ended=False)
        self.index = Index()
        self.segments: list[Segment] = []
        self._began = began
        self._on_dropped = on_dropped
        self._echo_starts = array("Q")
        self._echo_ends = array("Q")

    @property
    def size(self) -> int:
        return self.extent.end - self.extent.first

    @property
    def newest(self) -> Segment | None:
        return self.segments[-1] if self.segments else None

    # -- filling

    def begin(self, segment: Segment) -> None:
        """What follows goes into this segment."""
        self.index.cut()
        if self.segments:
            self.segments[-1].seal()
        self.segments.append(segment)

    def append(self, data: bytes, now: float) -> int:
        """Put data into the newest segment; how many bytes found room there."""
        segment = self.segments[-1]
        before = segment.size
        done = segment.write(data)
        if done:
            segment.times.add(before, now)
            self.index.add(data[:done])
            extent = self.extent
            self.extent = Extent(
                extent.first, extent.end + done, extent.first_line, self.index.lines, extent.ended
            )
        return done

    def take_back(self) -> bytes:
        """Remove from the newest segment's end an escape sequence or character of which only the
        beginning is there, and return it: it must lie in one segment with its rest."""
        taken = self.index.take_back()
        if taken:
            self.segments[-1].take_back(len(taken))
            self.extent = replace(self.extent, end=self.extent.end - len(taken))
        return taken

    def add_echo(self, start: int) -> None:
        """What has come from this offset on was the user's own."""
        if start < self.extent.end:
            self._echo_starts.append(start)
            self._echo_ends.append(self.extent.end)

    def end(self) -> None:
        if self.segments:
            self.segments[-1].seal()
        self.extent = replace(self.extent, ended=True)

    # -- dropping

    def drop_oldest(self) -> None:
        segment = self.segments.pop(0)
        if not self.segments:
            self.index.cut()
        first = segment.start + segment.size
        self.index.drop(first)
        lines = self.index.block_at(first).lines
        self.extent = replace(self.extent, first=first, first_line=lines)
        gone = bisect_right(self._echo_ends, first)
        del self._echo_starts[:gone], self._echo_ends[:gone]
        self._on_dropped(segment)

    def drop_through(self, segment: Segment) -> None:
        """This segment cannot be read any more; what is older goes with it."""
        while segment in self.segments:
            self.drop_oldest()

    def clear(self) -> None:
        while self.segments:
            self.drop_oldest()

    def take_back_empty(self) -> None:
        """Nothing found room in the newest segment: as if it had never begun."""
        if self.segments and not self.segments[-1].size:
            self._on_dropped(self.segments.pop())

    # -- finding

    def covering(self, start: int, end: int) -> list[tuple[Segment, int, int]]:
        """The segments between two offsets, each with where to begin and to stop in it."""
        at = self._at(start)
        found: list[tuple[Segment, int, int]] = []
        while start < end and at < len(self.segments):
            segment = self.segments[at]
            stop = min(end, segment.start + segment.size)
            found.append((segment, start, stop))
            start, at = stop, at + 1
        return found

    def echoes(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        at = bisect_right(self._echo_ends, start)
        found: list[tuple[int, int]] = []
        while at < len(self._echo_starts) and self._echo_starts[at] < end:
            span = max(start, self._echo_starts[at]), min(end, self._echo_ends[at])
            found.append(span)
            at += 1
        return tuple(found)

    def time_at(self, offset: int) -> float:
        if not self.segments:
            return self._began
        segment = self.segments[self._at(offset)]
        return segment.times.at(offset - segment.start)

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self.segments, offset, key=attrgetter("start")) - 1)
