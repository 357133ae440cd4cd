"""Lines a second through `reloader`, in a terminal and a pipe: beside `python`, another version.

    python tests/bench/streams.py [OTHER/.venv/bin/reloader] [--lines 300000] [--rounds 5]

One script prints the lines, as `print` does and in one piece each hundred; whoever reads takes them
as fast as they come. They take turns; medians count, and ratios to `python -u`.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from running import clean_env, end_by_sigterm, in_terminal, read_some
from tools import measured_python, ours

KINDS = {
    "print": "for number in range({lines}): print('line', number)",
    "written": "for number in range({lines} // 100): sys.stdout.write('a line\\n' * 100)",
}


def lines_a_second(command: list[str], folder: Path, lines: int, *, terminal: bool) -> float:
    """From the first line that comes to the last one."""
    if terminal:
        process, out = in_terminal(command, folder, {})
    else:
        process = subprocess.Popen(
            command, cwd=folder, env=clean_env(), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert process.stdout is not None
        out = process.stdout.fileno()
    seen, first, last = 0, 0.0, 0.0
    while data := read_some(out):
        last = time.perf_counter()
        first = first or (last if b"line" in data else 0.0)  # our own words come before
        seen += data.count(b"\n")
        if seen >= lines:
            break
    process.terminate()
    while read_some(out):
        pass
    process.wait()
    if terminal:
        os.close(out)
    elif process.stdout is not None:
        process.stdout.close()
    if seen < lines:
        raise SystemExit(f"{command[0]}: only {seen} lines of {lines}")
    return lines / (last - first)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("other", type=Path, nargs="?", help="the `reloader` of another version")
    parser.add_argument("--lines", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--python", default=measured_python())
    options = parser.parse_args()
    end_by_sigterm()
    tools = {
        "python": [options.python, "-u"],
        "reloader": [*ours("reloader_core"), "--once", "--python", options.python],
    }
    if options.other:
        tools["the other version"] = [
            str(options.other.absolute()), "--once", "--python", options.python,
        ]  # fmt: skip
    for where in ("terminal", "pipe"):
        for kind, source in KINDS.items():
            found: dict[str, list[float]] = {name: [] for name in tools}
            with tempfile.TemporaryDirectory() as name:
                script = Path(name) / "lines.py"
                script.write_text(f"import sys\n{source.format(lines=options.lines)}\n")
                for _ in range(options.rounds):
                    for tool, command in tools.items():
                        found[tool].append(
                            lines_a_second(
                                [*command, str(script)], Path(name), options.lines,
                                terminal=where == "terminal",
                            )
                        )  # fmt: skip
            plain = statistics.median(found["python"])
            for tool, rates in found.items():
                rate = statistics.median(rates)
                print(f"{where:8} {kind:7} {tool:18} {rate:10,.0f} lines/s {rate / plain:5.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
