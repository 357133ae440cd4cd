"""POSIX: one guardian process (see child/guardian) as the host sees it, and whether it answers.

Each command that something rests on carries a number, and the guardian says which it has
heard. What is not heard within a time makes it a silent one: stopped (SIGSTOP, a debugger),
frozen, out of order. Nothing here runs by itself: a deadline exists only while a command is
unheard, so who has nothing to do costs nothing.
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from reloader_core.child.guardian.keeper import kill_below
from reloader_core.child.posix import hunt

STOPPED_S = 0.3
"""A command unheard for so long, and the process is a stopped one: it will not answer."""
SILENT_S = 1.0
"""The same where it is not (frozen, or the machine is very busy)."""
START_S = 10.0  # the same while it starts, which a busy machine may take long for
SEND_S = 0.5  # a stopped one's socket is full some day
KEEPER_S = 12.0  # longer than it goes on killing what does not end
LOOK_S = 0.25
HARD_LOOKS = 100
UNNUMBERED = "go"  # on the way from a save to the first line, and nothing rests on it


class Guardian:
    """One guardian process, its keeper, and the socket to it. Commands come from the
    supervisor's thread, answers from the host's."""

    def __init__(self, program: Path) -> None:
        self.buffer = b""
        self.lost = False
        """Its socket has ended. Belongs to the host's lock."""
        self.silent = False
        """It does not hear; its children go on, and what they are told the host tells them."""
        self.passed_by = False
        """It was ended for that."""
        self.pid = 0  # as it says itself; `process` is its keeper where there is one
        self._lock = threading.Lock()
        self._sent = 0
        self._unheard: dict[int, tuple[float, str, int]] = {}  # when, what, about whom
        self.socket, theirs = socket.socketpair()
        with theirs, contextlib.ExitStack() as undo:
            undo.callback(self.socket.close)
            self.socket.settimeout(SEND_S)
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", str(program), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                start_new_session=True,
            )
            undo.pop_all()

    def command(self, do: str, child: int, fds: tuple[int, ...] = (), **more: Any) -> bool:
        """Tell it something about a child. False: it has ended, or takes nothing any more."""
        message = {"do": do, "child": child, "fds": len(fds), **more}
        with self._lock:
            if do != UNNUMBERED:
                self._sent += 1
                message["n"] = self._sent
                self._unheard[self._sent] = time.monotonic(), do, child
            data = json.dumps(message).encode() + b"\n"
            try:
                if fds:
                    data = data[socket.send_fds(self.socket, [data], fds) :]
                self.socket.sendall(data)
            except OSError:
                return False
        return True

    def heard(self, number: int) -> None:
        """It has obeyed the commands up to this one."""
        with self._lock:
            for earlier in [one for one in self._unheard if one <= number]:
                del self._unheard[earlier]
            self.silent = self.silent and bool(self._unheard)

    def unheard(self) -> set[tuple[str, int]]:
        """The commands, and about which child, that it has not heard so far."""
        with self._lock:
            return {(do, child) for _when, do, child in self._unheard.values()}

    def deadline(self) -> float | None:
        """When to ask `is_silent` next."""
        with self._lock:
            if self.lost or self.silent or not self._unheard:
                return None
            since = next(iter(self._unheard.values()))[0]
        now = time.monotonic()
        return min((t for t in (since + STOPPED_S, since + self._silent_s) if t > now), default=now)

    @property
    def _silent_s(self) -> float:
        return SILENT_S if self.pid else START_S

    def is_silent(self) -> bool:
        """Has it not heard a command for so long that nobody should wait for it any more?"""
        with self._lock:
            if self.lost or self.silent or not self._unheard:
                return False
            unheard_s = time.monotonic() - next(iter(self._unheard.values()))[0]
        return unheard_s >= self._silent_s or (unheard_s >= STOPPED_S and self.is_stopped())

    def is_stopped(self) -> bool:
        """Stopped by a signal or a debugger, it or its keeper? False where nobody can tell."""
        return any(map(hunt.is_stopped, self._pids()))

    def kill(self) -> None:
        """End the guardian alone, so that its keeper ends the rest. (Where there is none, the
        host has to.)"""
        if self.pid:
            self._signal(self.pid, signal.SIGKILL)
            self._signal(self.process.pid, signal.SIGCONT)
        else:  # stopped before its first word, and so before it has started anything
            kill_below(self.process.pid, self.pid)
            self.process.kill()

    def _signal(self, pid: int, number: signal.Signals) -> None:
        """The keeper reaps the guardian only to end itself, and we reap the keeper."""
        with contextlib.suppress(OSError):
            if self.process.poll() is None:
                os.kill(pid, number)

    def wait(self, timeout_s: float = KEEPER_S) -> bool:
        """Wait for the end of both. False: they had to be killed; what they were to end may
        have been left. `timeout_s` is for who works on it: who is stopped is not waited for."""
        deadline = time.monotonic() + timeout_s
        for pid in self._pids():
            self._signal(pid, signal.SIGCONT)
        while time.monotonic() < deadline:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return self.process.wait(LOOK_S) == 0
            if self.is_stopped():
                break
        for _look in range(HARD_LOOKS):
            if not kill_below(self.process.pid, self.pid):
                break
        self.process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):  # a debugger can keep its zombie
            self.process.wait(LOOK_S)
        return False

    def _pids(self) -> list[int]:
        """The keeper's and, as long as it lives, the guardian's. They are the same one where
        there is no subreaper."""
        return [self.process.pid, *([self.pid] if self.pid and not self.lost else [])]
