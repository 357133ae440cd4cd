"""Which source of folder events this system has; one for the whole process.

Linux: one inotify instance (inotify.py), Windows: one completion port
(windows.py), both for any number of folders; else watchdog's Observer, with
a thread a folder (watchdog.py). Measured with 200 saves, ms from close() or
rename to the sink, median/p95; 0.0: told before close() had returned.

| Linux: folders, source    | threads | set up | in place  | replaced  | after a file moved out |
|---------------------------|---------|--------|-----------|-----------|------------------------|
| 32, watchdog Observer     | 35      | 24 ms  | 0.15/0.26 | 0.28/0.42 | 500                    |
| 32, watchdog's InotifyFD  | 2       | 22 ms  | 0.0/0.0   | 0.10/0.16 | 0.0                    |
| 32, inotify_simple        | 2       | 8 ms   | 0.0/0.0   | 0.08/0.14 | 0.0                    |
| 300, watchdog Observer    | 303     | 56 ms  | 0.15/0.32 | 0.29/0.45 | 500                    |
| 300, inotify_simple       | 2       | 10 ms  | 0.0/0.0   | 0.10/0.15 | 0.0                    |

The Observer holds back everything in a folder for 0.5 s after a file was moved out of
it, to pair it with its arrival: vim's backupdir does that with each save.
On Windows (Python 3.11 under Wine) it told of a save after 1003/1004 ms, since watchdog
7 waits until a second has passed without another event; the completion port: 0.0/3.0.
"""

from __future__ import annotations

import functools

from reloader_core import platform_facts
from reloader_core.watch.sources.contract import FolderEvents
from reloader_core.watch.sources.inotify import HAS_INOTIFY, InotifyEvents


@functools.cache
def shared() -> FolderEvents:
    """The one source of this process. It runs only while somebody has subscribed."""
    # Imported when it is this system's: the window is painted some 5 ms earlier.
    if platform_facts.THIS == "win32":
        from reloader_core.watch.sources.windows import WindowsEvents

        return WindowsEvents()
    if HAS_INOTIFY:
        return InotifyEvents()
    from reloader_core.watch.sources.watchdog import WatchdogEvents

    return WatchdogEvents()
