"""One run's rows in the output view, and how a row is named for longer than a moment. Qt-free.

GUI thread. A Place names a row also when more has come, folded or been dropped: run and line
never change their meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from reloader_core import Dropped, Extent, RunOutput, frozen
from reloader_gui.output.text.cell_row import Line
from reloader_gui.output.text.folds import Fold, Folds
from reloader_gui.output.text.frame_budget import IsSpent
from reloader_gui.output.text.line_reader import LineCache, LineReader, Read
from reloader_gui.output.text.style import DIM, Style
from reloader_gui.texts.cause import Asked
from reloader_gui.texts.output import OUTPUT
from reloader_gui.texts.runs import RUNS


class Kind(Enum):
    LINE = auto()
    RULE = auto()
    DROPPED = auto()
    BLANK = auto()


class Place(NamedTuple):
    """A row. `run` counts the runs of this document; the lines of the rows that are not
    the script's are negative; `within` is the row in a fold."""

    run: int
    line: int
    within: int = 0


OURS = Style(flags=DIM)
"""Words that are not the script's."""
HEAD_LINES = {Kind.BLANK: -3, Kind.RULE: -2, Kind.DROPPED: -1}
"""The lines of a run's head, in a Place."""


@frozen
class Row:
    place: Place
    kind: Kind
    line: Line
    offset: int = 0
    """Of its first byte in the run."""
    is_old: bool = False
    """Of a run that is not the newest."""
    long: Read | None = None
    """A line that is shown in slices."""
    later: Read | None = None
    """A line for which there was no time: it is blank."""


@frozen
class Began:
    """Why a run was started, and when: as 14:02:11."""

    clock: str
    cause: Asked
    again: bool


class Section:
    """One run's rows: its head, then its lines."""

    def __init__(self, serial: int, run: RunOutput, cache: LineCache) -> None:
        self.serial = serial
        self.run = run
        self.began: Began | None = None
        self.hidden: tuple[int, int] | None = None
        """Where what was not cleared begins: an offset, and its line."""
        self.folds = Folds(run)
        self.reader = LineReader(run, serial, cache)
        self._told_as_last: bool | None = None
        """What it was when the reader was told that it has ended."""
        self.is_behind = False
        """Whether more has come than could be looked at in one frame."""
        self.extent: Extent = run.extent
        self.head: tuple[Kind, ...] = ()
        self.first_row = 0
        """Row numbers of Folds begin at line 0, those of the section at its first line."""
        self.body_rows = 0

    @property
    def rows(self) -> int:
        return len(self.head) + self.body_rows

    @property
    def is_cut(self) -> bool:
        """Whether the limits have dropped the beginning."""
        return self.hidden is None and self.extent.first > 0

    def measure(self, *, is_first: bool, is_last: bool) -> None:
        extent = self.extent = self._unhidden(self._followed(self.run.extent))
        if extent.ended and self._told_as_last != is_last:  # it is looked at once more, perhaps
            self._told_as_last = is_last
            self.reader.let_go()
        head: list[Kind] = []
        if self.began is not None and self.hidden is None:
            head = [Kind.RULE] if is_first else [Kind.BLANK, Kind.RULE]
        if self.is_cut:
            head.append(Kind.DROPPED)
        self.head = tuple(head)
        last = extent.last_line
        if not is_last and last > extent.first_line and self._ends_with_line_end():
            last -= 1
        self.first_row = self.folds.row_of(extent.first_line)
        self.body_rows = self.folds.row_of(last) - self.first_row + 1
        if extent.first == extent.end and not is_last:
            self.body_rows = 0

    def _followed(self, extent: Extent) -> Extent:
        """As far as it is known which lines are rows."""
        if not self.is_behind:
            return extent
        try:
            last = self.run.line_at(self.folds.looked)
        except Dropped:
            return extent
        return replace(extent, end=self.folds.looked, last_line=last)

    def _unhidden(self, extent: Extent) -> Extent:
        if self.hidden is None or extent.first >= self.hidden[0]:
            return extent
        first, line = self.hidden
        end, last = max(first, extent.end), max(line, extent.last_line)
        return replace(extent, first=first, first_line=line, end=end, last_line=last)

    def hide(self) -> None:
        """All but the line that has not ended yet."""
        extent = self.run.extent
        try:
            self.hidden = self.run.line_start(extent.last_line), extent.last_line
        except (Dropped, IndexError):
            self.hidden = extent.first, extent.first_line
        self.folds = Folds(self.run, self.hidden)

    def show_again(self) -> None:
        if self.hidden is not None:
            self.hidden = None
            self.folds = Folds(self.run)

    def _ends_with_line_end(self) -> bool:
        try:
            return self.run.read(self.extent.end - 1, 1) == b"\n"
        except Dropped:
            return False

    def head_text(self, kind: Kind) -> str:
        if kind is Kind.RULE and self.began is not None:
            return RUNS.heading(self.began.clock, self.began.cause)
        if kind is Kind.DROPPED:
            return OUTPUT.dropped(self.extent.first_line)
        return ""


def fold_rows(
    section: Section, fold: Fold, within: int, count: int, is_old: bool, is_spent: IsSpent
) -> Iterator[Row]:
    for number in range(within, min(within + count, len(fold.rows))):
        place = Place(section.serial, fold.first, number)
        yield Row(place, Kind.LINE, fold.line(number, is_spent), fold.start, is_old)


def line_rows(
    section: Section, first: int, count: int, is_old: bool, is_spent: IsSpent
) -> Iterator[Row]:
    line = first
    for each in section.reader.lines(first, count, is_spent):
        place = Place(section.serial, each.number)
        long = each if each.is_long else None
        later = each if each.is_later else None
        yield Row(place, Kind.LINE, each.line, each.offset, is_old, long, later)
        line += 1
    for missing in range(line, first + count):
        yield Row(Place(section.serial, missing), Kind.LINE, Line("", ()))
