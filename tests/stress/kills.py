"""The supervisor, its guardian, or both in the same instant are killed at random moments.

    python tests/stress/kills.py [--count 1000] [--all 100] [--jobs 4] [--seed N] [--json]

Scripts of every kind that tries to survive. Promised: nothing of it is left 2 s later.
Each round draws its script, its moment (start-up, a standby being parked, a restart)
and who dies of what.

In `--all` further rounds the supervisor, the guardian and its keeper die in the same
instant. Then nobody is left who could end what the script has started: the kernel ends
the script itself, and that alone is promised. How often something else is left is counted.
"""

from __future__ import annotations

import collections
import concurrent.futures
import contextlib
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from _stress import Tool, options, percentile, report

GONE_S = 2.0
PATIENCE_S = 15.0  # how long to look on, to tell late from never
PROLOGUE = """
import os, signal, subprocess, sys, time
def fork_off(**more):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0: time.sleep(600)
        os._exit(0)
    os.wait()
"""
SCRIPTS = {
    "sleeps": "time.sleep(600)",
    "holds the GIL": "9 ** 9 ** 9",
    "ignores signals": """
for number in range(1, 65):
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
while True: time.sleep(1)
""",
    "grandchild": "subprocess.Popen(['sleep', '600']); time.sleep(600)",
    "grandchild, own session":
        "subprocess.Popen(['sleep', '600'], start_new_session=True); time.sleep(600)",
    "double fork": "fork_off(); time.sleep(600)",
    "double fork, has ended": "fork_off()",
    "empty environment": "subprocess.Popen(['/bin/sleep', '600'], env={}); time.sleep(600)",
    "chain of sessions": """
for _ in range(8):
    if os.fork(): time.sleep(600)
    os.setsid()
time.sleep(600)
""",
    "shell that ignores SIGTERM":
        'subprocess.run(["sh", "-c", "trap : TERM INT HUP; while :; do sleep 1; done"])',
    "forks without end": """
while True:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0: time.sleep(0.2)
        os._exit(0)
    os.wait(); time.sleep(0.002)
""",
    "stopped": "p = subprocess.Popen(['sleep', '600']); os.kill(p.pid, signal.SIGSTOP);"
               "time.sleep(600)",
    "restarts itself": "time.sleep(0.02); sys.exit(3)",
    "imports much": "import asyncio, decimal, http.client, json, sqlite3; time.sleep(600)",
}  # fmt: skip
STARTS_NOTHING = ("sleeps", "holds the GIL", "ignores signals", "restarts itself", "imports much")
ALL = "supervisor, guardian and keeper"
SIGNALS = (signal.SIGKILL, signal.SIGSEGV, signal.SIGHUP, signal.SIGTERM)
WHO = ("supervisor",) * 5 + ("guardian", "keeper", "supervisor and guardian",
                             "supervisor and keeper", "guardian and keeper")  # fmt: skip


def kill(tool: Tool, who: str, how: signal.Signals) -> None:
    """All of them in the same instant, as near as two system calls can be."""
    pids = []
    pair = tool.keeper_and_guardian()
    if "supervisor" in who or pair is None:
        pids.append((tool.process.pid, how if who == "supervisor" else signal.SIGKILL))
    if pair is not None:
        named = zip(("keeper", "guardian"), pair, strict=True)
        pids += [(pid, signal.SIGKILL) for name, pid in named if name in who]
    for pid, number in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


Round = tuple[str, str, float, dict[int, str]]
"""The script, who died, the seconds until nothing was left, what was left."""


def play(folder: Path, seed: int, who: str = "", patience_s: float = PATIENCE_S) -> Round:
    chance = random.Random(seed)
    kind, drawn = chance.choice(list(SCRIPTS)), chance.choice(WHO)
    who = who or drawn
    how = chance.choice(SIGNALS)
    tool = Tool(folder, PROLOGUE + SCRIPTS[kind], "--grace", "0.5")
    try:
        # A random moment: this and the next are what is tested.
        time.sleep(chance.choice((0.0, 0.1, 0.25, 0.4)) + chance.random() * 0.3)
        if chance.random() < 0.3:
            tool.script.write_text(f"# {seed}\n{PROLOGUE}{SCRIPTS[kind]}")
            time.sleep(chance.random() * 0.1)  # into the restart
        kill(tool, who, how)
        if "supervisor" not in who and tool.process.poll() is None:
            # It notices, ends the rest, lives on. (Killed before it could: that is all three
            # in one instant, and then only the script itself is certain to die.)
            time.sleep(1.0 if who == "guardian and keeper" else chance.random() * 0.2)
            tool.process.kill()
        seconds, left = tool.wait_gone(patience_s)
        name = f"{who} ({how.name})" if who == "supervisor" else who
        return kind, name, seconds, left
    finally:
        tool.close()


def play_all(folder: Path, seed: int) -> Round:
    return play(folder, seed, ALL, GONE_S)


def judge_all(rounds: list[Round]) -> tuple[dict[str, Any], list[str]]:
    """What the three in one instant leave."""
    late = [each for each in rounds if each[2] > GONE_S]
    alone = [each for each in rounds if each[0] in STARTS_NOTHING]
    figures = {
        "kills_of_all_three": len(rounds),
        "of_these_with_something_left": len(late),
        "of_these_with_a_script_that_starts_nothing": len(alone),
        "what_left_something": sorted({kind for kind, *_ in late}),
    }
    failures = [f"all three: {kind} left {left}" for kind, _, _, left in late
                if any(is_script(kind, words) for words in left.values())]  # fmt: skip
    return figures, failures


def is_script(kind: str, words: str) -> bool:
    """Is this process the script itself, or what it has started? A fork looks like it."""
    forks = "fork" in SCRIPTS[kind]
    return kind in STARTS_NOTHING or (not forks and "main.py" in words)


def main() -> int:
    chosen = options(__doc__, count=1000, all=100, jobs=4, seed=random.randrange(1 << 30))
    late: list[str] = []
    seconds: dict[str, list[float]] = collections.defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="stress kills ") as folder:
        with concurrent.futures.ThreadPoolExecutor(chosen.jobs) as pool:
            seeds = range(chosen.seed, chosen.seed + chosen.count)
            rounds = pool.map(lambda seed: play(Path(folder), seed), seeds)
            for seed, (kind, who, took, left) in zip(seeds, rounds, strict=True):
                seconds[who].append(took)
                if took > GONE_S:
                    late.append(f"seed {seed}: {kind}; {who}: {took:.1f} s, then left {left}")
            seeds = range(chosen.seed, chosen.seed + chosen.all)
            all_three = list(pool.map(lambda seed: play_all(Path(folder), seed), seeds))
    everything = [value for values in seconds.values() for value in values]
    figures = {
        "kills": len(everything),
        "first_seed": chosen.seed,
        "rounds_with_something_left_after_2_s": len(late),
        "ms_until_all_was_gone_median": round(percentile(everything, 0.5) * 1000, 1),
        "ms_until_all_was_gone_p99": round(percentile(everything, 0.99) * 1000, 1),
        "ms_until_all_was_gone_max": round(max(everything) * 1000, 1),
        **{f"kills_of_{who.replace(' ', '_')}": len(values) for who, values in
           sorted(seconds.items())},
    }  # fmt: skip
    more, failures = judge_all(all_three)
    return report({**figures, **more}, late + failures, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
