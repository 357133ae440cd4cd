"""Where the time goes between a save and the new run's first line; what a burst of saves
comes to; what the parked interpreter costs.

    python tests/bench/breakdown.py [--rounds N] [--python PATH]

Runs a supervisor in this process and reads the steps from its log. Shares of the
whole are what counts; milliseconds drift with the machine.
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from reloader_core import Message, State, Status, Supervisor, Target

STEPS = ("saved", "decided", "exited", "tree gone", "armed", "first line")
MEANING = {
    "saved": "kernel's event, settle time",
    "decided": "the standby has compiled what was saved",
    "exited": "asked, and the old run has ended",
    "tree gone": "nothing of it is left",
    "armed": "the standby got go",
    "first line": "the script was read, and has printed",
}
SCRIPT = "import argparse, asyncio, decimal, email.message, http.client, json, logging, sqlite3\n"
BODY = """\
import helper, time
print({mark!r}, helper.MARK, flush=True)
while True: time.sleep(0.02)
"""
HELPER = "MARK = {mark!r}\n"


class Steps(logging.Handler):
    """When each step was reached since the last save."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.at: dict[str, float] = {}

    def emit(self, record: logging.LogRecord) -> None:
        step = record.getMessage().partition(":")[0]
        self.at.setdefault(step, time.perf_counter())


class Bench:
    """A supervisor in a thread, and the script that it runs."""

    def __init__(self, folder: Path, python: str, steps: Steps) -> None:
        self.script = folder / "main.py"
        self.steps = steps
        self.seen = b""
        self.restarts = 0
        self.arrived = threading.Condition()
        self.save("main.py", "m0")
        self.save("helper.py", "h0")
        target = Target(interpreter=Path(python), cwd=folder, script=self.script)
        env = {name: value for name, value in os.environ.items() if name[:6] != "PYTHON"}
        self.supervisor = Supervisor(
            target, report=self._on_message, output=self._on_output, environ=env
        )
        self.thread = threading.Thread(target=self.supervisor.run)
        self.thread.start()
        self.supervisor.start()

    def save(self, name: str, mark: str) -> None:
        text = SCRIPT + BODY if name == "main.py" else HELPER
        with open(self.script.with_name(name), "w", encoding="utf-8") as file:
            file.write(text.format(mark=mark))

    def wait_for(self, condition: Callable[[], bool], deadline_s: float = 10) -> None:
        with self.arrived:
            if not self.arrived.wait_for(condition, deadline_s):
                raise SystemExit(f"not within {deadline_s} s; the script said {self.seen!r}")

    def close(self) -> None:
        self.supervisor.quit()
        self.thread.join()

    def _on_message(self, message: Message) -> None:
        if isinstance(message, Status) and message.state is State.RUNNING:
            self.restarts = message.run - 1

    def _on_output(self, run: int, data: bytes) -> None:
        with self.arrived:
            self.seen += data
            self.steps.at.setdefault("first line", time.perf_counter())
            self.arrived.notify_all()


def breakdown(bench: Bench, rounds: int) -> None:
    parts: dict[str, list[float]] = {step: [] for step in STEPS}
    for number in range(1, rounds + 1):
        time.sleep(0.5)
        bench.steps.at.clear()
        mark = f"m{number:04}"
        bench.save(("main.py", "helper.py")[number % 2], mark)
        before = time.perf_counter()
        bench.wait_for(lambda mark=mark: mark.encode() in bench.seen)  # type: ignore[misc]
        for step in STEPS:
            now = bench.steps.at.get(step, before)
            parts[step].append(max(0.0, now - before))
            before = max(before, now)
    whole = statistics.median([sum(times) for times in zip(*parts.values(), strict=True)])
    print(f"from the save to the first line: {whole * 1000:.1f} ms (median of {rounds})")
    for step, times in parts.items():
        share = statistics.median(times) / whole
        print(f"  {statistics.median(times) * 1000:6.2f} ms {share:5.0%}  {step}: {MEANING[step]}")


def burst(bench: Bench) -> None:
    before, began = bench.restarts, time.perf_counter()
    for number in range(200):
        bench.save("main.py", f"b{number:04}")
        time.sleep(max(0.0, began + (number + 1) * 0.005 - time.perf_counter()))
    bench.wait_for(lambda: b"b0199" in bench.seen)
    print(f"200 saves in {time.perf_counter() - began:.1f} s: {bench.restarts - before} restarts")


def memory() -> None:
    sizes: dict[str, list[float]] = {}
    for process in psutil.Process().children(recursive=True):
        is_guardian = "/guardian/__main__.py" in " ".join(process.cmdline())
        what = "guardian" if is_guardian else "interpreter"
        sizes.setdefault(what, []).append(process.memory_full_info().uss)
    for what, found in sizes.items():
        each = ", ".join(f"{size / 2**20:.1f}" for size in sorted(found))
        print(f"own memory, {what}: {each} MiB")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--python", default=getattr(sys, "_base_executable", sys.executable))
    options = parser.parse_args()
    steps = Steps()
    log = logging.getLogger("reloader_core")
    log.setLevel(logging.DEBUG)
    log.propagate = False
    log.addHandler(steps)
    with tempfile.TemporaryDirectory(prefix="reload bench ") as folder:
        bench = Bench(Path(folder), options.python, steps)
        try:
            bench.wait_for(lambda: b"m0" in bench.seen)
            breakdown(bench, options.rounds)
            memory()
            burst(bench)
        finally:
            bench.close()


if __name__ == "__main__":
    main()
