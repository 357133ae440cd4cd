"""What only Linux offers the guardian: a subreaper, and children that end with it."""

from __future__ import annotations

import contextlib
import sys
from typing import Any

PARENT_DEATH_SIGNAL, CHILD_SUBREAPER = 1, 36  # linux/prctl.h


def prctl(option: int, value: int) -> None:
    """Linux only; everywhere else nothing happens."""
    if libc is not None:
        libc.prctl(option, value, 0, 0, 0)


def _load_libc() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    return ctypes.CDLL(None, use_errno=True)


libc = _load_libc()


def is_here() -> bool:
    return libc is not None


def signal_masks(pid: int) -> tuple[set[int], set[int]]:
    """Which signals a process catches, and which it ignores. Nothing where nobody can tell."""
    found: dict[bytes, set[int]] = {}
    with contextlib.suppress(OSError, ValueError), open("/proc/%d/status" % pid, "rb") as file:
        for line in file:
            name, _, mask = line.partition(b":")
            if name in (b"SigCgt", b"SigIgn"):
                bits = int(mask, 16)
                found[name] = {number for number in range(1, 65) if bits >> (number - 1) & 1}
    return found.get(b"SigCgt", set()), found.get(b"SigIgn", set())
