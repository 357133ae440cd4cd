"""run_with_reloader beside Werkzeug's: what the call costs the child and the parent, and a reload.

    python tests/bench/library.py [--rounds 15] [--cache FOLDER]

One interpreter runs the same program for each, in turns; a plain `python program.py` that calls
its main() is the measure. `child`: the import and the call in a process that is supervised
already, to the first line. `parent`: the whole start, from the first process to the first line.
`reload`: from a helper's save to the new run's first line. Ratios count, milliseconds drift. (Of
Werkzeug's two reloaders this is `stat`; what the other one fails, faults.py shows.)
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import platformdirs
from installed import install
from running import clean_env
from tools import ROOT, measured_python

PROGRAM = """\
{set_up}
def main():
    import helper
    print(helper.word, flush=True)
    if helper.stays:
        import time
        time.sleep(3600)
{call}
"""
SIDES = {
    "plain": ("", "main()", {}),
    "reloader": (
        "from reloader_core import run_with_reloader",
        "run_with_reloader(main)",
        {"RUN_FLAG": "true"},
    ),
    "werkzeug": (
        "from werkzeug._reloader import run_with_reloader",
        "run_with_reloader(main, reloader_type='stat')",
        {"WERKZEUG_RUN_MAIN": "true"},
    ),
}
BLIND_S = {"reloader": 0.3, "werkzeug": 1.0}
"""How long one may need until it notices a save, also its poll's period."""
DEADLINE_S = 10.0


class Side:
    """One of SIDES, in a folder of its own."""

    def __init__(self, name: str, folder: Path, python: str, path: str) -> None:
        set_up, call, flag = SIDES[name]
        self.name, self.flag = name, flag
        self.env = {**clean_env(), "PYTHONPATH": path}
        self.folder = folder
        self.command = [python, "-u", "program.py"]
        folder.mkdir()
        program = PROGRAM.format(set_up=set_up, call=call)
        (folder / "program.py").write_text(program, encoding="utf-8")

    def save(self, word: str, *, stays: bool) -> None:
        text = f"word = {word!r}; stays = {stays}\n"
        (self.folder / "helper.py").write_text(text, encoding="utf-8")

    def start(self, **env: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command,
            cwd=self.folder,
            env={**self.env, **env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def first_line_s(self, **env: str) -> float:
        """From the start to the first line; ended then."""
        began = time.perf_counter()
        with self.start(**env) as process:
            line_of(process)
            took_s = time.perf_counter() - began
            end(process)
        return took_s

    def reloads_s(self, rounds: int) -> list[float]:
        self.save("first", stays=True)
        times = []
        with self.start() as process:
            line_of(process)
            for number in range(rounds):
                time.sleep(BLIND_S[self.name] * (1 + random.random()))
                # Another size each time: Werkzeug runs the old text of two that are equal.
                word = "saved" * (number + 1)
                self.save(word, stays=True)
                saved = time.perf_counter()
                while line_of(process) != word:
                    pass
                times.append(time.perf_counter() - saved)
            end(process)
        return times


def line_of(process: subprocess.Popen[bytes]) -> str:
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], DEADLINE_S)
    line = process.stdout.readline() if ready else b""
    if not line:
        raise SystemExit("the program says nothing, or has ended")
    return line.decode().strip()


def end(process: subprocess.Popen[bytes]) -> None:
    """With its children: Werkzeug's outlive it."""
    process.terminate()
    try:
        process.wait(DEADLINE_S)
    except subprocess.TimeoutExpired:
        process.kill()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def import_path(cache: Path, python: str) -> str:
    """One folder list for all: what they import takes as long to be found."""
    found = install(cache, python, ["werkzeug stat"])
    if found.missing:
        raise SystemExit(", ".join(found.missing.values()))
    theirs = next((found.folder / "venv" / "lib").glob("python*/site-packages"))
    ours = Path(sys.prefix, "lib", theirs.parent.name, "site-packages")
    print(f"Werkzeug {found.versions['werkzeug']}", flush=True)
    return os.pathsep.join(map(str, (ROOT / "core", ours, theirs)))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--python", default=measured_python())
    cache = platformdirs.user_cache_path("reloader-bench", appauthor=False)
    parser.add_argument("--cache", type=Path, default=cache)
    options = parser.parse_args()
    path = import_path(options.cache, options.python)
    with tempfile.TemporaryDirectory() as folder:
        sides = [Side(name, Path(folder, name), options.python, path) for name in SIDES]
        times: dict[str, dict[str, list[float]]] = {side.name: {} for side in sides}
        for number in range(options.rounds + 1):  # the first one only warms up
            for side in sides:
                side.save("word", stays=False)
                child_s = side.first_line_s(**side.flag)
                side.save("word", stays=True)
                parent_s = side.first_line_s()
                if number:
                    times[side.name].setdefault("child", []).append(child_s)
                    times[side.name].setdefault("parent", []).append(parent_s)
        for side in sides[1:]:
            times[side.name]["reload"] = side.reloads_s(options.rounds)
    floor = statistics.median(times["plain"]["child"])
    print(f"plain python to its first line: {floor * 1000:.1f} ms; the others divided by that")
    for name, rows in times.items():
        cells = [f"{row} {statistics.median(found) / floor:6.2f}" for row, found in rows.items()]
        print(f"  {name:18} {'  '.join(cells)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
