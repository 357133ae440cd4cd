"""What goes wrong, again and again, leaves nothing open and nobody running."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core import NoticeKind, State, child
from core.input_writer import MOST_WAITING_BYTES
from core.notice_words import sentence

pytestmark = pytest.mark.usefixtures("leaves_nothing")


def test_starts_that_fail(supervise: Callable[..., Any], folder: Path, held: Any) -> None:
    """Each in turn: the program cannot be started, the folder is not there."""
    engine = supervise("pass", interpreter=folder / "no-python")
    engine.wait_state(State.WAITING)
    before = held()
    elsewhere = dataclasses.replace(engine.target, cwd=folder / "no-folder")
    for count in range(2, 12):
        engine.supervisor.start(elsewhere if count == 7 else None)
        engine.wait_state(State.WAITING, count)
    assert all(one.kind is NoticeKind.SPAWN_FAILED for one in engine.notices)
    engine.wait(lambda: held() == before, f"{before} again")


def test_a_paste_that_nobody_reads(supervise: Callable[..., Any]) -> None:
    """Bounded, all of it or none, and what was not taken is said."""
    engine = supervise("print('ready', flush=True)\nwhile True: pass\n", standby=False)
    engine.wait_text("ready")
    size = MOST_WAITING_BYTES // 2
    engine.supervisor.write_input(bytes(200 << 20))
    engine.supervisor.write_input(bytes(size))
    engine.supervisor.write_input(bytes(size))
    engine.supervisor.write_input(b"a line that still fits\n")
    engine.wait(lambda: len(engine.notices) == 2)
    assert [one.kind for one in engine.notices] == [NoticeKind.INPUT_REFUSED] * 2
    assert [one.values for one in engine.notices] == [(200 << 20,), (size,)]
    assert "210 MB" in sentence(engine.notices[0])
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)


def test_a_long_paste_arrives_and_makes_room(supervise: Callable[..., Any]) -> None:
    engine = supervise(
        """
        import sys
        for _ in range(3):
            print(len(sys.stdin.readline()), flush=True)
        """
    )
    size = MOST_WAITING_BYTES * 3 // 5
    for count in range(1, 4):
        engine.supervisor.write_input(bytes(size - 1).replace(b"\0", b"x") + b"\n")
        engine.wait(lambda count=count: engine.text().count(f"{size}\n") == count, "the length")
    assert not engine.notices


class StubbornStandbys:
    """A host whose standbys (every child but the first) cannot be given up."""

    def __init__(self, deliver: child.Deliver) -> None:
        self._host = child.make_host(deliver)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._host, name)

    def spawn(self, number: int, spawn: child.Spawn) -> Any:
        started = self._host.spawn(number, spawn)
        return started if number == 1 else StubbornChild(started)


class StubbornChild:
    def __init__(self, started: child.Child) -> None:
        self._started = started

    def __getattr__(self, name: str) -> Any:
        return getattr(self._started, name)

    def force(self) -> None:
        self._started.close_output()
        raise RuntimeError("a fault of ours")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_one_part_fails_to_close(supervise: Callable[..., Any]) -> None:
    """The others are closed all the same: nobody is left, and the end is told."""
    engine = supervise("print('ready', flush=True)\ninput()\n", StubbornStandbys)
    engine.wait_text("ready")
    engine.wait(lambda: engine.supervisor._keeper.owns(2), "the standby")
    engine.supervisor.quit()
    engine.thread.join(10)
    assert engine.status.state is State.CLOSED
