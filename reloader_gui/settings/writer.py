"""Writes the settings aside: the disk may take its time, and a wheel turns many times a second.

One thread, begun with a change. It waits until nothing was changed for a moment, writes the newest
state, and ends when nothing is left to write. Every method is for the GUI thread.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from reloader_gui.settings.file import write
from reloader_gui.settings.troubles import not_kept
from reloader_gui.texts.said import Said

QUIET_S = 0.3
MOST_WAIT_S = 2.0
"""From a change until it is written, though others follow."""

Table = Mapping[str, Any]


class SettingsWriter:
    """`tell(sentence)` comes from its thread where something could not be written."""

    def __init__(self, file: Path, base: Table, tell: Callable[[Said], None]) -> None:
        """`base`: what is known of the file's content."""
        self._file = file
        self._base = base
        self._tell = tell
        self._news = threading.Condition()
        self._next: Table | None = None
        self._is_writing = False
        self._at_once = False
        self._thread: threading.Thread | None = None

    def submit(self, table: Table) -> None:
        """To be written instead of what has been submitted before. It must not be changed."""
        with self._news:
            self._next = table
            self._news.notify_all()
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="settings", daemon=True)
                self._thread.start()

    def flush(self, timeout_s: float) -> bool:
        """Write now what is left; False: it takes longer, and goes on."""
        with self._news:
            self._at_once = True
            self._news.notify_all()
            done = self._news.wait_for(self._is_idle, timeout_s)
            self._at_once = False
            return done

    def _is_idle(self) -> bool:
        return self._next is None and not self._is_writing

    def _run(self) -> None:
        while (table := self._taken()) is not None:
            try:
                write(self._file, self._base, table)
                self._base = table
            except OSError as error:
                self._tell(not_kept(self._file.parent, error))
            finally:
                with self._news:
                    self._is_writing = False
                    self._news.notify_all()

    def _taken(self) -> Table | None:
        """The newest state, when it is time to write it; None: all is written."""
        with self._news:
            if self._next is None:
                self._thread = None  # whoever changes something from here on begins another
                return None
            latest, seen = time.monotonic() + MOST_WAIT_S, None
            while not self._at_once and self._next is not seen:
                seen = self._next
                self._news.wait(min(QUIET_S, max(0.0, latest - time.monotonic())))
                if time.monotonic() >= latest:
                    break
            table, self._next, self._is_writing = self._next, None, True
            return table
