"""Where the engine's threads put what a script prints, and why a run was started.

Any thread. Everything goes into the spool at once; the view is only told to look.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from reloader_core import RunOutput, Spool
from reloader_gui.output.pace import Pace, PacedStream
from reloader_gui.output.text.export import Lines, Part, Words, tail, text_of
from reloader_gui.output.text.section import Began

TAIL_BYTES = 16_000
MOST_KNOWN = 20
"""Runs: what is told of one may be heard when the next have begun."""
_SAYS_ECHOED = b"Password input may be echoed"
_PASSWORD_WARNING = re.compile(
    rb"(?:[^\n]*GetPassWarning: [^\n]*\r?\n(?:  [^\n]*\r?\n)?)?"
    rb"Warning: Password input may be echoed\.(?:\r?\n)?"
)
"""What getpass says of a terminal that it does not find; here the password is hidden."""


class Feed:
    """Of one engine. Each counts its runs from 1; the spool, which several write into, counts
    them all: `numbers`."""

    def __init__(
        self,
        spool: Spool,
        announce: Callable[[RunOutput, Began], None],
        wake: Callable[[], None],
        numbers: Iterator[int] | None = None,
        pace: PacedStream | None = None,
    ) -> None:
        self._spool = spool
        self._announce = announce
        self._wake = wake
        self._numbers = numbers or itertools.count(1)
        self.pace = pace or Pace().stream()
        self._open: dict[int, int] = {}
        """The spool's number of each run that may still write."""
        self.asks_secret = False
        """Whether getpass asks for a password, and has got no answer yet."""
        self._cut_line_end = False
        self._run: RunOutput | None = None
        self._known: dict[int, tuple[RunOutput, Began]] = {}

    def beside(self) -> Feed:
        """For another engine, whose runs are shown between those of this one."""
        return Feed(self._spool, self._announce, self._wake, self._numbers, self.pace)

    def begin(self, number: int, began: Began) -> None:
        """A run of this number begins; numbers may come again."""
        self._open[number] = next(self._numbers)
        self._run = self._spool.begin(self._open[number])
        self._known.pop(number, None)
        self._known[number] = self._run, began
        if len(self._known) > MOST_KNOWN:
            del self._known[next(iter(self._known))]
        self.asks_secret = self._cut_line_end = False
        self._announce(self._run, began)
        self._wake()

    def output_of(self, number: int) -> tuple[RunOutput, Began] | None:
        """Of a run that has begun lately."""
        return self._known.get(number)

    def write(self, number: int, data: bytes) -> None:
        if (known := self._open.get(number)) is None:
            return
        if _SAYS_ECHOED in data or self._cut_line_end:
            data = self._without_warning(data)
        if data:
            self.pace.wait(len(data))
            self._spool.write(known, data)
            self._wake()

    def _without_warning(self, data: bytes) -> bytes:
        """That it may be echoed is not true here: the window hides what is typed."""
        if self._cut_line_end:
            data = data.removeprefix(b"\r").removeprefix(b"\n")
        left, count = _PASSWORD_WARNING.subn(b"", data)
        self._cut_line_end = count > 0 and data.endswith(b"echoed.")
        self.asks_secret = self.asks_secret or count > 0
        return left

    def echo(self, text: str) -> None:
        """What the user has sent to the newest run."""
        self.asks_secret = False
        if self._run is not None:
            self._spool.echo(self._run.number, f"{text}\n".encode())
            self._wake()

    def end(self, number: int) -> None:
        """All output of this run has been written."""
        if (known := self._open.pop(number, None)) is not None:
            self._spool.end(known)
            self._wake()

    def has_printed(self) -> bool:
        """Whether the newest run has written anything."""
        return self.printed_bytes() > 0

    def printed_bytes(self) -> int:
        """How much the newest run has written."""
        if self._run is None:
            return 0
        end = self._run.extent.end
        return end - sum(b - a for a, b in self._run.echoes(0, end))

    def tail(self) -> str:
        """The end of what the newest run has written."""
        return tail(self._run, TAIL_BYTES) if self._run is not None else ""

    def tail_without_input(self, instead: str) -> str:
        """As tail(), with `instead` in the place of each line that the user has sent."""
        if self._run is None:
            return ""
        extent = self._run.extent
        at = max(extent.first, extent.end - TAIL_BYTES)
        parts: list[Part] = []
        for start, end in self._run.echoes(at, extent.end):
            parts += [Lines(self._run, at, start), Words(f"{instead}\n")]
            at = end
        return "".join(text_of([*parts, Lines(self._run, at, extent.end)]))

    def unanswered(self) -> str:
        """Of that, what has come since the user last sent something."""
        if self._run is None:
            return ""
        extent = self._run.extent
        start = max(extent.first, extent.end - TAIL_BYTES)
        answers = self._run.echoes(start, extent.end)
        return tail(self._run, extent.end - answers[-1][1] if answers else TAIL_BYTES)
