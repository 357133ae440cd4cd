"""The real window for ten minutes, on a screen of its own, with everything happening at random.

    python tests/stress/window.py [--minutes 10] [--most 100] [--seed N] [--profile N] [--json]

Saves, mistakes, crashes, floods, questions, Run and Stop, another script, resizing,
scrolling and finding in a flood. Promised: the window's event loop is never more than
100 ms (`--most`) late, but for the time in which another process had the core; Qt warns
of nothing, nothing fails, memory does not grow, and at the end nothing is left: no
process, no file. Linux, with Xvfb. With --profile the N turns of the loop that took most of a
core are told with what they did.
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from _stress import MARK, ROOT, clean_env, options, percentile, processes_of, report

TOLD_MS = 50.0
GROWTH_KB = 25_000
"""From the least that the second third of the time shows to the third's: finding a million
hits takes 24 MB for a while, and heaps are full of holes after floods. The number of Python
objects is the same after one minute and after four."""
GONE_S = 2.0
HANGS_S = 30.0
MEMORY_EVERY_S = 2.0
LIMITS_MB = {"run_limit_mb": 32, "total_limit_mb": 64}


def show(folder: Path, seed: int, seconds: float, *, profiled: bool) -> dict[str, Any]:
    """In the window's own process: the application as it is, and its user."""
    from _window_scripts import HELPER, source
    from _window_user import User
    from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler

    from reloader_gui import app as application
    from reloader_gui.settings.store import Settings
    from reloader_gui.start.file_open import Application
    from reloader_gui.ui.program import config_folder
    from reloader_gui.window.main_window import MainWindow

    warnings: list[str] = []
    user: list[User] = []
    scripts = [folder / "one" / "main.py", folder / "two" / "other.py"]
    for script in scripts:
        script.parent.mkdir()
        script.write_text(source("counts", 0))
        script.with_name("helper.py").write_text(HELPER.format(number=0))
    settings = Settings.load(config_folder())
    for key, value in LIMITS_MB.items():
        settings.set(key, value)
    settings.flush(HANGS_S)
    app = Application(sys.argv[:1])

    def on_message(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        warnings.append(f"{kind.name}: {text}")
        if kind is QtMsgType.QtFatalMsg:
            print(text, file=sys.stderr, flush=True)

    def begin() -> None:
        windows = [each for each in app.topLevelWidgets() if isinstance(each, MainWindow)]
        user.append(User(windows[0], scripts, seed, seconds, TOLD_MS, profiled=profiled))

    qInstallMessageHandler(on_message)
    QTimer.singleShot(1000, begin)  # start-up is measured elsewhere
    memory: list[int] = []
    threading.Thread(target=read_memory, args=(memory,), daemon=True).start()
    code = application.run(app, application.Options(script=scripts[0], run=True))
    beats = user[0].loop.beats
    return {
        "exit_code": code,
        "warnings": dict(Counter(warnings)),
        "acts": dict(user[0].done),
        "ms_of_acts": {name: round(ms) for name, ms in user[0].most_ms.items()},
        "late_ms": beats.late_ms,
        "cpu_ms": beats.cpu_ms,
        "turns": [asdict(turn) for turn in beats.turns],
        "garbage_ms": beats.garbage_ms,
        "gaps": [asdict(gap) for gap in beats.gaps],
        "memory_kb": memory,
    }


def read_memory(into: list[int]) -> None:
    """What belongs to this process alone (USS); on a thread of its own."""
    import psutil

    while True:
        time.sleep(MEMORY_EVERY_S)
        into.append(psutil.Process().memory_full_info().uss // 1024)


def start(
    folder: Path, seed: int, seconds: float, screen: dict[str, str], *, profiled: bool
) -> dict[str, Any]:
    """Run the window in a folder where everything of it is; what it and its end were like."""
    mark = f"window-{os.getpid()}"
    homes = {name: str(folder / name) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR")}
    bases = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "STATE", "CACHE")}
    bases["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={folder}/none"  # else Qt starts a daemon
    for place in homes.values():
        Path(place).mkdir(mode=0o700)
    command = [sys.executable, __file__, "--inside", str(folder), str(seed), str(seconds)]
    command += ["profiled"] if profiled else []
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=clean_env(**screen, **homes, **bases, **{MARK: mark}),
        capture_output=True,
        text=True,
        timeout=seconds + 2 * HANGS_S,
        check=False,
    )
    ended = time.monotonic()
    while (left := processes_of(mark, folder)) and time.monotonic() - ended < GONE_S:
        time.sleep(0.02)
    files = [*folder.glob("CACHE/Reloader/output/*"), *folder.glob("TMPDIR/*")]
    result: dict[str, Any] = {"code": done.returncode, "stderr": done.stderr}
    logs = folder.glob("STATE/**/*.log")
    result["log"] = "".join(log.read_text(encoding="utf-8") for log in logs)
    result["left"] = [*left.values(), *map(str, files)]
    told = folder / "figures.json"
    return result | (json.loads(told.read_text()) if told.exists() else {})


def judge(seen: dict[str, Any], most_ms: float) -> tuple[dict[str, Any], list[str]]:
    failures = [f"left at the end: {each}" for each in seen["left"]]
    for what in ("stderr", "log"):
        if seen[what]:
            failures.append(f"{what}: {seen[what][-3000:]}")
    if seen["code"] or "late_ms" not in seen:
        return {}, [*failures, f"the window ended with {seen['code']}"]
    failures += [f"Qt, {times} times: {text}" for text, times in seen["warnings"].items()]
    late = seen["late_ms"]
    own = [gap["late_ms"] - gap["core_wait_ms"] for gap in seen["gaps"]]
    for gap, own_ms in zip(seen["gaps"], own, strict=True):
        if own_ms > most_ms:
            failures.append(f"a gap: {json.dumps(gap)}")
    memory = seen["memory_kb"]
    third = len(memory) // 3
    least = [min(memory[n * third : (n + 1) * third], default=0) for n in range(3)]
    if third > 30 and least[2] - least[1] > GROWTH_KB:
        failures.append(f"memory grows: {memory}")
    acts = seen["acts"]
    figures = {
        "acts": sum(count for name, count in acts.items() if not name.startswith("saved: ")),
        "saves": sum(acts.get(name, 0) for name in ("save", "save_mistake", "save_helper")),
        "beats": len(late),
        "ms_late_median": round(percentile(late, 0.5), 1),
        "ms_late_p99": round(percentile(late, 0.99), 1),
        "ms_late_p99.9": round(percentile(late, 0.999), 1),
        "ms_late_max": round(max(late), 1),
        "ms_late_max_without_waiting_for_a_core": round(max(own, default=0.0), 1),
        f"gaps_over_{most_ms:g}_ms": sum(value > most_ms for value in late),
        "ms_of_a_core_in_a_turn_p99.9": round(percentile(seen["cpu_ms"], 0.999), 1),
        "ms_of_a_core_in_a_turn_max": round(max(seen["cpu_ms"]), 1),
        "ms_of_a_core_for_garbage_max": round(max(seen["garbage_ms"], default=0.0), 1),
        "turns_over_30_ms_of_a_core": sum(value > 30 for value in seen["cpu_ms"]),
        "least_memory_kb_in_each_third": least,
        "most_memory_kb": max(memory, default=0),
        "qt_warnings": sum(seen["warnings"].values()),
        "left_at_the_end": len(seen["left"]),
    }  # fmt: skip
    return figures, failures


def main() -> int:
    if sys.argv[1:2] == ["--inside"]:
        folder = Path(sys.argv[2])
        faulthandler.enable()
        faulthandler.dump_traceback_later(float(sys.argv[4]) + HANGS_S, exit=True)
        figures = show(
            folder, int(sys.argv[3]), float(sys.argv[4]), profiled=sys.argv[5:] == ["profiled"]
        )
        (folder / "figures.json").write_text(json.dumps(figures))
        return int(figures["exit_code"])
    sys.path.insert(0, str(ROOT / "tests" / "bench"))
    from display import screen

    seed = random.randrange(1 << 30)
    chosen = options(__doc__, minutes=10.0, most=100.0, seed=seed, profile=0)
    with screen("xvfb") as leads, tempfile.TemporaryDirectory(prefix="stress window ") as name:
        folder, seconds = Path(name), chosen.minutes * 60
        seen = start(folder, chosen.seed, seconds, dict(leads), profiled=chosen.profile > 0)
    for turn in sorted(seen.get("turns", ()), key=lambda turn: -turn["cpu_ms"])[: chosen.profile]:
        print("{cpu_ms} ms at {at_s} s, after {doing}\n{profile}".format(**turn))
    figures, failures = judge(seen, chosen.most)
    head = {"minutes": chosen.minutes, "seed": chosen.seed}
    return report({**head, **figures}, failures, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
