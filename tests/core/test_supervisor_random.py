"""The real supervisor, driven at random: whatever comes in whatever order, the promises hold.

Every script takes a lock that its whole tree inherits, so two trees at once cannot hide.
The short form draws other steps each day, and says how they are drawn again; longer ones:
`pytest tests/core/test_supervisor_random.py --hypothesis-profile stress`.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from reloader_core import State, Status

pytestmark = pytest.mark.linux  # the lock, /proc's environments, guardian and keeper

SHORT = settings(
    max_examples=10,
    stateful_step_count=12,
    database=None,
    phases=[Phase.generate],  # making a failure smaller takes minutes
)
SETTLED_S = 15.0
COMMAND_S = 0.5  # a command only puts something into a queue; the rest is this busy machine
HELLO_S = 0.3
LARGE = "".join(f"def f{n}(a, b=None):\n    return [a + {n}, b]\n" for n in range(4000))
STEADY = {"sleeps", "stubborn", "grandchildren", "exits 3 once", "floods"}

PROLOGUE = """
import fcntl, os, signal, subprocess, sys, time
lock = open('lock', 'a')
try:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
except OSError:
    open('overlap', 'a').write('%d ' % os.getpid())
import helper
with open('runs/new', 'w') as file: file.write('{version} %d' % helper.version)
os.replace('runs/new', 'runs/%d' % os.getpid())
def double_fork():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0: time.sleep(600)
        os._exit(0)
    os.wait()
"""
SCRIPTS = {
    "sleeps": "time.sleep(600)",
    "stubborn": "for n in (signal.SIGINT, signal.SIGTERM): signal.signal(n, signal.SIG_IGN)\n"
    "while True:\n    try: time.sleep(600)\n    except BaseException: pass",
    "grandchildren": "double_fork(); subprocess.Popen(['sleep', '600']); time.sleep(600)",
    "exits 3 once": "if not os.path.exists('3-{version}'):\n    open('3-{version}', 'w'); "
    "sys.exit(3)\ntime.sleep(600)",
    "floods": "while True: print('x' * 1000)",
    "ends": "print('bye')",
    "ends, leaving something": "double_fork()",
    "crashes": "1 / 0",
    "kills itself": "os.kill(os.getpid(), 11)",
    "exits 3 always": "sys.exit(3)",
    "broken": "def (:",
}


PYTHON = f"""#!/bin/sh
[ -e "$0.slow" ] && sleep {HELLO_S + 0.1}
exec "{sys.executable}" "$@"
"""


class Machine(RuleBasedStateMachine):
    """One supervisor in a folder of its own, and what must be true of it."""

    make_engine: Callable[[Path], Any]  # set by the test
    folder: Path
    examples = 0

    def __init__(self) -> None:
        super().__init__()
        Machine.examples += 1
        self.place = self.folder / f"example {self.examples}"
        (self.place / "runs").mkdir(parents=True)
        self.version = 0
        self.history: list[str] = []
        """For what only happens once: that a failure cannot be repeated makes it no smaller."""
        self.kind = "sleeps"
        self.least_run = 1
        self.helper_is_good = True
        self.expected: set[State] = set()
        self.was_running = False
        self.write_main("sleeps")
        self.write_helper(True)
        self.python = self.place / "python"
        self.python.write_text(PYTHON)
        self.interpreter = "fine"
        self.the_interpreter_is(self.interpreter)
        self.before = self.held()
        self.engine = self.make_engine(self.place / "main.py")
        self.engine.wait(lambda: self.engine.statuses, "a first status")
        self.expect_run()

    # -- what the user does

    @rule()
    def start(self) -> None:
        self.least_run = self.engine.status.run + 1
        self.command(self.engine.supervisor.start)
        self.expect_run()

    @rule()
    def stop(self) -> None:
        self.command(self.engine.supervisor.stop)
        self.expected = {State.IDLE}

    @rule(kind=st.sampled_from(sorted(SCRIPTS)))
    def save(self, kind: str) -> None:
        self.write_main(kind)
        self.expect_reload()

    @rule(good=st.booleans(), large=st.booleans())
    def save_helper(self, good: bool, large: bool) -> None:
        self.write_helper(good, LARGE if large else "")
        self.expect_reload()

    @rule(steps=st.lists(st.sampled_from(["start", "stop", "sleeps", "grandchildren", "ends"]),
                         min_size=2, max_size=12))  # fmt: skip
    def many_at_once(self, steps: list[str]) -> None:
        for step in steps:
            if step in SCRIPTS:
                self.save(step)
            else:
                self.command(getattr(self.engine.supervisor, step))
        wishes = [step for step in steps if step in ("start", "stop")]
        if wishes:
            self.expected = {State.IDLE} if wishes[-1] == "stop" else self.expected
            if wishes[-1] == "start":
                self.expect_run()

    @rule(size=st.sampled_from([1, 100_000, 3_000_000]))
    def type_something(self, size: int) -> None:
        self.command(lambda: self.engine.supervisor.write_input(b"x" * size))

    # -- what happens to it

    @rule()
    def the_script_is_killed(self) -> None:
        status = self.engine.status
        if status.state is State.RUNNING and self.kind != "exits 3 always":
            self.kill(status.pid)
            # RUNNING: a start or a save was under way; the truth is that another one runs then.
            self.expected = {State.WAITING, State.RUNNING}

    @rule(who=st.sampled_from(["guardian", "keeper", "both"]))
    def its_guardian_is_killed(self, who: str) -> None:
        with contextlib.suppress(psutil.NoSuchProcess, IndexError):  # not yet followed by another
            keeper = psutil.Process(self.engine.supervisor._host._guardian.process.pid)
            guardian = keeper.children()[0]
            self.history.append(f"kill {who}")
            for victim in {"guardian": [guardian], "keeper": [keeper]}.get(who, [guardian, keeper]):
                victim.kill()
            if State.RUNNING in self.expected:
                self.expected |= {State.WAITING}

    @rule()
    def the_standby_is_killed(self) -> None:
        for process in self.marked():
            if not self.has_begun(process.pid):
                self.kill(process.pid)

    @rule()
    def the_standby_is_frozen(self) -> None:
        """Its check is not answered, and it does not go."""
        for process in self.marked():
            if not self.has_begun(process.pid):
                with contextlib.suppress(psutil.Error):
                    process.suspend()
                    if self.expected != {State.IDLE}:
                        # A save may just have made it the run, which is frozen then, and runs.
                        self.expected = self.expected | {State.RUNNING}

    @rule(kind=st.sampled_from(["fine", "fine", "slow", "not executable", "absent"]))
    def the_interpreter_is(self, kind: str) -> None:
        self.history.append(f"interpreter {kind}")
        self.interpreter = kind
        away, slow = self.python.with_suffix(".away"), self.python.with_suffix(".slow")
        if away.exists():
            away.rename(self.python)
        self.python.chmod(0o000 if kind == "not executable" else 0o755)
        slow.unlink(missing_ok=True)
        if kind == "slow":
            slow.touch()
        if kind == "absent":
            self.python.rename(away)

    # -- what must hold after each step

    @invariant()
    def the_state_tells_the_truth(self) -> None:
        deadline = time.monotonic() + SETTLED_S
        while (wrong := self.truth()) and time.monotonic() < deadline:
            time.sleep(0.005)
        with contextlib.suppress(OSError):
            wrong += wrong and f" in {self.read_version(self.engine.status.pid)}/{self.versions}"
        said = [*self.engine.statuses[-6:], *self.engine.notices[-3:]]
        assert not wrong, f"{wrong} after {self.history[-30:]}: {said}"
        self.was_running = self.engine.status.state is State.RUNNING

    @invariant()
    def never_two_trees(self) -> None:
        overlap = self.place / "overlap"
        assert not overlap.exists(), overlap.read_text()

    def teardown(self) -> None:
        self.engine.close()
        self.engine.wait(lambda: not self.marked(), lambda: self.marked(), SETTLED_S)
        assert self.engine.status.state is State.CLOSED
        self.engine.wait(
            lambda: self.held() == self.before, f"{self.held()}, not {self.before}", SETTLED_S
        )

    @staticmethod
    def held() -> tuple[list[str], list[str], int]:
        """What this process holds: threads, child processes, and how many descriptors."""
        threads = sorted(thread.name for thread in threading.enumerate())
        children = sorted(map(str, psutil.Process().children()))
        return threads, children, len(os.listdir("/proc/self/fd"))

    # -- how that is known

    def truth(self) -> str:
        """'' if what was published is so, and is what was to be expected; else what is not."""
        status: Status = self.engine.status
        begun = {pid for pid in (process.pid for process in self.marked()) if self.belongs(pid)}
        if self.engine.status is not status:
            return "it changes"
        if self.kind == "exits 3 always" and State.RESTARTING in self.expected:
            return ""  # comes and goes; that it never doubles is checked all the same
        if status.run < self.least_run and State.IDLE not in self.expected:
            return f"run {self.least_run} is still to come"
        if status.state not in self.expected:
            return f"{status.state} where {self.expected} was expected"
        match status.state:
            case State.RUNNING:
                if status.pid not in begun:
                    return f"{status.pid} is said to run, {begun} does"
                if self.is_good and self.read_version(status.pid) != self.versions:
                    return f"runs {self.read_version(status.pid)}, not {self.versions}"
            case State.WAITING if len(begun) != status.left:
                return f"{status.left} are said to be left, {begun} are"
            case State.IDLE if begun:
                return f"{begun} still run"
        return ""

    def marked(self) -> list[psutil.Process]:
        """All processes of this supervisor's children."""
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                if process.environ().get("EXAMPLE") == str(self.place):
                    found.append(process)
        return [process for process in found if process.is_running() and not is_zombie(process)]

    def belongs(self, pid: int) -> bool:
        """Does it belong to a run that has begun? A standby does not."""
        with contextlib.suppress(psutil.Error):
            return self.has_begun(int(psutil.Process(pid).environ().get("RELOADER_PID", 0)))
        return False

    def has_begun(self, pid: int) -> bool:
        return (self.place / "runs" / str(pid)).exists()

    def read_version(self, pid: int | None) -> list[int]:
        words = (self.place / "runs" / str(pid)).read_text().split()
        return [int(word) for word in words]

    # -- what is to be expected

    @property
    def is_good(self) -> bool:
        return self.helper_is_good and self.kind != "broken"

    def expect_run(self) -> None:
        if self.is_good and self.kind == "exits 3 always":
            self.expected = {State.RESTARTING, State.RUNNING}
        else:
            steady = self.is_good and self.kind in STEADY
            self.expected = {State.RUNNING if steady else State.WAITING}
        if self.interpreter in ("not executable", "absent"):  # a standby may be parked already
            self.expected.add(State.WAITING)

    def expect_reload(self) -> None:
        """Where nothing runs or waits, a save changes nothing; a mistake may leave the old run."""
        if self.expected == {State.IDLE}:
            return
        self.expect_run()
        if not self.is_good and self.was_running:
            self.expected.add(State.RUNNING)

    # -- how it is done

    def command(self, give: Callable[[], object]) -> None:
        self.history.append(getattr(give, "__name__", "command"))
        began = time.monotonic()
        give()
        assert time.monotonic() - began < COMMAND_S

    def write_main(self, kind: str) -> None:
        self.kind = kind
        self.version += 1
        text = (PROLOGUE + SCRIPTS[kind]).replace("{version}", str(self.version))
        self.write("main.py", text)

    def write_helper(self, good: bool, body: str = "") -> None:
        self.helper_is_good = good
        self.version += 1
        text = f"version = {self.version}" if good else "version = ("
        self.write("helper.py", body + text)

    def write(self, name: str, text: str) -> None:
        self.history.append(f"{name} {self.version} {self.kind}")
        self.versions = [*getattr(self, "versions", [0, 0])]
        self.versions[name == "helper.py"] = self.version
        (self.place / "saved").write_text(text)
        os.replace(self.place / "saved", self.place / name)

    def kill(self, pid: int | None) -> None:
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(pid)
            if process.environ().get("EXAMPLE") == str(self.place):
                self.history.append(f"kill {pid}")
                process.kill()
                process.wait(SETTLED_S)


def is_zombie(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    return True


@pytest.mark.timeout(3600)
def test_whatever_comes_in_whatever_order(
    supervise: Callable[..., Any], folder: Path, pytestconfig: pytest.Config
) -> None:
    class Here(Machine):
        @staticmethod
        def make_engine(script: Path) -> Any:
            env = (("EXAMPLE", str(script.parent)),)
            python = script.with_name("python")
            options = {"interpreter": python, "grace_s": 0.3, "hello_s": HELLO_S}
            return supervise(script, cwd=script.parent, env=env, **options)

    Here.folder = folder
    chosen = settings()
    steps: Any = Here
    if settings.get_current_profile_name() != "stress":
        given = pytestconfig.getoption("hypothesis_seed", None)
        number = int(given) if given is not None else datetime.date.today().toordinal()
        print(f"the same steps again: --hypothesis-seed={number}")
        chosen, steps = SHORT, seed(number)(Here)
    run_state_machine_as_test(
        steps, settings=settings(chosen, deadline=None, suppress_health_check=list(HealthCheck))
    )
