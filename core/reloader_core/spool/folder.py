"""The private folder that a spool's files lie in, and what a crashed window left behind.

Each spool has a folder of its own, and beside it a lock file that the system unlocks
when the window ends, however it ends. So another window can tell leftovers from a
living window's files, and two windows never collide.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from pathlib import Path
from typing import BinaryIO

from reloader_core.disk.private_files import make_private_folder, open_private
from reloader_core.platform_facts import try_lock

PREFIX = "output-"
_LOCK = ".lock"
_YOUNG_S = 60.0


class SpoolFolder:
    """Made on first use; close() removes it with all that is in it. Not thread-safe."""

    def __init__(self, parent: Path) -> None:
        self._parent = parent
        self._lock: BinaryIO | None = None
        self._path: Path | None = None

    @property
    def parent(self) -> Path:
        return self._parent

    def path(self) -> Path:
        """Raises OSError if it cannot be made."""
        if self._path is None:
            self._path = self._claim()
        make_private_folder(self._path)  # again, if somebody removed it
        return self._path

    def close(self) -> None:
        if self._path is not None:
            shutil.rmtree(self._path, ignore_errors=True)
        if self._lock is not None:
            self._lock.close()
            if self._path is not None and not self._path.exists():
                _unlink(_lock_of(self._path))
        self._lock = self._path = None

    def _claim(self) -> Path:
        """A name of our own; its lock is there, and locked, before its folder is."""
        make_private_folder(self._parent)
        path = self._parent / f"{PREFIX}{os.getpid()}-{os.urandom(4).hex()}"
        self._lock = open_private(_lock_of(path), "xb")
        try_lock(self._lock.fileno())  # where nobody can lock it, nobody removes it, either
        return path


def remove_leftovers(parent: Path) -> None:
    """Remove what windows that are gone have left behind. Takes its time; any thread."""
    for lock_path in parent.glob(f"{PREFIX}*{_LOCK}"):
        folder = lock_path.with_suffix("")
        try:
            if not folder.exists() and time.time() - lock_path.stat().st_mtime < _YOUNG_S:
                continue  # its window is about to lock it
            with open(lock_path, "r+b", buffering=0) as lock:
                if not try_lock(lock.fileno()):
                    continue
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:  # another window is cleaning up, too
            continue
        if not folder.exists():
            _unlink(lock_path)


class Trash:
    """Files to be removed; those that cannot be now (Windows: still being read) are later."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._paths: list[Path] = []

    def __len__(self) -> int:
        return len(self._paths)

    def add(self, paths: list[Path]) -> None:
        with self._lock:
            self._paths += paths

    def empty(self) -> None:
        """Any thread."""
        if not self._paths:
            return
        with self._lock:
            paths, self._paths = self._paths, []
        self.add([path for path in paths if not _unlink(path)])


def _lock_of(folder: Path) -> Path:
    return folder.with_name(folder.name + _LOCK)


def _unlink(path: Path) -> bool:
    """False: it is still there."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
