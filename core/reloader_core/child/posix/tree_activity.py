"""POSIX: what a process that is asked to end does, and what a signal would do to it. Linux's
/proc, elsewhere psutil."""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
from pathlib import Path

from reloader_core.child import contract

MOST_TASKS = 1000
"""Looking at more takes longer than a look may; they count as busy."""


def tree_activity(pid: int) -> contract.Activity | None:
    """CPU time and I/O of all threads of a process and of those that it has started. Two equal
    values: nothing was done in between. None: it cannot be told."""
    if not Path("/proc/self/task").exists():
        return _by_psutil(pid)
    used, transferred, processes, tasks, queue = 0, 0, 0, 0, [pid]
    while queue:
        folder = Path(f"/proc/{queue.pop()}")
        with contextlib.suppress(OSError, IndexError, ValueError):
            for task in (folder / "task").iterdir():
                used += int((task / "schedstat").read_bytes().split()[0])
                queue += map(int, (task / "children").read_bytes().split())
                tasks += 1
            transferred += sum(map(int, (folder / "io").read_bytes().split()[1:4:2]))
            processes += 1
        if tasks > MOST_TASKS:
            return None
    return (used, transferred, processes) if processes else None


def dies_of(pid: int, number: int) -> bool:
    """Does this signal end the process by the system's default? False where nobody can tell."""
    handled = 0
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            name, _, mask = line.partition(":")
            if name in ("SigBlk", "SigIgn", "SigCgt"):
                handled |= int(mask, 16)
    except (OSError, ValueError):
        return False
    return not handled >> (number - 1) & 1


def _by_psutil(pid: int) -> contract.Activity | None:
    import psutil

    used = 0.0
    try:
        root = psutil.Process(pid)
        processes = [root, *root.children(recursive=True)]
        for process in processes:
            with contextlib.suppress(psutil.Error):
                times = process.cpu_times()
                used += times.user + times.system
    except (psutil.Error, OSError, ImportError):  # the last two: no file handle is left
        return None
    return int(used * 1e6), len(processes)
