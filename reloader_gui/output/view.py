"""The output, painted: the rows that are in sight and no others. GUI thread.

Which those are is in scrolled_rows.py; what lies over them (selection, matches) in pane.py.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from reloader_core import Dropped, Spool
from reloader_gui.output.blank import paint_blank
from reloader_gui.output.look.layout import Layout, Shown
from reloader_gui.output.look.line_images import LineImages, look_of
from reloader_gui.output.look.palette import DARK_16, LIGHT_16, Palette, parse
from reloader_gui.output.look.row_painter import Overlay, RowPainter, overlays_on
from reloader_gui.output.scrolled_rows import MARGIN, ScrolledRows
from reloader_gui.output.text.frames import Frames
from reloader_gui.output.text.section import Kind, Row
from reloader_gui.texts.status import CONFIRM_S
from reloader_gui.ui.theme import LIGHT, Colours

LEAST_LINES = 2
WARM_UP_MS = 500
"""After the window has been shown."""


class OutputView(ScrolledRows):
    """Shows all runs in `spool`."""

    def __init__(self, spool: Spool, folder: Path, parent: QWidget | None = None) -> None:
        """`folder`: the script's."""
        super().__init__(spool, parent)
        self.setObjectName("outputView")
        self.frames = Frames(folder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self._images = LineImages()
        self._confirmed_run = -1
        self.set_colours(LIGHT)
        self._warm = QTimer(self, singleShot=True, interval=WARM_UP_MS)
        self._warm.timeout.connect(lambda: self.fonts.warm_up())
        self._confirmed = QTimer(self, singleShot=True, interval=int(CONFIRM_S * 1000))
        self._confirmed.timeout.connect(self.viewport().update)
        self.refreshed.connect(self._confirm)
        self.set_words()

    def minimumSizeHint(self) -> QSize:
        """In a low window it makes room for what stands above it."""
        height = LEAST_LINES * self.fonts.height + 2 * (MARGIN + self.frameWidth())
        return QSize(super().minimumSizeHint().width(), height)

    def set_colours(self, colours: Colours) -> None:
        self.colours = colours
        sixteen = DARK_16 if colours.name == "dark" else LIGHT_16
        of_scheme = sixteen, colours.text, colours.base, colours.accent
        self._palettes = {
            False: Palette(*of_scheme),
            True: Palette(*of_scheme, colours.veil),  # of older runs
        }
        self._images.clear()
        self.viewport().update()

    def set_font(self, font: QFont) -> None:
        self._images.clear()
        super().set_font(font)
        self._warm.start()

    def _confirm(self) -> None:
        """A run that was started again is marked for a moment. Its reason may come a bit
        later than the run."""
        newest = self.document.sections[-1] if self.document.sections else None
        if newest is None or newest.began is None or newest.serial == self._confirmed_run:
            return
        self._confirmed_run = newest.serial
        if newest.began.again:
            self._confirmed.start()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        budget = self._laid_out.budget
        budget.renew()
        self._laid_out.long_budget.renew()
        self._images.budget.renew()
        try:
            with self.spool.gate:
                self._paint(painter)
        finally:  # one that is left active stops all painting
            painter.end()
        self._go_on_later()

    def is_behind(self) -> bool:
        budgets = (self._laid_out.long_budget, self._images.budget)
        return super().is_behind() or any(budget.put_off for budget in budgets)

    def _paint(self, painter: QPainter) -> None:
        if not self.document.count and not self.spool.runs:
            area = QRectF(self.viewport().rect())
            paint_blank(painter, area, QApplication.font(), self.colours)
            return
        top = self.scrolling.top
        lines = self.scrolling.page_lines + 2
        y, sub = float(MARGIN), top.sub
        self.frames.begin_below(self._texts_above(top.row))
        painters = {
            is_old: RowPainter(painter, self.fonts, palette)
            for is_old, palette in self._palettes.items()
        }
        for row, layout in self._laid_out.rows(top.row, lines):
            if y > self.viewport().height():
                break
            first = y
            if self.frames.is_foreign(_text_of(row)):
                row = replace(row, is_old=True)  # as pale as those
            y = self._paint_row(painter, painters[row.is_old], row, layout, sub, y)
            sub = 0
            self._widen(layout.width)
            if row.kind is Kind.RULE:
                self._paint_rule(painter, row, layout, first)

    def _paint_row(
        self,
        painter: QPainter,
        rows: RowPainter,
        row: Row,
        layout: Layout,
        sub: int,
        y: float,
    ) -> float:
        """Returns where the next row begins."""
        if self._times and sub == 0 and row.kind is Kind.LINE:
            self._paint_time(painter, row, y)
        if self.document.number_columns and sub == 0 and row.kind is Kind.LINE:
            self._paint_number(painter, row, y)
        if row.kind is Kind.LINE and not row.line.text and row.long is None:
            return y + (layout.height - sub) * self.fonts.height  # empty, or there was no time
        overlays, links = self.overlays(row, layout, sub), self.link_spans(row)
        while sub < layout.height and y <= self.viewport().height():
            shown = self._laid_out.shown(layout, sub, self.scrolled_columns, self.columns + 2)
            if shown is None:
                return float(self.viewport().height()) + 1  # what is below has to wait, too
            left = self.left - self.scrolled_columns * self.fonts.cell
            first = bisect_right(links, shown.index_offset + shown.first, key=lambda link: link[1])
            end = bisect_left(links, (shown.index_offset + shown.last,))
            seen = links[first:end]
            over = overlays_on(shown, overlays)
            look = look_of(shown, over, seen)
            if look is None:
                self._paint_line(rows, shown, (left, y), over, seen)
            else:
                self._paint_image(painter, (look, row.is_old), shown, (left, y), over, seen)
            y += self.fonts.height
            sub += 1
        return y

    @staticmethod
    def _paint_line(
        rows: RowPainter,
        shown: Shown,
        at: tuple[float, float],
        overlays: list[Overlay],
        links: tuple[tuple[int, int], ...],
    ) -> None:
        rows.paint(shown, *at, overlays)
        for start, end in links:
            rows.underline(shown, *at, start, end)

    def _paint_image(
        self,
        painter: QPainter,
        look: tuple[Hashable, bool],
        shown: Shown,
        at: tuple[float, float],
        overlays: list[Overlay],
        links: tuple[tuple[int, int], ...],
    ) -> None:
        """As _paint_line(), if not in this frame then in one of the next. `look`: also whether
        the row is an older run's."""
        left, y = at
        palette = self._palettes[look[1]]

        def paint(inner: QPainter) -> None:
            rows = RowPainter(inner, self.fonts, palette)
            self._paint_line(rows, shown, (left - self.left, 0), overlays, links)

        size = QSize(self.viewport().width() - round(self.left), self.fonts.height)
        back = QColor(self.colours.base)
        self._images.draw(painter, QPointF(self.left, y), size, back, look, paint)

    def overlays(self, row: Row, layout: Layout, sub: int) -> list[Overlay]:
        """What lies over a row's own colours, from its `sub`-th line on; the last one is on
        top."""
        return []

    def _texts_above(self, index: int) -> Iterator[str]:
        while (index := index - 1) >= 0:
            yield _text_of(self.row_in_time(index)[0])

    def link_spans(self, row: Row) -> tuple[tuple[int, int], ...]:
        """Which characters of a row can be clicked."""
        return ()

    def _paint_time(self, painter: QPainter, row: Row, y: float) -> None:
        section = self.document.section_of(row.place)
        if section is None or row.offset >= section.extent.end:
            return
        try:
            clock = clock_text(section.run.time_at(row.offset))
        except Dropped:  # another page needed the room
            return
        self._paint_quietly(painter, row, MARGIN, y, clock)

    def _paint_number(self, painter: QPainter, row: Row, y: float) -> None:
        """Of its line in the run, from 1."""
        number = str(row.place.line + row.place.within + 1)
        left = self.left - (len(number) + 2) * self.fonts.cell
        self._paint_quietly(painter, row, left, y, number)

    def _paint_quietly(self, painter: QPainter, row: Row, x: float, y: float, text: str) -> None:
        painter.setFont(self.fonts.font)
        quiet = self._palettes[row.is_old].shown(parse(self.colours.quiet))
        painter.setPen(QColor(*quiet))
        painter.drawText(round(x), round(y) + self.fonts.ascent, text)

    def _paint_rule(self, painter: QPainter, row: Row, layout: Layout, y: float) -> None:
        left = self.left + layout.part(0)[1] * self.fonts.cell + 12
        right = self.viewport().width() - 12
        confirms = self._confirmed.isActive() and row.place.run == self._confirmed_run
        colour = QColor(self.colours.accent if confirms else self.colours.line)
        thickness = 2.0 if confirms else 1.0
        if right > left:
            middle = round(y + self.fonts.height / 2)
            painter.fillRect(QRectF(left, middle, right - left, thickness), colour)
        if confirms:
            painter.fillRect(QRectF(0, y, 3, self.fonts.height), colour)


def _text_of(row: Row) -> str:
    """Of an ordinary line of the script's, else nothing."""
    return row.line.text if row.kind is Kind.LINE and row.long is None else ""


def clock_text(seconds: float) -> str:
    return time.strftime("%H:%M:%S", time.localtime(seconds))
