"""Linux: which files the processes of a tree have open for writing, as /proc has it.

Reads links and flags, never the files themselves, so that no drive that hangs can hold the
caller up. Elsewhere there is no /proc and nothing is found: macOS and Windows tell which
files a process has open (psutil.Process.open_files), but not whether for writing.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

BOUND_S = 0.02
"""No longer than this: what was not seen by then is taken for not open."""
ACCESS_MODE = 0o3  # of open's flags (fcntl.h); 0 is reading


def open_for_writing(
    root: int, proc: Path = Path("/proc"), bound_s: float = BOUND_S
) -> frozenset[str]:
    """The real paths of all that `root` and the processes below it have open for writing."""
    end = time.monotonic() + bound_s
    found: set[str] = set()
    for process in _tree(root, proc):
        with contextlib.suppress(OSError):
            for fd in os.listdir(f"{process}/fd"):
                if time.monotonic() > end:
                    return frozenset(found)
                with contextlib.suppress(OSError, ValueError):  # closed meanwhile
                    path = os.readlink(f"{process}/fd/{fd}")
                    if path.startswith("/") and path not in found and _writes(process, fd):
                        found.add(path)
    return frozenset(found)


def _tree(root: int, proc: Path) -> Iterator[str]:
    """The folders of `root` and its descendants in /proc."""
    queue = [root]
    while queue:
        process = f"{proc}/{queue.pop()}"
        yield process
        with contextlib.suppress(OSError):  # it has ended
            for task in os.listdir(f"{process}/task"):
                queue += map(int, Path(f"{process}/task/{task}/children").read_bytes().split())


def _writes(process: str, fd: str) -> bool:
    for line in Path(f"{process}/fdinfo/{fd}").read_bytes().splitlines():
        if line.startswith(b"flags:"):
            return bool(int(line.split()[1], 8) & ACCESS_MODE)
    return False
