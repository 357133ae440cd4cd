"""How a stretch of output looks, and what an SGR sequence does to it. Qt-free, pure.

Colours are numbers here, not shades: palette.py knows what the window shows for them.
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html (Character Attributes)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

DEFAULT = -1
TRUE_COLOUR = 1 << 24
"""A colour is DEFAULT, 0 to 255, or TRUE_COLOUR with red, green and blue in its 24 low bits."""

BOLD, DIM, ITALIC, UNDERLINE, STRIKE, REVERSE, HIDDEN, ECHO = (1 << bit for bit in range(8))
"""ECHO: the user's own input, shown at its place."""


class Style(NamedTuple):
    fg: int = DEFAULT
    bg: int = DEFAULT
    flags: int = 0


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
        return style._replace(flags=style.flags | _ON[code])
    if code in _OFF:
        return style._replace(flags=style.flags & ~_OFF[code])
    for first, ground, offset in ((30, "fg", 0), (40, "bg", 0), (90, "fg", 8), (100, "bg", 8)):
        if first <= code < first + 8:
            return style._replace(**{ground: code - first + offset})
    if code == 39:
        return style._replace(fg=DEFAULT)
    if code == 49:
        return style._replace(bg=DEFAULT)
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
        return style._replace(flags=flags)
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
    return style._replace(fg=colour) if code == 38 else style._replace(bg=colour)


def spans(styles: list[Style], units: list[str]) -> Iterator[tuple[int, Style]]:
    """(end, style) of each stretch, counted in characters; a unit may be several, or none."""
    end = at = 0
    for style, same in groupby(styles):
        first, at = at, at + sum(1 for _ in same)
        end += sum(map(len, units[first:at]))
        yield end, style
