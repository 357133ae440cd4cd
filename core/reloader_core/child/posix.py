"""POSIX: children behind a guardian process (see guardian.py), asked by socket and SIGURG.

One thread of the host reads the guardian's and every agent's socket and delivers
what they say. Nothing here decides anything: that is the supervisor's work.
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import errno
import functools
import io
import json
import logging
import os
import select
import selectors
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reloader_core.child import contract, facts, wire
from reloader_core.child import posix_hunt as hunt
from reloader_core.child.environment import child_environment
from reloader_core.child.input_writer import InputWriter
from reloader_core.child.open_files import open_for_writing
from reloader_core.child.posix_activity import tree_activity
from reloader_core.child.posix_guardian import SEND_S, Guardian
from reloader_core.child.reports import fact_from_report
from reloader_core.child.wire import Request
from reloader_core.model import CpuTimes

log = logging.getLogger(__name__)

IMPORTS_NAP_S = 0.002
PIPE_BYTES = 1 << 20  # Linux: a wider pipe, so that a flood is read in larger pieces
READ_BYTES = 1 << 16
FLOOD_BYTES = 1 << 18
"""Read at once in a flood. After each read the reader waits for the GIL while the window
paints: pieces of 64 KiB cost a fifth of the throughput (tests/bench/output.py). Room for so
much costs 13 us, so it is not made for a few lines."""
GUARDIAN = Path(__file__).with_name("guardian.py")
SILENT_LOOK_S = 0.1  # how soon the end of a script under a silent guardian is seen
WAKE, END = b"w", b"!"
ENDINGS = {
    Request.ASK: signal.SIGINT,
    Request.ASK_AGAIN: signal.SIGTERM,
    Request.EXIT: signal.SIGTERM,
    Request.FINISH: signal.SIGTERM,
    Request.END: signal.SIGTERM,
}
"""What asks a program to end: how the agent is woken, or what is sent in its stead."""


@dataclass
class _Order:
    """What a guardian is to start; kept until it has heard that, in case another one has to."""

    fds: tuple[int, ...]
    command: dict[str, Any]
    files: contextlib.ExitStack
    """Closes these descriptors."""


class PosixChild:
    """One child behind a guardian."""

    def __init__(
        self, host: PosixHost, guardian: Guardian, number: int, output: int, stdin: int | None
    ) -> None:
        self.id = number
        self.guardian = guardian
        """Belongs to the host's lock."""
        self.order: _Order | None = None
        self.went = False
        self.signalled = (0, 0)
        """The process and the signal that it was last asked by."""
        self.pid = 0
        self.interpreter_pid = 0
        self.exited = False
        self.ended_with = int(-signal.SIGKILL)
        """Its exit code, where its guardian cannot say it."""
        self.control: socket.socket | None = None
        self.last: io.FileIO | None = None
        self.agent_gone = False
        """The script has become another program (os.exec), or closed all files."""
        self._host = host
        self._output = output
        self._read_bytes = READ_BYTES
        self._wake, self._wake_in = os.pipe()
        self._input = InputWriter(stdin) if stdin is not None else None
        self._channel_lock = threading.Lock()
        self._wake_lock = threading.Lock()
        self._output_closed = False

    def ask(self, request: Request, *fields: str) -> None:
        if request is Request.GO:  # the guardian hears it before the script can do anything
            self.went = True
            self.guardian.command("go", self.id)
        if self.agent_gone and request in ENDINGS:
            self._host.signal(self, self.interpreter_pid, ENDINGS[request])
            self._host.report(facts.Handled(self.id, wire.Doing.SIGNALLED))
        elif request is Request.END:
            self._tell_thread(END)
        elif not self._tell_agent(request, fields):
            pass
        elif request in ENDINGS:
            self._host.ring(self)
            self._tell_thread(WAKE)
        elif request is Request.LOOK:  # once: a look that is missed is no loss
            self._host.signal(self, self.interpreter_pid, signal.SIGURG)

    def _tell_agent(self, request: Request, fields: tuple[str, ...]) -> bool:
        """False if there is none. The host's thread may be about to close the channel."""
        with self._channel_lock:
            if self.control is None:
                return False
            try:
                self.control.sendall(wire.encode(request.value, *fields))
            except TimeoutError:  # half of a message is worse than none
                log.warning("child %d does not take what it is told", self.id)
                with contextlib.suppress(OSError):
                    self.control.shutdown(socket.SHUT_WR)
            except OSError:  # it has ended
                pass
            return True

    def _tell_thread(self, word: bytes) -> None:
        """To the agent's thread, if it has one: it runs where the main loop sleeps in C."""
        with self._channel_lock, contextlib.suppress(OSError, ValueError):
            if self.last is not None:
                self.last.write(word)

    def interrupt(self) -> bool:
        self._host.signal(self, self.interpreter_pid, signal.SIGINT)
        return True

    def interrupt_others(self) -> None:
        self._host.signal_others(self, signal.SIGINT)

    def terminate_others(self) -> None:
        self._host.signal_others(self, signal.SIGTERM)

    def end_tree(self, grace_s: float) -> None:
        self._host.end(self, "end", grace_s)

    def allow_front(self) -> None:
        """The window manager decides."""

    def force(self) -> None:
        self._host.end(self, "force")

    def activity(self) -> contract.Activity | None:
        return thread_activity(self.interpreter_pid)

    def tree_activity(self) -> contract.Activity | None:
        return tree_activity(self.interpreter_pid)

    def cpu_times(self) -> CpuTimes | None:
        return main_thread_times(self.interpreter_pid) if self.interpreter_pid else None

    def write_input(self, data: bytes) -> bool:
        return self._input is None or self._input.write(data)

    def open_for_writing(self, is_wanted: Callable[[str], bool]) -> frozenset[str]:
        # From the keeper down: what the script has left behind is the guardian's by now.
        return open_for_writing(self.guardian.process.pid, is_wanted)

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
        with self._channel_lock:
            if self.control is not None:
                self.control.close()
                self.control = None
            if self.last is not None:
                self.last.close()
                self.last = None
        self.close_input()


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


class PosixHost:
    """Owns one guardian (started at once, again if it dies or is silent) and its children."""

    exit_3_needs_report = False

    def __init__(self, deliver: contract.Deliver, guardian_program: Path = GUARDIAN) -> None:
        self._deliver = deliver
        self._guardian_program = guardian_program
        self._children: dict[int, PosixChild] = {}
        self._lock = threading.Lock()
        self._hears_imports = False
        self._watch: list[PosixChild] = []
        self._after_reports: list[Callable[[], None]] = []
        self._reading = threading.Lock()
        """Held while something is taken in, until it is delivered."""
        self._closing = False
        with contextlib.ExitStack() as undo:
            self._selector = selectors.DefaultSelector()
            undo.callback(self._selector.close)
            self._wake, self._wake_in = socket.socketpair()
            undo.callback(self._wake.close)
            undo.callback(self._wake_in.close)
            self._selector.register(self._wake, selectors.EVENT_READ, self._on_wake)
            self._guardian = self._start_guardian()
            undo.pop_all()
        self._thread = threading.Thread(target=self._listen, name="host", daemon=True)
        self._thread.start()

    # -- commands, from the supervisor's thread

    def spawn(self, number: int, spawn: contract.Spawn) -> PosixChild:
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
            started = PosixChild(self, self._guardian, number, output, stdin_in)
            undo.pop_all()  # it closes them from here on
            undo.callback(started.close_output)
            undo.callback(self._forget, started)
            fds = [stdin, output_in]
            env = child_environment(spawn.env, agent=spawn.agent, ignore_case=False)
            if spawn.agent:
                started.control, theirs_control = socket.socketpair()
                started.control.settimeout(SEND_S)
                theirs.callback(theirs_control.close)
                last, last_in = os.pipe()
                theirs.callback(os.close, last)
                started.last = io.FileIO(last_in, "wb")
                fds += [theirs_control.fileno(), last]
            command = {
                "argv": list(map(_bytes_in_text, spawn.argv)),
                "cwd": _bytes_in_text(str(spawn.cwd)),
                "env": [tuple(map(_bytes_in_text, item)) for item in env.items()],
            }
            started.order = _Order(tuple(fds), command, theirs.pop_all())
            self._place(started)
            undo.pop_all()
        self._wake_up()
        return started

    def _place(self, started: PosixChild) -> None:
        """Hand the order over. Under the lock, so that a guardian which is lost meanwhile either
        takes this child along or never had it."""
        with self._lock:
            guardian = self._guardian
            if guardian.lost or guardian.silent or guardian.process.poll() is not None:
                if guardian.silent and self._scripts_under(guardian):
                    raise OSError(errno.EAGAIN, "its last guardian does not answer")
                self._guardian = self._start_guardian()
            self._children[started.id] = started
            if started.control is not None:
                self._watch.append(started)
            if not self._order_from(self._guardian, started):
                self._guardian = self._start_guardian()
                self._order_from(self._guardian, started)

    @staticmethod
    def _order_from(guardian: Guardian, started: PosixChild) -> bool:
        assert started.order is not None
        started.guardian = guardian
        return guardian.command("spawn", started.id, started.order.fds, **started.order.command)

    def ring(self, about: PosixChild) -> None:
        """Wake the agent: there is a request in its channel."""
        self._signal(about, "ring", about.interpreter_pid, signal.SIGURG)

    def signal(self, about: PosixChild, pid: int, number: int) -> None:
        self._signal(about, "signal", pid, number)

    def signal_others(self, about: PosixChild, number: int) -> None:
        if not about.guardian.silent:
            pid = about.interpreter_pid
            about.guardian.command("others", about.id, pid=pid, signal=int(number))

    def report(self, fact: facts.Fact) -> None:
        self._deliver(fact)

    def _signal(self, about: PosixChild, do: str, pid: int, number: int) -> None:
        about.signalled = pid, number
        if about.guardian.silent:
            self._signal_past_guardian(about)
        else:
            about.guardian.command(do, about.id, pid=pid, signal=int(number))
            self._wake_up()

    def after_reports(self, then: Callable[[], None]) -> None:
        """On this thread if it can be done at once: another's turn takes long on a busy machine."""
        with self._lock:
            self._after_reports.append(then)
        if self._reading.acquire(blocking=False):
            try:
                self._call_after_reports()
            finally:
                self._reading.release()
        else:
            self._wake_up()

    def end(self, about: PosixChild, do: str, grace_s: float = 0.0) -> None:
        """End what is left of a tree. It is gone already if it never was, or was lost."""
        if about.id not in self._children:
            self._deliver(facts.TreeGone(about.id))
        elif about.guardian.silent:
            in_use = self._scripts_under(about.guardian)
            if not in_use or about in in_use:  # else it ends with the script, which is asked first
                self._pass_by(about.guardian)
        else:
            about.guardian.command(do, about.id, grace_s=grace_s)
            self._wake_up()

    def close(self) -> None:
        """The guardian kills what is left when its socket ends."""
        self._closing = True
        self._wake_up()
        with contextlib.suppress(OSError):
            self._guardian.socket.shutdown(socket.SHUT_WR)
        self._thread.join(2)
        with contextlib.ExitStack() as parts:  # the last one first
            parts.callback(self._selector.close)
            for end in (self._guardian.socket, self._wake, self._wake_in):
                parts.callback(end.close)
            for started in list(self._children.values()):
                parts.callback(self._forget, started)
            parts.callback(self._end_guardian, list(self._children.values()))

    def _end_guardian(self, left: list[PosixChild]) -> None:
        asked_s = time.time()
        if not self._guardian.wait():
            log.error("the guardian %d had to be killed", self._guardian.process.pid)
            hunt.kill_marked(left, asked_s)

    # -- the guardian

    def _start_guardian(self) -> Guardian:
        guardian = Guardian(self._guardian_program)
        on_ready = functools.partial(self._on_guardian, guardian)
        self._selector.register(guardian.socket, selectors.EVENT_READ, on_ready)
        return guardian

    def _on_guardian(self, guardian: Guardian, ready: socket.socket) -> None:
        try:
            data = ready.recv(READ_BYTES)
        except OSError:
            data = b""
        if not data:
            self._on_guardian_lost(guardian)
            return
        *lines, guardian.buffer = (guardian.buffer + data).split(b"\n")
        for line in lines:
            message = json.loads(line)
            guardian.heard(message["n"])
            self._on_guardian_message(guardian, message)
        self._let_go_of_orders(guardian)

    def _on_guardian_message(self, guardian: Guardian, message: dict[str, Any]) -> None:
        number = message["child"]
        if message["event"] == "up":
            guardian.pid = message["pid"]
        started = self._children.get(number)
        if started is None and message["event"] == "spawned":  # given up while it was silent
            guardian.command("force", number)
        if started is None or started.guardian is not guardian:
            return
        match message["event"]:
            case "spawned":
                started.pid = started.interpreter_pid = message["pid"]
                self._deliver(facts.Spawned(number, started.pid))
            case "failed":
                self._forget(started)
                sentence = _failure_sentence(message["stage"], message["errno"])
                self._deliver(facts.SpawnFailed(number, sentence))
            case "exited":
                self._read_agent(started)  # what it said before it ended comes first
                started.exited = True
                self._deliver(facts.Exited(number, message["code"], message["left"]))
            case "left":
                self._deliver(facts.LeftChanged(number, message["left"]))
            case "stuck":
                self._deliver(facts.Stuck(number, tuple(message["pids"])))
            case "gone":
                self._forget(started)
                self._deliver(facts.TreeGone(number))

    def _let_go_of_orders(self, guardian: Guardian) -> None:
        """Under the lock: an order that is just being placed has not been sent so far."""
        with self._lock:
            unheard = guardian.unheard()
            for started in self._under(guardian):
                if started.order is not None and ("spawn", started.id) not in unheard:
                    started.order.files.close()
                    started.order = None

    def _under(self, guardian: Guardian) -> list[PosixChild]:
        return [one for one in list(self._children.values()) if one.guardian is guardian]

    def _scripts_under(self, guardian: Guardian) -> list[PosixChild]:
        return [one for one in self._under(guardian) if one.went and not one.exited]

    def _on_guardian_lost(self, guardian: Guardian) -> None:
        """Killed, most likely. Its keeper, or it itself if the keeper was killed, has ended
        the children; without one they are ended here, what they had started by its mark."""
        self._selector.unregister(guardian.socket)
        if self._closing:
            return
        log.info("the guardian was lost; ending its children")
        with self._lock:
            guardian.lost = True
            lost = self._under(guardian)
        guardian.socket.close()
        lost_s = time.time()
        if not guardian.wait():
            hunt.kill_marked(lost, lost_s)
        for started in lost:
            self._read_agent(started)
            self._forget(started)
            if not started.exited:
                if not guardian.silent:  # else that has been said, and it is we who killed it
                    self._deliver(facts.GuardianLost(started.id))
                self._deliver(facts.Exited(started.id, started.ended_with, 0))
            self._deliver(facts.TreeGone(started.id))

    # -- a guardian that does not answer

    def _on_silent_guardian(self, guardian: Guardian) -> None:
        """Pass it by. What a script was asked it is asked from here, so that it can end in good
        order; when it has, or is to be forced, the guardian is ended and the tree with it."""
        log.info("the guardian %d does not answer", guardian.process.pid)
        with self._lock:
            unheard = guardian.unheard()
            must_end = {about for do, about in unheard if do in ("end", "force")}
            orders = [one for one in self._under(guardian) if one.order and one.id not in must_end]
            guardian.silent = True
            in_use = self._scripts_under(guardian)
            if orders and not in_use:
                self._reorder(orders)
        if not in_use or must_end & {one.id for one in in_use}:
            self._pass_by(guardian)
            return
        for started in orders:
            self._forget(started)
            self._deliver(facts.SpawnFailed(started.id, _failure_sentence("start", errno.EAGAIN)))
        for started in in_use:
            if {("ring", started.id), ("signal", started.id)} & unheard:
                self._signal_past_guardian(started)

    def _reorder(self, orders: list[PosixChild]) -> None:
        """Another guardian starts these. If there is none to be had they end with the old one."""
        try:
            self._guardian = self._start_guardian()
        except OSError as error:
            log.warning("no other guardian can be started: %s", error)
            return
        for started in orders:
            self._deliver(facts.PassedBy(started.id))
            self._order_from(self._guardian, started)

    @staticmethod
    def _signal_past_guardian(about: PosixChild) -> None:
        """A silent guardian reaps nobody, so the child's number is its own; that of an
        interpreter behind a wrapper is, as long as it is below."""
        pid, number = about.signalled
        if pid and (pid == about.pid or hunt.descends(pid, about.guardian.process.pid)):
            with contextlib.suppress(OSError):
                os.kill(pid, number)

    def _pass_by(self, guardian: Guardian) -> None:
        """End it. Its keeper ends the tree, or else we do: see _on_guardian_lost."""
        if guardian.passed_by:
            return
        guardian.passed_by = True
        for started in self._under(guardian):
            if (code := hunt.exit_code(started.pid)) is not None:
                started.ended_with = code
            self._deliver(facts.PassedBy(started.id))
        guardian.kill()

    def _look_after_guardians(self) -> None:
        for guardian in self._guardians():
            if guardian.is_silent():
                self._on_silent_guardian(guardian)
            elif guardian.silent and not guardian.lost:
                if all(hunt.has_ended(one.pid) for one in self._scripts_under(guardian)):
                    self._pass_by(guardian)

    def _guardians(self) -> set[Guardian]:
        return {self._guardian, *(one.guardian for one in list(self._children.values()))}

    def _patience_s(self) -> float | None:
        """How long to listen before looking after the guardians. None: all is well."""
        now, waits = time.monotonic(), []
        for guardian in self._guardians():
            if guardian.silent and not guardian.lost:
                waits.append(SILENT_LOOK_S)
            elif (deadline := guardian.deadline()) is not None:
                waits.append(max(0.0, deadline - now))
        return min(waits, default=None)

    # -- the listening thread

    def _listen(self) -> None:
        while not self._closing:
            if self._hears_imports:  # else each of 2,000 would wake us, at the script's expense
                time.sleep(IMPORTS_NAP_S)
                self._hears_imports = False
            ready = self._selector.select(self._patience_s())
            with self._reading:
                for key, _events in ready:
                    self._take_in(key)
                try:
                    self._look_after_guardians()
                except Exception:
                    log.exception("the guardians cannot be looked after")
                self._call_after_reports()

    def _take_in(self, key: selectors.SelectorKey) -> None:
        try:
            key.data(key.fileobj)
        except Exception:  # the thread must live: everybody waits for it
            log.exception("%s cannot be listened to any more", key.data)
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(key.fileobj)

    def _wake_up(self) -> None:
        with contextlib.suppress(OSError):
            self._wake_in.send(b"!")

    def _on_wake(self, ready: socket.socket) -> None:
        ready.recv(4096)
        with self._lock:
            watch, self._watch = self._watch, []
        for started in watch:
            if started.control is not None:
                reader = _AgentReader(self, started)
                with contextlib.suppress(OSError, ValueError, KeyError):  # it is closed already
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
            while reader(control):
                pass

    def _forget(self, started: PosixChild) -> None:
        with self._lock:
            self._children.pop(started.id, None)
        if started.control is not None:
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(started.control)
        started.close_channel()
        if started.order is not None:
            started.order.files.close()


_OF_IMPORTS = (facts.Loaded, facts.Uses, facts.Missing)


class _AgentReader:
    """What one agent says, turned into facts."""

    def __init__(self, host: PosixHost, started: PosixChild) -> None:
        self._host = host
        self._child = started
        self._decoder = wire.Decoder()
        self._said_hello = False

    def __call__(self, ready: socket.socket) -> bool:
        """Read once; False if there is nothing more to read."""
        try:
            data = os.read(ready.fileno(), READ_BYTES)  # never waits, while recv() has a timeout
        except BlockingIOError:  # it was taken in meanwhile
            return False
        except OSError:
            data = b""
        if data:
            try:
                messages = list(self._decoder.feed(data))
                for message in messages:
                    if message[0] == "signal":  # for a handler of the script's own
                        self._host.signal(self._child, self._child.interpreter_pid, int(message[1]))
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

    def _take(self, fact: facts.Fact | None) -> None:
        if isinstance(fact, facts.Hello):
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


def _bytes_in_text(text: str) -> str:
    """JSON knows no bytes, and the guardian's encoding of file names may not be ours."""
    return os.fsencode(text).decode("latin-1")


def _failure_sentence(stage: str, number: int) -> str:
    why = os.strerror(number)
    match stage:
        case "folder":
            return f"The working folder cannot be used ({why}). Choose another one."
        case "program":
            return f"Python could not be started ({why}). Choose another Python."
        case _:
            return f"No new program can be started now ({why}). Close some, then press Run."
