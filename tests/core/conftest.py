"""Real children for the tests of core: started, watched, ended, and looked for afterwards.

Test modules get everything from here through fixtures (there is no package `tests`):
`start` runs a script under a host of the test's own, `supervise` under a whole
supervisor, `pythons` are the interpreters
of this machine, `x_display` is a private X server. Nothing here sleeps and hopes.
"""

from __future__ import annotations

import contextlib
import functools
import glob
import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psutil
import pytest

from core import Message, Notice, State, Status, Supervisor, Target, child
from core.channel import Request

ROOT = Path(__file__).parents[2]
DEADLINE_S = 20.0
F = TypeVar("F")


def script_env(**more: str) -> dict[str, str]:
    """Our environment without PYTHON*: what this machine sets there hides faults."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for name in ("RUN_FLAG", "VIRTUAL_ENV", "DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        env.pop(name, None)
    return {**env, **more}


def patient(deadline_s: float) -> float:
    """Beside other test processes all takes longer."""
    return deadline_s * (2 if "PYTEST_XDIST_WORKER" in os.environ else 1)


def until(condition: Callable[[], Any], what: object = "", deadline_s: float = DEADLINE_S) -> Any:
    """Wait for the condition's first true value and return it."""
    end = time.monotonic() + patient(deadline_s)
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"not within {deadline_s} s: {what() if callable(what) else what}")
        time.sleep(0.002)
    return value


def is_alive(pid: int) -> bool:
    """Does it run? A zombie does not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def kill(*pids: int) -> None:
    for pid in pids:
        assert pid > 1, "not a process, but many"
        with contextlib.suppress(OSError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


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
            and fact.child == number  # type: ignore[attr-defined,unused-ignore]
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
            facts = [fact for fact in self.facts.all if fact.child == self.number]
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
        self.child.end_tree()
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
        from core._child_posix import PosixHost

        self.folder = folder
        self.facts = Facts()
        self.host = PosixHost(self.facts, **host_options)
        self.runs: list[Run] = []
        self.bystanders: list[int] = []
        """Processes that may outlive the host; ended with the test."""

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
        with contextlib.suppress(psutil.NoSuchProcess):
            guardian = psutil.Process(self.keeper_pid())
            below = [process.pid for process in guardian.children(recursive=True)]
        self.host.close()
        for run in self.runs:
            run.close()
        kill(*self.bystanders)
        left = [pid for pid in below if pid not in self.bystanders]
        until(lambda: not any(map(is_alive, left)), lambda: list(filter(is_alive, left)), 5)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starter]:
    starter = Starter(tmp_path)
    yield starter
    starter.close()


@pytest.fixture(scope="module")
def shared_start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starter]:
    """One host for a whole module: only for tests in which every child ends by itself."""
    starter = Starter(tmp_path_factory.mktemp("shared"))
    yield starter
    starter.close()


@pytest.fixture
def make_starter(tmp_path: Path) -> Iterator[Callable[..., Starter]]:
    """For a host with options of its own."""
    made: list[Starter] = []

    def make(**host_options: Any) -> Starter:
        made.append(Starter(tmp_path, **host_options))
        return made[-1]

    yield make
    for starter in made:
        starter.close()


# -- trees of processes, and a supervisor that can be killed

SLEEPER = "import time; time.sleep(60)"
TREES = {
    "grandchild": "p = subprocess.Popen(['sleep', '60']); pids(p.pid)",
    "python": f"p = subprocess.Popen([sys.executable, '-c', {SLEEPER!r}]); pids(p.pid)",
    "shell": "p = subprocess.Popen('sleep 60; true', shell=True); pids(p.pid)",
    "own_session": "p = subprocess.Popen(['sleep', '60'], start_new_session=True); pids(p.pid)",
    "own_group": "p = os.fork()\nif p == 0: os.setpgid(0, 0); time.sleep(60)\npids(p)",
    "ignores_sigterm": "line = 'trap \"\" TERM; echo x; sleep 60 & wait'\n"
                       "p = subprocess.Popen(['sh', '-c', line], stdout=subprocess.PIPE);"
                       "p.stdout.readline(); pids(p.pid)",
    "empty_environment": "p = subprocess.Popen(['/bin/sleep', '60'], env={}); pids(p.pid)",
    "holds_no_pipe": "p = subprocess.Popen(['sleep', '60'], stdin=-3, stdout=-3, stderr=-3);"
                     "pids(p.pid)",
    "stopped": "p = subprocess.Popen(['sleep', '60']); os.kill(p.pid, signal.SIGSTOP);"
               "pids(p.pid)",
    "double_forked": """
r, w = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.write(w, b'%d ' % os.getpid()); time.sleep(60)
    os._exit(0)
os.wait(); pids(int(os.read(r, 100)))
""",
    "chain": """
r, w = os.pipe()
for n in range(12):
    if os.fork(): os.setsid() if n else 0; time.sleep(60) if n else 0; break
    os.write(w, b'%d ' % os.getpid())
else: time.sleep(60)
data = b''
while data.count(b' ') < 12: data += os.read(r, 1000)
pids(*map(int, data.split()))
""",
    "wide": "ps = [subprocess.Popen(['sleep', '60']) for _ in range(60)];"
            "pids(*[p.pid for p in ps])",
}  # fmt: skip
TREE_PROLOGUE = """
import os, signal, subprocess, sys, time
def pids(*numbers): print("pids", *numbers, flush=True)
"""


def tree(kind: str, rest: str = "") -> str:
    """A script that starts such a tree, says "pids ..." and goes on with `rest`."""
    return f"{TREE_PROLOGUE}{TREES.get(kind, '')}\n{rest}"


DRIVER = """
import os, sys, threading
from pathlib import Path
from core import child
from core.channel import Request
from core._child_posix import PosixHost

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


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Callable[..., Driver]]:
    drivers: list[Driver] = []

    def make(source: str, **env: str) -> Driver:
        script = tmp_path / "driven.py"
        script.write_text(source)
        drivers.append(Driver(script, script_env(**env), ROOT))
        return drivers[-1]

    yield make
    for driver in drivers:
        pids = [pid for pids in driver.words.values() for pid in pids]
        driver.close()
        kill(*pids)


class Tools:
    """The helpers of this file, for test modules, which cannot import it."""

    until = staticmethod(until)
    is_alive = staticmethod(is_alive)
    kill = staticmethod(kill)
    env = staticmethod(script_env)
    tree = staticmethod(tree)
    root = ROOT


@pytest.fixture(scope="session")
def tools() -> type[Tools]:
    return Tools


# -- what a test may not leave behind


def held() -> dict[str, int]:
    """What this process holds of the system's: open files, threads, children with zombies."""
    process = psutil.Process()
    files = process.num_fds() if hasattr(process, "num_fds") else process.num_handles()
    return {
        "files": files,
        "threads": threading.active_count(),
        "children": len(process.children()),
    }


@pytest.fixture(name="held")
def give_held() -> Callable[[], dict[str, int]]:
    return held


@pytest.fixture
def leaves_nothing() -> Iterator[None]:
    """Ask for it first (`usefixtures`): it looks once more when all the others are done."""
    subprocess.run([sys.executable, "-c", ""], check=True)  # what is opened once and for all
    before = held()
    yield

    def grown() -> dict[str, int]:
        return {name: n - before[name] for name, n in held().items() if n > before[name]}

    until(lambda: not grown(), lambda: f"left behind: {grown()}", 5)


# -- the interpreters of this machine


@dataclass(frozen=True)
class Python:
    path: str
    version: tuple[int, int, int]

    def __str__(self) -> str:
        folder = Path(self.path).parent
        return ".".join(map(str, self.version)) + ("-system" if folder == Path("/usr/bin") else "")


_ASK = (
    "import sys, json; print(json.dumps([sys.executable, sys.version_info[:3],"
    " sys.implementation.name, sys.prefix == sys.base_prefix]))"
)


def _candidates() -> list[str]:
    if sys.platform == "win32":  # Wine would start Linux' /usr/bin/python3, and knows no more of it
        return []
    names = ["python3", *(f"python3.{minor}" for minor in range(8, 20))]
    folders = [*os.get_exec_path(), "/usr/bin"]
    found = [os.path.join(folder, name) for folder in folders for name in names]
    if pyenv := shutil.which("pyenv"):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=False).stdout
        found += glob.glob(os.path.join(root.strip(), "versions", "3.*", "bin", "python3.*"))
    return [path for path in dict.fromkeys(found) if os.access(path, os.X_OK)]


@functools.cache
def find_pythons() -> tuple[Python, ...]:
    """Every CPython from 3.8 that works here, no virtual environments, oldest first."""
    started = []
    for path in _candidates():
        with contextlib.suppress(OSError):
            started.append(
                subprocess.Popen(
                    [path, "-I", "-c", _ASK],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=script_env(),
                )
            )
    found: dict[str, Python] = {}
    for process in started:
        with process, contextlib.suppress(ValueError, subprocess.TimeoutExpired):
            answer = process.communicate(timeout=20)[0]
            path, version, name, is_base = json.loads(answer)
            if name == "cpython" and is_base and version >= [3, 8]:
                real = os.path.realpath(path)
                found.setdefault(real, Python(path, tuple(version)))
    return tuple(sorted(found.values(), key=lambda python: (python.version, python.path)))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "each_python" in metafunc.fixturenames:
        found = find_pythons()
        metafunc.parametrize("each_python", found, ids=[str(python) for python in found])
    if "each_tree" in metafunc.fixturenames:
        metafunc.parametrize("each_tree", TREES)


@pytest.fixture(scope="session")
def pythons() -> tuple[Python, ...]:
    return find_pythons()


# -- a display


@pytest.fixture(scope="session")
def x_display(x_server: Any) -> Iterator[str]:
    """A private X server's name; skips where there is none to be had."""
    if shutil.which("Xvfb") is None:
        pytest.skip("there is no Xvfb: main loops of Tk and Qt are not tried")
    with x_server("640x480x24") as display:
        if not display:
            pytest.skip("Xvfb does not start: main loops of Tk and Qt are not tried")
        yield display


# -- a whole supervisor


class Engine:
    """A supervisor in a thread of its own, and all that it said."""

    def __init__(
        self,
        target: Target,
        environ: dict[str, str],
        wait_until: Callable[..., None],
        **parts: Any,
    ) -> None:
        self.target = target
        self.messages: list[Message] = []
        self.chunks: list[tuple[int, bytes]] = []
        self._wait_until = wait_until
        self.supervisor = Supervisor(
            target,
            report=self.messages.append,
            output=lambda run, data: self.chunks.append((run, data)),
            environ=environ,
            **parts,
        )
        self.thread = threading.Thread(target=self.supervisor.run)
        self.thread.start()

    def close(self) -> None:
        self.supervisor.quit()
        self.thread.join(15)
        if self.thread.is_alive():
            self.supervisor.quit()
            self.thread.join(15)
        assert not self.thread.is_alive()

    @property
    def statuses(self) -> list[Status]:
        return [message for message in self.messages if isinstance(message, Status)]

    @property
    def status(self) -> Status:
        return self.statuses[-1]

    @property
    def notices(self) -> list[Notice]:
        return [message for message in self.messages if isinstance(message, Notice)]

    def text(self, run: int | None = None) -> str:
        parts = [data for number, data in self.chunks if run in (None, number)]
        return b"".join(parts).decode("utf-8", "replace").replace("\r\n", "\n")

    def wait(self, condition: Callable[[], object], what: str = "", deadline_s: float = 10) -> None:
        def describe() -> str:
            return f"{what}; {self.statuses[-4:]} {self.notices} {self.text()[-2000:]!r}"

        try:
            self._wait_until(condition, deadline_s=deadline_s, what=what)
        except BaseException as error:
            raise AssertionError(describe()) from error

    def wait_state(self, state: State, run: int | None = None) -> Status:
        self.wait(
            lambda: self.statuses and self.status.state is state and run in (None, self.status.run),
            f"{state} in run {run}",
        )
        return self.status

    def wait_text(self, text: str, run: int | None = None) -> None:
        self.wait(lambda: text in self.text(run), f"{text!r} from run {run}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "a folder 文件夹"
    place.mkdir()
    return place


@pytest.fixture
def supervise(
    folder: Path, clean_env: dict[str, str], wait_until: Callable[..., None]
) -> Iterator[Callable[..., Engine]]:
    engines = []

    def make(what: str | Path, **options: object) -> Engine:
        """Options of the Target, and of the Supervisor."""
        if isinstance(what, str):
            path = folder / "main.py"
            path.write_text(textwrap.dedent(what), encoding="utf-8")
        else:
            path = what
        values: dict[str, object] = dict(
            interpreter=Path(sys.executable), cwd=folder, script=path, grace_s=2.0
        )
        names = ("make_host", "hello_s", "lines_s")
        parts = {name: options.pop(name) for name in names if name in options}
        target = Target(**{**values, **options})  # type: ignore[arg-type]
        engines.append(Engine(target, clean_env, wait_until, **parts))
        engines[-1].supervisor.start()
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()
