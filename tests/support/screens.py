"""A real terminal driver with a shell in it, as a person sits before it (POSIX)."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from patience import patient

PROMPT = "ready> "
SEQUENCES = re.compile(r"\x1b[\[\]()][0-9;?]*[ -/]*[@-~]|\x1b[=>]")
KEYS = {"Ctrl+C": b"\x03", "Ctrl+D": b"\x04", "Ctrl+Z": b"\x1a", "Ctrl+\\": b"\x1c"}


class Screen:
    """`bash`, interactive, so that it has jobs; 132 columns and 50 rows. `edits`: it reads single
    keys at its prompt, as a person's does."""

    def __init__(self, cwd: Path, environ: Mapping[str, str], *, edits: bool = False) -> None:
        self._bytes = b""
        self._mark = 0
        env = {**environ, "PS1": PROMPT, "TERM": "xterm", "HISTFILE": "/dev/null"}
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            plain = [] if edits else ["--noediting"]
            os.execvpe("bash", ["bash", "--norc", "--noprofile", *plain, "-i"], env)
        self._end, self._end_in = os.pipe()
        self.resize(50, 132)
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        self.wait(PROMPT)

    def resize(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while self._file in select.select([self._file, self._end], [], [])[0]:
                self._bytes += os.read(self._file, 65536)

    @property
    def text(self) -> str:
        """All that was shown, without colours and movements."""
        shown = SEQUENCES.sub("", self._bytes.decode("utf-8", "replace"))
        return shown.replace("\r\n", "\n")

    def press(self, keys: str) -> None:
        """One of KEYS, or what is typed."""
        os.write(self._file, KEYS.get(keys, keys.encode()))

    def type(self, line: str) -> None:
        """A line; what comes after it is what wait() looks at."""
        self._mark = len(self.text)
        self.press(line + "\n")
        self.wait(line + "\n")
        self._mark = self.text.rindex(line) + len(line)

    def wait(self, text: str, deadline_s: float = 10) -> str:
        """Until this is shown, after what was waited for before. Returns what came before it."""
        end = time.monotonic() + patient(deadline_s)
        while (at := self.text.find(text, self._mark)) < 0:
            assert time.monotonic() < end, f"{text!r} is not shown: {self.text[-3000:]}"
            time.sleep(0.005)
        before, self._mark = self.text[self._mark : at], at + len(text)
        return before

    def settings(self) -> list[object]:
        """Of the terminal driver: echo, whole lines or single keys, ..."""
        return list(termios.tcgetattr(self._file))

    def hang_up(self) -> None:
        """The window of the terminal is closed."""
        if self._file >= 0:
            os.close(self._end_in)
            self._thread.join()  # who reads from it keeps it open
            os.close(self._end)
            os.close(self._file)
            self._file = -1

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGHUP)
            os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self.pid, 0)
        self.hang_up()
