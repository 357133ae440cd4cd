"""This checkout beside another version of Reloader, restart by restart in turns.

    python tests/bench/versions.py OTHER/.venv/bin/reloader [--rounds 30] [--scripts bare,stdlib]
                                   [--terminal]

Both versions run on a project of their own at the same time, and take turns with each save and
with cold starts of the same script, so that whatever the machine does meanwhile meets both.
--terminal: each in a terminal of its own (else its output is a pipe). The
last line is the verdict: exit code 0 if no median is more than 10 % and 2 ms worse than the
other version's, 1 otherwise, 2 if the machine was too busy to tell.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import sys
import time
from pathlib import Path

from projects import CASES, SHAPES, Project, project_of
from ratios import Block, p95
from reload import READY_S, one_restart
from running import Running, cold_start, end_by_sigterm
from tools import Tool, comma_separated, measured_python, our_tools

WORSE_SHARE, WORSE_S = 0.10, 0.002


def measure(
    tools: list[Tool], kind: str, python: str, rounds: int, gap_s: float, *, terminal: bool
) -> list[Block]:
    """One block for each version: its restarts, and the cold starts between them."""
    blocks = [Block(cases={case: [] for case in CASES}) for _ in tools]
    with contextlib.ExitStack() as stack:
        sides: list[tuple[Tool, Running, Project, Block]] = []
        for tool, block in zip(tools, blocks, strict=True):
            project = stack.enter_context(project_of(SHAPES[kind]))
            cold_start(python, project)  # writes the bytecode
            running = tool.start(project, env={}, terminal=terminal)
            stack.callback(running.close)
            if running.wait_for("/", READY_S) is None:
                raise SystemExit(f"{tool.name} did not start: {running.said.decode()}")
            sides.append((tool, running, project, block))
        for number in range(rounds):
            for case in CASES:
                # Whoever comes second finds warmer caches: they take turns at that, too.
                for tool, running, project, block in sides if number % 2 else reversed(sides):
                    time.sleep(gap_s)
                    one_restart(tool, running, project, case, python, block)
    return blocks


def worse(kind: str, other: Block, ours: Block) -> list[str]:
    """The cases in which ours is worse by more than both bounds, in words."""
    found = []
    for case in CASES:
        before, now = statistics.median(other.cases[case]), statistics.median(ours.cases[case])
        print(
            f"  {case:10} {before * 1000:7.1f} -> {now * 1000:7.1f} ms, {now / before:5.2f};"
            f" p95 {p95(other.cases[case]) * 1000:7.1f} -> {p95(ours.cases[case]) * 1000:7.1f} ms;"
            f" / cold start {other.ratio(case):5.2f} -> {ours.ratio(case):5.2f}",
            flush=True,
        )
        if now - before > max(WORSE_SHARE * before, WORSE_S):
            found.append(f"{kind}, {case}: {before * 1000:.1f} -> {now * 1000:.1f} ms")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("other", type=Path, help="the `reloader` command of the other version")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--gap", type=float, default=0.5, help="seconds between two saves")
    parser.add_argument("--scripts", type=comma_separated, default="bare,stdlib")
    parser.add_argument("--python", default=measured_python())
    parser.add_argument("--terminal", action="store_true")
    options = parser.parse_args()
    end_by_sigterm()
    other = str(options.other.absolute())
    ours = next(tool for tool in our_tools(options.python) if tool.name == "reloader")
    before = Tool(
        "the other version",
        lambda project: [other, "--python", options.python, str(project.script)],
        ours=True,
    )
    found: list[str] = []
    busy = 0
    for kind in options.scripts:
        blocks = measure(
            [before, ours], kind, options.python, options.rounds, options.gap,
            terminal=options.terminal,
        )  # fmt: skip
        print(f"{kind} script, {options.rounds} rounds" + ", terminal" * options.terminal)
        found += worse(kind, *blocks)
        busy += sum(not block.is_quiet for block in blocks)
    if busy:
        print(f"verdict: NOT JUDGED, the machine was busy in {busy} of {2 * len(options.scripts)}")
        return 2
    print("verdict: " + ("WORSE\n  " + "\n  ".join(found) if found else "not worse"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
