"""The lines of one run, from the first to the last, for a comparison. Not on the GUI thread.

Reads a part of the output at a time: memory does not grow with it.
"""

from __future__ import annotations

from reloader_core import RunOutput
from reloader_gui.output.text.export import plain_text

AT_ONCE_BYTES = 1 << 20
MOST_ABOVE_BYTES = 2_000
_USUAL_LINE_BYTES = 128
MOST_OF_LINE_BYTES = 1 << 20
"""A longer line counts as several."""


class Lines:
    """Of what is there now; what comes later does not belong to it."""

    def __init__(self, run: RunOutput) -> None:
        """Raises Dropped."""
        extent = run.extent
        self._run = run
        self.at, self.end = extent.first, extent.end
        self.begin = extent.first
        self.line = extent.first_line
        """The number of the next line, from 0."""
        self.has_ended = extent.ended
        """Else the last line may be unfinished, and is left out; and more may follow."""
        if not extent.ended and extent.last_line > extent.first_line:
            self.end = run.line_start(extent.last_line)

    @property
    def is_over(self) -> bool:
        return self.at >= self.end

    def go_to(self, line: int) -> None:
        """Raises Dropped."""
        if line > self.line:
            self.at, self.line = self._run.line_start(line), line

    def peek(self, size: int = AT_ONCE_BYTES) -> bytes:
        """Raises Dropped."""
        return self._run.read(self.at, min(size, self.end - self.at))

    def skip(self, data: bytes) -> None:
        """These bytes, which peek() has returned."""
        self.at += len(data)
        self.line += data.count(b"\n")

    def next(self, count: int) -> list[bytes]:
        """Up to so many lines, each with its end. Raises Dropped."""
        size = max(4096, count * _USUAL_LINE_BYTES)
        data = self.peek(size)
        while data.count(b"\n") < count and len(data) == size < MOST_OF_LINE_BYTES:
            size *= 4
            data = self.peek(size)
        lines = data.split(b"\n", count)
        rest = lines.pop()
        found = [line + b"\n" for line in lines]
        if rest and len(found) < count and (not found or self.at + len(data) == self.end):
            found.append(rest)
        return found


def skip_equal(one: Lines, two: Lines) -> list[bytes]:
    """To the first line that is not the same in both, byte by byte; the last lines before that.
    Raises Dropped."""
    above = b""
    while not (one.is_over or two.is_over):
        first, second = one.peek(), two.peek()
        size = same = min(len(first), len(second))
        if first[:size] != second[:size]:
            same = _same(first, second, size)
        same = first.rfind(b"\n", 0, same) + 1
        one.skip(first[:same])
        two.skip(second[:same])
        above = (above + first[:same])[-MOST_ABOVE_BYTES:]
        if same < size or not same:
            break
    return above.split(b"\n")[1:-1]


def _same(first: bytes, second: bytes, size: int) -> int:
    """How many bytes are the same from the start, by halving."""
    known = 0
    while size - known > 1:
        middle = (known + size) // 2
        if first[known:middle] == second[known:middle]:
            known = middle
        else:
            size = middle
    return known


def texts_of(lines: list[bytes]) -> list[str]:
    """As they are shown, without their ends."""
    if not lines:
        return []
    texts = plain_text(b"".join(lines)).split("\n")
    if len(texts) == len(lines) + 1:
        texts.pop()
    if len(texts) == len(lines):
        return texts
    return [plain_text(line.rstrip(b"\r\n")) for line in lines]
