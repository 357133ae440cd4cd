"""Linux: one inotify instance for all folders, and one thread that reads it.

inotify_simple, not watchdog's InotifyFD, which is as quick: that is a part which
watchdog renames at will, and its descriptor is inherited by programs that we start.
Importable everywhere.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from reloader_core.watch.sources.contract import BUSY, CALM_S, NAP_S, Cancel, Sink, tell

try:
    import inotify_simple  # type: ignore[import-untyped, import-not-found, unused-ignore]
except ImportError:  # not Linux, or not installed there
    inotify_simple = None

HAS_INOTIFY = inotify_simple is not None
_JOIN_S = 2.0
_S = TypeVar("_S")


class InotifyEvents:
    """One inotify instance, and one thread that reads it while there are subscriptions."""

    max_folders = 1024

    def __init__(self) -> None:
        # Two locks: the reader must not wait for the set-up. Neither is held while a drive is
        # asked, which may hang.
        self._setup = threading.Lock()
        self._lock = threading.Lock()
        self._sinks: dict[int, list[Sink]] = {}
        self._write_sinks: dict[int, list[Callable[[], None]]] = {}
        self._asking = 0
        self._inotify: Any = None
        self._wake_fd = -1
        self._thread: threading.Thread | None = None

    def subscribe(self, folder: str, sink: Sink) -> Cancel:
        return self._add(folder, _folder_mask(), sink, self._sinks)

    def on_write(self, file: str, sink: Callable[[], None]) -> Cancel | None:
        return self._add(file, _write_mask(), sink, self._write_sinks)

    def _add(self, path: str, mask: int, sink: _S, sinks: dict[int, list[_S]]) -> Cancel:
        with self._setup:
            if self._inotify is None:
                self._open()
            inotify = self._inotify
            self._asking += 1
        watch = None
        try:
            watch = inotify.add_watch(path, mask)
        finally:
            with self._setup:
                self._asking -= 1
                if watch is None:
                    self._close_if_unused()
                else:
                    # Should a cancelling have ended this watch meanwhile, its end is told next.
                    with self._lock:
                        sinks.setdefault(watch, []).append(sink)
        return partial(self._cancel, watch, sink, sinks)

    def _cancel(self, watch: int, sink: _S, all_sinks: dict[int, list[_S]]) -> None:
        with self._setup:
            with self._lock:
                sinks = all_sinks.get(watch, [])
                if sink not in sinks:
                    return
                sinks.remove(sink)
                if sinks:
                    return
                del all_sinks[watch]
            with contextlib.suppress(OSError):  # the folder, and the watch with it, is gone
                self._inotify.rm_watch(watch)
            self._close_if_unused()

    def _open(self) -> None:
        """All that the thread needs, before there is one: no file handle may be left."""
        with contextlib.ExitStack() as undo:
            inotify = undo.enter_context(inotify_simple.INotify())
            selector = undo.enter_context(selectors.DefaultSelector())
            wake_fd, wake_in = os.pipe()
            selector.register(inotify, selectors.EVENT_READ)
            selector.register(wake_fd, selectors.EVENT_READ)
            undo.pop_all()
        self._inotify, self._wake_fd = inotify, wake_in
        self._thread = threading.Thread(
            target=self._read, args=(inotify, selector, wake_fd), name="inotify", daemon=True
        )
        self._thread.start()

    def _close_if_unused(self) -> None:
        with self._lock:
            if self._sinks or self._write_sinks or self._asking or self._inotify is None:
                return
        assert self._thread is not None
        os.close(self._wake_fd)
        self._thread.join(_JOIN_S)
        self._inotify = self._thread = None

    def _read(self, inotify: Any, selector: selectors.BaseSelector, wake_fd: int) -> None:
        with inotify, selector:
            streak = 0
            while True:
                began = time.perf_counter()
                ready = selector.select()
                if any(key.fd == wake_fd for key, _ in ready):
                    break
                streak = 0 if time.perf_counter() - began > CALM_S else streak + 1
                for event in inotify.read(timeout=0):
                    self._hand_on(event.wd, event.mask, event.name)
                if streak > BUSY:
                    time.sleep(NAP_S)
        os.close(wake_fd)

    def _hand_on(self, watch: int, mask: int, name: str) -> None:
        flags = inotify_simple.flags
        with self._lock:
            writes = self._write_sinks.pop(watch, None)
        if writes is not None:
            for sink in writes if mask & flags.MODIFY else ():  # else the file is gone
                sink()
            return
        with self._lock:
            if mask & flags.Q_OVERFLOW:
                sinks = [sink for sinks in self._sinks.values() for sink in sinks]
            elif mask & flags.IGNORED:
                sinks = self._sinks.pop(watch, [])
            else:
                sinks = list(self._sinks.get(watch, ()))
        lost = mask & (flags.Q_OVERFLOW | flags.IGNORED | flags.MOVE_SELF | flags.UNMOUNT)
        if lost or name:
            tell(sinks, None if lost else name)


def _folder_mask() -> int:
    # Not MODIFY: it would wake the reader thousands of times a second where a script logs into
    # its own folder. Not OPEN and CLOSE_NOWRITE: reading a file raises them, so the check would
    # wake itself.
    flags = inotify_simple.flags
    told = flags.CLOSE_WRITE | flags.ATTRIB | flags.CREATE | flags.DELETE
    moved = flags.MOVED_TO | flags.MOVED_FROM | flags.MOVE_SELF
    return int(told | moved | flags.ONLYDIR)


def _write_mask() -> int:
    flags = inotify_simple.flags
    return int(flags.MODIFY | flags.ONESHOT)
