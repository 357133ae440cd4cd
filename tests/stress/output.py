"""Gigabytes through the pipe into the spool, across restarts: is every byte there?

    python tests/stress/output.py [--gigabytes 10] [--whole 2] [--rows 2000]

A real script under a real supervisor writes pieces of random sizes and hashes them
itself. First with the default limits, over many runs: what went in has the script's
hash, and what is still held equals the same range. Then one run with raised limits,
compared whole and row by row with a slow reference. Exit code 1: something differs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from reloader_core import Drained, Message, RunOutput, Spool, State, Status, Supervisor, Target

BLOCK_BYTES = 1 << 20
GROWTH_BYTES = 40_000_000
WRITER = """
import hashlib, os, random, sys
size, folder = int(sys.argv[1]), sys.argv[2]
number = len(os.listdir(folder)) + 1
chance = random.Random(number)
pool = bytearray(chance.randbytes(1 << 20))
while len(pool) < 4 << 20:
    pool += chance.choice([
        b"plain words, and then some\\n" * 200,
        b"\\x1b[32mPASSED\\x1b[0m [ 12%]\\n" * 200,
        b"\\x1b[38;5;200mno reset \\x1b[39m" * 100,
        "\\u00e4\\u4f60\\u597d\\U0001f600 \\r".encode() * 100,
    ])
pool = bytes(pool)
done, own = 0, hashlib.sha256()
while done < size:
    count = chance.choice([1, 100, 5_000, 65_536, 300_000, 1 << 20])
    start = chance.randrange(len(pool) - count + 1)
    piece = pool[start : start + min(count, size - done)]
    own.update(piece)
    while piece:
        written = os.write(1, piece)
        done += written
        piece = piece[written:]
with open(os.path.join(folder, str(number)), "w") as file:
    file.write(own.hexdigest())
"""


class Ingested:
    """The spool, and beside it what is known of the bytes that went in: their hashes."""

    def __init__(self, spool: Spool, copy: Path | None = None) -> None:
        self.spool = spool
        self.whole: dict[int, str] = {}
        self.blocks: dict[int, list[bytes]] = {}
        self._copy = open(copy, "wb") if copy else None
        self._hash = hashlib.sha256()
        self._block = hashlib.sha256()
        self._room = BLOCK_BYTES

    def begin(self, run: int) -> None:
        self.spool.begin(run)
        self.blocks[run] = []
        self._hash, self._block, self._room = hashlib.sha256(), hashlib.sha256(), BLOCK_BYTES

    def put(self, run: int, data: bytes) -> None:
        self.spool.write(run, data)
        self._hash.update(data)
        if self._copy:
            self._copy.write(data)
        view = memoryview(data)
        while len(view) >= self._room:
            self._block.update(view[: self._room])
            self.blocks[run].append(self._block.digest())
            view = view[self._room :]
            self._block, self._room = hashlib.sha256(), BLOCK_BYTES
        self._block.update(view)
        self._room -= len(view)

    def end(self, run: int) -> None:
        self.spool.end(run)
        self.whole[run] = self._hash.hexdigest()
        if self._copy:
            self._copy.flush()


def flow(ingested: Ingested, size: int, runs: int, folder: Path) -> dict[int, str]:
    """Let the script write; returns its own hashes, by run."""
    script, hashes = folder / "writer.py", folder / "hashes"
    script.write_text(WRITER, encoding="utf-8")
    hashes.mkdir()
    done = threading.Event()
    begun: list[int] = []
    facts: set[object] = set()

    def report(message: Message) -> None:
        """From the supervisor's thread and from the one that reads: in either order."""
        match message:
            case Status(state=State.WAITING, run=run):
                facts.add(("ended", run))
                if run < runs:
                    supervisor.start()
            case Drained(run):
                ingested.end(run)
                facts.add(("drained", run))
        if {("ended", runs), ("drained", runs)} <= facts:
            done.set()

    def output(run: int, data: bytes) -> None:
        if run not in begun:  # all of the run before has come
            begun.append(run)
            ingested.begin(run)
        ingested.put(run, data)

    for name in [name for name in os.environ if name.startswith("PYTHON")]:
        del os.environ[name]
    target = Target(
        interpreter=Path(sys.executable),
        cwd=folder,
        script=script,
        args=(str(size), str(hashes)),
    )
    supervisor = Supervisor(target, report=report, output=output)
    thread = threading.Thread(target=supervisor.run)
    thread.start()
    supervisor.start()
    if not done.wait(3_600):
        raise SystemExit("the script has not ended within an hour")
    supervisor.quit()
    thread.join()
    return {int(file.name): file.read_text() for file in hashes.iterdir()}


def held(run: RunOutput, start: int | None = None) -> Iterator[bytes]:
    """What is held, in blocks that end at whole multiples of their size."""
    at, end = start if start is not None else run.extent.first, run.extent.end
    while at < end:
        stop = min(end, (at // BLOCK_BYTES + 1) * BLOCK_BYTES)
        yield run.read(at, stop - at)
        at = stop


def default_limits(gigabytes: float, folder: Path) -> bool:
    runs = max(2, round(gigabytes / 1.25))
    spool = Spool(folder / "cache")
    ingested = Ingested(spool)
    own = psutil.Process()
    before, most, begun = own.memory_info().rss, 0, time.monotonic()
    stop = threading.Event()

    def watch() -> None:
        nonlocal most
        while not stop.wait(0.1):
            most = max(most, own.memory_info().rss)

    watcher = threading.Thread(target=watch)
    watcher.start()
    said = flow(ingested, int(gigabytes * 1e9 / runs), runs, folder)
    stop.set()
    watcher.join()
    took_s = time.monotonic() - begun
    same = ingested.whole == said
    compared = 0
    for run in spool.runs:
        first = -(-run.extent.first // BLOCK_BYTES) * BLOCK_BYTES
        for number, data in enumerate(held(run, first), first // BLOCK_BYTES):
            if len(data) == BLOCK_BYTES:
                same &= hashlib.sha256(data).digest() == ingested.blocks[run.number][number]
                compared += len(data)
    growth = most - before
    print(
        f"{gigabytes} GB in {len(said)} runs, {took_s:.0f} s: went in as written:"
        f" {ingested.whole == said}; {compared / 1e9:.2f} GB still held and equal: {same};"
        f" memory grew by {growth / 1e6:.1f} MB"
    )
    spool.close()
    return same and growth < GROWTH_BYTES


def compared_whole(gigabytes: float, rows: int, folder: Path) -> bool:
    size = int(gigabytes * 1e9)
    spool = Spool(folder / "cache", run_limit_bytes=2 * size, total_limit_bytes=2 * size)
    copy = folder / "copy"
    said = flow(ingested := Ingested(spool, copy), size, 1, folder)
    run = spool.runs[0]
    whole = hashlib.sha256()
    for data in held(run):
        whole.update(data)
    same = {1: whole.hexdigest()} == said == ingested.whole
    wrong = sum(
        run.line_start(line) != start or run.line_at(start) != line
        for line, start in slow_rows(copy, rows, run.extent.last_line)
    )
    print(f"{gigabytes} GB in one run: all equal: {same}; {rows} random rows: {wrong} wrong")
    spool.close()
    return same and not wrong


def slow_rows(copy: Path, count: int, last_line: int) -> Iterator[tuple[int, int]]:
    """(line, offset of its first byte), by reading everything and looking at each newline."""
    wanted = iter(sorted(random.Random(1).sample(range(1, last_line + 1), count)))
    line, offset, want = 0, 0, next(wanted)
    with open(copy, "rb") as file:
        for data in iter(lambda: file.read(BLOCK_BYTES), b""):
            at = data.find(b"\n")
            while at >= 0:
                line += 1
                if line == want:
                    yield line, offset + at + 1
                    want = next(wanted, -1)
                at = data.find(b"\n", at + 1)
            offset += len(data)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gigabytes", type=float, default=10)
    parser.add_argument("--whole", type=float, default=2)
    parser.add_argument("--rows", type=int, default=2_000)
    options = parser.parse_args()
    parts: list[Callable[[Path], bool]] = []
    if options.gigabytes:
        parts.append(lambda folder: default_limits(options.gigabytes, folder))
    if options.whole:
        parts.append(lambda folder: compared_whole(options.whole, options.rows, folder))
    results = []
    for part in parts:
        with tempfile.TemporaryDirectory() as folder:
            results.append(part(Path(folder)))
    print("as it must be" if all(results) else "NOT as it must be")
    return 0 if all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
