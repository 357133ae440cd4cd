"""What becomes of saves while the script's own reloader acts on them.

Belongs to the supervisor's thread. A reloader that starts processes is seen when it acts. Where
it does not (the file is none of those that it watches), the save is ours after all; and so is at
once what may turn that reloader off: it would start the program once more without it, wait for
that program's end, and nobody would look at the next save.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from reloader_core.fingerprint import Ask
from reloader_core.notice import TurnOff

ACTS_S = 10.0
"""Within that they act: most look once a second, and then wait for the old program's end."""
MOST_FILES = 500
MOST_BYTES = 256 * 1024
_SWITCH = re.compile(rb"reload|--debug|debug *=", re.IGNORECASE)
"""What the lines that turn one on or off have in common."""


class LeftSaves:
    """The saves that are left to the script's own reloader. `ask` has the disk asked."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._is_seen = True
        self._unread: set[Path] = set()
        self._switches: dict[Path, object] = {}
        """The lines of each file that may turn it on or off."""
        self._files: frozenset[Path] = frozenset()
        self._until = 0.0

    def begin(self, files: Iterable[Path]) -> None:
        """It has begun to work; the script has loaded these."""
        self.forget()
        self._unread = set(islice(files, MOST_FILES))

    def acted(self, off: TurnOff) -> None:
        """Whatever was saved until now is read by what it has started."""
        self._is_seen = off is not TurnOff.IN_PLACE
        self._files = frozenset()
        if self._unread:  # a disk that is busy now may answer later
            self._switches |= self._look(self._unread)
            self._unread -= self._switches.keys()

    def leave(self, files: frozenset[Path], now: float) -> bool:
        """These were saved. False: they are not to be left to it."""
        if self._turns_off(files):
            return False
        if not self._files:
            self._until = now + ACTS_S
        if self._is_seen:
            self._files |= files
        return True

    def forget(self) -> None:
        """Another run begins, or none does."""
        self._files = frozenset()
        self._unread = set()
        self._switches = {}

    @property
    def deadline(self) -> float | None:
        """When due() should be called next."""
        return self._until if self._files else None

    def due(self, now: float) -> frozenset[Path]:
        """The files that nobody has acted on in time."""
        if not self._files or now < self._until:
            return frozenset()
        files, self._files = self._files, frozenset()
        return files

    def _turns_off(self, files: Iterable[Path]) -> bool:
        before, now = self._switches, self._look(files)
        self._switches = {**before, **now}
        return any(path in before and before[path] != lines for path, lines in now.items())

    def _look(self, files: Iterable[Path]) -> dict[Path, object]:
        found = self._ask(_switch_lines, map(str, islice(files, MOST_FILES)))
        return {Path(path): lines for path, lines in found.items()}


def _switch_lines(path: str) -> list[bytes]:
    try:
        with open(path, "rb") as file:
            lines = file.read(MOST_BYTES).splitlines()
    except OSError:
        return []
    return [line.strip() for line in lines if _SWITCH.search(line)]
