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
import time
import traceback
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
        self._lock = threading.Lock()

    def install(self) -> None:
        sys.excepthook = self._on_uncaught
        threading.excepthook = lambda args: self._on_uncaught(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        logging.getLogger().addHandler(_ToFile(self))

    def write(self, text: str) -> bool:
        """Append to the log; False where that cannot be done. Any thread."""
        if self.file is None:
            return False
        with self._lock, contextlib.suppress(OSError):
            make_private_folder(self.file.parent)
            if self.file.exists() and self.file.stat().st_size > MOST_LOG_BYTES:
                self.file.replace(self.file.with_suffix(".old.log"))
            with open(
                self.file, "a", encoding="utf-8", errors="backslashreplace", opener=_opener
            ) as file:
                file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text.rstrip()}\n")
            return True
        return False

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


def _opener(name: str, flags: int) -> int:
    """A pipe in the log's place, which nobody reads, is an error instead of a wait."""
    return private_opener(name, flags | getattr(os, "O_NONBLOCK", 0))


class _ToFile(logging.Handler):
    def __init__(self, errors: Errors) -> None:
        super().__init__(logging.WARNING)
        self._errors = errors

    def emit(self, record: logging.LogRecord) -> None:
        self._errors.write(self.format(record))
