"""The benchmarks themselves: one short round of ours, so that they do not rot."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "bench"

pytestmark = pytest.mark.linux


def run(program: str, *args: object, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BENCH / program), *map(str, args)],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_restarts_are_timed_and_the_idle_cost_is_told(
    tmp_path: Path, clean_env: dict[str, str]
) -> None:
    result = tmp_path / "result.json"
    words = ("--tools", "reloader,reloader-gui", "--scripts", "bare", "--rounds", 1)
    place = ("--screen", "offscreen", "--cache", tmp_path / "cache", "--json", result)
    idle = ("--idle", 0.5, "--settle", 0.5, "--idle-scripts", "1 module")
    done = run("reload.py", *words, *idle, *place, env=clean_env)
    assert done.returncode in (0, 1, 2), done.stdout + done.stderr  # as quick as it may be here
    found = json.loads(result.read_text())
    for tool in ("reloader", "reloader-gui"):
        block = found["runs"][0]["bare"][tool]
        assert len(block["cold"]) == 4
        assert set(block["cases"]) == {"in place", "replace", "helper", "outside"}
        assert all(0 < times[0] < 5 for times in block["cases"].values()), done.stdout
        costs = found["idle"]["1 module"][tool]
        assert set(costs["uss"]) >= {"tool", "guardian", "script"}, costs
        assert costs["uss"]["script"] > 1
    assert found["verdict"].startswith("verdict: ")


def test_a_check_of_the_fault_table_runs(tmp_path: Path, clean_env: dict[str, str]) -> None:
    result = tmp_path / "result.json"
    words = ("--tools", "reloader", "--only", "older mtime", "--cache", tmp_path / "cache")
    done = run("faults.py", *words, "--json", result, env=clean_env)
    assert done.returncode == 0, done.stdout + done.stderr
    outcome = json.loads(result.read_text())["checks"]["older mtime restored"]["reloader"]
    assert outcome["passed"] is True


def test_how_a_program_ends_is_told(clean_env: dict[str, str]) -> None:
    done = run("endings.py", "--only", "keeps its score", "--rounds", 1, env=clean_env)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" ms all") == 3
    assert done.stdout.endswith("incomplete: 0, over 1900 ms: 0\n")


def test_one_that_fails_is_told_by_the_exit_code(tmp_path: Path, clean_env: dict[str, str]) -> None:
    """The ruler itself: a reloader that never notices must not pass."""
    program = (
        f"import sys; sys.path.insert(0, {str(BENCH)!r});"
        "import checks, tools; from dataclasses import replace;"
        "ours = tools.our_tools(tools.measured_python())[0];"
        "deaf = lambda project: [*ours.command(project)[:-1], '--no-reload', str(project.script)];"
        "check = next(each for each in checks.CHECKS if each.name == 'older mtime restored');"
        "print(checks.try_out(check, replace(ours, command=deaf), {}, restart_s=1).passed)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=clean_env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "False", done.stdout + done.stderr


def test_what_children_print_and_cost_is_told(clean_env: dict[str, str]) -> None:
    done = run("children.py", "--lines", 50, "--rounds", 1, "--children", 1, env=clean_env)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" mangled") == 10 and done.stdout.count("with a reporter") == 2
