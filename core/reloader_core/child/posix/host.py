"""POSIX: children behind a guardian process (see child/guardian), asked by socket and SIGURG.

One thread of the host reads the guardian's and every agent's socket and delivers
what they say. Nothing here decides anything: that is the supervisor's work.
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import errno
import functools
import json
import logging
import selectors
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reloader_core.child import contract, facts
from reloader_core.child.posix import hunt
from reloader_core.child.posix.agent_reader import AgentReader
from reloader_core.child.posix.child import READ_BYTES, PosixChild
from reloader_core.child.posix.guardian_process import Guardian
from reloader_core.child.posix.job import Job
from reloader_core.child.posix.listener import Listener
from reloader_core.child.posix.preparation import prepare, spawn_failed
from reloader_core.child.posix.report_pipe import ReportFolder, ReportPipe, ReportReader
from reloader_core.child.posix.roster import Roster
from reloader_core.child.posix.silence import Silence
from reloader_core.child.posix.trace_pipe import TraceReader

log = logging.getLogger(__name__)

GUARDIAN = Path(__file__).parents[1] / "guardian" / "__main__.py"
END_S = 2.0


class PosixHost:
    """Owns one guardian (started at once, again if it dies or is silent) and its children."""

    exit_3_needs_report = False

    def __init__(
        self,
        deliver: contract.Deliver,
        guardian_program: Path = GUARDIAN,
        job: Job | None = None,
        reports: ReportFolder | None = None,
    ) -> None:
        """`job`: whose streams and terminal the children get; None: pipes to us. `reports`: where
        what they start reports, if not in the folder for temporary files."""
        self._deliver = deliver
        self._job = job
        self._guardian_program = guardian_program
        self._watch: list[PosixChild] = []
        self._after_reports: list[Callable[[], None]] = []
        self._listener = Listener(self)
        self._roster = Roster(self._listener)
        self._silence = Silence(self, self._roster, deliver)
        self._reports = reports or ReportFolder()
        with contextlib.ExitStack() as undo:
            undo.callback(self._listener.close)
            self._guardian = self._start_guardian()
            undo.pop_all()
        self._listener.start()
        if job is not None:
            job.attach(self)

    # -- commands, from the supervisor's thread

    def spawn(self, number: int, spawn: contract.Spawn) -> PosixChild:
        """Start a child. Raises OSError when no pipe can be had."""
        with contextlib.ExitStack() as undo:
            forget = self._roster.forget
            reports = self._report_pipe(spawn)
            if reports is not None:
                undo.callback(reports.close)
            about = (number, spawn, undo, forget, self._job, reports)
            started = prepare(self, self._guardian, *about)
            self._place(started)
            undo.pop_all()
        if not spawn.agent:
            self.begins(started)
        self._listener.wake_up()
        return started

    def _report_pipe(self, spawn: contract.Spawn) -> ReportPipe | None:
        """Where what it starts will report. None: that is not wanted, or cannot be."""
        if not spawn.agent or not spawn.child_watch:
            return None
        try:
            return self._reports.new_pipe()
        except OSError as error:
            log.info("what the script starts cannot report: %s", error)
            return None

    def _place(self, started: PosixChild) -> None:
        """Hand the order over. Under the lock, so that a guardian which is lost meanwhile either
        takes this child along or never had it."""
        with self._roster.lock:
            guardian = self._guardian
            if guardian.lost or guardian.silent or guardian.process.poll() is not None:
                if guardian.silent and self._roster.scripts_under(guardian):
                    raise OSError(errno.EAGAIN, "its last guardian does not answer")
                self.renew_guardian()
            self._roster.add(started)
            if started.control is not None:
                self._watch.append(started)
            if not started.order_from(self._guardian):
                started.order_from(self.renew_guardian())

    def send_request_signal(self, about: PosixChild) -> None:
        """Wake the agent: there is a request in its channel."""
        self._signal(about, "request", about.interpreter_pid, signal.SIGURG)

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
            self._silence.signal_past(about)
        else:
            about.guardian.command(do, about.id, pid=pid, signal=int(number))
            self._listener.wake_up()

    def after_reports(self, then: Callable[[], None]) -> None:
        """On this thread if it can be done at once: another's turn takes long on a busy machine."""
        with self._roster.lock:
            self._after_reports.append(then)
        if self._listener.reading.acquire(blocking=False):
            try:
                self._call_after_reports()
            finally:
                self._listener.reading.release()
        else:
            self._listener.wake_up()

    def end(self, about: PosixChild, do: str, grace_s: float = 0.0) -> None:
        """End what is left of a tree. It is gone already if it never was, or was lost."""
        if self._roster.get(about.id) is None:
            self._deliver(facts.TreeGone(about.id))
        elif about.guardian.silent:
            in_use = self._roster.scripts_under(about.guardian)
            if not in_use or about in in_use:  # else it ends with the script, which is asked first
                self._silence.pass_by(about.guardian)
        else:
            about.guardian.command(do, about.id, grace_s=grace_s)
            self._listener.wake_up()

    def close(self) -> None:
        """The guardian kills what is left when its socket ends."""
        self._listener.stop()
        with contextlib.suppress(OSError):
            self._guardian.socket.shutdown(socket.SHUT_WR)
        self._listener.join(END_S)
        with contextlib.ExitStack() as parts:  # the last one first
            parts.callback(self._reports.close)
            parts.callback(self._listener.close)
            parts.callback(self._guardian.socket.close)
            for started in self._roster.all():
                parts.callback(self._roster.forget, started)
            parts.callback(self._end_guardian, self._roster.all())

    def _end_guardian(self, left: list[PosixChild]) -> None:
        asked_s = time.time()
        if not self._guardian.wait():
            log.error("the guardian %d had to be killed", self._guardian.process.pid)
            hunt.kill_marked(left, asked_s)

    # -- the guardian

    def guardian(self) -> Guardian:
        return self._guardian

    def renew_guardian(self) -> Guardian:
        self._guardian = self._start_guardian()
        return self._guardian

    def _start_guardian(self) -> Guardian:
        in_terminal = self._job is not None and self._job.terminal is not None
        guardian = Guardian(self._guardian_program, in_terminal=in_terminal)
        on_ready = functools.partial(self._on_guardian, guardian)
        self._listener.selector.register(guardian.socket, selectors.EVENT_READ, on_ready)
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
        self._roster.let_go_of_orders(guardian)

    def _on_guardian_message(self, guardian: Guardian, message: dict[str, Any]) -> None:
        number = message["child"]
        if message["event"] == "up":
            guardian.pid = message["pid"]
        started = self._roster.get(number)
        if started is None and message["event"] == "spawned":  # given up while it was silent
            guardian.command("force", number)
        if started is None or started.guardian is not guardian:
            return
        match message["event"]:
            case "spawned":
                started.pid = started.interpreter_pid = message["pid"]
                self._deliver(facts.Spawned(number, started.pid))
            case "failed":
                self._roster.forget(started)
                self._deliver(spawn_failed(number, message["stage"], message["errno"]))
            case "exited":
                self._roster.read_agent(started)  # what it said before it ended comes first
                started.exited = True
                if not message["survivors"]:
                    self._ended(started)
                self._deliver(facts.Exited(number, message["code"], message["survivors"]))
            case "survivors":
                self._deliver(facts.LeftChanged(number, message["survivors"]))
            case "stopped":
                self._on_stopped(started)
            case "stuck":
                self._deliver(facts.Stuck(number, tuple(message["pids"])))
            case "gone":
                self._roster.read_agent(started)
                self._roster.forget(started)
                self._ended(started)
                self._deliver(facts.TreeGone(number))

    def _on_guardian_lost(self, guardian: Guardian) -> None:
        """Killed, most likely. Its keeper, or it itself if the keeper was killed, has ended
        the children; without one they are ended here, what they had started by its mark."""
        self._listener.unregister(guardian.socket)
        if self._listener.closing:
            return
        log.info("the guardian was lost; ending its children")
        with self._roster.lock:
            guardian.lost = True
            lost = self._roster.under(guardian)
        guardian.socket.close()
        lost_s = time.time()
        if not guardian.wait():
            hunt.kill_marked(lost, lost_s)
        for started in lost:
            self._roster.read_agent(started)
            self._roster.forget(started)
            self._ended(started)
            if not started.exited:
                if not guardian.silent:  # else that has been said, and it is we who killed it
                    self._deliver(facts.GuardianLost(started.id))
                self._deliver(facts.Exited(started.id, started.ended_with, 0))
            self._deliver(facts.TreeGone(started.id))

    # -- the job

    def begins(self, about: PosixChild) -> None:
        """It is told to go, or has nobody inside to be told."""
        if self._job is not None:
            about.has_terminal = True
            self._job.run_begins()

    def _ended(self, about: PosixChild) -> None:
        if self._job is not None and about.has_terminal:
            about.has_terminal = False
            self._job.run_ended()

    def _on_stopped(self, about: PosixChild) -> None:
        """By Ctrl+Z, mostly: the shell wants to see its whole job stopped. It may go on again."""
        job = self._job
        if about.stopped_by_us:  # it is told when we go on, and may still be stopped by then
            about.stopped_by_us = False
        elif about.has_terminal and job is not None and hunt.is_stopped(about.pid):
            job.stop()

    def signal_all(self, number: int) -> None:
        for started in self._roster.all():
            if started.has_terminal:
                started.stopped_by_us |= number == signal.SIGSTOP
                started.guardian.command("signal all", started.id, signal=int(number))

    def is_of_run(self, pid: int) -> bool:
        children = self._roster.all()
        if any(pid in (one.pid, one.interpreter_pid) for one in children):
            return True
        ours = {self._guardian.pid, self._guardian.process.pid}
        return pid not in ours and hunt.is_below(pid, ours)  # those speak for the kernel

    def hears(self, group: int) -> bool:
        runs = [one for one in self._roster.all() if one.has_terminal]
        return any(hunt.is_in_group(one.interpreter_pid, group) for one in runs)

    # -- on the listening thread

    def patience_s(self) -> float | None:
        return self._silence.patience_s()

    def after_hearing(self) -> None:
        try:
            self._silence.look_after()
        finally:
            self._call_after_reports()

    def on_wake(self) -> None:
        with self._roster.lock:
            watch, self._watch = self._watch, []
        for started in watch:
            if started.control is not None:
                reader = AgentReader(self._listener, self._deliver, started)
                with contextlib.suppress(OSError, ValueError, KeyError):  # it is closed already
                    self._listener.selector.register(started.control, selectors.EVENT_READ, reader)
            if started.reports is not None:
                take = ReportReader(self._listener, self._deliver, started.id)
                with contextlib.suppress(OSError, ValueError, KeyError):
                    self._listener.selector.register(started.reports, selectors.EVENT_READ, take)

            if started.traces is not None:
                unregister = self._listener.unregister
                listen = TraceReader(self._deliver, unregister, started.id)
                with contextlib.suppress(OSError, ValueError, KeyError):
                    self._listener.selector.register(started.traces, selectors.EVENT_READ, listen)

    def _call_after_reports(self) -> None:
        with self._roster.lock:
            waiting, self._after_reports = self._after_reports, []
            speaking = self._roster.all() if waiting else []
        for started in speaking:
            self._roster.read_agent(started)
        for then in waiting:
            then()
