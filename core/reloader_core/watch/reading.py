"""Keeps the texts of watched files, for a comparison later. On the watcher's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reloader_core.disk.drives import Drives
from reloader_core.watch import texts
from reloader_core.watch.board import Board
from reloader_core.watch.settle import Settle
from reloader_core.watch.watched import WatchedFile

READ_DELAY_S = 1.0
"""Texts are read only when nothing has happened for so long,"""
READ_SLICE_S = 0.005
"""for at most so long at a time,"""
READ_PAUSE_S = 0.02
"""and with such pauses."""


class Reading:
    """`is_near(file)`: does its drive certainly answer at once?"""

    def __init__(
        self,
        board: Board,
        drives: Drives,
        is_near: Callable[[WatchedFile], bool],
        settle: Settle[WatchedFile],
        text_budget_bytes: int,
        clock: Callable[[], float],
    ) -> None:
        self.busy_until = 0.0
        self._board = board
        self._drives = drives
        self._is_near = is_near
        self._settle = settle
        self._text_budget_bytes = text_budget_bytes
        self._clock = clock

    def read_some(self) -> None:
        """Keeps the texts that are there, while nothing else is to be done."""
        if not self._board.unread or self._settle.has_closed:
            return
        end = self._clock() + READ_SLICE_S
        with self._board.wakeup:
            held_bytes = self._board.held_bytes()
        while self._board.unread and self.busy_until <= self._clock() < end:
            try:
                file, _ = self._board.unread.popitem()
            except KeyError:  # forget_all() was quicker
                return
            version, known = file.version, file.known
            if known is None or file.text is not None or not self._board.watches(file):
                continue
            read = partial(texts.read, expected=known)
            if self._is_near(file):
                found = read(file.full)
            else:
                found = self._drives.ask(read, [file.full]).get(file.full)
            if found is None:
                continue
            text = texts.pack(found, keep=held_bytes < self._text_budget_bytes)
            held_bytes += len(text.packed or b"")
            with self._board.wakeup:
                if file.version == version:
                    file.text = text
