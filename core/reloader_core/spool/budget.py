"""What the spools of one window may hold together, whichever of them it belongs to.

One lock for all of them, so that a writer may drop what another has written. Any thread;
everything but make_room() is read and changed by the spools, under the lock.
"""

from __future__ import annotations

from collections.abc import Iterable

from reloader_core.spool.folder import Trash
from reloader_core.spool.store import Store
from reloader_core.spool.turns import Turns

TOTAL_LIMIT_BYTES = 4 << 30


class OutputBudget:
    def __init__(self, limit_bytes: int = TOTAL_LIMIT_BYTES) -> None:
        self.lock = Turns()
        self.limit_bytes = limit_bytes
        self.held_bytes = 0
        self.stores: dict[Store, None] = {}
        """The oldest run first."""
        self.trash = Trash()

    def make_room(self, size: int) -> None:
        """Drop the oldest until there is room for so much. Call it under the lock."""
        while self.held_bytes + size > self.limit_bytes:
            drop_oldest(self.stores)


def drop_oldest(stores: Iterable[Store]) -> None:
    """One segment of the oldest run that holds any."""
    next(store for store in stores if store.segments).drop_oldest()
