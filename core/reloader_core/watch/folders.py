"""Which folders are listened to for which files, and what was heard.

Runs on the watcher's thread, except `Folder.hear`, which the event source calls, and
what asks the disk (disk/drives.py). A file is heard of through its own folder; through
its target's folder too if it is a link; through the nearest folder that exists if its
own does not. Knows names and keys, looks at no file's content and decides nothing about
changes.
"""

from __future__ import annotations

import errno
import os
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Protocol, TypeVar

from reloader_core.notice import Notice, NoticeKind
from reloader_core.watch.folder import Folder, Heard
from reloader_core.watch.sources.contract import Cancel, FolderEvents
from reloader_core.watch.watch_points import Identity, fold, identity_of, watch_points

RETRY_S = 30.0
VANISHED_RETRY_S = 1.0
MOST_ROUNDS = 20
"""Each round may go one folder deeper, where folders are created at this moment."""

MOST_WRITES = 512
"""Files that are told of as soon as somebody begins to write them: of each the kernel keeps
a record, of which a user may have 8,192 on older systems, for all programs."""

T = TypeVar("T")


class Ask(Protocol):
    """Drives.ask: what the disk answers in time."""

    def __call__(
        self,
        work: Callable[[str], T],
        paths: Iterable[str],
        *,
        late: Callable[[T], None] | None = None,
    ) -> dict[str, T]: ...


class Folders:
    """The folders of one watcher. `wake` is called on the event source's thread."""

    def __init__(
        self,
        source: FolderEvents | None,
        wake: Callable[[], None],
        on_notice: Callable[[Notice], None],
        ask: Ask,
    ) -> None:
        self._source = source
        self._ask = ask
        self._wake = wake
        self._on_notice = on_notice
        self._folders: dict[str, Folder] = {}
        self._points: dict[str, list[tuple[Folder, str]]] = {}
        self._paths: dict[str, str] = {}
        self._indirect: set[str] = set()
        self._heard: deque[tuple[Folder | None, str | None]] = deque()
        """(folder, name), (folder, None): it was lost, (None, key): the file is written to."""
        self._writes: dict[str, Cancel] = {}
        self._stale = False
        self._noticed = False
        self.subscriptions = 0
        """Counts what was subscribed or lost: rises when `subscribed` may answer otherwise."""

    def place(self, paths: Mapping[str, str]) -> set[str]:
        """Listen for these files (key to path) from the next `sync` on; again when the place of
        one has changed. Returns the keys of those whose drive does not answer."""
        self._paths.update(paths)
        unsure, silent = dict(paths), set()
        for _ in range(MOST_ROUNDS):
            answers = self._ask(watch_points, unsure.values()) if unsure else {}
            silent |= {key for key, path in unsure.items() if path not in answers}
            # Where a folder that was missing appeared after the answer and before we listened
            # for its name, nobody told: ask again, until the answer is the one before.
            unsure = {
                key: path
                for key, path in unsure.items()
                if path in answers and self._settle_at(key, *answers[path])
            }
        for key in paths:
            self._forget_write(key)  # another file may have taken its place
        return silent

    def _settle_at(self, key: str, points: list[tuple[str, str]], indirect: bool) -> bool:
        """Listen there. Whether the place is new, and may be another one by now."""
        now = list(dict.fromkeys((self._folder(folder), fold(name)) for folder, name in points))
        if now == self._points.get(key, []):
            (self._indirect.add if indirect else self._indirect.discard)(key)
            return False
        path = self._paths[key]
        self.remove(key)
        self._paths[key], self._points[key] = path, now
        if indirect:
            self._indirect.add(key)
        for folder, name in now:
            folder.names.setdefault(name, set()).add(key)
        return indirect

    def remove(self, key: str) -> None:
        self._indirect.discard(key)
        self._paths.pop(key, None)
        self._forget_write(key)
        for folder, name in self._points.pop(key, ()):
            keys = folder.names[name]
            keys.discard(key)
            if not keys:
                del folder.names[name]
            self._stale = self._stale or not folder.used

    def set_glob_folders(self, paths: Iterable[str]) -> None:
        """The folders in which any name matters."""
        wanted = {os.path.normcase(path) for path in paths}
        for path in paths:
            self._folder(path)
        for key, folder in self._folders.items():
            folder.is_glob_folder = key in wanted
            self._stale = self._stale or not folder.used

    def listen_for_writes(self, keys: Iterable[str]) -> set[str]:
        """Be told once when somebody begins to write one of these. Returns the keys of those
        that are listened to from now on, and were not before."""
        source = self._source
        paths = {self._paths[key]: key for key in keys if self.subscribed(key)}
        free = MOST_WRITES - len(self._writes)
        paths = {path: key for path, key in paths.items() if key not in self._writes}
        if source is None or free <= 0 or not paths:
            return set()

        def listen(path: str) -> Cancel | None:
            try:
                return source.on_write(path, partial(self._tell, None, paths[path]))
            except OSError:  # it is gone, or the system's limit is reached
                return None

        answers = self._ask(listen, list(paths)[:free], late=_end_if_begun)
        begun = {paths[path]: cancel for path, cancel in answers.items() if cancel is not None}
        self._writes.update(begun)
        return set(begun)

    def heard(self) -> Heard:
        """Takes what was told; folders that were lost are listened to anew at `sync`."""
        result = Heard()
        while self._heard:
            folder, name = self._heard.popleft()
            if folder is None:
                if name in self._writes:
                    self._forget_write(name)
                    result.written.add(name)
                continue
            if name is None:
                result.keys |= self._lose(folder)
                continue
            keys = folder.names.get(fold(name), set())
            result.keys |= keys
            result.written -= keys
            if folder.is_glob_folder:
                result.paths.append(os.path.join(folder.path, name))
        self._place_again(result.keys & self._indirect)
        return result

    def sync(self, now: float) -> set[str]:
        """Subscribes where it is worth it; the keys to look at, since until then nobody told."""
        unheard: set[str] = set()
        if self._source is None:
            return unheard
        for _ in range(MOST_ROUNDS):
            if not self._stale:
                break
            self._stale = False
            fresh = self._subscribe_chosen(self._source, now)
            unheard |= fresh
            # Its folder may have been created before we listened to the one above.
            self._place_again(fresh & self._indirect)
        return unheard

    def verify(self, now: float) -> set[str]:
        """Finds folders that were swapped behind the subscription's back (a parent renamed, a
        link re-pointed): a subscription stays with the folder, not with its name."""
        keys: set[str] = set()
        answers = self._ask(identity_of, [folder.question for folder in self._folders.values()])
        for folder in list(self._folders.values()):
            if folder.cancel is None:
                self._stale = self._stale or now >= folder.retry_at
            elif answers.get(folder.question, folder.identity) != folder.identity:
                keys |= self._lose(folder)
        self._place_again(self._indirect)
        return keys

    def try_again(self) -> None:
        """A drive answers that did not."""
        self._stale = True
        for folder in self._folders.values():
            folder.retry_at = 0.0

    def note_change(self, key: str, now: float) -> None:
        """The folders of what was changed last are kept when there are too many."""
        for folder, _ in self._points.get(key, ()):
            folder.changed_at = now

    def is_plain(self, key: str) -> bool:
        """Whether a file is known to be no link, and its folder to be there."""
        return key in self._points and key not in self._indirect

    def subscribed(self, key: str) -> bool:
        """Whether a change of this file would be told."""
        points = self._points.get(key, [])
        return bool(points) and all(folder.cancel is not None for folder, _ in points)

    def all_glob_folders_subscribed(self) -> bool:
        """Whether a new name in any of the open folders would be told."""
        return all(
            folder.cancel is not None for folder in self._folders.values() if folder.is_glob_folder
        )

    def close(self) -> None:
        for folder in self._folders.values():
            self._end(folder)
        for key in list(self._writes):
            self._forget_write(key)
        self._folders.clear()
        self._points.clear()
        self._paths.clear()
        self._indirect.clear()

    def _folder(self, path: str) -> Folder:
        key = os.path.normcase(path)
        folder = self._folders.get(key)
        if folder is None:
            folder = self._folders[key] = Folder(path, self._tell)
            self._stale = True
        return folder

    def _tell(self, folder: Folder | None, name: str | None) -> None:
        """On the event source's thread."""
        self._heard.append((folder, name))
        self._wake()

    def _place_again(self, keys: Iterable[str]) -> None:
        self.place({key: self._paths[key] for key in keys})

    def _forget_write(self, key: str) -> None:
        _end_if_begun(self._writes.pop(key, None))

    def _lose(self, folder: Folder) -> set[str]:
        self._end(folder)
        folder.retry_at = 0.0
        self._stale = True
        keys = set().union(*folder.names.values())
        self._place_again(keys)
        return keys

    def _subscribe_chosen(self, source: FolderEvents, now: float) -> set[str]:
        for key in [key for key, folder in self._folders.items() if not folder.used]:
            self._end(self._folders.pop(key))
        chosen = self._chosen(source.max_folders)
        for folder in set(self._folders.values()).difference(chosen):
            self._end(folder)
        return self._subscribe(source, now, [one for one in chosen if one.cancel is None])

    def _chosen(self, limit: int) -> list[Folder]:
        """The first one's (the script's own), the last changed, those with most files."""
        folders = list(self._folders.values())
        if len(folders) <= limit:
            return folders
        rest = sorted(folders[1:], key=lambda one: (-one.changed_at, -one.files))
        return [folders[0], *rest[: limit - 1]]

    def _subscribe(self, source: FolderEvents, now: float, folders: list[Folder]) -> set[str]:
        due = {folder.question: folder for folder in folders if now >= folder.retry_at}

        def subscribe(question: str) -> _Subscribed:
            folder = due[question]
            identity = identity_of(folder.path)
            try:
                return identity, source.subscribe(folder.path, folder.hear), None
            except OSError as error:
                return identity, None, error

        fresh: set[str] = set()
        answers = self._ask(subscribe, due, late=_end_subscribed) if due else {}
        for question, folder in due.items():
            # Until then if its drive does not answer, see try_again().
            folder.retry_at = now + RETRY_S
            if question in answers:
                folder.identity, folder.cancel, error = answers[question]
                if error is not None:
                    self._failed(folder, error, now)
                else:
                    folder.retry_at = 0.0
                    self.subscriptions += 1
                    fresh.update(*folder.names.values())
        return fresh

    def _failed(self, folder: Folder, error: OSError, now: float) -> None:
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            folder.retry_at = now + VANISHED_RETRY_S
            self._place_again(set().union(*folder.names.values()))
        elif not self._noticed:
            self._noticed = True
            self._on_notice(_notice(error, folder.path))

    def _end(self, folder: Folder) -> None:
        if folder.cancel is not None:
            folder.cancel()
            folder.cancel = None
            self.subscriptions += 1


_Subscribed = tuple[Identity | None, Cancel | None, OSError | None]


def _end_subscribed(answer: _Subscribed) -> None:
    _end_if_begun(answer[1])


def _end_if_begun(cancel: Cancel | None) -> None:
    if cancel is not None:
        cancel()


def _notice(error: OSError, folder: str) -> Notice:
    if error.errno == errno.ENOSPC:
        return Notice(NoticeKind.WATCHED_FOLDERS_LIMIT)
    if error.errno == errno.EMFILE:
        return Notice(NoticeKind.WATCHERS_LIMIT)
    return Notice(NoticeKind.FOLDER_UNWATCHED, values=(folder, error.strerror or str(error)))
