"""A row on the grid: which characters stand in which column, and where it wraps. Qt-free.

Everything is counted in columns of a monospace font. `index` counts characters of the
row's text; in a row that is shown in slices it counts bytes of the line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from reloader_gui.output.cell_row import Line
from reloader_gui.output.cells import Columns, is_simple
from reloader_gui.output.document import Row
from reloader_gui.output.frame_budget import IsSpent, never


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

    def __init__(self, layout: RowLayout, first: int, last: int, origin: int, base: int) -> None:
        self.layout = layout
        self.first = layout.index(first) if first > 0 else 0
        self.last = layout.index(last) if last < layout.width else layout.size
        if last < layout.width and layout.column(self.last) < last:
            self.last += 1
        self.origin = origin
        """The column that stands at the left edge."""
        self.base = base
        """To be added to an index of `layout` for one of the row."""


class LongLayout:
    """A line that is too long to be laid out: each byte takes one column at most."""

    def __init__(self, row: Row, wrap: int, slice_of: Callable[[int, int], Line]) -> None:
        assert row.long is not None
        self.size = self.width = row.long.size
        self._wrap = wrap
        self._slice_of = slice_of

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
        self, sub: int, lines: int, first_column: int, columns: int
    ) -> list[tuple[int, str]]:
        """The texts that are seen on these of its lines, each with its index; and what is
        just before and behind."""
        if self._wrap:
            subs = range(max(0, sub - 1), min(sub + lines + 1, self.height))
            parts = [self.part(each) for each in subs]
        else:
            edges = (first_column - columns, first_column, first_column + columns)
            parts = [(max(0, at), min(self.size, at + columns)) for at in edges]
        return [(first, self.text(first, last)) for first, last in parts if first < last]

    def shown(self, sub: int, first_column: int, columns: int) -> Shown:
        start, end = self.part(sub)
        first = start + first_column
        line = self._slice_of(first, max(0, min(end - first, columns)))
        layout = RowLayout(line)
        return Shown(layout, 0, layout.width, -first_column, first)


Layout = RowLayout | LongLayout
