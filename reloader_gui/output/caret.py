"""Where the keyboard moves the end of the selection to. GUI thread; asks a view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from reloader_gui.output.look.scroll import Spot
from reloader_gui.output.text.selection import Point
from reloader_gui.output.view import OutputView


def first(view: OutputView) -> Point:
    return Point(view.document.place(0), 0)


def last(view: OutputView) -> Point:
    if not view.document.count:
        return first(view)
    row, layout = view.row(view.document.count - 1)
    return Point(row.place, layout.size)


def moved(view: OutputView, point: Point, key: Qt.Key, *, by_much: bool) -> Point | None:
    """None: this key moves nothing. `by_much`: with Ctrl."""
    move = _MOVES.get(key)
    return move(view, point, by_much) if move is not None else None


def _left(view: OutputView, point: Point, by_much: bool) -> Point:
    index = view.document.index(point.place)
    _, layout = view.row(index)
    if point.at > 0:
        return Point(point.place, layout.index(layout.column(point.at) - 1))
    if index == 0:
        return point
    row, layout = view.row(index - 1)
    return Point(row.place, layout.size)


def _right(view: OutputView, point: Point, by_much: bool) -> Point:
    index = view.document.index(point.place)
    _, layout = view.row(index)
    if point.at < layout.size:
        at, column = point.at + 1, layout.column(point.at)
        while at < layout.size and layout.column(at) == column:
            at += 1
        return Point(point.place, at)
    if index == view.document.count - 1:
        return point
    return Point(view.document.place(index + 1), 0)


def _vertical(lines: Callable[[OutputView], int]) -> Callable[[OutputView, Point, bool], Point]:
    def move(view: OutputView, point: Point, by_much: bool) -> Point:
        index = view.document.index(point.place)
        _, layout = view.row(index)
        column = layout.column(point.at)
        sub = layout.sub_of(column)
        column -= layout.part(sub)[0]
        spot = view.scrolling.moved(Spot(index, sub), lines(view))
        if spot == Spot(index, sub):
            return last(view) if lines(view) > 0 else first(view)
        row, layout = view.row(spot.row)
        start, end = layout.part(spot.sub)
        return Point(row.place, layout.index(min(start + column, end)))

    return move


def _home(view: OutputView, point: Point, by_much: bool) -> Point:
    return first(view) if by_much else Point(point.place, 0)


def _end(view: OutputView, point: Point, by_much: bool) -> Point:
    if by_much:
        return last(view)
    _, layout = view.row(view.document.index(point.place))
    return Point(point.place, layout.size)


_MOVES: dict[Qt.Key, Callable[[OutputView, Point, bool], Point]] = {
    Qt.Key.Key_Left: _left,
    Qt.Key.Key_Right: _right,
    Qt.Key.Key_Up: _vertical(lambda view: -1),
    Qt.Key.Key_Down: _vertical(lambda view: 1),
    Qt.Key.Key_PageUp: _vertical(lambda view: 1 - view.scrolling.page_lines),
    Qt.Key.Key_PageDown: _vertical(lambda view: view.scrolling.page_lines - 1),
    Qt.Key.Key_Home: _home,
    Qt.Key.Key_End: _end,
}
