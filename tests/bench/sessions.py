"""The first run of a session and two saves in a row, with packages imported ahead (--preload
stdlib: without).

    python tests/bench/sessions.py --python VENV/bin/python --imports flask,pandas [--rounds 5]
                                   [--preload LEVEL]

Everything is divided by a plain `python main.py` of the same script, from its start to its first
line, in turns. `first, as new`: the script is not known from another session. `first, known`: as
the window has it, parked some time before Run. `a save`: of the script's last line; `one more`:
another one 0.15 s after the first one's line.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from running import clean_env, end_by_sigterm
from tools import comma_separated

sys.path.insert(0, str(Path(__file__).parents[2] / "core"))

from reloader_core import Preload, Supervisor, Target
from reloader_core.kept_imports import KeptImports
from reloader_core.launch import launch_of
from reloader_core.parked import Stage

DEADLINE_S = 120.0
REST_S = 0.3
SOON_S = 0.15
SCRIPT = "import {module}\nprint({word!r}, flush=True)\nimport time\ntime.sleep(600)\n"


def until(condition: Callable[[], object], what: str) -> None:
    end = time.perf_counter() + DEADLINE_S
    while not condition():
        if time.perf_counter() > end:
            raise SystemExit(f"no {what}")
        time.sleep(0.003)


class Session:
    """A supervisor in a thread of its own; `came`: when the expected word was printed."""

    def __init__(self, target: Target, kept: KeptImports) -> None:
        self._word, self._text, self.came = b"", b"", 0.0
        self.supervisor = Supervisor(
            target, report=lambda _: None, output=self._hear, environ=clean_env(), kept=kept
        )
        self._thread = threading.Thread(target=self.supervisor.run)
        self._thread.start()

    def _hear(self, run: int, data: bytes) -> None:
        self._text += data
        if not self.came and self._word in self._text:
            self.came = time.perf_counter()

    def seconds_to(self, word: str, do: Callable[[], object]) -> float:
        self._text, self._word, self.came = b"", word.encode(), 0.0
        began = time.perf_counter()
        do()
        until(lambda: self.came, word)
        return self.came - began

    def wait_parked(self, count: int) -> None:
        """`count`: so many, where the first one's imports take long enough for that."""
        pool = self.supervisor._standbys
        used = pool._used

        def is_parked() -> bool:
            found = [each for each in pool._parked if each.stage is Stage.READY and each.preloaded]
            is_only = len(pool._parked) == 1 and not pool._wants_second()
            enough = len(found) >= count or found and is_only
            return bool(enough) and not any(each.has_more(used) for each in found)

        until(is_parked, "parked child")
        time.sleep(REST_S)

    def close(self) -> None:
        self.supervisor.quit()
        self._thread.join()


def plain_s(target: Target) -> float:
    began = time.perf_counter()
    command = target.command_line
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=clean_env()) as process:
        assert process.stdout is not None
        process.stdout.readline()
        took_s = time.perf_counter() - began
        process.kill()
    return took_s


def measure(module: str, python: Path, rounds: int, level: str) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as root:
        script = Path(root, "project", "main.py")
        script.parent.mkdir()

        def save(word: str) -> None:
            script.write_text(SCRIPT.format(module=module, word=word), encoding="utf-8")

        save("up")
        target = Target(python, script.parent, script, preload=Preload(level))
        kept = KeptImports(Path(root, "kept"))
        first = Session(target, kept)
        first.seconds_to("up", first.supervisor.start)
        until(lambda: kept.read(launch_of(target)), "list of imports that take 0.05 s or more")
        first.close()
        for _ in range(rounds):
            times.setdefault("cold start", []).append(plain_s(target))
            new = Session(target, KeptImports(None))
            took_s = new.seconds_to("up", new.supervisor.start)
            times.setdefault("first, as new", []).append(took_s)
            new.close()
            known = Session(target, kept)
            known.supervisor.prepare(target)
            known.wait_parked(1)
            took_s = known.seconds_to("up", known.supervisor.start)
            times.setdefault("first, known", []).append(took_s)
            known.wait_parked(2)
            for name, word in (("a save", "one"), ("one more", "two")):
                took_s = known.seconds_to(word, lambda: save(word))  # noqa: B023
                times.setdefault(name, []).append(took_s)
                time.sleep(SOON_S)
            known.seconds_to("up", lambda: save("up"))
            known.wait_parked(2)
            known.close()
    return times


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--python", type=Path, required=True)
    parser.add_argument("--imports", type=comma_separated, default="flask,pandas")
    parser.add_argument("--preload", choices=("stdlib", "tested", "all"), default="all")
    options = parser.parse_args()
    end_by_sigterm()
    for module in options.imports:
        times = measure(module, options.python, options.rounds, options.preload)
        floor = statistics.median(times.pop("cold start"))
        load = f"load {os.getloadavg()[0]:.0f}" if hasattr(os, "getloadavg") else ""
        print(f"{module}: cold start {floor * 1000:.0f} ms; the others divided by that; {load}")
        for name, seconds in times.items():
            print(f"  {name:15} {statistics.median(seconds) / floor:6.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
