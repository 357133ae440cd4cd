"""Whatever stands where the settings or the home should be: the window opens and works."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WaitUntil = Callable[..., None]
Prepare = Callable[[Path], object]
pytestmark = pytest.mark.posix


class Start:
    """A whole program, which runs a script at once."""

    def __init__(self, env: dict[str, str], folder: Path, wait_until: WaitUntil) -> None:
        self.env = env
        self.folder = folder
        self.settings = folder / "config" / "Reloader" / "settings.toml"
        self.wait_until = wait_until
        self.begun: list[subprocess.Popen[str]] = []

    def run(self, script: bytes = b"game.py") -> None:
        """Until its window has shown a run's end; then it is closed."""
        path = os.path.join(os.fsencode(self.folder), script)
        Path(os.fsdecode(path)).write_text("print(1)")
        log = self.folder / f"events {len(self.begun)}"
        command: list[str | bytes] = [sys.executable, "-m", "reloader_gui", "--events", str(log)]
        command += ["--run", path]
        process = subprocess.Popen(
            command, env=self.env, cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        self.begun.append(process)

        def has_run() -> bool:
            assert process.poll() is None, "it has ended"
            lines = log.read_text().splitlines() if log.exists() else []
            return any(json.loads(line).get("state") == "waiting" for line in lines)

        self.wait_until(has_run, 20)
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)
        assert (process.returncode, errors) == (0, "")


@pytest.fixture
def start(clean_env: dict[str, str], tmp_path: Path, wait_until: WaitUntil) -> Iterator[Start]:
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        clean_env[f"XDG_{name}_HOME"] = str(tmp_path / name.lower())
    start = Start({**clean_env, "HOME": str(tmp_path)}, tmp_path, wait_until)
    start.settings.parent.mkdir(parents=True)
    yield start
    for process in start.begun:
        if process.poll() is None:
            process.kill()
            print(process.communicate(timeout=10)[1])  # pytest shows it where a test failed


IN_THE_WAY: dict[str, Prepare] = {
    "pipe": lambda file: os.mkfifo(file),
    "NUL in names": lambda file: file.write_text(
        'editor = "\\u0000"\nrecent = ["\\u0000"]\n[window]\nlast_script = "\\u0000"\n'
        'geometry = "\\u0000"\n'
    ),
    "large number": lambda file: file.write_text("grace_s = 1e400\nfont_size = 1000000000000\n"),
    "nested": lambda file: file.write_text("x = " + "[" * 9000),
}


@pytest.mark.parametrize("prepare", IN_THE_WAY.values(), ids=list(IN_THE_WAY))
def test_the_window_opens_and_the_settings_are_kept(start: Start, prepare: Prepare) -> None:
    prepare(start.settings)
    start.run()
    assert "game.py" in start.settings.read_text(encoding="utf-8")


def test_a_script_whose_name_is_not_utf_8(start: Start) -> None:
    start.run(b"caf\xe9.py")
    assert "caf%E9.py" in start.settings.read_text(encoding="utf-8")
    start.run(b"other.py")


HOMES = {"relative": ".", "no folder": "/dev/null", "not writable": "/proc/none"}


@pytest.mark.linux
@pytest.mark.parametrize("home", HOMES.values(), ids=list(HOMES))
def test_without_a_home_it_works_and_leaves_nothing(start: Start, home: str) -> None:
    """`.` stands for an account that is in no list: both leave `~` without a meaning."""
    for name in list(start.env):
        if name.startswith("XDG_"):
            del start.env[name]
    before = set(ROOT.iterdir())
    (temporary := start.folder / "tmp").mkdir()
    start.env |= {"HOME": home, "TMPDIR": str(temporary)}
    if home == ".":  # the real home of whoever runs this test is found all the same
        names = ("CONFIG", "STATE", "CACHE", "DATA")
        start.env |= {f"XDG_{name}_HOME": str(start.folder / "xdg") for name in names}
    start.run()
    assert set(ROOT.iterdir()) == before and not list(temporary.iterdir())
