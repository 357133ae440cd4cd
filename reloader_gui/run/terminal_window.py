"""A script that needs a real terminal: how to tell, and how to open it in one.

Qt-free; any thread. In that terminal runs `reloader`, so that a save restarts the script there,
too. It is the user's own: it lives on when the window is closed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from reloader_core import Preload, ScriptError, Target
from reloader_gui.run.env_text import Variables
from reloader_gui.texts.page import PAGE
from reloader_gui.texts.said import Said, said
from reloader_gui.ui import system
from reloader_gui.ui.program import program_folder
from reloader_gui.ui.terminal_command import terminal_command

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
    target: Target,
    program: Path | None,
    *,
    on: str,
    variables: Variables = (),
    find: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """The command that opens a terminal in which `reloader` runs this. `program`: the packaged
    program's folder, or None; `variables`: where that terminal has an environment of its own.
    Raises CannotOpen."""
    added = [word for name, value in variables for word in ("--env", f"{name}={value}")]
    run = [*terminal_command(program), *added, *_words(target)]
    if on == "win32":
        return run  # in a console of its own: system.start_in_console
    if on == "darwin":
        # The words go to AppleScript as its arguments, which quotes each for Terminal's shell.
        return ["osascript", *(word for line in _TELL_TERMINAL for word in ("-e", line)), *run]
    for name, *options in _TERMINALS:
        if found := find(name):
            return [found, *options, *run]
    name = target.script.name if target.script is not None else ""
    words = ("reloader" if find("reloader") else "python3", name)
    raise CannotOpen(said(PAGE.no_terminal, " ".join(words)))


def _words(target: Target) -> list[str]:
    """The options of `reloader` with which it runs this as the window would, and what it runs.
    Terminals differ in the folder that they begin in."""
    named = {"--python": target.interpreter, "--cwd": target.cwd, "--grace": target.grace_s}
    named |= {"--delay": target.pause_s}
    switches = {
        "--no-reload": not target.restart_on_save,
        "--restart-on-errors": target.restart_on_errors,
        "--ignore-touch": target.only_when_text_changed,
        "--no-standby": not target.standby,
        f"--preload={target.preload}": target.preload is not Preload.STDLIB,
    }
    words = [word for name, value in named.items() for word in (name, str(value))]
    words += [name for name, on in switches.items() if on]
    patterns = {"--watch": target.watch, "--ignore": target.ignore}
    words += [word for name, each in patterns.items() for one in each for word in (name, one)]
    return [*words, "--", str(target.script), *target.args]


def open_in_terminal(
    target: Target, variables: Variables = (), environ: Mapping[str, str] = os.environ
) -> None:
    """Start it. `variables`: what the user has added to the script's. Raises CannotOpen."""
    is_apart = system.THIS == "darwin"  # Terminal starts its shells itself
    given = variables if is_apart else ()
    command = command_in_terminal(target, program_folder(), on=system.THIS, variables=given)
    try:
        outside = {**system.outside(environ), **dict(variables)}
        system.collect(system.start_in_console(command, target.cwd, outside))
    except OSError as error:
        raise CannotOpen(said(PAGE.terminal_failed, error.strerror or str(error))) from None
