"""Finds the errors that do not end the script in what it prints: see the engine's PrintedErrors.

The engine's output thread brings what is printed, the GUI thread gets what is found. As long as no
traceback comes, looking for its first word is all that this costs.
"""

from __future__ import annotations

import codecs
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reloader_core import PrintedError, PrintedErrors, Where
from reloader_gui.run import missing_glyphs
from reloader_gui.texts.page import Lacking
from reloader_gui.ui.hand_over import HandOver

KEPT_BYTES = 2_000
"""What stands above a traceback says where it happened."""
MOST_READ_BYTES = 1 << 20
"""From a traceback's first line on; what comes later does not belong to it."""
MOST_TRACEBACKS = 500
"""Of one run: who prints more logs them, and reading them would take the time of printing."""
REST_MS = 250
"""After so long without output a traceback is complete."""
_MARK = b"Traceback ("
_ESCAPE = b"\x1b"


class PrintedWatch(QObject):
    """Of one script."""

    found = Signal(int, object)
    """The run's number, and a PrintedError in it."""
    glyphs_missing = Signal(object)
    """Lacking: once for each run."""

    def __init__(self, script: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.script = script
        self._lock = threading.Lock()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._reads = HandOver(self._begin_rest)
        self._came = HandOver(self._on_came)
        self._lacks = HandOver(self._on_lacking)
        self._begin(0)

    def begin_again(self) -> None:
        """The runs are counted anew."""
        with self._lock:
            self._begin(0)

    def _begin(self, run: int) -> None:
        self._run, self._began_s, self._came_s = run, time.time(), 0.0
        self._kept, self._left, self._marks = b"", 0, 0
        self._has_glyphs, self._has_escapes = True, False
        self._reader: PrintedErrors | None = None
        self._decode: Callable[[bytes], str] = _decoder()

    def write(self, run: int, data: bytes) -> None:
        """Any thread; in the order in which it was printed."""
        with self._lock:
            if run != self._run:
                self._begin(run)
            self._look_for_glyphs(data)
            self._has_escapes = self._has_escapes or _ESCAPE in data
            has_mark = _MARK in data or _MARK in self._kept[1 - len(_MARK) :] + data[: len(_MARK)]
            self._marks += data.count(_MARK) if has_mark else 0
            if self._reader is None and not has_mark or self._marks > MOST_TRACEBACKS:
                self._keep(data)
                return
            found = self._read(data, has_mark=has_mark)
        self._tell(run, found)

    @property
    def has_escapes(self) -> bool:
        """Whether the newest run has printed anything but plain text: colours, say."""
        return self._has_escapes

    def _look_for_glyphs(self, data: bytes) -> None:
        if self._has_glyphs and (lacking := missing_glyphs.find(data)) is not None:
            self._has_glyphs = False
            self._lacks(lacking)

    def _keep(self, data: bytes) -> None:
        whole = data if len(data) >= KEPT_BYTES else self._kept + data
        self._kept = whole[-KEPT_BYTES:]

    def _read(self, data: bytes, *, has_mark: bool) -> list[PrintedError]:
        self._came_s = time.monotonic()
        before, folder = b"", self.script.parent
        if self._reader is None:
            self._reader = PrintedErrors(
                lambda file: file.is_relative_to(folder), self._began_s, self.script
            )
            self._decode, before = _decoder(), self._kept
            self._reads()
        self._left = MOST_READ_BYTES if has_mark else self._left - len(data)
        found = self._reader.feed(self._decode(before + data))
        self._keep(data)
        return found + self._end() if self._left <= 0 else found

    def _end(self) -> list[PrintedError]:
        found = self._reader.finish() if self._reader is not None else []
        self._reader = None
        return found

    def _begin_rest(self) -> None:
        self._rest.start()

    def _on_rest(self) -> None:
        """The GUI thread: has nothing come for a while?"""
        with self._lock:
            if self._reader is None:
                return
            rests = time.monotonic() - self._came_s >= REST_MS / 1000
            run, found = self._run, self._end() if rests else []
            if rests:
                self._kept = b""  # it was read
        self._tell(run, found)
        if not rests:
            self._rest.start()

    def _tell(self, run: int, found: list[PrintedError]) -> None:
        for error in found:
            if error.where is not Where.OTHER:
                self._came(run, error)

    def _on_lacking(self, lacking: Lacking) -> None:
        self.glyphs_missing.emit(lacking)

    def _on_came(self, run: int, error: PrintedError) -> None:
        self.found.emit(run, error)


def _decoder() -> Callable[[bytes], str]:
    return codecs.getincrementaldecoder("utf-8")("replace").decode
