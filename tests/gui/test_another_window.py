"""A further window is another process of ours, in a checkout as in the packaged program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reloader_gui.ui.another_window import (
    WINDOWS_COMMAND,
    WINDOWS_PROGRAM,
    command,
    terminal_command,
)


def test_the_command_starts_this_reloader_and_not_one_of_the_users(
    tmp_path: Path, clean_env: dict[str, str]
) -> None:
    (tmp_path / "reloader_gui.py").write_text("print('the wrong one')\n")
    done = subprocess.run(
        [*command(None), "--version"],
        cwd=tmp_path,
        env=clean_env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("reloader-gui ")


@pytest.mark.parametrize("launcher", [True, False])
def test_the_packaged_program_is_started_by_its_own_launcher(
    tmp_path: Path, launcher: bool
) -> None:
    if launcher:
        (tmp_path / WINDOWS_PROGRAM).touch()
        assert command(tmp_path) == [str(tmp_path / WINDOWS_PROGRAM)]
    else:
        launch = str(tmp_path / "app" / "launch.py")
        assert command(tmp_path) == [sys.executable, "-I", launch]


def test_so_is_the_command_for_a_terminal(tmp_path: Path, clean_env: dict[str, str]) -> None:
    (tmp_path / "reloader_core.py").write_text("print('the wrong one')\n")
    done = subprocess.run(
        [*terminal_command(None), "--version"],
        cwd=tmp_path,
        env=clean_env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("reloader ")
    terminal = str(tmp_path / "app" / "terminal.py")
    assert terminal_command(tmp_path) == [sys.executable, "-I", terminal]
    (tmp_path / WINDOWS_COMMAND).parent.mkdir()
    (tmp_path / WINDOWS_COMMAND).touch()
    assert terminal_command(tmp_path) == [str(tmp_path / WINDOWS_COMMAND)]
