"""What the script writes itself, so that only the saves of others restart it.

Belongs to the supervisor's thread; pure, told the time. A change is the script's own if it
was seen to write that file less than OWN_S before: its agent reports a file before that is
opened for writing or replaced, and a look finds those that a process of its tree holds open.

The times are those at which the supervisor learns of a write: the agent's own clock may be
another one (time.monotonic() on Windows is not the same before and since Python 3.13), and
a report that was on its way for long makes the second longer, which is the safe side.

Nothing is taken off the watch: that would lose what the user saves later, and ask for a way
back. An own write is simply no reason to restart, from the first one on.
"""

from __future__ import annotations

import os
from pathlib import Path

from core.watched import key_of

OWN_S = 1.0
MOST_FILES = 4000
"""As many are remembered; the agent reports at most a thousand new ones a second."""


class OwnWrites:
    """When the script was last seen to write which file."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}

    def note(self, path: str | Path, now: float) -> None:
        """The script is about to write it, or has it open for writing."""
        key = key_of(path)
        self._last.pop(key, None)  # the newest are last
        self._last[key] = now
        if len(self._last) > MOST_FILES:
            del self._last[next(iter(self._last))]

    def explain(self, path: str | Path, changed: float) -> bool:
        """Is the script why this file is another one since `changed`? It may also have
        replaced a folder that the file is in."""
        place = key_of(path)
        while True:
            if self._last.get(place, changed - OWN_S) > changed - OWN_S:
                return True
            above = os.path.dirname(place)
            if above == place:
                return False
            place = above

    def forget(self) -> None:
        self._last.clear()
