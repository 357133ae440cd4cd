"""Where the window is shown while it is measured: this screen, Xvfb, or nowhere."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator

from tools import Env


@contextlib.contextmanager
def screen(kind: str) -> Iterator[Env]:
    """The environment that leads there. kind: 'xvfb', 'offscreen' or 'own'."""
    if kind == "own":
        yield {}
        return
    server = shutil.which("Xvfb") if kind == "xvfb" else None
    if server is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with xvfb(server, "1280x800x24") as display:
        if display == ":":
            raise SystemExit("Xvfb does not start; --screen offscreen does without it")
        yield {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


@contextlib.contextmanager
def xvfb(server: str, size: str) -> Iterator[str]:
    """A private X server: its display; ':' alone if it does not start."""
    told, tell = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(tell), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[tell],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    try:
        with open(told, encoding="ascii") as file:
            yield f":{file.readline().strip()}"
    finally:
        process.terminate()
        process.wait(10)
