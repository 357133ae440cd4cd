"""Which rows of the output are in sight: scrolling, the bars, and where a character is.

GUI thread. What the rows say is in document.py, where the view is in look/scroll.py, when it
looks at the spool in watch.py; view.py paints what is here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QApplication, QWidget

from reloader_core import Dropped, Spool
from reloader_gui.output.look.fonts import Fonts
from reloader_gui.output.look.layout import LaidOut, Layout
from reloader_gui.output.look.scroll import Scroll, Spot
from reloader_gui.output.text.frame_budget import IsSpent
from reloader_gui.output.text.hits import Hits
from reloader_gui.output.text.picked import PickedDocument
from reloader_gui.output.text.section import Place, Row
from reloader_gui.output.watch import Watch
from reloader_gui.texts.output import OUTPUT
from reloader_gui.ui.widgets import Worded, button, put_words

MARGIN = 8
TIME_COLUMNS = 10


class ScrolledRows(Worded, QAbstractScrollArea):
    """Of all runs in `spool`; wake() says that something has come."""

    waits_changed = Signal(bool)
    """Whether the last line is unfinished and nothing has come for a while."""
    refreshed = Signal()
    """Something has come, and is counted."""
    moved = Signal()
    """Other rows are seen, or in other places."""

    def __init__(self, spool: Spool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spool = spool
        self.document = PickedDocument(spool)
        self.watch = Watch(self.document, self)
        self._laid_out = LaidOut(self.document, lambda: self.columns if self._wraps else 0)
        self.scrolling = Scroll(self.document, self._laid_out)
        self.fonts = Fonts(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._wraps = True
        self._times = False
        self._widest = 0
        self._waits = False
        self._moving = False
        self._wheel_rest = 0.0
        self.watch.came.connect(self._on_came)
        self.watch.rested.connect(lambda: self._set_waits(self._is_unfinished()))
        self._make_latest()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().actionTriggered.connect(self._on_step)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _make_latest(self) -> None:
        self._latest = button("latestButton")
        self._latest.setParent(self)
        self._latest.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._latest.clicked.connect(self.follow)
        self._latest.hide()

    def set_words(self) -> None:
        self.setAccessibleName(OUTPUT.name())
        put_words(self._latest, OUTPUT.latest(), OUTPUT.latest_tip())
        self._place_latest()
        self._lay_out_again()

    # -- what others ask for

    def wake(self) -> None:
        """Any thread: there is something new in the spool."""
        self.watch.wake()

    def set_font(self, font: QFont) -> None:
        self.fonts = Fonts(font)
        self.setFont(font)
        self._lay_out_again()

    def set_wraps(self, wraps: bool) -> None:
        """Whether a line that is too wide goes on in the next row. The place is kept."""
        self._wraps = wraps
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if wraps else policy.ScrollBarAsNeeded
        )
        self._lay_out_again()

    @property
    def wraps(self) -> bool:
        return self._wraps

    @property
    def shows_times(self) -> bool:
        return self._times

    def set_times(self, shown: bool) -> None:
        """Whether each row says when it came."""
        self._times = shown
        self._lay_out_again()

    def set_side(self, width: int) -> None:
        """Keep so many pixels free between the text and the scroll bar."""
        self.setViewportMargins(0, 0, width, 0)

    def set_only_last(self, only: bool) -> None:
        """Show the newest run only, or all."""
        self.document.only_last = only
        self._laid_out.clear()
        self.refresh()

    def show_only(self, hits: Hits | None) -> None:
        """The rows of these hits, each with its line's number, or all rows."""
        self.document.show_only(hits)
        self._lay_out_again()

    def show_more_hits(self, *, is_all: bool) -> None:
        """There are more than before; until it is all, the bar alone says so, as a rule: where the
        view would be at the end is only known when the rows there have been read."""
        columns = self.document.number_columns
        self.document.pick()
        if self.document.number_columns != columns:
            self._lay_out_again()
        elif is_all or self.scrolling.follows:
            self._sync()
        else:
            self._moving = True
            self.verticalScrollBar().setMaximum(self.document.count)
            self._moving = False
            self.viewport().update()

    def empty(self) -> None:
        """Clear what is shown; the running script's next output comes as ever."""
        with self._taking_in() as is_spent:
            self.document.clear(is_spent)
        self._show_anew()

    def show_cleared(self) -> None:
        """Take back what empty() has done."""
        with self._taking_in() as is_spent:
            self.document.show_cleared(is_spent)
        self._show_anew()

    def _show_anew(self) -> None:
        self._laid_out.clear()
        self._widest = 0
        self.horizontalScrollBar().setRange(0, 0)
        self.follow()
        self.refreshed.emit()

    def follow(self) -> None:
        """Show the newest output, and go on doing so."""
        self.scrolling.follow()
        self._sync()

    def go_to_run(self, step: int) -> None:
        """To the beginning of the run before this one (-1) or after it (1)."""
        self.scrolling.go_to_run(step)
        self._sync()

    def go_to(self, spot: Spot) -> None:
        self.scrolling.go_to(spot)
        self._sync()

    def refresh(self) -> None:
        """Take in what has come."""
        newest = self.document.sections[-1:]
        columns = self.document.number_columns
        with self._taking_in() as is_spent:
            self.document.refresh(is_spent)
        if self.document.number_columns != columns:
            self._lay_out_again()
        if self.document.sections[-1:] != newest:
            self.scrolling.follow()
        self._sync()
        self.refreshed.emit()

    @contextlib.contextmanager
    def _taking_in(self) -> Iterator[IsSpent]:
        """While nothing is written; what follows has a frame's time of its own."""
        budget = self._laid_out.budget
        budget.renew()
        with self.spool.gate, budget.spending():
            yield budget.is_spent
        budget.renew()
        if self.document.is_stale:
            self.wake()

    def _on_came(self) -> None:
        self._set_waits(False)
        self.refresh()

    def _is_unfinished(self) -> bool:
        if not self.document.sections:
            return False
        run = self.document.sections[-1].run
        extent = run.extent
        try:
            return extent.end > extent.first and run.read(extent.end - 1, 1) not in b"\r\n"
        except Dropped:
            return False

    def _set_waits(self, waits: bool) -> None:
        if waits != self._waits:
            self._waits = waits
            self.waits_changed.emit(waits)

    # -- rows, laid out

    def row(self, index: int) -> tuple[Row, Layout]:
        """A row and its layout; laid out again when it has changed."""
        return self._laid_out.row(index)

    def row_in_time(self, index: int) -> tuple[Row, Layout]:
        """The same, for what is under the mouse; blank if it takes longer than a frame."""
        return self._laid_out.row_in_time(index)

    def is_laid_out(self, index: int) -> bool:
        """Whether row() gives it at once, after a frame's work on it at most."""
        return self._laid_out.is_ready(index)

    def rows(self, index: int, count: int) -> list[tuple[Row, Layout]]:
        return list(self._laid_out.rows(index, count))

    @property
    def columns(self) -> int:
        """How many fit side by side."""
        room = self.viewport().width() - self.left - MARGIN
        return max(8, int(room / self.fonts.cell))

    @property
    def left(self) -> float:
        """Where the text begins: behind the time and the line's number, if they are shown."""
        times = TIME_COLUMNS if self._times else 0
        return MARGIN + (times + self.document.number_columns) * self.fonts.cell

    @property
    def scrolled_columns(self) -> int:
        return 0 if self._wraps else self.horizontalScrollBar().value()

    def _lay_out_again(self) -> None:
        """The row at the top stays there, whatever its height is now."""
        if not self.scrolling.follows:
            self.scrolling.go_to(Spot(self.scrolling.top.row))
        self._laid_out.clear()
        self._widest = 0
        self._sync()

    # -- scrolling

    def _sync(self) -> None:
        """The scroll bars, the Latest button and the picture follow from where we are."""
        room = self.viewport().height() - 2 * MARGIN
        self.scrolling.page_lines = max(1, room // self.fonts.height)
        bar = self.verticalScrollBar()
        self._moving = True
        with self.spool.gate:
            self.scrolling.measure()
            end, top = self.scrolling.end, self.scrolling.top
        bar.setPageStep(self.scrolling.page_lines)
        bar.setRange(0, self.scrolling.value(end))
        bar.setValue(self.scrolling.value(top))
        self._moving = False
        self._go_on_later()
        if self._latest.isHidden() != (top >= end):
            self._latest.setVisible(top < end)
            self._place_latest()
        self.viewport().update()
        self.moved.emit()

    def _go_on_later(self) -> None:
        """If a frame had not time enough for all of it."""
        if self.is_behind():
            self.document.look_again()
            self.wake()

    def is_behind(self) -> bool:
        """Whether the last frame has left something over."""
        return self._laid_out.budget.put_off

    def _on_scrolled(self, value: int) -> None:
        if self._moving:
            return
        if value >= self.verticalScrollBar().maximum():
            self.follow()
        else:
            self.go_to(self.scrolling.spot(value))

    def _on_step(self, action: int) -> None:
        """The bar's arrows move by lines of the view, also within a row that is wrapped."""
        actions = QAbstractSlider.SliderAction
        page = self.scrolling.page_lines - 1
        steps = {
            actions.SliderSingleStepAdd.value: 1,
            actions.SliderSingleStepSub.value: -1,
            actions.SliderPageStepAdd.value: page,
            actions.SliderPageStepSub.value: -page,
        }
        if action in steps:
            self.scroll_by(steps[action])
            self.verticalScrollBar().setSliderPosition(self.verticalScrollBar().value())

    def scroll_by(self, lines: int) -> None:
        self._laid_out.budget.renew()  # what the last picture has spent is no reason to be wrong
        self.go_to(self.scrolling.moved(self.scrolling.top, lines))

    def scroll_sideways(self, columns: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + columns)

    def _place_latest(self) -> None:
        self._latest.adjustSize()
        area = self.viewport().geometry()
        size = self._latest.size()
        self._latest.move(area.right() - size.width() - 12, area.bottom() - size.height() - 12)
        self._latest.raise_()

    def _widen(self, columns: int) -> None:
        """The horizontal bar covers the widest row that was seen."""
        if columns > self._widest and not self._wraps:
            self._widest = columns
            bar, page = self.horizontalScrollBar(), self.columns
            bar.setPageStep(page)
            bar.setSingleStep(4)
            bar.setRange(0, max(0, columns - page))

    # -- where something is

    def spot_at(self, y: float) -> Spot:
        """The line of the view at a height, which may be above or below it."""
        return self.scrolling.moved(self.scrolling.top, self._line_at(y))

    def _line_at(self, y: float) -> int:
        return int((y - MARGIN) // self.fonts.height)

    def column_at(self, x: float, layout: Layout, sub: int, *, nearest: bool = True) -> int:
        """The column of the row at a place in the view; between two, the nearer one."""
        first, last = layout.part(sub)
        column = (x - self.left) / self.fonts.cell + self.scrolled_columns
        return max(first, min(last, first + int(column + (0.5 if nearest else 0.0))))

    def line_of_view(self, place: Place, sub: int) -> int:
        """How many lines below the top; negative above."""
        spot = Spot(self.document.index(place), sub)
        top = self.scrolling.top
        lines, at = 0, top
        while at < spot and lines <= self.scrolling.page_lines:
            at = self.scrolling.moved(at, 1)
            lines += 1
        return lines if spot >= top else -1

    def position_of(self, place: Place, layout: Layout, index: int) -> QPoint | None:
        """Where a character is painted; None outside of the view."""
        column = layout.column(index)
        sub = layout.sub_of(column)
        line = self.line_of_view(place, sub)
        if not 0 <= line < self.scrolling.page_lines:
            return None
        x = self.left + (column - layout.part(sub)[0] - self.scrolled_columns) * self.fonts.cell
        return QPoint(round(x), MARGIN + line * self.fonts.height)

    @property
    def is_at_end(self) -> bool:
        """The newest output is in sight, and all of it is shown."""
        return not self.document.is_stale and self.scrolling.top >= self.scrolling.end

    # -- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_latest()
        if event.oldSize().width() != event.size().width():
            self._lay_out_again()
        else:
            self._sync()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().x() and not self._wraps:
            super().wheelEvent(event)
            return
        step = min(QApplication.wheelScrollLines(), self.scrolling.page_lines)
        lines = -event.angleDelta().y() * step / 120
        self._wheel_rest += lines
        if whole := int(self._wheel_rest):
            self._wheel_rest -= whole
            self.scroll_by(whole)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place_latest()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """We paint anew."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: 1 - self.scrolling.page_lines,
            Qt.Key.Key_PageDown: self.scrolling.page_lines - 1,
        }
        key = event.key()
        if key in moves:
            self.scroll_by(moves[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.go_to(Spot(0))
        elif key == Qt.Key.Key_End:
            self.follow()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.scroll_sideways(-4 if key == Qt.Key.Key_Left else 4)
        else:
            super().keyPressEvent(event)
