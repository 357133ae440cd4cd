"""Several scripts in one window: how late a timer is while ten of them flood at once.

    python tests/bench/tabs.py [--tabs 10] [--seconds 4] [--rounds 1] [--screen xvfb|offscreen|own]

In one process, one after the other: an empty window, one script that prints without end, and as
many in as many tabs, of which one is in sight. Aim: the p99 of a 10 ms timer's lateness with all of
them is at most 50 ms above the empty window's. Also what a tab costs in memory, and how long it
takes until another tab is shown while they flood. Ratios and differences within one run count.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FLOOD = "n = 0\nwhile True:\n    print('line', n, 'of one that prints for ever')\n    n += 1\n"
BEAT_MS = 10
AIM_MS = 50.0
PATIENCE_S = 60.0


def percentile(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def waited_ms() -> float:
    """How long this thread has waited for a core so far; 0 where nobody knows."""
    try:
        with open("/proc/thread-self/schedstat", encoding="ascii") as file:
            return int(file.read().split()[1]) / 1e6
    except OSError:
        return 0.0


def measured(tabs: int, seconds: float, folder: Path) -> dict[str, Any]:
    """In the window's own process."""
    import psutil
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from reloader_gui.settings.store import Settings
    from reloader_gui.ui import theme
    from reloader_gui.window.main_window import MainWindow

    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.LIGHT)
    window = MainWindow(Settings(folder / "settings.toml"))
    window.set_colours(theme.LIGHT)
    window.resize(1000, 700)
    window.show()

    def wait(wait_s: float, done: Callable[[], bool] = lambda: False) -> None:
        loop, until = QEventLoop(), time.monotonic() + wait_s
        tick = QTimer(interval=5)
        tick.timeout.connect(lambda: loop.quit() if done() or time.monotonic() > until else None)
        tick.start()
        loop.exec()

    def lateness() -> dict[str, float]:
        late: list[float] = []
        own: list[float] = []
        last, waited = time.perf_counter(), waited_ms()

        def beat() -> None:
            nonlocal last, waited
            now, core_ms = time.perf_counter(), waited_ms()
            late.append(max(0.0, (now - last) * 1000 - BEAT_MS))
            own.append(max(0.0, late[-1] - (core_ms - waited)))
            last, waited = now, core_ms

        timer = QTimer(interval=BEAT_MS)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(beat)
        timer.start()
        wait(seconds)
        timer.stop()
        found = {"p50": percentile(late, 0.5), "p99": percentile(late, 0.99), "max": max(late)}
        found |= {"p99_without_waiting_for_a_core": percentile(own, 0.99)}
        return {name: round(value, 1) for name, value in found.items()}

    def memory_mb() -> float:
        return round(psutil.Process().memory_full_info().uss / 1e6, 1)

    def add(number: int) -> None:
        script = folder / f"flood{number}.py"
        script.write_text(FLOOD)
        window.choose(script)
        wait(PATIENCE_S, lambda: window.page is not None and window.page.run.script == script)
        assert window.page is not None
        window.page.run.python.choose(Path(sys.executable))
        page = window.page
        page.press_run()
        wait(PATIENCE_S, lambda: bool(page.spool.runs) and page.spool.runs[-1].extent.end > 0)

    wait(1.5)  # what is made ready after the start
    result: dict[str, Any] = {"empty": lateness(), "mb_empty": memory_mb()}
    add(0)
    wait(1.0)
    result |= {"one": lateness(), "mb_one": memory_mb()}
    for number in range(1, tabs):
        add(number)
    wait(1.0)
    before = [page.spool.runs[-1].extent.end for page in window.pages.made()]
    begun = time.perf_counter()
    result |= {"all": lateness(), "mb_all": memory_mb()}
    took_s = time.perf_counter() - begun
    ends = [page.spool.runs[-1].extent.end for page in window.pages.made()]
    result["mb_a_second"] = [
        round((b - a) / 1e6 / took_s, 2) for a, b in zip(before, ends, strict=True)
    ]
    switches = []
    for _ in range(2 * tabs):
        begun, waited = time.perf_counter(), waited_ms()
        window.pages.step(1)
        app.processEvents()
        switches.append((time.perf_counter() - begun) * 1000 - (waited_ms() - waited))
        wait(0.05)
    result["ms_to_another_tab_without_waiting_for_a_core"] = round(percentile(switches, 0.5), 1)
    result["the_longest"] = round(max(switches), 1)
    ended = time.perf_counter()
    window.begin_close()
    wait(PATIENCE_S, lambda: window.wait_closed(0))
    result["s_to_end_all"] = round(time.perf_counter() - ended, 2)
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tabs", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--screen", choices=("xvfb", "offscreen", "own"), default="xvfb")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.inside is not None:
        print(json.dumps(measured(chosen.tabs, chosen.seconds, chosen.inside)), flush=True)
        os._exit(0)
    sys.path.insert(0, str(Path(__file__).parent))
    from display import screen

    missed = 0
    with screen(chosen.screen) as leads:
        for _ in range(chosen.rounds):
            with tempfile.TemporaryDirectory(prefix="bench-tabs-") as name:
                homes = {f"XDG_{each}_HOME": name for each in ("CONFIG", "STATE", "DATA", "CACHE")}
                env = {**os.environ, **leads, **homes}
                command = [sys.executable, __file__, "--inside", name]
                command += ["--tabs", str(chosen.tabs), "--seconds", str(chosen.seconds)]
                done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
            seen = json.loads(done.stdout)
            beyond_ms = seen["all"]["p99"] - seen["empty"]["p99"]
            missed += beyond_ms > AIM_MS
            print(json.dumps(seen, indent=1))
            print(f"p99 with {chosen.tabs} floods: {beyond_ms:.1f} ms beyond an empty window's")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
