"""Output is handed on in order and complete, and never holds up anything."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable, Iterator

import pytest

from reloader_core.child import Activity
from reloader_core.child.wire import Request
from reloader_core.pump import Pump

pytestmark = pytest.mark.posix  # a pipe of the test's own, which select() must take
WaitUntil = Callable[..., None]


class PipeChild:
    """A child that is nothing but a pipe; the test holds its writing end."""

    has_signals = True

    def __init__(self, number: int = 1) -> None:
        self.id = number
        self._output, self.write_end = os.pipe()
        self._wake, self._wake_in = os.pipe()

    def read_output(self, timeout_s: float | None) -> bytes | None:
        ready, _, _ = select.select([self._output, self._wake], [], [], timeout_s)
        if self._output in ready:
            return os.read(self._output, 65536)
        if ready:
            os.read(self._wake, 100)
        return None

    def wake_output(self) -> None:
        os.write(self._wake_in, b"!")

    def close_output(self) -> None:
        for fd in (self._output, self._wake, self._wake_in):
            os.close(fd)

    def ask(self, request: Request, *fields: str) -> None: ...

    def allow_front(self) -> None: ...

    def interrupt(self, *, deadly: bool = True) -> bool:
        return False

    def interrupt_others(self) -> None: ...

    def terminate_others(self) -> None: ...

    def end_tree(self, grace_s: float) -> None: ...
    def force(self) -> None: ...
    def activity(self) -> Activity | None:
        return None

    def tree_activity(self) -> Activity | None:
        return None

    def cpu_times(self) -> None: ...

    def waits_for(self) -> None: ...

    def dump_stack(self) -> None: ...

    def write_input(self, data: bytes) -> bool:
        return True

    def open_for_writing(self, is_wanted: Callable[[str], bool]) -> frozenset[str]:
        return frozenset()

    def close_input(self) -> None: ...


class Collected:
    def __init__(self) -> None:
        self.chunks: list[tuple[int, bytes]] = []
        self.drained: list[int] = []
        self.open = threading.Event()
        self.open.set()

    def sink(self, run: int, data: bytes) -> None:
        self.open.wait(10)
        self.chunks.append((run, data))

    def text(self, run: int) -> bytes:
        return b"".join(data for number, data in self.chunks if number == run)


@pytest.fixture
def collected() -> Collected:
    return Collected()


@pytest.fixture
def pump(collected: Collected) -> Iterator[Pump]:
    pump = Pump(collected.sink, collected.drained.append)
    pump.start()
    yield pump
    pump.close()


def test_end_of_file_drains(pump: Pump, collected: Collected, wait_until: WaitUntil) -> None:
    child = PipeChild()
    pump.begin(1, child)
    os.write(child.write_end, b"hello")
    os.close(child.write_end)
    wait_until(lambda: collected.drained == [1])
    assert collected.text(1) == b"hello"


def test_a_held_pipe_counts_as_drained_once_it_is_empty(
    pump: Pump, collected: Collected, wait_until: WaitUntil
) -> None:
    child = PipeChild()
    pump.begin(1, child)
    os.write(child.write_end, b"last words")
    pump.exited(1)
    wait_until(lambda: collected.drained == [1])
    assert collected.text(1) == b"last words"
    os.write(child.write_end, b"; the grandchild goes on")
    wait_until(lambda: collected.text(1).endswith(b"goes on"))
    pump.tree_gone(1)
    assert pump.finish()
    assert collected.drained == [1]
    os.close(child.write_end)


def test_a_slow_consumer_gets_all_of_it_after_the_exit(
    pump: Pump, collected: Collected, wait_until: WaitUntil
) -> None:
    child = PipeChild()
    data = os.urandom(60_000)
    os.write(child.write_end, data)
    collected.open.clear()
    pump.begin(1, child)
    pump.exited(1)
    pump.tree_gone(1)
    assert not collected.drained
    os.close(child.write_end)
    collected.open.set()
    assert pump.finish()
    assert collected.text(1) == data
    assert collected.drained == [1]


def test_the_next_run_waits_for_the_rest_of_the_last(
    pump: Pump, collected: Collected, wait_until: WaitUntil
) -> None:
    first, second = PipeChild(1), PipeChild(2)
    collected.open.clear()
    pump.begin(1, first)
    os.write(first.write_end, b"one")
    os.write(second.write_end, b"two")
    pump.tree_gone(1)
    pump.begin(2, second)
    collected.open.set()
    os.close(second.write_end)
    wait_until(lambda: collected.drained == [1, 2])
    assert collected.chunks == [(1, b"one"), (2, b"two")]
    os.close(first.write_end)


def test_finish_gives_up_on_a_consumer_that_takes_nothing(pump: Pump, collected: Collected) -> None:
    child = PipeChild()
    collected.open.clear()
    os.write(child.write_end, b"x")
    os.close(child.write_end)
    pump.begin(1, child)
    pump.patience_s = 0.1
    assert not pump.finish()
    collected.open.set()
    assert pump.finish()


def test_a_sink_that_fails_loses_no_end(collected: Collected, wait_until: WaitUntil) -> None:
    """The script keeps its stdout, what comes later is handed on, and the end is told."""

    def sink(run: int, data: bytes) -> None:
        collected.sink(run, data)
        if data == b"one":
            raise RuntimeError("a fault of whoever takes the output")

    pump = Pump(sink, collected.drained.append)
    pump.start()
    child = PipeChild()
    pump.begin(1, child)
    os.write(child.write_end, b"one")
    wait_until(lambda: collected.text(1) == b"one")
    os.write(child.write_end, b"two")
    wait_until(lambda: collected.text(1) == b"onetwo")
    os.close(child.write_end)
    assert pump.finish()
    assert collected.drained == [1]
    pump.close()


def test_a_pipe_that_fails_holds_up_no_other(
    pump: Pump, collected: Collected, wait_until: WaitUntil
) -> None:
    class Broken(PipeChild):
        def read_output(self, timeout_s: float | None) -> bytes | None:
            raise ValueError("a fault of whoever reads the pipe")

    pump.begin(1, Broken())
    child = PipeChild()
    pump.begin(2, child)
    os.write(child.write_end, b"two")
    os.close(child.write_end)
    wait_until(lambda: collected.drained == [1, 2])
    assert collected.text(2) == b"two"
