"""The last runs of a script: when, why, how long, how each ended, and the code it began with.

GUI thread. What they printed is in the spool, within its limits; of the code the newest
versions are kept in memory, compressed, within a limit of their own. Nothing of it is saved.
"""

from __future__ import annotations

import enum
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_core import Message, RanCode, RunOutput, State, Status, Text, frozen
from reloader_gui.output.feed import Feed
from reloader_gui.output.text.section import Began
from reloader_gui.run.run_log import RunRecord

MOST_RUNS = 100
MOST_CODE_BYTES = 16 << 20
"""Compressed; a text that several runs began with counts once."""

Code = tuple[tuple[Path, Text], ...]


class Ended(enum.Enum):
    """Who has ended a run."""

    NOT_YET = enum.auto()
    ITSELF = enum.auto()
    SAVE = enum.auto()
    """Or Run again: the next run has taken its place."""
    USER = enum.auto()


@frozen
class PastRun:
    serial: int
    """Counts the script's runs in this window from 1, whichever engine ran them."""
    output: RunOutput
    began: Began
    record: RunRecord
    ended: Ended = Ended.NOT_YET
    code: Code | None = None
    """None: it is not known (any more)."""
    replaced_s: float | None = None
    """After how many seconds another one took its place: of such a run no exit is told."""

    @property
    def ran_s(self) -> float | None:
        """None: it still runs."""
        ended = self.record.exit
        return ended.runtime_s if ended is not None else self.replaced_s


class PastRuns(QObject):
    changed = Signal()
    code_told = Signal(int)
    """Of the newest run (its number), as was asked for."""

    def __init__(self, feed: Feed, parent: QObject) -> None:
        super().__init__(parent)
        self._feed = feed
        self._serial = 0
        self.runs: tuple[PastRun, ...] = ()
        """The oldest first."""

    def note(self, message: Message, record: RunRecord) -> None:
        """A message of the engine's, and the newest run's record as it is after it."""
        if isinstance(message, RanCode):
            self._note_code(message.run, message.files)
        elif record.number:
            newest = self.runs[-1] if self.runs else None
            if newest is None or _key(newest.record) != _key(record):
                self._begin(newest, record)
            else:
                ended = newest.ended
                if ended is Ended.NOT_YET and record.exit is not None:
                    state = message.state if isinstance(message, Status) else State.WAITING
                    ended = _BY.get(state, Ended.USER)
                self._put(replace(newest, record=record, ended=ended))

    def _begin(self, newest: PastRun | None, record: RunRecord) -> None:
        if newest is not None and newest.ended is Ended.NOT_YET:
            ran_s = max(0.0, record.started - newest.record.started)
            self._put(replace(newest, ended=Ended.SAVE, replaced_s=ran_s))
        if (printed := self._feed.output_of(record.number)) is not None:
            self._serial += 1
            past = PastRun(self._serial, *printed, record)
            self.runs = (*self.runs, past)[-MOST_RUNS:]
            self.changed.emit()

    def _put(self, newest: PastRun) -> None:
        """In the newest one's place."""
        if newest != self.runs[-1]:
            self.runs = (*self.runs[:-1], newest)
            self.changed.emit()

    def _note_code(self, number: int, files: Code) -> None:
        for at in range(len(self.runs) - 1, -1, -1):
            if self.runs[at].record.number == number:
                known = self.runs[at - 1].code if at else None
                code = known if known == files else files
                runs = list(self.runs)
                runs[at] = replace(runs[at], code=code)
                self.runs = _within_limit(runs)
                self.code_told.emit(number)
                break


def _key(record: RunRecord) -> tuple[int, float]:
    """An engine that takes another's place counts anew."""
    return record.number, record.started


_BY = {State.WAITING: Ended.ITSELF, State.RESTARTING: Ended.SAVE, State.RUNNING: Ended.SAVE}


def _within_limit(runs: list[PastRun]) -> tuple[PastRun, ...]:
    """Of the oldest the code is forgotten."""
    known: set[bytes] = set()
    held = 0
    for at in range(len(runs) - 1, -1, -1):
        for _, text in runs[at].code or ():
            if text.digest not in known:
                known.add(text.digest)
                held += len(text.packed or b"")
        if held > MOST_CODE_BYTES:
            runs[at] = replace(runs[at], code=None)
    return tuple(runs)
