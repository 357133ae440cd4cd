"""Where the engine's threads put what a script prints, and why a run was started.

Any thread. Everything goes into the spool at once; the view is only told to look.
"""

from __future__ import annotations

from collections.abc import Callable

from reloader_core import RunOutput, Spool
from reloader_gui.output.text.document import Began
from reloader_gui.output.text.export import tail

TAIL_BYTES = 16_000


class Feed:
    def __init__(
        self,
        spool: Spool,
        announce: Callable[[RunOutput, Began], None],
        wake: Callable[[], None],
    ) -> None:
        self._spool = spool
        self._announce = announce
        self._wake = wake
        self._run: RunOutput | None = None

    def begin(self, number: int, began: Began) -> None:
        """A run of this number begins; numbers may come again."""
        self._run = self._spool.begin(number)
        self._announce(self._run, began)
        self._wake()

    def write(self, number: int, data: bytes) -> None:
        self._spool.write(number, data)
        self._wake()

    def echo(self, text: str) -> None:
        """What the user has sent to the newest run."""
        if self._run is not None:
            self._spool.echo(self._run.number, f"{text}\n".encode())
            self._wake()

    def end(self, number: int) -> None:
        """All output of this run has been written."""
        self._spool.end(number)
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

    def unanswered(self) -> str:
        """Of that, what has come since the user last sent something."""
        if self._run is None:
            return ""
        extent = self._run.extent
        start = max(extent.first, extent.end - TAIL_BYTES)
        answers = self._run.echoes(start, extent.end)
        return tail(self._run, extent.end - answers[-1][1] if answers else TAIL_BYTES)
