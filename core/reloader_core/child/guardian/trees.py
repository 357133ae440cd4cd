"""The trees of processes below the guardian: who belongs to which child, and their end."""

# This never runs on Windows, whose stubs lack half of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable

from . import linux, processes
from .keeper import KILL_AGAIN_S, SWEEP_AGAIN_S, SWEEP_S

TERM_S = 0.3  # how long what a script left behind may take to end on SIGTERM
STUCK_S = 2.0  # a process in uninterruptible sleep: said, not hung on


class Root:
    """One spawned child: the root of a tree."""

    def __init__(self, number: int, pid: int) -> None:
        self.number = number
        self.pid = pid
        self.alive = True
        self.parked = True  # has not begun its script, so no orphan can be its
        self.groups = {pid}  # how orphans are known where they do not become ours
        self.left = 0
        self.ending = False
        self.kill_at = 0.0
        self.stuck_at = 0.0
        self.said_stuck = False


class Trees:
    def __init__(self, say: Callable[..., None]) -> None:
        self.say = say
        self.roots: dict[int, Root] = {}
        self.table: processes.Table = {}  # as tree() last saw it
        self.users_own: set[tuple[int, bytes]] = set()  # pid, start

    def signal(self, root: Root, pid: int, number: int) -> None:
        """Signal the real interpreter, which is the root or, behind a wrapper, below it."""
        if pid == root.pid:  # not reaped yet, so the number is its own
            with contextlib.suppress(OSError):
                os.kill(pid, number)
        elif pid in self.tree(root):
            processes.send(pid, self.table[pid][2], number)

    def recount(self) -> None:
        for root in self.roots.values():
            if not linux.is_here() and root.alive and not root.parked:
                self.tree(root)
            elif not root.alive and not root.ending and root.left:
                left = len(self.tree(root))
                if left != root.left:
                    root.left = left
                    self.say(event="left", child=root.number, left=left)

    def tree(self, root: Root) -> set[int]:
        """The pids of root's tree that still run, without what is the user's own."""
        others = {r.pid for r in self.roots.values() if r is not root and r.alive}
        if not root.alive and processes.has_only_roots(others):
            return set()
        table = processes.process_table()
        below = processes.children_in(table)
        queue = [root.pid] if root.alive and root.pid in table else []
        if not root.parked:  # orphans: ours on Linux, known by their group elsewhere
            if linux.is_here():
                queue += [pid for pid in below.get(os.getpid(), ()) if pid != root.pid]
            else:
                queue += [pid for pid in table if table[pid][1] in root.groups]
        found: set[int] = set()
        self.table = table
        self.users_own = {(pid, start) for pid, start in self.users_own if pid in table}
        while queue:
            pid = queue.pop()
            if pid not in found and pid not in others:
                found.add(pid)
                queue += below.get(pid, ())
        for pid in found - {root.pid}:
            if (pid, table[pid][2]) in self.users_own or processes.is_users_own(pid, os.getpid()):
                self.give_away(pid, below)
        found -= {pid for pid in found if (pid, table[pid][2]) in self.users_own}
        if not linux.is_here():  # a group that has ended may be a stranger's when it is seen again
            root.groups = {table[pid][1] for pid in found} - {os.getpgrp()}
        return found

    def give_away(self, pid: int, below: dict[int, list[int]]) -> None:
        """A browser and all its helpers, also those whose environment cannot be read."""
        queue = [pid]
        while queue:
            pid = queue.pop()
            self.users_own.add((pid, self.table[pid][2]))
            queue += [
                child for child in below.get(pid, ())
                if processes.is_users_own(child, os.getpid(), below_one=True)
            ]  # fmt: skip

    def begin_ending(self, root: Root, *, force: bool) -> None:
        now = time.monotonic()
        if force or not root.ending:
            root.kill_at = now if force else now + TERM_S
            root.stuck_at = root.kill_at + STUCK_S
        if not root.ending:
            root.ending = True
            self.send_all(root, signal.SIGKILL if force else signal.SIGTERM)
        self.go_on_ending()

    def go_on_ending(self) -> None:
        for root in [r for r in self.roots.values() if r.ending]:
            now = time.monotonic()
            if now >= root.kill_at:
                self.send_all(root, signal.SIGKILL)
            if root.alive or self.has_left(root):
                if now >= root.stuck_at and not root.said_stuck:
                    root.said_stuck = True
                    self.say(event="stuck", child=root.number, pids=sorted(self.tree(root)))
                continue
            del self.roots[root.number]
            self.say(event="gone", child=root.number)

    def has_left(self, root: Root) -> bool:
        """Two looks: a process that forks and ends during the first can hide its child."""
        return bool(self.tree(root) or self.tree(root))

    def send_all(self, root: Root, number: int) -> None:
        pids = self.tree(root)
        if number == signal.SIGKILL:
            processes.kill_all(self.table, pids)
        else:
            for pid in pids:
                processes.send(pid, self.table[pid][2], number)

    def end_everything(self) -> None:
        """The supervisor is gone: nothing of ours may stay."""
        stuck = any(root.said_stuck for root in self.roots.values())
        deadline = time.monotonic() + (SWEEP_AGAIN_S if stuck else SWEEP_S)
        while self.roots and time.monotonic() < deadline:
            for root in list(self.roots.values()):
                root.parked = False
                self.send_all(root, signal.SIGKILL)
                if not root.alive and not self.has_left(root):
                    del self.roots[root.number]
            with contextlib.suppress(OSError):
                while True:
                    pid, _status = os.waitpid(-1, os.WNOHANG)
                    if pid == 0:
                        break
                    for root in self.roots.values():
                        root.alive = root.alive and root.pid != pid
            time.sleep(KILL_AGAIN_S)
