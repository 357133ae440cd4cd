"""How long a test waits: a deadline is for a machine of one's own, and most machines are not."""

from __future__ import annotations

import os
import sys

WINE = 3  # it starts programs some ten times slower, and a busy machine as much again
SIDE_BY_SIDE = 2  # with as many test processes as this machine takes, and more


def is_wine() -> bool:
    """Windows' Python, on a system that is no Windows."""
    if sys.platform != "win32":
        return False
    import ctypes

    return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")


def patient(deadline_s: float) -> float:
    """So long here."""
    side_by_side = SIDE_BY_SIDE if "PYTEST_XDIST_WORKER" in os.environ else 1
    return deadline_s * side_by_side * (WINE if is_wine() else 1)
