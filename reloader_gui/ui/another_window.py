"""A further Reloader: a process of its own, as if the user had started it. Qt-free.

A window, or `reloader` in a terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from reloader_gui.ui import system
from reloader_gui.ui.program import program_folder

WINDOWS_PROGRAM = "Reloader.exe"
WINDOWS_COMMAND = "bin/reloader.exe"


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


def terminal_command(program: Path | None) -> list[str]:
    """What starts `reloader`. `program`: as above."""
    if program is None:
        return [str(_with_console(Path(sys.executable))), "-P", "-m", "reloader_core"]
    if (launcher := program / WINDOWS_COMMAND).is_file():
        return [str(launcher)]
    return [sys.executable, "-I", str(program / "app" / "terminal.py")]


def _with_console(python: Path) -> Path:
    """pythonw.exe, which a window is started with, shows nothing in a console."""
    beside = python.with_name("python.exe")
    return beside if python.name.lower() == "pythonw.exe" and beside.is_file() else python
