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
from .terminal import FRONT_S, Terminal
from .trees import LEFT_S, Tree, Trees

RETRY_S = (0.02, 0.06)  # after these a request's signal is sent again
LOOK_S = 1.0  # how often to look at what is stuck; without a subreaper, at running trees
IGNORED = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE")
    if hasattr(signal, name)  # this module imports on Windows, too
)

# What a terminal sends to those who use it while it belongs to another job.
OF_JOBS = tuple(
    getattr(signal, name)
    for name in ("SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGQUIT")
    if hasattr(signal, name)
)


class Guardian:
    def __init__(
        self, connection: socket.socket, keeper: int | None, terminal: Terminal | None
    ) -> None:
        self.connection = connection
        self.keeper = keeper  # a pipe that ends when the keeper does
        self.trees = Trees(self.say)
        self.by_number = self.trees.by_number
        self.terminal = terminal
        if terminal is not None:
            self.trees.not_theirs.add(terminal.group)
        self.starting: dict[int, Tree] = {}  # exec's error pipe -> tree
        self.selector = selectors.DefaultSelector()
        self.buffer = b""
        self.fds: list[int] = []
        self.unsent = b""
        self.obeyed = self.told = 0  # the number of the last command; what the host knows of it
        self.look_at = 0.0
        self.signal_retries: list[tuple[float, Tree, int]] = []  # when, whom, its pid

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
            self.retry_signals()
            self.hang_up_stopped()
            if self.terminal is not None:
                self.terminal.note()
            if not linux.is_here() and time.monotonic() >= self.look_at:
                self.look_at = time.monotonic() + LOOK_S
                self.trees.recount()

    def patience(self) -> float | None:
        """How long to wait for something to happen."""
        ending = [tree for tree in self.by_number.values() if tree.ending]
        if ending:
            return LOOK_S if all(tree.said_stuck for tree in ending) else KILL_AGAIN_S
        if self.signal_retries:
            first = min(when for when, _tree, _pid in self.signal_retries)
            return max(0.0, first - time.monotonic())
        if self.terminal is not None and self.terminal.waits_for_front:
            return FRONT_S
        trees = self.by_number.values()
        looks = not linux.is_here() and any(not tree.parked for tree in trees)
        return LOOK_S if looks or any(tree.stopped for tree in trees) else None

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
        tree = self.by_number.get(command["child"])
        match command["do"]:
            case "spawn":
                self.spawn(command)
            case "go" if tree:
                tree.parked = False
            case "signal" if tree and tree.alive:
                self.trees.signal(tree, command["pid"], command["signal"])
            case "signal all" if tree:
                self.trees.send_all(tree, command["signal"])
            case "request" if tree and tree.alive:
                self.trees.signal(tree, command["pid"], signal.SIGURG)
                now = time.monotonic()
                self.signal_retries += [(now + s, tree, command["pid"]) for s in RETRY_S]
            case "others" if tree and tree.alive:
                self.trees.signal_others(tree, command["pid"], command["signal"])
            case "end" if tree:
                self.trees.begin_ending(tree, max(LEFT_S, command["grace_s"]))
            case "force" if tree:
                self.trees.begin_ending(tree, 0.0)
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
            tree = self.by_number[number] = Tree(number, pid)
            self.starting[told] = tree
            self.selector.register(told, selectors.EVENT_READ)
        for fd in (stdin, output, *inherited):
            os.close(fd)

    def on_exec(self, fd: int) -> None:
        """The child's error pipe has ended (it runs) or says why it could not."""
        tree = self.starting.pop(fd)
        self.selector.unregister(fd)
        report = os.read(fd, 4096)
        os.close(fd)
        if not report:
            self.say(event="spawned", child=tree.number, pid=tree.pid)
            return
        del self.by_number[tree.number]  # its zombie is reaped by pid like a stranger's
        stage, number = report.split()
        self.say(event="failed", child=tree.number, stage=stage.decode(), errno=int(number))

    def retry_signals(self) -> None:
        """A signal can fall between the interpreter's look at its flags and a system call
        that then sleeps; a second one wakes it. An agent that has heard the first finds no
        further request."""
        now = time.monotonic()
        due = [retry for retry in self.signal_retries if retry[0] <= now]
        self.signal_retries = [retry for retry in self.signal_retries if retry[0] > now]
        for _when, tree, pid in due:
            if tree.alive:
                self.trees.signal(tree, pid, signal.SIGURG)

    def hang_up_stopped(self) -> None:
        """A stopped job whose shell has ended is told by the kernel, but not as long as one of us
        could still let it go on."""
        if self.terminal is None or not any(tree.stopped for tree in self.by_number.values()):
            return
        if self.terminal.is_gone():
            for number in (signal.SIGHUP, signal.SIGCONT):
                with contextlib.suppress(OSError):
                    os.killpg(self.terminal.group, number)

    def reap(self) -> None:
        # Of a script in the shell's own session it matters that Ctrl+Z has stopped it.
        stops = os.WUNTRACED | os.WCONTINUED
        options = os.WNOHANG | (stops if self.terminal is not None else 0)
        has_orphans = False
        with contextlib.suppress(ChildProcessError):
            while (found := os.waitpid(-1, options))[0]:
                pid, status = found
                tree = next((t for t in self.by_number.values() if t.pid == pid and t.alive), None)
                has_ended = not os.WIFSTOPPED(status) and not os.WIFCONTINUED(status)
                if tree is None:
                    has_orphans = has_orphans or has_ended
                elif not has_ended:
                    tree.stopped = os.WIFSTOPPED(status)
                    if tree.stopped:
                        self.say(event="stopped", child=tree.number)
                else:
                    self.on_exit(tree, os.waitstatus_to_exitcode(status))
        if has_orphans:
            self.trees.recount()

    def on_exit(self, tree: Tree, code: int) -> None:
        fd = next((fd for fd, starting in self.starting.items() if starting is tree), None)
        if fd is not None:
            self.on_exec(fd)  # its end of the pipe is closed: this does not block
            if tree.number not in self.by_number:
                return
        if tree.parked:  # it may have been told to go, and have ended, since commands were read
            self.read_commands()
        tree.alive = tree.stopped = False
        tree.survivors = len(self.trees.survivors(tree))
        self.say(event="exited", child=tree.number, code=code, survivors=tree.survivors)


def main() -> None:
    connection = socket.socket(fileno=int(sys.argv[1]))
    connection.set_inheritable(False)
    job = int(sys.argv[2]) if len(sys.argv) > 2 else None
    for ignored in IGNORED if job is None else (*IGNORED, *OF_JOBS):
        signal.signal(ignored, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    linux.prctl(linux.CHILD_SUBREAPER, 1)
    second = keeper.begin_keeping(connection, own_session=job is None)
    terminal = None
    if job is not None:
        with contextlib.suppress(OSError):
            terminal = Terminal(job)
    guardian = Guardian(connection, second, terminal)
    try:
        guardian.run()
    finally:
        left = terminal.look() if terminal is not None else None
        connection.close()
        guardian.trees.end_everything()
        if terminal is not None:
            terminal.mend(left)
