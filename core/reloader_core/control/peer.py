"""Who is at the other end of a local socket or pipe, and whose folder this is.

Any thread. Every other program of our user may do what we may; all others may nothing.
"""

from __future__ import annotations

import os
import socket
import stat
import struct
import sys
from pathlib import Path

from reloader_core.platform_facts import user_id

SOCKETS_ARE_FILES = sys.platform != "win32"
"""Else they are pipes, with names in a space of their own that all users share."""


def is_private(folder: Path) -> bool:
    """Whether it is a folder of our user's that nobody else may enter, and no link to one."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    if sys.platform == "win32":
        return stat.S_ISDIR(found.st_mode)
    is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == user_id()
    return is_ours and stat.S_IMODE(found.st_mode) & 0o077 == 0


def is_same_user(connected: int) -> bool:
    """Whether the program at the other end runs as our user. On Windows only whoever has
    connected can ask: the pipe's own rights keep other users out. `connected`: a descriptor
    or a handle."""
    if sys.platform == "win32":
        from reloader_core.control import windows_pipe

        return windows_pipe.is_own(connected)
    try:
        with socket.socket(fileno=os.dup(connected)) as peer:
            return _peer_user(peer) == user_id()
    except OSError:
        return False


def _peer_user(peer: socket.socket) -> int:
    """Raises OSError. unix(7) SO_PEERCRED; macOS and the BSDs: LOCAL_PEERCRED, unix(4)."""
    if sys.platform == "linux":
        _, user, _ = struct.unpack("iII", peer.getsockopt(socket.SOL_SOCKET, 17, 12))
    else:
        _, user = struct.unpack_from("II", peer.getsockopt(0, 1, 76))  # struct xucred
    return int(user)


def let_come_forward(connected: int) -> None:
    """Windows lets a program raise its window only if the one that the user has just started
    allows that. `connected`: our end of a pipe to it."""
    if sys.platform == "win32":
        from reloader_core.control import windows_pipe

        windows_pipe.let_come_forward(connected)
