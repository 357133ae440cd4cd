"""One script: its options, its Python, its supervisor's thread, and what is to be shown.

GUI thread, no widgets. Turns the engine's messages into records (run_log.py) and views
(texts/status.py, steady.py), and the user's wishes into commands. A RunPage shows one ScriptRun.
"""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from reloader_core import (
    CpuUsed,
    DataChanged,
    Drained,
    ErrorSurvived,
    InputWanted,
    Interpreter,
    Message,
    Notice,
    NoticeKind,
    NotRestarted,
    Parked,
    Position,
    RanCode,
    Reason,
    ReasonKind,
    Source,
    State,
    Status,
    Watching,
)
from reloader_gui.output.feed import Feed
from reloader_gui.python.advice import Advice
from reloader_gui.run.before_first_run import BeforeFirstRun
from reloader_gui.run.env_file import EnvFile
from reloader_gui.run.installation import Installation
from reloader_gui.run.options import Options
from reloader_gui.run.orders import obey
from reloader_gui.run.package_advice import PackageAdvice
from reloader_gui.run.parts import Parts
from reloader_gui.run.printed_watch import PrintedWatch
from reloader_gui.run.python_choice import PythonChoice
from reloader_gui.run.run_log import RunRecord
from reloader_gui.run.run_news import RunNews
from reloader_gui.run.script_engine import ScriptEngine
from reloader_gui.run.script_file import ScriptFile
from reloader_gui.run.situation import Situation
from reloader_gui.run.view_clock import ViewClock
from reloader_gui.settings.store import Settings
from reloader_gui.texts.cause import Asked, Installed, Made, Pressed
from reloader_gui.texts.status import STATUS, Moment, StatusView


class ScriptRun(QObject):
    """Made for one script; close() it, and wait for `closed`."""

    view_changed = Signal(object)  # StatusView
    began = Signal(int)  # the run's number
    input_open_changed = Signal(bool)
    """Whether something runs that could read what the user types."""
    input_wanted = Signal(bool)
    """The script waits in input(), or has got its line."""
    failed = Signal(object)  # ScriptError
    no_failure = Signal()
    noticed = Signal(object)  # Notice
    data_changed = Signal(object)
    """While the script runs: Paths of files that it has read, and that are others now."""
    set_for_next = Signal()
    """Something runs, and only the next run will have what was set just now."""
    first_run = Signal()
    not_run = Signal(object)
    """A Reason: the first save after Stop, or before the first Run, which starts nothing."""
    details_changed = Signal()
    """`status` or `watched` is another."""
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
        self.status: Status | None = None
        self.watched = 0
        """How many files would restart it."""
        self.parked = Parked()
        """What waits for its next runs."""
        parts = parts or Parts()
        self._clock = parts.clock
        self._feed = feed
        self.printed = PrintedWatch(script, self)
        self.engine = ScriptEngine(parts.make_engine, feed, parts.log, self.printed.write, self)
        self.started: Interpreter | None = None
        """What the last run was started with; what is found now may be for the next one."""
        self._closing = False
        self.news = RunNews(script.parent, feed, self)
        self.options = Options(script, settings, self)
        self.env_file = EnvFile(script, self.options, self)
        self.python = PythonChoice(script, self.options, parts.clock, parts.choose, self)
        self._before = BeforeFirstRun(self.options, self.python, self.engine, self)
        self.installation = Installation(parts.make_engine, parts.log, self)
        self.packages = PackageAdvice(script, parts.advisers, self.options.package_index, self)
        self._file = ScriptFile(script, self)
        self.shown = ViewClock(STATUS.view(None, Moment(script.name)), self)
        self._connect()

    def _connect(self) -> None:
        self.engine.made.connect(self.news.begin_again)
        self.engine.made.connect(self.printed.begin_again)
        self.printed.found.connect(self.news.note_survived)
        self.engine.message.connect(self._on_message)
        self.engine.ordered.connect(lambda order: obey(self, order))
        self.engine.gone.connect(self._on_gone)
        self.news.began.connect(self._on_began)
        self.news.failed.connect(self.failed)
        self.news.failed.connect(lambda error: self.packages.consider(error, self.started))
        self.news.no_failure.connect(self.no_failure)
        self.python.ready.connect(self._run_with)
        self.python.moved_on.connect(self.refresh)
        self.python.changed.connect(self._on_python)
        self.installation.changed.connect(self._on_installing)
        self.installation.ended.connect(self._on_installed)
        self.env_file.changed.connect(self.settings_changed)
        self.env_file.switched.connect(self._on_set)
        self.env_file.saved.connect(self._on_env_saved)
        self._file.saved.connect(self._before.on_saved)
        self._before.not_run.connect(self.not_run)
        self._before.run_wanted.connect(lambda reason: self.run(asked=reason))
        self._file.moved_on.connect(self.refresh)
        self.shown.changed.connect(self.view_changed)
        self.shown.due.connect(self.refresh)
        self.shown.look_due.connect(self.engine.tell_cpu_times)

    # -- what is shown

    @property
    def view(self) -> StatusView:
        return self.shown.view

    @property
    def record(self) -> RunRecord:  # of the newest run
        return self.news.log.last

    @property
    def is_busy(self) -> bool:
        """Whether something runs, or is on its way out."""
        return self._situation().is_busy

    @property
    def runs_after_saves(self) -> bool:
        """Whether a save of a file that it uses would run it again now."""
        state = self.status.state if self.status is not None else State.CLOSED
        runs = state in (State.RUNNING, State.RESTARTING, State.WAITING)
        return runs and self.options.now.restart_on_save and not self.installation.is_on

    @property
    def was_stopped(self) -> bool:
        """The last run ended because the user wanted it to, with all that it started."""
        return self.status is not None and self.status.state is State.IDLE

    @property
    def never_rests(self) -> bool:
        """It works in silence, and waits for nobody; the view says so."""
        return self.shown.busy.is_certain and self.news.log.refused is None

    def refresh(self) -> None:
        """Find the words for this moment."""
        self.shown.show(self._situation())

    def _situation(self) -> Situation:
        return Situation(
            name=self.script.name,
            now=self._clock(),
            status=self.status,
            record=self.news.log.last,
            refused=self.news.log.refused,
            not_started=self.news.log.not_started,
            asked=self.engine.asked,
            wish=self.python.wish,
            is_search_slow=self.python.is_slow,
            search_slow_in_s=self.python.slow_in_s(),
            missing=self.python.missing,
            job=self.installation.job,
            advice=self.installation.advice,
            is_gone=self._file.is_gone,
            never_rests=self.never_rests,
            restart_on_save=self.options.now.restart_on_save,
            grace_s=self.options.grace_s,
        )

    # -- what the user wants

    def run(self, *, asked: Asked = Pressed()) -> None:  # noqa: B008
        """Run (again), as soon as it is known with which Python. `asked`: why."""
        if self._closing:
            return
        if self.installation.is_on:
            self.installation.stop(then=asked)
        else:
            self.python.want(asked)

    def install(self, advice: Advice) -> None:
        """What the user has agreed to: pip runs, then the script again."""
        python = self.started or self.python.found
        if python is None or self._closing or self.installation.is_on:
            return
        self.engine.set_restart_on_save(False)
        self.packages.forget()
        advice = advice.from_index(self.options.package_index())
        self.installation.begin(advice, self.options.target(python, is_script=False), self._feed)

    def use(self, python: Interpreter) -> None:
        """Another Python, which has what is missing; the script runs again with it."""
        self.python.choose(python.path)
        self.run()

    def stop(self) -> None:
        """Stop; called again, it forces."""
        if self.python.take_back():
            return
        self.installation.stop()
        if (engine := self.engine.now) is not None and self.is_busy:
            engine.stop()

    def leave(self) -> None:
        """It runs in another program from now on; here it is started by Run alone."""
        self.engine.leave()

    def follow(self, script: Path) -> None:
        """It has another name now, in the same folder: what is run from now on, and watched. What
        runs goes on."""
        self.script = self.python.script = self.packages.script = self.printed.script = script
        self.options.follow(script)
        self._file.follow(script)
        self.settings_changed()
        self.refresh()

    def set_restart_on_save(self, on: bool) -> None:
        self.options.remember(restart_on_save=on)
        if not self.installation.is_on:
            self.engine.set_restart_on_save(on)
        self.refresh()

    def set_texts(self, **texts: str) -> None:
        """What is typed for it; each is right."""
        self.options.set_texts(**texts)
        self._on_set(for_next=not texts.keys() <= {"watch", "ignore"})

    def _on_set(self, *, for_next: bool = True) -> None:
        self.settings_changed()
        if for_next and self.is_busy:
            self.set_for_next.emit()

    def _on_env_saved(self) -> None:
        """The engine knows nothing of it: it would start the next run with the old values."""
        state, file = self.status.state if self.status else None, self.env_file.file
        if state is State.RUNNING and not self.options.restarts_for(file):
            self.data_changed.emit((file,))
        elif state in (State.RUNNING, State.WAITING):
            self.run(asked=Reason(ReasonKind.CHANGED, (file,)))

    def set_option(self, key: str, value: bool | str) -> None:
        """One of SCRIPT_TABLE; holds from now or the next run on."""
        self.options.remember(**{key: value})
        self.settings_changed()

    def settings_changed(self) -> None:
        """What a save does may be another thing now."""
        if self.started is not None and not self.installation.is_on:
            self.engine.update(self.options.target(self.started))

    def rest(self) -> None:
        """Stop everything, with nothing watched, until wake()."""
        self._file.close()
        self._before.cancel()
        self.python.take_back()
        self.installation.stop()
        self.engine.quit()

    def wake(self) -> None:
        """It can be run again, after what may still be ending."""
        self._file.follow(self.script)
        self.refresh()

    def close(self) -> None:
        """Stop everything; `closed` follows. A second call forces."""
        if self._closing or not self.engine.is_quitting:  # what rest() has begun goes on in order
            self.engine.quit()
        self._closing = True
        self._file.close()
        self._before.close()
        self.env_file.close()
        self.news.close()
        self.python.close()
        self.packages.close()
        self.installation.close()
        self._tell_if_closed()

    def _tell_if_closed(self) -> None:
        if self._closing and self.engine.now is None and not self.installation.is_on:
            self.closed.emit()

    def wait_closed(self, timeout_s: float) -> bool:
        """Block until the engines' threads are gone; only for the very end."""
        return self.installation.wait_closed(timeout_s) and self.engine.wait_gone(timeout_s)

    # -- the engine

    def _run_with(self, found: Interpreter, asked: Asked) -> None:
        self.started = found
        if self.options.now.use_env_file:
            self.env_file.look_now()
        self.packages.forget()
        self.installation.forget()
        self.engine.start(self.options.target(found), asked)
        if self.options.now.restart_on_save and not self.options.now.first_run_shown:
            self.options.remember(first_run_shown=True)
            self.first_run.emit()

    def _on_gone(self) -> None:
        self.input_open_changed.emit(False)
        if not self._closing:  # the engine failed; Run makes a new one
            self.status = None
            self.details_changed.emit()
            self.refresh()
        self._tell_if_closed()

    def _on_message(self, message: Message) -> None:
        self.news.note(message, self.started)
        match message:
            case Status():
                self.status = message
                self.details_changed.emit()
                self.input_open_changed.emit(message.state is State.RUNNING)
                if message.state is State.IDLE and message.reason.kind is ReasonKind.CHANGED:
                    self.not_run.emit(message.reason)
            case Notice(kind):
                if kind is not NoticeKind.SPAWN_FAILED:  # of that the status line tells
                    self.noticed.emit(message)
            case Watching(files):
                self.watched = len(files)
                self.details_changed.emit()
            case CpuUsed(run, times, waits):
                if run == self.record.number:
                    self.shown.busy.note(times, self._feed.printed_bytes(), waits)
            case InputWanted(_, wanted):
                self.shown.busy.forget()
                self.input_wanted.emit(wanted)
            case DataChanged(files):
                self.data_changed.emit(files)
            case Parked():
                self.parked = message
                self.details_changed.emit()
            case NotRestarted() | Drained() | RanCode() | Position() | ErrorSurvived():
                pass  # of the last one the output tells
            case _:
                assert_never(message)
        self.refresh()

    def _on_began(self, number: int) -> None:
        self.shown.busy.forget()
        self.python.settle()
        self.packages.forget()
        self.installation.forget()
        self.began.emit(number)
        reason = self.record.reason
        if reason.kind is ReasonKind.CHANGED:  # the engine has taken the Python that it knows
            self.python.want_new(reason)

    def _on_python(self, found: Interpreter | None) -> None:
        """Before the first Run; later an error says what is missing."""
        is_installed = found is not None and found.source in (Source.INSTALLED, Source.OURS)
        if found is not None and is_installed and found.is_confirmed and self.started is None:
            self.packages.consider_declared(found)

    def _on_installing(self) -> None:
        if not self.installation.is_on:
            self.engine.set_restart_on_save(self.options.now.restart_on_save)
        self.refresh()
        self._tell_if_closed()

    def _on_installed(self, asked: Asked | None) -> None:
        """Or not. Before the first Run nothing is run for it that nobody has asked for."""
        advice, is_there = self.installation.advice, isinstance(asked, Installed | Made)
        if isinstance(asked, Installed):
            self.packages.note_installed(asked.package)
            self.engine.drop_parked()
        if is_there and advice is not None and advice.environment is not None:
            self.options.choose("")  # the user has asked for the one that was made
        if is_there and self.started is None:
            self.python.look()
        elif asked is not None:
            self.run(asked=asked)
