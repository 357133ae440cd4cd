"""The benchmark and the stress test of the output still work: a hundredth of their size.

What the benchmark measures then means nothing, and is not looked at.
"""

from __future__ import annotations

import json
import math
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKS = {"printed": 2, "file": 1, "stop": 2, "memory": 2, "search": 6}
"""Each way of measuring once: what is shown, beside another, a wait, a size, a search."""
COMPARED_WITH = {"file": "xterm"}
"""What a row cannot do without."""


@pytest.mark.linux
@pytest.mark.timeout(420)  # five rows beside their comparators, on a busy machine
@pytest.mark.skipif(not shutil.which("Xvfb"), reason="no Xvfb: apt-get install xvfb")
def test_every_row_gives_its_figures(clean_env: dict[str, str], tmp_path: Path) -> None:
    rows = [row for row in CHECKS if shutil.which(COMPARED_WITH.get(row, "sh"))]
    report = tmp_path / "report.json"
    command = [sys.executable, "tests/bench/output.py", "--short", "--rounds", "1"]
    command += ["--rows", ",".join(rows), "--json", str(report)]
    done = subprocess.run(command, cwd=ROOT, env=clean_env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(report.read_text(encoding="utf-8"))
    assert {row: len(checks) for row, checks in found.items()} == {row: CHECKS[row] for row in rows}
    for checks in found.values():
        for check in checks:
            assert math.isfinite(check["value"]), check
    assert "Traceback" not in done.stderr


@pytest.mark.posix
def test_the_bytes_that_went_in_are_compared(clean_env: dict[str, str]) -> None:
    command = [sys.executable, "tests/stress/output.py"]
    command += ["--gigabytes", "0.02", "--whole", "0.01", "--rows", "20"]
    done = subprocess.run(command, cwd=ROOT, env=clean_env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "20 random rows: 0 wrong" in done.stdout
