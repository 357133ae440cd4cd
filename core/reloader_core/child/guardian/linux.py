"""What only Linux offers the guardian: a subreaper, and children that end with it."""

from __future__ import annotations

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
