"""Installed packages that the parked next run has imported, in whole sessions: what becomes of the
child, and what the script sees."""

from __future__ import annotations

import os
import sys
import venv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from engine import wait_parked
from reloader_core import Preload
from reloader_core.child import Spawn
from reloader_core.fingerprint import Fingerprint
from reloader_core.parked import Stage

Supervise = Callable[..., Any]
LOOP = "import time\nwhile True: time.sleep(0.05)\n"
REPORT = """
import os, sys
with open('runs.txt', 'a') as file: file.write(f'{os.getpid()}\\n')
"""


def save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def pids(folder: Path) -> list[int]:
    return [int(line) for line in (folder / "runs.txt").read_text().split()]


@pytest.fixture
def environment(tmp_path: Path) -> tuple[Path, Path]:
    """A virtual environment's Python and its site-packages."""
    place = tmp_path / "environment"
    venv.create(place, with_pip=False, symlinks=sys.platform != "win32")
    python = next(place.glob("*/python.exe"), place / "bin" / "python")
    return python, next(place.glob("**/site-packages"))


def test_packages_are_preloaded_when_asked(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path]
) -> None:
    """Nobody sees them who does not import them, and none is given to whom it is another one."""
    python, packages = environment
    save(packages / "heavy.py", "import time; born = [time.monotonic()]")
    save(packages / "noisy.py", "print('noise')")
    save(packages / "threaded.py", THREADED)

    def source(run: int, above: str = "") -> str:
        return f"""
import os, sys, time
began = time.monotonic()
print('seen' if 'heavy' in sys.modules else 'hidden')
{above}
import heavy, noisy, threaded
print('run {run}', 'ahead' if heavy.born[0] < began else 'anew')
while True:
    time.sleep(0.1)
"""

    engine = supervise(source(1), interpreter=python, preload=Preload.ALL)
    engine.wait_text("run 1 anew")
    texts = ("", "word = 1", "os.getpid()", "os.environ['WORD'] = '1'", "os.environ['WORD'] = '1'")
    for run, (text, expected) in enumerate(
        zip(texts, ("ahead", "ahead", "anew", "anew", "anew"), strict=True), start=2
    ):
        wait_parked(engine)
        assert engine.supervisor._standbys._used.refused == {"noisy", "threaded"}
        save(folder / "main.py", source(run, text))
        engine.wait_text(f"run {run} {expected}", run=run)
        assert "hidden" in engine.text(run)


def test_a_helper_that_is_loaded_after_a_slow_import_is_looked_at(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path]
) -> None:
    """The next child is parked meanwhile, and knows all names from the run before."""
    python, packages = environment
    (packages / "__pycache__").mkdir()  # else the first run changes the folder
    save(packages / "slow.py", "import time; time.sleep(0.4)")
    save(packages / "seeing.py", "import os; seen = os.environ.get('WORD')")
    save(folder / "helper.py", "import os")

    def source(run: int) -> str:
        return f"word = {run}\nimport slow, helper, seeing\nprint({run}, seeing.seen)\n" + LOOP

    engine = supervise(source(1), interpreter=python, preload=Preload.ALL)
    engine.wait_text("1 None")
    wait_parked(engine)
    save(folder / "main.py", source(2))  # cold
    engine.wait_text("2 None", run=2)
    wait_parked(engine)
    save(folder / "helper.py", "import os; os.environ['WORD'] = 'set'")
    engine.wait_text("2 set", run=3)


def test_a_parked_child_with_packages_that_is_too_large_makes_room(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path]
) -> None:
    python, packages = environment
    save(packages / "heavy.py", "")
    engine = supervise("import heavy, json\nprint('up')\n" + LOOP, interpreter=python,
                       preload=Preload.ALL, most_parked_mb=1)  # fmt: skip
    engine.wait_text("up")
    used = engine.supervisor._standbys._used
    engine.wait(lambda: used.without_packages, "that it was too large")
    pid = wait_parked(engine)
    assert "json" in used.to_preload() and "heavy" not in used.to_preload()
    save(folder / "main.py", REPORT + "import heavy, json\nprint('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    assert pids(folder) == [pid], "one without packages stays"


THREADED = """
import threading, time
threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
"""


def test_packages_are_not_preloaded_unless_asked(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path]
) -> None:
    """Only what they were compiled to is read ahead."""
    python, packages = environment
    save(packages / "heavy.py", "word = 'ahead'")
    (packages / "__pycache__").mkdir()  # else that one comes with the first run
    engine = supervise("import heavy\nprint('up')\n" + LOOP, interpreter=python)
    engine.wait_text("up")
    wait_parked(engine)
    (compiled,) = packages.glob("__pycache__/heavy.*")
    before = compiled.stat()
    compiled.write_bytes(compiled.read_bytes().replace(b"ahead", b"anew!"))
    os.utime(compiled, ns=(before.st_atime_ns, before.st_mtime_ns))  # as nobody ever would
    source = "import sys\nprint('heavy' in sys.modules)\nimport heavy\nprint(heavy.word)\n"
    save(folder / "main.py", source + LOOP)
    engine.wait_text("False\nahead", run=2)


def test_only_tested_packages_are_preloaded_where_that_is_chosen(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path]
) -> None:
    python, packages = environment
    for name in ("heavy", "tqdm"):
        save(packages / f"{name}.py", "import time; born = [time.monotonic()]")
    (packages / "tqdm-4.1.dist-info").mkdir()
    (packages / "__pycache__").mkdir()  # else that one comes with the first run
    source = (
        "import time\nbegan = time.monotonic()\nimport heavy, tqdm\n"
        "print('run {}', heavy.born[0] < began, tqdm.born[0] < began)\n" + LOOP
    )
    engine = supervise(source.format(1), interpreter=python, preload=Preload.TESTED)
    engine.wait_text("run 1 False False")
    wait_parked(engine)
    save(folder / "main.py", source.format(2))
    engine.wait_text("run 2 False True", run=2)


def test_a_new_package_makes_another_standby(environment: tuple[Path, Path]) -> None:
    python, packages = environment
    spawn = Spawn((str(python), "x.py"), packages, ())
    prefixes = (str(packages) + "/",)

    def ask(work: Callable[[str], object], paths: Iterable[str]) -> dict[str, object]:
        return {path: work(path) for path in paths}

    before = Fingerprint(spawn, prefixes, ask)
    assert before.holds()
    (packages / "new").mkdir()
    assert not before.holds()
    before = Fingerprint(spawn, prefixes, ask)
    save(packages / "new.pth", "x")
    assert not before.holds()
    before, seen = Fingerprint(spawn, prefixes, ask), (packages / "new.pth").stat()
    assert before.holds()
    save(packages / "new.pth", "xy")
    os.utime(packages / "new.pth", ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert not before.holds(), "of the same time, but longer"

    def silent(work: Callable[[str], object], paths: Iterable[str]) -> dict[str, object]:
        return {}

    assert not Fingerprint(spawn, prefixes, silent).holds(), "who cannot look relies on nothing"


LATER = """
import os, time
import heavy
print('run 1')
while True:
    time.sleep(0.05)
    for name in ('noisy', 'ends'):
        if os.path.exists(name + '.txt'):
            os.unlink(name + '.txt')
            __import__(name)
            print('imported', name)
"""
ENDS = "import os, __main__\nif not hasattr(__main__, 'heavy'): os._exit(7)\n"


def test_after_a_package_that_is_of_no_use_another_child_is_parked_at_once(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path]
) -> None:
    """Not with the next restart only; and where an import ends the child, without packages."""
    python, packages = environment
    for name, text in (("heavy", ""), ("noisy", "print('noise')"), ("ends", ENDS)):
        save(packages / f"{name}.py", text)
    (packages / "__pycache__").mkdir()  # else that one comes with the first run
    engine = supervise(LATER, interpreter=python, preload=Preload.ALL)
    engine.wait_text("run 1")
    pool = engine.supervisor._standbys
    pid = wait_parked(engine)
    for name, expected in (("noisy", True), ("ends", False)):
        save(folder / f"{name}.txt", "")
        engine.wait_text("imported " + name)
        engine.wait(lambda: wait_parked(engine) != pid, "another child")  # noqa: B023
        pid = wait_parked(engine)
        assert ("heavy" in pool.first.preloaded) is expected
        assert not {"noisy", "ends"} & set(pool.first.preloaded)
    save(folder / "main.py", REPORT + LATER.replace("run 1", "run 2"))
    engine.wait_text("run 2", run=2)
    assert pids(folder) == [pid]


SEEING = "{}import seeing\nprint('run {}', seeing.seen)\n" + LOOP


@pytest.mark.parametrize("setter", ["sets", "sets_and_says"])
def test_what_a_package_sets_that_is_not_imported_ahead_is_seen_by_the_next(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path], setter: str
) -> None:
    """One that is added, or that is refused each time."""
    python, packages = environment
    save(packages / "sets.py", "import os; os.environ['WORD'] = 'set'")
    save(packages / "sets_and_says.py", "import os; os.environ['WORD'] = 'set'; print('noise')")
    save(packages / "seeing.py", "import os; seen = os.environ.get('WORD')")
    (packages / "__pycache__").mkdir()  # else that one comes with the first run
    engine = supervise(SEEING.format("", 1), interpreter=python, preload=Preload.ALL)
    engine.wait_text("run 1 None")
    for run in (2, 3, 4):
        wait_parked(engine)
        save(folder / "main.py", SEEING.format(f"import {setter}\n", run))
        engine.wait_text(f"run {run} set", run=run)


def test_what_no_import_sees_keeps_nothing_from_being_imported_ahead(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path]
) -> None:
    """cv2 is refused, and sets such a variable."""
    python, packages = environment
    save(packages / "refused.py", "import os; os.environ['LD_LIBRARY_PATH'] = '/x'; print('noise')")
    save(packages / "heavy.py", "import time; born = [time.monotonic()]")
    (packages / "__pycache__").mkdir()  # else that one comes with the first run
    source = "import time\nbegan = time.monotonic()\nimport refused, heavy\n"
    source += "print('run {}', heavy.born[0] < began)\n" + LOOP
    engine = supervise(source.format(1), interpreter=python, preload=Preload.ALL)
    engine.wait_text("run 1 False")
    wait_parked(engine)
    save(folder / "main.py", source.format(2))
    assert engine.supervisor._standbys._used.refused == {"refused"}
    engine.wait_text("run 2 True", run=2)


HANGS = "import time, __main__\nwhile not hasattr(__main__, 'not_parked'): time.sleep(0.05)\n"
HANGING = "not_parked = 1\nimport hangs\nprint('run {}')\n" + LOOP


def test_an_import_that_never_ends_while_parked_costs_time_twice(
    supervise: Supervise, folder: Path, environment: tuple[Path, Path]
) -> None:
    python, packages = environment
    save(packages / "hangs.py", HANGS)
    (packages / "__pycache__").mkdir()  # else that one comes with the first run
    engine = supervise(HANGING.format(1), interpreter=python, preload=Preload.ALL)
    pool = engine.supervisor._standbys
    for run in (2, 3):
        engine.wait(lambda: pool.first and pool.first.stage is Stage.BUSY, "an import")
        save(folder / "main.py", HANGING.format(run))
        engine.wait(lambda: f"run {run}" in engine.text(), "its cold start")  # noqa: B023
    pid = wait_parked(engine)
    assert pool.first.preloaded == set()
    save(folder / "main.py", REPORT + HANGING.format(4))
    engine.wait(lambda: "run 4" in engine.text(), "the parked child")
    assert pids(folder) == [pid]
