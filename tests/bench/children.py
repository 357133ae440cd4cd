"""What several processes of one script print at once, and what a child costs (POSIX).

    python tests/bench/children.py [--lines 20000] [--rounds 3] [--children 200] [--python PYTHON]

Lines: three processes print so many lines each, `print(name, number, word)`. Mangled is a line
that none of them has printed. Beside each other in one run, in turns: plain Python on a terminal
and on a pipe, `reloader` on both, and the engine's own pipe, as the window has it; as ratios to
plain Python on a pipe, whose order is no order at all.
Cost: a child that does nothing, and one that imports 50 modules of the user's, started plainly
and with a reporter, in turns.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import pty
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from running import clean_env
from tools import ROOT, measured_python, ours

SCRIPT = """
import multiprocessing, sys

def talk(name, lines):
    for number in range(lines):
        print(name, number, "said")

if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    processes = [context.Process(target=talk, args=(name, int(sys.argv[2]))) for name in "abc"]
    for process in processes: process.start()
    for process in processes: process.join()
    print("end", flush=True)
"""
WAYS = ("fork", "spawn")
WHOLE = re.compile(rb"[abc] \d+ said")
MODULES = 50
REPORTER = ROOT / "core" / "reloader_core" / "agent" / "reporter"
Sink = Callable[[list[str], Path], tuple[bytes, float]]


def timed(read: Callable[[], bytes]) -> tuple[bytes, float]:
    """All of the output, and the seconds from its first byte to its last line."""
    data, began = bytearray(), 0.0
    while piece := read():
        began = began or time.perf_counter()
        data += piece
        if b"end\n" in data[-8:].replace(b"\r", b""):
            break
    return bytes(data).replace(b"\r\n", b"\n"), time.perf_counter() - began


def on_pipe(command: list[str], folder: Path) -> tuple[bytes, float]:
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=clean_env(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        assert process.stdout is not None
        fd = process.stdout.fileno()
        result = timed(lambda: os.read(fd, 1 << 16))
        process.terminate()
    return result


def on_terminal(command: list[str], folder: Path) -> tuple[bytes, float]:
    ours_, theirs = pty.openpty()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=clean_env(),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(theirs)
    with process:
        result = timed(lambda: os.read(ours_, 1 << 16))
        process.terminate()
    os.close(ours_)
    return result


def on_engine(command: list[str], folder: Path) -> tuple[bytes, float]:
    """As the window has it: a pipe for both, read by the engine."""
    from reloader_core import AfterExit, Supervisor, Target

    python, script, *args = command
    pieces: list[tuple[float, bytes]] = []
    target = Target(
        Path(python),
        folder,
        script=folder / script,
        args=tuple(args),
        after_exit=AfterExit.END,
        standby=False,
    )
    supervisor = Supervisor(
        target,
        report=lambda message: None,
        output=lambda run, data: pieces.append((time.perf_counter(), data)),
        environ=clean_env(),
    )
    thread = threading.Thread(target=supervisor.run)
    thread.start()
    supervisor.start()
    thread.join()
    return b"".join(data for _when, data in pieces), pieces[-1][0] - pieces[0][0]


def measure_lines(python: str, lines: int, rounds: int) -> None:
    reloader = [*ours("reloader_core"), "--once", "--quiet", "--no-standby", "--python", python]
    sides: dict[str, tuple[Sink, list[str]]] = {
        "plain, pipe": (on_pipe, [python]),
        "plain, terminal": (on_terminal, [python]),
        "reloader, pipe": (on_pipe, reloader),
        "reloader, terminal": (on_terminal, reloader),
        "as the window": (on_engine, [python]),
    }
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "talk.py").write_text(SCRIPT)
        for way in WAYS:
            took: dict[str, list[float]] = {name: [] for name in sides}
            mangled = dict.fromkeys(sides, 0)
            for _ in range(rounds):
                for name, (sink, command) in sides.items():
                    data, took_s = sink([*command, "talk.py", way, str(lines)], folder)
                    said = [line for line in data.split(b"\n") if line and line != b"end"]
                    mangled[name] += sum(WHOLE.fullmatch(line) is None for line in said)
                    took[name].append(took_s)
            floor = statistics.median(took["plain, pipe"])
            print(f"{way}: three processes, {lines} lines each, {rounds} rounds")
            for name, times in took.items():
                middle = statistics.median(times)
                told = f"{middle / floor:6.2f}  ({middle:.2f} s)  {mangled[name]:6} mangled"
                print(f"  {told}  {name}")


@contextlib.contextmanager
def reports(folder: Path) -> Iterator[dict[str, str]]:
    """What the environment of a child says, with somebody who reads what it reports."""
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writing = os.open(pipe, os.O_WRONLY)
    os.set_blocking(reading, True)
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            os.read(reading, 1 << 16)

    thread = threading.Thread(target=read)
    thread.start()
    yield {"PYTHONPATH": str(REPORTER), "RELOADER_CHILDREN": f"0:0:0:0:0:{pipe}"}
    ended.set()
    os.write(writing, b"end")
    thread.join()
    os.close(reading)
    os.close(writing)


def measure_cost(python: str, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as place, reports(Path(place)) as told:
        folder = Path(place)
        names = [f"module_{number}" for number in range(MODULES)]
        for name in names:
            (folder / f"{name}.py").touch()
        programs = {"nothing": "", f"{MODULES} modules": "".join(f"import {n}\n" for n in names)}
        for what, text in programs.items():
            (folder / "child.py").write_text(text)
            times: dict[bool, list[float]] = {False: [], True: []}
            for number in range(rounds + 1):  # the first one only warms up
                for watched, taken in times.items():
                    env = {**clean_env(), **told} if watched else clean_env()
                    began = time.perf_counter()
                    subprocess.run([python, "child.py"], cwd=folder, env=env, check=True)
                    if number:
                        taken.append(time.perf_counter() - began)
            plain, watched_s = (statistics.median(taken) for taken in times.values())
            added_ms = (watched_s - plain) * 1000
            print(f"a child, {what}: {plain * 1000:.1f} ms, with a reporter +{added_ms:.2f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--children", type=int, default=200, help="rounds of the cost")
    parser.add_argument("--python", default=measured_python())
    options = parser.parse_args()
    measure_lines(options.python, options.lines, options.rounds)
    measure_cost(options.python, options.children)
    return 0


if __name__ == "__main__":
    sys.exit(main())
