"""Windows: one child in a job object of its own, with a thread of its own (see host)."""

from __future__ import annotations

import collections
import contextlib
import logging
import os
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

from reloader_core.child import contract, facts, wire
from reloader_core.child.environment import CHILDREN, child_environment
from reloader_core.child.input_writer import InputWriter
from reloader_core.child.reports import fact_from_report
from reloader_core.child.windows import api, jobs, pipes
from reloader_core.child.windows.console import Console
from reloader_core.child.windows.ctrl_c import Asked
from reloader_core.child.windows.open_for_user import Opener, open_for_user
from reloader_core.child.windows.report_pipe import ReportPipe
from reloader_core.child.windows.start import start_in_job
from reloader_core.child.windows.why_not import spawn_failed
from reloader_core.child.wire import Request
from reloader_core.model import CpuTimes, Waits
from reloader_core.platform_facts import can_start_in

log = logging.getLogger(__name__)

RECOUNT_S = 0.25  # how soon the end of a left-behind process is seen
KILL_AGAIN_S = 0.005
STUCK_S = 2.0
CONSOLE_HOSTS = ("conhost.exe", "openconsole.exe")  # Windows' own part of a console program


class Hands(Protocol):
    """The host, as far as its children need it."""

    open_file: Opener

    def report(self, fact: facts.Fact) -> None: ...

    def forget(self, gone: WindowsChild) -> None: ...

    def begins(self, about: WindowsChild) -> None: ...

    def ended(self, about: WindowsChild) -> None: ...


class WindowsChild:
    """One child, its job and its thread."""

    has_signals = False

    def __init__(
        self, host: Hands, number: int, spawn: contract.Spawn, console: Console | None = None
    ) -> None:
        """Make the pipes. `console`: which it shares, with the streams that we have. Raises
        OSError when no pipe can be had."""
        self.id = number
        self.has_console = False
        """It runs, in our console."""
        self._shares_console = console is not None
        self.pid = self.interpreter_pid = 0
        self._host = host
        self._env = child_environment(spawn.env, agent=spawn.agent, ignore_case=True)
        self._lock = threading.Lock()  # for the handles that other threads use as well
        self._control = self._main_thread = self._interpreter = 0
        self._words: pipes.PipeReader | None = None
        self._decoder = wire.Decoder()
        self._input: InputWriter | None = None
        self._job = self._process = 0
        self._program = spawn.argv[0]
        self._commands: collections.deque[tuple[str, Any]] = collections.deque()
        self._after_reports: collections.deque[Callable[[], None]] = collections.deque()
        self._alive = False
        self._left = 0
        self._ending = self._said_stuck = self._closing = self._finished = False
        self._stuck_at = 0.0
        self._asked = Asked(lambda heard: self.command("heard", heard))
        self._make_pipes(spawn, console)
        self.thread = threading.Thread(
            target=self._run, args=(spawn,), name=f"child {number}", daemon=True
        )

    def _make_pipes(self, spawn: contract.Spawn, console: Console | None) -> None:
        with contextlib.ExitStack() as undo:
            self._wake = api.create_event()
            undo.callback(api.close, self._wake)
            self._output, self._output_in = pipes.overlapped_pipe()
            undo.callback(self._output.close)
            undo.callback(api.close, self._output_in)
            if console is not None:
                self._stdio = console.streams()
                for handle in self._stdio:
                    undo.callback(api.close, handle)
            else:
                stdin = self._stdin(spawn, undo)
                self._stdio = (stdin, self._output_in, self._output_in)
            self._passed: tuple[int, ...] = ()
            self._reports = None
            if spawn.agent and spawn.child_watch:
                self._reports = ReportPipe(self.id, self._deliver)
                undo.callback(self._reports.close)
                self._env[CHILDREN] = self._reports.name
            if spawn.agent:
                control, self._control = pipes.blocking_pipe(pipes.CONTROL_BYTES)
                undo.callback(api.close, control)
                undo.callback(api.close, self._control)
                self._words, words_in = pipes.overlapped_pipe()
                self._passed = (control, words_in)
                self._env["RELOADER_AGENT"] = f"{control}:{words_in}:{console is not None:d}"
            undo.pop_all()

    def _stdin(self, spawn: contract.Spawn, undo: contextlib.ExitStack) -> int:
        if spawn.stdin is not None:
            stdin = api.inheritable_copy(spawn.stdin)
        else:
            stdin, stdin_in = pipes.blocking_pipe(pipes.PIPE_BYTES)
            self._input = InputWriter(api.open_fd(stdin_in))
            undo.callback(self._input.close)
        undo.callback(api.close, stdin)
        return stdin

    # -- commands, from the supervisor's thread

    def ask(self, request: Request, *fields: str) -> None:
        if request is Request.GO:
            self._host.begins(self)
        self.tell(request.value, *fields)

    def tell(self, *fields: str) -> None:
        """Send to the agent. Nothing happens if there is none any more."""
        with self._lock, contextlib.suppress(OSError):
            if self._control:
                pipes.write(self._control, wire.encode(*fields))

    def allow_front(self) -> None:
        api.allow_foreground(self.interpreter_pid)

    def interrupt(self, *, deadly: bool = True) -> bool:
        return False  # there is no Ctrl+C for one process alone

    def interrupt_others(self) -> None:
        """By the agent, who is in their console. A console of the user's is shared with others
        than the script's: nobody sends it there."""
        if not self._shares_console:
            self.command("others")

    def terminate_others(self) -> None:
        pass  # there is no SIGTERM; the job ends them

    def end_tree(self, grace_s: float) -> None:
        self.command("end", grace_s)

    def force(self) -> None:
        self.command("force")

    def command(self, word: str, value: Any = None) -> None:
        with self._lock:
            if self._wake:
                self._commands.append((word, value))
                api.set_event(self._wake)

    def activity(self) -> contract.Activity | None:
        with self._lock, contextlib.suppress(OSError):
            if self._main_thread and self._interpreter:
                return (*api.thread_use(self._main_thread), *api.io_use(self._interpreter))
        return None

    def tree_activity(self) -> contract.Activity | None:
        return self.activity()

    def cpu_times(self) -> CpuTimes | None:
        with self._lock, contextlib.suppress(OSError):
            if self._main_thread:
                kernel, user, _cycles = api.thread_use(self._main_thread)
                return CpuTimes(time.monotonic(), user / 1e7, kernel / 1e7)
        return None

    def waits_for(self) -> Waits | None:
        return None  # the system does not say

    def dump_stack(self) -> None:
        pass  # its thread has answered, or cannot

    def write_input(self, data: bytes) -> bool:
        return self._input is None or self._input.write(data)

    def after_reports(self, then: Callable[[], None]) -> None:
        """See Host. At once, if it says nothing yet or nothing more."""
        with self._lock:
            waits = self._alive and self._wake
            if waits:
                self._after_reports.append(then)
                api.set_event(self._wake)
        if not waits:
            then()

    def open_for_writing(self, is_wanted: Callable[[str], bool]) -> frozenset[str]:
        return frozenset()

    def close_input(self) -> None:
        if self._input is not None:
            self._input.close()

    def read_output(self, timeout_s: float | None) -> bytes | None:
        return self._output.read(timeout_s)

    def wake_output(self) -> None:
        self._output.wake()

    def close_output(self) -> None:
        self._output.close()

    def _run(self, spawn: contract.Spawn) -> None:
        try:
            if not self._started(spawn):
                return
            while not self._finished:
                self._wait()
                waiting = len(self._after_reports)
                self._listen()
                for _ in range(waiting):
                    self._after_reports.popleft()()
                if self._alive and api.wait([self._process], 0):
                    self._on_exit()
                while self._commands:
                    self._obey(*self._commands.popleft())
                self._recount()
                self._go_on_ending()
        except Exception:
            log.exception("the thread of child %d has failed; ending its tree", self.id)
            self._release()  # closes the job, which kills
            if self._alive:
                self._deliver(facts.Exited(self.id, 1, 0))
            self._deliver(facts.TreeGone(self.id))

    def _started(self, spawn: contract.Spawn) -> bool:
        """In the job from its first instant: a venv's python.exe is a launcher, and would have
        started the real interpreter outside otherwise."""
        theirs = {*self._stdio, *self._passed, self._output_in}
        try:
            self._job = jobs.create_job()
            for handle in theirs:
                api.set_inheritable(handle)
            self._process, self.pid = start_in_job(
                *(self._job, spawn.argv, str(spawn.cwd), self._env, self._stdio, self._passed),
                own_console=not self._shares_console,
            )
            self.interpreter_pid = self.pid
        except (OSError, ValueError) as error:
            self._release()
            usable = os.path.isdir(spawn.cwd) and can_start_in(spawn.cwd, "win32")
            self._deliver(spawn_failed(self.id, error, usable))
            return False
        finally:
            for handle in theirs:
                api.close(handle)
        self._alive = True
        self._deliver(facts.Spawned(self.id, self.pid))
        return True

    def _wait(self) -> None:
        handles = [self._wake]
        if self._alive:
            handles.append(self._process)
        if self._words is not None and (event := self._words.begin()) is not None:
            handles.append(event)
        if self._reports is not None and (event := self._reports.begin()) is not None:
            handles.append(event)
        timeout_s = None
        if self._ending:
            timeout_s = RECOUNT_S if self._said_stuck else KILL_AGAIN_S
        elif self._left and not self._alive:
            timeout_s = RECOUNT_S
        api.wait(handles, timeout_s)

    def _listen(self) -> None:
        """Take in all that the agent, and others of the run, have sent so far."""
        if self._reports is not None:
            self._reports.take()
        while self._words is not None and (data := self._words.read(0)):
            try:
                for message in self._decoder.feed(data):
                    self._on_message(message)
            except ValueError:
                log.exception("child %d: its agent is no longer listened to", self.id)
                self._words.ended = True

    def _on_message(self, message: list[str]) -> None:
        match message:
            case ["thread", thread_id]:
                with self._lock, contextlib.suppress(OSError):
                    self._main_thread = api.open_thread(int(thread_id))
                    self._interpreter = api.open_process(self.interpreter_pid)
            case ["open", _, *_]:
                threading.Thread(
                    target=self._open_for_user, args=message[1:], name="open", daemon=True
                ).start()
            case _:
                fact = fact_from_report(self.id, message)
                if isinstance(fact, facts.Hello):
                    self.interpreter_pid = fact.pid
                    self._asked.python = self._program
                if fact is not None:
                    self._deliver(fact)

    def _on_exit(self) -> None:
        self._listen()  # what the agent said before the end comes first
        self._alive = False
        self._left = len(self._others())
        if not self._left:
            self._host.ended(self)
        self._deliver(facts.Exited(self.id, api.exit_code(self._process), self._left))

    def _obey(self, command: str, value: Any) -> None:
        self._closing = self._closing or command == "close"
        match command:
            case "others" if others := self._others() - {self.interpreter_pid}:
                self._asked.tell(others)
                self.ask(Request.OTHERS)
            case "heard":
                self._asked.note(value)
            case "end" if not self._ending:
                self._begin_ending(value)
            case "force" | "close":
                self._begin_ending(0.0)  # also who is being asked

    def _begin_ending(self, grace_s: float) -> None:
        if not self._ending:
            self._stuck_at = time.monotonic() + grace_s + STUCK_S
        self._ending = True
        can_be_asked = not self._alive and not self._shares_console
        self._asked.ask(self._others() if can_be_asked else set(), grace_s)

    def _others(self) -> set[int]:
        """Those of the tree but the child itself, and Windows' own."""
        found = jobs.pids(self._job) - {self.pid}
        return {pid for pid in found if api.image_name(pid) not in CONSOLE_HOSTS}

    def _recount(self) -> None:
        if self._left and not self._alive and not self._ending:
            left = len(self._others())
            if left != self._left:
                self._left = left
                self._deliver(facts.LeftChanged(self.id, left))

    def _go_on_ending(self) -> None:
        """Who has been asked gets the time that there is; then the job is ended."""
        if not self._ending:
            return
        if self._asked.any_of(jobs.pids(self._job)):
            return
        if jobs.active_count(self._job):
            jobs.terminate_job(self._job)
        elif not self._alive:
            self._release()
            self._host.ended(self)
            self._deliver(facts.TreeGone(self.id))
            return
        if time.monotonic() >= self._stuck_at:
            if self._closing:
                self._release()
            elif not self._said_stuck:
                self._said_stuck = True
                self._deliver(facts.Stuck(self.id, tuple(sorted(jobs.pids(self._job)))))

    def _open_for_user(self, number: str, *request: str) -> None:
        """In a thread of its own: Windows may take its time, or ask the user."""
        answer = open_for_user(request, self.interpreter_pid, self._host.open_file)
        self.tell("opened", number, *answer)

    def _deliver(self, fact: facts.Fact) -> None:
        self._host.report(fact)

    def _release(self) -> None:
        """Close everything but the output, which its reader closes. Closing the job
        kills what may be left in it."""
        self._finished = True
        self.close_input()
        with self._lock:
            ours = (self._control, self._main_thread, self._interpreter, self._wake)
            self._control = self._main_thread = self._interpreter = self._wake = 0
        while self._after_reports:
            self._after_reports.popleft()()
        for handle in (*ours, self._process, self._job):
            if handle:
                api.close(handle)
        self._process = self._job = 0
        if self._words is not None:
            self._words.close()
            self._words = None
        if self._reports is not None:
            self._reports.close()
            self._reports = None
        self._host.forget(self)
