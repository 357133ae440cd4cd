"""Which part of the document is in the view: following the end, or staying put. Qt-free.

GUI thread. The scroll bar counts rows: how high each of ten million rows is, wrapped,
nobody knows. Only a line of megabytes counts with its height.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reloader_gui.output.look.layout import LaidOut
from reloader_gui.output.text.document import Document
from reloader_gui.output.text.section import Place

MOST_STEPS = 1 << 30
"""A scroll bar's values are 32 bits wide."""


class Spot(NamedTuple):
    """A line of the view: the row, and which of its lines when it is wrapped."""

    row: int
    sub: int = 0


class Scroll:
    def __init__(self, document: Document, laid_out: LaidOut) -> None:
        self._document = document
        self._laid_out = laid_out
        self.page_lines = 1
        """How many lines the view has room for."""
        self.follows = True
        self.end = Spot(0)
        """The top line when the end is in the view; measure() finds it."""
        self._top = Place(0, 0)
        self._sub = 0
        self._measured: tuple[list[tuple[int, int]], int] = ([], 1)
        """_tall_rows() when the bar's range was told: its values are to mean the same."""
        self._heights_of = (-1, -1, -1)
        """What `end` was found for."""

    # -- where it is

    @property
    def top(self) -> Spot:
        if self.follows:
            return self.end
        return Spot(self._document.index(self._top), self._sub)

    def measure(self) -> None:
        """After the document or the view has changed. The newest page's first row is on
        top while all of the page fits."""
        heights = self._document.times_counted, self._laid_out.times_cleared, self.page_lines
        if heights != self._heights_of or self._laid_out.budget.put_off:
            self._heights_of = heights
            self.end = self._find_end()
        self._measured = self._tall_rows()

    def _find_end(self) -> Spot:
        newest, count, room = self._document.newest_start, self._document.count, self.page_lines
        heights = self._laid_out.heights_before(count, room)
        for index, height in zip(range(count - 1, -1, -1), heights, strict=False):
            if height > room:
                return self._or_newest(Spot(index, height - room), newest)
            room -= height
            if index == newest or room == 0:
                return Spot(index)
        return Spot(0)

    @staticmethod
    def _or_newest(spot: Spot, newest: int) -> Spot:
        """A row that does not fit as a whole begins above the view."""
        return Spot(newest) if spot.row < newest else spot

    # -- moving

    def follow(self) -> None:
        self.follows = True

    def stay(self) -> None:
        """At what is shown now, also at the end."""
        self._hold(self.top)

    def go_to(self, spot: Spot) -> None:
        """At the end it follows again."""
        self._hold(spot)
        self.follows = spot >= self.end

    def go_to_run(self, step: int) -> None:
        """To the beginning of the run before this one (-1) or after it (1)."""
        starts, top = self._document.run_starts(), self.top
        if step < 0:
            before = [start for start in starts if Spot(start) < top]
            self.go_to(Spot(before[-1] if before else 0))
        elif after := [start for start in starts if Spot(start) > top]:
            self.go_to(Spot(after[0]))
        else:
            self.follow()

    def _hold(self, spot: Spot) -> None:
        index = max(0, spot.row)
        self._top = self._document.place(index)
        height = self._height(index)
        self._sub = max(0, min(spot.sub, height - 1))
        self.follows = False

    def moved(self, spot: Spot, lines: int) -> Spot:
        """So many lines of the view further down."""
        index, sub = spot
        sub += lines
        if sub < 0:
            for height in self._laid_out.heights_before(index, -sub):
                index, sub = index - 1, sub + height
                if sub >= 0:
                    break
            return Spot(index, max(0, sub))
        for height in self._heights(index, sub + 1):
            if sub < height or index >= self._document.count - 1:
                return Spot(index, min(sub, height - 1))
            index, sub = index + 1, sub - height
        return Spot(index, sub)

    def _height(self, index: int) -> int:
        """Of one row, with a time of its own: one for which the frame has none left would count as
        one line, and a step would leave the others out."""
        is_there = index < self._document.count
        return self._laid_out.row_in_time(index)[1].height if is_there else 0

    def _heights(self, index: int, count: int) -> Iterator[int]:
        """The first mostly as it is, the others as far as the frame has time."""
        if index < self._document.count:
            yield self._height(index)
        yield from self._laid_out.heights(index + 1, count - 1)

    def show(self, spot: Spot) -> None:
        """Move as little as it takes to have this line in the view."""
        top = self.top
        if spot < top:
            self.go_to(spot)
        elif spot > (last := self.moved(top, self.page_lines - 1)):
            far = spot.row - last.row > self.page_lines
            self.go_to(self.moved(spot, -(self.page_lines // 2 if far else self.page_lines - 1)))

    def show_on_top(self, row: int) -> None:
        self.go_to(Spot(row))

    def show_in_middle(self, row: int) -> None:
        self.go_to(self.moved(Spot(row), -(self.page_lines // 2)))

    # -- the scroll bar

    def _tall_rows(self) -> tuple[list[tuple[int, int]], int]:
        """(row, lines above one) of the tall rows, and how much one step is."""
        tall = []
        for place, height in self._laid_out.tall.items():
            index = self._document.index(place)
            if self._document.place(index) == place:  # else it was dropped
                tall.append((index, height - 1))
        tall.sort()
        total = self._document.count + sum(more for _, more in tall)
        return tall, 1 + total // MOST_STEPS

    def value(self, spot: Spot) -> int:
        tall, step = self._measured
        value = spot.row + sum(more for index, more in tall if index < spot.row)
        if any(index == spot.row for index, _ in tall):
            value += spot.sub
        return value // step

    def spot(self, value: int) -> Spot:
        tall, step = self._measured
        value *= step
        for index, more in tall:
            if value < index:
                break
            if value <= index + more:
                return Spot(index, value - index)
            value -= more
        return Spot(min(value, max(0, self._document.count - 1)))
