"""`reloader` as a real process, on pipes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path


class Tool:
    """A running `reloader`; what it wrote so far is in .out and .err."""

    def __init__(
        self, args: list[str], cwd: Path, env: dict[str, str], within: Sequence[str] = ()
    ) -> None:
        """`within`: a command that starts the one behind it."""
        self.out = b""
        self.err = b""
        self.process = subprocess.Popen(
            [*within, sys.executable, "-m", "reloader_core", *args],
            cwd=cwd,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._threads = [
            threading.Thread(target=self._read, args=(name,)) for name in ("out", "err")
        ]
        for thread in self._threads:
            thread.start()

    def _read(self, name: str) -> None:
        pipe = self.process.stdout if name == "out" else self.process.stderr
        assert pipe is not None
        while data := os.read(pipe.fileno(), 65536):
            setattr(self, name, getattr(self, name) + data)

    @property
    def text(self) -> str:
        return self.out.decode("utf-8", "replace").replace("\r\n", "\n")

    @property
    def words(self) -> str:
        return self.err.decode("utf-8", "replace").replace("\r\n", "\n")

    def wait(self, deadline_s: float = 20) -> int:
        code = self.process.wait(deadline_s)
        for thread in self._threads:
            thread.join(deadline_s)
        return code

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe is not None
            with contextlib.suppress(OSError):
                pipe.close()
