"""What is selected: from an anchor to a caret, across any number of rows. Qt-free."""

from __future__ import annotations

import re
from typing import NamedTuple

from reloader_gui.output.text.section import Place

_WORDS = re.compile(r"[\w./\\:~@%+-]+|\s+|.")


class Point(NamedTuple):
    """Between two characters of a row."""

    place: Place
    at: int


ORIGIN = Point(Place(0, 0), 0)


class Selection:
    """anchor stays, caret moves; both are part of what is selected by words or rows."""

    def __init__(self) -> None:
        self.anchor = self.anchor_end = self.caret = ORIGIN

    @property
    def start(self) -> Point:
        return min(self.anchor, self.caret)

    @property
    def end(self) -> Point:
        return max(self.anchor_end, self.caret)

    def __bool__(self) -> bool:
        return self.start < self.end

    def begin(self, point: Point, end: Point | None = None) -> None:
        """Nothing, or what must stay selected while the mouse is dragged on."""
        self.anchor, self.anchor_end = point, end or point
        self.caret = end or point

    def extend(self, start: Point, end: Point | None = None) -> None:
        """To this point; or to the nearer part of a word or row, away from the anchor."""
        self.caret = start if start < self.anchor else end or start

    def clear(self) -> None:
        self.begin(self.caret)

    def within(self, place: Place, size: int) -> tuple[int, int] | None:
        """Which characters of a row are selected; the row's end counts as one."""
        start, end = self.start, self.end
        if place < start.place or place > end.place or not self:
            return None
        first = start.at if place == start.place else 0
        last = end.at if place == end.place else size + 1
        return (first, last) if first < last else None


def word_at(text: str, index: int) -> tuple[int, int]:
    """The word around a character: a path and an address are one."""
    for found in _WORDS.finditer(text):
        if found.start() <= index < found.end():
            return found.span()
    return len(text), len(text)
