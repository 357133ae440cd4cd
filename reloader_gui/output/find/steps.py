"""From hit to hit: to the next one, or to the one before. GUI thread.

A row may take more than a frame to work out, and where what was found has been overwritten a
thousand rows are looked through: a step that has not come to its end goes on in the next frame.
"""

from __future__ import annotations

from collections.abc import Iterator

from reloader_gui.output.find.search import Search
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.frame_budget import FrameBudget
from reloader_gui.output.text.section import Kind, Place
from reloader_gui.output.text.selection import Point
from reloader_gui.output.text.wanted import Patience, Wanted

_MOST_SKIPPED = 1000

Span = tuple[int, int]
Found = tuple[Point, Point]
Walk = Iterator[Found | None]
"""None: it takes another frame. Nothing comes where there is no hit."""


class Steps:
    """All of it raises TooSlow where the expression takes too long."""

    def __init__(self, pane: OutputPane, search: Search) -> None:
        self._pane = pane
        self._search = search
        self._wanted: Wanted | None = None
        self._budget = FrameBudget()
        self._patience = Patience()
        self._walk: Walk = iter(())
        self.found: Found | None = None
        """Where the step has led to; None: there is no hit."""

    def look_for(self, wanted: Wanted | None) -> None:
        self._wanted = wanted
        self._walk = iter(())

    def begin(self, *, forward: bool) -> None:
        """A step; go_on() does it."""
        self._patience = Patience()
        self._walk = self._next() if forward else self._previous()

    def go_on(self) -> bool:
        """For a frame. Whether the step has come to its end: `found`."""
        self._budget.renew()
        with self._budget.spending():
            self.found = next(self._walk, None)
        return self.found is not None or not self._budget.put_off

    def number(self) -> int | None:
        """Which hit is selected, from 1; 0: none. None: it takes another frame."""
        start, end = self._pane.selection.start, self._pane.selection.end
        self._patience = Patience()
        self._budget.renew()
        with self._budget.spending():
            spans = self._spans_in_time(start.place)
        if spans is None:
            return None
        if start.place != end.place or (start.at, end.at) not in spans:
            return 0
        return self._search.hits.before(start.place) + spans.index((start.at, end.at)) + 1

    def _spans_in_time(self, place: Place) -> list[Span] | None:
        """Where it stands in a row. None: that takes another frame."""
        index = self._pane.document.index(place)
        row = next(self._pane.document.each_row(index, 1, self._budget.is_spent), None)
        if self._budget.put_off:
            return None
        if self._wanted is None or row is None or row.place != place or row.kind is not Kind.LINE:
            return []  # of the kinds: others are ours, and not searched
        return self._patience.spans(self._wanted, row.line.text)

    def _spans(self, place: Place, into: list[Span]) -> Iterator[None]:
        while (spans := self._spans_in_time(place)) is None:
            yield
        into[:] = spans

    def _next(self) -> Walk:
        here, spans = self._here(), list[Span]()
        yield from self._spans(here.place, spans)
        for start, end in spans:
            if start >= here.at:
                yield from self._shown(here.place, start, end)
                return
        yield from self._first_of(self._search.hits.up_to(here.place), 1, 0)

    def _previous(self) -> Walk:
        here, spans = self._pane.selection.start, list[Span]()
        if not self._pane.selection:
            here = self._here()
        yield from self._spans(here.place, spans)
        for start, end in reversed(spans):
            if start < here.at:
                yield from self._shown(here.place, start, end)
                return
        yield from self._first_of(self._search.hits.before(here.place) - 1, -1, -1)

    def _here(self) -> Point:
        """Behind what is selected; else the top of the view."""
        if self._pane.selection:
            return self._pane.selection.end
        return Point(self._pane.document.place(self._pane.scrolling.top.row), 0)

    def _first_of(self, number: int, step: int, which: int) -> Walk:
        """The first row, from this hit on, in which it can be seen: what was overwritten
        is not."""
        hits, spans = self._search.hits, list[Span]()
        for _ in range(min(len(hits), _MOST_SKIPPED)):
            if self._budget.is_spent():
                yield None
            place = hits.place(number % len(hits))
            yield from self._spans(place, spans)
            if spans:
                yield from self._shown(place, *spans[which])
                return
            number += step

    def _shown(self, place: Place, start: int, end: int) -> Walk:
        """As soon as the row is laid out: to be selected, and scrolled to."""
        while not self._pane.is_laid_out(self._pane.document.index(place)):
            self._budget.put_off = True
            yield None
        yield Point(place, start), Point(place, end)
