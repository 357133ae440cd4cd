"""What the window says about a state: one table, from a Status to words and buttons.

Pure and Qt-free. The status line and the buttons show a View and decide nothing
themselves; when it is shown (the 300 ms rule) is run/steady.py's business.
"""

from __future__ import annotations

import enum
import signal
from collections.abc import Callable
from dataclasses import dataclass

from reloader_core import Exit, Reason, ReasonKind, ScriptError, State, Status
from reloader_gui.texts.cause import Asked, Command, Installed, Pressed

CONFIRM_S = 3.0
"""For so long each restart is confirmed."""
SOURCES = (".py", ".pyw")


class Mood(enum.Enum):
    """How the status line is drawn. Colour only supports the words."""

    CALM = "calm"
    CONFIRM = "confirm"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
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
    printed: bool = True
    """False only when all output of the last run is known, and it was none."""
    window_closed: bool = False
    """The last run ended by that, and not by a mistake."""
    asked: Asked = Pressed()
    """Why a run began that no save and no exit code brought about."""
    error: ScriptError | None = None
    """What the last run failed with."""
    trouble: str = ""
    """The engine's sentence about a run that could not be started."""


@dataclass(frozen=True, slots=True)
class View:
    """Everything that shows a state."""

    state: State
    text: str
    run_label: str
    stop_enabled: bool
    mood: Mood = Mood.CALM


LOOKING = View(State.IDLE, "Looking for Python...", "Run", False)
ASKED_ABOUT_PYTHON = View(State.IDLE, "Not started yet: is this Python to be used?", "Run", False)
PYTHON_PUT_OFF = View(
    State.IDLE,
    "Not started. Press Run to be asked about this Python again, or choose another one below.",
    "Run",
    False,
)
LOOKING_TO_RUN = View(State.IDLE, "Looking for Python. Then your script runs...", "Run", True)


def view(status: Status | None, moment: Moment) -> View:
    """The words and buttons for this state; None: nothing has run yet."""
    if status is None:
        return View(State.IDLE, "Ready. Press Run.", "Run", False)
    text, mood = _TEXTS[status.state](status, moment)
    runs = status.state in (State.RUNNING, State.RESTARTING, State.STOPPING)
    can_stop = runs or status.left > 0
    return View(status.state, text, "Run again" if runs else "Run", can_stop, mood)


def gone(status: Status | None, moment: Moment) -> View:
    """The file of a script that does not run is not there any more."""
    state = status.state if status is not None else State.IDLE
    text = f"{moment.name} is gone. Put it back, or open it from where it is now."
    return View(state, text, "Run", False, Mood.TROUBLE)


def not_run(reason: Reason, name: str) -> str:
    """The script `name` does not run, and this save has not started it."""
    one_did, several_did = _done(reason).value
    match [file.name for file in reason.files]:
        case [one] if one == name:
            return f"{name} {one_did}. It is not running."
        case [one]:
            return f"{one} {one_did}. {name} is not running."
        case [one, two]:
            return f"{one} and {two} {several_did}. {name} is not running."
        case several:
            others = len(several) - 1
            return f"{several[0]} and {others} other files {several_did}. {name} is not running."


def details(status: Status | None, watched: int) -> str:
    """For the curious: run number, process, watched files; empty before the first run."""
    if status is None or status.run == 0:
        return ""
    process = f", process {status.pid}" if status.pid is not None else ""
    files = f", {watched} files watched" if watched != 1 else ", 1 file watched"
    return f"Run {status.run}{process}{files}"


def no_python(sentence: str) -> View:
    """No Python was found; `sentence` says what to do."""
    return View(State.IDLE, f"Could not start: {sentence}", "Run", False, Mood.TROUBLE)


def not_restarted(error: ScriptError, moment: Moment) -> View:
    """The old program runs on: what was saved does not parse."""
    where = error.file.name if error.file is not None else moment.name
    line = f" in line {error.line}" if error.line else ""
    text = f"{where} cannot run: there is a mistake{line}. The previous version keeps running."
    return View(State.RUNNING, text, "Run again", True, Mood.TROUBLE)


def installing(package: str) -> View:
    """pip runs."""
    return View(State.RUNNING, f"Installing {package}. Stop cancels it.", "Run", True)


def cancelling(package: str) -> View:
    """pip is on its way out."""
    return View(State.STOPPING, f"Cancelling the installation of {package}.", "Run", True)


def not_installed(package: str, moment: Moment) -> View:
    how = "Save or press Run" if moment.restart_on_save else "Press Run"
    text = f"{package} could not be installed. {how}: your script runs again."
    return View(State.WAITING, text, "Run", False, Mood.TROUBLE)


def _idle(status: Status, moment: Moment) -> tuple[str, Mood]:
    if status.reason.kind in (ReasonKind.STOPPED, ReasonKind.CHANGED):  # and saved since
        return "Stopped by you. Press Run.", Mood.CALM
    return "Ready. Press Run.", Mood.CALM


def _running(status: Status, moment: Moment) -> tuple[str, Mood]:
    since = status.started if status.started is not None else status.t
    seconds = max(0.0, moment.now - since)
    text = f"Running for {lasting(seconds)}" if seconds >= 1 else "Running"
    text += ", busy: it is not waiting for you." if moment.busy else "."
    is_new = seconds < CONFIRM_S
    match status.reason.kind:
        case ReasonKind.CHANGED:
            text += f" Restarted: {cause(status.reason)}."
        case ReasonKind.EXIT_3:
            text += " It asked to be restarted (exit code 3)."
        case ReasonKind.ASKED if status.run > 1 and is_new:
            text += f" Started again: {cause(moment.asked)}."
    return text, Mood.CONFIRM if status.run > 1 and is_new else Mood.CALM


def _restarting(status: Status, moment: Moment) -> tuple[str, Mood]:
    match status.reason.kind:
        case ReasonKind.CHANGED:
            return f"Restarting: {cause(status.reason)}...", Mood.CALM
        case ReasonKind.EXIT_3 | ReasonKind.EXIT_3_LOOP:
            return "It asked to be restarted (exit code 3). Starting again soon...", Mood.CALM
        case _:
            return "Restarting...", Mood.CALM


def _stopping(status: Status, moment: Moment) -> tuple[str, Mood]:
    left_s = moment.grace_s - (moment.now - status.t)
    if left_s <= 0:
        return "Stopping by force.", Mood.CALM
    return f"Stopping. It has {max(1, round(left_s))} s to finish.", Mood.CALM


def _waiting(status: Status, moment: Moment) -> tuple[str, Mood]:
    left = _left(status.left)
    match status.reason.kind:
        case ReasonKind.SPAWN_FAILED:
            what = moment.trouble or "the system did not say why. Press Run to try again."
            return f"Could not start: {what}", Mood.TROUBLE
        case ReasonKind.EXIT_3_LOOP:
            text = "Kept asking to be restarted (exit code 3), so Reloader stopped it."
            return f"{text}{left} {_again(moment)}", Mood.TROUBLE
    if status.exit is None:
        return f"Ended.{left} {_again(moment)}", Mood.CALM
    return _ended(status.exit, moment, left)


def _ended(ended: Exit, moment: Moment, left: str) -> tuple[str, Mood]:
    if moment.window_closed:
        return f"You closed its window.{left} {_again(moment)}", Mood.CALM
    if (error := moment.error) is not None:
        return f"{_failed(error)}.{left} {_fix(moment)}", Mood.TROUBLE
    if ended.code == 0:
        silent = "" if moment.printed else " It printed nothing."
        took = duration(ended.runtime_s)
        return f"Finished after {took}.{silent}{left} {_again(moment)}", Mood.CALM
    if ended.code < 0:
        return f"{signal_words(-ended.code)}.{left} {_again(moment)}", Mood.TROUBLE
    return f"Ended with exit code {exit_code(ended.code)}.{left} {_again(moment)}", Mood.CALM


def _failed(error: ScriptError) -> str:
    if error.file is None:
        return f"Stopped by an error ({error.type})"
    if error.is_syntax_error:
        return f"{error.file.name} has a mistake" + (f" in line {error.line}" if error.line else "")
    where = f"{error.file.name}, line {error.line}" if error.line else error.file.name
    return f"Stopped by an error in {where}"


def _fix(moment: Moment) -> str:
    if moment.restart_on_save:
        return "Fix it and save: it runs again."
    return "Fix it, then press Run."


def _closed(status: Status, moment: Moment) -> tuple[str, Mood]:
    return "Closed.", Mood.CALM


_TEXTS: dict[State, Callable[[Status, Moment], tuple[str, Mood]]] = {
    State.IDLE: _idle,
    State.RUNNING: _running,
    State.RESTARTING: _restarting,
    State.STOPPING: _stopping,
    State.WAITING: _waiting,
    State.CLOSED: _closed,
}


def _again(moment: Moment) -> str:
    if moment.restart_on_save:
        return "It runs again when you save."
    return "Press Run to run it again."


def _left(count: int) -> str:
    if count == 0:
        return ""
    if count == 1:
        return " A program that it started is still running. Press Stop to end it."
    return f" {count} programs that it started are still running. Press Stop to end them."


class _Done(enum.Enum):
    """What has become of files: as a verb for one of them, and for several."""

    SAVED = "was saved", "were saved"
    BACK = "is back", "are back"
    CHANGED = "changed", "changed"


def _done(reason: Reason) -> _Done:
    """Who saves a program is a person; data may be written by whatever else runs."""
    files = set(reason.files)
    if files and files <= set(reason.back):
        return _Done.BACK
    is_program = all(file.suffix.lower() in SOURCES for file in files)
    return _Done.SAVED if is_program and not reason.back else _Done.CHANGED


def cause(why: Asked) -> str:
    """Why a run began: 'you saved helper.py'."""
    match why:
        case Pressed():
            return "you pressed Run"
        case Installed(package):
            return f"{package} is installed now"
        case Command(line):
            return line
        case Reason(kind=ReasonKind.CHANGED):
            done, names = _done(why), saved(why)
            if done is _Done.SAVED:
                return f"you saved {names}"
            return f"{names} {done.value[len(why.files) > 1]}"
        case Reason():
            return "it asked to be restarted"


def saved(reason: Reason) -> str:
    """'a.py (lines 3-5)', 'a.py and b.py', 'a.py, b.py and c.py', 'a.py, b.py and 198 more'."""
    words, more = reason.named()
    if more:
        words.append(f"{more} more")
    if not words:
        return "a file"
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def duration(seconds: float) -> str:
    """'0.1 s', '12 s', '3 min 5 s', '2 h 3 min'."""
    if seconds < 10 and seconds != int(seconds):
        return f"{max(0.1, seconds):.1f} s"
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    return f"{minutes // 60} h {minutes % 60} min"


def lasting(seconds: float) -> str:
    """'7 s', '25 s', '3 min', '2 h 3 min': the longer it goes on, the more coarsely."""
    step_s = _step_s(seconds)
    return duration(int(seconds) // step_s * step_s).removesuffix(" 0 s")


def next_word_s(seconds: float) -> float:
    """After how many seconds lasting() says something new."""
    step_s = _step_s(seconds)
    return step_s - seconds % step_s


def _step_s(seconds: float) -> int:
    return 1 if seconds < 10 else 5 if seconds < 60 else 60


def exit_code(code: int) -> str:
    """Windows' crash codes are known by their hexadecimal form."""
    return f"{code} (0x{code:08X})" if code > 0xFFFF else str(code)


def signal_words(number: int) -> str:
    """'Killed (signal 9)', in the system's own words."""
    try:
        words = signal.strsignal(number)
    except ValueError:
        words = None
    if words is None:
        return f"Ended by signal {number}"
    return f"Ended by the system: {words} (signal {number})"
