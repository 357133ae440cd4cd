"""The spool: what the runs of one page have printed, on disk, within limits.

One thread writes, any thread reads (RunOutput). Decides where bytes go and which are
dropped: the oldest first, a segment at a time. Without room on the disk the newest
part is kept in memory. Knows nothing of characters or of painting.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from pathlib import Path

from reloader_core.disk.private_files import open_private
from reloader_core.spool.budget import TOTAL_LIMIT_BYTES, OutputBudget, drop_oldest
from reloader_core.spool.folder import SpoolFolder, remove_leftovers
from reloader_core.spool.run_output import RunOutput
from reloader_core.spool.segment import DiskSegment, MemorySegment, Open, Segment
from reloader_core.spool.store import Store
from reloader_core.spool.trouble import SpoolTrouble
from reloader_core.spool.turns import Turns

RUN_LIMIT_BYTES = 1 << 30
SEGMENT_BYTES = 16 << 20
LEAST_SEGMENTS = 8
"""A limit is kept by dropping at most this part of it."""
MEMORY_BYTES = 4 << 20
MEMORY_SEGMENT_BYTES = 1 << 18
MOST_RUNS = 1000
PIECE_BYTES = 1 << 17
"""Whoever paints waits for one piece at most: each letter in a colour of its own, and it takes
4 ms."""
RETRY_S = 5.0
"""How long after a failure the disk is tried again, if nothing was dropped."""


class Spool:
    """The output of all runs of one page. Nothing is on disk before the first output."""

    def __init__(
        self,
        folder: Path,
        *,
        run_limit_bytes: int = RUN_LIMIT_BYTES,
        total_limit_bytes: int = TOTAL_LIMIT_BYTES,
        budget: OutputBudget | None = None,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        open_file: Open = open_private,
    ) -> None:
        self._budget = budget or OutputBudget()
        self.set_limits(run_limit_bytes, total_limit_bytes)
        self._clock = clock
        self._monotonic = monotonic
        self._open_file = open_file
        self._folder = SpoolFolder(folder)
        self._names = itertools.count(1)
        self._lock = self._budget.lock
        self._runs: tuple[RunOutput, ...] = ()
        self._stores: dict[RunOutput, Store] = {}
        self._by_number: dict[int, RunOutput] = {}
        self._generation = 0
        self._memory_bytes = 0
        self._trouble: SpoolTrouble | None = None
        self._failed = 0.0
        self._retry = 0.0
        self._closed = False
        self.gate = Turns()
        """Held while something is painted or written: without it both fight for the GIL."""

    @staticmethod
    def remove_leftovers(folder: Path) -> None:
        """Remove what crashed windows have left in the folder. Takes its time; any thread."""
        remove_leftovers(folder)

    @property
    def runs(self) -> tuple[RunOutput, ...]:
        """Oldest first. A number comes twice where an engine was replaced by a new one."""
        return self._runs

    @property
    def generation(self) -> int:
        """Rises with every change."""
        return self._generation

    @property
    def trouble(self) -> SpoolTrouble | None:
        """Why not all is kept; None: all is well."""
        return self._trouble

    def set_limits(self, run_limit_bytes: int, total_limit_bytes: int) -> None:
        """How much is kept of one run, and of all that share the budget; from the next
        output on. Any thread."""
        least = min(run_limit_bytes, total_limit_bytes)
        if least < LEAST_SEGMENTS:
            raise ValueError("a limit of a few bytes")
        self._run_limit_bytes = run_limit_bytes
        self._budget.limit_bytes = total_limit_bytes
        self._segment_bytes = min(SEGMENT_BYTES, least // LEAST_SEGMENTS)

    # -- writing

    def begin(self, number: int) -> RunOutput:
        """A new run; what is written under this number from now on belongs to it."""
        with self._lock:
            store = Store(self._clock(), self._on_dropped)
            run = RunOutput(number, store, self._lock)
            self._stores[run] = store
            self._budget.stores[store] = None
            self._runs += (run,)
            self._by_number[number] = run
            if len(self._runs) > MOST_RUNS:
                self._forget(self._runs[0])
            self._generation += 1
        return run

    def write(self, number: int, data: bytes) -> None:
        """Keep what a run has printed. One thread at a time."""
        for start in range(0, len(data), PIECE_BYTES):
            with self.gate:
                with self._lock:
                    if store := self._store(number):
                        self._keep(store, data[start : start + PIECE_BYTES])
                self._budget.trash.empty()

    def echo(self, number: int, data: bytes) -> None:
        """Keep what the user has sent, at the place that the output has come to. Any thread."""
        with self._lock:
            if store := self._store(number):
                start = store.extent.end
                self._keep(store, data)
                store.add_echo(start)

    def end(self, number: int) -> None:
        """Nothing of this run follows."""
        with self._lock:
            if store := self._store(number):
                store.end()
                self._generation += 1

    def clear(self) -> None:
        """Drop all that is there so far. Any thread; the files go in a thread of its own."""
        with self._lock:
            for run in self._runs[:-1]:
                self._forget(run)
            for store in self._stores.values():
                store.clear()
            self._generation += 1
        threading.Thread(target=self._budget.trash.empty, name="clear output", daemon=True).start()

    def close(self) -> None:
        """Drop everything. What is written afterwards is not kept."""
        with self.gate, self._lock:
            self._closed = True
            for store in self._stores.values():
                store.clear()
                self._budget.stores.pop(store, None)
            self._budget.trash.empty()
            self._folder.close()
            self._generation += 1

    # -- where the bytes go

    def _store(self, number: int) -> Store | None:
        """None: there is no such run any more, so what still comes from it is not kept."""
        run = self._by_number.get(number)
        return None if run is None or self._closed else self._stores[run]

    def _keep(self, store: Store, data: bytes) -> None:
        now = self._clock()
        for start in range(0, len(data), self._segment_bytes):
            piece = data[start : start + self._segment_bytes]
            self._make_room(store, len(piece))
            self._put(store, piece, now)
        self._generation += 1

    def _put(self, store: Store, data: bytes, now: float) -> None:
        here = self._room(store, data)
        done = self._append(store, data[:here], now)
        if rest := data[done:]:
            rest = self._take_back(store) + rest
            if done == here and self._begin_on_disk(store, now):
                rest = rest[self._append(store, rest, now) :]
                rest = rest and self._take_back(store) + rest
        if rest:
            self._begin_in_memory(store, now)
            self._append(store, rest, now)
        while self._memory_bytes > MEMORY_BYTES:
            drop_oldest(self._stores.values())

    def _room(self, store: Store, data: bytes) -> int:
        """How much of the data still belongs into the newest segment, which should end
        with a line: the oldest line that is held is then a whole one."""
        segment = store.newest
        if segment is None or (segment.in_memory and self._monotonic() >= self._retry):
            return 0
        limit = MEMORY_SEGMENT_BYTES if segment.in_memory else self._segment_bytes
        if segment.size + len(data) <= limit:
            return len(data)
        if store.index.at_line_start:
            return 0
        if newline := data.find(b"\n") + 1:
            return newline
        if segment.size + len(data) <= 2 * limit:
            return len(data)
        return 0 if store.index.is_clean else store.index.clean_end(data)

    def _append(self, store: Store, data: bytes, now: float) -> int:
        segment = store.newest
        if not data or segment is None:
            return 0
        done = store.append(data, now)
        self._budget.held_bytes += done
        if segment.in_memory:
            self._memory_bytes += done
        elif done < len(data):
            self._fail(segment.error)
        elif self._trouble and self._monotonic() - self._failed > RETRY_S:
            self._trouble = None
        return done

    def _take_back(self, store: Store) -> bytes:
        """What is not to be cut in two."""
        taken = store.take_back()
        self._budget.held_bytes -= len(taken)
        if store.newest is not None and store.newest.in_memory:
            self._memory_bytes -= len(taken)
        return taken

    def _begin_on_disk(self, store: Store, now: float) -> bool:
        if self._trouble and self._monotonic() < self._retry:
            return False
        try:
            path = self._folder.path() / f"{next(self._names):08}.out"
            store.begin(DiskSegment(store.extent.end, path, now, self._open_file))
        except OSError as error:
            self._fail(error)
            return False
        return True

    def _begin_in_memory(self, store: Store, now: float) -> None:
        store.take_back_empty()
        newest = store.newest
        if newest is None or not newest.in_memory or newest.size >= MEMORY_SEGMENT_BYTES:
            store.begin(MemorySegment(store.extent.end, now))

    def _fail(self, error: OSError | None) -> None:
        self._failed = self._monotonic()
        self._retry = self._failed + RETRY_S
        self._trouble = SpoolTrouble.of(self._folder.parent, error)

    # -- what is dropped

    def _make_room(self, store: Store, size: int) -> None:
        while store.size + size > self._run_limit_bytes:
            store.drop_oldest()
        self._budget.make_room(size)

    def _forget(self, run: RunOutput) -> None:
        store = self._stores.pop(run)
        store.clear()
        del self._budget.stores[store]
        self._runs = tuple(each for each in self._runs if each is not run)
        if self._by_number[run.number] is run:
            del self._by_number[run.number]

    def _on_dropped(self, segment: Segment) -> None:
        self._budget.held_bytes -= segment.size
        if segment.in_memory:
            self._memory_bytes -= segment.size
        elif segment.size:
            self._retry = 0.0  # there is room again
        self._budget.trash.add(segment.remove())
        self._generation += 1
