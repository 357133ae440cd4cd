"""The supervisor in a terminal: the script has the terminal, and our words are on stderr.

Without a job (Windows where there is no console for the script, or a stdout that is not the
process's own) the script's bytes come through a pipe and are written to stdout here.

Used by the command line (__main__.py) and by autoreload.py. The supervisor runs in a thread
of its own; the main thread waits and takes the signals.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import re
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from typing import NoReturn

from reloader_core import child
from reloader_core.control.script import ControlledScript, Order
from reloader_core.control.server import Server
from reloader_core.event_log import EventLog
from reloader_core.explanations import Explanations, OfSurvived
from reloader_core.job_signals import JobSignals
from reloader_core.model import (
    SPAWN_FAILED_CODE,
    CpuUsed,
    DataChanged,
    Drained,
    ErrorSurvived,
    Exit,
    InputWanted,
    Message,
    NotRestarted,
    Parked,
    Position,
    Reason,
    ReasonKind,
    ScriptError,
    State,
    Status,
    Target,
    Watching,
)
from reloader_core.notice import Notice, NoticeKind
from reloader_core.streams import BeforeTheScript, Descriptor, HandedOver
from reloader_core.supervisor import Supervisor
from reloader_core.words.held import HeldWords
from reloader_core.words.notices import sentence
from reloader_core.words.reasons import in_words

PAUSED = "paused: saves do not restart the script"
RESUMED = "resumed: saves restart the script again"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
ENDING_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Voice:
    """Our own short messages, on stderr. `quiet`: only what went wrong is said. Any thread."""

    def __init__(self, name: str = "reloader", *, quiet: bool = False) -> None:
        self._name = name
        self.is_quiet = quiet

    def say(self, text: str) -> None:
        if not self.is_quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stderr.write(f"{self._name}: {harmless(text)}\n")
            sys.stderr.flush()


def harmless(text: str) -> str:
    """A file's name in it may have sequences that set a terminal's title, or the clipboard."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


class TerminalFront:
    """One supervised target in this terminal. `clear`: the terminal, at each restart. `stream`
    takes the script's output in place of this process' own stdout. `job`: whose streams and
    terminal the script gets. `explanations`: of what an error means, if that is to be said."""

    def __init__(
        self,
        target: Target,
        *,
        events: EventLog | None = None,
        voice: Voice | None = None,
        clear: bool = False,
        stream: io.TextIOBase | None = None,
        job: child.Job | None = None,
        explanations: Explanations | None = None,
    ) -> None:
        self._events = events
        self._explanations = explanations
        self._explained: tuple[int, str] = (0, "")
        """A run, and what is to be said once all of its output has come."""
        self._survived = OfSurvived(explanations, self._warn) if explanations else None
        self._drained = 0
        """The run of which it has come."""
        self._voice = voice or Voice()
        self._clear = clear
        self._finished = False
        self._bell, self._bell_in = socket.socketpair()
        self._signal = 0
        self._last: Exit | None = None
        self._could_start = True
        self._failed = False
        self._job = job
        self._job_signals = JobSignals(job, self._quit, self._orders) if job is not None else None
        self._words = HeldWords(self._write, lambda: job is not None and job.is_taken)
        self._asking = False
        """The run has called input(): what it asked, or what is typed, may be a line that was
        begun."""
        self._runs = False
        self._reader_left = False
        self._told_of = 1
        """The run whose beginning was said, or goes without saying."""
        self._output: Descriptor | HandedOver
        if job is not None:
            self._output = BeforeTheScript(self._on_output_closed)
            job.before_restarts(self._before_restart)
        elif stream is not None:
            self._output = HandedOver(stream, self._wake, self._on_output_closed)
        else:
            self._output = Descriptor(self._on_output_closed)
        self._script = ControlledScript(target, self._obey, front="reloader")
        self._supervisor = Supervisor(
            target,
            report=self._on_message,
            output=self._output,
            stdin=0 if _stdin_is_open() and child.can_inherit_stdin() else None,
            make_host=functools.partial(child.make_host, job=job),
        )

    def run(self) -> int:
        """Run the target until it or the user ends it; returns our exit code. As a job raises
        KeyboardInterrupt, silently, if Ctrl+C has ended it."""
        with self._signals():
            thread = threading.Thread(target=self._supervise, name="supervisor")
            thread.start()
            self._supervisor.start()
            control = Server(self._script.answer)
            try:
                if self._job is not None:
                    self._job.watch_reader(self._on_reader_left)
                elif not child.can_inherit_stdin():
                    threading.Thread(target=self._feed_stdin, name="stdin", daemon=True).start()
                self._wait()
            finally:  # a host's own interruption may come here
                self._supervisor.quit()
                self._wait()
                thread.join()
                control.close()
        self._say_explained(all_has_come=True)
        self._words.say_all()
        if self._signal == signal.SIGINT and self._job is not None:
            end_interrupted()
        if self._signal:
            return 128 + self._signal
        if self._failed or not self._could_start:
            return SPAWN_FAILED_CODE
        return self._last.shell_code if self._last is not None else 0

    def _supervise(self) -> None:
        try:
            self._supervisor.run()
        except Exception:  # noqa: BLE001  reported and logged by the supervisor
            self._failed = True
        finally:
            self._finished = True
            self._wake()

    def _wake(self) -> None:
        if self._job is not None:
            self._job.wake()
        with contextlib.suppress(OSError):  # it is full, so it has been rung
            self._bell_in.send(b"!")

    def _on_output_closed(self, why: str) -> None:
        if why:
            self._voice.warn(f"The output cannot be written ({why}); the script is stopped.")
        self._supervisor.quit()

    def _wait(self) -> None:
        """Until the supervisor has ended. A signal rings the bell from within C: waiting for
        a lock, as here before, one that came while the thread was on its way there was not
        seen (5 of 300, on a busy machine)."""
        while not self._finished:
            if self._job_signals is not None:
                self._job_signals.take_next()
                continue
            with contextlib.suppress(TimeoutError):
                self._bell.recv(4096)
            self._output.hand_over()
        self._output.hand_over()

    def _feed_stdin(self) -> None:
        """A Windows console cannot be inherited by a child without one."""
        with contextlib.suppress(OSError, ValueError):
            while data := sys.stdin.buffer.readline():
                self._supervisor.write_input(data)
        self._supervisor.close_input()

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        """In another thread than the main one they are the host's."""
        self._bell.settimeout(child.WAIT_STEP_S)
        self._bell_in.setblocking(False)
        with self._bell, self._bell_in, contextlib.ExitStack() as undo:
            if self._job is not None:
                undo.callback(self._job.close)
            elif threading.current_thread() is threading.main_thread():
                bell = self._bell_in.fileno()
                old_bell = signal.set_wakeup_fd(bell, warn_on_full_buffer=False)
                undo.callback(signal.set_wakeup_fd, old_bell)
                for name in ENDING_SIGNALS:
                    self._take_signal(name, lambda number, _: self._quit(number), undo)
                for name, obey in self._orders.items():
                    self._take_signal(name, lambda *_, obey=obey: obey(), undo)
            yield

    @property
    def _orders(self) -> dict[str, Callable[[], None]]:
        """By signals."""
        return {"SIGUSR1": lambda: self._obey(Order.RESTART), "SIGUSR2": self._toggle_pause}

    def _take_signal(
        self, name: str, handler: Callable[[int, object], None], undo: contextlib.ExitStack
    ) -> None:
        """One that is ignored stays so; None: a host that is no Python program takes it."""
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) not in (signal.SIG_IGN, None):
            undo.callback(signal.signal, number, signal.signal(number, handler))

    def _quit(self, number: int) -> None:
        """End because of this signal. A second time: at once."""
        self._signal = self._signal or number
        self._supervisor.quit()

    def _on_reader_left(self) -> None:
        """On a thread of its own. The script learns of it when it writes."""
        self._reader_left = True
        if not self._runs:
            self._supervisor.quit()

    def _toggle_pause(self) -> None:
        self._obey(Order.RESUME if self._script.paused else Order.PAUSE)

    def _obey(self, order: Order) -> None:
        """From outside: on the control's thread, or in a signal handler."""
        match order:
            case Order.RESTART:
                self._supervisor.start()
            case Order.STOP:
                self._supervisor.stop()
            case Order.PAUSE | Order.RESUME:
                self._script.paused = order is Order.PAUSE
                self._supervisor.set_restart_on_save(not self._script.paused)
                self._say(PAUSED if self._script.paused else RESUMED)

    def _on_message(self, message: Message) -> None:
        self._script.note(message)
        if self._events is not None:
            self._events.write(message)
        match message:
            case Status():
                self._last = message.exit
                self._on_status(message)
            case Notice(kind):
                self._could_start = kind is not NoticeKind.SPAWN_FAILED
                if kind in (NoticeKind.AUTO_SAVE, NoticeKind.CAN_COLOUR):
                    return  # a question that only the window asks
                failed = kind in (NoticeKind.SPAWN_FAILED, NoticeKind.FAILED)
                self._say(sentence(message), warns=failed)
            case NotRestarted(error):
                text = f"not restarted: {error.type} in {self._where(error)}: {error.message}"
                self._say(text, warns=True)
                if self._explanations is not None and (why := self._explanations.of_error(error)):
                    self._warn(why)
            case ErrorSurvived(_, error) if self._survived is not None:
                self._survived.note(error)
            case Drained(run):
                self._drained = run
                self._say_explained()
            case InputWanted(_, wanted):
                self._asking = wanted
            case Watching() | CpuUsed() | DataChanged() | Parked() | Position():
                pass

    def _where(self, error: ScriptError) -> str:
        """As it can be found from where the script runs."""
        if error.file is None:
            return "the file"
        file, cwd = error.file, self._script.target.cwd
        return f"{file.relative_to(cwd) if file.is_relative_to(cwd) else file}, line {error.line}"

    def _on_status(self, status: Status) -> None:
        self._runs = status.pid is not None
        self._explain(status)
        if self._job_signals is not None and status.state is State.WAITING:
            self._job_signals.script_ended()
            if self._reader_left:
                self._supervisor.quit()
            if self._signal or self._reader_left:  # it waits for no save any more
                return
        self._say_status(status)

    def _explain(self, status: Status) -> None:
        """The script's own terminal has its output by now; what comes through a pipe, later."""
        why = self._explanations.of_end(status) if self._explanations is not None else ""
        if why:
            self._explained = (status.run, why)
            self._say_explained()

    def _say_explained(self, *, all_has_come: bool = False) -> None:
        run, why = self._explained
        if not (all_has_come or self._job is not None or run == self._drained):
            return
        if self._survived is not None:
            self._survived.end()
        if why:
            self._explained = (0, "")
            self._warn(why)

    def _warn(self, text: str) -> None:
        self._say(text, warns=True)

    def _say(self, text: str, *, warns: bool = False) -> None:
        """When it does not disturb a picture that the script has drawn on the terminal."""
        if warns or not self._voice.is_quiet:
            self._words.say(text)

    def _write(self, text: str) -> None:
        if self._job is not None and self._asking:
            self._job.begin_line()
        self._voice.warn(text)

    def _before_restart(self) -> None:
        """The script has the terminal next: a word of ours might fall into its first line."""
        if self._job is not None:
            self._job.drop_unfinished_line()
        if self._told_of < self._supervisor.runs:
            is_first, self._told_of = self._told_of == 1, self._supervisor.runs
            self._say_restarted(self._supervisor.reason)
            if is_first and self._job is not None and self._job.stdin_is_pipe():
                self._say("standard input is a pipe: what was read from it does not come back.")

    def _say_restarted(self, reason: Reason) -> None:
        if self._clear:
            self._output.clear()
        self._say(f"restarted ({in_words(reason)})")
        self._asking = False

    def _say_status(self, status: Status) -> None:
        if status.state is State.RUNNING and status.run > 1 and self._job is None:
            self._say_restarted(status.reason)
        elif status.state is State.WAITING and status.exit is not None:
            until = "Ctrl+C" if self._script.paused else "a save"
            code = status.exit.shell_code
            self._say(f"ended with exit code {code}; waiting for {until}")
        elif status.state is State.IDLE and status.reason.kind is ReasonKind.STOPPED:
            self._say("stopped; `reloader ctl restart` runs it again")


def end_interrupted() -> NoReturn:
    """By SIGINT itself: of a program that only returns 130 a shell thinks that it has taken
    Ctrl+C for something else, and goes on with its loop or its script. Python ends that way by a
    KeyboardInterrupt which nobody catches."""
    sys.excepthook = lambda *_: None
    raise KeyboardInterrupt


def _stdin_is_open() -> bool:
    try:
        os.fstat(0)
    except OSError:
        return False
    return True
