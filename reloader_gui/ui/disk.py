"""Asking the disk from the GUI thread: a network drive that has gone keeps whoever asks it
waiting for minutes, and the window would wait with it.

Each question that a click asks goes to a thread of its own (a daemon: quitting waits for
nobody). Nearly always the answer is there within a millisecond, and the caller goes on as
if it had asked itself. The many that painting and the pointer ask go to one thread.
"""

from __future__ import annotations

import os
import queue
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reloader_core import Look
from reloader_gui.ui.background import Background, NewestFirst, start
from reloader_gui.ui.hand_over import HandOver
from reloader_gui.ui.program import home_folder

T = TypeVar("T")
ANSWER_S = 0.05
"""A window that stands still for so long has not frozen."""
SAY_MS = 400
"""A drive that has to wake up first is no news yet."""
MOST_KNOWN = 1000
KNOWN_S = 10.0
"""After so long a file may have come or gone."""


def ask_disk(work: Callable[[], T], *, otherwise: T) -> T:
    """What `work` returns; `otherwise` if it takes too long, or fails."""
    done: queue.SimpleQueue[T] = queue.SimpleQueue()
    start(work, done.put, instead=lambda: otherwise)
    try:
        return done.get(timeout=ANSWER_S)
    except queue.Empty:
        return otherwise


def reachable(*folders: Path) -> Path:
    """The first that is there and answers; a file dialog would wait for the others, too."""
    there = (each for each in folders if ask_disk(partial(os.path.isdir, each), otherwise=False))
    return next(there, home_folder())


def not_there(files: Sequence[Path]) -> frozenset[Path]:
    """Those that the disk says are not there. Any thread; may take as long as a drive takes."""
    gone = set()
    for file in files:
        try:
            os.stat(file)
        except (FileNotFoundError, NotADirectoryError):
            gone.add(file)
        except (OSError, ValueError):
            pass  # it does not say
    return frozenset(gone)


class Question(QObject):
    """One at a time: a new question, or drop(), makes the one before it void. GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._number = 0

    def ask(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        instead: Callable[[], T],
        late: Callable[[], None],
    ) -> None:
        """`then(what work returns)`: before this returns, or else, after a word by `late`,
        whenever the disk answers. An error of `work` is a bug: see Background."""
        self._number += 1
        number = self._number
        done: queue.SimpleQueue[T] = queue.SimpleQueue()
        start(work, done.put, instead=instead)
        try:
            found = done.get(timeout=ANSWER_S)
        except queue.Empty:
            pass
        else:
            then(found)
            return

        def go_on(found: T) -> None:
            if number == self._number:
                self._number += 1
                then(found)

        self._background.submit(done.get, go_on, instead=instead)
        QTimer.singleShot(SAY_MS, self, lambda: late() if number == self._number else None)

    def drop(self) -> None:
        self._number += 1


class FilesKnown(QObject):
    """Whether files are there, as far as is known: painting and the pointer cannot wait at
    all. GUI thread."""

    learned = Signal()
    """More is known of one: paint again."""

    def __init__(
        self,
        look: Callable[[Path], Look],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._known: dict[Path, Look] = {}
        self._asked: dict[Path, float] = {}
        self._worker = NewestFirst(look, HandOver(self._learn), instead=lambda: Look.NONE)

    def __call__(self, file: Path) -> Look:
        """NONE at first; the disk is asked again only after a while."""
        now = self._clock()
        if now - self._asked.get(file, -KNOWN_S) >= KNOWN_S:
            if len(self._asked) >= MOST_KNOWN:
                self._known.clear()
                self._asked.clear()
            self._asked[file] = now
            for given_up in self._worker.ask(file):
                self._asked.pop(given_up, None)
        return self._known.get(file, Look.NONE)

    def for_click(self, file: Path) -> Look:
        """A click does not wait either: what has not been answered may be there."""
        self(file)
        return self._known.get(file, Look.ELSEWHERE)

    def _learn(self, file: Path, look: Look) -> None:
        if file in self._asked:
            before, self._known[file] = self._known.get(file, Look.NONE), look
            if look is not before:
                self.learned.emit()
