"""Which folders are listened to for which files, and what was heard.

Runs on the watcher's thread, except `_Folder.hear`, which the event source calls. A
file is heard of through its own folder; through its target's folder too if it is a
link; through the nearest folder that exists if its own does not. Knows names and
keys, looks at no file's content and decides nothing about changes.
"""

from __future__ import annotations

import errno
import os
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from core.folder_events import Cancel, FolderEvents
from core.signature import is_link

RETRY_S = 30.0
VANISHED_RETRY_S = 1.0
MOST_ROUNDS = 20
"""Each round may go one folder deeper, where folders are created at this moment."""

_Identity = tuple[int, int]


@dataclass(slots=True)
class Heard:
    """What the event source told since the last time."""

    keys: set[str] = field(default_factory=set)
    paths: list[str] = field(default_factory=list)
    """Names in open folders; who is interested in them is for the watcher to say."""


class _Folder:
    """One folder: who is in it, and the subscription if there is one."""

    def __init__(self, path: str, tell: Callable[[_Folder, str | None], None]) -> None:
        self.path = path
        self.names: dict[str, set[str]] = {}
        """Folded file name -> keys of the files that it concerns."""
        self.is_open = False  # any name matters: a pattern may match a new file here
        self.count = 0
        self.changed_at = 0.0
        self.cancel: Cancel | None = None
        self.identity: _Identity | None = None
        self.retry_at = 0.0
        self._tell = tell

    def hear(self, name: str | None) -> None:
        """Called on the event source's thread."""
        if name is None or self.is_open or _fold(name) in self.names:
            self._tell(self, name)

    @property
    def used(self) -> bool:
        return bool(self.names) or self.is_open


class Folders:
    """The folders of one watcher. `wake` is called on the event source's thread."""

    def __init__(
        self,
        source: FolderEvents | None,
        wake: Callable[[], None],
        on_notice: Callable[[str], None],
    ) -> None:
        self._source = source
        self._wake = wake
        self._on_notice = on_notice
        self._folders: dict[str, _Folder] = {}
        self._spots: dict[str, list[tuple[_Folder, str]]] = {}
        self._paths: dict[str, str] = {}
        self._indirect: set[str] = set()
        self._heard: deque[tuple[_Folder, str | None]] = deque()
        self._stale = False
        self._noticed = False
        self.subscriptions = 0
        """Counts what was subscribed or lost: rises when `listened` may answer otherwise."""

    def place(self, key: str, path: str) -> None:
        """Listen for this file from the next `sync` on; again when its place has changed."""
        self.remove(key)
        self._paths[key] = path
        spots, indirect = _spots(path)
        if indirect:
            self._indirect.add(key)
        for folder_path, name in spots:
            folder = self._folder(folder_path)
            folder.names.setdefault(_fold(name), set()).add(key)
            folder.count += 1
            self._spots.setdefault(key, []).append((folder, _fold(name)))

    def remove(self, key: str) -> None:
        self._indirect.discard(key)
        self._paths.pop(key, None)
        for folder, name in self._spots.pop(key, ()):
            folder.count -= 1
            keys = folder.names[name]
            keys.discard(key)
            if not keys:
                del folder.names[name]
            self._stale = self._stale or not folder.used

    def set_open(self, paths: Iterable[str]) -> None:
        """The folders in which any name matters."""
        wanted = {os.path.normcase(path) for path in paths}
        for path in paths:
            self._folder(path)
        for key, folder in self._folders.items():
            folder.is_open = key in wanted
            self._stale = self._stale or not folder.used

    def heard(self) -> Heard:
        """Takes what was told; folders that were lost are listened to anew at `sync`."""
        result = Heard()
        while self._heard:
            folder, name = self._heard.popleft()
            if name is None:
                result.keys |= self._lose(folder)
                continue
            result.keys |= folder.names.get(_fold(name), set())
            if folder.is_open:
                result.paths.append(os.path.join(folder.path, name))
        for key in result.keys & self._indirect:
            self.place(key, self._paths[key])
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
            for key in fresh & self._indirect:
                # Its folder may have been created before we listened to the one above.
                self.place(key, self._paths[key])
        return unheard

    def verify(self, now: float) -> set[str]:
        """Finds folders that were swapped behind the subscription's back (a parent renamed, a
        link re-pointed): a subscription stays with the folder, not with its name."""
        keys: set[str] = set()
        for folder in list(self._folders.values()):
            if folder.cancel is not None and folder.identity != _identity(folder.path):
                keys |= self._lose(folder)
            elif folder.cancel is None and now >= folder.retry_at:
                self._stale = True
        for key in list(self._indirect):
            self.place(key, self._paths[key])
        return keys

    def note_change(self, key: str, now: float) -> None:
        """The folders of what was changed last are kept when there are too many."""
        for folder, _ in self._spots.get(key, ()):
            folder.changed_at = now

    def listened(self, key: str) -> bool:
        """Whether a change of this file would be told."""
        spots = self._spots.get(key, [])
        return bool(spots) and all(folder.cancel is not None for folder, _ in spots)

    def all_open_listened(self) -> bool:
        """Whether a new name in any of the open folders would be told."""
        return all(folder.cancel is not None for folder in self._folders.values() if folder.is_open)

    def close(self) -> None:
        for folder in self._folders.values():
            self._end(folder)
        self._folders.clear()
        self._spots.clear()
        self._paths.clear()
        self._indirect.clear()

    def _folder(self, path: str) -> _Folder:
        key = os.path.normcase(path)
        folder = self._folders.get(key)
        if folder is None:
            folder = self._folders[key] = _Folder(path, self._told)
            self._stale = True
        return folder

    def _told(self, folder: _Folder, name: str | None) -> None:
        self._heard.append((folder, name))
        self._wake()

    def _lose(self, folder: _Folder) -> set[str]:
        self._end(folder)
        folder.retry_at = 0.0
        self._stale = True
        keys = set().union(*folder.names.values())
        for key in keys:
            self.place(key, self._paths[key])
        return keys

    def _subscribe_chosen(self, source: FolderEvents, now: float) -> set[str]:
        for key in [key for key, folder in self._folders.items() if not folder.used]:
            self._end(self._folders.pop(key))
        chosen = self._chosen(source.max_folders)
        for folder in set(self._folders.values()).difference(chosen):
            self._end(folder)
        fresh: set[str] = set()
        for folder in chosen:
            if folder.cancel is None and now >= folder.retry_at:
                fresh |= self._subscribe(source, folder, now)
        return fresh

    def _chosen(self, limit: int) -> list[_Folder]:
        """The first one's (the script's own), the last changed, those with most files."""
        folders = list(self._folders.values())
        if len(folders) <= limit:
            return folders
        rest = sorted(folders[1:], key=lambda one: (-one.changed_at, -one.count))
        return [folders[0], *rest[: limit - 1]]

    def _subscribe(self, source: FolderEvents, folder: _Folder, now: float) -> set[str]:
        folder.identity = _identity(folder.path)
        try:
            folder.cancel = source.subscribe(folder.path, folder.hear)
        except OSError as error:
            folder.retry_at = now + RETRY_S
            if error.errno in (errno.ENOENT, errno.ENOTDIR):
                folder.retry_at = now + VANISHED_RETRY_S
                for key in set().union(*folder.names.values()):
                    self.place(key, self._paths[key])
            elif not self._noticed:
                self._noticed = True
                self._on_notice(_sentence(error, folder.path))
            return set()
        self.subscriptions += 1
        return set().union(*folder.names.values())

    def _end(self, folder: _Folder) -> None:
        if folder.cancel is not None:
            folder.cancel()
            folder.cancel = None
            self.subscriptions += 1


def _spots(path: str) -> tuple[list[tuple[str, str]], bool]:
    """The (folder, name) pairs through which a file is heard of, and whether that may
    change with any of them: a link, or a folder that does not exist yet."""
    folder, name = os.path.split(path)
    if os.path.isdir(folder):
        spots = [(folder, name)]
        if not is_link(path):
            return spots, False
        target = os.path.split(os.path.realpath(path))
        if target != (folder, name) and os.path.isdir(target[0]):
            spots.append(target)
        return spots, True
    while not os.path.isdir(folder):
        parent, name = os.path.split(folder)
        if parent == folder:
            return [], True  # a drive that is not there
        folder = parent
    return [(folder, name)], True


def _fold(name: str) -> str:
    """Wide on purpose, over-waking is harmless: macOS may tell another case or composition."""
    return unicodedata.normalize("NFC", name).casefold()


def _identity(path: str) -> _Identity | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _sentence(error: OSError, folder: str) -> str:
    slower = "Files there are looked at about once a second instead: a restart may come later."
    if error.errno == errno.ENOSPC:
        return (
            "This system's limit for watched folders is reached. "
            f"{slower} To raise it: sudo sysctl fs.inotify.max_user_watches=524288"
        )
    if error.errno == errno.EMFILE:
        return (
            "This system's limit for programs that watch folders is reached. "
            f"{slower} To raise it: sudo sysctl fs.inotify.max_user_instances=1024"
        )
    return f"The folder {folder} cannot be watched ({error.strerror or error}). {slower}"
