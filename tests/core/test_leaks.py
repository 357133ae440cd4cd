"""What goes wrong, again and again, leaves nothing open and nobody running."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reloader_core import NoticeKind, State, child
from reloader_core.child.input_writer import MOST_WAITING_BYTES
from reloader_core.child.wire import Request
from reloader_core.words.notices import sentence

pytestmark = pytest.mark.usefixtures("leaves_nothing")


def test_starts_that_fail(
    supervise: Callable[..., Any], folder: Path, held_from_now: Callable[..., Any]
) -> None:
    """Each in turn: the program cannot be started, the folder is not there."""
    engine = supervise("pass", interpreter=folder / "no-python")
    engine.wait_state(State.WAITING)
    left = held_from_now()
    elsewhere = dataclasses.replace(engine.target, cwd=folder / "no-folder")
    for count in range(2, 12):
        engine.supervisor.start(elsewhere if count == 7 else None)
        engine.wait_state(State.WAITING, count)
    assert all(one.kind is NoticeKind.SPAWN_FAILED for one in engine.notices)
    engine.wait(lambda: not left(), "nothing left behind")


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


@pytest.mark.linux
def test_a_guardian_that_dies_while_it_spawns(start: Any, tools: Any) -> None:
    """At every moment of it: the run is known to the end, or it never was."""
    for round_ in range(40):
        doomed = []
        with contextlib.suppress(FileNotFoundError):  # the last one went late: this starts another
            doomed = [start.guardian_pid()]
        killer = threading.Timer(round_ * 0.0005, tools.kill, doomed)
        killer.start()
        run = start("import time; print('up', flush=True); time.sleep(60)", go=False)
        killer.join()
        tools.until(lambda run=run: run.seen(child.Hello) or run.seen(child.TreeGone))
        run.child.ask(Request.GO)
        run.child.force()
        run.wait(child.TreeGone)
        run.close()
        assert len(run.seen(child.TreeGone)) in (1, 2)  # asked to end when it had already
        tools.until(lambda run=run: not run.child.pid or not tools.is_alive(run.child.pid))


@pytest.mark.posix
def test_a_child_that_is_asked_while_it_ends(start: Any) -> None:
    """Its channel is closed by another thread, at any moment."""
    for _round in range(20):
        run = start("pass")
        while not run.seen(child.Exited):
            run.child.ask(Request.WINDOWS, "quiet")
            run.child.ask(Request.END)
        run.result()


@pytest.mark.linux
def test_a_standby_that_takes_nothing(start: Any, tools: Any) -> None:
    """It is stopped, and told more than its channel holds: nobody waits for it."""
    run = start("pass", go=False)
    run.wait(child.Hello)
    os.kill(run.child.pid, signal.SIGSTOP)
    for _ in range(3):
        run.child.ask(Request.CHECK, "x" * 1_000_000)
    run.child.force()
    run.wait(child.TreeGone)


@pytest.mark.posix
def test_a_guardian_that_cannot_be_started(
    held_from_now: Callable[..., Any], tmp_path: Path
) -> None:
    from reloader_core.child.posix.host import PosixHost

    left = held_from_now()
    for _ in range(3):
        with pytest.raises(ValueError):  # no such name can be
            PosixHost(lambda fact: None, guardian_program=tmp_path / "no\0program")
    assert not left()
