"""The short forms of tests/stress: the same scripts, fewer rounds, the same promises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

STRESS = Path(__file__).parents[1] / "stress"
SHORT = {
    "kills.py": ["--count", "8", "--all", "2", "--jobs", "2", "--seed", "1"],
    "restarts.py": ["--count", "25"],
    "ports.py": ["--count", "2"],
    "tree.py": ["--processes", "20", "--bursts", "1"],
    "window.py": ["--minutes", "0.08", "--most", "200", "--seed", "1"],
}


@pytest.mark.linux
@pytest.mark.parametrize("script", SHORT)
def test_short_form(script: str, clean_env: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, str(STRESS / script), *SHORT[script], "--json"],
        env=clean_env,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode in (0, 1) and done.stdout, done.stderr
    assert json.loads(done.stdout)["failures"] == [], done.stderr
