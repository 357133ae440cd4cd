"""packaging/smoke.py says what it wants where it is not given a program's folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SMOKE = Path(__file__).resolve().parents[2] / "packaging" / "smoke.py"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("reloader_1_amd64.deb", "install it (sudo apt install ./reloader_1_amd64.deb) and name"),
        ("reloader-1-linux-x86_64.tar.zst", "unpack it (tar -xf reloader-1-linux-x86_64.tar.zst)"),
        ("notes.txt", "name the unpacked or installed program's folder"),
        ("nothing", "There is no folder"),
        (".", "a built program's folder has runtime/ and app/ in it"),
    ],
)
def test_what_is_no_program(tmp_path: Path, name: str, says: str) -> None:
    if "." in name[1:]:
        (tmp_path / name).touch()
    command = [sys.executable, str(SMOKE), str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2 and says in done.stderr and not done.stdout


def test_nothing_named() -> None:
    done = subprocess.run([sys.executable, str(SMOKE)], capture_output=True, text=True)
    assert done.returncode == 2 and "Name the folder" in done.stderr and not done.stdout


@pytest.mark.linux
def test_a_program_of_another_system(tmp_path: Path) -> None:
    for name in ("runtime/bin/python3", "app/launch.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    def said(*args: str) -> str:
        command = [sys.executable, str(SMOKE), *args, str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 2 and not done.stdout
        return done.stderr

    assert "is not Windows'" in said("--wine")
    (tmp_path / "runtime" / "python.exe").touch()
    assert "tried by --wine" in said()
