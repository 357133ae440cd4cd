"""What the window says about a state: one table, from a Status to sentences and buttons.

The status line and the buttons show a StatusView and decide nothing themselves; when it is shown
(the 300 ms rule) is run/steady.py's business.
"""

from __future__ import annotations

import enum
from collections.abc import Callable

from reloader_core import (
    Exit,
    Notice,
    Reason,
    ReasonKind,
    ScriptError,
    State,
    Status,
    Waits,
    frozen,
)
from reloader_gui.texts.cause import Asked, Command, Done, Installed, Made, Pressed, Renamed, done
from reloader_gui.texts.notices import NOTICES
from reloader_gui.texts.texts import Texts
from reloader_gui.texts.values import VALUES, signal_name

UNDER_WAY = frozenset({State.RUNNING, State.RESTARTING, State.STOPPING})
"""Something runs, is about to, or is on its way out."""
CONFIRM_S = 3.0
"""For so long each restart is confirmed."""


class Mood(enum.Enum):
    """How the status line is drawn. Colour only supports the words."""

    CALM = "calm"
    CONFIRM = "confirm"
    TROUBLE = "trouble"


@frozen
class Moment:
    """What the words depend on besides the status."""

    name: str
    """What the user calls the script: its file name."""
    restart_on_save: bool = True
    now: float = 0.0
    """time.monotonic(), in seconds."""
    grace_s: float = 2.0
    busy: bool = False
    """It works without a pause, in silence."""
    waits: Waits | None = None
    """What it waits for, in silence."""
    floods: bool = False
    """It prints more than anybody reads, without a pause."""
    printed: bool = True
    """False only when all output of the last run is known, and it was none."""
    window_closed: bool = False
    """The last run ended by that, and not by a mistake."""
    asked: Asked = Pressed()
    """Why a run began that no save and no exit code brought about."""
    error: ScriptError | None = None
    """What the last run failed with."""
    not_started: Notice | None = None
    """Why a run could not be started, as the engine says."""


@frozen
class StatusView:
    """Everything that shows a state: whole sentences, in their order."""

    state: State
    sentences: tuple[str, ...]
    run_label: str
    stop_enabled: bool
    mood: Mood = Mood.CALM
    is_gone: bool = False
    """The script's file is not there."""

    @property
    def text(self) -> str:
        return VALUES.joined(self.sentences)


Said = tuple[tuple[str, ...], Mood]


class StatusTexts(Texts):
    """The status line, Run's words, and what is said of runs elsewhere."""

    # -- states

    def view(self, status: Status | None, moment: Moment) -> StatusView:
        """The words and buttons for this state; None: nothing has run yet."""
        if status is None or status.state is State.CLOSED:
            return self._idle_view(self.tr("Ready. Press Run."))
        said: dict[State, Callable[[Status, Moment], Said]] = {
            State.IDLE: self._idle,
            State.RUNNING: self._running,
            State.RESTARTING: self._restarting,
            State.STOPPING: self._stopping,
            State.WAITING: self._waiting,
        }
        sentences, mood = said[status.state](status, moment)
        runs = status.state in UNDER_WAY
        label = self.run_again() if runs else self.run()
        return StatusView(status.state, sentences, label, runs or status.left > 0, mood)

    def run(self) -> str:
        return self.tr("Run")

    def run_again(self) -> str:
        return self.tr("Run again")

    def _idle_view(self, sentence: str, *, stop_enabled: bool = False) -> StatusView:
        return StatusView(State.IDLE, (sentence,), self.run(), stop_enabled)

    def _idle(self, status: Status, moment: Moment) -> Said:
        if status.reason.kind in (ReasonKind.STOPPED, ReasonKind.CHANGED):  # and saved since
            return (self.tr("Stopped by you. Press Run."),), Mood.CALM
        return (self.tr("Ready. Press Run."),), Mood.CALM

    def _running(self, status: Status, moment: Moment) -> Said:
        since = status.started if status.started is not None else status.t
        seconds = max(0.0, moment.now - since)
        is_new = status.run > 1 and seconds < CONFIRM_S
        said = (self._lasting(seconds, moment), self._why(status.reason, moment, is_new))
        return tuple(filter(None, said)), Mood.CONFIRM if is_new else Mood.CALM

    def _lasting(self, seconds: float, moment: Moment) -> str:
        if seconds < 1:
            if moment.busy:
                return self.tr("Running, busy: it is not waiting for you.")
            return self.tr("Running.")
        return self._doing(moment).format(time=VALUES.lasting(seconds))

    def _doing(self, moment: Moment) -> str:
        if moment.busy:
            return self.tr("Running for {time}, busy: it is not waiting for you.")
        if moment.floods:
            return self.tr("Running for {time}, printing without a pause: Stop ends it.")
        match moment.waits:
            case Waits.INPUT:
                return self.tr("Running for {time}, waiting for you: type an answer.")
            case Waits.NETWORK:
                return self.tr("Running for {time}, waiting for the network.")
            case Waits.PROGRAM:
                return self.tr("Running for {time}, waiting for another program.")
            case Waits.THREAD:
                return self.tr("Running for {time}, waiting for another part of itself (a thread).")
            case Waits.NOTHING:
                return self.tr("Running for {time}, sleeping: it goes on by itself.")
            case None:
                return self.tr("Running for {time}.")

    def _why(self, reason: Reason, moment: Moment, is_new: bool) -> str:
        """Why this run began; empty where that is no news."""
        match reason.kind:
            case ReasonKind.CHANGED:
                return self._restarted(reason)
            case ReasonKind.EXIT_3:
                return self.tr("It asked to be restarted (exit code 3).")
            case ReasonKind.ASKED if is_new:
                return self._started_again(moment.asked)
        return ""

    def _restarted(self, reason: Reason) -> str:
        files, n = VALUES.changed_files(reason), len(reason.files)
        match done(reason):
            case Done.SAVED:
                return self.tr("Restarted: you saved {files}.").format(files=files)
            case Done.BACK:
                return self.tr("Restarted: {files} is back.", "%n files", n).format(files=files)
            case Done.CHANGED:
                return self.tr("Restarted: {files} changed.", "%n files", n).format(files=files)

    def _started_again(self, asked: Asked) -> str:
        match asked:
            case Installed(package):
                return self.tr("Started again: {package} is installed now.").format(package=package)
            case Made(place):
                said = self.tr("Started again: there is a Python for this folder now ({place}).")
                return said.format(place=place)
            case Renamed(old, new):
                said = self.tr("Started again: {old} is called {new} now.")
                return said.format(old=old, new=new)
            case Reason():
                files = VALUES.changed_files(asked)
                return self.tr("Started again: you saved {files}.").format(files=files)
            case Pressed() | Command():
                return self.tr("Started again: you pressed Run.")

    def _restarting(self, status: Status, moment: Moment) -> Said:
        match status.reason.kind:
            case ReasonKind.CHANGED:
                return (self._restarting_for(status.reason),), Mood.CALM
            case ReasonKind.EXIT_3 | ReasonKind.EXIT_3_LOOP:
                asked = self.tr("It asked to be restarted (exit code 3).")
                return (asked, self.tr("Starting again soon...")), Mood.CALM
        return (self.tr("Restarting..."),), Mood.CALM

    def _restarting_for(self, reason: Reason) -> str:
        files, n = VALUES.changed_files(reason), len(reason.files)
        match done(reason):
            case Done.SAVED:
                return self.tr("Restarting: you saved {files}...").format(files=files)
            case Done.BACK:
                return self.tr("Restarting: {files} is back...", "%n files", n).format(files=files)
            case Done.CHANGED:
                return self.tr("Restarting: {files} changed...", "%n files", n).format(files=files)

    def _stopping(self, status: Status, moment: Moment) -> Said:
        left_s = moment.grace_s - (moment.now - status.t)
        if left_s <= 0:
            return (self.tr("Stopping by force."),), Mood.CALM
        time = VALUES.duration(max(1, round(left_s)))
        has = self.tr("It has {time} to finish.").format(time=time)
        return (self.tr("Stopping."), has), Mood.CALM

    # -- a run that has ended

    def _waiting(self, status: Status, moment: Moment) -> Said:
        if status.reason.kind is ReasonKind.SPAWN_FAILED:
            return self._could_not_start(moment), Mood.TROUBLE
        what, mood = self._end(status, moment)
        again = self._again(moment)
        if moment.error is not None and not moment.window_closed and status.exit is not None:
            again = self._fix(moment)
        return (*what, *self._left(status.left), again), mood

    def _could_not_start(self, moment: Moment) -> tuple[str, ...]:
        start = self.tr("Could not start.")
        if moment.not_started is not None:
            why = NOTICES.sentence(moment.not_started)
            return (start, why) if isinstance(why, str) else (start, *why)
        return start, self.tr("The system did not say why. Press Run to try again.")

    def _end(self, status: Status, moment: Moment) -> Said:
        ended = status.exit
        if status.reason.kind is ReasonKind.EXIT_3_LOOP:
            return (self._kept_asking(),), Mood.TROUBLE
        if ended is None:
            return (self.tr("Ended."),), Mood.CALM
        if moment.window_closed:
            return (self.tr("You closed its window."),), Mood.CALM
        if moment.error is not None:
            return (self._failed(moment.error),), Mood.TROUBLE
        return self._ended(ended, moment)

    def _kept_asking(self) -> str:
        return self.tr("Kept asking to be restarted (exit code 3), so Reloader stopped it.")

    def _ended(self, ended: Exit, moment: Moment) -> Said:
        if ended.code == 0:
            time = VALUES.duration(ended.runtime_s)
            finished = self.tr("Finished after {time}.").format(time=time)
            if moment.printed:
                return (finished,), Mood.CALM
            return (finished, self.tr("It printed nothing.")), Mood.CALM
        if ended.code < 0:
            return (self.ended_by_signal(-ended.code),), Mood.TROUBLE
        code = VALUES.exit_code(ended.code)
        return (self.tr("Ended with exit code {code}.").format(code=code),), Mood.CALM

    def ended_by_signal(self, number: int) -> str:
        name = signal_name(number)
        if not name:
            return self.tr("Ended by signal {number}.").format(number=number)
        said = self.tr("Ended by the system: {name} (signal {number}).")
        return said.format(name=name, number=number)

    def _failed(self, error: ScriptError) -> str:
        if error.file is None:
            return self.tr("Stopped by an error ({type}).").format(type=error.type)
        file, line = error.file.name, error.line
        if error.is_syntax_error:
            if line:
                return self.tr("{file} has a mistake in line {line}.").format(file=file, line=line)
            return self.tr("{file} has a mistake.").format(file=file)
        if line:
            said = self.tr("Stopped by an error in {file}, line {line}.")
            return said.format(file=file, line=line)
        return self.tr("Stopped by an error in {file}.").format(file=file)

    def _fix(self, moment: Moment) -> str:
        if moment.restart_on_save:
            return self.tr("Fix it and save: it runs again.")
        return self.tr("Fix it, then press Run.")

    def _again(self, moment: Moment) -> str:
        if moment.restart_on_save:
            return self.tr("It runs again when you save.")
        return self.tr("Press Run to run it again.")

    def _left(self, count: int) -> tuple[str, ...]:
        if count == 0:
            return ()
        runs = self.tr("%n program(s) that it started are still running.", "", count)
        return runs, self.tr("Press Stop to end what still runs.", "%n program(s)", count)

    # -- what is not the engine's state

    def looking(self) -> StatusView:
        return self._idle_view(self.tr("Looking for Python..."))

    def looking_to_run(self) -> StatusView:
        looking = self.tr("Looking for Python. Then your script runs...")
        return self._idle_view(looking, stop_enabled=True)

    def asked_about_python(self) -> StatusView:
        return self._idle_view(self.tr("Not started yet: is this Python to be used?"))

    def python_put_off(self) -> StatusView:
        not_started = self.tr("Not started.")
        ask = self.tr("Press Run to be asked about this Python again, or choose another one below.")
        return StatusView(State.IDLE, (not_started, ask), self.run(), False)

    def no_python(self, sentence: str) -> StatusView:
        """No Python was found; `sentence` says what to do."""
        said = (self.tr("Could not start."), sentence)
        return StatusView(State.IDLE, said, self.run(), False, Mood.TROUBLE)

    def gone(self, status: Status | None, moment: Moment) -> StatusView:
        """The file of a script that does not run is not there any more."""
        state = status.state if status is not None else State.IDLE
        said = self._gone(moment)
        return StatusView(state, said, self.run(), False, Mood.TROUBLE, is_gone=True)

    def gone_meanwhile(self, status: Status, moment: Moment) -> StatusView:
        """It runs on without its file."""
        lasting = self._running(status, moment)[0][0]
        said = (lasting, *self._gone(moment))
        run = self.run_again()
        return StatusView(State.RUNNING, said, run, True, Mood.TROUBLE, is_gone=True)

    def _gone(self, moment: Moment) -> tuple[str, str]:
        gone = self.tr("{file} is gone.").format(file=moment.name)
        return gone, self.tr("Put it back, or open it from where it is now.")

    def not_restarted(self, error: ScriptError, moment: Moment) -> StatusView:
        """The old program runs on: what was saved does not parse."""
        file = error.file.name if error.file is not None else moment.name
        if error.line:
            what = self.tr("{file} cannot run: there is a mistake in line {line}.")
            what = what.format(file=file, line=error.line)
        else:
            what = self.tr("{file} cannot run: there is a mistake.").format(file=file)
        said = (what, self.tr("The previous version keeps running."))
        return StatusView(State.RUNNING, said, self.run_again(), True, Mood.TROUBLE)

    def making(self, place: str) -> StatusView:
        """An environment is made."""
        making = self.tr("Making a Python for this folder ({place}).").format(place=place)
        said = (making, self.tr("Stop cancels it.", "the button Stop"))
        return StatusView(State.RUNNING, said, self.run(), True)

    def removing(self, place: str) -> StatusView:
        """What is half made of it."""
        said = self.tr("Removing what was made ({place}).").format(place=place)
        return StatusView(State.STOPPING, (said,), self.run(), False)

    def installing(self, package: str) -> StatusView:
        """pip runs."""
        installing = self.tr("Installing {package}.").format(package=package)
        said = (installing, self.tr("Stop cancels it.", "the button Stop"))
        return StatusView(State.RUNNING, said, self.run(), True)

    def cancelling(self, package: str) -> StatusView:
        """What runs is on its way out."""
        if package:
            said = self.tr("Cancelling the installation of {package}.").format(package=package)
        else:
            said = self.tr("Cancelling. What was made is removed again.")
        return StatusView(State.STOPPING, (said,), self.run(), True)

    def not_installed(self, package: str, moment: Moment) -> StatusView:
        if package:
            what = self.tr("{package} could not be installed.").format(package=package)
        else:
            what = self.tr("A Python for this folder could not be made.")
        if moment.restart_on_save:
            do = self.tr("Save or press Run: your script runs again.")
        else:
            do = self.tr("Press Run: your script runs again.")
        return StatusView(State.WAITING, (what, do), self.run(), False, Mood.TROUBLE)


STATUS = StatusTexts()
