"""Real children for the tests of core: started, watched, ended, and looked for afterwards.

`start` runs a script under a host of the test's own, `supervise` under a whole supervisor,
`pythons` are the interpreters of this machine, `x_display` is a private X server. How these are
made is in tests/support. Nothing here sleeps and hopes.
"""

from __future__ import annotations

import math
import shutil
import subprocess
import sys
import textwrap
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest

from engine import Engine
from hosts import Driver, Starter
from processes import is_alive, kill, script_env, until
from pythons import Python, find_pythons
from reloader_core import Target, standby
from same import Same, compare_with_plain
from tool import Tool
from trees import TREES, tree

ROOT = Path(__file__).parents[2]


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


# -- a supervisor that can be killed


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


# -- beside plain Python


@pytest.fixture
def compare(shared_start: Starter, tmp_path: Path) -> Callable[..., None]:
    """A script with and without us, in one of the interpreters."""

    def compare(python: Python, same: Same, ahead: tuple[str, ...] = ()) -> None:
        compare_with_plain(shared_start, tmp_path, python, same, ahead)

    return compare


class Tools:
    """Short words for tests/support."""

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
    if sys.platform == "win32":
        files = process.num_handles()
    else:
        files = process.num_fds()
    return {
        "files": files,
        "threads": threading.active_count(),
        "children": len(process.children()),
    }


def held_from_now() -> Callable[[], dict[str, int]]:
    """Gives what is held more than now. Less is no fault: a thread of an earlier test may end."""
    before = held()
    return lambda: {name: n - before[name] for name, n in held().items() if n > before[name]}


@pytest.fixture(name="held_from_now")
def give_held_from_now() -> Callable[[], Callable[[], dict[str, int]]]:
    return held_from_now


@pytest.fixture
def leaves_nothing() -> Iterator[None]:
    """Ask for it first (`usefixtures`): it looks once more when all the others are done."""
    subprocess.run([sys.executable, "-c", ""], check=True)  # what is opened once and for all
    left = held_from_now()
    yield
    until(lambda: not left(), lambda: f"left behind: {left()}", 5)


# -- the interpreters of this machine


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "each_python" in metafunc.fixturenames:
        found = find_pythons()
        metafunc.parametrize("each_python", found, ids=[str(python) for python in found])
    if "each_tree" in metafunc.fixturenames:
        metafunc.parametrize("each_tree", TREES)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """To try each of several kinds with each Python would take most of the time: each kind meets
    one, and all kinds together have met all."""
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        (left_out if is_left_out(item) else kept).append(item)
    if not config.getoption("each_python"):
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


def is_left_out(item: pytest.Item) -> bool:
    """What is one kind alone, or a `part` of it, meets the oldest, the newest and one of the
    others."""
    params: dict[str, Any] = item.callspec.params if hasattr(item, "callspec") else {}
    python: object = params.get("each_python")
    found = find_pythons()
    if python is None or len(found) < 3:
        return False
    kind = zlib.crc32(item.nodeid.replace(str(python), "").encode())
    if params.keys() <= {"each_python", "part"}:
        return python not in (found[0], found[1:-1][kind % len(found[1:-1])], found[-1])
    return python != found[kind % len(found)]


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


# -- the whole tool


@pytest.fixture
def reloader(folder: Path, clean_env: dict[str, str]) -> Iterator[Callable[..., Tool]]:
    tools = []

    def start(
        *args: str, cwd: Path = folder, python: bool = True, within: Sequence[str] = ()
    ) -> Tool:
        given = ["--python", sys.executable] if python else []
        tools.append(Tool([*given, *args], cwd, clean_env, within))
        return tools[-1]

    yield start
    for tool in tools:
        tool.close()


# -- a whole supervisor


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "a folder 文件夹"
    place.mkdir()
    return place


@pytest.fixture
def supervise(
    folder: Path,
    clean_env: dict[str, str],
    wait_until: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., Engine]]:
    """With one parked child, also where the machine is so busy that imports are worth another."""
    monkeypatch.setattr(standby, "WORTH_A_CHILD_S", math.inf)
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
        names = ("make_host", "hello_s", "lines_s", "kept")
        parts = {name: options.pop(name) for name in names if name in options}
        target = Target(**{**values, **options})  # type: ignore[arg-type]
        engines.append(Engine(target, clean_env, wait_until, **parts))
        engines[-1].supervisor.start()
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()
