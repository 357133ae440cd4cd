"""Looks at files, and judges whether they have changed and settled. On the watcher's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reloader_core.disk.drives import Drives
from reloader_core.disk.mounts import Mounts
from reloader_core.watch.board import Board
from reloader_core.watch.folders import Folders
from reloader_core.watch.listening import Listening
from reloader_core.watch.poll import Poll
from reloader_core.watch.settle import Settle
from reloader_core.watch.watched import View, WatchedFile, look

VERIFY_S = 5.0
"""How often the folders are compared with what is subscribed."""

Settled = tuple[frozenset[Path], frozenset[Path]]
"""What has changed, and what is gone."""


class Looking:
    def __init__(
        self,
        board: Board,
        folders: Folders,
        drives: Drives,
        mounts: Mounts,
        listening: Listening,
        poll: Poll,
        settle: Settle[WatchedFile],
        clock: Callable[[], float],
    ) -> None:
        self.only_text = False
        self.verify_at = 0.0
        self.opened: set[WatchedFile] = set()
        """Found open for writing, and nobody has been asked by whom so far."""
        self._board = board
        self._folders = folders
        self._drives = drives
        self._mounts = mounts
        self._listening = listening
        self._poll = poll
        self._settle = settle
        self._clock = clock
        self._unheard: set[WatchedFile] = set()
        """Seen to differ by looking; whether somebody tells of them shows before they settle."""

    def polled(self, now: float) -> list[WatchedFile]:
        """The files whose turn it is."""
        if now < min(self._poll.next, self.verify_at):
            return []
        lost: set[str] = set()
        with self._board.wakeup:
            files = [file for file in self._board.files.values() if not file.ignored]
        if now >= self.verify_at:
            self.verify_at = now + VERIFY_S
            lost = self._folders.verify(now)
            for file in files if lost else ():
                file.due = now if file.key in lost else file.due
            self._listening.note_trust(files)
        return self._poll.due(files, now) if now >= self._poll.next or lost else []

    def look(self, files: set[WatchedFile], told: set[WatchedFile]) -> Settled:
        """Looks at the files and judges; returns what has settled."""
        if not files:
            return frozenset(), frozenset()
        began = self._clock()
        by_path = {file.full: file for file in files}

        def look_at(path: str) -> View:
            file = by_path[path]
            in_burst = file in told or file in self._settle
            closed = self._settle.seen_closed(file) if file not in told else None
            return look(file, only_text=self.only_text, told=in_burst, closed=closed)

        # A worker's answer takes two changes of threads, which a busy machine makes late.
        near = {file.full for file in files if self.is_near(file)}
        views = {path: look_at(path) for path in near}
        views |= self._drives.ask(look_at, by_path.keys() - near)
        now = self._clock()
        if len(views) == len(by_path):  # else it was waiting, and says nothing of the others
            self._poll.took(now - began, len(views))
        with self._board.wakeup:
            for path, view in views.items():
                self._judge(by_path[path], view, now, by_path[path] in told)
            for path in by_path.keys() - views.keys():
                self._postpone(by_path[path])  # see _take_back()
            return self._settled(files, now)

    def is_near(self, file: WatchedFile) -> bool:
        """Is it certainly on a drive of this computer's own, which always answers?"""
        return self._folders.is_plain(file.key) and self._mounts.is_near(file.full)

    def _postpone(self, file: WatchedFile) -> None:
        """Its drive has not answered: it is looked at when that does."""
        self._settle.drop(file)
        if self._drives.is_silent(self._drives.drive_of(file.full)):
            self._board.unanswered.add(file)
        else:
            self._board.look_at(file)

    def _judge(self, file: WatchedFile, view: View, now: float, told: bool) -> None:
        if not self._board.watches(file):
            self._settle.drop(file)
            return
        if view.version != file.version:  # the baseline is another by now
            self._settle.drop(file)
            self._board.look_at(file)
            return
        in_burst = file in self._settle
        file.by_script = file.by_script and view.is_open
        if view.is_closed is not None:
            file.is_closed = view.is_closed
        if not file.differs(view, self._board.trust, first=not in_burst):
            self._settle.drop(file)
            return
        if not self._settle.has_closed and not view.is_open:
            # What changed together is reported together: ask those that nobody tells of.
            self._board.work.hot.update(self._untold())
        if not view.is_open:
            self._note_hearing(file, told, self._settle.is_closed(file))
        elif not in_burst or self._settle.is_closed(file):
            self.opened.add(file)
        seen = view.stamp.signature if view.stamp else None
        emptied = seen is not None and seen[1] == 0 and not (file.known and file.known[1] == 0)
        file.touched = file.touched or seen != file.accepted or view.same_text is False
        rest_s = file.rest_s if view.is_open else 0.0
        self._settle.note(
            *(file, seen, now),
            active=told,
            emptied=emptied,
            rest_s=rest_s,
            holds=not file.by_script,
        )

    def _note_hearing(self, file: WatchedFile, told: bool, in_burst: bool) -> None:
        """Do events tell of changes there?"""
        if told:
            self._unheard.discard(file)
            if not in_burst:
                self._mounts.heard(self._mounts.of(file.full))
        elif file.subscribed and not in_burst:
            self._unheard.add(file)

    def _untold(self) -> set[WatchedFile]:
        """Those that nobody tells of."""
        files = self._board.files.values()
        return {file for file in files if not file.subscribed and not file.ignored}

    def _settled(self, looked_at: set[WatchedFile], now: float) -> Settled:
        if self._settle.has_closed and now >= self._settle.ready_at():
            untold = self._untold()
            if not untold <= looked_at:  # they may have changed since the burst began
                self._board.work.hot.update(untold)
                return frozenset(), frozenset()
        changed, gone = set(), set()
        for file, seen in self._settle.take(now).items():
            if file in self._unheard:
                self._mounts.missed(self._mounts.of(file.full))
            file.reported(seen)
            if seen is not None:
                changed.add(file.path)
                self._folders.note_change(file.key, now)
            else:  # perhaps with its folder, and what we listen to is another one by now
                gone.add(file.path)
                self.verify_at = self._poll.next = now
            self._board.work.placed.append(file)  # it may be a link now, or one no more
            self._board.unread[file] = None
            self._board.woken = True
        if not self._settle:
            self._unheard.clear()
        return frozenset(changed), frozenset(gone)
