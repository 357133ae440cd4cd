"""What a silent script does: it works without a pause, or waits, and for what; and whether one that
is not silent prints more than anybody reads.

Pure: what the script has used comes in as values, about once a second.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from reloader_core import CpuTimes, Waits

FIRST_LOOK_S = 4.0
"""A script may take so long without a word about it."""
LOOK_S = 1.0
ENOUGH = 2
"""So many stretches in a row without a pause are no accident."""
LEAST_SHARE = 0.8
"""Of the time between two looks it has run, or would have if a core had been free."""
MOST_SYSTEM_SHARE = 0.1
"""Who asks the system again and again, as for a key or a line of input, waits in its own way."""

FLOOD_BYTES_S = 50_000
"""A thousand lines a second."""


@dataclass(slots=True)
class Busy:
    """Of one run. `printed` counts the bytes of its output."""

    _last: CpuTimes | None = None
    _printed: int = 0
    _stretches: int = 0
    _looked_s: float = 0.0
    _noted_s: float | None = None
    """When it was looked at the last time."""
    _floods: int = 0
    """So many stretches in a row with too much output."""
    _waits: Waits | None = None
    _waited: bool = False
    """Whether it waited for the same at the look before, and has printed nothing since."""

    @property
    def waits(self) -> Waits | None:
        """What it waits for, in silence."""
        return self._waits if self._waited else None

    @property
    def is_certain(self) -> bool:
        return self._stretches >= ENOUGH

    @property
    def floods(self) -> bool:
        return self._floods >= ENOUGH

    def is_due(self, now: float, lasted_s: float) -> bool:
        """Whether to ask what the run, which began `lasted_s` ago, uses: at most once a second.
        `now` is time.monotonic() in seconds; who is told yes asks."""
        due = lasted_s >= FIRST_LOOK_S and now - self._looked_s >= LOOK_S
        if due:
            self._looked_s = now
        return due

    def due_in_s(self) -> float:
        """While it rests, no more often than the words change anyway: infinity."""
        return LOOK_S if self._stretches > 0 else math.inf

    def forget(self) -> None:
        """Another run, or it waits for input for certain."""
        self._last, self._stretches = None, 0
        self._noted_s, self._floods = None, 0
        self._waits, self._waited = None, False

    def note(self, times: CpuTimes | None, printed: int, waits: Waits | None = None) -> None:
        last, was_printed = self._last, self._printed
        self._waited = waits is self._waits and printed == was_printed
        self._waits = waits
        self._last, self._printed = times, printed
        works = (
            last is not None
            and times is not None
            and printed == was_printed
            and _never_rested(last, times)
        )
        self._stretches = self._stretches + 1 if works else 0
        noted_s, self._noted_s = self._noted_s, self._looked_s
        too_much = (
            noted_s is not None
            and self._looked_s > noted_s
            and printed - was_printed >= FLOOD_BYTES_S * (self._looked_s - noted_s)
        )
        self._floods = self._floods + 1 if too_much else 0


def _never_rested(before: CpuTimes, now: CpuTimes) -> bool:
    used_s = now.user_s - before.user_s + now.system_s - before.system_s
    waited_s = now.waited_s - before.waited_s
    system_s = now.system_s - before.system_s
    takes_all = used_s > 0 and used_s + waited_s >= LEAST_SHARE * (now.t - before.t)
    return takes_all and system_s <= MOST_SYSTEM_SHARE * used_s
