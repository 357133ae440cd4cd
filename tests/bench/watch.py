"""How soon a save is noticed, and what watching costs while nothing happens.

    python tests/bench/watch.py [SAVES]

Prints one line for 1 and for 2,000 files, with OS events and by polling alone: from
the writer's close() (or replace) to the call of on_changed in ms, median and p95,
and the CPU time of the whole process, in percent of one core: while idle, and while
another program adds a line to a log in the first file's folder 1,000 times a second.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))

from reloader_core.watch.signature import signature
from reloader_core.watch.watcher import Watcher

IDLE_S = 20.0
FOLDERS = 40
LOGGER = """
import sys, time
with open(sys.argv[1], "a") as log:
    while True:
        print("a line", file=log, flush=True)
        time.sleep(0.001)
"""


def main() -> None:
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print("files  how     in place (ms)   replaced (ms)   idle CPU (%)   log CPU (%)   accept (ms)")
    for count in (1, 2000):
        for events in (True, False):
            print(line(count, events, saves), flush=True)


def line(count: int, events: bool, saves: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        files = make(Path(folder), count)
        told: list[float] = []
        came = threading.Event()

        def on_changed(changed: frozenset[Path]) -> None:
            told.append(time.perf_counter())
            came.set()

        watcher = Watcher(on_changed, events=events, on_notice=print)
        watcher.start()
        for file in files:
            watcher.add(file, signature(file))
        time.sleep(3)
        times = []
        for save in (in_place, replaced):
            late = [latency(save, files[n % count], told, came) for n in range(saves)]
            late.sort()
            times.append(f"{late[saves // 2]:6.1f}/{late[int(saves * 0.95)]:6.1f}  ")
        idle = idle_percent()
        with logging(files[0].parent):
            beside_log = idle_percent()
        began = time.perf_counter()
        watcher.accept()
        accept_ms = (time.perf_counter() - began) * 1e3
        watcher.close()
    how = "events" if events else "poll  "
    rest = f"{idle:8.2f}       {beside_log:8.2f}      {accept_ms:8.2f}"
    return f"{count:5}  {how} {times[0]} {times[1]} {rest}"


def make(folder: Path, count: int) -> list[Path]:
    files = []
    for number in range(count):
        file = folder / f"package{number % FOLDERS}" / f"module{number}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text("x = 1\n" * 200)
        files.append(file)
    return files


def latency(
    save: Callable[[Path], None], file: Path, told: list[float], came: threading.Event
) -> float:
    time.sleep(0.02)
    came.clear()
    save(file)
    saved = time.perf_counter()
    assert came.wait(60), f"{file} was not noticed"
    return (told[-1] - saved) * 1e3


def in_place(file: Path) -> None:
    file.write_text(f"x = {time.time()}\n" * 200)


def replaced(file: Path) -> None:
    other = file.with_suffix(".tmp")
    in_place(other)
    os.replace(other, file)


@contextlib.contextmanager
def logging(folder: Path) -> Iterator[None]:
    """A script's log beside its files: kept open, each line flushed."""
    command = [sys.executable, "-c", LOGGER, str(folder / "script.log")]
    with subprocess.Popen(command) as logger:
        yield
        logger.kill()


def idle_percent() -> float:
    time.sleep(3)
    before = time.process_time()
    time.sleep(IDLE_S)
    return (time.process_time() - before) / IDLE_S * 100


if __name__ == "__main__":
    main()
