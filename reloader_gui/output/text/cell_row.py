"""One row of a terminal: a unit and a style for each column, and a cursor. Qt-free.

What is written over a part of a wide character leaves blanks of the rest. Knows no
escape sequences: ansi.py says what is to be done. Whatever it is asked for costs at most
MOST_COLUMNS cells, or as many as bytes have been written into the row since.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from reloader_gui.output.text.cells import MOST_JOINED, TAB, joins, printable, units_of, width
from reloader_gui.output.text.style import PLAIN, Style, spans

MOST_COLUMNS = 1000
"""So far to the right a sequence may move, insert and delete: more than the widest terminal
has, where the cursor stays at the right edge. Text may go further."""
_PLAIN = array("q", (PLAIN,))


class Line(NamedTuple):
    """What one row shows."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """(end, style): each stretch begins where the one before it ends. The style is a bare
    number: style_of()."""


class CellRow:
    """One row: a unit and a style for each column."""

    __slots__ = ("_blank_until", "_line", "column", "styles", "units")

    def __init__(self) -> None:
        self.units: list[str] = []
        self.styles = array("q")
        self.column = 0
        self._line: Line | None = None
        self._blank_until = 0
        """So many cells erase(1) has made blank, and nothing was written there since."""

    def __len__(self) -> int:
        return len(self.units)

    def go_to(self, column: int) -> None:
        """As far as there are columns; where text has gone further, the cursor stays."""
        if column <= self.column:
            self.column = max(0, column)
        else:
            self.column = max(self.column, min(column, MOST_COLUMNS))

    @property
    def is_known(self) -> bool:
        return self._line is not None

    @property
    def text(self) -> str:
        """Quicker than line(), of which most is the stretches of colour."""
        return "".join(self.units)

    def line(self) -> Line:
        if self._line is None:
            text, styles = self.text, self.styles
            if styles and styles == styles[:1] * len(styles):  # mostly, and soon found out
                self._line = Line(text, ((len(text), styles[0]),))
            else:
                self._line = Line(text, tuple(spans(styles, self.units, text)))
        return self._line

    def put(self, text: str, style: Style) -> None:
        self._line = None
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
        unit, at = self.units[before], 0
        if unit == "\t":
            return text
        while at < len(text) and unit and joins(unit, text[at]):
            unit += text[at]
            at += 1
        if at:
            self.units[before] = unit
            self._blank_until = min(self._blank_until, before)
        while at < len(text) and len(unit) >= MOST_JOINED and not width(text[at]):
            at += 1
        return text[at:]

    def _overwrite(self, units: list[str], style: Style) -> None:
        self._pad()
        start, end = self.column, self.column + len(units)
        self._blank_until = min(self._blank_until, start)
        if start < len(self.units):
            self._cut(start)
            self._cut(end)
        self.units[start:end] = units
        self.styles[start:end] = array("q", (style,)) * len(units)
        self.column = end

    def _pad(self) -> None:
        """Blanks up to the cursor, which may be further right than a sequence can bring it:
        where text was that is erased now."""
        if self.column > MOST_COLUMNS:
            self.column = max(MOST_COLUMNS, min(self.column, len(self.units)))
        if (missing := self.column - len(self.units)) > 0:
            self.units += [" "] * missing
            self.styles += _PLAIN * missing

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
        self._line = None
        stop = self.column + TAB - self.column % TAB
        if self.column >= len(self.units):
            self._pad()
            stop = self.column + TAB - self.column % TAB
            count = stop - self.column
            self.units += ["\t"] + [""] * (count - 1)
            self.styles += _PLAIN * count
        self.column = stop

    def erase(self, kind: int) -> None:
        """0: from here to the end, 1: up to here, 2: all."""
        self._line = None
        if kind == 0:
            self._cut(self.column)
            del self.units[self.column :], self.styles[self.column :]
        elif kind == 1:
            start, end = self._blank_until, min(self.column + 1, len(self.units))
            if start < end:
                self._cut(end)
                self.units[start:end] = [" "] * (end - start)
                self.styles[start:end] = _PLAIN * (end - start)
                self._blank_until = end
        elif kind == 2:
            self.units.clear()
            del self.styles[:]
        self._blank_until = min(self._blank_until, len(self.units))

    def insert(self, count: int) -> None:
        """What is pushed over the right edge is gone."""
        self._line = None
        first, last = self.column, min(len(self.units), MOST_COLUMNS)
        if first < last:
            self._cut(first)
            self._cut(last)
            self._blank_until = min(self._blank_until, first)
            blanks, rest = min(count, MOST_COLUMNS - first), self.units[first:last]
            styles = self.styles[first:last]
            self.units[first:last] = ([" "] * blanks + rest)[: MOST_COLUMNS - first]
            self.styles[first:last] = (_PLAIN * blanks + styles)[: MOST_COLUMNS - first]

    def delete(self, count: int) -> None:
        """Text beyond the right edge stays where it is."""
        self._line = None
        first, last = self.column, min(len(self.units), MOST_COLUMNS)
        if first < last:
            gone = min(count, last - first)
            self._cut(first)
            self._cut(first + gone)
            self._blank_until = min(self._blank_until, first)
            blanks = gone if len(self.units) > MOST_COLUMNS else 0
            self.units[first:last] = self.units[first + gone : last] + [" "] * blanks
            self.styles[first:last] = self.styles[first + gone : last] + _PLAIN * blanks

    def blank(self, count: int) -> None:
        """Blanks in place of what is there; the cursor stays."""
        self._line = None
        column = self.column
        if column >= len(self.units):
            return
        count = min(count, MOST_COLUMNS, len(self.units) - column)
        self._overwrite([" "] * count, PLAIN)
        self.column = column
