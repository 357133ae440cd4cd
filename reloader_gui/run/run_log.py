"""What has become of a script's newest run: the engine's messages in, a RunRecord out.

Pure: no clock, no widget, no file. What a run has printed is asked of an Output. Status
line, error card and messages read the record; only what differs from the one before is news.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from reloader_core import (
    Drained,
    Exit,
    Interpreter,
    Message,
    Notice,
    NoticeKind,
    NotRestarted,
    Reason,
    ReasonKind,
    ScriptError,
    State,
    Status,
    frozen,
)
from reloader_gui.run import closed_window, traceback_tail


class Outcome(enum.Enum):
    """What a run has come to, as far as it is known."""

    NONE = "It has not ended, or there was no run."
    OPEN = "It ended by itself, and its output may say why once all of it has come."
    NO_FAILURE = "It ended well, or because it was asked to."
    WINDOW_CLOSED = "The user closed the script's own window, and that was its end."
    FAILED = "It failed, and `error` says how."


@frozen
class RunRecord:
    """One run. `started` is time.monotonic() in seconds."""

    number: int = 0
    """Counts the runs of one engine from 1; 0 before the first."""
    reason: Reason = Reason(ReasonKind.READY)
    python: Interpreter | None = None
    started: float = 0.0
    exit: Exit | None = None
    error: ScriptError | None = None
    """What it failed with: as its interpreter reported it, or as its output tells."""
    printed: bool | None = None
    """Whether it printed anything; None until all of its output has come."""
    outcome: Outcome = Outcome.NONE


class Output(Protocol):
    """What the newest run has printed."""

    def has_printed(self) -> bool: ...
    def tail(self) -> str: ...


class RunLog:
    """Of one script's engine; a new engine counts its runs anew, and gets a new log."""

    def __init__(self, output: Output, is_users: Callable[[Path], bool]) -> None:
        """`is_users`: whether a file in a traceback is the user's own."""
        self.last = RunRecord()
        self.refused: ScriptError | None = None
        """The mistake in what was saved, while the newest run goes on."""
        self.not_started: Notice | None = None
        """Why the engine could not start anything when it was last to."""
        self._output = output
        self._is_users = is_users

    def note(self, message: Message, python: Interpreter | None = None) -> RunRecord:
        """The newest run's record, with what the message says. `python`: what a run that
        begins was started with."""
        match message:
            case Status():
                self._on_status(message, python)
            case Notice(kind=NoticeKind.SPAWN_FAILED):
                self.not_started = message
            case NotRestarted(error):
                self.refused = error
            case Drained(run) if run == self.last.number:
                self.last = replace(self.last, printed=self._output.has_printed())
                self._explain()
        return self.last

    def _on_status(self, status: Status, python: Interpreter | None) -> None:
        if status.state is State.RUNNING and status.run > self.last.number:
            started = status.started if status.started is not None else status.t
            self.last = RunRecord(status.run, status.reason, python, started)
            self.refused = self.not_started = None
        elif status.exit is not None and self.last.exit is None and status.run == self.last.number:
            self.last = _ended(self.last, status.exit, status.state)
            self._explain()

    def _explain(self) -> None:
        """Once all has come: a crash's output may end in a traceback that nobody
        reported, or say more than the report: 'Did you mean ...?'"""
        record = self.last
        if record.printed is None or record.outcome not in (Outcome.OPEN, Outcome.FAILED):
            return
        text = self._output.tail()
        if record.error is not None:
            error = traceback_tail.with_last_line(record.error, text)
        elif (read := traceback_tail.read(text, self._is_users)) is not None:
            error = read
        else:
            self.last = replace(record, outcome=Outcome.NO_FAILURE)
            return
        is_closed = closed_window.is_cause(error, text)
        outcome = Outcome.WINDOW_CLOSED if is_closed else Outcome.FAILED
        self.last = replace(record, error=error, outcome=outcome)


def _ended(record: RunRecord, ended: Exit, state: State) -> RunRecord:
    """Only a run that ended by itself can have failed."""
    if state is not State.WAITING:
        # What a save has ended says nothing: an error that is shown stays until the next run.
        outcome = Outcome.NONE if state is State.RESTARTING else Outcome.NO_FAILURE
        return replace(record, exit=ended, outcome=outcome)
    if ended.error is None:
        outcome = Outcome.NO_FAILURE if ended.code == 0 else Outcome.OPEN
    else:
        outcome = Outcome.OPEN if closed_window.may_be_cause(ended.error) else Outcome.FAILED
        if closed_window.is_cause(ended.error):
            outcome = Outcome.WINDOW_CLOSED
    return replace(record, exit=ended, error=ended.error, outcome=outcome)
