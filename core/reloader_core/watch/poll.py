"""When to look without being told: the slow poll of files, the walk through patterns.

Network drives, WSL and containers tell of nothing, so the poll is always on, but takes
a fixed small part of the time. Each look that finds nothing makes a file's interval
longer: up to RARE_S where events can be trusted (mounts.py), else up to what the number
of files and the cost of one look allow. Watcher's thread only; looks at nothing itself.
"""

from __future__ import annotations

from collections.abc import Collection

from reloader_core.watch.watched import WatchedFile

SHARE = 0.003
"""The part of the time that polling may take."""
FEWEST, MOST = 50, 500
"""Looks a poll, whatever they cost."""
LONGER, MUCH_LONGER = 2, 4
"""A file's next interval, in its last ones: where nobody tells, and where somebody does."""
RARE_S = 60.0
WALK_PAUSES = 200
"""Between two walks lies so many times the duration of one."""
LONGEST_WALK_PAUSE_S = 60.0


class Poll:
    """The schedule; `due` hands out the work, `took` says what it cost."""

    def __init__(self, poll_s: float) -> None:
        self.next = 0.0
        self.look_s = 5e-6
        """What one look costs, on average."""
        self._poll_s = poll_s

    def reset(self, file: WatchedFile, now: float) -> None:
        """A new file, or one that has just changed: it is likely to change again."""
        file.interval_s = self._poll_s
        file.due = now + self._poll_s / 2  # at the next poll, whatever became of the time
        self.next = min(self.next, now + self._poll_s)

    def took(self, duration_s: float, looks: int) -> None:
        self.look_s += (duration_s / looks - self.look_s) * min(1.0, looks / 100)

    def due(self, files: Collection[WatchedFile], now: float) -> list[WatchedFile]:
        """The files to look at now; what does not fit in is first the next time."""
        most = int(max(FEWEST, min(MOST, self._poll_s * SHARE / self.look_s)))
        untold = sum(not file.events_trusted for file in files)
        untold_s = self._poll_s * max(1.0, untold / most)
        due = sorted((file for file in files if file.due <= now), key=lambda file: file.due)
        for file in due[:most]:
            if file.events_trusted:
                file.interval_s = min(file.interval_s * MUCH_LONGER, RARE_S)
            else:
                file.interval_s = min(file.interval_s * LONGER, untold_s)
            file.due = now + file.interval_s - self._poll_s / 2
        soonest = min((file.due for file in files), default=now + RARE_S)
        self.next = max(now + self._poll_s, soonest)
        return due[:most]


class WalkTimes:
    """When to walk through the patterns' folders: the longer it takes, the more rarely."""

    def __init__(self, poll_s: float) -> None:
        self.at = 0.0
        self._poll_s = poll_s
        self._pause_s = poll_s

    def done(self, began: float, ended: float, *, events_trusted: bool) -> None:
        """`events_trusted`: events tell of new files, as far as is known."""
        pause_s = RARE_S if events_trusted else WALK_PAUSES * (ended - began)
        self._pause_s = min(LONGEST_WALK_PAUSE_S, max(self._poll_s, pause_s))
        self.at = ended + self._pause_s

    def soon(self, now: float) -> None:
        """Something new is there."""
        self.at = min(self.at, now + min(self._pause_s / 20, self._poll_s))
