"""The spool: what the runs of one page have printed, kept for the window.

One thread writes, any thread reads. A reader asks for bytes by offset, counted from
the run's first byte; an offset never changes its meaning. Knows nothing of characters
or of painting.
"""

from __future__ import annotations

import threading
import time
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

RUN_LIMIT_BYTES = 1 << 30
TOTAL_LIMIT_BYTES = 4 << 30


@dataclass(frozen=True, slots=True)
class Extent:
    """Which part of a run is held. Replaced as a whole: a reader sees one moment."""

    first: int
    """Offset of the oldest byte still held."""
    end: int
    """Offset behind the newest byte."""
    first_line: int
    """Newlines before `first`."""
    last_line: int
    """Newlines before `end`; the run's rows are first_line to last_line, both included."""
    ended: bool


class Dropped(LookupError):
    """The bytes that were asked for are not held any more."""


class RunOutput:
    """What one run has printed; any number of readers, in any thread."""

    def __init__(self, number: int, clock: Callable[[], float]) -> None:
        self.number = number
        self._clock = clock
        self._extent = Extent(0, 0, 0, 0, ended=False)
        self._data = bytearray()
        self._times: list[tuple[int, float]] = [(0, clock())]
        self._echoes: list[tuple[int, int]] = []

    @property
    def extent(self) -> Extent:
        return self._extent

    def read(self, start: int, size: int) -> bytes:
        """Shorter than `size` where the output ends. Raises Dropped."""
        self._check(start)
        return bytes(self._data[start : start + size])

    def line_start(self, line: int) -> int:
        """Offset of the line's first byte that is held. Raises Dropped."""
        extent = self._extent
        if line < extent.first_line:
            raise Dropped(line)
        if line > extent.last_line:
            raise IndexError(line)
        start = extent.first
        for _ in range(line - extent.first_line):
            start = self._data.index(b"\n", start) + 1
        return start

    def line_at(self, offset: int) -> int:
        """The number of the line that this offset is in. Raises Dropped."""
        self._check(offset)
        return self._data.count(b"\n", 0, offset)

    def style_before(self, offset: int) -> tuple[int, bytes]:
        """A place at or before the offset, and SGR sequences that make the style there."""
        self._check(offset)
        return self._extent.first, b""

    def echoes(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The spans between the two offsets that are the user's own input, echoed."""
        spans = ((max(a, start), min(b, end)) for a, b in self._echoes)
        return tuple((a, b) for a, b in spans if a < b)

    def time_at(self, offset: int) -> float:
        """time.time() when this byte came, about 10 ms exact."""
        index = bisect_right(self._times, (offset, float("inf")))
        return self._times[max(0, index - 1)][1]

    def _check(self, offset: int) -> None:
        if offset < self._extent.first:
            raise Dropped(offset)

    def _append(self, data: bytes) -> None:
        extent = self._extent
        self._times.append((extent.end, self._clock()))
        self._data += data
        lines = extent.last_line + data.count(b"\n")
        self._extent = replace(extent, end=extent.end + len(data), last_line=lines)

    def _echo(self, data: bytes) -> None:
        start = self._extent.end
        self._append(data)
        self._echoes.append((start, start + len(data)))

    def _clear(self) -> None:
        extent = self._extent
        self._extent = replace(extent, first=extent.end, first_line=extent.last_line)

    def _end(self) -> None:
        self._extent = replace(self._extent, ended=True)


class Spool:
    """The output of all runs of one page."""

    def __init__(
        self,
        folder: Path,
        *,
        run_limit_bytes: int = RUN_LIMIT_BYTES,
        total_limit_bytes: int = TOTAL_LIMIT_BYTES,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._runs: tuple[RunOutput, ...] = ()
        self._by_number: dict[int, RunOutput] = {}
        self._generation = 0
        self.gate = threading.Lock()
        """Held while something is painted or written: without it both fight for the GIL."""

    @property
    def runs(self) -> tuple[RunOutput, ...]:
        """Oldest first. A number comes twice where an engine was replaced by a new one."""
        return self._runs

    @property
    def generation(self) -> int:
        """Rises with every change."""
        return self._generation

    @property
    def trouble(self) -> str:
        """Why not all is kept, in a sentence for the user; empty: all is well."""
        return ""

    def begin(self, number: int) -> RunOutput:
        """A new run; what is written under this number from now on belongs to it."""
        run = RunOutput(number, self._clock)
        with self._lock:
            self._runs += (run,)
            self._by_number[number] = run
            self._generation += 1
        return run

    def write(self, number: int, data: bytes) -> None:
        """Keep what a run has printed. One thread at a time."""
        with self.gate, self._lock:
            self._by_number[number]._append(data)
            self._generation += 1

    def echo(self, number: int, data: bytes) -> None:
        """Keep what the user has sent, at the place that the output has come to. Any thread."""
        with self._lock:
            self._by_number[number]._echo(data)
            self._generation += 1

    def end(self, number: int) -> None:
        """Nothing of this run follows."""
        with self._lock:
            self._by_number[number]._end()
            self._generation += 1

    def clear(self) -> None:
        """Drop all that is there so far. Any thread."""
        with self._lock:
            for run in self._runs:
                run._clear()
            self._runs = self._runs[-1:]
            self._generation += 1

    def close(self) -> None:
        """Drop everything. What is written afterwards is not kept."""
