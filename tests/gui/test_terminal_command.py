"""`reloader` in a terminal is a process of ours, in a checkout as in the packaged program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reloader_gui.ui.terminal_command import WINDOWS_COMMAND, terminal_command


def test_it_starts_this_reloader_and_not_one_of_the_users(
    tmp_path: Path, clean_env: dict[str, str]
) -> None:
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
