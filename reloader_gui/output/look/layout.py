"""A row on the grid: which characters stand in which column, and where it wraps; and the rows
that were laid out lately. Qt-free; LaidOut is the GUI thread's.

Everything is counted in columns of a monospace font. `index` counts characters of the
row's text; in a row that is shown in slices it counts bytes of the line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from reloader_core import Dropped
from reloader_gui.output.text.cell_row import Line
from reloader_gui.output.text.cells import Columns, is_simple
from reloader_gui.output.text.document import Document
from reloader_gui.output.text.frame_budget import FrameBudget, IsSpent, never
from reloader_gui.output.text.section import Place, Row

MOST_KEPT = 600
MOST_KEPT_CHARS = 4_000_000
MOST_SLICES = 300
MOST_TALL = 200
"""Long rows whose height is known to the scroll bar; the others count as one line there."""
MOST_BEGUN = 8
"""More than one: the view's height is found from its end on, and it is painted from its top."""

AT_ONCE = 8
"""Rows that are laid out backwards: a few, for one may fill the view."""


class RowLayout:
    """One row, wrapped at `wrap` columns (0: not wrapped)."""

    def __init__(self, line: Line, wrap: int = 0, is_spent: IsSpent = never) -> None:
        """Nothing may be asked of it before it is_done: see go_on()."""
        self.line = line
        self._wrap = wrap
        self._breaks = [0]
        self._columns = None if is_simple(line.text) else Columns(line.text, is_spent)
        self.is_done = False
        self.go_on(is_spent)

    def go_on(self, is_spent: IsSpent) -> None:
        """As far as the time goes."""
        if self._columns is not None and not self._columns.go_on(is_spent):
            return
        self.width = len(self.line.text) if self._columns is None else self._columns.width
        if 0 < self._wrap < self.width:
            self._breaks = self._wrapped(self._wrap)
        self.is_done = True

    def _wrapped(self, wrap: int) -> list[int]:
        """The columns at which its lines begin; a wide character is not torn."""
        columns = self._columns
        if columns is None:
            return list(range(0, self.width, wrap))
        breaks = [0]
        while (end := breaks[-1] + wrap) < self.width:
            column = columns.column(columns.index(end))
            if column <= breaks[-1]:  # one that is wider than a whole line
                column = columns.column(bisect_right(columns.starts, column))
            if column == self.width:
                break
            breaks.append(column)
        return breaks

    @property
    def height(self) -> int:
        """In lines of the view."""
        return len(self._breaks)

    def part(self, sub: int) -> tuple[int, int]:
        """(first, last + 1): the columns on its `sub`-th line."""
        end = self._breaks[sub + 1] if sub + 1 < len(self._breaks) else self.width
        return self._breaks[sub], end

    def column(self, index: int) -> int:
        return min(index, self.width) if self._columns is None else self._columns.column(index)

    def index(self, column: int) -> int:
        if self._columns is None:
            return max(0, min(column, self.width))
        return self._columns.index(column)

    def columns_of(self, first: int, last: int) -> list[int]:
        """Where the characters first .. last - 1 begin, and the last one ends."""
        if self._columns is None:
            return list(range(first, last + 1))
        return [*self._columns.starts[first:last], self._columns.column(last)]

    def whole(self, first: int, last: int) -> tuple[int, int]:
        """So much more that nothing is cut which is seen as one character."""
        if self._columns is not None:
            starts = self._columns.starts
            while 0 < first < len(starts) and starts[first] == starts[first - 1]:
                first -= 1
            while 0 < last < len(starts) and starts[last] == starts[last - 1]:
                last += 1
        return first, last

    def sub_of(self, column: int) -> int:
        """On which of its lines a column is."""
        return max(0, bisect_right(self._breaks, column) - 1)

    def text(self, first: int, last: int) -> str:
        return self.line.text[first:last]

    @property
    def size(self) -> int:
        """The index behind its last character."""
        return len(self.line.text)

    def shown(self, sub: int, first_column: int, columns: int) -> Shown:
        """What of its `sub`-th line is seen between two columns."""
        start, end = self.part(sub)
        first = max(start, start + first_column)
        return Shown(self, first, min(end, first + columns), start, 0)


class Shown:
    """The part of a row that is painted on one line of the view."""

    def __init__(
        self, layout: RowLayout, first: int, last: int, left_column: int, index_offset: int
    ) -> None:
        self.layout = layout
        self.first = layout.index(first) if first > 0 else 0
        self.last = layout.index(last) if last < layout.width else layout.size
        if last < layout.width and layout.column(self.last) < last:
            self.last += 1
        self.left_column = left_column
        """The column that stands at the left edge."""
        self.index_offset = index_offset
        """To be added to an index of `layout` for one of the row."""


class LongLayout:
    """A line that is too long to be laid out: each byte takes one column at most."""

    def __init__(self, row: Row, wrap: int, slice_of: Callable[[int, int], Line]) -> None:
        assert row.long is not None
        self.size = self.width = row.long.size
        self._wrap = wrap
        self._slice_of = slice_of
        self._shown: dict[tuple[int, int], Shown] = {}
        """By (first byte, columns): what has been laid out of it."""

    @property
    def height(self) -> int:
        return -(-self.size // self._wrap) if self._wrap else 1

    def part(self, sub: int) -> tuple[int, int]:
        if not self._wrap:
            return 0, self.size
        return sub * self._wrap, min(self.size, (sub + 1) * self._wrap)

    def column(self, index: int) -> int:
        return index

    def index(self, column: int) -> int:
        return max(0, min(column, self.size))

    def sub_of(self, column: int) -> int:
        return min(column // self._wrap, self.height - 1) if self._wrap else 0

    def text(self, first: int, last: int) -> str:
        return self._slice_of(first, last - first).text

    def slices(
        self,
        sub: int,
        lines: int,
        first_column: int,
        columns: int,
        is_spent: IsSpent = never,
    ) -> list[tuple[int, str]]:
        """The texts that are seen on these of its lines, each with its index; and what is
        just before and behind. As far as the time goes."""
        if self._wrap:
            subs = range(max(0, sub - 1), min(sub + lines + 1, self.height))
            parts = [self.part(each) for each in subs]
        else:
            edges = (first_column - columns, first_column, first_column + columns)
            parts = [(max(0, at), min(self.size, at + columns)) for at in edges]
        found = []
        for first, last in parts:
            if is_spent():
                break
            if first < last:
                found.append((first, self.text(first, last)))
        return found

    def shown(self, sub: int, first_column: int, columns: int) -> Shown:
        start, end = self.part(sub)
        first = start + first_column
        size = max(0, min(end - first, columns))
        if (known := self._shown.get((first, size))) is not None:
            return known
        layout = RowLayout(self._slice_of(first, size))
        if len(self._shown) >= MOST_SLICES:
            self._shown.clear()
        self._shown[first, size] = shown = Shown(layout, 0, layout.width, -first_column, first)
        return shown

    def is_known(self, sub: int, first_column: int, columns: int) -> bool:
        """Whether shown() has been asked for this."""
        start, end = self.part(sub)
        first = start + first_column
        return (first, max(0, min(end - first, columns))) in self._shown


Layout = RowLayout | LongLayout


class LaidOut:
    """`columns()` says where rows are wrapped; 0: not at all."""

    def __init__(self, document: Document, columns: Callable[[], int]) -> None:
        self._document = document
        self._columns = columns
        self._kept: dict[Place, tuple[Row, Layout]] = {}
        self._chars = 0
        self._begun: dict[Place, tuple[Row, RowLayout]] = {}
        """Those that are not laid out to their end yet."""
        self.budget = FrameBudget()
        self.long_budget = FrameBudget(shares=4)
        """For the parts of long rows. One that grows shows others in each picture, and these are
        not to be blank: as a rule all of them take no longer."""
        self.mouse_budget = FrameBudget()
        """For what is under it; and the view knows the rows that it can point at, mostly."""
        self._slices: dict[tuple[Place, int, int, int], Line] = {}
        """Of rows that are shown so: by the row's size as well, for it may be growing."""
        self.tall: dict[Place, int] = {}
        """How many lines those take that are shown in slices, as far as they are known."""
        self.times_cleared = 0

    def clear(self) -> None:
        """All may be another thing now: the width, for one."""
        self.times_cleared += 1
        self._forget()
        self._begun.clear()
        self.tall.clear()

    def row(self, index: int) -> tuple[Row, Layout]:
        """One, whatever it takes: what a key does must not depend on it."""
        row = next(self._document.each_row(index, 1))
        return row, self._layout(row, never)

    def row_in_time(self, index: int) -> tuple[Row, Layout]:
        """What can be worked out in a frame: else it is blank, as it is in the view."""
        self.mouse_budget.renew()
        with self.mouse_budget.spending():
            row = next(self._document.each_row(index, 1, self.mouse_budget.is_spent))
            return row, self._layout(row, self.mouse_budget.is_spent)

    def is_ready(self, index: int) -> bool:
        """Whether row() gives it at once, after a frame's work on it at most."""
        self.row_in_time(index)
        return not self.mouse_budget.put_off

    def rows(self, index: int, count: int) -> Iterator[tuple[Row, Layout]]:
        """Those for which the frame has no time are blank."""
        rows = self._document.each_row(index, count, self.budget.is_spent)
        while True:
            with self.budget.spending():
                row = next(rows, None)
                if row is None:
                    return
                layout = self._layout(row, self.budget.is_spent)
            yield row, layout

    def shown(self, layout: Layout, sub: int, first_column: int, columns: int) -> Shown | None:
        """What of its `sub`-th line is seen; None where a part of a long row has to wait."""
        if isinstance(layout, LongLayout) and not layout.is_known(sub, first_column, columns):
            with self.long_budget.spending():
                if self.long_budget.is_spent():
                    return None
                return layout.shown(sub, first_column, columns)
        return layout.shown(sub, first_column, columns)

    def slices(
        self, layout: LongLayout, sub: int, lines: int, first_column: int, columns: int
    ) -> list[tuple[int, str]]:
        """As LongLayout.slices(), as far as the frame's time goes."""
        with self.long_budget.spending():
            return layout.slices(sub, lines, first_column, columns, self.long_budget.is_spent)

    def heights(self, index: int, count: int) -> Iterator[int]:
        """How many lines of the view each row takes; where there is no time to find out, one."""
        last = min(index + count, self._document.count)
        if self._columns() and not self._is_late():
            for _, layout in self.rows(index, count):
                yield layout.height
                index += 1
                if self._is_late():
                    break
        while index < last:
            kept = self._kept.get(self._document.place(index)) if self._columns() else None
            yield kept[1].height if kept is not None else 1
            index += 1

    def _is_late(self) -> bool:
        with self.budget.spending():
            return self.budget.is_spent()

    def heights_before(self, index: int, count: int) -> Iterator[int]:
        """Those of the `count` rows before this one, the nearest first."""
        while count > 0 and index > 0:
            some = min(AT_ONCE, count, index)
            index, count = index - some, count - some
            yield from reversed(list(self.heights(index, some)))

    def _layout(self, row: Row, is_spent: IsSpent) -> Layout:
        kept = self._kept.get(row.place)
        if kept is not None and kept[0] == row:
            if row.long is not None:
                self._note_tall(row.place, kept[1].height)
            return kept[1]
        layout: Layout
        if row.long is None:
            if is_spent():
                return RowLayout(Line("", ()))
            layout = self._row_layout(row, is_spent)
            if not layout.is_done:
                return RowLayout(Line("", ()))
            self.tall.pop(row.place, None)
        else:
            layout = LongLayout(row, self._columns(), lambda at, size: self._slice(row, at, size))
            self._note_tall(row.place, layout.height)
        self._chars += len(row.line.text)
        if len(self._kept) > MOST_KEPT or self._chars > MOST_KEPT_CHARS:
            self._forget()
        self._kept[row.place] = (row, layout)
        return layout

    def _note_tall(self, place: Place, height: int) -> None:
        self.tall.pop(place, None)
        self.tall[place] = height  # the last one that was seen is the last to be forgotten
        if len(self.tall) > MOST_TALL:
            del self.tall[next(iter(self.tall))]

    def _row_layout(self, row: Row, is_spent: IsSpent) -> RowLayout:
        """As far as the time goes; on from there the next time."""
        before, layout = self._begun.pop(row.place, (None, None))
        if before != row or layout is None:
            layout = RowLayout(row.line, self._columns(), is_spent)
        else:
            layout.go_on(is_spent)
        if not layout.is_done:
            self._begun[row.place] = row, layout
            if len(self._begun) > MOST_BEGUN:
                del self._begun[next(iter(self._begun))]
        return layout

    def _forget(self) -> None:
        self._kept.clear()
        self._slices.clear()
        self._chars = 0

    def _slice(self, row: Row, start: int, size: int) -> Line:
        section = self._document.section_of(row.place)
        if section is None or row.long is None:
            return Line("", ())
        key = row.place, row.long.size, start, size
        if (kept := self._slices.get(key)) is not None:
            return kept
        try:
            made = section.reader.slice_of(row.long, start, size)
        except Dropped:
            return Line("", ())
        if len(self._slices) >= MOST_SLICES:
            self._slices.clear()
        self._slices[key] = made
        return made
