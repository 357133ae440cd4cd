"""What the stress scripts share: this checkout's supervisor as a process of its own, and
everything that came from it, however it tries to hide. Figures are printed, or written
as JSON; the exit code says whether they are as promised. Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SOURCES = [str(ROOT / "core"), str(ROOT)]
sys.path[:0] = SOURCES
MARK = "RELOADER_STRESS_MARK"
TOOL = f"""
import sys
sys.path[:0] = {SOURCES!r}
import reloader_core.__main__
sys.exit(reloader_core.__main__.main())
"""
_numbers = itertools.count(1)


def clean_env(**more: str) -> dict[str, str]:
    """What this machine sets for Python hides faults."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**env, **more}


class Tool:
    """`reloader` on a script, in a folder of its own, with a mark that all it starts bears."""

    def __init__(self, folder: Path, source: str, *options: str) -> None:
        self.mark = f"{os.getpid()}-{next(_numbers)}"
        self.folder = folder / self.mark
        self.folder.mkdir()
        self.script = self.folder / "main.py"
        self.script.write_text(source)
        command = [sys.executable, "-c", TOOL, "--python", sys.executable, *options, "main.py"]
        with open(self.folder / "out", "wb") as out:
            self.process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=clean_env(**{MARK: self.mark}),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    @property
    def output(self) -> str:
        return (self.folder / "out").read_text(errors="replace")

    def left(self) -> dict[int, str]:
        return processes_of(self.mark, self.folder)

    def keeper_and_guardian(self) -> tuple[int, int] | None:
        """Their pids, if they are there yet."""
        keeper = [pid for pid in children(self.process.pid) if _is_guardian(pid)]
        guardian = [pid for pid in children(keeper[0]) if _is_guardian(pid)] if keeper else []
        return (keeper[0], guardian[0]) if guardian else None

    def wait_gone(self, deadline_s: float) -> tuple[float, dict[int, str]]:
        """Seconds until nothing was left, and what is left after the deadline."""
        began = time.monotonic()
        while left := self.left():
            if time.monotonic() - began > deadline_s:
                return time.monotonic() - began, left
            time.sleep(0.005)
        return time.monotonic() - began, {}

    def close(self) -> None:
        """End whatever the promise did not."""
        self.process.kill()
        self.process.wait()
        for pid in self.left():
            with contextlib.suppress(OSError):
                os.kill(pid, 9)


def processes_of(mark: str, folder: Path) -> dict[int, str]:
    """All that are no zombies, by the mark or by where they are: pid and command line."""
    found = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError, IndexError):
            place = f"/proc/{name}"
            there = os.readlink(f"{place}/cwd").startswith(str(folder))
            marked = f"{MARK}={mark}".encode() in Path(f"{place}/environ").read_bytes()
            if (there or marked) and is_alive(int(name)):
                words = Path(f"{place}/cmdline").read_bytes().replace(b"\0", b" ")
                found[int(name)] = words.decode(errors="replace")
    return found


def children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return [int(one) for task in tasks for one in (task / "children").read_text().split()]
    return []


def is_alive(pid: int) -> bool:
    """Does it run? A zombie does not."""
    with contextlib.suppress(OSError, IndexError):
        state = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[0]
        return state not in (b"Z", b"X")
    return False


def _is_guardian(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return b"/guardian/__main__.py" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def until(condition: Callable[[], Any], deadline_s: float = 20.0) -> Any:
    """The condition's first true value; raises TimeoutError."""
    end = time.monotonic() + deadline_s
    while not (value := condition()):
        if time.monotonic() > end:
            raise TimeoutError(f"not within {deadline_s} s")
        time.sleep(0.002)
    return value


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def slope(values: list[int]) -> float:
    """Least squares: growth from one value to the next."""
    middle = (len(values) - 1) / 2
    spread = sum((x - middle) ** 2 for x in range(len(values)))
    return sum((x - middle) * y for x, y in enumerate(values)) / spread


def options(about: str | None, **defaults: float) -> argparse.Namespace:
    """A script's options: numbers with these defaults, and --json."""
    parser = argparse.ArgumentParser(description=(about or "").split("\n")[0])
    for name, value in defaults.items():
        parser.add_argument(f"--{name}", type=type(value), default=value)
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object")
    return parser.parse_args()


def report(figures: dict[str, Any], failures: list[str], *, as_json: bool) -> int:
    """Print; returns the exit code."""
    if as_json:
        print(json.dumps({**figures, "failures": failures}))
    else:
        for name, value in figures.items():
            print(f"{name.replace('_', ' '):42} {value}")
        for failure in failures:
            print(f"FAILED: {failure}")
        print("as promised" if not failures else f"{len(failures)} failures")
    return 1 if failures else 0
