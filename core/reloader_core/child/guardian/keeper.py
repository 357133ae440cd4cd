"""Linux: the second line behind the guardian. It is its parent and a subreaper, too, and does
nothing but wait for its end."""

# This never runs on Windows, whose stubs lack half of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import os
import socket
import time

from . import linux, processes

SWEEP_S = 10.0  # how long to go on killing when nobody is left to tell
SWEEP_AGAIN_S = 1.0  # the same where it was tried for long already
KILL_AGAIN_S = 0.005


def keep(guardian: int) -> None:
    """The second line: when the guardian has ended, however it did, kill what is left. It
    holds no file but one end of a pipe, does nothing, and so has nothing to fail at."""
    while True:
        pid, status = os.waitpid(-1, 0)
        if pid == guardian:
            break
    deadline = time.monotonic() + (SWEEP_S if status else SWEEP_AGAIN_S)
    looks_in_vain = 0  # two: a process that forks and ends during the first can hide its child
    while looks_in_vain < 2 and time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        found = kill_below(os.getpid(), guardian)
        looks_in_vain = 0 if found else looks_in_vain + 1
        if found:
            time.sleep(KILL_AGAIN_S)


def kill_below(top: int, guardian: int) -> bool:
    """Kill what descends from this process, but for what is the user's own. Was there any?"""
    table = processes.process_table()
    below = processes.children_in(table)
    queue, found = [(pid, False) for pid in below.get(top, ())], set()
    while queue:
        pid, below_one = queue.pop()
        opened = processes.is_users_own(pid, guardian, below_one=below_one)
        if not opened:
            found.add(pid)
        queue += [(child, opened) for child in below.get(pid, ())]
    processes.kill_all(table, found)
    return bool(found)


def begin_keeping(connection: socket.socket) -> int | None:
    """Go on as the keeper's child: the pipe that ends when the keeper does. None: there is
    no keeper, as it would be of no use (no subreaper), or no process to be had."""
    if not linux.is_here():
        return None
    keeper, keeper_in = os.pipe()
    try:
        guardian = os.fork()
    except OSError:
        os.close(keeper)
        os.close(keeper_in)
        return None
    if guardian:
        connection.close()
        os.close(keeper)
        keep(guardian)
        os._exit(0)
    os.close(keeper_in)
    os.setsid()  # whoever kills a group does not kill both
    linux.prctl(linux.CHILD_SUBREAPER, 1)
    return keeper
