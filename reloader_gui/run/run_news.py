"""Tells what has become of the newest run as soon as its record says so. GUI thread.

What to think of a run is run_log.py's business; here is only when to say it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reloader_core import (
    ErrorDetails,
    Exit,
    Interpreter,
    LocalFiles,
    Look,
    Message,
    PrintedError,
    ScriptError,
    State,
    Status,
    Where,
)
from reloader_gui.output.feed import Feed
from reloader_gui.run import traceback_tail
from reloader_gui.run.past_runs import PastRuns
from reloader_gui.run.run_log import Outcome, RunLog, RunRecord
from reloader_gui.ui.background import Background
from reloader_gui.ui.disk import ask_disk

if TYPE_CHECKING:
    from reloader_core import Diagnosis

MOST_TOLD = 100
"""Different errors of one run."""
Place = tuple[Where, str, str, Path | None, int | None]
HEALTHY_AFTER_S = 1.0
"""A run that has lasted so long did not fail: the last error is history."""


class RunNews(QObject):
    began = Signal(int)
    """A run has begun (its number)."""
    failed = Signal(object)
    """A ScriptError: of the newest run, or in what was saved while it goes on."""
    survived = Signal(object, bool)
    """A PrintedError that did not end the newest run, and whether that goes on."""
    explained = Signal(object)
    """After one of these: a Diagnosis of the same error, or None if nothing sure is known."""
    detailed = Signal(object)
    """After `explained`: the ErrorDetails of the same error."""
    end_explained = Signal(object)
    """A Diagnosis of an end without an error of the script's."""
    no_failure = Signal()
    """What was said of an error is history."""

    def __init__(self, folder: Path, feed: Feed, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._feed = feed
        self._files = LocalFiles(folder)
        self.past = PastRuns(feed, self)
        self._background = Background(self)
        self._asked = 0
        self._state = State.IDLE
        self._survived: PrintedError | None = None
        self._told: set[Place] = set()
        """Of what the newest run has survived: what happens again and again is told once."""
        self._healthy = QTimer(self, singleShot=True, interval=int(HEALTHY_AFTER_S * 1000))
        self._healthy.timeout.connect(self._on_lasted)
        self.begin_again()

    def begin_again(self) -> None:
        """Another engine, which counts its runs anew."""
        folder = self._folder
        self.log = RunLog(self._feed, lambda file: file.is_relative_to(folder))

    def note(self, message: Message, python: Interpreter | None) -> None:
        before, refused = self.log.last, self.log.refused
        record = self.log.note(message, python)
        self.past.note(message, record)
        if isinstance(message, Status):
            self._state = message.state
        if record.number != before.number:
            self._survived = None
            self._told.clear()
            self._healthy.start()
            self.began.emit(record.number)
        if record.exit is not None and before.exit is None:
            self._healthy.stop()
            if self._state is State.WAITING and (meant := _end_explained(record.exit)):
                self.end_explained.emit(meant)
        if (record.outcome, record.error) != (before.outcome, before.error):
            self._tell_outcome(record)
        if (mistake := self.log.refused) is not None and mistake is not refused:
            self._fail(mistake)

    def _tell_outcome(self, record: RunRecord) -> None:
        match record.outcome:
            case Outcome.FAILED if record.error is not None:
                self._fail(record.error)
            case Outcome.NO_FAILURE if self._survived and self._state is State.WAITING:
                self.survived.emit(self._survived, False)
            case Outcome.NO_FAILURE | Outcome.WINDOW_CLOSED:
                self.no_failure.emit()

    def note_survived(self, run: int, printed: PrintedError) -> None:
        """Read from the output. What a run prints that is being ended, or that has failed
        itself, is no news."""
        record, error = self.log.last, printed.error
        place = printed.where, printed.name, error.type, error.file, error.line
        goes_on = self._state is State.RUNNING
        ended = self._state is State.WAITING and record.outcome in (
            Outcome.NO_FAILURE,
            Outcome.NONE,
            Outcome.OPEN,
        )
        if run != record.number or place in self._told or not (goes_on or ended):
            return
        if self.log.refused is not None or len(self._told) >= MOST_TOLD:
            return
        self._told.add(place)
        self._survived = printed
        self.survived.emit(printed, goes_on)
        self._explain(error)

    def forget_survived(self) -> None:
        """The user has read it."""
        self._survived = None

    def _fail(self, error: ScriptError) -> None:
        look = self._files.look
        self.failed.emit(ask_disk(lambda: traceback_tail.with_source(error, look), otherwise=error))
        self._explain(error)

    def _explain(self, error: ScriptError) -> None:
        look = self._files.look
        self._asked += 1
        number = self._asked
        self._background.submit(
            lambda: _explained(error, look),
            lambda found: self._on_explained(number, *found),
            instead=lambda: (None, ErrorDetails()),
        )

    def _on_explained(
        self, number: int, diagnosis: Diagnosis | None, details: ErrorDetails
    ) -> None:
        if number == self._asked:
            self.explained.emit(diagnosis)
            self.detailed.emit(details)

    def close(self) -> None:
        """Nobody wants to know any more."""
        self._background.close()

    def _on_lasted(self) -> None:
        if self.log.last.exit is None and self.log.refused is None and self._survived is None:
            self.no_failure.emit()


def _end_explained(ended: Exit) -> Diagnosis | None:
    from reloader_core import explain_end  # not needed for the first paint

    return explain_end(ended)


def _explained(
    error: ScriptError, look: Callable[[Path], Look]
) -> tuple[Diagnosis | None, ErrorDetails]:
    """In a thread: what all the rules are is imported by then, or now."""
    from reloader_core import error_details, explain_error

    return explain_error(error, look), error_details(error, look)
