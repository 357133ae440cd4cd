"""Whose script may print on when several print without end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from reloader_gui.output.pace import FREE_BYTES, TURN_S, Pace, PacedStream

PATIENCE_S = 20.0
pytestmark = pytest.mark.posix


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(at_once=1, clock=clock)


@pytest.fixture
def begin() -> Iterator[Callable[[PacedStream], threading.Event]]:
    """Print more than is free, in a thread; set when it was taken in."""
    threads: list[threading.Thread] = []

    def begun(stream: PacedStream) -> threading.Event:
        done = threading.Event()

        def flood() -> None:
            stream.wait(2 * FREE_BYTES)
            done.set()

        threads.append(threading.Thread(target=flood))
        threads[-1].start()
        return done

    yield begun
    for each in threads:
        each.join(PATIENCE_S)


def hidden(pace: Pace) -> PacedStream:
    stream = pace.stream()
    stream.set_seen(False)
    return stream


def test_floods_that_nobody_sees_take_turns(
    pace: Pace, clock: Clock, begin: Callable[[PacedStream], threading.Event]
) -> None:
    first, second = hidden(pace), hidden(pace)
    first.wait(2 * FREE_BYTES)
    first.wait(2 * FREE_BYTES)  # its turn goes on
    done = begin(second)
    assert not done.wait(2 * TURN_S), "two at once"
    clock.now += 2 * TURN_S
    assert done.wait(PATIENCE_S)


def test_what_is_seen_goes_on(pace: Pace, begin: Callable[[PacedStream], threading.Event]) -> None:
    first, second = hidden(pace), hidden(pace)
    first.wait(2 * FREE_BYTES)
    done = begin(second)
    assert not done.wait(2 * TURN_S)
    second.set_seen(True)
    assert done.wait(PATIENCE_S), "another tab is looked at"


def test_what_prints_a_little_never_waits(pace: Pace, clock: Clock) -> None:
    first, second = hidden(pace), hidden(pace)
    first.wait(2 * FREE_BYTES)
    for _ in range(100):
        second.wait(FREE_BYTES // 8)
        clock.now += 0.1
        first.wait(2 * FREE_BYTES)
    second.set_seen(True)
    second.wait(100 * FREE_BYTES)
