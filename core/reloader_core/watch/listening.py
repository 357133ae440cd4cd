"""Who is listened to, for which of the watched files. On the watcher's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reloader_core.disk.mounts import Mounts
from reloader_core.watch.board import Board, Work
from reloader_core.watch.folders import Folders
from reloader_core.watch.matching import Matching
from reloader_core.watch.poll import Poll
from reloader_core.watch.settle import Settle
from reloader_core.watch.walks import Walks
from reloader_core.watch.watched import WatchedFile

WRITE_S = 0.01
"""A save in place is over so long after it began; what takes longer is looked at."""


class Listening:
    def __init__(
        self,
        board: Board,
        folders: Folders,
        mounts: Mounts,
        walks: Walks,
        matching: Matching,
        poll: Poll,
        settle: Settle[WatchedFile],
        clock: Callable[[], float],
    ) -> None:
        self.begun: dict[WatchedFile, float] = {}
        """Somebody began to write it, at that time; nothing was told of it since."""
        self._board = board
        self._folders = folders
        self._mounts = mounts
        self._walks = walks
        self._matching = matching
        self._poll = poll
        self._settle = settle
        self._clock = clock
        self._grounds = (0, 0)
        self._unarmed: set[WatchedFile] = set()
        """To be told of as soon as somebody writes them, once they have settled."""

    @property
    def deadline(self) -> float | None:
        """When a write that was begun is looked at."""
        return min((at + WRITE_S for at in self.begun.values()), default=None)

    def tend(self, work: Work) -> set[WatchedFile]:
        """Listens where it must; the files that something was told of."""
        if work.forget:
            self._folders.close()
            self._walks.forget()
        for key in work.removed:
            self._folders.remove(key)
        now = self._clock()
        placed = {file.key: file for file in work.placed if self._board.watches(file)}
        silent = self._folders.place({key: file.full for key, file in placed.items()})
        self._board.unanswered.update(placed[key] for key in silent)
        for file in placed.values():
            self._poll.reset(file, now)
        heard = self._folders.heard()
        before = self._folders.subscriptions
        unheard = self._folders.sync(now)
        if self._folders.subscriptions != before:
            self._walks.soon()  # a file may have appeared before anybody listened
        for file in placed.values():
            self._note_listening(file)
        self._matching.match(heard.paths)
        self._unarmed.update(placed.values())
        with self._board.wakeup:
            told = {
                self._board.files[key] for key in heard.keys | unheard if key in self._board.files
            }
            begun = {self._board.files[key] for key in heard.written if key in self._board.files}
        return self._note_writers(told, begun, now)

    def _note_writers(
        self, told: set[WatchedFile], begun: set[WatchedFile], now: float
    ) -> set[WatchedFile]:
        """`told` with those that somebody began to write, and has not closed at once."""
        for file in told:
            file.written = False
            self.begun.pop(file, None)
        for file in begun:
            file.written = True
            self.begun[file] = now
        self._unarmed |= begun
        late = {file for file, at in self.begun.items() if now >= at + WRITE_S}
        for file in late:
            del self.begun[file]
        return told | late

    def arm(self) -> None:
        """Once a file has settled: be told as soon as somebody begins to write it."""
        if not self._unarmed:
            return
        settled = {one for one in self._unarmed if one not in self._settle}.difference(self.begun)
        self._unarmed -= settled
        files = {file.key: file for file in settled}
        armed = self._folders.listen_for_writes(
            key for key, file in files.items() if self._board.watches(file)
        )
        with self._board.wakeup:
            for key in armed:  # what came between the last look and now was not told
                self._board.work.hot.add(files[key])
                self._board.notify()

    def note_trust(self, files: Iterable[WatchedFile]) -> None:
        """Whom to rely on, for all files, if that may be another one by now."""
        grounds = (self._folders.subscriptions, self._mounts.experiences)
        if grounds != self._grounds:
            self._grounds = grounds
            for file in files:
                self._note_listening(file)

    def _note_listening(self, file: WatchedFile) -> None:
        file.subscribed = self._folders.subscribed(file.key)
        file.events_trusted = file.subscribed and self._mounts.tells(self._mounts.of(file.full))
