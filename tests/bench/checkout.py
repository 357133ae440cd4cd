"""A checkout: 500 modules and a helper saved at once, from the last write to the first line.

    python tests/bench/checkout.py [--rounds 5] [--tools reloader,nodemon] [--screen own]

Each takes turns with a cold `python script.py` of a second project, all of whose modules
have just been saved as well: both compile every one of them. Ratios count.
"""

from __future__ import annotations

import argparse
import statistics
import time

from display import screen
from projects import Project, Shape, project_of
from ratios import NOT_NOTICED
from running import cold_start, end_by_sigterm
from tools import Env, Tool, add_options, find_tools

MODULES = Shape(imports="import many", modules=500)
TOOLS = ("reloader", "reloader --no-standby", "nodemon")
READY_S, DEADLINE_S, GAP_S = 30.0, 15.0, 1.5


def measure(
    tool: Tool, python: str, rounds: int, env: Env, other: Project
) -> tuple[list[float], list[float]]:
    """Seconds of each restart and of the cold start before it."""
    restarts: list[float] = []
    cold: list[float] = []
    with project_of(MODULES) as project:
        cold_start(python, project)
        running = tool.start(project, env=env)
        try:
            if running.wait_for("/", READY_S, window=tool.window) is None:
                return [], []
            for _ in range(rounds):
                time.sleep(GAP_S)  # the texts of the last save have been read by then
                other.save("checkout")
                arrived_s, printed_s = cold_start(python, other)
                cold.append(printed_s if tool.window else arrived_s)
                mark = project.save("checkout")
                saved = time.perf_counter()
                seen = running.wait_for(mark, DEADLINE_S, window=tool.window)
                restarts.append(NOT_NOTICED if seen is None else seen.at - saved)
        finally:
            running.close()
    return restarts, cold


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    add_options(parser, TOOLS)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    end_by_sigterm()
    tools, _ = find_tools(options.tools, options.python, options.cache)
    with screen(options.screen) as env, project_of(MODULES) as other:
        cold_start(options.python, other)
        for tool in tools:
            restarts, cold = measure(tool, options.python, options.rounds, env, other)
            if not restarts:
                print(f"{tool.name:22} did not start the script within {READY_S:g} s")
                continue
            middle, floor = statistics.median(restarts), statistics.median(cold)
            print(
                f"{tool.name:22} {middle * 1000:8.0f} ms, cold start {floor * 1000:6.0f} ms:"
                f" {middle / floor:5.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
