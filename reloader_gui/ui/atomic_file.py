"""A file that is replaced as a whole: until all is written, what was there stays. Any thread."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from reloader_core import private_opener

REPLACE_TRIES, REPLACE_PAUSE_S = 5, 0.02
"""On Windows a virus scanner may hold the file for a moment."""


@contextlib.contextmanager
def replacing(file: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Takes the place of `file` when the block ends; an exception leaves the old one as it was.

    A link stays one, and its target is replaced. The old file's mode and owner are kept where
    we may set them; a new one is as the umask says, or `private`. Raises OSError.
    """
    target = Path(os.path.realpath(file))
    old = _ordinary(target)
    part = target.with_name(f".{secrets.token_hex(8)}.part")  # short: the name may be the longest
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        handle = private_opener(str(part), flags) if private else os.open(part, flags, 0o666)
        with open(handle, "wb") as new:
            if old is not None:
                _resemble(new.fileno(), old)
            yield new
            new.flush()
            os.fsync(new.fileno())
        _replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _ordinary(target: Path) -> os.stat_result | None:
    """None: there is none yet. A device or a pipe must not be replaced. Raises OSError."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "It is not an ordinary file", str(target))
    return found


def _resemble(new: int, old: os.stat_result) -> None:
    if not hasattr(os, "chown"):  # Windows: the new file has its folder's rights
        return
    with contextlib.suppress(OSError):
        shutil.chown(new, old.st_uid, old.st_gid)
    with contextlib.suppress(OSError):  # a USB stick's files have all the same mode
        os.chmod(new, stat.S_IMODE(old.st_mode))


def _replace(new: Path, target: Path) -> None:
    for left in reversed(range(REPLACE_TRIES)):
        try:
            os.replace(new, target)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(REPLACE_PAUSE_S)
