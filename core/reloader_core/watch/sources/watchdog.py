"""macOS, and Linux without inotify_simple: watchdog's Observer, a thread a folder.

Not for Windows: watchdog 7 keeps an event back until a second has passed without
another one in that folder. Importable everywhere.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import partial

from watchdog import events as dog
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from reloader_core.watch.sources.contract import Cancel, Sink, tell

_JOIN_S = 2.0


class WatchdogEvents:
    """One Observer for the process, running while there are subscriptions."""

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

    def on_write(self, file: str, sink: Callable[[], None]) -> Cancel | None:
        return None

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
            tell(self.sinks, None)
            return
        for path in paths:
            tell(self.sinks, os.path.basename(path))
