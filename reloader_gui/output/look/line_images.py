"""Pictures of lines that take long to paint: each cell in a style or a font of its own.

GUI thread. A page of those takes a tenth of a second: so a frame paints some, and has the
others from the frames before. Plain lines are painted anew each time, which is quicker.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from reloader_gui.output.look.layout import Shown
from reloader_gui.output.look.row_painter import Overlay, spans_in
from reloader_gui.output.text.cells import TAB
from reloader_gui.output.text.frame_budget import FrameBudget

BUSY_STRETCHES = 20
BUSY_CHARS = 40
"""So many that are not plain: each may be drawn by itself."""
MOST_KEPT = 300


def look_of(
    shown: Shown, overlays: list[Overlay], links: tuple[tuple[int, int], ...]
) -> Hashable | None:
    """All that its picture depends on; None: it takes no longer to paint than to copy. `overlays`:
    those that are on it."""
    text, spans = shown.layout.text(shown.first, shown.last), spans_in(shown)
    first, last = shown.index_offset + shown.first, shown.index_offset + shown.last
    over = tuple(
        (max(each.start - first, 0), min(each.end, last) - first, each.back) for each in overlays
    )
    is_plain = len(text) - len(text.encode("ascii", "ignore")) <= BUSY_CHARS
    if is_plain and len(spans) + 2 * len(over) <= BUSY_STRETCHES:
        return None
    column = shown.layout.column(shown.first)
    linked = tuple((start - first, end - first) for start, end in links)
    return text, spans, over, linked, column - shown.left_column, column % TAB


class LineImages:
    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap] = {}
        self.budget = FrameBudget()

    def clear(self) -> None:
        """Fonts, colours or sizes have changed."""
        self._kept.clear()

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        size: QSize,
        back: QColor,
        look: Hashable,
        paint: Callable[[QPainter], None],
    ) -> None:
        """The picture of what looks like this; if there is none, and time, by `paint`."""
        key = look, size.width()
        image = self._kept.get(key)
        if image is None:
            with self.budget.spending():
                if self.budget.is_spent():
                    return
                image = self._painted(painter, size, back, paint)
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = image
        painter.drawPixmap(at, image)

    @staticmethod
    def _painted(
        painter: QPainter, size: QSize, back: QColor, paint: Callable[[QPainter], None]
    ) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        image = QPixmap(size * ratio)
        image.setDevicePixelRatio(ratio)
        image.fill(back)
        inner = QPainter(image)
        inner.setRenderHints(painter.renderHints())
        paint(inner)
        inner.end()
        return image
