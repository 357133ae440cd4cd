"""Which SGR style (colours, bold ...) is in force at a place in a run's output.

Pure functions on bytes; the spool's writer calls them once for each 64 KiB. Sequences
are found and sorted out here, never interpreted: that is the view's work.
"""

from __future__ import annotations

import functools
import re

_SGR = re.compile(rb"\x1b\[([0-9:;]{0,64})m")
_RESETS = (b"\x1b[0m", b"\x1b[m", b"\x1b[0;", b"\x1bc")
_NEAR_BYTES = 4096
_BEGUN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")
LONGEST_ESCAPE = 64

_FOREGROUND, _BACKGROUND, _LINE_COLOUR, _BOLD, _DIM, _ITALIC, _UNDERLINE, _BLINK, _REVERSE = (
    1 << bit for bit in range(9)
)
_CONCEAL, _STRIKE, _OVERLINE, _FONT = (1 << bit for bit in range(9, 13))
_ALL = (1 << 13) - 1
_TOUCHES = {
    0: _ALL,
    1: _BOLD,
    2: _DIM,
    3: _ITALIC,
    4: _UNDERLINE,
    5: _BLINK,
    6: _BLINK,
    7: _REVERSE,
    8: _CONCEAL,
    9: _STRIKE,
    **dict.fromkeys(range(10, 21), _FONT),
    21: _UNDERLINE,
    22: _BOLD | _DIM,
    23: _ITALIC | _FONT,
    24: _UNDERLINE,
    25: _BLINK,
    27: _REVERSE,
    28: _CONCEAL,
    29: _STRIKE,
    **dict.fromkeys((*range(30, 40), *range(90, 98)), _FOREGROUND),
    **dict.fromkeys((*range(40, 50), *range(100, 108)), _BACKGROUND),
    53: _OVERLINE,
    55: _OVERLINE,
    58: _LINE_COLOUR,
    59: _LINE_COLOUR,
}
_EXTENDED = (38, 48, 58)
_EXTENDED_FIELDS = {b"5": 1, b"2": 3}
_ONE_COLOUR = {  # a picture has thousands that differ: these need no parsing
    b"38;2;": _FOREGROUND,
    b"48;2;": _BACKGROUND,
    b"38;5;": _FOREGROUND,
    b"48;5;": _BACKGROUND,
}
_FIELDS = {b"5": 2, b"2": 4}
"""Semicolons in such a sequence that does nothing else."""


def style_after(style: bytes, data: bytes, start: int, end: int) -> bytes:
    """The style behind data[start:end], where `style` is the one before it.

    Only what follows the last reset counts, and most output resets often: so the last
    few KiB are looked at first.
    """
    if data.rfind(b"\x1b", start, end) < 0:
        return style
    for near in (max(start, end - _NEAR_BYTES), start):
        reset = max(data.rfind(mark, near, end) for mark in _RESETS)
        if reset >= 0:
            return _reduce(_SGR.findall(data, reset, end))
    return _reduce(_SGR.findall(style) + _SGR.findall(data, start, end))


def _reduce(sequences: list[bytes]) -> bytes:
    """The same style by the fewest of these sequences: later ones win.

    Each sets some attributes, whatever they were, so only its last occurrence counts,
    and only as long as a later one does not set all of the same.
    """
    kept: list[bytes] = []
    unset = _ALL
    for parameters in dict.fromkeys(reversed(sequences)):
        touched = _ONE_COLOUR.get(parameters[:5], 0)
        if not touched or parameters.count(b";") != _FIELDS[parameters[3:4]]:
            touched = _attributes(parameters)
        if touched & unset and parameters.strip(b"0"):
            kept.append(b"\x1b[" + parameters + b"m")
        unset &= ~touched
        if not unset:
            break
    return b"".join(reversed(kept))


@functools.lru_cache(maxsize=4096)
def _attributes(parameters: bytes) -> int:
    """A bit for each attribute that the sequence sets."""
    touched = 0
    fields = iter(parameters.split(b";"))
    for field in fields:
        head, colon, _ = field.partition(b":")
        code = int(head or 0)
        touched |= _TOUCHES.get(code, 0)
        if code in _EXTENDED and not colon:
            for _ in range(_EXTENDED_FIELDS.get(next(fields, b""), 0)):
                next(fields, None)
    return touched


def clean_cut(data: bytes, start: int, end: int) -> int:
    """Where to cut at or before `end`, but behind `start`: at the end of a line, if one ends
    in the second half, else anywhere but inside an escape sequence or a character."""
    newline = data.rfind(b"\n", (start + end) // 2, end)
    return newline + 1 if newline >= 0 else whole_end(data, start, end)


def whole_end(data: bytes, start: int, end: int) -> int:
    """`end`, or the start of the sequence or character that goes on there."""
    escape = data.rfind(b"\x1b", max(start, end - LONGEST_ESCAPE), end)
    if escape > start and _BEGUN.match(data[escape:end]):
        return escape
    for lead in range(end - 1, max(start, end - 4), -1):
        if data[lead] & 0xC0 != 0x80:  # the first byte of a character
            length = 1 if data[lead] < 0xC0 else 2 + (data[lead] >= 0xE0) + (data[lead] >= 0xF0)
            return lead if lead + length > end else end
    return end
