"""Who looks at the output waits for one piece of it at most, however much is being written."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from processes import until
from reloader_core import Spool
from reloader_core.spool.turns import Turns

LOOKS = 150
MOST_WRITES = 3
"""In between: the one that is being done, one that was waiting, and one after the look, before it
was counted."""


class SlowDisk(FileIO):
    def write(self, data: Any) -> int:
        time.sleep(0.002)  # as slow as that
        return super().write(data)


class Flood:
    """Writes without a pause, from a thread of its own."""

    def __init__(self, folder: Path) -> None:
        self.spool = Spool(folder, run_limit_bytes=1 << 20, open_file=SlowDisk)
        self.run = self.spool.begin(1)
        self.writes = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._write)
        self._thread.start()

    def _write(self) -> None:
        while not self._is_over.is_set():
            self.spool.write(1, b"row\n")
            self.writes += 1

    def close(self) -> None:
        self._is_over.set()
        self._thread.join()
        self.spool.close()


@pytest.fixture
def flood(tmp_path: Path) -> Iterator[Flood]:
    flood = Flood(tmp_path)
    yield flood
    flood.close()


def as_it_paints(flood: Flood) -> None:
    with flood.spool.gate:
        pass


def as_the_mouse_asks(flood: Flood) -> None:
    flood.run.echoes(0, 1)


def test_who_waits_gets_it_before_its_last_holder() -> None:
    turns, order = Turns(), []

    def wait() -> None:
        with turns:
            order.append("who waited")

    waiter = threading.Thread(target=wait)
    with turns:
        waiter.start()
        until(turns._is_next.locked)
    with turns:
        order.append("who had it")
    waiter.join()
    assert order == ["who waited", "who had it"]


@pytest.mark.parametrize("look", [as_it_paints, as_the_mouse_asks])
def test_a_flood_lets_others_look(flood: Flood, look: Callable[[Flood], None]) -> None:
    """The median: whoever shares the processor with us may hold up any single look."""
    writes = []
    for _ in range(LOOKS):
        before = flood.writes
        look(flood)
        writes.append(flood.writes - before)
    assert statistics.median(writes) <= MOST_WRITES
