"""Paints one line of the view: stretches of a style, with what is selected or found.

GUI thread. Each stretch is drawn where the grid says, whatever font its letters come
from: a table with Chinese or emoji in it stays a table.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from reloader_core import frozen
from reloader_gui.output.look.fonts import Fonts
from reloader_gui.output.look.layout import Shown
from reloader_gui.output.look.palette import Palette, Rgb, readable
from reloader_gui.output.text.style import STRIKE, UNDERLINE, Style, style_of

UNDERLINE_GAP = 1


@frozen
class Overlay:
    """A background over the characters start .. end - 1 of a row."""

    start: int
    end: int
    back: Rgb


class RowPainter:
    def __init__(self, painter: QPainter, fonts: Fonts, palette: Palette) -> None:
        self._painter = painter
        self._fonts = fonts
        self._palette = palette

    def paint(self, shown: Shown, left: float, top: float, overlays: list[Overlay]) -> None:
        cuts, backs = _flat(overlays, shown)
        for start, end, style in _stretches(shown, cuts):
            look = self._palette.look(style)
            at = bisect_right(cuts, start) - 1
            over = backs[at] if at >= 0 else None
            back = look.back if over is None else over
            fore = look.fore if back is look.back or back is None else readable(look.fore, back)
            self._stretch(shown, start, end, style.flags, (fore, back), (left, top))

    def underline(self, shown: Shown, left: float, top: float, start: int, end: int) -> None:
        """A thin line under the characters start .. end - 1 of the row, as far as they are seen."""
        first = max(start - shown.index_offset, shown.first)
        last = min(end - shown.index_offset, shown.last)
        if first < last:
            cell, column = self._fonts.cell, shown.layout.column
            x, right = (left + (column(at) - shown.left_column) * cell for at in (first, last))
            y = top + self._fonts.ascent + UNDERLINE_GAP
            self._painter.fillRect(QRectF(x, y, right - x, 1), QColor(*self._palette.link))

    def _stretch(
        self,
        shown: Shown,
        start: int,
        end: int,
        flags: int,
        colours: tuple[Rgb, Rgb | None],
        origin: tuple[float, float],
    ) -> None:
        layout, cell = shown.layout, self._fonts.cell
        left, top = origin
        column = layout.column(start) - shown.left_column
        fore, back = colours
        if back is not None:
            width = (layout.column(end) - shown.left_column - column) * cell
            area = QRectF(left + column * cell, top, width, self._fonts.height)
            self._painter.fillRect(area, QColor(*back))
        text = layout.text(start, end)
        if text.isspace() and not flags & (UNDERLINE | STRIKE):
            return
        self._painter.setPen(QColor(*fore))
        if text.isascii() and "\t" not in text:
            self._painter.setFont(self._fonts.variant(flags))
            at = QPointF(left + column * cell, top + self._fonts.ascent)
            self._painter.drawText(at, text)
            return
        columns = layout.columns_of(start, end)
        for group in groups(text, columns, lambda unit, n: self._fonts.fitted(unit, n, flags)):
            self._group(group, QPointF(left + (group.column - shown.left_column) * cell, top))

    def _group(self, group: Group, at: QPointF) -> None:
        """`at`: the upper left corner of its place."""
        self._painter.setFont(group.font)
        is_tall = self._fonts.is_tall(group.font)
        if group.squeeze == 1.0 and not is_tall:
            self._painter.drawText(at + QPointF(0, self._fonts.ascent), group.text)
            return
        ascent = self._fonts.natural_ascent if is_tall else self._fonts.ascent
        self._painter.save()
        self._painter.translate(at)
        self._painter.scale(group.squeeze, self._fonts.stretch if is_tall else 1.0)
        self._painter.drawText(QPointF(0, ascent), group.text)
        self._painter.restore()


def overlays_on(shown: Shown, overlays: list[Overlay]) -> list[Overlay]:
    """Those that are seen on a line of the view: a long row may have hundreds."""
    first, last = shown.first + shown.index_offset, shown.last + shown.index_offset
    return [each for each in overlays if each.start < last and each.end > first]


def _flat(overlays: list[Overlay], shown: Shown) -> tuple[list[int], list[Rgb | None]]:
    """Where the background changes, and what it is from there on."""
    whole, base = shown.layout.whole, shown.index_offset
    spans = [whole(overlay.start - base, overlay.end - base) for overlay in overlays]
    cuts = sorted({at for span in spans for at in span})
    backs: list[Rgb | None] = [None] * len(cuts)
    for (start, end), overlay in zip(spans, overlays, strict=True):
        first, last = bisect_left(cuts, start), bisect_left(cuts, end)
        backs[first:last] = [overlay.back] * (last - first)
    return cuts, backs


_end = itemgetter(0)


def spans_in(shown: Shown) -> tuple[tuple[int, int], ...]:
    """What is shown, as Line has it: (end, style), counted from its first character."""
    spans = shown.layout.line.spans
    at, last = bisect_right(spans, shown.first, key=_end), bisect_left(spans, shown.last, key=_end)
    return tuple((min(end, shown.last) - shown.first, style) for end, style in spans[at : last + 1])


def _stretches(shown: Shown, cuts: list[int]) -> Iterator[tuple[int, int, Style]]:
    """What is shown, cut where the style or the background changes."""
    spans = shown.layout.line.spans
    at = bisect_right(spans, shown.first, key=_end)
    start = spans[at - 1][0] if at else 0
    for end, code in islice(spans, at, None):
        if start >= shown.last:
            break
        style = style_of(code)
        first, last = max(start, shown.first), min(end, shown.last)
        start = end
        for cut in cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]:
            yield first, cut, style
            first = cut
        if first < last:
            yield first, last, style


# An accent that was written apart belongs to the plain letter before it.
_PIECES = re.compile(
    "(?P<plain>[ -~]+(?![\u0300-\u036f\u200d\ufe0f\u20e3]))"
    "|(?P<joining>[\u0590-\u10ff\ufb1d-\ufdff\ufe70-\ufefe][ \u0590-\u10ff\ufb1d-\ufefe]*)"
    "|[^ -~\t\u0590-\u10ff\ufb1d-\ufdff\ufe70-\ufefe]+|[ -~][^ -~\t]*"
)


@dataclass(slots=True)
class Group:
    """What can be drawn at once. Nothing else is at `end`, the column behind it."""

    text: str
    column: int
    end: int
    font: QFont
    squeeze: float
    is_single: bool
    """Made of units of one character each."""


Fit = Callable[[str, int], tuple[QFont, float]]


def groups(text: str, columns: list[int], fit: Fit) -> Iterator[Group]:
    """`columns`: where each character begins, and where the text ends. Letters that may
    join (Arabic) are one group; others are while they need the same spacing."""
    run: list[Group] = []
    for start, end in _pieces(text, columns):
        unit, column, after = text[start:end], columns[start], columns[end]
        font, squeeze = fit(unit, after - column)
        group = Group(unit, column, after, font, squeeze, is_single=end == start + 1)
        if run and _goes_on(run[-1], group):
            run[-1].text += unit
            run[-1].end = after
        else:
            yield from run
            run = [group]
    yield from run


def _pieces(text: str, columns: list[int]) -> Iterator[tuple[int, int]]:
    """Plain words, letters that may join, and what is left: units. No tabs."""
    for found in _PIECES.finditer(text):
        if found.lastgroup is not None:
            yield found.span()
            continue
        at, last = found.span()
        while at < last:
            end = at + 1
            while end < last and columns[end] == columns[at]:
                end += 1
            yield at, end
            at = end


def _goes_on(before: Group, group: Group) -> bool:
    return (
        before.font is group.font
        and before.squeeze == group.squeeze == 1.0
        and before.end == group.column
        and before.is_single
        and group.is_single
    )
