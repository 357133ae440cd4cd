"""The end of the window's process by a certain time, whatever hangs in it.

A drive that has gone, a supervisor that does not end, a system call that never returns: a
window that was closed must not stay as a process that nobody sees. When we are gone the
guardian (on Windows the job) ends what the scripts have left.
"""

from __future__ import annotations

import faulthandler
import os
from pathlib import Path
from typing import BinaryIO

from reloader_core import make_private_folder, open_private


class Deadline:
    """A thread of C's that needs no GIL, and so outlives also what holds it for ever; it writes
    to the log where each thread was, and calls _exit(1)."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._file: BinaryIO | None = None

    def start(self, seconds: float) -> None:
        """From now on. A second call counts anew."""
        if self._file is None:
            self._file = self._open()
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._file)

    def _open(self) -> BinaryIO:
        try:
            make_private_folder(self._log.parent)
            return open_private(self._log, "ab")
        except OSError:
            return open_private(Path(os.devnull), "ab")
