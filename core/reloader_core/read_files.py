"""Which data files of the user's the script reads (DataFiles.ASKED): a change of one is told while
the script runs, and runs it again once it has ended.

Belongs to the supervisor's thread. What the script writes itself is none of them (a log, a cache,
a database), from the first write on and for all its runs: it would go round.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from reloader_core.own_writes import MOST_FILES
from reloader_core.run import Run
from reloader_core.watch.watched import key_of
from reloader_core.watch.watcher import Watcher


class ReadFiles:
    """By key_of(): the files that are watched for this alone, and those that the script writes."""

    def __init__(self, watcher: Watcher) -> None:
        self._watcher = watcher
        self._files: dict[str, Path] = {}
        self._written: dict[str, None] = {}

    def forget(self) -> None:
        """Another script; the watcher has forgotten its files, too."""
        self._files.clear()
        self._written.clear()

    def begin_run(self, last: Run) -> None:
        """What the last run has not read is let go."""
        for key in self._files.keys() - last.read:
            self._release(key)

    def read(self, run: Run, path: Path, seen: tuple[int, int, int] | None) -> None:
        """The script's own code is about to read it."""
        key = key_of(path)
        if key in self._written or path in run.loaded or self._watcher.is_by_pattern(path):
            return
        run.read.add(key)
        self._files[key] = path
        self._watcher.add(path, seen)

    def loaded(self, path: Path) -> None:
        """It is a part of the program, whoever else reads it."""
        self._files.pop(key_of(path), None)

    def wrote(self, path: Path, *, with_contents: bool) -> None:
        """The script writes it, or puts another file or folder in its place."""
        key = key_of(path)
        self._written[key] = None
        if len(self._written) > MOST_FILES:
            del self._written[next(iter(self._written))]
        inside = os.path.join(key, "")
        for each in list(self._files):
            if each == key or (with_contents and each.startswith(inside)):
                self._release(each)

    def _release(self, key: str) -> None:
        self._watcher.release(self._files.pop(key))

    def holds(self, path: Path) -> bool:
        """Is it watched because it is read, and for nothing else?"""
        return key_of(path) in self._files and not self._watcher.is_by_pattern(path)

    def among(self, files: Iterable[Path]) -> frozenset[Path]:
        return frozenset(path for path in files if self.holds(path))
