"""Lines of one run by number: their bytes, where they stand, how they look. Qt-free.

One thread. What was decoded lately is kept, for all runs of a document together. A line
of megabytes is not read: it is shown in slices, and a progress line by its last update.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core import Dropped, RunOutput
from reloader_gui.output.ansi import decode_line, whole_part
from reloader_gui.output.cell_row import Line
from reloader_gui.output.folds import style_at
from reloader_gui.output.style import PLAIN, Style

LONG_BYTES = 64 << 10
"""A longer line is shown in slices."""
LONGEST_ESCAPE = 64
_SEQUENCE = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
MOST_KEPT = 2_000
MOST_KEPT_BYTES = 4 << 20
_CHUNK_BYTES = 64 << 10


@dataclass(frozen=True, slots=True)
class Read:
    """One line. A long one has no text here; ask slice_of() for the part that is shown."""

    number: int
    offset: int
    size: int
    line: Line
    style_after: Style
    is_long: bool = False


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

    def lines(self, first: int, count: int) -> list[Read]:
        """Up to `count` lines from this one on; fewer where the output ends or was dropped."""
        found: list[Read] = []
        try:
            while len(found) < count and (kept := self._kept(first + len(found))):
                found.append(kept)
            if len(found) < count:
                for read in self._fresh(first + len(found), count - len(found)):
                    found.append(read)
        except (Dropped, IndexError):
            pass
        return found

    def slice_of(self, read: Read, start: int, size: int) -> Line:
        """A part of a long line, by bytes; tabs are one column wide in it."""
        offset = self._whole_from(read, read.offset + start)
        data = self.run.read(offset, min(size, read.offset + read.size - offset) + 3)
        data = data[: max(0, read.offset + start + size - offset)]
        data += self._rest_of_character(offset + len(data), read.offset + read.size)
        style = style_at(self.run, offset)
        echoes = self._echoes(offset, len(data))
        return decode_line(data.replace(b"\t", b" ").rstrip(b"\n"), style, echoes)[0]

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

    def _fresh(self, first: int, count: int) -> Iterator[Read]:
        extent = self.run.extent
        offset = self.run.line_start(first)
        style = self._style_before(first, offset)
        data, at = b"", 0
        for number in range(first, min(first + count, extent.last_line + 1)):
            end = data.find(b"\n", at)
            if end < 0:
                offset, at = offset + at, 0
                data = self.run.read(offset, min(_CHUNK_BYTES + 1, extent.end - offset))
                end = data.find(b"\n")
            if end < 0 and number < extent.last_line or len(data) > LONG_BYTES and end < 0:
                size = self._size(number, offset, extent.last_line, extent.end)
                read = self._long(number, offset, size)
                offset, data = offset + size + 1, b""
            else:
                stop = end if end >= 0 else len(data)
                read = self._decode(number, offset + at, data[at:stop], style, whole=end >= 0)
                at = stop + 1
            style = read.style_after
            if number < extent.last_line:
                self._cache.keep(self._serial, read)
            yield read

    def _size(self, number: int, offset: int, last: int, end: int) -> int:
        return (self.run.line_start(number + 1) - 1 if number < last else end) - offset

    def _style_before(self, number: int, offset: int) -> Style:
        before = self._kept(number - 1)
        return before.style_after if before is not None else style_at(self.run, offset)

    def _decode(self, number: int, offset: int, data: bytes, style: Style, whole: bool) -> Read:
        shown = data if whole else data[: whole_part(data)]
        line, after = decode_line(shown, style, self._echoes(offset, len(shown)))
        return Read(number, offset, len(data), line, after)

    def _long(self, number: int, offset: int, size: int) -> Read:
        """A progress line, of which the last update is left, or a really long one."""
        start = offset + max(0, size - LONG_BYTES)
        data = self.run.read(start, offset + size - start)
        after = style_at(self.run, offset + size) if size else PLAIN
        at = data.rstrip(b"\r").find(b"\r")
        if at < 0:
            return Read(number, offset, size, Line("", ()), after, is_long=True)
        data = data[at:]
        start += at
        echoes = self._echoes(start, len(data))
        line, after = decode_line(data[: whole_part(data)], style_at(self.run, start), echoes)
        return Read(number, offset, size, line, after)

    def _echoes(self, offset: int, size: int) -> list[tuple[int, int]]:
        return [(a - offset, b - offset) for a, b in self.run.echoes(offset, offset + size)]

    def _kept(self, number: int) -> Read | None:
        return self._cache.get(self._serial, number)
