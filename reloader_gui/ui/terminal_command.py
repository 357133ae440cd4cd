"""`reloader` for a terminal: a process of its own, as if the user had started it. Qt-free."""

from __future__ import annotations

import sys
from pathlib import Path

WINDOWS_COMMAND = "bin/reloader.exe"


def terminal_command(program: Path | None) -> list[str]:
    """What starts it. `program`: the packaged program's folder, or None."""
    if program is None:
        return [str(_with_console(Path(sys.executable))), "-P", "-m", "reloader_core"]
    if (launcher := program / WINDOWS_COMMAND).is_file():
        return [str(launcher)]
    return [sys.executable, "-I", str(program / "app" / "terminal.py")]


def _with_console(python: Path) -> Path:
    """pythonw.exe, which a window is started with, shows nothing in a console."""
    beside = python.with_name("python.exe")
    return beside if python.name.lower() == "pythonw.exe" and beside.is_file() else python
