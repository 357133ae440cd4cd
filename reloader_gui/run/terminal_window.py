"""A script that needs a real terminal: how to tell, and how to open it in one.

Qt-free; any thread. What runs in that terminal is the user's own program: it is not
supervised, not restarted, and lives on when the window is closed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reloader_core import ScriptError
from reloader_gui.texts.page import PAGE
from reloader_gui.texts.said import Said, said
from reloader_gui.ui import system

# (type, part of the message) of what curses, termios and os.get_terminal_size say. Reading
# single keys on Windows fails with nothing: that is NoticeKind.SINGLE_KEYS.
_SIGNS = (
    ("error", "setupterm"),
    ("error", "() returned ERR"),
    ("error", "Inappropriate ioctl for device"),
    ("OSError", "Inappropriate ioctl for device"),
    ("OSError", "[WinError 6]"),  # Windows says the rest in the user's language
    ("NoConsoleScreenBufferError", ""),
)
# How each is told which command to run; the first one that is installed is taken.
_TERMINALS: tuple[tuple[str, ...], ...] = (
    ("x-terminal-emulator", "-e"),
    ("gnome-terminal", "--"),
    ("konsole", "-e"),
    ("xfce4-terminal", "-x"),
    ("mate-terminal", "-x"),
    ("kitty",),
    ("alacritty", "-e"),
    ("foot",),
    ("xterm", "-e"),
)
_TELL_TERMINAL = (
    "on run words",
    'set command to ""',
    "repeat with word in words",
    'set command to command & quoted form of word & " "',
    "end repeat",
    'tell application "Terminal"',
    "activate",
    "do script command",
    "end tell",
    "end run",
)
# Runs the script with the user's own Python and keeps the last words readable.
_WAIT = (
    "import subprocess, sys; code = subprocess.call(sys.argv[1:]); "
    "input('\\nEnded with exit code %d. Press Enter to close.' % code)"
)


class CannotOpen(Exception):
    """`said` is a sentence for the user."""

    def __init__(self, why: Said) -> None:
        super().__init__(why)
        self.said = why


def needs_terminal(error: ScriptError) -> bool:
    """Did the script fail because its output goes to a window?"""
    name = error.type.rpartition(".")[2]
    return any(name == kind and part in error.message for kind, part in _SIGNS)


def command_in_terminal(
    python: Path,
    script: Path,
    args: Sequence[str],
    *,
    on: str,
    find: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """The command that opens a terminal with the script in it. Raises CannotOpen."""
    run = [str(python), "-c", _WAIT, str(python), str(script), *args]
    if on == "win32":
        return run  # in a console of its own: system.start_in_console
    if on == "darwin":
        # The words go to AppleScript as its arguments, which quotes each for Terminal's shell.
        return ["osascript", *(word for line in _TELL_TERMINAL for word in ("-e", line)), *run]
    for name, *options in _TERMINALS:
        if found := find(name):
            return [found, *options, *run]
    raise CannotOpen(said(PAGE.no_terminal, f"python3 {script.name}"))


def open_in_terminal(
    python: Path, script: Path, args: Sequence[str], environ: Mapping[str, str] = os.environ
) -> None:
    """Start it. Raises CannotOpen."""
    command = command_in_terminal(python, script, args, on=system.THIS)
    try:
        outside = system.outside(environ)
        system.collect(system.start_in_console(command, script.parent, outside))
    except OSError as error:
        raise CannotOpen(said(PAGE.terminal_failed, error.strerror or str(error))) from None
