"""Whether somebody is in the middle of writing a file.

Only Linux can be asked: a read lease is refused while anybody, through a descriptor or a
mapping, has the file open for writing (fcntl(2), F_SETLEASE). It is given back at once; a
writer who comes in between waits for some microseconds. Windows has no such question
that would not make an editor's next open() fail, macOS none at all. Any thread may ask.
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import os
import signal
from typing import Any

try:
    import fcntl as _fcntl
except ImportError:  # Windows
    _fcntl = None  # type: ignore[assignment, unused-ignore]

_api: Any = _fcntl
HAS_LEASES = hasattr(_api, "F_SETLEASE")


def is_being_written(path: str) -> bool | None:
    """None: nobody can tell, here or of this file (another user's, or on a network drive)."""
    if not HAS_LEASES:
        return None
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    except (OSError, ValueError):
        return None
    try:
        # The kernel's word that the lease is wanted back would be SIGIO, which ends a process.
        _api.fcntl(file, _api.F_SETSIG, signal.SIGURG)
        _api.fcntl(file, _api.F_SETLEASE, _api.F_RDLCK)
        _api.fcntl(file, _api.F_SETLEASE, _api.F_UNLCK)
    except BlockingIOError:
        return True
    except OSError:
        return None
    finally:
        os.close(file)
    return False
