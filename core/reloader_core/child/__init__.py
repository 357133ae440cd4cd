"""A child process and what it reports; the one place where the platform is chosen.

contract: what a child is; facts: what is reported of it; wire, reports: what the agent says;
posix/ with guardian/, windows/: how.
"""

from __future__ import annotations

import sys

from reloader_core.child.contract import Activity, Child, Deliver, Host, Job, Signal, Spawn
from reloader_core.child.facts import (
    Armed,
    Asks,
    Checked,
    CrashReport,
    Dumped,
    Exited,
    ExitReport,
    Fact,
    Frame,
    GuardianLost,
    Handled,
    Hello,
    Imported,
    Late,
    LeftChanged,
    Loaded,
    LoadedAhead,
    Missing,
    Nested,
    PassedBy,
    Placed,
    Read,
    ReadsKeys,
    Ready,
    Refused,
    Spawned,
    SpawnFailed,
    Stands,
    StartsProcesses,
    Stuck,
    Survived,
    TookKeyboard,
    TreeGone,
    Unseen,
    Uses,
    Wrote,
)
from reloader_core.child.wire import Doing

__all__ = [
    "WAIT_STEP_S",
    "Activity",
    "Armed",
    "Asks",
    "Checked",
    "Child",
    "CrashReport",
    "Deliver",
    "Doing",
    "Dumped",
    "ExitReport",
    "Exited",
    "Fact",
    "Frame",
    "GuardianLost",
    "Handled",
    "Hello",
    "Host",
    "Job",
    "Imported",
    "Late",
    "LeftChanged",
    "Loaded",
    "LoadedAhead",
    "Missing",
    "Nested",
    "PassedBy",
    "Placed",
    "Read",
    "ReadsKeys",
    "Ready",
    "Refused",
    "Signal",
    "Spawn",
    "SpawnFailed",
    "Stands",
    "StartsProcesses",
    "Spawned",
    "Stuck",
    "Survived",
    "TookKeyboard",
    "TreeGone",
    "Unseen",
    "Uses",
    "Wrote",
    "can_inherit_stdin",
    "make_host",
    "own_job",
]

WAIT_STEP_S = 0.1 if sys.platform == "win32" else None
"""How long a main thread may wait at a time and still notice Ctrl+C."""


def can_inherit_stdin() -> bool:
    """Can a child be given our stdin? Not a Windows console: it has none itself."""
    return sys.platform != "win32" or not sys.stdin.isatty()


def own_job(*, is_fresh: bool = True) -> Job | None:
    """This process as a job of a shell, or with a console, to be made by the main thread. None:
    it has no console, or none that the script can have (Windows); another thread may be there,
    and take a signal (`is_fresh`: there is none; POSIX)."""
    if sys.platform == "win32":
        from reloader_core.child.windows.console import own_console

        return own_console()
    if not is_fresh:
        return None
    from reloader_core.child.posix.job import Job

    return Job()


def prepare_host() -> None:
    """Import what make_host() will need, so that nobody waits for it then. Any thread."""
    if sys.platform == "win32":
        from reloader_core.child.windows import console, host  # noqa: F401
    else:
        from reloader_core.child.posix import host, job  # noqa: F401


def make_host(deliver: Deliver, job: Job | None = None) -> Host:
    """The host for this platform. `job`: whose streams and terminal the children get."""
    if sys.platform == "win32":
        from reloader_core.child.windows.console import Console
        from reloader_core.child.windows.host import WindowsHost

        assert job is None or isinstance(job, Console)
        return WindowsHost(deliver, console=job)
    from reloader_core.child.posix.host import PosixHost
    from reloader_core.child.posix.job import Job as PosixJob

    assert job is None or isinstance(job, PosixJob)
    return PosixHost(deliver, job=job)
