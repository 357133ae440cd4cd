"""Where a search has found something: the rows of all hits, in their order. Qt-free.

One thread adds, any thread reads. The text itself is not kept: only numbers, so many bytes
for each hit, and at most MOST_HITS of them.
"""

from __future__ import annotations

import threading
from array import array
from bisect import bisect_left, bisect_right

from reloader_gui.output.text.section import Place

MOST_HITS = 1_000_000


class Hits:
    """A row with two hits is there twice among the hits, and once among the rows."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._serials = array("Q")
        self._lines = array("Q")
        self._withins = array("Q")
        self._firsts = array("Q")
        """Of each row its first hit."""
        self._of_runs: dict[int, tuple[int, int]] = {}

    def __len__(self) -> int:
        return len(self._withins)

    def add(self, serial: int, lines: list[int], withins: list[int] | None = None) -> None:
        """Hits of a run, behind all that are there."""
        lines = lines[: MOST_HITS - len(self)]
        withins = (withins or [0] * len(lines))[: len(lines)]
        with self._lock:
            first, last = self._of_runs.get(serial, (len(self._firsts),) * 2)
            row = (self._lines[-1], self._withins[-1]) if first < last else (-1, 0)
            rows = list(zip(lines, withins, strict=True))
            above = zip(rows, [row, *rows], strict=False)
            base = len(self)
            self._firsts.extend([base + at for at, (one, two) in enumerate(above) if one != two])
            self._serials.extend([serial] * len(lines))
            self._lines.extend(lines)
            self._withins.extend(withins)
            self._of_runs[serial] = first, len(self._firsts)

    def place(self, number: int) -> Place:
        with self._lock:
            return self._place(number)

    def _place(self, number: int) -> Place:
        return Place(self._serials[number], self._lines[number], self._withins[number])

    def before(self, place: Place) -> int:
        """How many are in rows above this one."""
        return bisect_left(range(len(self)), place, key=self.place)

    def up_to(self, place: Place) -> int:
        """How many are in rows above this one, and in it."""
        return bisect_right(range(len(self)), place, key=self.place)

    # -- rows

    def rows_of_runs(self) -> dict[int, tuple[int, int]]:
        """(first, last + 1): the numbers of each run's rows, as they are now."""
        with self._lock:
            return dict(self._of_runs)

    def row(self, number: int) -> Place:
        with self._lock:
            return self._place(self._firsts[number])

    def row_before(self, place: Place, first: int, last: int) -> int:
        """Of the rows first .. last - 1, the first that is not above this place."""
        return bisect_left(range(last), place, lo=first, key=self.row)

    def rows(self, first: int, last: int) -> list[tuple[int, int]]:
        """Of the rows first .. last - 1, (line, row within its fold)."""
        with self._lock:
            numbers = self._firsts[first:last]
            return [(self._lines[number], self._withins[number]) for number in numbers]
