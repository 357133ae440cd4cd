"""What stands where nothing has been printed yet: one sentence, and the keys. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPainter

from reloader_gui.texts.output import OUTPUT
from reloader_gui.ui.theme import Colours

LINE = 1.6
"""The height of a line, in those of its letters."""
GAP = 24


def paint_blank(painter: QPainter, area: QRectF, font: QFont, colours: Colours) -> None:
    """In the middle of the area, as much as fits; `font`: the window's own."""
    metrics = QFontMetricsF(font)
    line = metrics.height() * LINE
    keys = [(what, _native(key)) for what, key in OUTPUT.shortcuts()]
    room = int(area.height() / line) - 4
    keys = keys[: max(0, room)]
    painter.setFont(font)
    top = area.center().y() - line * (len(keys) + 2 * bool(keys) + 1) / 2
    painter.setPen(QColor(colours.text))
    centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(QRectF(area.left(), top, area.width(), line * 2), centre, OUTPUT.ready())
    if not keys:
        return
    wide = max(metrics.horizontalAdvance(what) for what, _ in keys)
    wide_key = max(metrics.horizontalAdvance(key) for _, key in keys)
    left = area.center().x() - (wide + GAP + wide_key) / 2
    painter.setPen(QColor(colours.quiet))
    for number, (what, key) in enumerate(keys):
        y = top + line * (number + 2) + metrics.ascent()
        painter.drawText(QPointF(left, y), what)
        painter.drawText(QPointF(left + wide + GAP, y), key)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
