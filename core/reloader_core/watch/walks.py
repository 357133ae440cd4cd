"""Walks through the folders of the user's patterns, beside the watching.

A large tree takes long, and a drive within it may not answer at all; meanwhile saves
are noticed as always. Watcher's thread only, but for the walk itself, which is on a
worker's (disk/drives.py). Knows what was found, not what to make of it.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from reloader_core.disk.drives import Drives
from reloader_core.values import frozen
from reloader_core.watch.globs import Found, Globs
from reloader_core.watch.poll import WalkTimes
from reloader_core.watch.signature import Signature, signature

_PATTERNS = "the folders of the patterns"
"""In place of a drive's name: a walk crosses many, and waits for the walk before it only."""


@frozen
class Walked:
    """What one walk found."""

    globs: Globs
    is_first: bool
    began: float
    ended: float
    found: Found
    seen: Mapping[str, Signature | None]
    """On the first walk, what each file looked like."""


class Walks:
    """When to walk, and what the walks found."""

    def __init__(self, drives: Drives, poll_s: float, clock: Callable[[], float]) -> None:
        self._drives = drives
        self._clock = clock
        self._times = WalkTimes(poll_s)
        self._walked: deque[Walked] = deque()
        self._first_is_due = False

    @property
    def at(self) -> float:
        """When begin() should be called next."""
        return self._times.at

    def forget(self) -> None:
        """Other patterns will come."""
        self._times.at = 0.0

    def soon(self) -> None:
        """Something new is there."""
        self._times.soon(self._clock())

    def begin(self, globs: Globs, *, first: bool) -> None:
        """Walks, if it is time. `first`: these patterns are new."""
        self._first_is_due = self._first_is_due or first
        now = self._clock()
        if not self._first_is_due and now < self._times.at:
            return
        if not self._drives.is_silent(_PATTERNS):  # else the last walk has not come back
            walk = partial(self._walk, globs, self._first_is_due)
            self._first_is_due = False
            late = self._walked.append
            self._walked.extend(self._drives.ask(walk, [""], drive=_PATTERNS, late=late).values())
        self._times.done(now, self._clock(), events_trusted=True)  # what it found may say otherwise

    def take(self) -> list[Walked]:
        """What has been found since the last time."""
        return [self._walked.popleft() for _ in range(len(self._walked))]

    def done(self, walked: Walked, *, events_trusted: bool) -> None:
        """`events_trusted`: events tell of new files there, as far as is known."""
        self._times.done(walked.began, walked.ended, events_trusted=events_trusted)

    def _walk(self, globs: Globs, is_first: bool, _: str) -> Walked:
        """On a worker's thread."""
        began = self._clock()
        answering: dict[str, bool] = {}

        def answers(folder: str) -> bool:
            question = os.path.join(folder, "")
            drive = self._drives.drive_of(question)
            if drive not in answering:
                answering[drive] = question in self._drives.ask(os.path.isdir, [question])
            return answering[drive]

        found = globs.expand(answers=answers) if globs.has_watch else Found()
        seen = {path: signature(Path(path)) for path in found.files} if is_first else {}
        return Walked(globs, is_first, began, self._clock(), found, seen)
