"""A further window of Reloader: a process of its own, as if the user had started it. Qt-free."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from reloader_gui.ui import system
from reloader_gui.ui.program import program_folder

WINDOWS_PROGRAM = "Reloader.exe"


class OpenWindow(Protocol):
    def __call__(self, script: Path, args: Sequence[str], *, run: bool) -> None:
        """Returns at once. Raises OSError if it cannot be started."""


def open_window(script: Path, args: Sequence[str], *, run: bool) -> None:
    """An OpenWindow: with this script, and running it if `run`."""
    words = [*command(program_folder()), *(["--run"] if run else []), "--", str(script), *args]
    system.collect(system.start_detached(words, script.parent, system.outside(os.environ)))


def command(program: Path | None) -> list[str]:
    """What starts the window. `program`: the packaged program's folder, or None."""
    if program is None:
        return [sys.executable, "-P", "-m", "reloader_gui"]
    if (launcher := program / WINDOWS_PROGRAM).is_file():
        return [str(launcher)]
    return [sys.executable, "-I", str(program / "app" / "launch.py")]
