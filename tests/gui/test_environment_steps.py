"""What makes an environment, on each system and with each tool; and taking away a half made one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reloader_core import venv_python
from reloader_gui.python import new_environment
from reloader_gui.python.new_environment import Tools, free_name, remove
from reloader_gui.python.python_facts import Facts
from reloader_gui.ui import system
from reloader_gui.ui.system import THIS

PYTHON, UV = Path("/usr/bin/python3"), Path("/home/me/.local/bin/uv")
PLACE = Path("/project/.venv")
INSIDE = str(venv_python(PLACE, THIS))
NOTHING = Tools(None, is_pip_configured=False)


def full(*, pip: bool = True, ensurepip: bool = True) -> Facts:
    return Facts(False, True, pip, False, True, True, ensurepip)


@pytest.mark.parametrize(
    ("python", "tools", "make", "install"),
    [
        (full(), NOTHING, f"python3 -m venv {PLACE}", "python -m pip install thing"),
        (
            full(ensurepip=False),
            NOTHING,
            f"python3 -m venv --without-pip {PLACE}",
            f"python3 -m pip --python {INSIDE} install thing",
        ),
        (
            full(),
            Tools(UV, is_pip_configured=False),
            f"uv venv --python {PYTHON} {PLACE}",
            f"uv pip install --python {INSIDE} thing",
        ),
        (
            full(),
            Tools(UV, is_pip_configured=True),
            f"python3 -m venv {PLACE}",
            "python -m pip install thing",
        ),
        (
            full(pip=False, ensurepip=False),
            Tools(UV, is_pip_configured=True),
            f"uv venv --python {PYTHON} {PLACE}",
            f"uv pip install --python {INSIDE} thing",
        ),
    ],
)
@pytest.mark.posix  # the commands are written as for a shell
def test_which_tool_makes_it(python: Facts, tools: Tools, make: str, install: str) -> None:
    first, second = new_environment.steps(PLACE, PYTHON, python, ("thing",), tools)
    assert first.command.endswith(make) and first.makes
    assert second.command.endswith(install) and not second.makes
    (only,) = new_environment.steps(PLACE, PYTHON, python, (), tools)
    assert only == first


def test_a_python_that_can_make_none(tmp_path: Path) -> None:
    python = full(pip=False, ensurepip=False)
    assert new_environment.steps(PLACE, PYTHON, python, ("thing",), NOTHING) == ()


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    assert free_name(tmp_path) == tmp_path / ".venv"
    (tmp_path / ".venv").mkdir()
    assert free_name(tmp_path) == tmp_path / "venv"
    (tmp_path / "venv").touch()
    (tmp_path / "env").touch()
    assert free_name(tmp_path) is None
    assert free_name(tmp_path / "gone") is None


def test_it_is_removed_with_what_may_not_be_written(tmp_path: Path) -> None:
    place = tmp_path / ".venv"
    (place / "lib").mkdir(parents=True)
    (place / "lib" / "file").touch()
    os.chmod(place / "lib" / "file", stat.S_IRUSR)
    assert remove(place) and not place.exists()


def test_what_cannot_be_removed_is_said_after_a_while(tmp_path: Path) -> None:
    """A file in the folder's place stands in for one that another program holds."""
    place = tmp_path / ".venv"
    place.touch()
    now, pauses = 0.0, []

    def pause(seconds: float) -> None:
        nonlocal now
        now += seconds
        pauses.append(seconds)

    assert not remove(place, clock=lambda: now, pause=pause)
    assert pauses


@pytest.mark.posix
@pytest.mark.parametrize(
    ("platform", "environ", "file"),
    [
        ("linux", {"HOME": "/me"}, "/me/.config/pip/pip.conf"),
        ("linux", {"HOME": "/me", "XDG_CONFIG_HOME": "/c"}, "/c/pip/pip.conf"),
        ("linux", {"HOME": "/me"}, "/etc/pip.conf"),
        ("linux", {}, "/etc/xdg/pip/pip.conf"),
        ("darwin", {"HOME": "/me"}, "/me/Library/Application Support/pip/pip.conf"),
        ("win32", {"APPDATA": "/roaming"}, "/roaming/pip/pip.ini"),
        ("win32", {"PROGRAMDATA": "/data"}, "/data/pip/pip.ini"),
    ],
)
def test_where_pip_keeps_its_settings(platform: str, environ: dict[str, str], file: str) -> None:
    assert Path(file) in system.pip_configurations(environ, platform)


@pytest.mark.posix
def test_uv_is_found_where_its_installer_puts_it(tmp_path: Path) -> None:
    environ = {"HOME": str(tmp_path), "PATH": "relative:/nowhere", "PIP_INDEX_URL": "https://x"}
    assert Tools.here(environ, "linux") == Tools(None, is_pip_configured=True)
    uv = tmp_path / ".local" / "bin" / "uv"
    uv.parent.mkdir(parents=True)
    uv.touch(0o755)
    assert Tools.here(environ, "linux").uv == uv
