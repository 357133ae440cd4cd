"""Files that a pattern matches: found by walks, and by names that are told of. On the
watcher's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from reloader_core.disk.mounts import Mounts
from reloader_core.notice import Notice, NoticeKind
from reloader_core.watch.board import Board
from reloader_core.watch.folders import Folders
from reloader_core.watch.globs import Globs
from reloader_core.watch.signature import Signature
from reloader_core.watch.walks import Walked, Walks
from reloader_core.watch.watched import WatchedFile, key_of


class Matching:
    def __init__(
        self,
        board: Board,
        folders: Folders,
        mounts: Mounts,
        walks: Walks,
        notice: Callable[[Notice], None],
    ) -> None:
        self._board = board
        self._folders = folders
        self._mounts = mounts
        self._walks = walks
        self._notice = notice

    def tend(self, first: bool) -> None:
        """Walks through the folders of the patterns when it is time."""
        with self._board.wakeup:
            globs = self._board.globs
        if globs is not None:
            self._walks.begin(globs, first=first)
        for walked in self._walks.take():
            self._take_walk(walked)

    def _take_walk(self, walked: Walked) -> None:
        with self._board.wakeup:
            if walked.globs is not self._board.globs:
                return
        found = walked.found
        self._folders.set_glob_folders(found.folders)
        self._take_new(walked.globs, found.files, walked.seen)
        events_trusted = self._folders.all_glob_folders_subscribed() and all(
            self._mounts.tells(self._mounts.of_folder(folder)) for folder in found.folders
        )
        self._walks.done(walked, events_trusted=events_trusted)
        if walked.is_first and not found.complete:
            self._notice(Notice(NoticeKind.PATTERNS_TOO_WIDE))

    def match(self, paths: list[str]) -> None:
        """Names that were told of in folders where a pattern may match a new one."""
        with self._board.wakeup:
            globs = self._board.globs
        if globs is None or not paths:
            return
        self._take_new(globs, (path for path in set(paths) if globs.watches(path)), {})
        self._walks.soon()  # it may be a folder

    def _take_new(
        self, globs: Globs, paths: Iterable[str], seen: Mapping[str, Signature | None]
    ) -> None:
        """Files that a pattern matches; those that were there from the start are no news."""
        for path in paths:
            key = key_of(path)
            known = seen.get(path)
            with self._board.wakeup:
                if self._board.globs is not globs or key in self._board.files:
                    continue
                self._board.insert(WatchedFile(Path(path), known, known, by_hand=False))
