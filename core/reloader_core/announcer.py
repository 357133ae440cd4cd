"""What the supervisor says, in order. A Status may be kept back for a moment, until it is
known which lines were saved; what is said meanwhile comes after it.

Belongs to the supervisor's thread, as what it calls.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path

from reloader_core.model import LineSpans, Message, Status

LINES_S = 0.05
"""How long a state is kept back until it is known which lines were saved (1 ms, mostly)."""


class Announcer:
    """`report` is called with every message; `lines_s`: how long a state waits for its lines."""

    def __init__(self, report: Callable[[Message], None], lines_s: float = LINES_S) -> None:
        self._report = report
        self._lines_s = lines_s
        self._held: tuple[Status, Callable[[], None]] | None = None
        """Said with the lines, and then this is done."""
        self._behind: list[Message] = []
        """They speak of what the held Status announces."""
        self._until = 0.0
        self._comparing = 0
        """Saves whose lines are still to come."""

    def say(self, message: Message) -> None:
        if self._held is None:
            self._report(message)
        else:
            self._behind.append(message)

    def publish(self, status: Status, then: Callable[[], None]) -> None:
        """Say the state, then do this; a moment later while lines are being compared, so that
        the reason can name them."""
        self.release()
        self._held, self._until = (status, then), status.t + self._lines_s
        if not self._comparing:
            self.release()

    def release(self) -> None:
        """Say at once what is held."""
        if self._held is None:
            return
        (status, then), self._held = self._held, None
        behind, self._behind = self._behind, []
        self._report(status)
        then()
        for message in behind:
            self._report(message)

    # -- lines

    def expect_lines(self) -> None:
        """A save is being compared."""
        self._comparing += 1

    def compared(self, lines: Mapping[Path, LineSpans], *, of_held: bool) -> None:
        """The lines of a save have come; `of_held`: they are why the held state came about."""
        self._comparing -= 1
        if of_held and self._held is not None:
            status, then = self._held
            status = dataclasses.replace(status, reason=status.reason.with_lines(lines))
            self._held = status, then
        if not self._comparing:
            self.release()

    def expect_no_more(self) -> None:
        self._comparing = 0

    @property
    def deadline(self) -> float | None:
        """When tick() should be called next."""
        return self._until if self._held is not None else None

    def tick(self, now: float) -> None:
        if now >= self._until:
            self.release()
