"""The operating system's word that something happened in a folder; one source a process.

A sink is called on the source's own thread with the bare name of the file, or with
None when the folder itself went away, moved, or events were lost. It must be quick.
Never recursive, and no truth: whoever is told looks at the file.

On Linux one inotify instance serves all folders, elsewhere (or without the package
inotify_simple) watchdog's Observer. Measured here, 200 saves, ms (median/p95):

| folders, source        | threads | set up | in place  | replaced  | after a file moved out |
|------------------------|---------|--------|-----------|-----------|------------------------|
| 32, watchdog Observer  | 35      | 24 ms  | 0.15/0.26 | 0.28/0.42 | 500                    |
| 32, watchdog InotifyFD | 2       | 22 ms  | 0.0/0.0   | 0.10/0.16 | 0.0                    |
| 32, inotify_simple     | 2       | 8 ms   | 0.0/0.0   | 0.08/0.14 | 0.0                    |
| 300, watchdog Observer | 303     | 56 ms  | 0.15/0.32 | 0.29/0.45 | 500                    |
| 300, inotify_simple    | 2       | 10 ms  | 0.0/0.0   | 0.10/0.15 | 0.0                    |

(0.0: noticed before close() had returned.) The Observer holds back everything in a
folder for 0.5 s after a file was moved out of it, to pair it with its arrival: vim's
backupdir does that with each save. InotifyFD is as good, but a part that watchdog
renames at will, and its descriptor is inherited by programs that we start.
"""

from __future__ import annotations

import contextlib
import logging
import os
import selectors
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from watchdog import events as dog
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

try:
    import inotify_simple  # type: ignore[import-untyped, import-not-found, unused-ignore]
except ImportError:  # not Linux, or not installed there
    inotify_simple = None

HAS_INOTIFY = inotify_simple is not None

Sink = Callable[[str | None], None]
Cancel = Callable[[], None]

_log = logging.getLogger(__name__)
_JOIN_S = 2.0
CALM_S, BUSY, NAP_S = 0.001, 20, 0.005
"""After so many reads without a pause the reader naps, and the kernel merges what comes
meanwhile: a script that opened and closed its log file 91,000 times a second in a watched
folder cost 38 % CPU without, 1 % with."""


class FolderEvents(Protocol):
    """A source of events. Its methods are thread-safe and may take long on network drives."""

    max_folders: int

    def subscribe(self, folder: str, sink: Sink) -> Cancel:
        """From its return on, what happens in the folder is told. Raises OSError."""
        ...


class InotifyEvents:
    """One inotify instance, and one thread that reads it while there are subscriptions."""

    max_folders = 1024

    def __init__(self) -> None:
        # Two locks: the set-up may hang on a network drive, the reader must not.
        self._setup = threading.Lock()
        self._lock = threading.Lock()
        self._sinks: dict[int, list[Sink]] = {}
        self._inotify: Any = None
        self._wake_fd = -1
        self._thread: threading.Thread | None = None

    def subscribe(self, folder: str, sink: Sink) -> Cancel:
        with self._setup:
            if self._inotify is None:
                self._open()
            try:
                watch = self._inotify.add_watch(folder, _mask())
            except OSError:
                self._close_if_unused()
                raise
            with self._lock:
                self._sinks.setdefault(watch, []).append(sink)
        return partial(self._cancel, watch, sink)

    def _cancel(self, watch: int, sink: Sink) -> None:
        with self._setup:
            with self._lock:
                sinks = self._sinks.get(watch, [])
                if sink not in sinks:
                    return
                sinks.remove(sink)
                if sinks:
                    return
                del self._sinks[watch]
            with contextlib.suppress(OSError):  # the folder, and the watch with it, is gone
                self._inotify.rm_watch(watch)
            self._close_if_unused()

    def _open(self) -> None:
        self._inotify = inotify_simple.INotify()
        wake_fd, self._wake_fd = os.pipe()
        self._thread = threading.Thread(
            target=self._read, args=(self._inotify, wake_fd), name="inotify", daemon=True
        )
        self._thread.start()

    def _close_if_unused(self) -> None:
        with self._lock:
            if self._sinks or self._inotify is None:
                return
        assert self._thread is not None
        os.close(self._wake_fd)
        self._thread.join(_JOIN_S)
        self._inotify = self._thread = None

    def _read(self, inotify: Any, wake_fd: int) -> None:
        with inotify, selectors.DefaultSelector() as selector:
            selector.register(inotify, selectors.EVENT_READ)
            selector.register(wake_fd, selectors.EVENT_READ)
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
            if mask & flags.Q_OVERFLOW:
                sinks = [sink for sinks in self._sinks.values() for sink in sinks]
            elif mask & flags.IGNORED:
                sinks = self._sinks.pop(watch, [])
            else:
                sinks = list(self._sinks.get(watch, ()))
        lost = mask & (flags.Q_OVERFLOW | flags.IGNORED | flags.MOVE_SELF | flags.UNMOUNT)
        if lost or name:
            _tell(sinks, None if lost else name)


def _mask() -> int:
    # Not MODIFY: it would wake the check in the middle of a save, and thousands of times a
    # second where a script logs into its own folder. Not OPEN and CLOSE_NOWRITE: reading a
    # file raises them, so the check would wake itself.
    flags = inotify_simple.flags
    told = flags.CLOSE_WRITE | flags.ATTRIB | flags.CREATE | flags.DELETE
    moved = flags.MOVED_TO | flags.MOVED_FROM | flags.MOVE_SELF
    return int(told | moved | flags.ONLYDIR)


class WatchdogEvents:
    """watchdog's Observer: FSEvents, ReadDirectoryChangesW, kqueue; a thread a folder."""

    max_folders = 32

    def __init__(self) -> None:
        self._setup = threading.Lock()
        self._observer: BaseObserver | None = None
        self._handlers: dict[str, _Handler] = {}

    def subscribe(self, folder: str, sink: Sink) -> Cancel:
        folder = os.path.realpath(folder)  # watchdog does not follow a link to a folder
        with self._setup:
            handler = self._handlers.get(folder)
            if handler is not None and handler.lost:
                self._unschedule(handler)
                handler = None
            if handler is None:
                handler = self._schedule(folder)
            handler.sinks = (*handler.sinks, sink)
        return partial(self._cancel, handler, sink)

    def _cancel(self, handler: _Handler, sink: Sink) -> None:
        with self._setup:
            handler.sinks = tuple(one for one in handler.sinks if one != sink)
            if handler.sinks:
                return
            self._unschedule(handler)
            if not self._handlers and self._observer is not None:
                self._observer.stop()
                self._observer.join(_JOIN_S)
                self._observer = None

    def _schedule(self, folder: str) -> _Handler:
        if self._observer is None:
            self._observer = Observer()
            self._observer.start()
        handler = _Handler(folder)
        try:
            handler.watch = self._observer.schedule(handler, folder, event_filter=_TOLD)
        except OSError:
            raise
        except Exception as error:  # FSEvents: SystemError or RuntimeError, by its mood
            raise OSError(f"cannot watch {folder}: {error}") from error
        self._handlers[folder] = handler
        return handler

    def _unschedule(self, handler: _Handler) -> None:
        if self._handlers.get(handler.folder) is handler:
            del self._handlers[handler.folder]
            if self._observer is not None and handler.watch is not None:
                self._observer.unschedule(handler.watch)


# By type: reading a file raises FileOpenedEvent and FileClosedNoWriteEvent.
_TOLD: list[type[dog.FileSystemEvent]] = [
    dog.FileModifiedEvent,
    dog.FileAttribEvent,
    dog.FileClosedEvent,
    dog.FileCreatedEvent,
    dog.FileDeletedEvent,
    dog.FileMovedEvent,
    dog.DirCreatedEvent,
    dog.DirDeletedEvent,
    dog.DirMovedEvent,
]


class _Handler(dog.FileSystemEventHandler):
    """One folder's sinks."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.sinks: tuple[Sink, ...] = ()
        self.watch: ObservedWatch | None = None
        self.lost = False  # the folder is gone, and watchdog's thread for it has ended

    def dispatch(self, event: dog.FileSystemEvent) -> None:
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        if event.is_directory and self.folder in paths:
            self.lost = True
            _tell(self.sinks, None)
            return
        for path in paths:
            _tell(self.sinks, os.path.basename(path))


def _tell(sinks: list[Sink] | tuple[Sink, ...], name: str | None) -> None:
    for sink in sinks:
        try:
            sink(name)
        except Exception:  # noqa: BLE001  the source serves every script: one bad sink must not end it
            _log.exception("a folder event was not taken")


_shared: FolderEvents | None = None
_shared_lock = threading.Lock()


def shared() -> FolderEvents:
    """The one source of this process."""
    global _shared
    with _shared_lock:
        if _shared is None:
            _shared = InotifyEvents() if HAS_INOTIFY else WatchdogEvents()
        return _shared
