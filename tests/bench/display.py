"""Where the window is shown while it is measured: this screen, Xvfb, or nowhere."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator

from tools import Env
from x_server import xvfb


@contextlib.contextmanager
def screen(kind: str) -> Iterator[Env]:
    """The environment that leads there. kind: 'xvfb', 'offscreen' or 'own'."""
    if kind == "own":
        yield {}
        return
    if kind != "xvfb" or shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with xvfb("1280x800x24") as display:
        if not display:
            raise SystemExit("Xvfb does not start; --screen offscreen does without it")
        yield {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
