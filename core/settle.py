"""When a burst of saves is over: the pure rule, told the time and what was seen.

Editors truncate and write, write twice (a formatter) or delete and create. All
files that change together make one burst, which has settled when none of them has
moved for a quiet time. Used by the watcher's thread; reads no file and no clock.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.signature import Signature

STEP_S = 0.005
LONGEST_QUIET_S = 0.1
EMPTY_S = 0.15
MISSING_S = 0.3
TOTAL_S = 1.0

Key = TypeVar("Key", bound=Hashable)


@dataclass(slots=True)
class _Moving:
    signature: Signature | None
    at: float
    emptied: bool


class Settle(Generic[Key]):
    """The files of the present burst, and how long they have been quiet."""

    def __init__(self, settle_s: float) -> None:
        self._settle_s = settle_s
        self._moving: dict[Key, _Moving] = {}
        self._began = 0.0
        self._last = 0.0

    def __len__(self) -> int:
        return len(self._moving)

    def __contains__(self, key: Key) -> bool:
        return key in self._moving

    def keys(self) -> tuple[Key, ...]:
        return tuple(self._moving)

    def note(
        self,
        key: Key,
        signature: Signature | None,
        now: float,
        *,
        active: bool = False,
        emptied: bool = False,
    ) -> None:
        """A file that differs from its baseline. `active`: somebody just wrote to it, even
        if its signature is the same (two writes within one tick of a file system's clock).
        `emptied`: it had text before and has none now."""
        moving = self._moving.get(key)
        if moving is not None and moving.signature == signature and not active:
            return
        if not self._moving:
            self._began = now
        self._moving[key] = _Moving(signature, now, emptied)
        self._last = now

    def drop(self, key: Key) -> None:
        """The file is as it was before the burst, or of no interest any more."""
        self._moving.pop(key, None)

    def ready_at(self) -> float:
        """When the burst has settled if nothing moves any more."""
        # As long as it has lasted already: each change about doubles it, while a save
        # that takes a fraction of a millisecond (truncate, write, close) costs nothing.
        quiet_s = max(self._settle_s, min(LONGEST_QUIET_S, self._last - self._began))
        ready = max(moving.at + self._wait_s(moving, quiet_s) for moving in self._moving.values())
        return min(ready, self._began + TOTAL_S)

    def next_look(self, now: float, step_s: float = STEP_S) -> float:
        return min(self.ready_at(), now + step_s)

    def take(self, now: float) -> dict[Key, Signature | None]:
        """The whole burst if it has settled by now (and it is over then), else nothing.

        None stands for a file that has been missing for too long to be waited for.
        """
        if not self._moving or now < self.ready_at():
            return {}
        settled = {key: moving.signature for key, moving in self._moving.items()}
        self._moving.clear()
        return settled

    def _wait_s(self, moving: _Moving, quiet_s: float) -> float:
        if moving.signature is None:
            return max(MISSING_S, quiet_s)
        return max(EMPTY_S, quiet_s) if moving.emptied else quiet_s
