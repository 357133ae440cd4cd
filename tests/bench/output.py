"""A flood of output in the window, beside what other windows and terminals do with it.

    python tests/bench/output.py [--rows printed,stop,...] [--rounds 5] [--json FILE] [--short]

Linux only: starts an X server of its own (Xvfb). Each window runs in a process of its
own and shows the output of the same scripts (output_scripts.py, output_windows.py); the
comparators are measured in the same run, in turns. Of a throughput the best of the rounds
counts (another program that runs can only lower it), of a delay the median. Prints a ratio
and a verdict for each requirement; exit code 1 if one is missed. With --short everything is
a hundredth of its size: that shows whether it works, and its figures mean nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import output_scripts
import output_terminals
from output_scripts import Script
from x_server import xvfb

WINDOWS = Path(__file__).with_name("output_windows.py")
MISSING_S = 20.0
"""So long a comparator may take; then what it has shown so far is its figure."""
FLOOD_S = 10.0
"""So long it floods before Stop is pressed."""
Figures = dict[str, Any]


@dataclass(frozen=True)
class Check:
    """One requirement of a row."""

    what: str
    value: float
    limit: float
    at_least: bool
    detail: str

    @property
    def holds(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def at_least(what: str, value: float, limit: float, detail: str = "") -> Check:
    return Check(what, value, limit, True, detail)


def at_most(what: str, value: float, limit: float, detail: str = "") -> Check:
    return Check(what, value, limit, False, detail)


class Bench:
    """Starts windows and children, and takes their figures."""

    def __init__(self, folder: Path, env: dict[str, str], rounds: int, *, short: bool) -> None:
        self.folder = folder
        self.env = env
        self.rounds = rounds
        self.short = short
        self.flood_s = 0.5 if short else FLOOD_S

    def size(self, size: int) -> int:
        return size // 100 if self.short else size

    def script(self, kind: str, size: int = 0, **values: object) -> Script:
        if size or kind in output_scripts.SIZES:
            values["size"] = self.size(size or output_scripts.SIZES[kind])
        return output_scripts.write(kind, self.folder / "scripts", **values)

    def window(self, kind: str, task: str, script: Script, timeout_s: float = MISSING_S) -> Figures:
        script.forget()
        process = self._start(kind, task, script, timeout_s)
        try:
            out, _ = process.communicate(timeout=timeout_s + 30)
            return {**json.loads(out), "marks": script.marks()}
        except subprocess.TimeoutExpired:  # it does not even notice that its time is over
            return {"at": 0.0, "lines": 0, "marks": script.marks()}
        finally:
            process.kill()
            process.communicate()

    def _start(
        self, kind: str, task: str, script: Script, timeout_s: float
    ) -> subprocess.Popen[str]:
        command = [sys.executable, str(WINDOWS), kind, task, str(script.path)]
        command += ["--folder", str(self.folder), "--timeout", str(timeout_s)]
        command += ["--short"] if self.short else []
        return subprocess.Popen(
            command, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def lines_per_s(self, kind: str, script: Script, lines: int) -> float:
        figures = self.window(kind, "shown", script)
        took = took_s(figures)
        return lines / took if took < math.inf else float(figures["lines"]) / MISSING_S

    def into_cat(self, script: Script) -> float:
        """Seconds from the script's begin until `cat` has seen the end."""
        script.forget()
        cat = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        child = subprocess.Popen(
            [sys.executable, "-u", str(script.path)], stdout=cat.stdin, env=self.env
        )
        assert cat.stdin is not None
        cat.stdin.close()
        cat.wait()
        ended = time.monotonic()
        child.wait()
        return ended - script.marks()["begin"][0]

    def raw_read(self, script: Script) -> float:
        """Seconds in which a bare loop reads what the script writes."""
        script.forget()
        child = subprocess.Popen(
            [sys.executable, "-u", str(script.path)],
            stdout=subprocess.PIPE,
            env=self.env,
            pipesize=1 << 20,
        )
        assert child.stdout is not None
        while os.read(child.stdout.fileno(), 1 << 16):
            pass
        ended = time.monotonic()
        child.stdout.close()
        child.wait()
        return ended - script.marks()["begin"][0]

    def stopped(self, kind: str) -> tuple[float, float]:
        """Seconds from the click until the script's process is gone, and until quiet."""
        script = self.script("endless")
        process = self._start(kind, "stop", script, MISSING_S)
        _, pid = script.wait_for("begin")
        time.sleep(self.flood_s)
        assert process.stdin is not None
        clicked = time.monotonic()
        process.stdin.write("stop\n")
        process.stdin.flush()
        while _runs(pid) and time.monotonic() - clicked < MISSING_S:
            time.sleep(0.0002)
        dead = time.monotonic()
        out, _ = process.communicate(timeout=120)
        return dead - clicked, max(0.0, json.loads(out)["quiet_at"] - clicked)


def interrupted_s(bench: Bench) -> float:
    """How long Python itself takes to end after Ctrl+C, without anybody who reads."""
    script = bench.script("endless")
    child = subprocess.Popen(
        [sys.executable, str(script.path)],
        env=bench.env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    script.wait_for("begin")
    time.sleep(0.5)
    asked = time.monotonic()
    child.send_signal(signal.SIGINT)
    try:
        child.wait(timeout=30)
    finally:
        child.kill()
    return time.monotonic() - asked


def took_s(figures: Figures, since: str = "begin") -> float:
    """From the script's mark until all was shown; infinite if it never was."""
    return figures["at"] - figures["marks"][since][0] if figures["at"] else math.inf


def _runs(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


# -- the rows


def printed(bench: Bench) -> list[Check]:
    script, lines = bench.script("printed"), bench.size(output_scripts.SIZES["printed"])
    rates: dict[str, list[float]] = {"cat": [], "ours": [], "qprocess": []}
    for _ in range(bench.rounds):
        rates["cat"].append(lines / bench.into_cat(script))
        for kind in ("ours", "qprocess"):
            rates[kind].append(bench.lines_per_s(kind, script, lines))
    signals = bench.lines_per_s("signals", script, lines)
    cat, ours, qprocess = (max(each) for each in rates.values())
    detail = (
        f"ours {ours / 1e6:.2f} M lines/s, cat {cat / 1e6:.2f}, QProcess {qprocess / 1e6:.3f},"
        f" a signal each {signals / 1e6:.3f}"
    )
    return [
        at_least("lines/s, ours / QProcess + QPlainTextEdit", ours / qprocess, 4, detail),
        at_least("lines/s, ours / the child alone into cat", ours / cat, 0.8),
    ]


def coloured(bench: Bench) -> list[Check]:
    script, lines = bench.script("coloured"), bench.size(output_scripts.SIZES["coloured"])
    ours = max(bench.lines_per_s("ours", script, lines) for _ in range(bench.rounds))
    theirs = bench.lines_per_s("qprocess", script, lines)
    detail = f"ours {ours / 1e6:.2f} M lines/s, QProcess {theirs / 1e6:.4f}"
    return [at_least("coloured lines/s, ours / QProcess", ours / theirs, 20, detail)]


def file(bench: Bench) -> list[Check]:
    big = output_scripts.big_file(bench.folder, bench.size(output_scripts.FILE_BYTES))
    script = bench.script("file", file=str(big))
    ours: list[float] = []
    for _ in range(bench.rounds):
        ours.append(took_s(bench.window("ours", "shown", script, 60)))
    terminals = output_terminals.times(big, bench.env, bench.folder, 90)
    done = {name: took for name, took in terminals.items() if took}
    if not done:
        raise SystemExit("no terminal is installed that could be compared (apt: xterm, kitty)")
    fastest = min(done, key=lambda name: done[name])
    mine = min(ours)
    said = ", ".join(
        f"{name} {took:.1f}" if took else f"{name} -" for name, took in terminals.items()
    )
    detail = f"ours {mine:.2f} s; {said}"
    return [at_most(f"200 MB shown, ours / {fastest}", mine / done[fastest], 0.33, detail)]


def gigabyte(bench: Bench) -> list[Check]:
    script = bench.script("gigabyte")
    raw: list[float] = []
    ours: list[float] = []
    for _ in range(bench.rounds):
        raw.append(bench.raw_read(script))
        ours.append(took_s(bench.window("ours", "shown", script, 120)))
    detail = f"ours {1 / min(ours):.2f} GB/s, a raw read loop {1 / min(raw):.2f} GB/s"
    return [at_least("1 GB coloured, throughput / raw", min(raw) / min(ours), 0.12, detail)]


def endless(bench: Bench) -> list[Check]:
    script = bench.script("endless")
    ours: list[Figures] = []
    theirs: list[Figures] = []
    for _ in range(max(1, bench.rounds // 2)):
        ours.append(bench.window("ours", "late", script))
        theirs.append(bench.window("qprocess", "late", script))
    mine = statistics.median(each["p99_ms"] for each in ours)
    other = statistics.median(each["p99_ms"] for each in theirs)
    most = statistics.median(each["most_ms"] for each in ours)
    detail = f"ours {mine:.1f} ms, QProcess {other:.1f} ms"
    return [
        at_most("10 ms timer's lateness, p99, ours / QProcess", mine / other, 0.3, detail),
        at_most("its longest gap, ms", most, 50),
    ]


def stop(bench: Bench) -> list[Check]:
    ours = [bench.stopped("ours") for _ in range(bench.rounds)]
    theirs = [bench.stopped("qprocess") for _ in range(bench.rounds)]
    alone = statistics.median(interrupted_s(bench) for _ in range(bench.rounds))
    checks = []
    for number, (what, limit) in enumerate((("child dead", 0.3), ("output quiet", 1.0))):
        mine, other = (statistics.median(e[number] for e in each) for each in (ours, theirs))
        detail = f"ours {mine * 1e3:.1f} ms, QProcess {other * 1e3:.1f} ms"
        detail += f"; Ctrl+C to the script alone {alone * 1e3:.1f} ms"
        checks.append(at_most(f"Stop: {what}, ours / QProcess", mine / other, limit, detail))
    return checks


def memory(bench: Bench) -> list[Check]:
    small = bench.window("ours", "shown", bench.script("lines", 1_000_000), 60)
    large = bench.window("ours", "shown", bench.script("lines"), 120)
    if not (small["at"] and large["at"]):
        raise SystemExit("the output was not shown in time")
    detail = f"1 M lines: +{small['grew'] / 1e6:.1f} MB, 10 M: +{large['grew'] / 1e6:.1f} MB"
    return [
        at_most("memory, 10 M lines / 1 M lines", large["rss"] / small["rss"], 2, detail),
        at_most("memory grows by, MB", large["grew"] / 1e6, 40),
    ]


def jump(bench: Bench) -> list[Check]:
    figures = bench.window("ours", "jump", bench.script("lines"), 120)
    detail = f"median {figures['median_ms']:.1f} ms"
    return [at_most("a jump in 10 M lines, frame p99, ms", figures["p99_ms"], 16, detail)]


def search(bench: Bench) -> list[Check]:
    script = bench.script("lines")
    rounds = [bench.window("ours", "search", script, 120) for _ in range(bench.rounds)]
    checks = []
    for words in rounds[0]["ours_s"]:
        ours_s, mmap_s = (min(each[key][words] for each in rounds) for key in ("ours_s", "mmap_s"))
        detail = f"ours {ours_s * 1e3:.0f} ms, mmap.find {mmap_s * 1e3:.0f} ms"
        what = f"search in 10 M lines for '{words}', speed / one mmap.find"
        checks.append(at_least(what, mmap_s / ours_s, 0.8, detail))
    late_ms = statistics.median(each["most_ms"] for each in rounds)
    best = min(rounds, key=lambda each: float(each["only_s"]))
    detail = f"{best['only_s'] * 1e3:.0f} ms, found in {best['found_s'] * 1e3:.0f} ms"
    what = f"{best['only_rows']:,} matching lines of 10 M shown alone, time / finding them"
    return [
        *checks,
        at_most("the window is late by at most, ms", late_ms, 50),
        at_most(what, best["only_s"] / best["found_s"], 1.5, detail),
        at_most("late by, showing them, ms", best["only_late_ms"], 50),
        at_most("memory, MB", best["only_grew"] / 1e6, 20),
    ]


def bars(bench: Bench) -> list[Check]:
    figures = bench.window("ours", "bars", bench.script("bars"), 60)
    (begun, _), (ended, _) = figures["marks"]["begin"], figures["marks"]["end"]
    due_s = bench.size(output_scripts.SIZES["bars"]) / 10_000
    detail = f"the script took {ended - begun:.2f} s for {due_s:g} s of updates"
    return [
        at_most(
            "three nested bars, 10,000 updates a second: behind by, s", took_s(figures, "end"), 0.1
        ),
        at_most("and the script takes, of its own time", (ended - begun) / due_s, 1.1, detail),
        at_most("rows of bars shown (three)", abs(figures["bars"] - 3), 0, str(figures["bars"])),
    ]


def nasty(bench: Bench) -> list[Check]:
    """Outputs that are more work than there is time, beside a window that shows nothing."""
    quiet = bench.window("ours", "late", bench.script("quiet"))
    checks = []
    for what, unit in output_scripts.NASTY.items():
        figures = bench.window("ours", "nasty", bench.script("nasty", unit=unit), 60)
        detail = (
            f"{figures['p99_ms']:.1f} ms, empty {quiet['p99_ms']:.1f} ms;"
            f" at most {figures['most_ms']:.0f} ms; with waits for a core"
            f" {figures['whole_p99_ms']:.0f} ms; shown after {took_s(figures, 'end'):.1f} s"
        )
        more_ms = figures["p99_ms"] - quiet["p99_ms"]
        checks += [
            at_most(f"{what}: a timer's lateness, p99, more than empty, ms", more_ms, 50, detail),
            at_most("memory grows by at most, MB", figures["most_grew"] / 1e6, 60),
        ]
    return checks


def idle(bench: Bench) -> list[Check]:
    figures = bench.window("ours", "idle", bench.script("quiet"))
    detail = f"CPU {figures['cpu_share']:.2%}"
    return [
        at_most("idle: timers that run", figures["timers"], 0, detail),
        at_most("idle: paints", figures["paints"], 0),
    ]


ROWS: dict[str, Callable[[Bench], list[Check]]] = {
    row.__name__: row
    for row in (
        *(printed, coloured, file, gigabyte, endless, stop),
        *(memory, jump, search, bars, nasty, idle),
    )
}


def environment(display: str, folder: Path) -> dict[str, str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        env[f"XDG_{name}_HOME"] = str(folder / name.lower())
    env.pop("WAYLAND_DISPLAY", None)
    return {**env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", default=",".join(ROWS))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--short", action="store_true", help="only whether it works")
    options = parser.parse_args()
    report: dict[str, list[Figures]] = {}
    with tempfile.TemporaryDirectory() as name, xvfb("1600x1000x24") as display:
        folder = Path(name)
        bench = Bench(folder, environment(display, folder), options.rounds, short=options.short)
        for row in options.rows.split(","):
            checks = ROWS[row](bench)
            report[row] = [{**asdict(check), "holds": check.holds} for check in checks]
            for check in checks:
                sign = ">=" if check.at_least else "<="
                verdict = "tried " if options.short else "ok    " if check.holds else "MISSED"
                detail = f"  ({check.detail})" if check.detail else ""
                print(f"{verdict} {check.what}: {check.value:.3g} {sign} {check.limit}{detail}")
    if options.json:
        options.json.write_text(json.dumps(report, indent=1), encoding="utf-8")
    if options.short:
        return 0
    return 0 if all(check["holds"] for checks in report.values() for check in checks) else 1


if __name__ == "__main__":
    raise SystemExit(main())
