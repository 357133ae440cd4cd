"""When a burst of saves is over: the pure rule, told the time and what was seen.

Editors truncate and write, write twice (a formatter) or delete and create. All
files that change together make one burst, which has settled when none of them has
moved for a quiet time. A file that somebody has open for writing has not settled
before it is closed, or has been left alone for long. Used by the watcher's thread;
reads no file and no clock.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from reloader_core.watch.signature import Signature

STEP_S = 0.005
LONGEST_QUIET_S = 0.1
EMPTY_S = 0.15
MISSING_S = 0.3
TOTAL_S = 1.0
HOLD_S = 10.0
"""The others of a burst wait for a file that is being written, but not longer: an upload is
over by then, a log never is."""
OPEN_STEP_S = 0.25
"""Between two looks at a file that is being written, where nobody tells of its end."""

Key = TypeVar("Key", bound=Hashable)


@dataclass(slots=True)
class _Moving:
    signature: Signature | None
    at: float
    emptied: bool


@dataclass(slots=True)
class _Open:
    """Somebody has this file open for writing."""

    signature: Signature | None
    at: float
    since: float
    rest_s: float
    holds: bool
    """Do the others of the burst wait for it?"""

    @property
    def rested_at(self) -> float:
        return self.at + self.rest_s

    @property
    def holds_until(self) -> float:
        return min(self.rested_at, self.since + HOLD_S) if self.holds else self.since


class Settle(Generic[Key]):
    """The files of the present burst, and how long they have been quiet."""

    def __init__(self, settle_s: float) -> None:
        self._settle_s = settle_s
        self._moving: dict[Key, _Moving] = {}
        self._open: dict[Key, _Open] = {}
        self._began = 0.0
        self._last = 0.0

    def __len__(self) -> int:
        return len(self._moving) + len(self._open)

    def __contains__(self, key: Key) -> bool:
        return key in self._moving or key in self._open

    def keys(self) -> tuple[Key, ...]:
        return (*self._moving, *self._open)

    @property
    def has_closed(self) -> bool:
        """Is there a file that nobody has open any more? Else the burst may last for ever."""
        return bool(self._moving)

    def is_held(self, now: float) -> bool:
        """Is all that it waits for that somebody closes a file?"""
        return bool(self._open) and (not self._moving or now >= self._quiet_at())

    def is_closed(self, key: Key) -> bool:
        """Is it in the burst, and was it not open for writing when it was seen last?"""
        return key in self._moving

    def seen_closed(self, key: Key) -> Signature | None:
        """What a file of this burst looked like when nobody had it open."""
        moving = self._moving.get(key)
        return moving.signature if moving is not None else None

    def note(
        self,
        key: Key,
        signature: Signature | None,
        now: float,
        *,
        active: bool = False,
        emptied: bool = False,
        rest_s: float = 0.0,
        holds: bool = True,
    ) -> None:
        """A file that differs from its baseline. `active`: somebody just wrote to it, even
        if its signature is the same (two writes within one tick of a file system's clock).
        `emptied`: it had text before and has none now. `rest_s`: somebody has it open for
        writing; after so long at rest it counts all the same. `holds`: the others of the burst
        wait for that."""
        if rest_s:
            self._note_open(key, _Open(signature, now, now, rest_s, holds), active=active)
            return
        self._open.pop(key, None)
        moving = self._moving.get(key)
        if moving is not None and moving.signature == signature and not active:
            return
        if not self._moving:
            self._began = now
        self._moving[key] = _Moving(signature, now, emptied)
        self._last = now

    def _note_open(self, key: Key, seen: _Open, *, active: bool) -> None:
        self._moving.pop(key, None)
        held = self._open.get(key)
        if held is not None:
            seen.since = held.since
            seen.at = seen.at if held.signature != seen.signature or active else held.at
        self._open[key] = seen

    def drop(self, key: Key) -> None:
        """The file is as it was before the burst, or of no interest any more."""
        self._moving.pop(key, None)
        self._open.pop(key, None)

    def ready_at(self) -> float:
        """When the burst has settled if nothing moves any more."""
        if not self._moving:
            return min(held.rested_at for held in self._open.values())
        return max(self._quiet_at(), *(held.holds_until for held in self._open.values()), 0.0)

    def next_look(self, now: float, step_s: float = STEP_S) -> float:
        if self.is_held(now):
            step_s = max(step_s, OPEN_STEP_S)
        return min(self.ready_at(), now + step_s)

    def take(self, now: float) -> dict[Key, Signature | None]:
        """The whole burst if it has settled by now (and it is over then), else nothing. Files
        that are still being written stay behind.

        None stands for a file that has been missing for too long to be waited for.
        """
        if not len(self) or now < self.ready_at():
            return {}
        settled = {key: moving.signature for key, moving in self._moving.items()}
        self._moving.clear()
        for key, held in list(self._open.items()):
            if now >= held.rested_at:
                settled[key] = held.signature
                del self._open[key]
        return settled

    def _quiet_at(self) -> float:
        """When the files that nobody has open have been quiet for long enough."""
        # As long as it has lasted already: each change about doubles it, while a save
        # that takes a fraction of a millisecond (truncate, write, close) costs nothing.
        quiet_s = max(self._settle_s, min(LONGEST_QUIET_S, self._last - self._began))
        ready = max(moving.at + self._wait_s(moving, quiet_s) for moving in self._moving.values())
        return min(ready, self._began + TOTAL_S)

    def _wait_s(self, moving: _Moving, quiet_s: float) -> float:
        if moving.signature is None:
            return max(MISSING_S, quiet_s)
        return max(EMPTY_S, quiet_s) if moving.emptied else quiet_s
