"""The Pythons that tests find."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bare import bare
from pythons import own_base, system_python, without_shims


@pytest.mark.posix
def test_a_script_in_pythons_place_gives_way_to_the_python_of_the_tests(tmp_path: Path) -> None:
    shims, real, empty = (tmp_path / name for name in ("shims", "real", "empty"))
    for folder in (shims, real, empty):
        folder.mkdir()
    (shims / "python3").write_text("#!/bin/sh\n")
    (real / "python3").symlink_to(own_base())
    folders = [str(folder) for folder in (empty, shims, real, shims)]
    expected = [str(empty), str(bare(own_base()).parent), str(real)]
    assert without_shims(os.pathsep.join(folders)).split(os.pathsep) == expected
    assert without_shims(str(real)) == str(real)


@pytest.mark.linux
def test_what_is_installed_in_a_python_does_not_run_in_the_tests(tmp_path: Path) -> None:
    program = system_python(tmp_path / "usr")
    python = program.replace(program.with_name(f"python3.{sys.version_info[1]}"))
    assert bare(python, tmp_path / "bare") == python, "nothing is installed"
    (packages,) = python.parents[1].glob("lib/python3*/site-packages")
    (packages / "always.pth").write_text("import json\n")
    (packages / "added.py").write_text("")
    made = bare(python, tmp_path / "bare")
    imported = "import sys; assert 'json' not in sys.modules; assert sys.prefix == sys.base_prefix"
    subprocess.run([made, "-c", imported], check=True)
    assert subprocess.run([made, "-c", "import added"], capture_output=True).returncode == 1
    assert subprocess.run([python, "-c", imported], capture_output=True).returncode == 1
    inode = made.stat().st_ino
    assert bare(python, tmp_path / "bare").stat().st_ino == inode
    assert [made.parents[1]] == list((tmp_path / "bare").iterdir())
