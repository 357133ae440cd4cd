"""What an interpreter loads before it is told to go: the next run has what is there then."""

from __future__ import annotations

import dataclasses
import itertools
import os
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reloader_core import Preload, State, policies

Supervise = Callable[..., Any]
LOOP = "import time\nwhile True: time.sleep(0.05)\n"
SAVES = 20 if sys.platform != "win32" else 5  # a start takes seconds under Wine

pytestmark = pytest.mark.timeout(300)  # twenty cold starts a test, on whatever machine


@pytest.fixture(autouse=True)
def no_change_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Saves of one file in such a row are slowed down as a rule: not what is tested here."""
    monkeypatch.setattr(policies, "FREE_RESTARTS", 10 * SAVES)


def save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def is_parked(engine: Any) -> bool:
    standby = engine.supervisor._standbys.first
    return standby is not None and standby.hello is not None


@pytest.fixture
def customized(folder: Path) -> Path:
    """A folder for PYTHONPATH, whose sitecustomize imports a module of the project."""
    place = folder / "lib"
    place.mkdir()
    save(place / "sitecustomize.py", "import settings\n")
    save(place / "settings.py", "word = '00'\n")
    return place


@pytest.fixture
def environment(tmp_path: Path) -> tuple[Path, Path]:
    """A virtual environment's Python and its site-packages."""
    place = tmp_path / "environment"
    venv.create(place, with_pip=False, symlinks=sys.platform != "win32")
    python = next(place.glob("*/python.exe"), place / "bin" / "python")
    return python, next(place.glob("**/site-packages"))


def supervise_with(supervise: Supervise, place: Path, source: str, **options: Any) -> Any:
    return supervise(source, env=(("PYTHONPATH", str(place)),), **options)


def save_and_compare(engine: Any, file: Path, *, parked: bool) -> None:
    """Saves of one size, many a second: each is run, and none twice with the old text."""
    for number in range(1, SAVES + 1):
        engine.wait_text(f"word {number - 1:02}")
        if parked:
            engine.wait(lambda: is_parked(engine), "a standby")
        save(file, f"word = '{number:02}'\n")
    engine.wait_text(f"word {SAVES:02}")
    words = [line for line, _ in itertools.groupby(engine.text().splitlines())]
    assert words == [f"word {number:02}" for number in range(SAVES + 1)]


@pytest.mark.parametrize(("standby", "parked"), [(True, True), (True, False), (False, False)])
def test_a_module_that_sitecustomize_imports(
    supervise: Supervise, customized: Path, standby: bool, parked: bool
) -> None:
    source = "import settings\nprint('word', settings.word)\n" + LOOP
    engine = supervise_with(supervise, customized, source, standby=standby)
    save_and_compare(engine, customized / "settings.py", parked=parked)


def test_the_sitecustomize_itself(supervise: Supervise, customized: Path) -> None:
    save(customized / "sitecustomize.py", "word = '00'\n")
    source = "import sitecustomize\nprint('word', sitecustomize.word)\n" + LOOP
    engine = supervise_with(supervise, customized, source)
    save_and_compare(engine, customized / "sitecustomize.py", parked=True)


def test_a_module_that_a_pth_file_imports(
    supervise: Supervise, environment: tuple[Path, Path]
) -> None:
    """As an editable installation has it: the project's folder, and a line of Python."""
    python, packages = environment
    project = packages.parent / "project"  # Python reads .pth files in the locale's encoding
    project.mkdir()
    save(project / "settings.py", "word = '00'\n")
    (packages / "project.pth").write_text(f"{project}\nimport settings\n", encoding="utf-8")
    source = "import settings\nprint('word', settings.word)\n" + LOOP
    engine = supervise(source, interpreter=python)
    save_and_compare(engine, project / "settings.py", parked=True)


def test_a_module_that_usercustomize_imports(supervise: Supervise, folder: Path) -> None:
    python = Path(getattr(sys, "_base_executable", sys.executable))
    place = folder / "lib"
    place.mkdir()
    save(place / "usercustomize.py", "import settings\n")
    save(place / "settings.py", "word = '00'\n")
    source = "import settings\nprint('word', settings.word)\n" + LOOP
    engine = supervise_with(supervise, place, source, interpreter=python)
    save_and_compare(engine, place / "settings.py", parked=True)


def test_a_mistake_in_such_a_module_and_its_mending(supervise: Supervise, customized: Path) -> None:
    source = "import settings\nprint('word', settings.word)\n" + LOOP
    engine = supervise_with(supervise, customized, source)
    engine.wait_text("word 00")
    engine.wait(lambda: is_parked(engine), "a standby")
    save(customized / "settings.py", "word = '01\n")
    engine.wait(lambda: any(type(each).__name__ == "NotRestarted" for each in engine.messages))
    assert engine.status.state is State.RUNNING and engine.status.run == 1
    save(customized / "settings.py", "word = '02'\n")
    engine.wait_text("word 02", run=2)


def test_a_sitecustomize_that_appears(supervise: Supervise, customized: Path) -> None:
    os.remove(customized / "sitecustomize.py")
    source = "import sys\nprint('found', 'settings' in sys.modules)\n" + LOOP
    engine = supervise_with(supervise, customized, source)
    engine.wait_text("found False")
    engine.wait(lambda: is_parked(engine), "a standby")
    save(customized / "sitecustomize.py", "import settings\n")
    engine.supervisor.start()
    engine.wait_text("found True", run=2)


def test_a_sitecustomize_that_appears_before_another_one(
    supervise: Supervise, customized: Path, tmp_path: Path
) -> None:
    """Debian's Python has one in its standard library."""
    os.remove(customized / "sitecustomize.py")
    other = tmp_path / "other"
    other.mkdir()
    save(other / "sitecustomize.py", "")
    source = "import sys\nprint('found', 'settings' in sys.modules)\n" + LOOP
    places = os.pathsep.join(map(str, (customized, other)))
    engine = supervise(source, env=(("PYTHONPATH", places),))
    engine.wait_text("found False")
    engine.wait(lambda: is_parked(engine), "a standby")
    save(customized / "sitecustomize.py", "import settings\n")
    engine.supervisor.start()
    engine.wait_text("found True", run=2)


def test_what_is_not_watched_is_looked_at_when_the_next_run_starts(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path]
) -> None:
    """Installed packages: imported by a .pth file, and imported ahead; and pyvenv.cfg."""
    python, packages = environment
    for name in ("early", "heavy"):
        save(packages / f"{name}.py", "word = '00'\n")
    (packages / "early.pth").write_text("import early\n", encoding="utf-8")
    source = "import early, heavy, sys\nprint(early.word, heavy.word, sys.flags.isolated)\n"
    engine = supervise(source + LOOP, interpreter=python, preload=Preload.ALL)
    words = ["00", "00"]
    engine.wait_text("00 00 0", run=1)
    for run, name in enumerate(("early", "heavy"), start=2):
        keeper = engine.supervisor._standbys
        engine.wait(lambda: is_parked(engine) and not keeper.first.has_more(keeper._used))  # noqa: B023
        engine.wait(lambda: keeper.first.stage.name == "READY")  # noqa: B023
        words[run - 2] = f"{run:02}"
        save(packages / f"{name}.py", f"word = '{run:02}'\n")
        engine.supervisor.start()
        engine.wait_text(f"{words[0]} {words[1]} 0", run=run)
    engine.wait(lambda: is_parked(engine))
    parked = engine.supervisor._standbys.first.hello.pid
    config = next(python.parent.parent.glob("pyvenv.cfg"))
    config.write_text(config.read_text() + "# changed\n")
    engine.supervisor.start()
    engine.wait_text("02 03 0", run=4)
    assert engine.wait_state(State.RUNNING, 4).pid != parked


def test_what_was_learnt_of_one_script_is_nothing_for_another(
    supervise: Supervise, folder: Path, customized: Path
) -> None:
    source = "import settings, json\nprint('word', settings.word)\n" + LOOP
    engine = supervise_with(supervise, customized, source)
    engine.wait_text("word 00")
    save(folder / "other.py", "import sys\nprint('json' in sys.modules)\n" + LOOP)
    engine.supervisor.start(dataclasses.replace(engine.target, script=folder / "other.py"))
    engine.wait_text("False", run=2)
    engine.wait(lambda: is_parked(engine), "a standby")
    assert "json" not in engine.supervisor._standbys._used.to_preload()
