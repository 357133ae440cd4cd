"""Scripts that need a real terminal: how to tell, and how one is opened."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reloader_core import ScriptError
from reloader_gui.run.terminal_window import (
    CannotOpen,
    command_in_terminal,
    needs_terminal,
    open_in_terminal,
)
from reloader_gui.ui import system

PYTHON, SCRIPT = Path("/usr/bin/python3"), Path("/home/我/my 'game'.py")


@pytest.mark.parametrize(
    ("kind", "message", "needs"),
    [
        ("_curses.error", "setupterm: could not find terminal", True),
        ("error", "cbreak() returned ERR", True),
        ("termios.error", "(25, 'Inappropriate ioctl for device')", True),
        ("OSError", "[Errno 25] Inappropriate ioctl for device", True),
        ("OSError", "[WinError 6] Das Handle ist ungültig", True),
        ("OSError", "[Errno 2] No such file or directory", False),
        ("NameError", "name 'curses' is not defined", False),
    ],
)
def test_which_errors_mean_it(kind: str, message: str, needs: bool) -> None:
    assert needs_terminal(ScriptError(kind, message)) is needs


@pytest.mark.parametrize("name", ["gnome-terminal", "konsole", "xterm"])
def test_the_first_terminal_that_is_there(name: str) -> None:
    find: Callable[[str], str | None] = lambda asked: f"/bin/{asked}" if asked == name else None  # noqa: E731
    command = command_in_terminal(PYTHON, SCRIPT, ("a b",), on="linux", find=find)
    assert command[0] == f"/bin/{name}"
    assert command[-3:] == [str(PYTHON), str(SCRIPT), "a b"]


def test_no_terminal_says_what_to_type() -> None:
    with pytest.raises(CannotOpen, match="python3"):
        command_in_terminal(PYTHON, SCRIPT, (), on="linux", find=lambda name: None)


def test_names_are_words_on_every_system() -> None:
    """Nothing is pasted into a command line: what a name holds is never understood."""
    assert command_in_terminal(PYTHON, SCRIPT, (), on="win32")[-2:] == [str(PYTHON), str(SCRIPT)]
    mac = command_in_terminal(PYTHON, SCRIPT, (), on="darwin")
    assert mac[0] == "osascript" and mac[-1] == str(SCRIPT)
    assert not any(str(SCRIPT) in word for word in mac[:-1])


@pytest.mark.posix
def test_it_is_started_in_the_scripts_folder(
    tmp_path: Path, wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal of our own making: it writes down where it is and runs what it is told."""
    terminal = tmp_path / "bin" / "x-terminal-emulator"
    terminal.parent.mkdir()
    terminal.write_text('#!/bin/sh\nshift\nexec "$@" < /dev/null > out.txt 2>&1\n')
    terminal.chmod(terminal.stat().st_mode | stat.S_IXUSR)
    script = tmp_path / "my script.py"
    script.write_text("import os, sys; print(os.getcwd(), sys.argv[1:])")
    monkeypatch.setenv("PATH", f"{terminal.parent}{os.pathsep}{os.environ['PATH']}")
    open_in_terminal(Path(sys.executable), script, ("a b",))
    out = tmp_path / "out.txt"
    wait_until(lambda: out.exists() and "Press Enter" in out.read_text())
    assert out.read_text().startswith(f"{tmp_path} ['a b']")


def test_what_the_scripts_environment_gets() -> None:
    def added(platform_name: str, colour: bool, **environ: str) -> dict[str, str]:
        return dict(system.script_environment(environ, platform_name, colour=colour))

    assert added("linux", False) == {"TERM": "xterm-256color"}
    assert added("linux", False, TERM="screen") == {}
    assert added("win32", False) == {}
    assert added("win32", True)["FORCE_COLOR"] == "1"
