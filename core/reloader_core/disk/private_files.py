"""Files and folders that nobody but the user may read, whatever the umask says.

A umask can only take rights away from what open() and mkdir() ask for: with 0 others would
read what we write, with 0777 not even we could open it again. Any thread may call.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import BinaryIO

from reloader_core import platform_facts

FILE_MODE, FOLDER_MODE = 0o600, 0o700


def private_opener(name: str, flags: int) -> int:
    """For open(): a file that is made has FILE_MODE; one that was there keeps its own."""
    if not flags & os.O_CREAT:
        return os.open(name, flags)
    try:
        file = os.open(name, flags | os.O_EXCL, FILE_MODE)
    except FileExistsError:  # it may also be a link to a file that is not there yet
        if flags & os.O_EXCL:
            raise
        return os.open(name, flags, FILE_MODE)
    if platform_facts.keeps_owners(platform_facts.THIS):  # Windows has no umask, either
        with contextlib.suppress(OSError):  # a USB stick's files have all the same mode
            os.chmod(file, FILE_MODE)
    return file


def open_private(path: Path, mode: str) -> BinaryIO:
    """A private file, unbuffered."""
    return open(path, mode, buffering=0, opener=private_opener)  # type: ignore[return-value]


def make_private_folder(path: Path) -> None:
    """With those above it that are missing; what is there stays as it is. Raises OSError."""
    missing = [path]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for folder in reversed(missing):
        try:
            folder.mkdir(FOLDER_MODE)
        except OSError:  # where it is there already this may be FileExistsError or another one
            if not folder.is_dir():
                raise
        else:
            with contextlib.suppress(OSError):
                folder.chmod(FOLDER_MODE)


def cache_folder() -> Path | None:
    """Where this user's Reloader keeps what can be made anew. None: this account has no home."""
    from platformdirs import user_cache_path

    with contextlib.suppress(RuntimeError, KeyError):
        return user_cache_path("Reloader", appauthor=False)
    return None


def replace_private(path: Path, data: bytes) -> None:
    """Write a private file, whole or not at all; its folder is made. Raises OSError."""
    make_private_folder(path.parent)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()  # of one that was killed
        with open_private(part, "xb") as opened:
            opened.write(data)
        os.replace(part, path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def must_be_private(path: Path) -> None:
    """A file or folder that is believed: what lies there is executed, say. Raises PermissionError
    if another user could have written there, and other OSErrors."""
    found = path.lstat()
    if platform_facts.keeps_owners(platform_facts.THIS):
        if found.st_uid != platform_facts.user_id() or found.st_mode & 0o022:
            raise PermissionError(f"others may write in {path}")
