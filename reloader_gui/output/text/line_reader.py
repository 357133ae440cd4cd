"""Lines of one run by number: their bytes, where they stand, how they look. Qt-free.

One thread. What was decoded lately is kept, for all runs of a document together. A line
of megabytes is not read: it is shown in slices, and a progress line by its last update.
A line in which the cursor moves is decoded as far as the time goes, and on from there the
next time.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reloader_core import Dropped, RunOutput, frozen
from reloader_gui.output.text.ansi import (
    Screen,
    decode_line,
    decode_simple,
    style_after,
    whole_part,
)
from reloader_gui.output.text.cell_row import Line
from reloader_gui.output.text.folds import style_at
from reloader_gui.output.text.frame_budget import IsSpent, never
from reloader_gui.output.text.style import PLAIN, Style

LONG_BYTES = 64 << 10
"""A longer line is shown in slices."""
MOST_AT_ONCE = 2_000
"""Escape sequences that are decoded in one go."""
PROGRESS_BYTES = 8 << 10
"""In these the last update of a progress line is looked for."""
LONGEST_ESCAPE = 64
UNKNOWN = -1
"""Where a line begins that there was no time to look for."""
NEAR_BYTES = 1024
_SEQUENCE = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
MOST_KEPT = 2_000
MOST_KEPT_BYTES = 4 << 20
_CHUNK_BYTES = 64 << 10


@frozen
class Read:
    """One line. A long one has no text here; ask slice_of() for the part that is shown."""

    number: int
    offset: int
    size: int
    line: Line
    style_after: Style
    is_long: bool = False
    is_later: bool = False
    """There was no time to decode it."""


@dataclass(slots=True)
class _Begun:
    """A line that is not decoded to its end yet."""

    number: int
    start: int
    """Offset of the first byte that is shown."""
    screen: Screen
    offset: int = 0
    size: int = 0
    data: bytes = b""
    done: int = 0
    """So many bytes of `data` are."""
    whole: bool = True
    """Its end has come."""


class LineCache:
    """Lines that were decoded lately, by the run's serial number and their own."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int], Read] = {}
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, serial: int, number: int) -> Read | None:
        return self._kept.get((serial, number))

    def keep(self, serial: int, read: Read) -> None:
        self._forget((serial, read.number))
        self._kept[serial, read.number] = read
        self._bytes += _weight(read)
        if len(self._kept) > MOST_KEPT or self._bytes > MOST_KEPT_BYTES:
            for key in list(self._kept)[: len(self._kept) // 2 + 1]:
                self._forget(key)

    def _forget(self, key: tuple[int, int]) -> None:
        if (gone := self._kept.pop(key, None)) is not None:
            self._bytes -= _weight(gone)


def _weight(read: Read) -> int:
    return min(read.size, LONG_BYTES)


class LineReader:
    """`serial`: the run's, in the cache."""

    def __init__(self, run: RunOutput, serial: int, cache: LineCache) -> None:
        self.run = run
        self._serial = serial
        self._cache = cache
        self._begun: dict[bool, _Begun] = {}
        """One of the lines that have ended, and the one that has not."""
        self._last: Read | None = None
        """The unfinished line at the end."""
        self._style = (0, PLAIN)
        """An offset, and the style there."""

    def lines(self, first: int, count: int, is_spent: IsSpent = never) -> Iterator[Read]:
        """Up to `count` lines from this one on; fewer where the output ends or was dropped.
        Once the time is spent those are blank that are not known already."""
        with contextlib.suppress(Dropped, IndexError):
            at = first
            while at < first + count and (kept := self._kept(at)):
                yield kept
                at += 1
            if at < first + count:
                yield from self._fresh(at, first + count - at, is_spent)

    def let_go(self) -> None:
        """Nothing that was begun goes on: the run has ended, or is not the newest any more."""
        self._begun.clear()
        self._last = None

    def knows(self, number: int) -> bool:
        """Whether this line need not be read."""
        return self._kept(number) is not None

    @staticmethod
    def later(number: int) -> Read:
        """A line for which there is no time: nothing is read of it."""
        return Read(number, UNKNOWN, 0, Line("", ()), PLAIN, is_later=True)

    def slice_of(self, read: Read, start: int, size: int) -> Line:
        """A part of a long line, by bytes; tabs are one column wide in it."""
        offset = self._whole_from(read, read.offset + start)
        data = self.run.read(offset, min(size, read.offset + read.size - offset) + 3)
        data = data[: max(0, read.offset + start + size - offset)]
        data += self._rest_of_character(offset + len(data), read.offset + read.size)
        style = self._style_at(offset)
        echoes = self._echoes(offset, len(data))
        return decode_line(data.replace(b"\t", b" ").rstrip(b"\n"), style, echoes)[0]

    def _style_at(self, offset: int) -> Style:
        """As style_at(); slices follow each other, so it is known up to the one before."""
        known, style = self._style
        if self.run.extent.first <= known <= offset <= known + NEAR_BYTES:
            style = style_after(style, self.run.read(known, offset - known))
        else:
            style = style_at(self.run, offset)
        self._style = offset, style
        return style

    def _whole_from(self, read: Read, offset: int) -> int:
        """This offset; or behind the sequence or the character that it is inside of."""
        first = max(read.offset, offset - LONGEST_ESCAPE)
        near = self.run.read(first, offset - first + LONGEST_ESCAPE)
        at = offset - first
        escape = near.rfind(b"\x1b", 0, at)
        if escape >= 0 and (found := _SEQUENCE.match(near, escape)):
            at = max(at, found.end())
        while at < len(near) and 0x80 <= near[at] < 0xC0:
            at += 1
        return first + at

    def _rest_of_character(self, offset: int, end: int) -> bytes:
        more = self.run.read(offset, min(3, max(0, end - offset)))
        count = 0
        while count < len(more) and 0x80 <= more[count] < 0xC0:
            count += 1
        return more[:count]

    def _fresh(self, first: int, count: int, is_spent: IsSpent) -> Iterator[Read]:
        extent = self.run.extent
        offset = self.run.line_start(first)
        data, at = b"", 0
        is_late = False
        for number in range(first, min(first + count, extent.last_line + 1)):
            read = self._kept(number)
            is_late = is_late or (read is None and number > first and is_spent())
            if is_late:  # nothing more is read either
                yield read or self.later(number)
                continue
            if read is None:
                end = data.find(b"\n", at)
                if end < 0:
                    offset, at = offset + at, 0
                    data = self.run.read(offset, min(_CHUNK_BYTES + 1, extent.end - offset))
                    end = data.find(b"\n")
                whole = number < extent.last_line
                if end < 0 and (whole or len(data) > LONG_BYTES):
                    size = self._size(number, offset, extent.last_line, extent.end)
                    read = self._long(number, offset, size, whole, is_spent)
                else:
                    size = (end if end >= 0 else len(data)) - at
                    shown = data[at : at + size]
                    read = self._decode(number, offset + at, size, shown, whole, is_spent)
            at = read.offset + read.size + 1 - offset
            if at > len(data):
                offset, data, at = offset + at, b"", 0
            yield read

    def _size(self, number: int, offset: int, last: int, end: int) -> int:
        return (self.run.line_start(number + 1) - 1 if number < last else end) - offset

    def _style_before(self, number: int, offset: int) -> Style:
        before = self._kept(number - 1)
        return before.style_after if before is not None else self._style_at(offset)

    def _long(self, number: int, offset: int, size: int, whole: bool, is_spent: IsSpent) -> Read:
        """A progress line, of which the last update is left, or a really long one."""
        start, data = self._last_update(offset, size)
        if data:
            return self._decode(number, offset, size, data, whole, is_spent, start)
        after = style_at(self.run, offset + size) if size else PLAIN
        return self._keep(Read(number, offset, size, Line("", ()), after, is_long=True), whole)

    def _last_update(self, offset: int, size: int) -> tuple[int, bytes]:
        """Where it begins; it is empty if there is none."""
        start = offset + max(0, size - LONG_BYTES)
        data = self.run.read(start, offset + size - start).rstrip(b"\r")
        at = data.find(b"\r", max(0, len(data) - PROGRESS_BYTES))
        at = at if at >= 0 else data.rfind(b"\r")
        return (start + at, data[at:]) if at >= 0 else (start, b"")

    def data_of(self, read: Read) -> bytes:
        """What is shown of a line, but not decoded. It is no long one. Raises Dropped."""
        if read.size > LONG_BYTES:
            data = self._last_update(read.offset, read.size)[1]
        else:
            data = self.run.read(read.offset, read.size)
        whole = read.number < self.run.extent.last_line
        return data if whole else data[: whole_part(data)]

    def _decode(
        self,
        number: int,
        offset: int,
        size: int,
        data: bytes,
        whole: bool,
        is_spent: IsSpent,
        start: int | None = None,
    ) -> Read:
        """`data`: what is shown of the line, from the offset `start` on."""
        blank = Read(number, offset, size, Line("", ()), PLAIN, is_later=True)
        if is_spent():
            return blank
        if start is None:
            start, style = offset, self._style_before(number, offset)
        else:
            style = self._style_at(start)
        data = data if whole else data[: whole_part(data)]
        is_simple = not self._echoes(start, len(data)) and data.count(b"\x1b") < MOST_AT_ONCE
        if is_simple and (simple := decode_simple(data, style)):
            return self._keep(Read(number, offset, size, *simple), whole)
        begun = self._begun.pop(whole, None)
        if whole and (last := self._begun.get(False)) is not None and last.number == number:
            begun = self._begun.pop(False)
        if begun is not None and begun.number != number and not self._go_on(begun, is_spent):
            self._begun[whole] = begun  # else two lines that are in the view take turns for ever
            return blank
        if begun is None or (begun.number, begun.start) != (number, start):
            begun = _Begun(number, start, Screen(style))
        begun.offset, begun.size, begun.data, begun.whole = offset, size, data, whole
        read = self._go_on(begun, is_spent)
        if read is None or self._may_grow(whole):
            self._begun[whole] = begun
        return read or blank

    def _go_on(self, begun: _Begun, is_spent: IsSpent) -> Read | None:
        at = begun.start + begun.done
        rest = begun.data[begun.done :]
        begun.done += begun.screen.feed_with_echoes(rest, self._echoes(at, len(rest)), is_spent)
        if begun.done < len(begun.data):
            return None
        screen = begun.screen
        read = Read(begun.number, begun.offset, begun.size, screen.line(0), screen.style)
        return self._keep(read, begun.whole)

    def _keep(self, read: Read, whole: bool) -> Read:
        if self._may_grow(whole):
            self._last = read
        else:
            self._cache.keep(self._serial, read)
        return read

    def _may_grow(self, whole: bool) -> bool:
        """More may come in this line."""
        return not whole and not self.run.extent.ended

    def _kept(self, number: int) -> Read | None:
        last = self._last
        if last is not None and last.number == number:
            extent = self.run.extent
            if number == extent.last_line and last.offset + last.size == extent.end:
                return last
        return self._cache.get(self._serial, number)

    def _echoes(self, offset: int, size: int) -> list[tuple[int, int]]:
        return [(a - offset, b - offset) for a, b in self.run.echoes(offset, offset + size)]
