"""How programs end at a save and at Stop: whether what tidies up has done so, and how long it took.

    python tests/bench/endings.py [RELOADER ...] [--only WORD] [--python PYTHON] [--rounds 3]

The programs are those of tests/support/ending_programs.py; some need packages that PYTHON has.
Each command (this checkout's by default) is tried with each of them; a first column, Ctrl+C in a
terminal, is the measure. Milliseconds: from the first press to the end in the terminal, from
'restarting' to 'running' at a save, from 'stopping' to 'closed' at Stop. The exit code is 1 if
more than one program ends incompletely with the last command, or more than two take over
1.9 s.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from running import clean_env

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from ending_programs import PROGRAMS, Program

UP_S, END_S, TERMINAL_S, RESTS_S = 20.0, 10.0, 4.0, 0.4
SLOW_MS = 1900
MOST_INCOMPLETE, MOST_SLOW = 1, 2


@dataclass
class Ended:
    ms: float
    missing: list[str]

    def __str__(self) -> str:
        lost = "LOST " + ", ".join(self.missing)
        return f"{self.ms:6.0f} ms {lost if self.missing else 'all'}"


def missing(program: Program, text: str) -> list[str]:
    return [line for line in program.said if line not in text]


def write(program: Program, folder: Path) -> list[str]:
    """Its files; its command line."""
    for name, text in program.files.items():
        (folder / name).write_text(text)
    (folder / "main.py").write_text(program.source)
    return ["-m", program.module, *program.args] if program.module else ["main.py"]


def wait(condition: Callable[[], bool], deadline_s: float) -> bool:
    end = time.monotonic() + deadline_s
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


def in_terminal(program: Program, python: str) -> Ended:
    """Ctrl+C, once."""
    with tempfile.TemporaryDirectory() as name:
        words = write(program, Path(name))
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(name)
            os.execve(python, [python, "-u", *words], clean_env())
        text = read_until(terminal, b"up", UP_S)
        read_until(terminal, None, RESTS_S)
        pressed = time.monotonic()
        os.write(terminal, b"\x03")
        text = read_until(terminal, None, TERMINAL_S)
        took = time.monotonic() - pressed
        with contextlib.suppress(OSError):
            os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    return Ended(took * 1000, missing(program, text.decode("utf-8", "replace")))


def read_until(terminal: int, mark: bytes | None, deadline_s: float) -> bytes:
    """Until the mark, the time or the end of all that have the terminal."""
    text, end = b"", time.monotonic() + deadline_s
    while (mark is None or mark not in text) and (left := end - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            try:
                text += os.read(terminal, 65536)
            except OSError:
                break
    return text


class Session:
    """One `reloader` on one program."""

    def __init__(self, command: str, program: Program, python: str, folder: Path) -> None:
        self.program, self.script = program, folder / "main.py"
        words = write(program, folder)
        self.events, self.output = folder.parent / "events", folder.parent / "output"
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [command, "--events", str(self.events), "--python", python, *words],
                cwd=folder, env=clean_env(), stdin=subprocess.PIPE, stdout=output,
                stderr=subprocess.DEVNULL,
            )  # fmt: skip
        self.wait_up(1)

    def text(self) -> str:
        return self.output.read_text("utf-8", "replace")

    def wait_up(self, times: int) -> None:
        if not wait(lambda: self.text().splitlines().count("up") >= times, UP_S):
            raise RuntimeError(f"{self.program.name} does not start: {self.text()}")
        time.sleep(RESTS_S)

    def between(self, first: str, last: str, since: int) -> float | None:
        lines = [json.loads(line) for line in self.events.read_text().splitlines()[since:]]
        at = {line["state"]: line["t"] for line in reversed(lines) if line["event"] == "state"}
        return (at[last] - at[first]) * 1000 if first in at and last in at else None

    def save(self, number: int) -> Ended:
        events, said = len(self.events.read_text().splitlines()), len(self.text())
        with self.script.open("a") as file:
            file.write(f"# {number}\n")
        wait(lambda: self.between("restarting", "running", events) is not None, END_S)
        self.wait_up(number + 1)
        took = self.between("restarting", "running", events) or END_S * 1000
        return Ended(took, missing(self.program, self.text()[said:]))

    def stop(self) -> Ended:
        events, said = len(self.events.read_text().splitlines()), len(self.text())
        self.process.send_signal(signal.SIGINT)
        self.process.wait(END_S)
        took = self.between("stopping", "closed", events) or END_S * 1000
        return Ended(took, missing(self.program, self.text()[said:]))

    def close(self) -> None:
        self.process.kill()
        self.process.wait()


def with_tool(command: str, program: Program, python: str, rounds: int) -> tuple[Ended, Ended]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "project"
        folder.mkdir()
        session = Session(command, program, python, folder)
        try:
            saves = [session.save(number) for number in range(1, rounds + 1)]
            worst = max(saves, key=lambda each: len(each.missing))
            saved = Ended(statistics.median(each.ms for each in saves), worst.missing)
            return saved, session.stop()
        finally:
            session.close()


def has(python: str, package: str) -> bool:
    words = [python, "-c", f"import {package}"]
    return not package or subprocess.run(words, capture_output=True, check=False).returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    own = str(Path(sys.executable).with_name("reloader"))
    parser.add_argument("commands", nargs="*", default=[own], help="`reloader` commands")
    parser.add_argument("--only", default="", help="programs whose name has this in it")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    incomplete = slow = 0
    for program in PROGRAMS:
        if options.only not in program.name or not has(options.python, program.needs):
            continue
        print(f"{program.name}\n  a terminal: {in_terminal(program, options.python)}", flush=True)
        for command in options.commands:
            saved, stopped = with_tool(command, program, options.python, options.rounds)
            print(f"  {command}\n    save: {saved}\n    Stop: {stopped}", flush=True)
            if command == options.commands[-1]:
                incomplete += bool(saved.missing or stopped.missing)
                slow += max(saved.ms, stopped.ms) > SLOW_MS
    print(f"incomplete: {incomplete}, over {SLOW_MS} ms: {slow}")
    return int(incomplete > MOST_INCOMPLETE or slow > MOST_SLOW)


if __name__ == "__main__":
    sys.exit(main())
