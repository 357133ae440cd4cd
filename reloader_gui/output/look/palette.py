"""Which shade a colour number is, on light and on dark; nothing is too pale. Qt-free.

Every text has the contrast that WCAG AA asks for against what it stands on: also a
script's own true colours are moved as far as it takes, and no further.
https://www.w3.org/TR/WCAG21/#contrast-minimum
"""

from __future__ import annotations

from functools import lru_cache

from reloader_core import frozen
from reloader_gui.output.text.style import DEFAULT, DIM, ECHO, HIDDEN, REVERSE, TRUE_COLOUR, Style

Rgb = tuple[int, int, int]
CONTRAST = 4.5
_DIM_BLEND = 0.35
_STEPS = (0, 95, 135, 175, 215, 255)

# The order is ANSI's: black, red, green, yellow, blue, magenta, cyan, white, then bright.
LIGHT_16 = (
    "1b1f24 b3261e 1f6f33 7a5a00 0b5cad 8a3391 00696e 57606a"
    " 4a525b c4331f 23793a 866300 1b69c0 9a3fa2 0a7378 3d444d"
)
DARK_16 = (
    "8f98a3 ff8a7d 7fd18c e3c067 82b8f5 dba0e8 6fd0d6 d5d9de"
    " a6adb6 ffa99f 9fe3a9 f2d68a a5cdf9 e8bdf1 93e2e7 ffffff"
)


@frozen
class Look:
    """The colours of one stretch. `back` is None for the view's own background."""

    fore: Rgb
    back: Rgb | None


def parse(colour: str) -> Rgb:
    value = int(colour.removeprefix("#"), 16)
    return value >> 16, value >> 8 & 255, value & 255


def luminance(colour: Rgb) -> float:
    linear = [
        part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Rgb, other: Rgb) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(one: Rgb, other: Rgb, share: float) -> Rgb:
    """`share` of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


@lru_cache(maxsize=4096)
def readable(fore: Rgb, back: Rgb) -> Rgb:
    """`fore`, or the nearest shade of it that can be read on `back`."""
    if contrast(fore, back) >= CONTRAST:
        return fore
    black, white = (0, 0, 0), (255, 255, 255)
    goal = max((black, white), key=lambda each: contrast(each, back))
    for step in range(1, 21):
        mixed = blend(fore, goal, step / 20)
        if contrast(mixed, back) >= CONTRAST:
            return mixed
    return goal


class Palette:
    """One scheme's shades. `veil`: how much of the background is mixed into all of them, as
    far as they can still be read; older runs are paler."""

    def __init__(self, sixteen: str, text: str, base: str, echo: str, veil: float = 0.0) -> None:
        self._sixteen = [parse(each) for each in sixteen.split()]
        self._veil = veil
        self.text = parse(text)
        self.base = parse(base)
        self._echo = parse(echo)
        self.link = self.shown(self._echo)
        self._looks: dict[Style, Look] = {}

    def shown(self, fore: Rgb, back: Rgb | None = None) -> Rgb:
        """A colour of text as it is painted, on the view's own background or on `back`."""
        return readable(blend(fore, self.base, self._veil), back or self.base)

    def shade(self, colour: int) -> Rgb:
        """Of a number from 0 to 255, or of a true colour."""
        if colour >= TRUE_COLOUR:
            return colour >> 16 & 255, colour >> 8 & 255, colour & 255
        if colour < 16:
            return self._sixteen[colour]
        if colour >= 232:
            grey = 8 + 10 * (colour - 232)
            return grey, grey, grey
        cube = colour - 16
        return _STEPS[cube // 36], _STEPS[cube // 6 % 6], _STEPS[cube % 6]

    def look(self, style: Style) -> Look:
        found = self._looks.get(style)
        if found is None:
            if len(self._looks) > 4096:
                self._looks.clear()
            found = self._looks[style] = self._make(style)
        return found

    def _make(self, style: Style) -> Look:
        fore = self.text if style.fg == DEFAULT else self.shade(style.fg)
        back = None if style.bg == DEFAULT else self.shade(style.bg)
        if style.flags & ECHO:
            fore = self._echo
        if style.flags & REVERSE:
            fore, back = back or self.base, fore
        on = back or self.base
        if style.flags & DIM:
            fore = blend(fore, on, _DIM_BLEND)
        if back is not None:
            back = blend(back, self.base, self._veil)
        if style.flags & HIDDEN:
            return Look(back or self.base, back)
        return Look(self.shown(fore, back), back)
