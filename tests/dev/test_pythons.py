"""The Pythons that tests find."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pythons import own_base, without_shims


@pytest.mark.posix
def test_a_script_in_pythons_place_gives_way_to_the_python_of_the_tests(tmp_path: Path) -> None:
    shims, real, empty = (tmp_path / name for name in ("shims", "real", "empty"))
    for folder in (shims, real, empty):
        folder.mkdir()
    (shims / "python3").write_text("#!/bin/sh\n")
    (real / "python3").symlink_to(own_base())
    folders = [str(folder) for folder in (empty, shims, real, shims)]
    expected = [str(empty), str(own_base().parent), str(real)]
    assert without_shims(os.pathsep.join(folders)).split(os.pathsep) == expected
    assert without_shims(str(real)) == str(real)
