"""From the save to the new run's first line, side by side with other reloaders.

    python tests/bench/reload.py [--rounds N] [--tools reloader,nodemon,entr,...] [--json FILE]

Every figure is a ratio to a cold `python script.py` (spawn to first line) measured in
the same run, in turns, so that a slow moment of the machine hits all alike. Tools that
are not installed are left out. Children start without inherited PYTHON* variables.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STDLIB = (
    "argparse asyncio base64 collections concurrent.futures csv dataclasses datetime decimal "
    "email.message hashlib html http.client json logging random shutil sqlite3 statistics "
    "subprocess tempfile textwrap typing urllib.request uuid zipfile"
).split()
BODY = """\
import sys, time
{imports}
sys.path.append({outside!r})
import helper, far
print({mark!r}, helper.MARK, far.MARK, flush=True)
while True:
    time.sleep(0.02)
"""
CASES = ("in place", "replace", "helper", "outside")
SCRIPTS = {"bare": "", "stdlib": "import " + ", ".join(STDLIB)}
DEADLINE_S = 15.0


@dataclass
class Project:
    """A script with a helper beside it and a module outside its folder."""

    root: Path
    imports: str
    marks: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder = self.root / "project"
        self.outside = self.root / "outside"
        self.script = self.folder / "main.py"
        for place in (self.folder, self.outside):
            place.mkdir(parents=True)
        for case in ("helper", "outside", "in place"):
            self.save(case)

    def save(self, case: str) -> str:
        """Save what `case` names with a new mark; returns the mark."""
        mark = f"m{random.getrandbits(40):010x}"
        match case:
            case "helper":
                self._write(self.folder / "helper.py", f"MARK = {mark!r}\n")
            case "outside":
                self._write(self.outside / "far.py", f"MARK = {mark!r}\n")
            case "in place":
                self._write(self.script, self._body(mark))
            case "replace":
                new = self.folder / "main.py.tmp"
                self._write(new, self._body(mark))
                os.replace(new, self.script)
        return mark

    def _body(self, mark: str) -> str:
        return BODY.format(imports=self.imports, outside=str(self.outside), mark=mark)

    @staticmethod
    def _write(path: Path, text: str) -> None:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


class Tool:
    """A running reloader whose merged output is read here."""

    def __init__(self, command: list[str], project: Project, stdin: bytes = b"") -> None:
        self.process = subprocess.Popen(
            command,
            cwd=project.folder,
            env=clean_env(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(stdin)
        self.process.stdin.flush()
        if stdin:
            self.process.stdin.close()
        self._out = self.process.stdout.fileno()
        os.set_blocking(self._out, False)

    def wait_for(self, mark: str, deadline_s: float = DEADLINE_S) -> float | None:
        """When a line with `mark` arrived (perf_counter); None: not in time."""
        import select

        seen = b""
        end = time.perf_counter() + deadline_s
        while time.perf_counter() < end:
            ready, _, _ = select.select([self._out], [], [], end - time.perf_counter())
            if ready:
                data = os.read(self._out, 65536)
                now = time.perf_counter()
                seen += data
                if mark.encode() in seen:
                    return now
                if not data:
                    return None
        return None

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        with contextlib.suppress(OSError):
            os.killpg(self.process.pid, signal.SIGKILL)
        assert self.process.stdout is not None and self.process.stdin is not None
        self.process.stdout.close()
        with contextlib.suppress(OSError):
            self.process.stdin.close()


def clean_env() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def cold_start(python: str, project: Project) -> float:
    """Spawn to first line of a plain `python script.py`, in seconds."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [python, str(project.script)],
        cwd=project.folder,
        env=clean_env(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    with process.stdout:
        process.stdout.readline()
        took = time.perf_counter() - began
        process.kill()
        process.wait()
    return took


def tools(python: str, project: Project) -> dict[str, Callable[[], Tool]]:
    """How each tool is started on the project."""
    found: dict[str, Callable[[], Tool]] = {}
    ours = [sys.executable, "-m", "core", "--python", python]
    script = str(project.script)
    found["reloader"] = lambda: Tool([*ours, script], project)
    found["reloader --no-standby"] = lambda: Tool([*ours, "--no-standby", script], project)
    watched = f"{script}\n{project.folder / 'helper.py'}\n".encode()
    nodemon = shutil.which("nodemon")
    if nodemon:
        command = [nodemon, "-q", "--delay", "0", "--exec", python, script]
        found["nodemon"] = lambda: Tool(command, project)
    entr = shutil.which("entr")
    if entr:
        found["entr"] = lambda: Tool([entr, "-n", "-r", python, script], project, stdin=watched)
    watchmedo = shutil.which("watchmedo")
    if watchmedo:
        found["watchmedo"] = lambda: Tool(
            [watchmedo, "auto-restart", "-p", "*.py", "-R", "--", python, script], project
        )
    return found


@contextlib.contextmanager
def project_for(imports: str) -> Iterator[Project]:
    with tempfile.TemporaryDirectory(prefix="reload bench ") as root:
        yield Project(Path(root), imports)


def measure(
    python: str, imports: str, wanted: list[str], rounds: int, gap_s: float
) -> dict[str, dict[str, list[float]]]:
    """tool -> case -> seconds; and 'cold start' -> 'any'."""
    times: dict[str, dict[str, list[float]]] = {"cold start": {"any": []}}
    with project_for(imports) as project:
        for name, start in tools(python, project).items():
            if name not in wanted:
                continue
            times[name] = {case: [] for case in CASES}
            project.save("in place")
            tool = start()
            try:
                if tool.wait_for("m") is None:
                    print(f"{name}: does not start", file=sys.stderr)
                    continue
                for _ in range(rounds):
                    for case in CASES:
                        if name != "reloader" and times[name][case][-1:] == [float("inf")]:
                            continue
                        time.sleep(gap_s)
                        times["cold start"]["any"].append(cold_start(python, project))
                        mark = project.save(case)
                        saved = time.perf_counter()
                        seen = tool.wait_for(mark, 3 if name.startswith("reloader") else 5)
                        times[name][case].append(seen - saved if seen is not None else float("inf"))
            finally:
                tool.close()
    return times


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(kind: str, times: dict[str, dict[str, list[float]]]) -> None:
    cold = times["cold start"]["any"]
    floor = statistics.median(cold)
    print(f"\n{kind} script: cold start {floor * 1000:.1f} ms (median of {len(cold)})")
    print(f"  {'tool':24}{'case':10}{'median':>10}{'/ cold':>8}{'p95 / cold':>12}")
    for tool, cases in times.items():
        for case, values in cases.items():
            if tool == "cold start" or not values:
                continue
            middle, late = statistics.median(values), quantile(values, 0.95)
            if middle == float("inf"):
                print(f"  {tool:24}{case:10}{'not noticed':>18}")
            else:
                print(
                    f"  {tool:24}{case:10}{middle * 1000:8.1f}ms{middle / floor:8.2f}"
                    f"{late / floor:12.2f}"
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--gap", type=float, default=0.4, help="seconds between two saves")
    parser.add_argument("--tools", default="reloader,reloader --no-standby,nodemon,entr,watchmedo")
    parser.add_argument("--scripts", default="bare,stdlib")
    parser.add_argument("--python", default=getattr(sys, "_base_executable", sys.executable))
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    everything = {}
    for kind in options.scripts.split(","):
        times = measure(
            options.python, SCRIPTS[kind], options.tools.split(","), options.rounds, options.gap
        )
        report(kind, times)
        everything[kind] = times
    if options.json:
        options.json.write_text(json.dumps(everything))


if __name__ == "__main__":
    main()
