"""Linux: which files the processes of a tree have open for writing, as /proc has it.

Reads links and flags, never the files themselves, so that no drive that hangs can hold the
caller up. Elsewhere there is no /proc and nothing is found: macOS and Windows tell which
files a process has open (psutil.Process.open_files), but not whether for writing.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

BOUND_S = 0.02
"""No longer than this: what was not seen by then is taken for not open."""
ACCESS_MODE = 0o3  # of open's flags (fcntl.h); 0 is reading


def open_for_writing(
    root: int,
    is_wanted: Callable[[str], bool],
    *,
    proc: Path = Path("/proc"),
    bound_s: float = BOUND_S,
) -> frozenset[str]:
    """The real paths that `root` and the processes below it have open for writing, of those
    that are wanted."""
    end = time.monotonic() + bound_s
    found: set[str] = set()
    for process in _tree(root, proc):
        with contextlib.suppress(OSError):  # it has ended, or is not ours to look at
            for fd in os.listdir(f"{process}/fd"):
                if time.monotonic() > end:
                    return frozenset(found)
                with contextlib.suppress(OSError, ValueError):  # closed meanwhile
                    path = os.readlink(f"{process}/fd/{fd}")
                    if path[0] == "/" and is_wanted(path) and _writes(f"{process}/fdinfo/{fd}"):
                        found.add(path)
    return frozenset(found)


def _tree(root: int, proc: Path) -> Iterator[str]:
    """The folders of `root` and its descendants in /proc."""
    queue = [root]
    while queue:
        process = f"{proc}/{queue.pop()}"
        yield process
        with contextlib.suppress(OSError):
            for task in os.listdir(f"{process}/task"):
                with open(f"{process}/task/{task}/children", "rb") as file:
                    queue += map(int, file.read().split())


def _writes(info: str) -> bool:
    with open(info, "rb") as file:
        for line in file:
            if line.startswith(b"flags:"):
                return bool(int(line.split()[1], 8) & ACCESS_MODE)
    return False
