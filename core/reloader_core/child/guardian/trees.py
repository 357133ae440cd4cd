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

LEFT_S = 0.3  # how long what a script left behind may take at least
TERM_SHARE = 0.7  # of its time: who has not ended by SIGINT gets SIGTERM
STUCK_S = 2.0  # a process in uninterruptible sleep: said, not hung on


class Tree:
    """One spawned child and what it has started; `pid` and `alive` are the child's own."""

    def __init__(self, number: int, pid: int) -> None:
        self.number = number
        self.pid = pid
        self.alive = True
        self.parked = True  # has not begun its script, so no orphan can be its
        self.groups = {pid}  # how orphans are known where they do not become ours
        # To end, while the child still ran: pid, start, by which signal.
        self.told: set[tuple[int, bytes, int]] = set()
        self.survivors = 0
        self.stopped = False  # by Ctrl+Z
        self.ending = False
        self.term_at = self.kill_at = 0.0
        self.stuck_at = 0.0
        self.said_stuck = False


class Trees:
    def __init__(self, say: Callable[..., None]) -> None:
        self.say = say
        self.by_number: dict[int, Tree] = {}
        self.table: processes.Table = {}  # as pids() last saw it
        self.users_own: set[tuple[int, bytes]] = set()  # pid, start
        self.not_theirs = {os.getpgrp()}  # groups of which others are members, too

    def signal(self, tree: Tree, pid: int, number: int) -> None:
        """Signal the real interpreter, which is the child or, behind a wrapper, below it."""
        if pid == tree.pid:  # not reaped yet, so the number is its own
            with contextlib.suppress(OSError):
                os.kill(pid, number)
        elif pid in self.pids(tree):
            processes.send(pid, self.table[pid][2], number)

    def signal_others(self, tree: Tree, pid: int, number: int) -> None:
        """What the interpreter `pid` has started. SIGINT: what a terminal's Ctrl+C reaches,
        which is the process group; those above it (a wrapper) wait for it."""
        found = self.pids(tree)
        while pid in found:
            found.discard(pid)
            pid = self.table[pid][0]
        for one in found:
            _parent, group, started = self.table[one]
            if number != signal.SIGINT or group == tree.pid:
                processes.send(one, started, number)
                tree.told.add((one, started, number))

    def recount(self) -> None:
        for tree in self.by_number.values():
            if not linux.is_here() and tree.alive and not tree.parked:
                self.pids(tree)
            elif not tree.alive and not tree.ending and tree.survivors:
                survivors = len(self.pids(tree))
                if survivors != tree.survivors:
                    tree.survivors = survivors
                    self.say(event="survivors", child=tree.number, survivors=survivors)

    def pids(self, tree: Tree) -> set[int]:
        """Those of the tree that still run, without what is the user's own."""
        others = {t.pid for t in self.by_number.values() if t is not tree and t.alive}
        if not tree.alive and processes.has_only_roots(others):
            return set()
        table = processes.process_table()
        below = processes.children_in(table)
        queue = [tree.pid] if tree.alive and tree.pid in table else []
        if not tree.parked:  # orphans: ours on Linux, known by their group elsewhere
            if linux.is_here():
                queue += [pid for pid in below.get(os.getpid(), ()) if pid != tree.pid]
            else:
                queue += [pid for pid in table if table[pid][1] in tree.groups]
        found: set[int] = set()
        self.table = table
        self.users_own = {(pid, start) for pid, start in self.users_own if pid in table}
        while queue:
            pid = queue.pop()
            if pid not in found and pid not in others:
                found.add(pid)
                queue += below.get(pid, ())
        for pid in found - {tree.pid}:
            if (pid, table[pid][2]) in self.users_own or processes.is_users_own(pid, os.getpid()):
                self.give_away(pid, below)
        found -= {pid for pid in found if (pid, table[pid][2]) in self.users_own}
        if not linux.is_here():  # a group that has ended may be a stranger's when it is seen again
            tree.groups = {table[pid][1] for pid in found} - self.not_theirs
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

    def begin_ending(self, tree: Tree, grace_s: float) -> None:
        """0: by force, also if it is being asked."""
        now = time.monotonic()
        if not (grace_s and tree.ending):
            tree.term_at = now + TERM_SHARE * grace_s
            tree.kill_at = now + grace_s
            tree.stuck_at = tree.kill_at + STUCK_S
        if not tree.ending:
            tree.ending = True
            if grace_s:
                self.ask_all(tree)
        self.go_on_ending()

    def ask_all(self, tree: Tree) -> None:
        """What the script left behind: by SIGTERM who handles that, or cannot be interrupted;
        the others as Ctrl+C would. Who was told before is at it: a second time would cut that
        short. Nobody waits for those that ignore both."""
        hears = False
        for pid in self.pids(tree):
            caught, ignored = linux.signal_masks(pid)
            interrupt = signal.SIGTERM not in caught and signal.SIGINT not in ignored
            number = signal.SIGINT if interrupt else signal.SIGTERM
            started = self.table[pid][2]
            if (pid, started, number) not in tree.told:
                processes.send(pid, started, number)
            hears = hears or not {signal.SIGINT, signal.SIGTERM} <= ignored
        if not hears:
            tree.kill_at = min(tree.kill_at, time.monotonic() + LEFT_S)

    def go_on_ending(self) -> None:
        for tree in [t for t in self.by_number.values() if t.ending]:
            now = time.monotonic()
            if now >= tree.kill_at:
                self.send_all(tree, signal.SIGKILL)
            elif now >= tree.term_at:
                tree.term_at = tree.kill_at
                self.send_all(tree, signal.SIGTERM)
            if tree.alive or self.survivors(tree):
                if now >= tree.stuck_at and not tree.said_stuck:
                    tree.said_stuck = True
                    self.say(event="stuck", child=tree.number, pids=sorted(self.pids(tree)))
                continue
            del self.by_number[tree.number]
            self.say(event="gone", child=tree.number)

    def survivors(self, tree: Tree) -> set[int]:
        """Two looks: a process that forks and ends during the first can hide its child."""
        return self.pids(tree) or self.pids(tree)

    def send_all(self, tree: Tree, number: int) -> None:
        pids = self.pids(tree)
        if number == signal.SIGKILL:
            processes.kill_all(self.table, pids)
        else:
            for pid in pids:
                processes.send(pid, self.table[pid][2], number)

    def end_everything(self) -> None:
        """The supervisor is gone: nothing of ours may stay."""
        stuck = any(tree.said_stuck for tree in self.by_number.values())
        deadline = time.monotonic() + (SWEEP_AGAIN_S if stuck else SWEEP_S)
        while self.by_number and time.monotonic() < deadline:
            for tree in list(self.by_number.values()):
                tree.parked = False
                self.send_all(tree, signal.SIGKILL)
                if not tree.alive and not self.survivors(tree):
                    del self.by_number[tree.number]
            with contextlib.suppress(OSError):
                while True:
                    pid, _status = os.waitpid(-1, os.WNOHANG)
                    if pid == 0:
                        break
                    for tree in self.by_number.values():
                        tree.alive = tree.alive and tree.pid != pid
            time.sleep(KILL_AGAIN_S)
