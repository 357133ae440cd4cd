"""How a stretch of output looks, and what an SGR sequence does to it. Qt-free, pure.

Colours are numbers here, not shades: palette.py knows what the window shows for them.
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html (Character Attributes)
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

DEFAULT = -1
TRUE_COLOUR = 1 << 24
"""A colour is DEFAULT, 0 to 255, or TRUE_COLOUR with red, green and blue in its 24 low bits."""

BOLD, DIM, ITALIC, UNDERLINE, STRIKE, REVERSE, HIDDEN, ECHO = (1 << bit for bit in range(8))
"""ECHO: the user's own input, shown at its place."""


_COLOUR_BITS = 26
_COLOUR = (1 << _COLOUR_BITS) - 1


class Style(int):
    """Foreground, background and flags in one number of 60 bits; 0 is plain.

    What is kept, for each cell of a screen and each stretch of a row, is that bare number. The
    garbage collector looks in one go at all objects that may refer to others, and held the GUI
    thread for 40 ms; numbers, and tuples of numbers, it passes over.
    """

    __slots__ = ()

    def __new__(cls, fg: int = DEFAULT, bg: int = DEFAULT, flags: int = 0) -> Style:
        code = (fg + 1) | (bg + 1) << _COLOUR_BITS | flags << 2 * _COLOUR_BITS
        return super().__new__(cls, code)

    @property
    def fg(self) -> int:
        return (self & _COLOUR) - 1

    @property
    def bg(self) -> int:
        return (self >> _COLOUR_BITS & _COLOUR) - 1

    @property
    def flags(self) -> int:
        return self >> 2 * _COLOUR_BITS

    def with_fg(self, fg: int) -> Style:
        return Style(fg, self.bg, self.flags)

    def with_bg(self, bg: int) -> Style:
        return Style(self.fg, bg, self.flags)

    def with_flags(self, flags: int) -> Style:
        return Style(self.fg, self.bg, flags)

    def __repr__(self) -> str:
        return f"Style(fg={self.fg}, bg={self.bg}, flags={self.flags})"


def style_of(code: int) -> Style:
    """Of the bare number."""
    return int.__new__(Style, code)


PLAIN = Style()
ECHOED = Style(flags=ECHO)

_ON = {1: BOLD, 2: DIM, 3: ITALIC, 4: UNDERLINE, 7: REVERSE, 8: HIDDEN, 9: STRIKE, 21: UNDERLINE}
_OFF = {22: BOLD | DIM, 23: ITALIC, 24: UNDERLINE, 27: REVERSE, 28: HIDDEN, 29: STRIKE}
_EXTENDED = (38, 48, 58)


@lru_cache(maxsize=4096)
def apply_sgr(style: Style, parameters: bytes) -> Style:
    """The style behind ESC [ `parameters` m. What is not understood changes nothing."""
    if parameters[:1] in (b"<", b"=", b">", b"?"):
        return style  # xterm's key modifiers, not a style
    fields = parameters.split(b";")
    at = 0
    while at < len(fields):
        field = fields[at]
        if b":" in field:
            style = _with_colons(style, [_number(part) for part in field.split(b":")])
            at += 1
            continue
        code = _number(field) or 0
        if code in _EXTENDED:
            rest = [_number(part) for part in fields[at + 1 : at + 5]]
            style, used = _extended(style, code, rest)
            at += used
        else:
            style = _simple(style, code)
        at += 1
    return style


def _number(field: bytes) -> int | None:
    return int(field[:9]) if field.isdigit() else None


def _simple(style: Style, code: int) -> Style:
    if code == 0:
        return PLAIN
    if code in _ON:
        return style.with_flags(style.flags | _ON[code])
    if code in _OFF:
        return style.with_flags(style.flags & ~_OFF[code])
    for first, offset in ((30, 0), (90, 8)):
        if first <= code < first + 8:
            return style.with_fg(code - first + offset)
        if first + 10 <= code < first + 18:
            return style.with_bg(code - first - 10 + offset)
    if code == 39:
        return style.with_fg(DEFAULT)
    if code == 49:
        return style.with_bg(DEFAULT)
    return style


def _extended(style: Style, code: int, rest: list[int | None]) -> tuple[Style, int]:
    """38;5;N and 38;2;R;G;B; how many fields behind the code belong to it."""
    if rest[:1] == [5]:
        return _coloured(style, code, rest[1:2]), 2
    if rest[:1] == [2]:
        return _coloured(style, code, rest[1:4]), 4
    return style, 1


def _with_colons(style: Style, parts: list[int | None]) -> Style:
    """38:5:N, 38:2:R:G:B, 38:2:SPACE:R:G:B, and 4:3, an underline of some shape."""
    code, kind = parts[0], parts[1]
    if code == 4:
        flags = style.flags | UNDERLINE if kind else style.flags & ~UNDERLINE
        return style.with_flags(flags)
    if code in _EXTENDED and kind == 5:
        return _coloured(style, code, parts[2:3])
    if code in _EXTENDED and kind == 2:
        return _coloured(style, code, parts[3:6] if len(parts) > 5 else parts[2:5])
    return style


def _coloured(style: Style, code: int, numbers: list[int | None]) -> Style:
    values = [number or 0 for number in numbers]
    if code == 58 or len(values) not in (1, 3) or max(values) > 255:  # 58: of an underline
        return style
    if len(values) == 1:
        colour = values[0]
    else:
        colour = TRUE_COLOUR | values[0] << 16 | values[1] << 8 | values[2]
    return style.with_fg(colour) if code == 38 else style.with_bg(colour)


def spans(styles: array[int], units: list[str], text: str) -> Iterator[tuple[int, int]]:
    """(end, style) of each stretch, counted in characters. `text` is that of all units, of which
    each may be several characters, or none."""
    is_each_one = text.isascii() and len(text) == len(units)
    end = at = 0
    for style, same in groupby(styles):
        first, at = at, at + sum(1 for _ in same)
        end = at if is_each_one else end + sum(map(len, units[first:at]))
        yield end, style
