"""Paints one line of the view: stretches of a style, with what is selected or found.

GUI thread. Each stretch is drawn where the grid says, whatever font its letters come
from: a table with Chinese or emoji in it stays a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from reloader_gui.output.fonts import Fonts, may_join
from reloader_gui.output.layout import Shown
from reloader_gui.output.palette import Palette, Rgb, readable
from reloader_gui.output.style import STRIKE, UNDERLINE, Style


@dataclass(frozen=True, slots=True)
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
        for start, end, style in self._stretches(shown, overlays):
            look = self._palette.look(style)
            back = look.back
            for overlay in overlays:
                if overlay.start - shown.base < end and start < overlay.end - shown.base:
                    back = overlay.back
            fore = look.fore if back is look.back or back is None else readable(look.fore, back)
            self._stretch(shown, start, end, style.flags, (fore, back), (left, top))

    def _stretches(self, shown: Shown, overlays: list[Overlay]) -> Iterator[tuple[int, int, Style]]:
        cuts = sorted(
            {at - shown.base for overlay in overlays for at in (overlay.start, overlay.end)}
        )
        start = 0
        for end, style in shown.layout.line.spans:
            first, last = max(start, shown.first), min(end, shown.last)
            start = end
            for cut in cuts:
                if first < cut < last:
                    yield first, cut, style
                    first = cut
            if first < last:
                yield first, last, style

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
        column = layout.column(start) - shown.origin
        fore, back = colours
        if back is not None:
            width = (layout.column(end) - shown.origin - column) * cell
            area = QRectF(left + column * cell, top, width, self._fonts.height)
            self._painter.fillRect(area, QColor(*back))
        text = layout.text(start, end)
        if text.isspace() and not flags & (UNDERLINE | STRIKE):
            return
        self._painter.setPen(QColor(*fore))
        baseline = top + self._fonts.ascent
        if text.isascii() and "\t" not in text:
            self._painter.setFont(self._fonts.variant(flags))
            self._painter.drawText(QPointF(left + column * cell, baseline), text)
            return
        for piece, first, columns in groups(text, layout.columns_of(start, end)):
            x = left + (first - shown.origin) * cell
            self._piece(piece, columns, flags, QPointF(x, baseline))

    def _piece(self, text: str, columns: int, flags: int, at: QPointF) -> None:
        font, squeeze = self._fonts.fitted(text, columns, flags)
        self._painter.setFont(font)
        if squeeze == 1.0:
            self._painter.drawText(at, text)
            return
        self._painter.save()
        self._painter.translate(at)
        self._painter.scale(squeeze, 1.0)
        self._painter.drawText(QPointF(0, 0), text)
        self._painter.restore()


def groups(text: str, columns: list[int]) -> Iterator[tuple[str, int, int]]:
    """(text, first column, columns) of what can be drawn at once. `columns`: where each
    character begins, and where the text ends."""
    units: list[tuple[str, int, int, str]] = []
    at = 0
    for _, same in groupby(range(len(text)), key=lambda index: columns[index]):
        end = at + sum(1 for _ in same)
        unit, width = text[at:end], columns[end] - columns[at]
        kind = "join" if may_join(unit) else f"{width}{'a' if unit.isascii() else ''}"
        if len(unit) > 1 and kind != "join":
            kind = f"alone {at}"
        if unit != "\t":
            units.append((unit, columns[at], width, kind))
        at = end
    run: list[tuple[str, int, int, str]] = []
    for each in units:
        if run and (each[3] != run[-1][3] or each[1] != run[-1][1] + run[-1][2]):
            yield _joined(run)
            run = []
        run.append(each)
    if run:
        yield _joined(run)


def _joined(run: list[tuple[str, int, int, str]]) -> tuple[str, int, int]:
    return "".join(each[0] for each in run), run[0][1], sum(each[2] for each in run)
