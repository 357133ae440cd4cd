"""From a script's bytes to plain lines: decoding, carriage returns, escape sequences.

One Plain for each run, on the GUI thread. Colours and cursor movement are not shown
yet; their sequences are swallowed, also where they are split between two reads.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

LONGEST_LINE = 4_000
"""A longer line goes on in the next one: laying out one huge line freezes the window."""
_LONGEST_ESCAPE = 512

_ESCAPE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]"  # a colour, a movement
    r"|[\]PX^_](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)"  # a title, a link
    r"|[ -/]*[0-Z\\^-~])"
    r"|[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]"
)
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_](?:[^\x07\x1b]|\x1b(?!\\))*\x1b?|[ -/]*)?\Z")
_OVERWRITES = re.compile(r"[\r\x08]")


@dataclass(frozen=True, slots=True)
class Edit:
    """What to do at the end of the shown text: take `erase` characters away, add `text`.

    Counted as Qt counts, in UTF-16 units: an emoji is two.
    """

    erase: int
    text: str


class Plain:
    """The unfinished last line of one run, and what is still to be decoded."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self._line = ""
        self._column = 0

    @property
    def unfinished(self) -> bool:
        """Whether the last line has begun and not ended, as after input('Name: ')."""
        return bool(self._line)

    def end_line(self) -> None:
        """Something of ours ended the line."""
        self._line, self._column = "", 0

    def feed(self, data: bytes, final: bool = False) -> Edit:
        """`final`: no more of this run follows."""
        text = self._held + self._decoder.decode(data, final)
        self._held = ""
        if "\x1b" in text and not final and (begun := _BEGUN.search(text)):
            if len(text) - begun.start() <= _LONGEST_ESCAPE:
                text, self._held = text[: begun.start()], text[begun.start() :]
        text = _ESCAPE.sub("", text).replace("\x1b", "")
        if text.endswith("\r") and not final:  # the \n of a \r\n may be on its way
            text, self._held = text[:-1], "\r" + self._held
        return self._write(text.replace("\r\n", "\n"))

    def _write(self, text: str) -> Edit:
        before = self._line
        lines = text.split("\n")
        written: list[str] = []
        for index, piece in enumerate(lines):
            self._overwrite(piece)
            while len(self._line) > LONGEST_LINE:
                written.append(self._line[:LONGEST_LINE])
                self._line = self._line[LONGEST_LINE:]
                self._column = len(self._line)
            if index < len(lines) - 1:
                written.append(self._line)
                self.end_line()
        whole = "\n".join([*written, self._line])
        same = _common(before, whole)
        return Edit(len(before[same:].encode("utf-16-le")) // 2, whole[same:])

    def _overwrite(self, piece: str) -> None:
        if not _OVERWRITES.search(piece) and self._column == len(self._line):
            self._line += piece
            self._column = len(self._line)
            return
        for part in re.split(r"([\r\x08])", piece):
            if part == "\r":
                self._column = 0
            elif part == "\x08":
                self._column = max(0, self._column - 1)
            elif part:
                end = self._column + len(part)
                self._line = self._line[: self._column] + part + self._line[end:]
                self._column = end


def _common(first: str, second: str) -> int:
    """How many characters both begin with."""
    if second.startswith(first):
        return len(first)
    for index, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return index
    return min(len(first), len(second))
