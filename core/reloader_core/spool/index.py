"""A sparse index of one run's output: how many lines and which style come before a block.

One entry for each block of at most 64 KiB; no work for a single line. The spool's
lock guards it. The bytes themselves are elsewhere; only those of the unfinished block
are kept here, because its end is still to be chosen.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from reloader_core.spool.style import LONGEST_ESCAPE, clean_cut, style_after, whole_end
from reloader_core.values import frozen

BLOCK_BYTES = 1 << 16


@frozen
class Block:
    """One entry: where the block starts and ends, and what is known of its start."""

    start: int
    end: int
    lines: int
    """Newlines before `start`."""
    style: bytes


class Index:
    """Entries are added at the end and dropped at the beginning."""

    def __init__(self, block_bytes: int = BLOCK_BYTES) -> None:
        self._block_bytes = block_bytes
        self._starts = array("Q", [0])
        self._lines = array("Q", [0])
        self._styles = [b""]
        self._open = bytearray()
        self.lines = 0
        """Newlines so far."""
        self.at_line_start = True

    @property
    def end(self) -> int:
        return self._starts[-1] + len(self._open)

    def add(self, data: bytes) -> None:
        """These bytes follow (at least one)."""
        self.at_line_start = data.endswith(b"\n")
        if len(self._open) + len(data) < self._block_bytes:
            self._open += data
            self.lines += data.count(b"\n")
            return
        counted = len(self._open)
        lines = self.lines  # each byte is counted once: this costs as much as writing it
        if counted:
            data = bytes(self._open) + data
        start = 0
        while len(data) - start >= self._block_bytes:
            end = clean_cut(data, start, start + self._block_bytes)
            lines += data.count(b"\n", counted, end)
            self._close(data, start, end, lines)
            start = counted = end
        self._open = bytearray(data[start:])
        self.lines = lines + self._open.count(b"\n")

    def cut(self) -> None:
        """The next block begins here: a place where the output may be dropped before."""
        if self._open:
            self._close(bytes(self._open), 0, len(self._open), self.lines)
            self._open = bytearray()

    @property
    def is_clean(self) -> bool:
        """Whether a cut here would hit no sequence and no character."""
        tail = self._tail()
        return whole_end(tail, 0, len(tail)) == len(tail)

    def clean_end(self, data: bytes) -> int:
        """How much of the data must come before a clean cut; all of it where there is none."""
        tail = self._tail()
        end = whole_end(tail + data, 0, len(tail) + len(data)) - len(tail)
        return end if end > 0 else len(data)

    def take_back(self) -> bytes:
        """What has begun at the end and goes on, of a sequence or a character: as if it had
        not come yet."""
        tail = self._tail()
        count = len(tail) - whole_end(tail, 0, len(tail))
        taken = tail[len(tail) - count :]
        del self._open[len(self._open) - count :]
        return taken

    def _tail(self) -> bytes:
        """What may go on; whole_end() never cuts before the first byte, so one is in front."""
        return b" " + self._open[-LONGEST_ESCAPE:]

    def drop(self, before: int) -> None:
        """Forget the blocks that end at or before this offset."""
        gone = bisect_right(self._starts, before) - 1
        if gone > 0:
            del self._starts[:gone], self._lines[:gone], self._styles[:gone]

    def block_at(self, offset: int) -> Block:
        """The block that this offset is in."""
        return self._block(bisect_right(self._starts, offset) - 1)

    def block_of_line(self, line: int) -> Block:
        """The block that holds the newline before this line (which is not the first)."""
        return self._block(max(0, bisect_left(self._lines, line) - 1))

    def _block(self, at: int) -> Block:
        last = at + 1 == len(self._starts)
        end = self.end if last else self._starts[at + 1]
        return Block(self._starts[at], end, self._lines[at], self._styles[at])

    def _close(self, data: bytes, start: int, end: int, lines: int) -> None:
        self._styles.append(style_after(self._styles[-1], data, start, end))
        self._starts.append(self._starts[-1] + end - start)
        self._lines.append(lines)


def behind_newline(data: bytes, count: int) -> int:
    """The position behind the newline with this number, counted from 1, by halving."""
    start, end = 0, len(data)
    while end - start > 1:
        middle = (start + end) // 2
        before = data.count(b"\n", start, middle)
        if before >= count:
            end = middle
        else:
            start, count = middle, count - before
    return end
