"""The scripts that the Linux package systems run as root, run here upon a folder of the test's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
TERMINAL = f"""
import sys
sys.path[:0] = {[str(ROOT / "core"), *sys.path]!r}
from reloader_core.__main__ import main
sys.exit(main())
"""
SCRIPT = """
import pathlib, sys, time
pathlib.Path(sys.argv[1]).touch()
time.sleep(600)
"""

pytestmark = pytest.mark.linux
Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Like /usr/lib/reloader: its own Python (this one), and our terminal program."""
    folder = tmp_path / "with space" / "reloader"
    (folder / "runtime" / "bin").mkdir(parents=True)
    shutil.copy(Path(sys.executable).resolve(), folder / "runtime" / "bin" / "python3.11")
    (folder / "app").mkdir()
    (folder / "app" / "terminal.py").write_text(TERMINAL)
    (folder / "script.py").write_text(SCRIPT)
    return folder


@pytest.fixture
def start(installed: Path, clean_env: dict[str, str]) -> Iterator[Start]:
    """Starts its Python and waits until the script has touched the last argument."""
    started: list[subprocess.Popen[bytes]] = []
    env = clean_env | {"PYTHONHOME": sys.base_prefix}

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [str(installed / "runtime" / "bin" / "python3.11"), *arguments]
        started.append(subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def run_script(name: str, home: Path, *arguments: str) -> str:
    text = (ROOT / "packaging" / "linux" / name).read_text(encoding="utf-8")
    text = text.replace("@HOME@", str(home).lstrip("/").replace(" ", "\\ "))
    command = ["sh", "-c", text, "sh", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=50).stdout


def test_a_running_reloader_stops_its_script_and_other_programs_go_on(
    installed: Path, start: Start, wait_until: Callable[..., None]
) -> None:
    script = str(installed / "script.py")
    marks = [installed / "ours", installed / "theirs"]
    ours = start("-I", str(installed / "app" / "terminal.py"), script, str(marks[0]))
    theirs = start("-E", script, str(marks[1]))
    wait_until(lambda: all(mark.exists() for mark in marks))
    children = psutil.Process(ours.pid).children(recursive=True)
    assert children
    said = run_script("ask_to_close.sh", installed)
    assert f"process {ours.pid}" in said and str(theirs.pid) not in said
    assert ours.wait(10) is not None
    assert not any(child.is_running() for child in children)
    assert theirs.poll() is None


def test_nothing_runs(installed: Path) -> None:
    assert run_script("ask_to_close.sh", installed) == ""


@pytest.mark.parametrize(
    ("argument", "stays"), [("remove", False), ("purge", False), ("0", False), ("upgrade", True)]
)
def test_what_pip_left_goes_with_the_program(installed: Path, argument: str, stays: bool) -> None:
    run_script("clean_up.sh", installed, argument)
    assert installed.exists() is stays
    assert os.path.isdir(installed.parent)
