"""The view's monospace font, its cell, and its variants on the grid. GUI thread."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetricsF

from reloader_gui.output.text.style import BOLD, ECHO, ITALIC, STRIKE, UNDERLINE

_LOOKS = BOLD | ITALIC | UNDERLINE | STRIKE
WARM = "你あ한🐍"
_TOLERANCE = 0.5
LEADING = 1.15
"""A line is so much higher than the font asks for: easier to read."""
_TALL = 1 << 30
"""Of drawn characters: no flag of a style."""
_DRAWN = re.compile("[\u2500-\u259f]+")
"""Frames and blocks, which touch the lines above and below."""
_MOST_KEPT = 4_000


class Fonts:
    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.font.setKerning(False)
        self.font.setStyleHint(QFont.StyleHint.Monospace)
        metrics = QFontMetricsF(self.font)
        # Whole pixels: else the blocks of a progress bar show their seams.
        self.cell = max(1, round(metrics.horizontalAdvance("M" * 64) / 64))
        natural = max(1, round(metrics.lineSpacing() + 0.49))
        self.height = max(natural, round(natural * LEADING))
        self.natural_ascent = round(metrics.ascent())
        self.ascent = self.natural_ascent + (self.height - natural) // 2
        self.stretch = self.height / natural
        """How much higher frames and blocks are drawn, so that no gaps show between lines."""
        self._spacings: dict[int, float] = {}
        self._variants: dict[tuple[int, int], QFont] = {}
        self._tall: set[int] = set()
        self._metrics: dict[int, QFontMetricsF] = {}
        self._fits: dict[tuple[int, int, str], tuple[QFont, float]] = {}

    @property
    def size(self) -> QSize:
        """Of one cell."""
        return QSize(round(self.cell), self.height)

    def warm_up(self) -> None:
        """Find the fonts for other scripts now: the first such letter takes 30 to 70 ms."""
        for unit in WARM:
            self.fitted(unit, 2, 0)
            QFontMetricsF(self.font).boundingRect(unit)

    def variant(self, flags: int) -> QFont:
        """For a text that the font itself spaces right."""
        flags = (flags | (BOLD if flags & ECHO else 0)) & _LOOKS
        return self._variant(flags, 0)

    def fitted(self, unit: str, columns: int, flags: int) -> tuple[QFont, float]:
        """A font that spreads units of this kind over their columns, and by how much each
        still is to be squeezed: letters from another font, wide ones, emoji."""
        flags = (flags | (BOLD if flags & ECHO else 0)) & _LOOKS
        if unit.isascii():
            return self._variant(flags, 0), 1.0
        found = self._fits.get((flags, columns, unit))
        if found is None:
            if len(self._fits) > _MOST_KEPT:
                self._fits.clear()
            found = self._fits[flags, columns, unit] = self._fit(unit, columns, flags)
        return found

    def is_tall(self, font: QFont) -> bool:
        """Whether what is drawn in it fills its line from top to bottom."""
        return id(font) in self._tall

    def _fit(self, unit: str, columns: int, flags: int) -> tuple[QFont, float]:
        if _DRAWN.fullmatch(unit):
            flags |= _TALL
        room = columns * self.cell
        takes = self._metric(flags).horizontalAdvance(unit)
        if takes > room + _TOLERANCE:
            return self._variant(flags, 0), room / takes
        if len(unit) > 1:
            return self._variant(flags, 0), 1.0
        return self._variant(flags, round((room - takes) * 64)), 1.0

    def _spacing(self, flags: int, font: QFont) -> float:
        """What brings the font's own letters to whole pixels."""
        if flags not in self._spacings:
            advance = QFontMetricsF(font).horizontalAdvance("M" * 64) / 64
            self._spacings[flags] = self.cell - advance
        return self._spacings[flags]

    def _metric(self, flags: int) -> QFontMetricsF:
        if flags not in self._metrics:
            self._metrics[flags] = QFontMetricsF(self._variant(flags, 0))
        return self._metrics[flags]

    def _variant(self, flags: int, spacing: int) -> QFont:
        """`spacing` in 64ths of a pixel, added to each letter."""
        found = self._variants.get((flags, spacing))
        if found is None:
            found = QFont(self.font)
            for flag, switch in _SWITCHES.items():
                if flags & flag:
                    switch(found)
            extra = self._spacing(flags, found) + spacing / 64
            if extra:
                found.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, extra)
            self._variants[flags, spacing] = found
            if flags & _TALL:
                self._tall.add(id(found))
        return found


_SWITCHES: dict[int, Callable[[QFont], None]] = {
    BOLD: lambda font: font.setBold(True),
    ITALIC: lambda font: font.setItalic(True),
    UNDERLINE: lambda font: font.setUnderline(True),
    STRIKE: lambda font: font.setStrikeOut(True),
}
