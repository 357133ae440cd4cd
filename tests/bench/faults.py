"""The faults that reloaders have: every check on every tool, one trial each.

    python tests/bench/faults.py [--tools A,B] [--only WORD] [--jobs 2] [--json FILE]

Prints a table: what passed, with its time, and what failed, with what happened. Exit
code 1 if one of ours fails any check. Deadlines, not speed, decide; so a few trials may
run side by side.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from checks import CHECKS, Check, Outcome, try_out
from display import screen
from running import end_by_sigterm
from tools import NAMES, Env, Tool, add_options, find_tools

Table = dict[str, dict[str, Outcome]]
SHOWN = [name for name in NAMES if name != "reloader --no-standby"]


def run_all(
    checks: Sequence[Check], tools: list[Tool], env: Env, jobs: int, logs: Path | None
) -> Table:
    """check -> tool -> outcome, printed as they come."""

    def one(pair: tuple[Check, Tool]) -> Outcome:
        check, tool = pair
        log = logs / f"{tool.name} - {check.name}.log" if logs else None
        outcome = try_out(check, tool, env, keep_log=log)
        sign = {True: "passes", False: "FAILS", None: "-"}[outcome.passed]
        print(f"  {tool.name:20} {check.name:38} {sign:7} {outcome.words}", flush=True)
        return outcome

    pairs = [(check, tool) for tool in tools for check in checks]
    table: Table = {check.name: {} for check in checks}
    with ThreadPoolExecutor(jobs) as pool:
        futures = [pool.submit(one, pair) for pair in pairs]
        try:
            for (check, tool), future in zip(pairs, futures, strict=True):
                table[check.name][tool.name] = future.result()
        finally:
            pool.shutdown(cancel_futures=True)  # interrupted: end those that run, begin no more
    return table


def as_markdown(table: Table, tools: list[Tool]) -> str:
    """A row for each check; what fails is set in brackets."""
    rows = [["check", *(tool.name for tool in tools)], ["---"] * (len(tools) + 1)]
    for name, outcomes in table.items():
        rows.append([name, *(_cell(outcomes[tool.name]) for tool in tools)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(outcome: Outcome) -> str:
    return f"({outcome.words})" if outcome.passed is False else outcome.words


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    add_options(parser, SHOWN)
    parser.add_argument("--only", default="", help="checks whose name holds this")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--logs", type=Path, help="keep the output of failed trials here")
    return parser.parse_args()


def main() -> int:
    options = read_options()
    end_by_sigterm()
    checks = [check for check in CHECKS if options.only in check.name]
    if not checks:
        raise SystemExit(f"no check is named like {options.only!r}")
    if options.logs:
        options.logs.mkdir(parents=True, exist_ok=True)
    tools, installed = find_tools(options.tools, options.python, options.cache)
    with screen(options.screen) as env:
        table = run_all(checks, tools, env, options.jobs, options.logs)
    print(f"\n{as_markdown(table, tools)}\n\n(in brackets: fails; -: has no such option)")
    if options.json:
        plain = {
            check: {tool: vars(outcome) for tool, outcome in outcomes.items()}
            for check, outcomes in table.items()
        }
        results = {"versions": installed.versions, "checks": plain}
        options.json.write_text(json.dumps(results, indent=1))
    failed = [
        f"{tool.name}: {check}"
        for check, outcomes in table.items()
        for tool in tools
        if tool.ours and outcomes[tool.name].passed is False
    ]
    print("verdict: " + ("FAILED: " + "; ".join(failed) if failed else "ours pass every check"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
