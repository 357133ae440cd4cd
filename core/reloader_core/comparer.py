"""Which lines were saved, found out beside the supervisor's thread.

That one has to be free to ask the script to end: reading and comparing the files of a
checkout takes seconds. One thread of its own, begun with the first save.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence

from reloader_core.inbox import Compared
from reloader_core.model import LineSpans
from reloader_core.watch.watched import Edit

log = logging.getLogger(__name__)

MOST_FILES = 20
"""Of one save, compared; few are named, and the log of events is no patch."""
MOST_WAITING = 4
"""Saves. Where that many wait, a drive does not answer: the next ones do without lines."""
JOIN_S = 2.0


class Comparer:
    """`compare(edit)` is called on this thread and `deliver(compared)` tells the outcome."""

    def __init__(
        self, compare: Callable[[Edit], LineSpans], deliver: Callable[[Compared], None]
    ) -> None:
        self._compare = compare
        self._deliver = deliver
        self._jobs: queue.SimpleQueue[tuple[int, Sequence[Edit]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="lines", daemon=True)
        self._closing = False

    def has_room(self, edits: Sequence[Edit]) -> bool:
        """Is there something to compare, and time for it?"""
        return bool(edits) and self._jobs.qsize() < MOST_WAITING

    def ask(self, run: int, edits: Sequence[Edit]) -> None:
        """Compare what led to this run: a Compared follows."""
        try:
            if not self._thread.is_alive():
                self._thread.start()
        except RuntimeError:  # the system lets nobody have another thread
            self._deliver(Compared(run, ()))
            return
        self._jobs.put((run, edits))

    def close(self) -> None:
        """Returns within 2 s, even if a drive hangs."""
        self._closing = True
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(JOIN_S)

    def _work(self) -> None:
        while job := self._jobs.get():
            run, edits = job
            lines = {}
            for edit in edits:
                if self._closing:
                    return
                try:
                    lines[edit.file.path] = self._compare(edit)
                except Exception:  # whoever waits for the outcome gets one
                    log.exception("%s cannot be compared", edit.file.path)
            self._deliver(Compared(run, tuple(lines.items())))
