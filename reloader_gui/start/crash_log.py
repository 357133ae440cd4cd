"""Uncaught errors of the window's own: logged to a file and said in the window.

The hooks run on the thread that failed; the sentence reaches the window by a queued
signal. The script is another process, so it keeps running. Engine log records of
level WARNING and above go to the same file.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from reloader_core import make_private_folder, private_opener

LOG_NAME = "reloader.log"
MOST_LOG_BYTES = 1_000_000


class Errors(QObject):
    """Install it once; `happened` brings a sentence for the user."""

    happened = Signal(str)

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        """None: there is no place for a log."""
        super().__init__(parent)
        self.file = folder / LOG_NAME if folder is not None else None
        self._log = _LogFile(self.file) if self.file is not None else None

    def install(self) -> None:
        sys.excepthook = self._on_uncaught
        threading.excepthook = lambda args: self._on_uncaught(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        if self._log is not None:
            logging.getLogger().addHandler(self._log)

    def write(self, text: str) -> bool:
        """Append to the log; False where that cannot be done. Any thread."""
        if self._log is None:
            return False
        return self._log.write(text)

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        logged = self.write(text)
        if sys.stderr is not None:  # pythonw has none
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.write(text)
        name = f"{kind.__name__}: {error}" if str(error) else kind.__name__
        what = "" if logged else f" ({name})"
        with contextlib.suppress(RuntimeError):  # the window is gone already
            self.happened.emit(f"Reloader had a problem{what}. Your script keeps running.")


class _LogFile(RotatingFileHandler):
    """Open only while something is written: another window may write, and turn it over, too."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            file,
            maxBytes=MOST_LOG_BYTES,
            backupCount=1,
            encoding="utf-8",
            delay=True,
            errors="backslashreplace",
        )
        self.setLevel(logging.WARNING)
        self.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S"))
        self.namer = lambda name: str(file.with_suffix(".old.log"))
        self._has_failed = False

    def write(self, text: str) -> bool:
        """Whether that could be done."""
        values = {"msg": text.rstrip(), "levelno": logging.ERROR, "levelname": "ERROR"}
        with self.lock or contextlib.nullcontext():
            self.handle(logging.makeLogRecord(values))
            return not self._has_failed

    def emit(self, record: logging.LogRecord) -> None:
        self._has_failed = False
        super().emit(record)
        if self.stream is not None:
            self.stream.close()
            self.stream = None

    def handleError(self, record: logging.LogRecord) -> None:
        self._has_failed = True

    def _open(self) -> TextIOWrapper:
        file = Path(self.baseFilename)
        make_private_folder(file.parent)
        return open(
            file, "a", encoding=self.encoding, errors=self.errors, opener=_private_opener
        )


def _private_opener(name: str, flags: int) -> int:
    """A pipe in the log's place, which nobody reads, is an error instead of a wait."""
    return private_opener(name, flags | getattr(os, "O_NONBLOCK", 0))
