"""The built package in figures: size, first paint, and how long a script takes to start.

    python tests/bench/package.py FOLDER [--download FILE]

FOLDER is an unpacked or installed program. Everything is a ratio within one run, rounds in turn:
the packaged window beside this checkout's, a script on the shipped runtime beside a plain Python.
The first paint is when the process has painted its window once (offscreen), spawn to exit.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PAINT = """
import sys
sys.path[:0] = {places!r}
from PySide6.QtCore import QTimer
from reloader_gui.start.file_open import Application
from reloader_gui import app as application
qt = Application(sys.argv[:1])
# The first timer after the first paint: show() only asks for one.
QTimer.singleShot(0, lambda: QTimer.singleShot(0, qt.quit))
sys.exit(application.run(qt, application.Options()))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="The built package in figures.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--download", type=Path, help="the packed file, for its size")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    folder = options.folder.resolve()
    runtime = folder / "runtime" / "bin" / "python3"
    if options.download:
        print(f"download: {options.download.stat().st_size / 1e6:.1f} MB")
    files = [each for each in folder.rglob("*") if each.is_file() and not each.is_symlink()]
    print(f"installed: {sum(each.stat().st_size for each in files) / 1e6:.1f} MB")
    packaged = _PAINT.format(places=[str(folder / "app"), str(folder / "app" / "lib")])
    checkout = _PAINT.format(places=[str(ROOT / "core"), str(ROOT)])
    paint = {
        "packaged": [str(runtime), "-I", "-c", packaged],
        "checkout": [sys.executable, "-P", "-c", checkout],
    }
    report("first paint, packaged / checkout", paint, options.rounds)
    script = "import argparse, json, pathlib, random, subprocess, urllib.request"
    with tempfile.TemporaryDirectory() as clean:
        venv.create(clean)  # of this Python, without what is installed in it
        plain = os.path.join(clean, "bin", "python")
        starts = {"packaged": [str(runtime), "-c", script], "plain": [plain, "-c", script]}
        report("a script's start, shipped runtime / plain Python", starts, options.rounds)
        nothing = {name: [*command[:-1], "pass"] for name, command in starts.items()}
        report("an empty script's start, shipped runtime / plain Python", nothing, options.rounds)


def report(words: str, commands: dict[str, list[str]], rounds: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as home:
        for number in range(rounds + 1):
            for name, command in commands.items():
                taken = timed(command, home)
                if number:  # the first one only warms the disk's cache
                    times[name].append(taken)
    first, second = (statistics.median(each) for each in times.values())
    print(f"{words}: {first / second:.2f} ({first * 1000:.0f} / {second * 1000:.0f} ms)")


def timed(command: Sequence[str], home: str) -> float:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env |= {"HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.monotonic()
    # No timeout: with one, wait() looks at 16, 32, 64, 114... ms instead of when the process ends.
    subprocess.run(command, env=env, cwd=home, check=True, stdin=subprocess.DEVNULL)
    return time.monotonic() - begun


if __name__ == "__main__":
    main()
