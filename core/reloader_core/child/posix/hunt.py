"""POSIX: finding what is left of children whose guardian is out of order.

Runs in the host's thread, and only then. Signals processes one by one, never a group: it
may be the one that we are in.
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

HARD_LOOKS = 100
CLOCK_STEP_S = 1.0  # Linux tells when it was started in whole seconds
EXIT_CODE = 49  # of the fields of /proc/PID/stat from the state on, see proc(5)


class Lost(Protocol):
    """A child as the host knew it."""

    pid: int
    interpreter_pid: int
    exited: bool


def kill_marked(children: Sequence[Lost], lost_s: float) -> None:
    """Kill these, their groups and whatever carries the RELOADER_PID of one, but no browser.

    The pid of one that had exited when the guardian was lost may be another program's by
    now: there the mark decides.
    """
    import psutil

    pids = {pid for one in children for pid in (one.pid, one.interpreter_pid) if pid}
    marks = set(map(str, pids))
    groups = _groups_that_remain(children, lost_s)
    for _look in range(HARD_LOOKS if pids else 0):
        found = False
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error, OSError):
                if process.status() == psutil.STATUS_ZOMBIE:
                    continue
                env = process.environ()
                ours = env.get("RELOADER_PID") in marks or os.getpgid(process.pid) in groups
                if ours and "RELOADER_OPENED" not in env:
                    process.kill()
                    found = True
        if not found:
            return


def _groups_that_remain(children: Sequence[Lost], lost_s: float) -> set[int]:
    """The process groups of those that had not exited. One of which every member is
    younger than the loss is a stranger's by now."""
    import psutil

    groups = {one.pid for one in children if one.pid and not one.exited} - {os.getpgrp()}
    old = set()
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.create_time() <= lost_s + CLOCK_STEP_S:
                old.add(os.getpgid(process.pid))
    return groups & old


def has_ended(pid: int) -> bool:
    """Is it a zombie, or gone?"""
    import psutil

    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return True


def is_stopped(pid: int) -> bool:
    """By a signal or a debugger? False where it cannot be told (no file can be opened)."""
    with contextlib.suppress(OSError, ImportError):
        import psutil

        with contextlib.suppress(psutil.Error):
            status = psutil.Process(pid).status()
            return status in (psutil.STATUS_STOPPED, psutil.STATUS_TRACING_STOP)
    return False


def is_in_group(pid: int, group: int) -> bool:
    """True also where nobody can tell: it is about to be started, or what it has left is there."""
    with contextlib.suppress(OSError):
        return not pid or os.getpgid(pid) == group
    return True


def exit_code(pid: int) -> int | None:
    """With what an unreaped process has ended; None if it has not, or nobody can tell (macOS)."""
    with contextlib.suppress(OSError, IndexError, ValueError):
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        if fields[0] == b"Z":
            return os.waitstatus_to_exitcode(int(fields[EXIT_CODE]))
    return None


def is_below(pid: int, tops: set[int]) -> bool:
    """Is this process, by its number, one of these or below one? False where nobody can tell."""
    import psutil

    with contextlib.suppress(psutil.Error, OSError):
        process = psutil.Process(pid)
        return any(one.pid in tops for one in (process, *process.parents()))
    return False
