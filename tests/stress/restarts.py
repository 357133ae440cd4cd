"""Thousands of restarts: does the supervisor, its guardian or its keeper grow?

    python tests/stress/restarts.py [--count 10000] [--json]

A supervisor in this process; each restart is a save that is seen to run. Its own memory
(USS), file descriptors and threads, and the guardian's, are read at ten points, after a
first tenth in which caches fill. Promised: no growth.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import psutil
from _stress import children, clean_env, options, percentile, report, slope, until

from reloader_core import Message, State, Status, Supervisor, Target

MAIN = """\
import helper, json, time
NUMBER = {number}
print("run %d\\n" % max(NUMBER, helper.NUMBER), end="")
time.sleep(600)
"""
HELPER = "NUMBER = {number}\n"
POINTS = 10
GROWTH_KB = 1500  # from the first point to the last: a table that doubles once, no more


class Watched:
    """A supervisor, and the latest that it said."""

    def __init__(self, folder: Path) -> None:
        self.script, self.helper = folder / "main.py", folder / "helper.py"
        self.save(0)
        self.save(1)
        self.seen = threading.Event()
        self.awaited = b"run 1\n"
        self.status: Status | None = None
        target = Target(interpreter=Path(sys.executable), cwd=folder, script=self.script)
        self.supervisor = Supervisor(
            target, report=self.report, output=self.output, environ=clean_env()
        )
        self.thread = threading.Thread(target=self.supervisor.run)
        self.thread.start()
        self.supervisor.start()

    def save(self, number: int) -> None:
        """Now the one file, now the other: one that changes soon after each start is taken for
        what the start itself brings about, and slowed down."""
        file, body = (self.script, MAIN) if number % 2 else (self.helper, HELPER)
        new = file.with_suffix(".tmp")
        new.write_text(body.format(number=number))
        os.replace(new, file)

    def report(self, message: Message) -> None:
        if isinstance(message, Status):
            self.status = message

    def output(self, run: int, data: bytes) -> None:
        if self.awaited in data:
            self.seen.set()

    def restart(self, number: int) -> float:
        """Save; seconds until the new text ran."""
        self.awaited = b"run %d\n" % number
        self.seen.clear()
        began = time.monotonic()
        self.save(number)
        if not self.seen.wait(20):
            raise TimeoutError(f"restart {number}: {self.status}")
        return time.monotonic() - began

    def close(self) -> None:
        self.supervisor.quit()
        self.thread.join(20)
        assert self.status is not None and self.status.state is State.CLOSED


def measure() -> dict[str, int]:
    """KB, files and threads of this process and of the guardian and keeper below it."""
    keeper = children(os.getpid())
    pids = {"supervisor": os.getpid(), "keeper": keeper[0], "guardian": children(keeper[0])[0]}
    found = {}
    for name, pid in pids.items():
        process = psutil.Process(pid)
        found[f"{name}_uss_kb"] = process.memory_full_info().uss // 1024
        found[f"{name}_fds"] = process.num_fds()
        found[f"{name}_threads"] = process.num_threads()
    return found


def is_at_rest() -> bool:
    """A script and a standby below the guardian: what each point is measured with."""
    return len(children(children(children(os.getpid())[0])[0])) == 2


def judge(points: list[dict[str, int]], restarts_a_point: int) -> tuple[dict[str, Any], list[str]]:
    figures: dict[str, Any] = {}
    failures = []
    for name in points[0]:
        values = [point[name] for point in points]
        if name.endswith("_kb"):
            growth = slope(values) / restarts_a_point * 1000
            figures[f"{name}_first_last"] = [values[0], values[-1]]
            figures[f"{name}_growth_per_1000_restarts"] = round(growth, 1)
            if slope(values) * (len(values) - 1) > GROWTH_KB:
                failures.append(f"{name}: {values}")
        else:
            figures[f"{name}_first_last"] = [values[0], values[-1]]
            half = len(values) // 2  # one more may be open at the moment of a look
            if min(values[half:]) > min(values[:half]):
                failures.append(f"{name}: {values}")
    return figures, failures


def main() -> int:
    chosen = options(__doc__, count=10_000)
    step = max(1, chosen.count // (POINTS + 1))
    points, times = [], []
    with tempfile.TemporaryDirectory(prefix="stress restarts ") as folder:
        watched = Watched(Path(folder))
        try:
            if not watched.seen.wait(20):
                raise TimeoutError("the first run")
            for number in range(2, 2 + step * (POINTS + 1)):
                times.append(watched.restart(number))
                if (number - 1) % step == 0:
                    until(is_at_rest)
                    points.append(measure())
            runs = watched.status.run if watched.status else 0
        finally:
            watched.close()
    figures, failures = judge(points[1:], step)
    head = {
        "restarts": len(times),
        "runs": runs,
        "ms_from_save_to_first_line_median": round(percentile(times, 0.5) * 1000, 1),
        "ms_from_save_to_first_line_p99": round(percentile(times, 0.99) * 1000, 1),
    }
    left = children(os.getpid())
    if left:
        failures.append(f"left at the end: {left}")
    return report({**head, **figures}, failures, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
