"""How many columns each character takes: wide, combining, emoji, tabs. Qt-free, pure.

A unit is what is seen as one character (a letter with its accents, a family of emoji).
In a list of units each stands for one column; a wide one is followed by ''.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from unicodedata import category, combining, east_asian_width

import regex

from reloader_gui.output.text.frame_budget import IsSpent, never

TAB = 8
MOST_JOINED = 32
"""Characters that make one unit, as Unicode's stream-safe text has at most 31 accents on a
letter. Terminals keep fewer; without a bound a thousand accents on one letter take seconds."""
_AT_ONCE = 1024
"""Characters that are laid out between two looks at the time: more than make one unit."""
_JOINER = "\u200d"
_EMOJI_LOOK = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_MEDIAL_JAMO = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_MARK = r"[\p{Mn}\p{Me}\p{Cf}--\xad]"
_CROWDED = regex.compile(f"(?V1)(?<={_MARK}{{{MOST_JOINED - 1}}}){_MARK}+")
# Beyond these, letters may be wide, combining, right to left; here each is one column.
IS_SIMPLE = re.compile("[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0556\u2500-\u259f]*")


@lru_cache(maxsize=8192)
def width(char: str) -> int:
    """0 (it joins the one before it), 1 or 2 columns."""
    code = ord(char)
    if code == 0xAD:
        return 1
    if category(char) in ("Mn", "Me", "Cf") or combining(char):
        return 0
    if any(code in jamo for jamo in _MEDIAL_JAMO):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def is_simple(text: str) -> bool:
    """Whether each character is a unit of one column."""
    found = IS_SIMPLE.match(text)
    return found is not None and found.end() == len(text)


def printable(text: str) -> str:
    """Without controls, but with tabs; and without accents that no unit has room for."""
    if text.isascii():
        return text if text.isprintable() else _CONTROLS.sub("", text)
    text = _CONTROLS.sub("", text)
    return text if is_simple(text) else _CROWDED.sub("", text)


def units_of(text: str) -> list[str]:
    """One entry for each column; `text` has no tabs."""
    if is_simple(text):
        return list(text)
    units: list[str] = []
    at = -1  # where the last unit began
    joined = False
    for char in text:
        columns, may_join = _kind(char)
        if (may_join or joined) and at >= 0 and joins(units[at], char):
            units[at] += char
            joined = char == _JOINER
            widens = char == _EMOJI_LOOK or ord(char) in _FLAG_LETTERS
            if widens and at == len(units) - 1:
                units.append("")
            continue
        at, joined = len(units), False
        units.append(char)
        if columns == 2:
            units.append("")
    return units


@lru_cache(maxsize=8192)
def _kind(char: str) -> tuple[int, bool]:
    """(columns, whether it may belong to the unit before it)."""
    columns, code = width(char), ord(char)
    return columns, columns == 0 or code in _SKIN_TONES or code in _FLAG_LETTERS


def joins(unit: str, char: str) -> bool:
    """Whether the character belongs to the unit before it."""
    code = ord(char)
    if code < 0x300 or len(unit) >= MOST_JOINED:
        return False
    if unit.endswith(_JOINER) or code in _SKIN_TONES:
        return width(unit[0]) == 2 or unit.endswith(_JOINER)
    if code in _FLAG_LETTERS:
        return len(unit) == 1 and ord(unit) in _FLAG_LETTERS
    return width(char) == 0


class Columns:
    """Where each unit of a line begins, for texts that are not one column a character."""

    __slots__ = ("_done", "_text", "starts", "width")

    def __init__(self, text: str, is_spent: IsSpent = never) -> None:
        """As far as the time goes: what is left is go_on()'s."""
        self._text = text
        self._done = 0
        """So many characters of it are; a unit begins there."""
        self.starts = array("l")
        """The column of each character; those of one unit share it."""
        self.width = 0
        self.go_on(is_spent)

    def go_on(self, is_spent: IsSpent = never) -> bool:
        """Whether it has come to the end of the line."""
        while self._done < len(self._text):
            if is_spent():
                return False
            self._take_in()
        return True

    def _take_in(self) -> None:
        text, first = self._text, self._done
        if text[first] == "\t":
            self.starts.append(self.width)
            self.width += TAB - self.width % TAB
            self._done += 1
            return
        last = min(first + _AT_ONCE, len(text))
        tab = text.find("\t", first, last)
        units = units_of(text[first : tab if tab >= 0 else last])
        if tab < 0 and last < len(text):  # the last unit may go on
            while not units.pop():
                pass
        before = len(self.starts)
        for unit in units:
            if unit:
                self.starts.extend((self.width,) * len(unit))
            self.width += 1
        self._done += len(self.starts) - before

    def column(self, index: int) -> int:
        """The column of the character `index`, which may be the line's end."""
        return self.starts[index] if index < len(self.starts) else self.width

    def index(self, column: int) -> int:
        """The character that covers a column."""
        if column >= self.width:
            return len(self.starts)
        at = bisect_right(self.starts, column) - 1
        return bisect_left(self.starts, self.starts[at]) if at >= 0 else 0
