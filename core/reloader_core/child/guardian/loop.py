"""The guardian's loop: commands come in, processes are started, what became of them is said."""

# This never runs on Windows, whose stubs lack half of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import sys
import time
from typing import Any

from . import forked, keeper, linux
from .keeper import KILL_AGAIN_S
from .trees import Root, Trees

RING_AGAIN_S = (0.02, 0.06)
LOOK_S = 1.0  # how often to look at what is stuck; without a subreaper, at running trees
IGNORED = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE")
    if hasattr(signal, name)  # this module imports on Windows, too
)


class Guardian:
    def __init__(self, connection: socket.socket, keeper: int | None) -> None:
        self.connection = connection
        self.keeper = keeper  # a pipe that ends when the keeper does
        self.trees = Trees(self.say)
        self.roots = self.trees.roots
        self.starting: dict[int, Root] = {}  # exec's error pipe -> root
        self.selector = selectors.DefaultSelector()
        self.buffer = b""
        self.fds: list[int] = []
        self.unsent = b""
        self.obeyed = self.told = 0  # the number of the last command; what the host knows of it
        self.look_at = 0.0
        self.bells: list[tuple[float, Root, int]] = []  # when to ring again, whom, its pid

    # -- the loop

    def run(self) -> None:
        wake, wake_in = socket.socketpair()
        for end in (wake, wake_in, self.connection):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake_in.fileno(), warn_on_full_buffer=False)
        for reader in (self.connection, wake, self.keeper):
            if reader is not None:
                self.selector.register(reader, selectors.EVENT_READ)
        self.say(event="up", child=0, pid=os.getpid())
        while True:
            writing = selectors.EVENT_WRITE if self.unsent else 0
            self.selector.modify(self.connection, selectors.EVENT_READ | writing)
            events = self.selector.select(self.patience())
            ready = [key.fileobj for key, event in events if event & selectors.EVENT_READ]
            if self.unsent:
                self.flush()
            if wake in ready:
                with contextlib.suppress(BlockingIOError):
                    wake.recv(4096)
            for fd in [fd for fd in self.starting if fd in ready]:
                self.on_exec(fd)
            if self.connection in ready and not self.read_commands():
                return
            if self.keeper in ready:  # killed: without it nothing is certain any more
                return
            self.reap()  # after the commands: a 'go' came before what it brought about
            self.trees.go_on_ending()
            self.ring_again()
            if not linux.is_here() and time.monotonic() >= self.look_at:
                self.look_at = time.monotonic() + LOOK_S
                self.trees.recount()

    def patience(self) -> float | None:
        """How long to wait for something to happen."""
        ending = [root for root in self.roots.values() if root.ending]
        if ending:
            return LOOK_S if all(root.said_stuck for root in ending) else KILL_AGAIN_S
        if self.bells:
            return max(0.0, min(when for when, _root, _pid in self.bells) - time.monotonic())
        looks = not linux.is_here() and any(not root.parked for root in self.roots.values())
        return LOOK_S if looks else None

    def read_commands(self) -> bool:
        try:
            data, fds, _flags, _address = socket.recv_fds(self.connection, 1 << 16, 64)
        except BlockingIOError:
            return True
        except OSError:
            return False
        for fd in fds:
            os.set_inheritable(fd, False)
        self.fds += fds
        if not data:
            return False
        *lines, self.buffer = (self.buffer + data).split(b"\n")
        for line in lines:
            command = json.loads(line)
            self.obeyed = command.get("n", self.obeyed)
            self.obey(command)
        if self.obeyed != self.told:
            self.say(event="heard", child=0)
        return True

    def obey(self, command: dict[str, Any]) -> None:
        root = self.roots.get(command["child"])
        match command["do"]:
            case "spawn":
                self.spawn(command)
            case "go" if root:
                root.parked = False
            case "signal" if root and root.alive:
                self.trees.signal(root, command["pid"], command["signal"])
            case "ring" if root and root.alive:
                self.trees.signal(root, command["pid"], signal.SIGURG)
                now = time.monotonic()
                self.bells += [(now + s, root, command["pid"]) for s in RING_AGAIN_S]
            case "end" | "force" if root:
                self.trees.begin_ending(root, force=command["do"] == "force")
            case "end" | "force":  # gone already, perhaps with the guardian before this one
                self.say(event="gone", child=command["child"])

    def say(self, **message: Any) -> None:
        self.told = self.obeyed
        self.unsent += json.dumps({**message, "n": self.told}).encode() + b"\n"
        self.flush()

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            sent = self.connection.send(self.unsent)
            self.unsent = self.unsent[sent:]

    # -- children

    def spawn(self, command: dict[str, Any]) -> None:
        number = command["child"]
        stdin, output, *inherited = (self.fds.pop(0) for _ in range(command["fds"]))
        told, tell = os.pipe()
        guardian = os.getpid()
        try:
            pid = os.fork()
        except OSError as error:
            os.close(tell)
            os.close(told)
            self.say(event="failed", child=number, stage="fork", errno=error.errno)
        else:
            if pid == 0:
                forked.become_child(command, guardian, stdin, output, inherited, tell)
            os.close(tell)
            root = self.roots[number] = Root(number, pid)
            self.starting[told] = root
            self.selector.register(told, selectors.EVENT_READ)
        for fd in (stdin, output, *inherited):
            os.close(fd)

    def on_exec(self, fd: int) -> None:
        """The child's error pipe has ended (it runs) or says why it could not."""
        root = self.starting.pop(fd)
        self.selector.unregister(fd)
        report = os.read(fd, 4096)
        os.close(fd)
        if not report:
            self.say(event="spawned", child=root.number, pid=root.pid)
            return
        del self.roots[root.number]  # its zombie is reaped by pid like a stranger's
        stage, number = report.split()
        self.say(event="failed", child=root.number, stage=stage.decode(), errno=int(number))

    def ring_again(self) -> None:
        """A bell can fall between the interpreter's look at its flags and a system call
        that then sleeps; a second one wakes it. Who has heard the first finds no request."""
        now = time.monotonic()
        due = [bell for bell in self.bells if bell[0] <= now]
        self.bells = [bell for bell in self.bells if bell[0] > now]
        for _when, root, pid in due:
            if root.alive:
                self.trees.signal(root, pid, signal.SIGURG)

    def reap(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            root = next((r for r in self.roots.values() if r.pid == pid and r.alive), None)
            if root and root in self.starting.values():
                continue_fd = next(fd for fd, r in self.starting.items() if r is root)
                self.on_exec(continue_fd)  # its end of the pipe is closed: this does not block
                if root.number not in self.roots:
                    continue
            if root:
                root.alive = False
                root.left = len(self.trees.tree(root))
                code = os.waitstatus_to_exitcode(status)
                self.say(event="exited", child=root.number, code=code, left=root.left)
            else:
                self.trees.recount()


def main() -> None:
    connection = socket.socket(fileno=int(sys.argv[1]))
    connection.set_inheritable(False)
    for ignored in IGNORED:
        signal.signal(ignored, signal.SIG_IGN)
    linux.prctl(linux.CHILD_SUBREAPER, 1)
    guardian = Guardian(connection, keeper.begin_keeping(connection))
    try:
        guardian.run()
    finally:
        connection.close()
        guardian.trees.end_everything()
