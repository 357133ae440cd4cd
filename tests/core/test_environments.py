"""What the files of an environment say, as each tool writes them, and damaged ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reloader_core.python import environments

VENV = """\
home = /usr/bin
include-system-site-packages = false
version = 3.12.1
executable = /usr/bin/python3.12
command = /usr/bin/python3 -m venv /home/ada/project/.venv
"""
VIRTUALENV = """\
home = /usr/bin
implementation = CPython
version_info = 3.11.7.final.0
virtualenv = 20.25.0
include-system-site-packages = false
base-prefix = /usr
version = 3.11.7
"""
UV = """\
home = /home/ada/.local/share/uv/python/cpython-3.13.0-linux-x86_64-gnu/bin
implementation = CPython
uv = 0.5.1
version_info = 3.13.0
include-system-site-packages = false
prompt = project
"""


@pytest.mark.parametrize(
    ("text", "version"),
    [
        (VENV, "3.12.1"),
        (VIRTUALENV, "3.11.7"),
        (UV, "3.13.0"),
        ("home = C:\\Python311\r\nversion = 3.11.9\r\n", "3.11.9"),
        ("version_info = 3.14\n", "3.14"),
        ("VERSION=3.10.2", "3.10.2"),
        ("version = 3.15.0b2\n", "3.15.0b2"),
        ("\ufeffversion = 3.9.1\n", "3.9.1"),
        ("home = /usr/bin\n", ""),
        ("", ""),
        ("version\n= 3\nversion =\n", ""),
        ("version = <b>3.12</b>\n", ""),
        ("version = 3.12 and more than anybody asked for\n", "3.12"),
        ("version = 99999999999999999999.1\n", ""),
        ("\0\0\0\n", ""),
    ],
)
def test_the_version_in_a_configuration(tmp_path: Path, text: str, version: str) -> None:
    (tmp_path / "pyvenv.cfg").write_bytes(text.encode())
    assert environments.is_environment(tmp_path)
    assert environments.version_in(tmp_path) == version


def test_a_configuration_that_is_no_text_or_too_long(tmp_path: Path) -> None:
    (tmp_path / "pyvenv.cfg").write_bytes(b"\xff\xfe\xff" * 100_000 + b"\nversion = 3.12.1\n")
    assert environments.version_in(tmp_path) == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pyvenv.cfg")
    assert not environments.is_environment(tmp_path)


def test_condas_environment(tmp_path: Path) -> None:
    (tmp_path / "conda-meta").mkdir()
    for name in ("python-dateutil-2.9.0-py312_0.json", "history", "pythonx.json"):
        (tmp_path / "conda-meta" / name).touch()
    assert environments.version_in(tmp_path) == ""
    (tmp_path / "conda-meta" / "python-3.12.4-h194c7f8_1_cpython.json").touch()
    assert environments.is_environment(tmp_path)
    assert environments.version_in(tmp_path) == "3.12.4"
    assert environments.python_in(tmp_path, "win32") == tmp_path / "python.exe"
    assert environments.python_in(tmp_path, "linux") == tmp_path / "bin" / "python"
    assert environments.environment_of(tmp_path / "bin" / "python") == tmp_path
    assert environments.environment_of(tmp_path / "python.exe") == tmp_path


@pytest.mark.posix
def test_each_link_on_the_way_is_seen(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "python").touch()
    (tmp_path / "folder").symlink_to("real")
    (tmp_path / "one").symlink_to("folder/python")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    hops = list(environments.link_hops(tmp_path / "two"))
    assert {tmp_path / "two", tmp_path / "one", tmp_path / "real" / "python"} <= set(hops)
    (tmp_path / "circle").symlink_to("circle")
    assert set(environments.link_hops(tmp_path / "circle")) == {tmp_path / "circle"}
