"""When to look without being told: the slow poll of files, the walk through patterns.

Network drives, WSL and containers tell of nothing, so the poll is always on. It takes
a fixed small part of the time: all files are looked at if they are few, else each look
that finds nothing doubles a file's interval, up to what the number of files and the
cost of one look allow. Watcher's thread only; looks at nothing itself.
"""

from __future__ import annotations

from collections.abc import Collection

from core.watched import WatchedFile

SHARE = 0.003
"""The part of the time that polling may take."""
FEWEST, MOST = 50, 500
"""Looks a poll, whatever they cost."""
LISTENED = 4
"""Files that an OS event tells of are looked at so many times more rarely, if many."""
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

    def took(self, duration_s: float, looks: int) -> None:
        self.look_s += (duration_s / looks - self.look_s) * min(1.0, looks / 100)

    def due(self, files: Collection[WatchedFile], now: float) -> list[WatchedFile]:
        """The files to look at now; what does not fit in is first the next time."""
        most = int(max(FEWEST, min(MOST, self._poll_s * SHARE / self.look_s)))
        listened = sum(file.listened for file in files)
        longest_s = {
            False: self._poll_s * max(1.0, (len(files) - listened) / most),
            True: self._poll_s * max(1.0, listened * LISTENED / most),
        }
        due = sorted((file for file in files if file.due <= now), key=lambda file: file.due)
        for file in due[:most]:
            file.interval_s = min(file.interval_s * 2, longest_s[file.listened])
            file.due = now + file.interval_s - self._poll_s / 2
        self.next = now + self._poll_s
        return due[:most]


class WalkTimes:
    """When to walk through the patterns' folders: the longer it takes, the more rarely."""

    def __init__(self, poll_s: float) -> None:
        self.at = 0.0
        self._poll_s = poll_s
        self._pause_s = poll_s

    def done(self, began: float, ended: float) -> None:
        pause_s = WALK_PAUSES * (ended - began)
        self._pause_s = min(LONGEST_WALK_PAUSE_S, max(self._poll_s, pause_s))
        self.at = ended + self._pause_s

    def soon(self, now: float) -> None:
        """Something new is there."""
        self.at = min(self.at, now + self._pause_s / 20)
