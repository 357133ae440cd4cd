"""One folder that files are watched in, and what was heard of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from reloader_core.watch.sources.contract import Cancel
from reloader_core.watch.watch_points import Identity, fold


@dataclass(slots=True)
class Heard:
    """What the event source told since the last time."""

    keys: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    """The keys of those that somebody began to write, with no word since."""
    paths: list[str] = field(default_factory=list)
    """Names in open folders; who is interested in them is for the watcher to say."""


class Folder:
    """One folder: who is in it, and the subscription if there is one."""

    def __init__(self, path: str, tell: Callable[[Folder, str | None], None]) -> None:
        self.path = path
        self.names: dict[str, set[str]] = {}
        """Folded file name -> keys of the files that it concerns."""
        self.is_glob_folder = False  # any name matters: a pattern may match a new file here
        self.changed_at = 0.0
        self.cancel: Cancel | None = None
        self.identity: Identity | None = None
        self.retry_at = 0.0
        self._tell = tell

    @property
    def question(self) -> str:
        """Its name, for Drives.ask."""
        return os.path.join(self.path, "")

    def hear(self, name: str | None) -> None:
        """Called on the event source's thread."""
        if name is None or self.is_glob_folder or fold(name) in self.names:
            self._tell(self, name)

    @property
    def files(self) -> int:
        """How many it concerns, each as often as by a name."""
        return sum(map(len, self.names.values()))

    @property
    def used(self) -> bool:
        return bool(self.names) or self.is_glob_folder
