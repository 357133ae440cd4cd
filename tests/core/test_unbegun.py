"""Ended before the script has begun: nobody is asked, nothing is printed, and it is soon over.

The interpreter is held in its start-up by files of the user's own: a .pth file (before the
agent), a sitecustomize (in it), a usercustomize (after it).
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from reloader_core import NoticeKind, State
from reloader_core.life import Life

HOLD = """
import os, time; open({at!r}, 'w').close()
while not os.path.exists({on!r}): time.sleep(.005)
"""
MOMENTS = ["before the agent", "in the agent", "after the agent"]
pytestmark = [pytest.mark.posix, pytest.mark.usefixtures("leaves_nothing")]


class Held:
    """A Python that stops in its start-up when it is to."""

    def __init__(self, folder: Path, python: Any) -> None:
        self.at, self.on = folder / "at", folder / "on"
        base, path = folder / "base", folder / "path"
        site = base / "lib" / f"python{python.version[0]}.{python.version[1]}" / "site-packages"
        site.mkdir(parents=True)
        path.mkdir()
        self._places = {
            "before the agent": site / "hold.pth",
            "in the agent": path / "sitecustomize.py",
            "after the agent": site / "usercustomize.py",
        }
        self.options: dict[str, Any] = {
            "interpreter": Path(python.path),
            "env": (("PYTHONUSERBASE", str(base)), ("PYTHONPATH", str(path))),
        }

    def hold(self, moment: str) -> None:
        line = HOLD.format(at=str(self.at), on=str(self.on))
        if moment == "before the agent":  # a .pth file has lines, and each is executed
            line = f"import builtins; exec({line!r})"
        self._places[moment].write_text(line)

    def let_go(self) -> None:
        self.on.touch()

    def let_go_next(self) -> None:
        """Only who starts from now on."""
        for place in self._places.values():
            place.unlink(missing_ok=True)


@pytest.fixture
def held_python(tmp_path: Path, each_python: Any) -> Iterator[Held]:
    place = tmp_path / "held"
    place.mkdir()
    held = Held(place, each_python)
    yield held
    held.let_go()


SOURCE = "print('begun', flush=True)\nimport time\ntime.sleep(60)\n"


@pytest.mark.parametrize("moment", MOMENTS)
def test_stop(supervise: Callable[..., Any], held_python: Held, moment: str) -> None:
    held_python.hold(moment)
    engine = supervise(SOURCE, grace_s=60.0, **held_python.options)
    engine.wait(held_python.at.exists, moment)
    if moment == "after the agent":
        engine.wait(lambda: engine.supervisor._course.run.life is Life.GOING, "go")
    engine.supervisor.stop()
    engine.wait(lambda: any(status.state is State.STOPPING for status in engine.statuses))
    if moment != "after the agent":  # there it is killed as it is
        held_python.let_go()
    engine.wait_state(State.IDLE)
    assert (engine.text(), engine.notices) == ("", [])


@pytest.mark.parametrize("standby", [False, True])
def test_a_save(
    supervise: Callable[..., Any], held_python: Held, folder: Path, standby: bool
) -> None:
    """The second run is held, cold or from a standby; the third begins."""
    engine = supervise(SOURCE, grace_s=60.0, standby=standby, **held_python.options)
    engine.wait_text("begun", run=1)
    if standby:
        engine.wait(lambda: engine.supervisor._standbys.first is not None, "the standby")
        engine.wait(lambda: engine.supervisor._standbys.first.hello, "the standby's hello")
    held_python.hold("after the agent")
    (folder / "main.py").write_text(SOURCE + "# 1\n")
    engine.wait(held_python.at.exists, "the second run")
    going = {Life.GOING, Life.STANDBY_GOING}
    course = engine.supervisor._course
    engine.wait(lambda: course.runs == 2 and course.run.life in going, "go")
    held_python.let_go_next()
    (folder / "main.py").write_text(SOURCE + "# 22\n")
    engine.wait_text("begun", run=3)
    assert (engine.text(2), engine.notices) == ("", [])
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)


@pytest.mark.parametrize("kind", ["module", "package", "folder", "zip"])
def test_however_it_is_started(
    supervise: Callable[..., Any], held_python: Held, folder: Path, kind: str
) -> None:
    held_python.hold("after the agent")
    for name in ("mod.py", "pack/__init__.py", "pack/__main__.py", "dir/__main__.py"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(SOURCE)
    with zipfile.ZipFile(folder / "app.pyz", "w") as archive:
        archive.writestr("__main__.py", SOURCE)
    match kind:
        case "module" | "package":
            name = "mod" if kind == "module" else "pack"
            what: dict[str, Any] = {"script": None, "module": name}
        case _:
            what = {"script": folder / ("dir" if kind == "folder" else "app.pyz")}
    engine = supervise(SOURCE, grace_s=60.0, **held_python.options, **what)
    engine.wait(held_python.at.exists, "held")
    engine.wait(lambda: engine.supervisor._course.run.life is Life.GOING, "go")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    assert (engine.text(), engine.notices) == ("", [])
    held_python.let_go()
    engine.supervisor.start()
    engine.wait_text("begun", run=2)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)


def test_an_interpreter_without_an_agent(
    supervise: Callable[..., Any], folder: Path, each_python: Any
) -> None:
    """Nobody can tell whether it has begun, so it is given the time, and asked as ever."""
    python = folder / "isolated"
    python.write_text(f'#!/bin/sh\nexec {each_python.path} -I "$@"\n')
    python.chmod(0o755)
    source = f"try: exec({SOURCE!r})\nexcept KeyboardInterrupt: print('asked')"
    engine = supervise(source, interpreter=python, grace_s=60.0)
    engine.wait(lambda: engine.statuses and engine.status.pid, "spawned")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    assert engine.text() == "begun\nasked\n"


# -- forced, and said


@pytest.mark.parametrize("way", ["save", "stop", "twice", "at once"])
def test_what_is_forced_is_said(supervise: Callable[..., Any], folder: Path, way: str) -> None:
    """After the whole grace period, that is: not for who wants no waiting."""
    source = """
import atexit, signal, time
atexit.register(time.sleep, 600)
for number in (signal.SIGINT, signal.SIGTERM): signal.signal(number, signal.SIG_IGN)
while True:
    try:
        print('begun', flush=True)
        while True: time.sleep(0.01)
    except BaseException: pass
"""
    grace_s = {"twice": 60.0, "at once": 0.0}.get(way, 0.5)
    engine = supervise(source, grace_s=grace_s)
    engine.wait_text("begun")
    if way == "save":
        (folder / "main.py").write_text("print('new')\n")
        engine.wait_text("new", run=2)
    else:
        engine.supervisor.stop()
        if way == "twice":
            engine.wait_state(State.STOPPING)
            engine.supervisor.stop()
        engine.wait_state(State.IDLE)
    said = [(one.kind, one.values) for one in engine.notices]
    assert said == ([(NoticeKind.FORCED, (0.5,))] if way in ("save", "stop") else [])


def test_a_script_that_has_stopped_itself(supervise: Callable[..., Any]) -> None:
    engine = supervise(
        "import os, signal\nprint('begun', flush=True)\nos.kill(os.getpid(), signal.SIGSTOP)",
        grace_s=0.5,
    )
    engine.wait_text("begun")
    script = psutil.Process(engine.status.pid)
    engine.wait(lambda: script.status() == psutil.STATUS_STOPPED)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    assert [one.kind for one in engine.notices] == [NoticeKind.FORCED]
