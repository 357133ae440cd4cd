"""The processes of this system: who is whose child, and signals that reach no stranger."""

# This never runs on Windows, whose stubs lack half of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time

from . import linux

OPENED_MARK = b"\0RELOADER_OPENED=%d\0"
SCRIPTS_MARK = b"\0RELOADER_PID="
MOST_ANCESTORS = 100
MOST_LOOKS = 20
ENOUGH_LOOKS = 3
"""In a row, at which a process has arguments and no environment: it is given none."""
Table = dict[int, tuple[int, int, bytes]]
"""pid -> (parent's pid, process group, when it was started) of what is not a zombie.
A pid may be another program's by now; with the start it is one process."""


def read_stat(pid: int) -> tuple[bytes, int, int, bytes]:
    """State, parent, process group and start of a process. Linux only."""
    with open("/proc/%d/stat" % pid, "rb") as file:
        fields = file.read().rpartition(b")")[2].split()
    return fields[0], int(fields[1]), int(fields[2]), fields[19]


def process_table() -> Table:
    table: Table = {}
    if linux.is_here():
        for name in os.listdir("/proc"):
            if name.isdigit():
                with contextlib.suppress(OSError, IndexError, ValueError):
                    state, parent, group, start = read_stat(int(name))
                    if state not in (b"Z", b"X"):
                        table[int(name)] = (parent, group, start)
        return table
    listing = subprocess.run(
        ["/bin/ps", "-axo", "pid=,ppid=,pgid=,stat=,lstart="], capture_output=True, check=False
    ).stdout
    for line in listing.splitlines():
        pid, above, its_group, state, *started = line.split()
        if not state.startswith(b"Z"):
            table[int(pid)] = (int(above), int(its_group), b" ".join(started))
    return table


def ancestors() -> set[int]:
    """Those who have started this process, and one another; nobody where that takes long."""
    found: set[int] = set()
    pid = os.getppid()
    with contextlib.suppress(OSError, IndexError, ValueError):
        while linux.is_here() and pid > 0 and len(found) < MOST_ANCESTORS:
            found.add(pid)
            pid = read_stat(pid)[1]
    return found


def children_in(table: Table) -> dict[int, list[int]]:
    below: dict[int, list[int]] = {}
    for pid, (parent, _group, _started) in table.items():
        below.setdefault(parent, []).append(pid)
    return below


def send(pid: int, started: bytes, number: int) -> None:
    """Signal this process, and no other that has its number by now: a handle taken before
    the look at the start stands for what was looked at. (None to be had: macOS, Linux
    before 5.3; then the look is as near to the signal as can be.)"""
    handle = None
    with contextlib.suppress(OSError, AttributeError):
        handle = os.pidfd_open(pid)
    with contextlib.suppress(OSError, IndexError):
        if linux.is_here() and read_stat(pid)[3] != started:
            pass
        elif handle is None:
            os.kill(pid, number)
        else:
            signal.pidfd_send_signal(handle, number)
    if handle is not None:
        os.close(handle)


def kill_all(table: Table, pids: set[int]) -> None:
    """Whole groups at once, so that none can fork its way out; but only a group of which a
    member is our own child: until we reap that, no stranger can get the group's number."""
    for group in {
        table[pid][1] for pid in pids if table[pid][0] == os.getpid() or not linux.is_here()
    }:
        members = {pid for pid, (_parent, its, _started) in table.items() if its == group}
        if group > 1 and members <= pids:
            with contextlib.suppress(OSError):
                os.killpg(group, signal.SIGKILL)
    for pid in pids:
        send(pid, table[pid][2], signal.SIGKILL)


def has_only_roots(roots: set[int]) -> bool:
    """A quick look (0.05 ms where a full table takes 5): no children but these?"""
    if not linux.is_here():  # then what is left is nobody's child
        return False
    with contextlib.suppress(OSError):
        path = "/proc/self/task/%d/children" % os.getpid()
        with open(path, "rb") as file:
            return {int(pid) for pid in file.read().split()} <= roots
    return False


def read_environment(pid: int) -> bytes:
    """As it was given to it. A process that becomes another program right now (exec) has none for
    a moment, or half of it, and no arguments."""
    environ, without = b"", 0
    for _ in range(MOST_LOOKS):
        with open("/proc/%d/environ" % pid, "rb") as file:
            environ = file.read()
        with open("/proc/%d/cmdline" % pid, "rb") as file:
            is_there = bool(file.read())
        without = without + 1 if is_there else 0
        if environ.endswith(b"\0") or without == ENOUGH_LOOKS:
            break
        if not is_there:
            time.sleep(0.001)
    return environ


def is_users_own(pid: int, guardian: int, *, below_one: bool = False) -> bool:
    """Did the script open this for the user (a browser)? The agent marked its environment.
    `below_one`: such a process is its parent. Then it is one as well if it cannot be told
    (another environment), but not if it has the script's: a shell that becomes a browser
    (exec) may have started a server before."""
    try:
        environ = b"\0" + read_environment(pid) + b"\0"
    except OSError:
        return below_one
    if OPENED_MARK % guardian in environ:
        return True
    return below_one and SCRIPTS_MARK not in environ
