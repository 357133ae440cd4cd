"""Asking the disk from the GUI thread: a network drive that has gone keeps whoever asks it
waiting for minutes, and the window would wait with it.

Each question goes to a thread of its own (a daemon: quitting waits for nobody). Nearly
always the answer is there within a millisecond, and the caller goes on as if it had
asked itself.
"""

from __future__ import annotations

import os
import queue
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reloader_gui.background import Background, start
from reloader_gui.program import home_folder

T = TypeVar("T")
ANSWER_S = 0.08
"""A window that stands still for so long has not frozen."""
SAY_MS = 400
"""A drive that has to wake up first is no news yet."""
MOST_UNANSWERED = 20
MOST_KNOWN = 1000


def answer(work: Callable[[], T], *, otherwise: T) -> T:
    """What `work` returns; `otherwise` if it takes too long, or fails."""
    done: queue.SimpleQueue[T] = queue.SimpleQueue()
    start(work, done.put, instead=lambda: otherwise)
    try:
        return done.get(timeout=ANSWER_S)
    except queue.Empty:
        return otherwise


def reachable(*folders: Path) -> Path:
    """The first that is there and answers; a file dialog would wait for the others, too."""
    there = (each for each in folders if answer(partial(os.path.isdir, each), otherwise=False))
    return next(there, home_folder())


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


class FilesThere:
    """Whether files are there. One that does not answer is not, until it has answered."""

    def __init__(self, is_file: Callable[[Path], bool] = os.path.isfile) -> None:
        self._is_file = is_file
        self._unanswered: dict[Path, queue.SimpleQueue[bool]] = {}

    def __call__(self, file: Path) -> bool:
        done, wait_s = self._unanswered.get(file), 0.0
        if done is None:
            if len(self._unanswered) >= MOST_UNANSWERED:
                return False
            done, wait_s = queue.SimpleQueue(), ANSWER_S
            start(lambda: self._is_file(file), done.put, instead=lambda: False)
        try:
            there = done.get(timeout=wait_s)
        except queue.Empty:
            self._unanswered[file] = done
            return False
        self._unanswered.pop(file, None)
        return there


class FilesKnown(QObject):
    """Whether files are there, as far as is known: painting cannot wait at all. GUI thread."""

    learned = Signal()
    """One is there that was not known to be: paint again."""

    def __init__(
        self, is_file: Callable[[Path], bool] = os.path.isfile, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._is_file = is_file
        self._background = Background(self)
        self._known: dict[Path, bool] = {}
        self._unanswered = 0

    def __call__(self, file: Path) -> bool:
        """False at first; the disk is asked once."""
        if file not in self._known and self._unanswered < MOST_UNANSWERED:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[file] = False
            self._unanswered += 1
            ask, then = partial(self._is_file, file), partial(self._learn, file)
            self._background.submit(ask, then, instead=lambda: False)
        return self._known.get(file, False)

    def _learn(self, file: Path, is_there: bool) -> None:
        self._unanswered -= 1
        self._known[file] = is_there
        if is_there:
            self.learned.emit()
