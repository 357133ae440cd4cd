"""One row of a terminal: a unit and a style for each column, and a cursor. Qt-free.

What is written over a part of a wide character leaves blanks of the rest. Knows no
escape sequences: ansi.py says what is to be done.
"""

from __future__ import annotations

from typing import NamedTuple

from reloader_gui.output.cells import TAB, joins, printable, units_of
from reloader_gui.output.style import PLAIN, Style, spans

MOST_COLUMNS = 10_000
"""So far to the right a sequence may move; text may go further."""


class Line(NamedTuple):
    """What one row shows."""

    text: str
    spans: tuple[tuple[int, Style], ...]
    """(end, style): each stretch begins where the one before it ends."""


class CellRow:
    """One row: a unit and a style for each column."""

    __slots__ = ("column", "styles", "units")

    def __init__(self) -> None:
        self.units: list[str] = []
        self.styles: list[Style] = []
        self.column = 0

    def line(self) -> Line:
        return Line("".join(self.units), tuple(spans(self.styles, self.units)))

    def put(self, text: str, style: Style) -> None:
        if not text.isascii():
            text = printable(text)
            text = self._join(text)
        units = units_of(text)
        self._overwrite(units, style)

    def _join(self, text: str) -> str:
        """Accents that were written apart from their letter."""
        before = self.column - 1
        if before < 0 or before >= len(self.units):
            return text
        if not self.units[before] and before > 0:
            before -= 1
        while text and self.units[before] and joins(self.units[before], text[0]):
            if self.units[before] == "\t":
                break
            self.units[before] += text[0]
            text = text[1:]
        return text

    def _overwrite(self, units: list[str], style: Style) -> None:
        start, end = self.column, self.column + len(units)
        self._pad(start)
        if start < len(self.units):
            self._cut(start)
            self._cut(end)
        self.units[start:end] = units
        self.styles[start:end] = [style] * len(units)
        self.column = end

    def _pad(self, column: int) -> None:
        if (missing := column - len(self.units)) > 0:
            self.units += [" "] * missing
            self.styles += [PLAIN] * missing

    def _cut(self, column: int) -> None:
        """What reaches across this column is going to be overwritten in part."""
        if 0 < column < len(self.units) and not self.units[column]:
            first = column
            while first > 0 and not self.units[first]:
                first -= 1
            end = column
            while end < len(self.units) and not self.units[end]:
                end += 1
            self.units[first:end] = [" "] * (end - first)

    def tab(self) -> None:
        """At the end of the row it is kept as a tab; elsewhere it only moves."""
        stop = self.column + TAB - self.column % TAB
        if self.column >= len(self.units):
            self._pad(self.column)
            count = stop - self.column
            self.units += ["\t"] + [""] * (count - 1)
            self.styles += [PLAIN] * count
        self.column = stop

    def erase(self, kind: int) -> None:
        """0: from here to the end, 1: up to here, 2: all."""
        if kind == 0:
            self._cut(self.column)
            del self.units[self.column :], self.styles[self.column :]
        elif kind == 1:
            end = min(self.column + 1, len(self.units))
            self._cut(end)
            self.units[:end] = [" "] * end
            self.styles[:end] = [PLAIN] * end
        elif kind == 2:
            self.units.clear()
            self.styles.clear()

    def insert(self, count: int) -> None:
        if self.column < len(self.units):
            self._cut(self.column)
            self.units[self.column : self.column] = [" "] * count
            self.styles[self.column : self.column] = [PLAIN] * count
            del self.units[MOST_COLUMNS:], self.styles[MOST_COLUMNS:]

    def delete(self, count: int) -> None:
        self._cut(self.column)
        self._cut(self.column + count)
        del self.units[self.column : self.column + count]
        del self.styles[self.column : self.column + count]

    def blank(self, count: int) -> None:
        """Blanks in place of what is there; the cursor stays."""
        column = self.column
        self._overwrite([" "] * min(count, max(0, len(self.units) - column)), PLAIN)
        self.column = column
