"""What the agent adds to a cold start of an empty script.

    python tests/bench/agent.py [--rounds 40] [--python PYTHON] [OTHER_AGENT_FOLDER...]

Beside a plain `python -u empty.py` in the same run, in turns: with the agent of this checkout,
and with that of other versions (their folder that holds sitecustomize.py), each once with its
bytecode in place and once where none can be written, as in an installation that belongs to root.
The agent says hello, is told to go at once, and the time is from the spawn to the script's end.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ratios import p95
from running import clean_env
from tools import ROOT, measured_python

OURS = ROOT / "core" / "reloader_core" / "agent"


def frame(*fields: str) -> bytes:
    """As the supervisor sends it: see the engine's wire."""
    payload = b"\0".join(field.encode() for field in fields)
    return len(payload).to_bytes(4, "little") + payload


def plain(python: str, script: Path) -> float:
    began = time.perf_counter()
    subprocess.run([python, "-u", str(script)], env=clean_env(), check=True)
    return time.perf_counter() - began


def with_agent(python: str, script: Path, agent: Path, *, writes: bool) -> float:
    """Seconds from the spawn to the end of the script."""
    ours, theirs = socket.socketpair()
    last, last_in = os.pipe()
    env = {
        **clean_env(),
        "PYTHONPATH": str(agent),
        "RELOADER_AGENT": f"{theirs.fileno()}:{last}:bench",
    }
    if not writes:
        env["PYTHONDONTWRITEBYTECODE"] = "1"
    with ours, theirs:
        began = time.perf_counter()
        process = subprocess.Popen(
            [python, "-u", str(script)], env=env, pass_fds=[theirs.fileno(), last]
        )
        theirs.close()
        if not ours.recv(65536):
            raise SystemExit("the agent did not say hello")
        ours.sendall(frame("go"))
        while ours.recv(65536):
            pass
        code = process.wait()
        took_s = time.perf_counter() - began
    os.close(last)
    os.close(last_in)
    if code != 0:
        raise SystemExit(f"the script ended with {code}")
    return took_s


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("others", nargs="*", type=Path, help="agent folders of other versions")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--python", default=measured_python())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "empty.py")
        script.touch()
        sides: dict[str, tuple[Path, bool]] = {}
        for number, source in enumerate([OURS, *options.others]):
            for writes in (True, False):
                copy = Path(folder, f"agent{number}{writes}")
                shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
                words = "bytecode in place" if writes else "none can be written"
                sides[f"{'ours' if source is OURS else source}, {words}"] = copy, writes
        times: dict[str, list[float]] = {name: [] for name in sides}
        floor: list[float] = []
        for number in range(options.rounds + 1):  # the first one only warms up
            took = plain(options.python, script)
            rounds = {
                name: with_agent(options.python, script, agent, writes=writes)
                for name, (agent, writes) in sides.items()
            }
            if number:
                floor.append(took)
                for name, value in rounds.items():
                    times[name].append(value)
    middle = statistics.median(floor)
    print(f"plain python: {middle * 1000:.1f} ms, p95 {p95(floor) / middle:.2f} of it")
    for name, values in times.items():
        added_ms = (statistics.median(values) - middle) * 1000
        print(f"{statistics.median(values) / middle:5.2f}  (+{added_ms:.1f} ms)  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
