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

from reloader_core.watch.watched import key_of

OWN_S = 1.0
MOST_FILES = 4000
"""As many are remembered; the agent reports at most a thousand new ones a second."""


class OwnWrites:
    """When the script was last seen to write which file."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}
        self._replaced: dict[str, float] = {}
        """What may be a folder with all that is in it."""

    def note(self, path: str | Path, now: float, *, with_contents: bool = False) -> None:
        """The script is about to write it, or has it open for writing. `with_contents`: it puts
        another in its place, and if that is a folder, other files are in it from then on. To
        open a folder (as a TemporaryFile does) or to touch it changes none of its files."""
        key = key_of(path)
        for times in (self._last, self._replaced) if with_contents else (self._last,):
            times.pop(key, None)  # the newest are last
            times[key] = now
            if len(times) > MOST_FILES:
                del times[next(iter(times))]

    def explain(self, path: str | Path, changed: float) -> bool:
        """Is the script why this file is another one since `changed`? It may also have
        replaced a folder that the file is in."""
        place, times = key_of(path), self._last
        while True:
            if times.get(place, changed - OWN_S) > changed - OWN_S:
                return True
            above = os.path.dirname(place)
            if above == place:
                return False
            place, times = above, self._replaced

    def forget(self) -> None:
        self._last.clear()
        self._replaced.clear()
