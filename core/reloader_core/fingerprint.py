"""What a parked child rests on beside the files that it has read: its interpreter and its packages.

Belongs to the supervisor's thread, which waits for no drive: see Ask.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from reloader_core import child
from reloader_core.used_modules import PACKAGE_FOLDERS
from reloader_core.watch.signature import signature


class Ask(Protocol):
    """Has the disk asked; what a drive does not answer in time is left out of the result. A
    folder's name ends with a separator. See Watcher.ask_disk."""

    def __call__(self, work: Callable[[str], object], paths: Iterable[str]) -> dict[str, object]:
        """`work(path)` for each of the paths, on another thread."""


def patient(ask: Ask, tries: int = 4) -> Ask:
    """Where nobody waits for a run: a drive that is only busy has the time to answer."""

    def ask_again(work: Callable[[str], object], paths: Iterable[str]) -> dict[str, object]:
        asked, found = list(paths), dict[str, object]()
        for _ in range(tries):
            found |= ask(work, [path for path in asked if path not in found])
        return found

    return ask_again


class Fingerprint:
    """What a child rests on: it changes when packages are installed or the working folder is
    another one. Where a drive does not answer it is like no other one."""

    def __init__(self, spawn: child.Spawn, prefixes: tuple[str, ...], ask: Ask) -> None:
        self._ask = ask
        self._looks: dict[str, Callable[[str], object]] = {
            os.path.join(spawn.cwd, ""): _identity,
            spawn.argv[0]: signature,
        }
        folders = [os.path.join(each, "") for each in prefixes if _is_of_packages(each)]
        self._looks |= dict.fromkeys(folders, _folder)
        self._python = spawn.argv[0]
        self._others = [each for each in prefixes if not _is_of_packages(each)]
        self._configuration = os.path.join(
            os.path.dirname(os.path.dirname(spawn.argv[0])), "pyvenv.cfg"
        )
        self._seen = self._look()
        # Listed after the folders were looked at, so that one which comes later shows there.
        for files in ask(_startup_files, folders).values():
            assert isinstance(files, list)
            self._looks |= dict.fromkeys(files, signature)
            self._seen |= ask(signature, files)

    def holds(self) -> bool:
        return len(self._seen) == len(self._looks) and self._look() == self._seen

    def mark(self) -> str:
        """The same in another session if nothing has been installed meanwhile, whatever the working
        folder; '' where a drive does not answer, and for a text that starts a Python: which one,
        and how, can be another matter at any time."""
        if self._ask(_is_text, [self._python]).get(self._python, True):
            return ""
        seen = {path: seen for path, seen in self._seen.items() if self._looks[path] != _identity}
        seen |= self._ask(_folder, [os.path.join(each, "") for each in self._others])
        seen |= self._ask(signature, [self._configuration])
        if len(seen) != len(self._looks) + len(self._others):  # one is the working folder
            return ""
        told = {path: _without_device(value) for path, value in seen.items()}
        return hashlib.sha256(repr(sorted(told.items())).encode()).hexdigest()

    def _look(self) -> dict[str, object]:
        return self._ask(lambda path: self._looks[path](path), self._looks)


def _is_of_packages(folder: str) -> bool:
    return Path(folder).name in PACKAGE_FOLDERS


def _identity(folder: str) -> object:
    try:
        found = os.stat(folder)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _modified(path: str) -> object:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return None


def _folder(path: str) -> object:
    return _identity(path), _modified(path)


def _is_text(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(2) == b"#!"
    except OSError:
        return True


def _without_device(seen: object) -> object:
    """The number of a device may be another one once the system was started anew."""
    match seen:
        case ((int(), int() as inode), modified):
            return inode, modified
        case _:
            return seen


def _startup_files(folder: str) -> list[str]:
    """What the interpreter reads lines of Python from when it starts."""
    return [str(path) for path in Path(folder).glob("*.pth")]
