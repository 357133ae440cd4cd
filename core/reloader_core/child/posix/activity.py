"""POSIX: what a script's main thread has used so far, as the system counts it."""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from reloader_core.child import contract
from reloader_core.model import CpuTimes


def thread_activity(pid: int) -> contract.Activity | None:
    """CPU time, time slices and I/O of the main thread (Linux's /proc; elsewhere psutil)."""
    task = f"/proc/{pid}/task/{pid}"
    try:
        state = Path(f"{task}/stat").read_bytes().rpartition(b")")[2].split()[0]
        if state in (b"R", b"D"):
            return None
        schedule = Path(f"{task}/schedstat").read_bytes().split()
        transferred = Path(f"{task}/io").read_bytes().split()
        return tuple(map(int, (*schedule, *transferred[1:4:2])))
    except OSError:
        return _process_activity(pid)


def _process_activity(pid: int) -> contract.Activity | None:
    import psutil

    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_RUNNING and sys.platform != "darwin":
            return None  # macOS calls nearly every process running
        times, switches = process.cpu_times(), process.num_ctx_switches()
    except (psutil.Error, OSError, ImportError):  # the last two: no file handle is left
        return None
    return int(times.user * 1e6), int(times.system * 1e6), switches.voluntary


def main_thread_times(pid: int) -> CpuTimes | None:
    """Linux's /proc; elsewhere psutil, which knows only of the whole process."""
    task, now = f"/proc/{pid}/task/{pid}", time.monotonic()
    try:
        fields = Path(f"{task}/stat").read_bytes().rpartition(b")")[2].split()
        waited_ns = int(Path(f"{task}/schedstat").read_bytes().split()[1])
    except (OSError, IndexError):
        return _process_times(pid)
    tick_s = 1 / os.sysconf("SC_CLK_TCK")
    return CpuTimes(now, int(fields[11]) * tick_s, int(fields[12]) * tick_s, waited_ns / 1e9)


def _process_times(pid: int) -> CpuTimes | None:
    import psutil

    try:
        process = psutil.Process(pid)
        if process.num_threads() > 1:
            return None
        times = process.cpu_times()
    except (psutil.Error, OSError, ImportError):  # as in _process_activity()
        return None
    return CpuTimes(time.monotonic(), times.user, times.system)
