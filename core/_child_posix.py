"""POSIX: children behind a guardian process (see _guardian.py), asked by socket and SIGURG.

One thread of the host reads the guardian's and every agent's socket and delivers
what they say. Nothing here decides anything: that is the supervisor's work.
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import functools
import io
import json
import logging
import os
import select
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core import channel, child
from core.channel import Request
from core.child_env import child_environment
from core.input_writer import InputWriter
from core.open_files import open_for_writing
from core.reports import fact_from_report

log = logging.getLogger(__name__)

IMPORTS_NAP_S = 0.002
PIPE_BYTES = 1 << 20  # Linux: a wider pipe, so that a flood is read in larger pieces
READ_BYTES = 1 << 16
FLOOD_BYTES = 1 << 18
"""Read at once in a flood. After each read the reader waits for the GIL while the window
paints: pieces of 64 KiB cost a fifth of the throughput (tests/bench/output.py). Room for so
much costs 13 us, so it is not made for a few lines."""
GUARDIAN = Path(__file__).with_name("_guardian.py")
HARD_LOOKS = 100
CLOCK_STEP_S = 1.0  # Linux tells when it was started in whole seconds
WAKE, END = b"w", b"!"
ENDINGS = {
    Request.RELOAD: signal.SIGTERM,
    Request.STOP: signal.SIGINT,
    Request.QUIT: signal.SIGTERM,
    Request.END: signal.SIGTERM,
}
"""What asks a program to end: how the agent is woken, or what is sent in its stead."""


class PosixChild:
    """One child behind a guardian."""

    def __init__(
        self, host: PosixHost, guardian: _Guardian, number: int, output: int, stdin: int | None
    ) -> None:
        self.id = number
        self.guardian = guardian
        self.pid = 0
        self.interpreter_pid = 0
        self.exited = False
        self.control: socket.socket | None = None
        self.last: io.FileIO | None = None
        self.agent_gone = False
        """The script has become another program (os.exec), or closed all files."""
        self._host = host
        self._output = output
        self._read_bytes = READ_BYTES
        self._wake, self._wake_in = os.pipe()
        self._input = InputWriter(stdin) if stdin is not None else None
        self._wake_lock = threading.Lock()
        self._output_closed = False

    def ask(self, request: Request, *fields: str) -> None:
        if request is Request.GO:  # the guardian hears it before the script can do anything
            self.guardian.command("go", self)
        if self.agent_gone and request in ENDINGS:
            self._signal(self.interpreter_pid, ENDINGS[request])
        elif request is Request.END:
            self._tell_thread(END)
        elif self.control is not None:
            with contextlib.suppress(OSError):
                self.control.sendall(channel.encode(request.value, *fields))
            if request in ENDINGS:
                self.guardian.command("ring", self, pid=self.interpreter_pid)
                self._tell_thread(WAKE)

    def _tell_thread(self, word: bytes) -> None:
        """To the agent's thread, if it has one: it runs where the main loop sleeps in C."""
        with contextlib.suppress(OSError, ValueError):
            if self.last is not None:
                self.last.write(word)

    def _signal(self, pid: int, number: int) -> None:
        self.guardian.command("signal", self, pid=pid, signal=int(number))

    def interrupt(self) -> bool:
        self._signal(self.pid, signal.SIGINT)
        return True

    def end_tree(self) -> None:
        self._host.end(self, "end")

    def allow_front(self) -> None:
        """The window manager decides."""

    def force(self) -> None:
        self._host.end(self, "force")

    def activity(self) -> child.Activity | None:
        return thread_activity(self.interpreter_pid)

    def open_for_writing(self, is_wanted: Callable[[str], bool]) -> frozenset[str]:
        # From the keeper down: what the script has left behind is the guardian's by now.
        return open_for_writing(self.guardian.process.pid, is_wanted)

    def write_input(self, data: bytes) -> None:
        if self._input is not None:
            self._input.write(data)

    def close_input(self) -> None:
        if self._input is not None:
            self._input.close()

    def read_output(self, timeout_s: float | None) -> bytes | None:
        poll = select.poll()
        poll.register(self._output, select.POLLIN)
        poll.register(self._wake, select.POLLIN)
        ready = [fd for fd, _event in poll.poll(None if timeout_s is None else timeout_s * 1000)]
        if self._output not in ready:
            if self._wake in ready:
                os.read(self._wake, 4096)
            return None
        try:
            data = os.read(self._output, self._read_bytes)
        except OSError:
            return b""
        self._read_bytes = FLOOD_BYTES if len(data) >= READ_BYTES else READ_BYTES
        return data

    def wake_output(self) -> None:
        with self._wake_lock, contextlib.suppress(OSError):
            if not self._output_closed:  # else the number may be another file's by now
                os.write(self._wake_in, b"!")

    def close_output(self) -> None:
        with self._wake_lock:
            if not self._output_closed:
                self._output_closed = True
                for fd in (self._output, self._wake, self._wake_in):
                    os.close(fd)

    def close_channel(self) -> None:
        if self.control is not None:
            self.control.close()
            self.control = None
        if self.last is not None:
            self.last.close()
            self.last = None
        self.close_input()


def thread_activity(pid: int) -> child.Activity | None:
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


def _process_activity(pid: int) -> child.Activity | None:
    import psutil

    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_RUNNING and sys.platform != "darwin":
            return None  # macOS calls nearly every process running
        times, switches = process.cpu_times(), process.num_ctx_switches()
    except psutil.Error:
        return None
    return int(times.user * 1e6), int(times.system * 1e6), switches.voluntary


class _Guardian:
    """One guardian process and the socket to it."""

    def __init__(self, program: Path) -> None:
        self._lock = threading.Lock()
        self.buffer = b""
        self.socket, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", str(program), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                start_new_session=True,
            )

    def command(self, do: str, about: PosixChild, fds: tuple[int, ...] = (), **more: Any) -> bool:
        """Tell it something; False if it is dead, which the listener notices by itself."""
        message = {"do": do, "child": about.id, "fds": len(fds), **more}
        data = json.dumps(message).encode() + b"\n"
        with self._lock:
            try:
                if fds:
                    data = data[socket.send_fds(self.socket, [data], fds) :]
                self.socket.sendall(data)
            except OSError:
                return False
        return True


class PosixHost:
    """Owns one guardian (started at once, again if it dies) and its children."""

    exit_3_needs_report = False

    def __init__(self, deliver: child.Deliver, guardian_program: Path = GUARDIAN) -> None:
        self._deliver = deliver
        self._guardian_program = guardian_program
        self._children: dict[int, PosixChild] = {}
        self._lock = threading.Lock()
        self._hears_imports = False
        self._selector = selectors.DefaultSelector()
        self._wake, self._wake_in = socket.socketpair()
        self._selector.register(self._wake, selectors.EVENT_READ, self._on_wake)
        self._watch: list[PosixChild] = []
        self._after_reports: list[Callable[[], None]] = []
        self._closing = False
        self._guardian = self._start_guardian()
        self._thread = threading.Thread(target=self._listen, name="host", daemon=True)
        self._thread.start()

    # -- commands, from the supervisor's thread

    def spawn(self, number: int, spawn: child.Spawn) -> PosixChild:
        """Start a child. Raises OSError when no pipe can be had."""
        with contextlib.ExitStack() as theirs, contextlib.ExitStack() as undo:
            output, output_in = os.pipe()
            undo.callback(os.close, output)
            theirs.callback(os.close, output_in)
            _widen(output_in)
            stdin_in: int | None = None
            stdin = spawn.stdin
            if stdin is None:
                stdin, stdin_in = os.pipe()
                undo.callback(os.close, stdin_in)
                theirs.callback(os.close, stdin)
            if self._guardian.process.poll() is not None:
                self._guardian = self._start_guardian()
            started = PosixChild(self, self._guardian, number, output, stdin_in)
            undo.pop_all()  # it closes them from here on
            undo.callback(started.close_output)
            undo.callback(started.close_channel)
            fds = [stdin, output_in]
            env = child_environment(spawn.env, agent=spawn.agent, ignore_case=False)
            if spawn.agent:
                started.control, theirs_control = socket.socketpair()
                theirs.callback(theirs_control.close)
                last, last_in = os.pipe()
                theirs.callback(os.close, last)
                started.last = io.FileIO(last_in, "wb")
                fds += [theirs_control.fileno(), last]
            undo.pop_all()
            with self._lock:
                self._children[number] = started
                if spawn.agent:
                    self._watch.append(started)
            self._wake_up()
            command = {
                "argv": list(map(_bytes_in_text, spawn.argv)),
                "cwd": _bytes_in_text(str(spawn.cwd)),
                "env": [tuple(map(_bytes_in_text, item)) for item in env.items()],
            }
            if not started.guardian.command("spawn", started, tuple(fds), **command):
                started.guardian = self._guardian = self._start_guardian()
                started.guardian.command("spawn", started, tuple(fds), **command)
        return started

    def after_reports(self, then: Callable[[], None]) -> None:
        with self._lock:
            self._after_reports.append(then)
        self._wake_up()

    def end(self, about: PosixChild, do: str) -> None:
        """End what is left of a tree. It is gone already if it never was, or was lost."""
        if about.id in self._children:
            about.guardian.command(do, about)
        else:
            self._deliver(child.TreeGone(about.id))

    def close(self) -> None:
        """The guardian kills what is left when its socket ends."""
        self._closing = True
        self._wake_up()
        with contextlib.suppress(OSError):
            self._guardian.socket.shutdown(socket.SHUT_WR)
        self._thread.join(2)
        try:
            self._guardian.process.wait(12)
        except subprocess.TimeoutExpired:
            log.error("the guardian %d does not end", self._guardian.process.pid)
        for started in self._children.values():
            started.close_channel()
        self._children.clear()
        for end in (self._guardian.socket, self._wake, self._wake_in):
            end.close()
        self._selector.close()

    # -- the guardian

    def _start_guardian(self) -> _Guardian:
        guardian = _Guardian(self._guardian_program)
        on_ready = functools.partial(self._on_guardian, guardian)
        self._selector.register(guardian.socket, selectors.EVENT_READ, on_ready)
        return guardian

    def _on_guardian(self, guardian: _Guardian, ready: socket.socket) -> None:
        try:
            data = ready.recv(READ_BYTES)
        except OSError:
            data = b""
        if not data:
            self._on_guardian_lost(guardian)
            return
        *lines, guardian.buffer = (guardian.buffer + data).split(b"\n")
        for line in lines:
            self._on_guardian_message(json.loads(line))

    def _on_guardian_message(self, message: dict[str, Any]) -> None:
        number = message["child"]
        started = self._children.get(number)
        if started is None:
            return
        match message["event"]:
            case "spawned":
                started.pid = started.interpreter_pid = message["pid"]
                self._deliver(child.Spawned(number, started.pid))
            case "failed":
                self._forget(started)
                sentence = _failure_sentence(message["stage"], message["errno"])
                self._deliver(child.SpawnFailed(number, sentence))
            case "exited":
                self._read_agent(started)  # what it said before it ended comes first
                started.exited = True
                self._deliver(child.Exited(number, message["code"], message["left"]))
            case "left":
                self._deliver(child.LeftChanged(number, message["left"]))
            case "stuck":
                self._deliver(child.Stuck(number, tuple(message["pids"])))
            case "gone":
                self._forget(started)
                self._deliver(child.TreeGone(number))

    def _on_guardian_lost(self, guardian: _Guardian) -> None:
        """Killed, most likely. Its keeper, or it itself if the keeper was killed, has ended
        the children; without one they are ended here, what they had started by its mark."""
        self._selector.unregister(guardian.socket)
        if self._closing:
            return
        log.warning("the guardian was lost; ending its children")
        guardian.socket.close()
        lost_s = time.time()
        try:
            guardian.process.wait(12)  # no longer than if it failed and still cleans up
        except subprocess.TimeoutExpired:
            guardian.process.kill()
        with self._lock:
            lost = [one for one in self._children.values() if one.guardian is guardian]
        if guardian.process.returncode != 0:
            _kill_marked(lost, lost_s)
        for started in lost:
            self._read_agent(started)
            self._forget(started)
            if not started.exited:
                self._deliver(child.Exited(started.id, -signal.SIGKILL, 0))
            self._deliver(child.TreeGone(started.id))

    # -- the listening thread

    def _listen(self) -> None:
        while not self._closing:
            if self._hears_imports:  # else each of 2,000 would wake us, at the script's expense
                time.sleep(IMPORTS_NAP_S)
                self._hears_imports = False
            for key, _events in self._selector.select():
                try:
                    key.data(key.fileobj)
                except Exception:  # the thread must live: everybody waits for it
                    log.exception("%s cannot be listened to any more", key.data)
                    with contextlib.suppress(KeyError, ValueError):
                        self._selector.unregister(key.fileobj)
            self._call_after_reports()

    def _wake_up(self) -> None:
        with contextlib.suppress(OSError):
            self._wake_in.send(b"!")

    def _on_wake(self, ready: socket.socket) -> None:
        ready.recv(4096)
        with self._lock:
            watch, self._watch = self._watch, []
        for started in watch:
            if started.control is not None:
                started.control.setblocking(True)
                reader = _AgentReader(self, started)
                self._selector.register(started.control, selectors.EVENT_READ, reader)

    def _call_after_reports(self) -> None:
        with self._lock:
            waiting, self._after_reports = self._after_reports, []
            speaking = list(self._children.values()) if waiting else []
        for started in speaking:
            self._read_agent(started)
        for then in waiting:
            then()

    def _read_agent(self, started: PosixChild) -> None:
        """Take in all that the agent has sent so far."""
        control = started.control
        if control is None:
            return
        with contextlib.suppress(KeyError, ValueError, OSError):
            reader = self._selector.get_key(control).data
            poll = select.poll()
            poll.register(control, select.POLLIN)
            while poll.poll(0) and reader(control):
                pass

    def _forget(self, started: PosixChild) -> None:
        with self._lock:
            self._children.pop(started.id, None)
        if started.control is not None:
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(started.control)
        started.close_channel()


_OF_IMPORTS = (child.Loaded, child.Uses, child.Missing)


class _AgentReader:
    """What one agent says, turned into facts."""

    def __init__(self, host: PosixHost, started: PosixChild) -> None:
        self._host = host
        self._child = started
        self._decoder = channel.Decoder()
        self._said_hello = False

    def __call__(self, ready: socket.socket) -> bool:
        """Read once; False at the end of the stream."""
        try:
            data = ready.recv(READ_BYTES)
        except OSError:
            data = b""
        if data:
            try:
                messages = list(self._decoder.feed(data))
                facts = [fact_from_report(self._child.id, message) for message in messages]
                for fact in facts:
                    self._take(fact)
                self._host._hears_imports = all(isinstance(fact, _OF_IMPORTS) for fact in facts)
                return True
            except ValueError:  # the script itself has written into the channel
                log.exception("child %d does not speak our protocol", self._child.id)
        self._child.agent_gone = True
        with contextlib.suppress(KeyError, ValueError):
            self._host._selector.unregister(ready)
        return False

    def _take(self, fact: child.Fact | None) -> None:
        if isinstance(fact, child.Hello):
            if self._said_hello:  # what an agentless script started has inherited the channel
                return
            self._said_hello = True
            self._child.interpreter_pid = fact.pid
        if fact is not None:
            self._host._deliver(fact)


def _widen(pipe: int) -> None:
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)  # type: ignore[attr-defined,unused-ignore]


def _kill_marked(children: list[PosixChild], lost_s: float) -> None:
    """Kill these, their groups and whatever carries the RELOADER_PID of one, but no browser.

    The pid of one that had exited when the guardian was lost may be another program's by
    now: there the mark decides.
    """
    import psutil

    pids = {pid for one in children for pid in (one.pid, one.interpreter_pid) if pid}
    marks = set(map(str, pids))
    groups = _groups_that_remain(children, lost_s)
    for _look in range(HARD_LOOKS if pids else 0):
        found = False
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error, OSError):
                if process.status() == psutil.STATUS_ZOMBIE:
                    continue
                env = process.environ()
                ours = env.get("RELOADER_PID") in marks or os.getpgid(process.pid) in groups
                if ours and "RELOADER_OPENED" not in env:
                    process.kill()
                    found = True
        if not found:
            return


def _groups_that_remain(children: list[PosixChild], lost_s: float) -> set[int]:
    """The process groups of those that had not exited. One of which every member is
    younger than the loss is a stranger's by now."""
    import psutil

    groups = {one.pid for one in children if one.pid and not one.exited}
    old = set()
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.create_time() <= lost_s + CLOCK_STEP_S:
                old.add(os.getpgid(process.pid))
    return groups & old


def _bytes_in_text(text: str) -> str:
    """JSON knows no bytes, and the guardian's encoding of file names may not be ours."""
    return os.fsencode(text).decode("latin-1")


def _failure_sentence(stage: str, errno: int) -> str:
    why = os.strerror(errno)
    match stage:
        case "folder":
            return f"The working folder cannot be used ({why}). Choose another one."
        case "program":
            return f"Python could not be started ({why}). Choose another Python."
        case _:
            return f"No new program can be started now ({why}). Close some, then press Run."
