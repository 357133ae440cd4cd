"""One script: which Python runs it, its supervisor's thread, and what is to be shown.

GUI thread, no widgets. Turns the engine's messages into views (texts/status.py, steady.py)
and the user's wishes into commands. A RunPage shows one ScriptRun.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reloader_core import (
    CpuUsed,
    Doubt,
    Drained,
    Exit,
    InputWanted,
    Interpreter,
    LocalFiles,
    Message,
    Notice,
    NoticeKind,
    NotRestarted,
    Order,
    Reason,
    ReasonKind,
    ScriptError,
    State,
    Status,
    Target,
    Watching,
    choose_interpreter,
)
from reloader_gui.output.feed import Feed
from reloader_gui.python.installation import Advise, Installation
from reloader_gui.python.missing_package import Advice, advise, pip_target
from reloader_gui.python.search import Choose, PythonSearch
from reloader_gui.run import closed_window, scripts, traceback_tail
from reloader_gui.run.busy import FIRST_LOOK_S, LOOK_S, Busy
from reloader_gui.run.file_watch import FileWatch
from reloader_gui.run.steady import SHORT_S, Steady
from reloader_gui.run.supervisor_thread import Log, MakeEngine, SupervisorThread, make_engine
from reloader_gui.run.terminal_window import CannotOpen, open_in_terminal
from reloader_gui.settings.store import Settings
from reloader_gui.texts import notices, pythons
from reloader_gui.texts import status as words
from reloader_gui.texts.status import Moment, View
from reloader_gui.ui import system
from reloader_gui.ui.disk import answer

HIDDEN = "\N{BULLET}" * 8
PAUSE_S = 2.0
WELL_S = 1.0
"""A run that has lasted so long did not fail: the last error is history."""


def _no_log(message: Message) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Parts:
    """What a script's page and its ScriptRun are built from; tests put their own in."""

    make_engine: MakeEngine = make_engine
    choose: Choose = choose_interpreter
    check: Callable[[Path], Path] = scripts.check
    advise: Advise = advise
    own_python: Path | None = None
    """The one that came along with the program, to be offered beside the user's own."""
    log: Log = _no_log
    log_file: Path | None = None
    """Where the details of Reloader's own problems are written, if there is a place for them."""
    clock: Callable[[], float] = time.monotonic

    def find_log(self) -> Path | None:
        """The log, if there is anything in it."""
        return self.log_file if self.log_file is not None and self.log_file.is_file() else None


class ScriptRun(QObject):
    """Made for one script; close() it, and wait for `closed`."""

    view_changed = Signal(object)  # View
    began = Signal(int)
    """A run has begun (its number)."""
    input_open_changed = Signal(bool)
    """Whether something runs that could read what the user types."""
    input_wanted = Signal(bool)
    """The script waits in input(), or has got its line."""
    failed = Signal(object)  # ScriptError
    went_well = Signal()
    noticed = Signal(object)  # Notice
    python_changed = Signal(str, str)  # words, tool tip
    doubted = Signal(object, object)
    """Somebody else could have changed this Interpreter, as the Doubt says: answer_doubt()."""
    first_run = Signal()
    not_run = Signal(object)
    """A Reason: the first save after Stop, or before the first Run, which starts nothing."""
    details_changed = Signal()
    options_changed = Signal()
    closed = Signal()

    def __init__(
        self,
        script: Path,
        settings: Settings,
        feed: Feed,
        parts: Parts | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.script = script
        self.options = settings.script(script)
        self.session_args: tuple[str, ...] | None = None
        """From the command line: for this session, instead of the remembered ones."""
        self.status: Status | None = None
        self._settings = settings
        self._files = LocalFiles(script.parent)
        self._feed = feed
        self._parts = parts or Parts()
        self._search = PythonSearch(self._parts.clock, self._parts.choose, self)
        self._search.ended.connect(self._on_searched)
        self.installation = Installation(self._parts.advise, self)
        self.installation.succeeded.connect(self._on_installed)
        self.installation.ended.connect(self._update_engine)
        self._said_python: Interpreter | None = None
        self._doubted: Interpreter | None = None
        """The user is asked about it, or has put that off."""
        self._doubt_view = words.ASKED_ABOUT_PYTHON
        self._started: Interpreter | None = None
        """What the last run was started with; what is found now may be for the next one."""
        self._before_choice: str | None = None
        """What was chosen before a choice that has yet to say that it is a Python."""
        self._thread: SupervisorThread | None = None
        self._steady = Steady(words.view(None, Moment(script.name)))
        self._wanted = ""
        """Why a run is to begin as soon as a Python is found."""
        self._trouble = ""
        self._begun_run = 0
        self._ended_run = 0
        self._drained_run = 0
        self._unexplained: Exit | None = None
        self._refused: ScriptError | None = None
        """The mistake in what was saved while the old version runs on."""
        self._busy = Busy()
        self._looked_s = 0.0
        """When the engine was asked what the script uses, by the clock."""
        self._window_closed = False
        """The user has closed the script's own window, and that was its end."""
        self._watched = 0
        self._told_of_save = False
        """That one before the first Run has started nothing."""
        self._file = FileWatch(script, self)
        self._file.saved.connect(self._on_saved_unwatched)
        self._file.gone.connect(self.refresh)
        self._file.back.connect(self.refresh)
        self._closing = False
        self._again = QTimer(self, singleShot=True)
        self._again.setTimerType(Qt.TimerType.PreciseTimer)
        self._again.timeout.connect(self.refresh)
        self._well = QTimer(self, singleShot=True, interval=int(WELL_S * 1000))
        self._well.timeout.connect(self._on_lasted)

    # -- what is shown

    @property
    def view(self) -> View:
        return self._steady.shown

    @property
    def runs(self) -> int:
        """How many there have been."""
        return self._begun_run

    @property
    def is_busy(self) -> bool:
        """Whether something runs, or is on its way out."""
        status = self.status
        passing = (State.RUNNING, State.RESTARTING, State.STOPPING)
        return status is not None and (status.state in passing or status.left > 0)

    @property
    def was_stopped(self) -> bool:
        """The last run ended because the user wanted it to, and all that it started with it."""
        return self.status is not None and self.status.state is State.IDLE

    @property
    def never_rests(self) -> bool:
        """It works in silence, and waits for nobody; the view says so."""
        return self._busy.is_certain and self._refused is None

    def refresh(self) -> None:
        """Find the words for this moment; time passes in some of them."""
        now = self._parts.clock()
        before = self._steady.shown
        shown = self._steady.offer(self._newest(now), now)
        if shown != before:
            self.view_changed.emit(shown)
        waits_s = [self._steady.due_s() - now]
        if self._search.is_on and (lasted_s := self._search.lasted_s()) < SHORT_S:
            waits_s.append(SHORT_S - lasted_s)
        if self.status is not None and self.status.state is State.RUNNING:
            lasted_s = now - (self.status.started or self.status.t)
            waits_s.append(words.next_word_s(lasted_s))
            waits_s.append(self._look_if_busy(now, lasted_s))
        if self.status is not None and self.status.state is State.STOPPING:
            waits_s.append(1.0 - (now - self.status.t) % 1.0)
        if (wait_s := min(waits_s)) < 3600:
            self._again.start(max(5, int(wait_s * 1000) + 5))
        else:
            self._again.stop()

    def _look_if_busy(self, now: float, lasted_s: float) -> float:
        """Ask what the script uses, at most once a second, and while it rests no more often than
        the words change anyway. Returns when to be called next, in seconds."""
        if self._thread is None or self.installation.running is not None:
            return math.inf
        if lasted_s >= FIRST_LOOK_S and now - self._looked_s >= LOOK_S:
            self._looked_s = now
            self._thread.engine.tell_cpu_times()
        return LOOK_S if self._busy.is_suspected else math.inf

    def _newest(self, now: float) -> View:
        if self._wanted:
            return words.LOOKING_TO_RUN
        if self._doubted is not None and not self.is_busy:
            return self._doubt_view
        if self._file.is_gone and not self.is_busy:
            return words.gone(self.status, self._moment(now))
        if self.status is None or self.status.state is State.CLOSED:
            if self._search.lasted_s() >= SHORT_S:
                return words.LOOKING
            if self._search.missing:
                return words.no_python(self._search.missing)
            return words.view(None, self._moment(now))
        if (advice := self.installation.running) and self.status.state is State.RUNNING:
            return words.installing(advice.package)
        moment = self._moment(now)
        if (advice := self.installation.failed) and self.status.state is State.WAITING:
            return words.not_installed(advice.package, moment)
        if self._refused is not None and self.status.state is State.RUNNING:
            return words.not_restarted(self._refused, moment)
        return words.view(self.status, moment)

    def _moment(self, now: float) -> Moment:
        silent = self._drained_run == self._begun_run and not self._feed.has_printed()
        return Moment(
            name=self.script.name,
            restart_on_save=self.options.restart_on_save,
            now=now,
            busy=self.never_rests,
            grace_s=self._settings.number("grace_s"),
            printed=not silent,
            window_closed=self._window_closed,
            asked=self._thread.asked if self._thread is not None else words.YOU,
            trouble=self._trouble,
        )

    # -- what the user wants

    def run(self, *, asked: str = words.YOU) -> None:
        """Run, or run again; as soon as it is known with which Python. `asked`: why."""
        if self._closing:
            return
        if (found := self._search.may_start()) is not None:
            self._run_with(found, asked)
        elif not self._wanted:
            self._wanted = asked
            self.look()
            self.refresh()

    def answer_doubt(self, doubt: Doubt, *, use: bool) -> None:
        """About the Python that `doubted` told of; the answer is remembered."""
        self._doubted = None
        self._settings.judge(doubt.mark, use)
        if not use and self.options.interpreter:
            self._remember(interpreter="")
        self.run()

    def put_off_doubt(self) -> None:
        """The question is not to be seen any more, and has not been answered."""
        self._doubt_view = words.PYTHON_PUT_OFF
        self.refresh()

    def install(self, advice: Advice) -> None:
        """What the user has agreed to: pip runs in the script's place, then the script again."""
        started = self._started
        if started is None or self._closing or self.installation.running is not None:
            return
        self._start(pip_target(self._target(started), advice), asked=advice.command)
        self.installation.begin(advice, self.status)

    def stop(self) -> None:
        """Stop; called again, it forces."""
        if self._wanted:
            self._wanted = ""
            self.refresh()
        elif self._thread is not None and self.is_busy:
            self._thread.engine.stop()

    def set_restart_on_save(self, on: bool) -> None:
        self._remember(restart_on_save=on)
        if self._thread is not None and self.installation.running is None:
            self._thread.engine.set_restart_on_save(on)
            self._thread.controlled.paused = not on
        self.refresh()

    def _on_order(self, order: Order) -> None:
        """`reloader ctl`, from another program of this user's."""
        match order:
            case Order.RESTART:
                self.run()
            case Order.STOP:
                self.stop()
            case Order.PAUSE | Order.RESUME:
                self.set_restart_on_save(order is Order.RESUME)

    def set_option(self, key: str, on: bool) -> None:
        """A switch of SCRIPT_TABLE; holds from now or the next run on."""
        self._remember(**{key: on})
        self._update_engine()

    def settings_changed(self) -> None:
        """What a save does may be another thing now."""
        self._update_engine()

    def _update_engine(self) -> None:
        installs = self.installation.running is not None
        if self._thread is not None and self._started is not None and not installs:
            self._thread.engine.update(self._target(self._started))

    def set_arguments(self, text: str) -> None:
        """Raises ValueError for an unclosed quotation mark."""
        system.split_command(text, system.THIS)
        self.session_args = None
        self._remember(arguments=text)

    def choose_python(self, python: Path | None) -> None:
        """The user's own choice, taken back if it is no Python; None: find the best one."""
        self._before_choice = self.options.interpreter if python is not None else None
        self._remember(interpreter=str(python) if python is not None else "")
        self._doubted = None
        self.look()

    def _take_back_choice(self, before: str) -> None:
        chosen, self._before_choice = Path(self.options.interpreter), None
        text = pythons.not_usable(chosen, self._search.missing, self._said_python)
        self.noticed.emit(Notice(NoticeKind.INTERNAL, text))
        self._remember(interpreter=before)
        self.look()

    def keep_restarting(self) -> None:
        if self._thread is not None:
            self._thread.engine.keep_restarting()

    def send(self, text: str, secret: bool = False) -> None:
        """A line for the script, or several, shown at their place in the output."""
        if self._thread is not None:
            self._feed.echo("\n".join(HIDDEN for _ in text.split("\n")) if secret else text)
            self._thread.engine.write_input(f"{text}\n".encode())

    def close_input(self) -> None:
        if self._thread is not None:
            self._feed.echo("no more input (Ctrl+D)")
            self._thread.engine.close_input()

    def open_in_terminal(self) -> None:
        """The script beside this window, in a terminal; not supervised."""
        if self._started is not None:
            try:
                open_in_terminal(self._started.path, self.script, self._args())
            except CannotOpen as error:
                self.noticed.emit(Notice(NoticeKind.INTERNAL, str(error)))

    def close(self) -> None:
        """Stop everything; `closed` follows. A second call forces."""
        self._closing = True
        self._wanted = ""
        self._file.close()
        self._search.close()
        self.installation.close()
        if self._thread is None:
            self.closed.emit()
        else:
            self._thread.engine.quit()

    def wait_closed(self, timeout_s: float) -> bool:
        """Block until the engine's thread is gone; only for the very end."""
        return self._thread is None or self._thread.wait(int(timeout_s * 1000))

    def _remember(self, **changes: str | bool) -> None:
        self.options = replace(self.options, **changes)  # type: ignore[arg-type]
        self._settings.remember(self.script, self.options)
        self.options_changed.emit()

    # -- which Python

    @property
    def interpreter(self) -> Interpreter | None:
        return self._search.found

    def with_python(self, then: Callable[[], None]) -> None:
        """At once if a Python is known, else when the search for it has ended."""
        if self.interpreter is None and self._search.is_on:
            self._search.ended.connect(then, Qt.ConnectionType.SingleShotConnection)
        else:
            then()

    def look(self) -> None:
        """Find the Python for this script, in the background. Only for a run that the user
        wants is anything started that came with the script."""
        chosen = Path(self.options.interpreter) if self.options.interpreter else None
        trust = self._settings.trust()
        self._search.start(self.script, chosen, trust, before_run=not self._wanted)
        self.refresh()

    def _on_searched(self) -> None:
        found = self._search.found
        asked, self._wanted = self._wanted, ""
        if found != self._doubted:
            self._doubted = None
        if found is None and self._before_choice is not None:
            self._take_back_choice(self._before_choice)
            return
        if found is None:
            self.python_changed.emit("No Python found. Choose one...", self._search.missing)
            if asked and self.status is not None:
                text = f"Not started. {self._search.missing}"
                self.noticed.emit(Notice(NoticeKind.INTERNAL, text))
        else:
            self._say_python(found)
        self._said_python = found
        if found is not None and asked:
            self._run_or_ask(found, asked)
        self.refresh()

    def _say_python(self, found: Interpreter) -> None:
        if found.is_confirmed:
            self._before_choice = None
        text, old = pythons.name(found), self._said_python
        if old is None or (text, found.path) != (pythons.name(old), old.path):
            self.python_changed.emit(text, str(found.path))
        if found.passed_over and (old is None or found.passed_over != old.passed_over):
            self.noticed.emit(Notice(NoticeKind.INTERNAL, pythons.replaced(found)))

    def _run_or_ask(self, found: Interpreter, asked: str) -> None:
        if found.doubt is None:
            self._run_with(found, asked)
        else:
            self._doubted, self._doubt_view = found, words.ASKED_ABOUT_PYTHON
            self.doubted.emit(found, found.doubt)

    def _run_with(self, found: Interpreter, asked: str = words.YOU) -> None:
        self._started = found
        self._start(self._target(found), asked=asked)

    # -- the engine

    def _target(self, interpreter: Interpreter) -> Target:
        return Target(
            interpreter=interpreter.path,
            cwd=self.script.parent,
            script=self.script,
            args=self._args(),
            env=system.script_environment(
                os.environ, system.THIS, colour=self.options.ask_for_colour
            ),
            restart_on_save=self.options.restart_on_save,
            run_when_saved=self.options.always_run_on_save,
            grace_s=self._settings.number("grace_s"),
            standby=self._settings.flag("standby"),
            preload_packages=self.options.preload_packages,
            restart_on_errors=not self._settings.flag("keep_old_on_mistake"),
            only_when_text_changed=self._settings.flag("ignore_touch"),
            pause_s=PAUSE_S if self.options.wait_for_pause else 0.0,
        )

    def _args(self) -> tuple[str, ...]:
        if self.session_args is not None:
            return self.session_args
        try:
            return tuple(system.split_command(self.options.arguments, system.THIS))
        except ValueError:  # the settings file was edited by hand
            return tuple(self.options.arguments.split())

    def _start(self, target: Target, *, asked: str = words.YOU) -> None:
        self.installation.leave()
        if self._thread is None:
            self._thread = SupervisorThread(
                target,
                self._feed,
                make_engine=self._parts.make_engine,
                log=self._parts.log,
                parent=self,
            )
            self._thread.message.connect(self._on_message)
            self._thread.ordered.connect(self._on_order)
            self._thread.finished.connect(self._on_thread_finished)
            self._thread.start()
            self._begun_run = self._ended_run = self._drained_run = 0
        self._thread.asked = asked
        self._thread.engine.start(target)
        if self.options.restart_on_save and not self.options.first_run_shown:
            self._remember(first_run_shown=True)
            self.first_run.emit()

    def _on_saved_unwatched(self) -> None:
        """The script itself was saved; from the first Run on the engine knows it, and more."""
        if self._thread is not None or self._closing or not self.options.restart_on_save:
            return
        reason = Reason(ReasonKind.CHANGED, (self.script,))
        if self.options.always_run_on_save:
            self.run(asked=words.cause(reason))
        elif not self._told_of_save:
            self._told_of_save = True
            self.not_run.emit(reason)

    def _on_message(self, message: Message) -> None:
        match message:
            case Status():
                self._on_status(message)
            case Notice(kind):
                if kind is NoticeKind.SPAWN_FAILED:
                    self._trouble = notices.sentence(message)  # the status line says it
                else:
                    self.noticed.emit(message)
            case NotRestarted(error):
                self._refused = error
                self._fail(error)
            case Watching(files):
                self._watched = len(files)
            case CpuUsed(run, times):
                if run == self._begun_run:
                    self._busy.note(times, self._feed.printed_bytes())
            case InputWanted(_, wanted):
                self._busy.forget()
                self.input_wanted.emit(wanted)
            case Drained(run):
                self._drained_run = run
                self._explain()
            case _:
                assert_never(message)
        self.details_changed.emit()
        self.refresh()

    def _on_status(self, status: Status) -> None:
        self.status = status
        if status.state is State.RUNNING and status.run > self._begun_run:
            self._begun_run = status.run
            self._busy.forget()
            self._window_closed = False
            self._unexplained = self._refused = self._doubted = None
            if self.installation.running is None:
                self.installation.leave()
            self._well.start()
            self.began.emit(status.run)
        if status.state is State.IDLE and status.reason.kind is ReasonKind.CHANGED:
            self.not_run.emit(status.reason)
        self.input_open_changed.emit(status.state is State.RUNNING)
        if status.exit is not None and status.run > self._ended_run:
            self._ended_run = status.run
            self._well.stop()
            if self.installation.running is None:
                self._judge(status, status.exit)
        if self.installation.running is not None:
            self.installation.on_status(status)
            self._explain()

    def _judge(self, status: Status, ended: Exit) -> None:
        """Only a run that ended by itself can have failed."""
        if status.state is not State.WAITING:
            if status.state is not State.RESTARTING:
                self.went_well.emit()
        elif ended.error is None and ended.code == 0:
            self.went_well.emit()
        else:
            self._unexplained = ended
            if ended.error is not None and not closed_window.may_be_cause(ended.error):
                self._fail(ended.error)
            self._explain()

    def _explain(self) -> None:
        """Once all has come: a crash's output may end in a traceback that nobody
        reported, or say more than the report: 'Did you mean ...?'"""
        status = self.status
        if status is None or self._drained_run != status.run:
            return
        self.installation.explain(self._feed.tail)
        if self._unexplained is None:
            return
        ended, self._unexplained = self._unexplained, None
        folder = self.script.parent
        output = self._feed.tail()
        if ended.error is not None:
            error = traceback_tail.with_last_line(ended.error, output)
        elif (
            read := traceback_tail.read(output, lambda file: file.is_relative_to(folder))
        ) is None:
            self.went_well.emit()
            return
        else:
            error = read
        self.status = replace(status, exit=replace(ended, error=error))
        self._fail(error)
        self.refresh()

    def _fail(self, error: ScriptError) -> None:
        if closed_window.is_cause(error, self._feed.tail()):
            self._window_closed = True
            self.went_well.emit()
            return
        look = self._files.look
        error = answer(lambda: traceback_tail.with_source(error, look), otherwise=error)
        self.failed.emit(error)
        self.installation.consider(error, self.script.parent, self._started)

    def _on_installed(self, package: str) -> None:
        if self._closing:
            return
        if (found := self._search.may_start()) is not None:
            self._run_with(found, asked=f"{package} is installed now")
        else:
            self.run()

    def _on_lasted(self) -> None:
        runs = self.status is not None and self.status.state is State.RUNNING
        if runs and self._refused is None:
            self.went_well.emit()

    def _on_thread_finished(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.deleteLater()
        self.input_open_changed.emit(False)
        if self._closing:
            self.closed.emit()
        else:  # the engine failed; Run makes a new one
            self.status = None
            self.refresh()

    @property
    def details(self) -> str:
        """For the curious: run number, process, watched files; empty before the first run."""
        status = self.status
        if status is None or status.run == 0:
            return ""
        process = f", process {status.pid}" if status.pid is not None else ""
        files = f", {self._watched} files watched" if self._watched != 1 else ", 1 file watched"
        return f"Run {status.run}{process}{files}"
