"""Scripts that need a real terminal: how to tell, and how one is opened."""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reloader_core import Preload, ScriptError, Target
from reloader_core.command.parser import make_parser, split_command
from reloader_gui.run.terminal_window import (
    CannotOpen,
    command_in_terminal,
    needs_terminal,
    open_in_terminal,
)
from reloader_gui.ui import system

PYTHON, SCRIPT = Path("/usr/bin/python3"), Path("/home/我/my 'game'.py")
TARGET = Target(interpreter=PYTHON, cwd=SCRIPT.parent, script=SCRIPT, args=("a b",))


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
    command = command_in_terminal(TARGET, None, on="linux", find=find)
    assert command[0] == f"/bin/{name}"
    assert command[-3:] == ["--", str(SCRIPT), "a b"]


@pytest.mark.parametrize(("found", "typed"), [("", "python3 "), ("/bin/reloader", "reloader ")])
def test_no_terminal_says_what_to_type(found: str, typed: str) -> None:
    with pytest.raises(CannotOpen, match=f"{typed}my"):
        command_in_terminal(
            TARGET, None, on="linux", find=lambda name: found if name == "reloader" else None
        )


def test_names_are_words_on_every_system() -> None:
    """Nothing is pasted into a command line: what a name holds is never understood."""
    assert command_in_terminal(TARGET, None, on="win32")[-2:] == [str(SCRIPT), "a b"]
    mac = command_in_terminal(TARGET, None, on="darwin")
    assert mac[0] == "osascript" and mac[-2:] == [str(SCRIPT), "a b"]
    assert not any(str(SCRIPT) in word for word in mac[:-2])


OPTIONS = [
    ({"grace_s": 5.0}, {"grace": 5.0}),
    ({"pause_s": 0.5}, {"delay": 0.5}),
    ({"restart_on_save": False}, {"no_reload": True}),
    ({"restart_on_errors": True}, {"restart_on_errors": True}),
    ({"only_when_text_changed": True}, {"ignore_touch": True}),
    ({"standby": False, "preload": Preload.ALL}, {"no_standby": True, "preload": "all"}),
    ({"preload": Preload.TESTED}, {"preload": "tested"}),
]


@pytest.mark.parametrize(("chosen", "expected"), OPTIONS)
def test_what_was_chosen_holds_there_as_well(
    chosen: dict[str, Any], expected: dict[str, Any]
) -> None:
    words = command_in_terminal(replace(TARGET, **chosen), None, on="win32")
    own, line = split_command(make_parser(), words[words.index("reloader_core") + 1 :])
    options = vars(make_parser().parse_args(own))
    assert (line.script, line.args) == (str(SCRIPT), ("a b",))
    assert (options["python"], options["cwd"]) == (str(PYTHON), str(SCRIPT.parent))
    assert {name: options[name] for name in expected} == expected


TERMINAL = """#!{python}
import os, pty, sys
pid, screen = pty.fork()
if not pid:
    os.execv(sys.argv[2], sys.argv[2:])
with open("pid", "w") as file:
    file.write(str(pid))
with open("shown", "wb", buffering=0) as shown:
    try:
        while data := os.read(screen, 4096):
            shown.write(data)
    except OSError:
        pass
"""
DRAWS = """
import curses, sys, time
def main(window):
    window.addstr(0, 0, "version 1 " + sys.argv[1])
    window.refresh()
    time.sleep(60)
curses.wrapper(main)
"""


@pytest.mark.posix
def test_a_save_restarts_it_there(
    tmp_path: Path, wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a terminal of our own making, which writes down what it shows."""
    terminal = tmp_path / "bin" / "x-terminal-emulator"
    terminal.parent.mkdir()
    terminal.write_text(TERMINAL.format(python=sys.executable))
    terminal.chmod(terminal.stat().st_mode | stat.S_IXUSR)
    script, shown, pid = (tmp_path / name for name in ("my script.py", "shown", "pid"))
    script.write_text(DRAWS)
    monkeypatch.setenv("PATH", f"{terminal.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TERM", "xterm")
    target = Target(interpreter=Path(sys.executable), cwd=tmp_path, script=script, args=("a b",))
    open_in_terminal(target)
    try:
        wait_until(lambda: shown.exists() and b"version 1 a b" in shown.read_bytes())
        script.write_text(DRAWS.replace("version 1", "another"))
        wait_until(lambda: b"another a b" in shown.read_bytes())
    finally:
        os.kill(int(pid.read_text()), signal.SIGTERM)


def test_what_the_scripts_environment_gets() -> None:
    def added(platform_name: str, colour: bool, **environ: str) -> dict[str, str]:
        return dict(system.script_environment(environ, platform_name, colour=colour))

    assert added("linux", False) == {"TERM": "xterm-256color"}
    assert added("linux", False, TERM="screen") == {}
    assert added("win32", False) == {}
    assert added("win32", True)["FORCE_COLOR"] == "1"
