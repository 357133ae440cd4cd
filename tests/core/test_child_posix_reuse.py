"""A process number that is somebody else's by now: nobody but ours is ever signalled.

Real reuse: the kernel is told which number comes next (as root, on Linux).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child

if sys.platform != "linux":
    pytest.skip("only Linux can be told the next number", allow_module_level=True)

LAST_PID = Path("/proc/sys/kernel/ns_last_pid")
SOON_S = 3.0
ATTEMPTS = 200


def may_choose() -> bool:
    """Anybody may open that file for writing; the kernel refuses when it is written to."""
    try:
        LAST_PID.write_text(LAST_PID.read_text())
    except OSError:
        return False
    return True


pytestmark = pytest.mark.skipif(not may_choose(), reason="may not choose the next process number")


@pytest.fixture
def stranger() -> Iterator[Callable[[int], subprocess.Popen[bytes]]]:
    """Start a stranger with this number, as the leader of a group of its own."""
    started: list[subprocess.Popen[bytes]] = []

    def start_as(pid: int) -> subprocess.Popen[bytes]:
        for _attempt in range(ATTEMPTS):
            last = LAST_PID.read_text()
            LAST_PID.write_text(str(pid - 1))
            one = subprocess.Popen(["sleep", "60"], start_new_session=True)
            LAST_PID.write_text(last)  # nobody else is to meet with numbers that were just free
            started.append(one)
            if one.pid == pid:
                return one
            one.kill()
            one.wait()
        raise AssertionError(f"{pid} was not to be had")

    yield start_as
    for one in started:
        one.kill()
        one.wait()


@pytest.mark.parametrize("how", ["end", "guardian lost", "guardian and keeper lost", "close"])
def test_a_stranger_with_the_number_of_a_script_that_has_ended(
    start: Any, tools: Any, stranger: Any, how: str
) -> None:
    run = start(tools.tree("double_forked"))
    (left,) = run.pids()
    assert run.wait(child.Exited).left == 1
    other = stranger(run.child.pid)
    guardian, keeper = start.guardian_pid(), start.keeper_pid()
    match how:
        case "end":
            run.child.end_tree(0.0)
        case "guardian lost":
            tools.kill(guardian)
        case "guardian and keeper lost":
            tools.kill(keeper, guardian)
        case "close":
            start.host.close()
    if how != "close":
        run.wait(child.TreeGone, SOON_S)
    tools.until(lambda: not tools.is_alive(left), "what was ours", 2)
    assert other.poll() is None


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_signal_goes_to_the_one_that_was_looked_at(
    tools: Any, stranger: Any, number: signal.Signals
) -> None:
    from reloader_core.child.guardian import processes

    with subprocess.Popen(["sleep", "60"], start_new_session=True) as one:
        started = processes.process_table()[one.pid][2]
        one.kill()
        one.wait()
        # The kernel counts in hundredths: a start is told apart from the one before by these.
        tools.until(lambda: ticks() > int(started) + 1)
        other = stranger(one.pid)
    processes.send(one.pid, started, number)
    again = processes.process_table()[other.pid]
    assert other.poll() is None
    processes.send(other.pid, again[2], number)
    assert other.wait(SOON_S) == -number


def ticks() -> int:
    """Now, as /proc counts it."""
    seconds = float(Path("/proc/uptime").read_text().split()[0])
    return int(seconds * os.sysconf("SC_CLK_TCK"))
