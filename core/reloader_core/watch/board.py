"""What the watcher's callers and its thread share: the files, and what there is to do.

Any thread, but only under `wakeup`'s lock (save for wake(), which takes it). No file is looked
at while it is held.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from reloader_core.watch.globs import Globs
from reloader_core.watch.signature import InodeTrust, Stamp
from reloader_core.watch.watched import WatchedFile


@dataclass(slots=True)
class Work:
    """What was left for the watcher's thread."""

    forget: bool = False
    removed: list[str] = field(default_factory=list)
    placed: list[WatchedFile] = field(default_factory=list)
    hot: set[WatchedFile] = field(default_factory=set)
    walk: bool = False


class Board:
    def __init__(self) -> None:
        self.wakeup = threading.Condition(threading.Lock())
        self.closing = False
        self.woken = False
        self.files: dict[str, WatchedFile] = {}
        self.globs: Globs | None = None
        self.work = Work()
        self.unread: dict[WatchedFile, None] = {}
        """Texts to be read, each once, however often it is saved."""
        self.trust = InodeTrust()
        self.unanswered: set[WatchedFile] = set()
        """Their drive did not answer. The thread's own."""

    def insert(self, file: WatchedFile) -> None:
        self.files[file.key] = file
        file.ignored = self.globs is not None and self.globs.ignores(file.full)
        if not file.ignored:
            self.work.placed.append(file)
            self.look_at(file)

    def delete(self, file: WatchedFile) -> None:
        del self.files[file.key]
        self.work.removed.append(file.key)
        self.notify()

    def set_ignored(self, file: WatchedFile, ignored: bool) -> None:
        if ignored and not file.ignored:
            self.work.removed.append(file.key)
        elif file.ignored and not ignored:
            self.work.placed.append(file)
            self.look_at(file)
        file.ignored = ignored

    def accept_one(self, file: WatchedFile, found: Mapping[str, Stamp | None]) -> bool:
        if self.files.get(file.key) is not file:
            return False
        if file.full not in found:
            touched, file.touched = file.touched, False
            return touched
        version = file.version
        differed = file.accept(found[file.full], self.trust)
        if file.version != version:
            # A save after our look may have been told already, and compared with the old
            # baseline; and what waits in the burst was measured against that too.
            self.look_at(file)
        return differed

    def held_bytes(self) -> int:
        """Of all kept texts, compressed."""
        held = (text for file in self.files.values() for text in (file.text, file.ran))
        return sum(len(text.packed or b"") for text in held if text is not None)

    def watches(self, file: WatchedFile) -> bool:
        return self.files.get(file.key) is file and not file.ignored

    def look_at(self, file: WatchedFile) -> None:
        self.work.hot.add(file)
        self.unread[file] = None
        self.notify()

    def notify(self) -> None:
        self.woken = True
        self.wakeup.notify()

    def wake(self) -> None:
        with self.wakeup:
            self.notify()
