"""From a save to the new run's first line, side by side with other reloaders; and what they
cost while nothing happens.

    python tests/bench/reload.py [--runs 3] [--rounds 15] [--tools A,B] [--json FILE]

Each restart takes turns with a cold `python script.py` (spawn to first line) of the same
project; ratios count, milliseconds drift. A line's time is when it arrives at the tool's
output; for the window, whose output is not piped, both it and its cold starts are taken
by the script's own clock. Tools are installed into --cache once. The last line is the
verdict: exit code 0 good, 1 not good enough, 2 the machine was too busy to tell.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import random
import statistics
import sys
import time
from typing import Any

from display import screen
from idle import PARTS, SETTLE_S, Idle, measure_idle
from projects import CASES, SHAPES, Project, Shape, project_of
from ratios import IDLE_CPU_S, NOT_NOTICED, REQUIRED, Block, p95, verdict
from running import Running, cold_start, end_by_sigterm
from tools import NAMES, Env, Tool, add_options, comma_separated, find_tools

READY_S = 30.0
DEADLINE_S = 5.0
GIVEN_UP_AFTER = 2  # misses in a row, of a tool that is not ours
IDLE_KINDS = {  # of scripts that cost nothing themselves
    "1 module": Shape(sleep_s=3600),
    "2000 modules": dataclasses.replace(SHAPES["2000 modules"], sleep_s=3600),
}


def measure(tool: Tool, shape: Shape, python: str, rounds: int, gap_s: float, env: Env) -> Block:
    """A tool's restarts, each after a cold start. Without any if it does not start."""
    block = Block(cases={case: [] for case in CASES})
    with project_of(shape) as project:
        cold_start(python, project)  # writes the bytecode
        running = tool.start(project, env=env)
        try:
            if running.wait_for("/", READY_S, window=True) is None:
                print(f"{tool.name} said: {running.said.decode(errors='replace')}", flush=True)
                return block
            for _ in range(rounds):
                for case in CASES:
                    if tool.ours or not gives_up(block.cases[case]):
                        # Saves fall anywhere in a poll's period, but not before it has begun.
                        time.sleep(gap_s + tool.blind_s * (1 + random.random()))
                        one_restart(tool, running, project, case, python, block)
        finally:
            running.close()
    return block


def one_restart(
    tool: Tool, running: Running, project: Project, case: str, python: str, block: Block
) -> None:
    arrived_s, printed_s = cold_start(python, project)
    block.cold.append(printed_s if tool.window else arrived_s)
    project.reports.forget()
    mark = project.save(case)
    saved = time.perf_counter()
    seen = running.wait_for(mark, DEADLINE_S, window=tool.window)
    block.cases[case].append(NOT_NOTICED if seen is None else seen.at - saved)


def gives_up(times: list[float]) -> bool:
    return times[:GIVEN_UP_AFTER] == [NOT_NOTICED] * GIVEN_UP_AFTER


def show(tool: Tool, block: Block) -> None:
    if not block.cold:
        print(f"  {tool.name:22} did not start the script within {READY_S:g} s", flush=True)
        return
    floor = statistics.median(block.cold)
    busy = "" if block.is_quiet else "  busy, not judged"
    print(
        f"  {tool.name:22} cold start {floor * 1000:6.1f} ms,"
        f" p95 {p95(block.cold) / floor:4.2f} of it ({len(block.cold)}){busy}"
    )
    for case, times in block.cases.items():
        middle = statistics.median(times)
        if middle == NOT_NOTICED:
            print(f"    {case:10} not noticed")
            continue
        ratios = f"{block.ratio(case):6.2f} {block.late_ratio(case):6.2f}"
        print(f"    {case:10} {middle * 1000:8.1f} ms   median, p95 / cold start: {ratios}")
    sys.stdout.flush()


def one_run(
    options: argparse.Namespace, tools: list[Tool], env: Env
) -> dict[str, dict[str, Block]]:
    """kind of script -> tool -> times."""
    found: dict[str, dict[str, Block]] = {}
    for kind in options.scripts:
        print(f"{kind} script", flush=True)
        found[kind] = {}
        for tool in tools:
            rounds = options.rounds if tool.ours else options.other_rounds
            block = measure(tool, SHAPES[kind], options.python, rounds, options.gap, env)
            found[kind][tool.name] = block
            show(tool, block)
    return found


def idle_costs(
    options: argparse.Namespace, tools: list[Tool], env: Env
) -> dict[str, dict[str, Idle]]:
    costs = {}
    for kind in options.idle_scripts:
        costs[kind] = measure_idle(
            tools, IDLE_KINDS[kind], env, duration_s=options.idle, settle_s=options.settle
        )
        print(f"idle, {kind}: CPU seconds a minute of the whole tree; MiB of own memory (USS)")
        header = "".join(f"{part:>10}" for part in PARTS)
        print(f"  {'':22}{'CPU s/min':>10} = {header}{'MiB: tool':>12}{'script':>8}{'standby':>9}")
        for name, idle in costs[kind].items():
            parts = "".join(f"{idle.cpu_s[part]:10.4f}" for part in PARTS)
            memory = f"{idle.memory:12.1f}{idle.uss['script']:8.1f}{idle.uss['standby']:9.1f}"
            print(f"  {name:22}{idle.whole_cpu_s:10.4f} = {parts}{memory}")
        sys.stdout.flush()
    return costs


def judge(
    options: argparse.Namespace,
    runs: list[dict[str, dict[str, Block]]],
    idle: dict[str, dict[str, Idle]],
) -> tuple[str, int]:
    """The verdict in words, and the exit code. --no-standby is shown, not judged."""
    judged = [name for name in ("reloader", "reloader-gui") if name in options.tools]
    if not judged:
        return "verdict: none, since nothing of ours was measured", 0
    missed: list[str] = []
    busy = 0
    for kind in set(REQUIRED) & set(options.scripts):
        blocks = {name: [run[kind][name] for run in runs] for name in judged}
        worse, unclear = verdict(blocks, kind)
        missed += worse
        busy += unclear
    for kind, costs in idle.items():
        for name in judged:
            if name in costs and costs[name].whole_cpu_s > IDLE_CPU_S:
                missed.append(
                    f"{name}, idle, {kind}: {costs[name].whole_cpu_s:.3f} CPU s/min > {IDLE_CPU_S}"
                )
    if missed:
        return "verdict: NOT GOOD ENOUGH\n  " + "\n  ".join(missed), 1
    if busy:
        return f"verdict: NOT JUDGED, the machine was busy in {busy} blocks of ours", 2
    return f"verdict: GOOD ({', '.join(judged)}; {len(runs)} runs)", 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    add_options(parser, NAMES)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--other-rounds", type=int, default=5, help="of the tools not ours")
    parser.add_argument("--gap", type=float, default=0.5, help="seconds between two saves")
    parser.add_argument("--idle", type=float, default=60, help="seconds; 0: not measured")
    parser.add_argument("--settle", type=float, default=SETTLE_S, help="seconds before that")
    parser.add_argument("--scripts", type=comma_separated, default="bare,stdlib,2000 modules")
    kinds = ",".join(IDLE_KINDS)
    parser.add_argument("--idle-scripts", type=comma_separated, default=kinds, help="idle ones")
    options = parser.parse_args()
    for names, known in ((options.scripts, SHAPES), (options.idle_scripts, IDLE_KINDS)):
        if unknown := set(names) - set(known):
            parser.error(f"no such script: {', '.join(unknown)}; there are {', '.join(known)}")
    return options


def main() -> int:
    options = read_options()
    end_by_sigterm()
    tools, installed = find_tools(options.tools, options.python, options.cache)
    runs = []
    with screen(options.screen) as env:
        versions = ", ".join(f"{name} {version}" for name, version in installed.versions.items())
        print(f"Python {options.python}; window: {env}; {versions}", flush=True)
        for number in range(1, options.runs + 1):
            load = os.getloadavg()[0]
            print(f"\nrun {number} of {options.runs} (load {load:.1f})", flush=True)
            runs.append(one_run(options, tools, env))
        idle = idle_costs(options, tools, env) if options.idle else {}
    words, code = judge(options, runs, idle)
    print(words)
    if options.json:
        results = {"versions": installed.versions, "runs": runs, "idle": idle, "verdict": words}
        options.json.write_text(as_json({"machine": machine(), **results}))
    return code


def machine() -> dict[str, object]:
    return {
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "load": os.getloadavg(),
    }


def as_json(values: object) -> str:
    """Infinity (not noticed) is null: JSON knows no infinity."""

    def plain(value: Any) -> Any:
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            value = vars(value)
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [plain(each) for each in value]
        return None if value == NOT_NOTICED else value

    return json.dumps(plain(values), indent=1)


if __name__ == "__main__":
    sys.exit(main())
