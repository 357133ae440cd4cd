"""What reloaders fail at, one check each: real processes, real files, one trial.

A check returns a few words for the table ('0.03 s') or raises Failed with them. Each
has a project of its own, so checks may run side by side.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from projects import Project, Report, Shape, project_of, write
from running import Running, wait_gone
from tools import Command, Env, Tool

START_S = 15.0
RESTART_S = 12.0  # watchmedo forces a child that ignores it after 10 s
GONE_S = 5.0
BASELINE_S = 1.5  # of tools that look once a second
BURST = 200
BURST_S = 1.0
BURST_WAIT_S = 45.0  # watchmedo needs most of it
MOST_RESTARTS = 2


class Failed(Exception):
    """The check is not passed; the text says what happened, in a few words."""


class NoSuchOption(Exception):
    """The tool has no way to be asked for this."""


class Trial:
    """One tool on one project, for one check."""

    def __init__(self, tool: Tool, project: Project, env: Env, restart_s: float) -> None:
        self.tool, self.project, self.reports = tool, project, project.reports
        self._restart_s = restart_s
        self._env = env
        self._running: Running | None = None

    @property
    def running(self) -> Running:
        assert self._running is not None
        return self._running

    def start(self, command: Command | None = None) -> Report:
        """The tool runs, and the script has printed its first line."""
        self.start_only(command)
        return self.wait("/", START_S, "does not start")

    def start_only(self, command: Command | None = None) -> None:
        log = self.project.root / "log"
        self._running = self.tool.start(self.project, env=self._env, command=command, log=log)

    def wait(self, word: str, deadline_s: float | None = None, otherwise: str = "no run") -> Report:
        """For a report that holds `word`; as long as a restart may take."""
        report = self.reports.wait(
            lambda report: word in report.word,
            self._restart_s if deadline_s is None else deadline_s,
        )
        if report is None:
            ended = self.running.process.poll() is not None
            raise Failed("the tool has ended" if ended else otherwise)
        self.running.remember([report.pid])
        return report

    def save_and_wait(
        self, case: str = "in place", otherwise: str = "no run"
    ) -> tuple[Report, str]:
        """(the new run's first line, how long it took from the save on)."""
        self.reports.forget()
        mark = self.project.save(case)
        saved = time.perf_counter()
        report = self.wait(mark, otherwise=otherwise)
        return report, seconds(report.at - saved)

    def baseline(self) -> None:
        time.sleep(BASELINE_S)

    def close(self) -> None:
        """No process is left, also none that the tool left or started while it ended."""
        if self._running is not None:
            self._remember_reported(self._running)
            self._running.close()
            self._remember_reported(self._running)
            self._running.kill_family()

    def _remember_reported(self, running: Running) -> None:
        self.reports.read()
        for report in self.reports.all:
            running.remember([report.pid, *([int(report.extra)] if report.extra else [])])


def seconds(duration_s: float) -> str:
    return f"{duration_s:.2f} s" if duration_s < 10 else f"{duration_s:.0f} s"


# -- the checks


def killed(trial: Trial) -> str:
    script = trial.start()
    trial.running.tree()
    os.kill(trial.running.process.pid, signal.SIGKILL)
    killed_at = time.perf_counter()
    if not wait_gone(script.pid, GONE_S):
        raise Failed("lives on")
    return seconds(time.perf_counter() - killed_at)


def ignores_signals(trial: Trial) -> str:
    old = trial.start()
    trial.baseline()
    _, took = trial.save_and_wait()
    if not wait_gone(old.pid, GONE_S):
        raise Failed("the old one lives on")
    return took


def grandchild_gone(trial: Trial) -> str:
    trial.start()
    grandchild = int(trial.wait("grandchild").extra)
    trial.baseline()
    trial.save_and_wait()
    if not wait_gone(grandchild, GONE_S):
        raise Failed("lives on")
    return "ok"


def grandchild_holds_stdout(trial: Trial) -> str:
    trial.start()
    trial.wait("grandchild")
    trial.baseline()
    return trial.save_and_wait()[1]


def mistake(trial: Trial) -> str:
    trial.start()
    trial.baseline()
    write(trial.project.script, "def broken(:\n")
    trial.baseline()
    return trial.save_and_wait()[1]


def broken_at_start(trial: Trial) -> str:
    write(trial.project.script, "def broken(:\n")
    trial.start_only()
    trial.baseline()
    trial.baseline()
    return trial.save_and_wait()[1]


def deleted(trial: Trial) -> str:
    trial.start()
    trial.baseline()
    trial.project.script.unlink()
    trial.baseline()
    return trial.save_and_wait()[1]


def burst(trial: Trial) -> str:
    trial.start()
    trial.baseline()
    trial.reports.forget()
    before, began = len(trial.reports.all), time.perf_counter()
    mark = ""
    for number in range(BURST):
        mark = trial.project.save("in place")
        time.sleep(max(0.0, began + (number + 1) * BURST_S / BURST - time.perf_counter()))
    saved = time.perf_counter()
    report = trial.wait(mark, BURST_WAIT_S, "last save lost")
    time.sleep(1)
    trial.reports.read()
    restarts = len(trial.reports.all) - before
    took = f"{seconds(max(0.0, report.at - saved))}, {restarts} restart{'s'[: restarts != 1]}"
    if restarts > MOST_RESTARTS or report.at - saved > GONE_S:
        raise Failed(took)
    return took


def during_start_up(trial: Trial) -> str:
    """The helper, just after the new run has imported it; five moments of its start."""
    trial.start()
    lost = 0
    for late_s in (0.0, 0.05, 0.1, 0.2, 0.29):
        trial.baseline()
        trial.reports.forget()
        trial.project.save("in place")
        trial.wait("begun")
        time.sleep(late_s)
        try:
            trial.save_and_wait("helper")
        except Failed:
            lost += 1
    if lost:
        raise Failed(f"{lost} of 5 lost")
    return "5 of 5"


def older_mtime(trial: Trial) -> str:
    trial.start()
    trial.baseline()
    trial.reports.forget()
    helper = trial.project.folder / "helper.py"
    restored = helper.with_suffix(".restored")
    write(restored, "MARK = 'older'\n")
    an_hour_ago = time.time() - 3600
    os.utime(restored, (an_hour_ago, an_hour_ago))
    os.replace(restored, helper)
    saved = time.perf_counter()
    return seconds(trial.wait("/older/").at - saved)


def imported_late(trial: Trial) -> str:
    trial.start()
    trial.wait("late:")
    trial.baseline()
    trial.reports.forget()
    mark = trial.project.save("late")
    saved = time.perf_counter()
    restarted = trial.wait("/", otherwise="not noticed")
    trial.wait(mark)
    return seconds(restarted.at - saved)


def exit_code(trial: Trial) -> str:
    if trial.tool.window:
        return _exit_code_in_events(trial)
    trial.start(trial.tool.once)
    end = time.perf_counter() + GONE_S
    while (code := trial.running.process.poll()) is None and time.perf_counter() < end:
        time.sleep(0.01)
    if code != 7:
        raise Failed("goes on" if code is None else f"ends with {code}")
    return "ok"


def _exit_code_in_events(trial: Trial) -> str:
    """A window does not end with its script; it tells the code in its event log."""
    trial.start()
    log, end = trial.project.root / "events", time.perf_counter() + GONE_S
    while time.perf_counter() < end:
        lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
        events = [json.loads(line) for line in lines if line.endswith("\n")]
        if any(event.get("exit_code") == 7 for event in events):
            return "ok"
        time.sleep(0.01)
    raise Failed("not told")


def equal_size(trial: Trial) -> str:
    """Two saves of equal size in one second: Python takes the first one's bytecode for the
    second's, by its mtime in whole seconds and its size."""
    trial.start()
    stale = 0
    for _ in range(4):
        trial.baseline()
        time.sleep(1.02 - time.time() % 1)  # the second has just begun
        trial.reports.forget()
        first = trial.project.save("helper")
        trial.reports.wait(lambda report: first in report.word, 0.6)  # noqa: B023
        time.sleep(0.1)
        second = trial.project.save("helper")
        try:
            trial.wait(second, GONE_S)
        except Failed:
            stale += 1
    if stale:
        raise Failed(f"old text, {stale} of 4")
    return "4 of 4"


def exit_2(trial: Trial) -> str:
    script = trial.start()
    wait_gone(script.pid, GONE_S)
    trial.baseline()
    trial.project.shape = Shape()
    return trial.save_and_wait()[1]


def pattern(trial: Trial) -> str:
    if trial.tool.pattern is None:
        raise NoSuchOption
    notes = trial.project.folder / "notes.py"
    write(notes, "")
    trial.start(trial.tool.pattern)
    trial.baseline()
    trial.reports.forget()
    write(notes, "# a change\n")
    saved = time.perf_counter()
    return seconds(trial.wait("/", GONE_S, "not noticed").at - saved)


@dataclass(frozen=True)
class Check:
    name: str
    run: Callable[[Trial], str]
    shape: Shape = Shape()


IGNORE_SIGNALS = """\
import contextlib, signal
with contextlib.suppress(ValueError):  # a reloader that runs the script in a thread
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
"""
GRANDCHILD = """\
import subprocess
grandchild = subprocess.Popen(
    [sys.executable, "-c", "import time; time.sleep(600)"], start_new_session={escapes})
report("grandchild", grandchild.pid)
"""
LATE = "time.sleep(0.5)\nimport late\nreport(f'late:{late.MARK}')"
SLOW_START = "import helper\nreport('begun')\ntime.sleep(0.3)"

CHECKS = (
    Check("tool killed by SIGKILL: child gone", killed),
    Check("child ignores SIGTERM and SIGINT", ignores_signals, Shape(early=IGNORE_SIGNALS)),
    Check(
        "grandchild gone after a restart",
        grandchild_gone,
        Shape(late=GRANDCHILD.format(escapes=False)),
    ),
    Check(
        "grandchild holds stdout",
        grandchild_holds_stdout,
        Shape(late=GRANDCHILD.format(escapes=True)),
    ),
    Check("syntax error saved, then fixed", mistake),
    Check("broken at the very start, then fixed", broken_at_start),
    Check("script deleted and created again", deleted),
    Check("200 saves in a second", burst),
    Check("save during start-up noticed", during_start_up, Shape(early=SLOW_START)),
    Check("older mtime restored", older_mtime),
    Check("module imported late, from elsewhere", imported_late, Shape(late=LATE)),
    Check("script's own exit code passed on", exit_code, Shape(late="sys.exit(7)")),
    Check("two equal-size saves in a second", equal_size),
    Check("Python ended with 2, then a save", exit_2, Shape(late="sys.exit(2)")),
    Check("watches the pattern *.py", pattern),
)


@dataclass(frozen=True)
class Outcome:
    passed: bool | None
    """None: the tool cannot be asked for this."""
    words: str


def try_out(
    check: Check,
    tool: Tool,
    env: Env,
    *,
    keep_log: Path | None = None,
    restart_s: float = RESTART_S,
) -> Outcome:
    """One trial, from an empty folder to no process left. Failing, `keep_log` gets the
    tool's output."""
    with project_of(check.shape) as project:
        trial = Trial(tool, project, env, restart_s)
        try:
            return Outcome(True, check.run(trial))
        except NoSuchOption:
            return Outcome(None, "-")
        except Failed as failure:
            log = project.root / "log"
            if keep_log is not None and log.exists():
                keep_log.write_bytes(log.read_bytes())
            return Outcome(False, str(failure))
        finally:
            trial.close()
