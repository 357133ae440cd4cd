"""How fast scripts may print that nobody sees, when several print without end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from reloader_gui.output.pace import FREE_BYTES, LONGEST_WAIT_S, Pace, PacedStream

SOON_S = 0.1
PATIENCE_S = 20.0
MUCH = 100 * FREE_BYTES
pytestmark = pytest.mark.posix
Begin = Callable[[PacedStream], threading.Event]


@pytest.fixture
def pace() -> Pace:
    """In which nothing is ever free again: the clock stands still."""
    return Pace(cores=2, clock=lambda: 100.0)


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Print very much, in a thread; set when it was taken in."""
    threads: list[threading.Thread] = []

    def begun(stream: PacedStream) -> threading.Event:
        done = threading.Event()

        def flood() -> None:
            stream.wait(MUCH)
            done.set()

        threads.append(threading.Thread(target=flood))
        threads[-1].start()
        return done

    yield begun
    for each in threads:
        each.join(PATIENCE_S)


def hidden(pace: Pace) -> PacedStream:
    stream = pace.stream()
    stream.set_ends(False)
    stream.set_seen(False)
    return stream


@pytest.mark.parametrize("way", ["it is looked at", "it is to end"])
def test_a_second_flood_waits_until_somebody_wants_it(pace: Pace, begin: Begin, way: str) -> None:
    first, second = hidden(pace), hidden(pace)
    assert begin(first).wait(PATIENCE_S), "one alone"
    done = begin(second)
    assert not done.wait(SOON_S)
    if way == "it is looked at":
        second.set_seen(True)
    else:
        second.set_ends(True)
    assert done.wait(LONGEST_WAIT_S / 2)
    assert begin(first).wait(PATIENCE_S), "alone again"


def test_what_prints_a_little_never_waits(pace: Pace, begin: Begin) -> None:
    first, second = hidden(pace), hidden(pace)
    assert begin(first).wait(PATIENCE_S)
    second.wait(FREE_BYTES)
    assert pace.rate(first) > MUCH, "that is no flood"
