"""Children under a host of the test's own, and a supervisor that can be killed."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import textwrap
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psutil

from patience import patient
from processes import DEADLINE_S, is_alive, kill, script_env, until
from reloader_core import child
from reloader_core.child.wire import Request

F = TypeVar("F")


def guardian_below(pid: int) -> int:
    """The guardian: on Linux its keeper's only child, elsewhere the process that was started."""
    if not sys.platform.startswith("linux"):
        return pid
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return int(until(children.read_text, "the guardian").split()[0])


class Facts:
    """All that a host delivered, in order; what the test waits on."""

    def __init__(self) -> None:
        self.all: list[child.Fact] = []
        self._changed = threading.Condition()

    def __call__(self, fact: child.Fact) -> None:
        with self._changed:
            self.all.append(fact)
            self._changed.notify_all()

    def of(self, number: int, kind: type[F], **fields: object) -> list[F]:
        return [
            fact
            for fact in list(self.all)
            if isinstance(fact, kind)
            and fact.child_id == number  # type: ignore[attr-defined,unused-ignore]
            and all(getattr(fact, name) == value for name, value in fields.items())
        ]

    def wait(self, number: int, kind: type[F], deadline_s: float, **fields: object) -> F:
        found: list[F] = []

        def has_come() -> bool:
            found[:] = self.of(number, kind, **fields)
            return bool(found)

        with self._changed:
            if not self._changed.wait_for(has_come, patient(deadline_s)):
                raise AssertionError(f"no {kind.__name__} {fields} within {deadline_s} s")
        return found[0]


@dataclass(frozen=True)
class Result:
    output: str
    code: int


class Run:
    """One started child with its output collected."""

    def __init__(self, host: child.Host, facts: Facts, number: int, spawn: child.Spawn) -> None:
        self.facts = facts
        self.number = number
        self.spawn = spawn
        self._output = bytearray()
        self._stop = False
        self.child = host.spawn(number, spawn)
        self._reader = threading.Thread(target=self._read, name=f"reader {number}", daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            data = self.child.read_output(0.0 if self._stop else None)
            if data:
                self._output += data
            elif data == b"" or self._stop:
                self.child.close_output()
                return

    @property
    def text(self) -> str:
        return self._output.decode("utf-8", "surrogateescape")

    @property
    def bytes(self) -> bytes:
        return bytes(self._output)

    def seen(self, kind: type[F], **fields: object) -> list[F]:
        return self.facts.of(self.number, kind, **fields)

    def wait(self, kind: type[F], deadline_s: float = DEADLINE_S, **fields: object) -> F:
        try:
            return self.facts.wait(self.number, kind, deadline_s, **fields)
        except AssertionError as error:
            facts = [fact for fact in self.facts.all if fact.child_id == self.number]
            raise AssertionError(f"{error}\noutput: {self.text}\nfacts: {facts}") from None

    def wait_text(self, text: str, deadline_s: float = DEADLINE_S) -> None:
        until(
            lambda: text in self.text,
            lambda: f"{text!r} in {self.text!r}; {self.facts.all}",
            deadline_s,
        )

    def go(self, *stale: str) -> None:
        self.wait(child.Hello)
        self.child.ask(Request.GO, *stale)

    def ask(self, request: Request) -> None:
        self.wait(child.Armed)
        self.child.ask(request)

    def wait_ready(self) -> None:
        """Until it says so and rests, or has run for so long that it never will."""
        self.wait_text("ready\n")  # the end of the line is a write of its own
        deadline = time.monotonic() + 0.05

        def is_in_its_state() -> bool:
            before = self.child.activity()
            rests = before is not None and before == self.child.activity()
            return rests or time.monotonic() > deadline

        until(is_in_its_state)

    def wait_still(self) -> None:
        """As the supervisor does before the second step: 300 ms in which nothing moved."""
        last: tuple[child.Activity | None, float] = (None, time.monotonic())

        def is_still() -> bool:
            nonlocal last
            activity = self.child.activity()
            if activity is None or activity != last[0]:
                last = activity, time.monotonic()
            return time.monotonic() - last[1] > 0.3

        until(is_still, "stillness", 5)

    def pids(self) -> list[int]:
        """What a script of TREES says it started."""
        self.wait_text("pids")
        self.wait_text("\n")
        return self.numbers("pids")

    def numbers(self, name: str) -> list[int]:
        """The numbers after `name` in the script's output: 'pids 12 13'."""
        for line in self.text.splitlines():
            word, *rest = line.split()
            if word == name:
                return [int(number) for number in rest]
        raise AssertionError(f"no {name!r} in {self.text!r}")

    def result(self, deadline_s: float = DEADLINE_S) -> Result:
        """Wait for its end, end what it left behind, and hand out all of the output."""
        exited = self.wait(child.Exited, deadline_s)
        self.child.end_tree(0.0)
        self.wait(child.TreeGone)
        self.close()
        return Result(self.text, exited.code)

    def close(self) -> None:
        self._stop = True
        with contextlib.suppress(OSError):
            self.child.wake_output()
        self._reader.join(DEADLINE_S)
        assert not self._reader.is_alive()


class Starter:
    """Starts children under one host; see the fixture `start`."""

    def __init__(self, folder: Path, **host_options: Any) -> None:
        self.folder = folder
        self.facts = Facts()
        self.host: Any = self.make_host(host_options)
        self.runs: list[Run] = []
        self.bystanders: list[int] = []
        """Processes that may outlive the host; ended with the test."""

    def make_host(self, options: dict[str, Any]) -> child.Host:
        if sys.platform == "win32":
            return child.make_host(self.facts)
        from reloader_core.child.posix.host import PosixHost

        return PosixHost(self.facts, **options)

    def __call__(
        self,
        what: str | Path | tuple[str, ...],
        *args: str,
        python: str | Path = sys.executable,
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
        go: bool = True,
        agent: bool = True,
        stdin: int | None = None,
    ) -> Run:
        """Start a script: its source, its path, or all arguments of the interpreter."""
        number = len(self.runs) + 1
        if isinstance(what, str):
            source, what = what, self.folder / f"script_{number}.py"
            what.write_text(textwrap.dedent(source), encoding="utf-8")
        words = what if isinstance(what, tuple) else (str(what),)
        spawn = child.Spawn(
            argv=(str(python), "-u", *words, *args),
            cwd=cwd or self.folder,
            env=tuple((script_env() if env is None else env).items()),
            stdin=stdin,
            agent=agent,
        )
        run = Run(self.host, self.facts, number, spawn)
        self.runs.append(run)
        if go:
            run.go()
        return run

    def guardian_pid(self) -> int:
        return guardian_below(self.host._guardian.process.pid)

    def keeper_pid(self) -> int:
        """Linux: what waits for the guardian's end. Elsewhere the guardian itself."""
        pid: int = self.host._guardian.process.pid
        return pid

    def close(self) -> None:
        below = []
        with contextlib.suppress(psutil.NoSuchProcess, AttributeError):  # Windows has none
            guardian = psutil.Process(self.keeper_pid())
            below = [process.pid for process in guardian.children(recursive=True)]
        self.host.close()
        for run in self.runs:
            run.close()
        kill(*self.bystanders)
        left = [pid for pid in below if pid not in self.bystanders]
        until(lambda: not any(map(is_alive, left)), lambda: list(filter(is_alive, left)), 5)


DRIVER = """
import os, sys, threading
from pathlib import Path
from reloader_core import child
from reloader_core.child.wire import Request
from reloader_core.child.posix.host import PosixHost

def deliver(fact):
    if isinstance(fact, child.Hello): ready.set()
    if isinstance(fact, child.Exited): print("exited", flush=True)

ready = threading.Event()
host = PosixHost(deliver)
env = tuple(os.environ.items())
words = (sys.executable, "-u", sys.argv[1])
run = host.spawn(1, child.Spawn(words, Path(sys.argv[1]).parent, env))
ready.wait()
run.ask(Request.GO)
print("keeper", host._guardian.process.pid, run.pid, flush=True)
while True:
    data = run.read_output(None)
    sys.stdout.buffer.write(data or b"")
    sys.stdout.buffer.flush()
    if data == b"": break
threading.Event().wait()
"""


class Driver:
    """A supervisor of its own process, which can be killed."""

    def __init__(self, script: Path, env: dict[str, str], root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", DRIVER, str(script)],
            cwd=root,
            env=env,
            stdout=subprocess.PIPE,
        )
        self.words: dict[str, list[int]] = {}

    def wait_for(self, word: str) -> list[int]:
        assert self.process.stdout is not None
        while word not in self.words:
            line = self.process.stdout.readline().split()
            if not line:
                assert self.process.poll() is None, "the driver has ended"
                continue
            if all(word.isdigit() for word in line[1:]):
                self.words[line[0].decode()] = [int(number) for number in line[1:]]
                if line[0] == b"keeper":
                    keeper, script = self.words["keeper"]
                    self.words["guardian"] = [guardian_below(keeper), script]
        return self.words[word]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
