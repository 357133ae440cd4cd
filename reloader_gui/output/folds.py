"""Where a program moved the cursor up: many lines of bytes that are a few rows. Qt-free.

Nested progress bars write line ends and go back up with each update. Folds follows the
newest bytes of one run, and puts what belongs to such a block into a small Screen. GUI
thread. What comes faster than a person could watch is not followed: there the rows
are the lines, as written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from core import Dropped, RunOutput
from reloader_gui.output.ansi import Screen, style_after, whole_part
from reloader_gui.output.cell_row import Line
from reloader_gui.output.style import PLAIN, Style

MOST_ROWS = 64
"""So far up a block may reach."""
MOST_AT_ONCE_BYTES = 1 << 20
_LOOK_BACK_BYTES = 256 << 10
_PIECE_BYTES = 16 << 10
_MOST_LIVE_ROWS = 2_000
_MOST_FOLDS = 20_000

_MOVES = re.compile(rb"\x1b(?:\[[0-9;]*[AFHJ]|[Mc])|\x0c")
_ESCAPED_MOVES = re.compile(rb"\x1b(?:\[[0-9;]*[AFHJ]|[Mc])")  # three times as fast


@dataclass(slots=True)
class Fold:
    """Lines first .. first + lines - 1 of a run, shown as these rows."""

    first: int
    lines: int
    rows: list[Line]
    start: int
    """Offset of the first line."""


def style_at(run: RunOutput, offset: int) -> Style:
    """The style that the run's output has come to here. Raises Dropped."""
    start, sequences = run.style_before(offset)
    return style_after(style_after(PLAIN, sequences), run.read(start, offset - start))


def _begins_page(move: bytes) -> bool:
    """Clear screen, form feed, or the cursor sent to the first row."""
    if move[-1:] == b"J":
        return move[2:-1] in (b"2", b"3")
    return move[-1:] in b"\x0cc" or (move[-1:] == b"H" and not move[2:-1].strip(b"01;"))


class Folds:
    """The folds of one run, and where its newest page begins."""

    def __init__(self, run: RunOutput) -> None:
        self._run = run
        self._looked = 0
        """Up to here the bytes are known."""
        self._live: Screen | None = None
        self._live_first = 0
        self._live_start = 0
        self._done: list[Fold] = []
        self._lines: list[int] = []  # of each fold in _done, its first line
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
        rows = [self._live.line(row) for row in range(len(self._live))]
        return Fold(self._live_first, self._live.line_feeds + 1, rows, self._live_start)

    # -- following the output

    def follow(self) -> None:
        """Look at what has come since the last call."""
        extent = self._run.extent
        start = max(self._looked, extent.first)
        if extent.end - start > MOST_AT_ONCE_BYTES:
            self._close()
            start = extent.end - MOST_AT_ONCE_BYTES // 4
        if start >= extent.end:
            return
        try:
            data = self._run.read(start, extent.end - start)
            data = data[: whole_part(data)]
            self._looked = start + len(data)
            self._look(start, data)
        except Dropped:
            self._close()
            self._looked = extent.end

    def _look(self, start: int, data: bytes) -> None:
        moves = _MOVES if b"\x0c" in data else _ESCAPED_MOVES
        fed = 0
        for found in moves.finditer(data):
            at = found.start()
            if _begins_page(found[0]):
                self._feed(start + fed, data[fed:at])
                self._close()
                self.page, fed = start + at, at
            elif found[0][-1:] in b"AFM":
                if at - fed > _PIECE_BYTES:
                    self._feed(start + fed, data[fed:at])
                    fed = at
                if self._live is None:
                    self._open(start + at)
                    fed = at
        self._feed(start + fed, data[fed:])

    def _feed(self, start: int, data: bytes) -> None:
        screen = self._live
        if screen is None or not data:
            return
        echoes = self._run.echoes(start, start + len(data))
        screen.feed_with_echoes(data, [(a - start, b - start) for a, b in echoes])
        if screen.top is not None and screen.row - screen.bottom > MOST_ROWS:
            self._close()
        elif len(screen) > _MOST_LIVE_ROWS:
            self._close()

    def _open(self, offset: int) -> None:
        """A block begins some rows above the first place that goes up."""
        extent = self._run.extent
        line = self._run.line_at(offset)
        least = max(extent.first_line, line - MOST_ROWS)
        if self._done:
            least = max(least, self._done[-1].first + self._done[-1].lines)
        if self.page is not None and self.page >= extent.first:
            least = max(least, self._run.line_at(self.page))
        least = min(least, line)
        while least < line and offset - self._run.line_start(least) > _LOOK_BACK_BYTES:
            least += 1
        self._live_first = least
        self._live_start = self._run.line_start(least)
        self._live = Screen(style_at(self._run, self._live_start))
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
        rows = [screen.line(row) for row in range(top, bottom + 1)]
        self._done.append(Fold(first, feeds - top, rows, start))
        self._lines.append(first)
        self._saved.append(self._saved[-1] + feeds - top - len(rows))
        if len(self._done) > _MOST_FOLDS:
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        """Their lines are rows again."""
        half = len(self._done) // 2
        del self._done[:half], self._lines[:half]
        saved = self._saved[half]
        self._saved = [each - saved for each in self._saved[half:]]
