"""Where a program moved the cursor up: many lines of bytes that are a few rows. Qt-free.

Nested progress bars write line ends and go back up with each update. Folds follows the
newest bytes of one run, and puts what belongs to such a block into a small Screen. GUI
thread. What comes faster than a person could watch is not followed: there the rows
are the lines, as written. How long one look takes is the caller's to say, and what is kept
is counted in cells: the output decides neither.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from reloader_core import Dropped, RunOutput
from reloader_gui.output.text.ansi import Screen, style_after, whole_part
from reloader_gui.output.text.cell_row import CellRow, Line
from reloader_gui.output.text.frame_budget import IsSpent, never
from reloader_gui.output.text.style import PLAIN, Style

MOST_ROWS = 64
"""So far up a block may reach."""
MOST_AT_ONCE_BYTES = 1 << 20
_LOOK_BACK_BYTES = 32 << 10
_CHUNK_BYTES = 64 << 10
_PIECE_BYTES = 4 << 10
_LOOK_EVERY = 32
"""Moves between two looks at the time, if nothing is done with what is between them; and line
ends between two at how much is kept."""
_MOST_LIVE_ROWS = 2_000
_MOST_LIVE_CELLS = 250_000
_MOST_COLUMNS = 64 << 10
_MOST_FOLDS = 20_000
_MOST_DONE_CELLS = 4_000_000
"""In all folds that are complete, and whose rows are made up."""

_PAGES = re.compile(rb"\x0c|\x1b(?:c|\[[23]J|\[[01;]*H)")
"""Clear screen, form feed, or the cursor sent to the first row."""
_MOVES = re.compile(rb"\x0c|\x1b(?:[Mc]|\[[0-9;]*[AF]|\[[23]J|\[[01;]*H)")


@dataclass(slots=True)
class Fold:
    """Lines first .. first + lines - 1 of a run, shown as these rows."""

    first: int
    lines: int
    rows: Sequence[Line]
    start: int
    """Offset of the first line."""

    @property
    def cells(self) -> int:
        return sum(len(row.text) for row in self.rows)

    def line(self, at: int, is_spent: IsSpent) -> Line:
        """One of its rows; a blank one if it is to be made up and there is no time."""
        if isinstance(self.rows, _CellRows) and not self.rows.is_known(at) and is_spent():
            return Line("", ())
        return self.rows[at]

    def texts(self, first: int, last: int) -> list[str]:
        """Of its rows first .. last - 1, as far as there are so many."""
        if isinstance(self.rows, _CellRows):
            return self.rows.texts(first, last)
        return [row.text for row in self.rows[first:last]]

    def settle(self, is_spent: IsSpent) -> bool:
        """Make up all rows of a block that is complete; whether there was time enough."""
        if isinstance(self.rows, _CellRows):
            for at in range(len(self.rows)):
                if not self.rows.is_known(at):
                    if is_spent():
                        return False
                    self.line(at, never)
            self.rows = list(self.rows)
        return True


class _CellRows(Sequence[Line]):
    """Rows of a screen, as they are now; only those are made up that are asked for."""

    def __init__(self, rows: list[CellRow]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def is_known(self, at: int) -> bool:
        return self._rows[at].is_known

    def texts(self, first: int, last: int) -> list[str]:
        return [row.text for row in self._rows[first:last]]

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        if isinstance(at, slice):
            return [row.line() for row in self._rows[at]]
        return self._rows[at].line()


def _is_complete(screen: Screen) -> bool:
    """Whether the cursor has left the block for good, or it is more than can be kept."""
    if screen.top is not None and screen.row - screen.bottom > MOST_ROWS:
        return True
    if screen.line_feeds % _LOOK_EVERY:
        return False
    return len(screen) > _MOST_LIVE_ROWS or screen.cells > _MOST_LIVE_CELLS


def style_at(run: RunOutput, offset: int) -> Style:
    """The style that the run's output has come to here. Raises Dropped."""
    return style_after(PLAIN, run.style_at(offset))


class Folds:
    """The folds of one run, and where its newest page begins."""

    def __init__(self, run: RunOutput, begins: tuple[int, int] = (0, 0)) -> None:
        """`begins`: what comes before this offset, where this line begins, does not count."""
        self._run = run
        self._looked, self._least_line = begins
        """Up to here the bytes are known."""
        self._live: Screen | None = None
        self._live_first = 0
        self._live_start = 0
        self._done: list[Fold] = []
        self._lines: list[int] = []  # of each fold in _done, its first line
        self._settled = 0
        """So many of them have all their rows made up."""
        self._done_cells = 0
        self._saved: list[int] = [0]  # lines that are no rows, in the folds before the n-th
        self.page: int | None = None
        """Offset at which the newest fresh page begins (clear screen, form feed)."""

    # -- rows and lines

    def row_of(self, line: int, within: int = 0) -> int:
        """The row of a line, counted from line 0; `within` the rows of its fold."""
        if self._live is not None and line >= self._live_first:
            below = min(line - self._live_first + within, len(self._live) - 1)
            return self._live_first - self._saved[-1] + below
        at = bisect_right(self._lines, line) - 1
        if at >= 0 and line < self._done[at].first + self._done[at].lines:
            fold = self._done[at]
            return self._first_row(at) + min(line - fold.first + within, len(fold.rows) - 1)
        return line - self._saved[at + 1] + within

    def line_of(self, row: int) -> tuple[int, Fold | None, int]:
        """(line, its fold, the row within it); without a fold the line is the row."""
        if self._live is not None:
            first = self._live_first - self._saved[-1]
            if row >= first:
                return self._live_first, self._live_fold(), row - first
        at = bisect_right(range(len(self._done)), row, key=self._first_row) - 1
        if at < 0:
            return row, None, 0
        fold = self._done[at]
        within = row - self._first_row(at)
        if within < len(fold.rows):
            return fold.first, fold, within
        return row + self._saved[at + 1], None, 0

    def _first_row(self, at: int) -> int:
        return self._done[at].first - self._saved[at]

    def folds_within(self, first: int, last: int) -> list[Fold]:
        """Those that have any of these lines."""
        at = max(0, bisect_right(self._lines, first) - 1)
        found = []
        for fold in self._done[at:]:
            if fold.first > last:
                break
            if fold.first + fold.lines > first:
                found.append(fold)
        if self._live is not None and self._live_first <= last:
            found.append(self._live_fold())
        return found

    def _live_fold(self) -> Fold:
        assert self._live is not None
        lines = self._live.line_feeds + 1
        return Fold(self._live_first, lines, _CellRows(self._live.rows), self._live_start)

    # -- following the output

    @property
    def looked(self) -> int:
        """Up to here all is known, but for a sequence or a character that has not ended."""
        return self._looked

    def follow(self, is_spent: IsSpent = never) -> bool:
        """Look at what has come since the last call. False: there is more, for another call."""
        if not self._settle(is_spent):
            return False
        extent = self._run.extent
        start = max(self._looked, extent.first)
        if extent.end - start > MOST_AT_ONCE_BYTES:
            self._close()
            start = extent.end - MOST_AT_ONCE_BYTES // 4
        self._looked = start
        try:
            while self._looked < extent.end:
                data = self._run.read(self._looked, min(_CHUNK_BYTES, extent.end - self._looked))
                data = data[: whole_part(data)]
                looked = self._look(self._looked, data, is_spent)
                self._looked += looked
                if (
                    not self._settle(is_spent)
                    or looked < len(data)
                    or (self._looked < extent.end and is_spent())
                ):
                    return False
                if not data:  # a sequence or a character that has not ended
                    break
        except Dropped:
            self._close()
            self._looked = extent.end
        if extent.ended and self._live is not None:  # as rows it takes a tenth
            self._keep(self._live_fold())
            self._live = None
        return self._settle(is_spent)

    def _look(self, start: int, data: bytes, is_spent: IsSpent) -> int:
        """How many of the bytes it came to."""
        at = fed = 0
        for number in itertools.count(1):
            if (fed or not number % _LOOK_EVERY) and is_spent():
                break
            end = len(data) if self._live is None else min(at + _PIECE_BYTES, len(data))
            moves = _PAGES if self._live is not None else _MOVES
            found = moves.search(data, at, end)
            until = found.start() if found is not None else end
            if self._live is not None and found is None:
                until = at + (whole_part(data[at:end]) or end - at)
            fed = self._feed(start + at, data[at:until], is_spent)
            at += fed
            if at == len(data):
                break
            if at < until or found is None:
                continue
            if _PAGES.match(found[0]):
                self._close()
                self.page = start + at
            elif self._live is None:
                self._open(start + at)
                if self._live is not None:
                    continue  # it takes this move in
            at = found.end()
        return at

    def _feed(self, start: int, data: bytes, is_spent: IsSpent = never) -> int:
        """How many of the bytes the screen took in; all of them where there is none."""
        screen = self._live
        if screen is None or not data:
            return len(data)
        echoes = [(a - start, b - start) for a, b in self._run.echoes(start, start + len(data))]
        fed = screen.feed_with_echoes(data, echoes, is_spent)
        if screen.is_complete or screen.width > _MOST_COLUMNS:  # without a line end
            self._close()
        return fed

    def _open(self, offset: int) -> None:
        """A block begins some rows above the first place that goes up."""
        extent = self._run.extent
        line = self._run.line_at(offset)
        least = max(extent.first_line, self._least_line, line - MOST_ROWS)
        if self._done:
            least = max(least, self._done[-1].first + self._done[-1].lines)
        if self.page is not None and self.page >= extent.first:
            least = max(least, self._run.line_at(self.page))
        least = min(least, line)
        while least < line and offset - self._run.line_start(least) > _LOOK_BACK_BYTES:
            least += 1
        self._live_first = least
        self._live_start = self._run.line_start(least)
        self._live = Screen(style_at(self._run, self._live_start), _is_complete)
        self._feed(self._live_start, self._run.read(self._live_start, offset - self._live_start))

    def _close(self) -> None:
        """The block is complete. Rows above and below it that were never gone back to are
        lines like any other."""
        screen, self._live = self._live, None
        if screen is None or screen.top is None:
            return
        top, bottom, feeds = screen.top, screen.bottom, screen.settled
        if screen.row <= bottom:  # cut off within it; its last, unfinished line is a row
            bottom, feeds = len(screen) - 1, screen.line_feeds
        if feeds <= top:
            return
        first = self._live_first + top
        try:
            start = self._run.line_start(first)
        except (Dropped, IndexError):
            start = self._live_start
        rows = _CellRows(screen.rows[top : bottom + 1])
        self._keep(Fold(first, feeds - top, rows, start))

    def _keep(self, fold: Fold) -> None:
        self._done.append(fold)
        self._lines.append(fold.first)
        self._saved.append(self._saved[-1] + fold.lines - len(fold.rows))

    def _settle(self, is_spent: IsSpent) -> bool:
        """Make up the rows of what is complete: of each letter in a colour of its own that is
        much. Whether there was time enough."""
        while self._settled < len(self._done):
            fold = self._done[self._settled]
            if not fold.settle(is_spent):
                return False
            self._settled += 1
            self._done_cells += fold.cells
            if self._settled > _MOST_FOLDS or self._done_cells > _MOST_DONE_CELLS:
                self.forget_oldest()
        return True

    @property
    def kept_cells(self) -> int:
        """In the rows that are made up."""
        return self._done_cells

    def forget_oldest(self) -> int:
        """Of half of them: their lines are rows again. How many cells that were."""
        half = -(-self._settled // 2)
        self._settled -= half
        cells = sum(fold.cells for fold in self._done[:half])
        self._done_cells -= cells
        del self._done[:half], self._lines[:half]
        saved = self._saved[half]
        self._saved = [each - saved for each in self._saved[half:]]
        return cells
