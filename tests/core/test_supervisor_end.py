"""What a supervisor holds is released: when it ends, whatever fails then, and on the way."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from reloader_core import NoticeKind, ReasonKind, State, child
from reloader_core.words.notices import sentence

Supervise = Callable[..., Any]
LOOP = "import time\nwhile True: time.sleep(0.05)\n"


class FailingChild:
    """A child that cannot be forced."""

    def __init__(self, real: child.Child) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def force(self) -> None:
        raise RuntimeError("it does not end")


class Host:
    """A real host, whose standbys cannot be forced and whose closing is seen."""

    def __init__(self, deliver: child.Deliver) -> None:
        self._real = child.make_host(deliver)
        self.exit_3_needs_report = self._real.exit_3_needs_report
        self.is_closed = False
        self.children: list[child.Child] = []

    def spawn(self, number: int, spawn: child.Spawn) -> child.Child:
        self.children.append(self._real.spawn(number, spawn))
        return self.children[-1] if len(self.children) == 1 else FailingChild(self.children[-1])

    def close(self) -> None:
        self._real.close()
        self.is_closed = True


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_part_that_cannot_be_closed_keeps_no_other_from_it(supervise: Supervise) -> None:
    engine = supervise("print('up')\n" + LOOP, make_host=Host)
    engine.wait_text("up")
    engine.wait(lambda: len(engine.supervisor._host.children) == 2, "a standby")
    pid = engine.status.pid
    engine.close()
    assert engine.supervisor._host.is_closed and not psutil.pid_exists(pid)
    assert [notice.kind for notice in engine.notices] == [NoticeKind.FAILED]
    said = sentence(engine.notices[0])
    assert said.startswith("Reloader had a problem and stopped the script: ")
    assert "it does not end" in said
    assert engine.status.state is State.CLOSED and engine.messages[-1] is engine.status
    for started in engine.supervisor._host.children:
        started.close_output()


def held() -> tuple[int, int]:
    """Descriptors (Windows: handles) and threads of this process."""
    process = psutil.Process()
    if sys.platform == "win32":
        return process.num_handles(), threading.active_count()
    return process.num_fds(), threading.active_count()


@pytest.mark.posix
def test_runs_that_cannot_start_hold_nothing(supervise: Supervise, folder: Path) -> None:
    absent = folder / "absent"
    engine = supervise("print('up')\n" + LOOP, interpreter=absent)
    before = (0, 0)
    for run in range(1, 12):
        engine.wait_state(State.WAITING, run)
        assert engine.status.reason.kind is ReasonKind.SPAWN_FAILED
        if run == 1:
            before = held()
        engine.supervisor.start()
    engine.wait_state(State.WAITING, 12)
    engine.wait(lambda: held() <= before, lambda: (before, held()))
    absent.symlink_to(sys.executable)
    engine.supervisor.start()
    engine.wait_text("up")


@pytest.mark.posix
@pytest.mark.parametrize("patient", [True, False])
def test_standbys_that_are_given_up_hold_nothing(supervise: Supervise, patient: bool) -> None:
    """They are frozen, and the next run goes with them: until it is started cold, or until
    Stop is pressed meanwhile."""
    engine = supervise("print('up')\n" + LOOP, grace_s=0.3)
    keeper = engine.supervisor._standbys
    before = (0, 0)
    for restart in range(3):
        engine.wait_state(State.RUNNING)
        engine.wait_text("up", run=engine.status.run)
        engine.wait(lambda: keeper.first is not None and keeper.first.hello)
        engine.wait(lambda: keeper.first.stage.name == "READY")
        if restart == 0:
            before = held()
        engine.wait(lambda: held() <= before, lambda: (before, held()))  # noqa: B023
        psutil.Process(keeper.first.hello.pid).suspend()
        run = engine.status.run
        engine.supervisor.start()
        if patient:
            engine.wait_text("up", run=run + 1)
            continue
        engine.wait(lambda: engine.supervisor._course.runs == run + 1)  # noqa: B023
        engine.supervisor.stop()
        engine.wait_state(State.IDLE)
        engine.supervisor.start()
        engine.wait_state(State.RUNNING, run + 2)
