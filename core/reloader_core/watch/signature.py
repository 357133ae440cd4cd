"""What a file looks like from outside, and whether a difference is a real one.

A signature is compared, never ordered: a file that was restored from a backup is
older and has changed all the same. No thread of its own; everything here may be
called from any thread except `InodeTrust`, which belongs to the watcher's thread.
Knows nothing of what is watched, or why.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from reloader_core import platform_facts
from reloader_core.watch import look_windows

Signature = tuple[int, int, int]
"""(mtime_ns, size, inode); on Windows the inode is 0, for it takes a handle to read it"""

FALSE_ALARMS = 2
_NS = 1_000_000_000


class Stamp(NamedTuple):
    """A signature and the device that it was read from."""

    signature: Signature
    device: int


def stamp(path: str | Path) -> Stamp | None:
    """None: missing, unreadable or no regular file: what a pipe or a device would give is
    not there to be compared, and reading it may never end. Follows symlinks."""
    on_windows = platform_facts.THIS == "win32"
    try:
        if on_windows and not (seen := look_windows.look(path)).is_link:
            return None if seen.is_folder else Stamp((seen.mtime_ns, seen.size, 0), 0)
        found = os.stat(path)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    inode = 0 if on_windows else found.st_ino
    return Stamp((found.st_mtime_ns, found.st_size, inode), found.st_dev)


def signature(path: str | Path) -> Signature | None:
    """None: missing or unreadable. Follows symlinks: one that is re-pointed has changed."""
    found = stamp(path)
    return None if found is None else found.signature


def is_link(path: str) -> bool:
    """A symlink, or on Windows whatever leads elsewhere."""
    if platform_facts.THIS != "win32":
        return os.path.islink(path)
    try:
        return look_windows.look(path).is_link
    except (OSError, ValueError):
        return False


def only_inode_differs(one: Signature, other: Signature) -> bool:
    return one[:2] == other[:2] and one[2] != other[2]


def may_hide_a_save(one: Signature) -> bool:
    """Whole seconds: a file system with large steps (or an unpacked archive). No inode:
    a file with the same time and size that has taken this one's place looks like it."""
    return one[0] % _NS == 0 or one[2] == 0


def bytecode_cannot_tell(one: Signature, other: Signature) -> bool:
    """Two saves that a `.pyc` takes for one: it keeps whole seconds and the size."""
    return one[0] != other[0] and one[0] // _NS == other[0] // _NS and one[1] == other[1]


class InodeTrust:
    """Counts inode-only differences that meant nothing, by device.

    sshfs, exFAT and CIFS invent inodes; there an inode says nothing, and a watcher
    that believed it would restart the script for ever.
    """

    def __init__(self) -> None:
        self._false_alarms: dict[int, int] = {}

    def ignored(self, device: int) -> bool:
        return self._false_alarms.get(device, 0) >= FALSE_ALARMS

    def count_false_alarm(self, device: int) -> None:
        self._false_alarms[device] = self._false_alarms.get(device, 0) + 1
