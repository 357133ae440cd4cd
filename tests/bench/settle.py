"""The settle time's trade-off: how late a save is told of, and how often it is told twice.

    python tests/bench/settle.py [SAVES]

For each settle time and each way in which editors save: the median from the last
write to the last report, and the reports for one save (1.00 is right; more means a
restart for nothing, or for half a file).
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from reloader_core.watch.signature import signature
from reloader_core.watch.watcher import Watcher

SETTLE_MS = (1, 2, 5, 10, 15, 30)
TEXT = "x = 1\n" * 300
QUIET_S = 0.4


def at_once(file: Path, text: str) -> None:
    file.write_text(text)


def truncated_then_written(file: Path, text: str) -> None:
    """Opened for writing, which empties it; the text comes 3 ms later."""
    with open(file, "w") as stream:
        stream.flush()
        time.sleep(0.003)
        stream.write(text)


def written_twice(file: Path, text: str) -> None:
    """A save, and 4 ms later the editor's own clean-up."""
    file.write_text(text)
    time.sleep(0.004)
    file.write_text(text + "\n")


def replaced(file: Path, text: str) -> None:
    other = file.with_suffix(".tmp")
    other.write_text(text)
    os.replace(other, file)


def formatted(file: Path, text: str) -> None:
    """A formatter that runs after the save and takes 60 ms: two saves, honestly."""
    file.write_text(text)
    time.sleep(0.06)
    file.write_text(text + "\n\n")


def copied_slowly(file: Path, text: str) -> None:
    """A copy tool that writes and flushes a piece every 5 ms."""
    with open(file, "w") as stream:
        for piece in range(0, len(text), 300):
            stream.write(text[piece : piece + 300])
            stream.flush()
            time.sleep(0.005)


WAYS = (at_once, truncated_then_written, written_twice, replaced, copied_slowly, formatted)


def measure(settle_ms: int, save: Callable[[Path, str], None], saves: int) -> tuple[float, float]:
    """(median ms from the save's end to the last report, reports for a save)."""
    reports: list[float] = []
    told = threading.Event()

    def on_changed(files: frozenset[Path]) -> None:
        reports.append(time.perf_counter())
        told.set()

    with tempfile.TemporaryDirectory(prefix="settle bench ") as folder:
        file = Path(folder) / "main.py"
        file.write_text(TEXT)
        watcher = Watcher(on_changed, settle_s=settle_ms / 1000)
        watcher.start()
        watcher.add(file, signature(file))
        time.sleep(0.5)
        late, count = [], 0
        for number in range(saves):
            reports.clear()
            told.clear()
            save(file, f"n = {number}\n{TEXT}")
            saved = time.perf_counter()
            told.wait(5)
            time.sleep(QUIET_S)
            count += len(reports)
            late.append((reports[-1] - saved) * 1000)
        watcher.close()
    return statistics.median(late), count / saves


def main() -> None:
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    print(f"{'':24}" + "".join(f"{f'{ms} ms':>15}" for ms in SETTLE_MS))
    for save in WAYS:
        cells = [measure(ms, save, saves) for ms in SETTLE_MS]
        row = "".join(f"{late:8.1f}ms {count:4.2f}" for late, count in cells)
        print(f"{save.__name__.replace('_', ' '):24}{row}", flush=True)


if __name__ == "__main__":
    main()
