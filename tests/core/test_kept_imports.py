"""What is kept on disk of a session's imports, and the first run of the next one."""

from __future__ import annotations

import json
import os
import sys
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from engine import Engine
from reloader_core import Parked, Preload, Target
from reloader_core.kept_imports import MOST_FILES, Kept, KeptImports
from reloader_core.launch import launch_of
from reloader_core.parked import Stage

LOOP = "while True: time.sleep(0.05)\n"
KEPT = Kept(
    mark="1f",
    prefixes=("/usr/lib/python3/",),
    names=("json", "heavy", "heavy.part", "81d243__mypyc"),
    packages=("heavy",),
    refused=("noisy",),
    late=("late",),
    loaded=(("/home/me/main.py", 1, 2, 3),),
    places=(("heavy", 1, (("/home/me/main.py", 3),)),),
    is_apart=True,
)
LAUNCH = (Path("/home/me"), ("/usr/bin/python3", "-u", "main.py"), ())


def source(word: str) -> str:
    return f"""
import json, time
began = time.monotonic()
import heavy
print({word!r}, 'ahead' if heavy.born[0] < began else 'anew')
{LOOP}"""


# -- the files


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    kept = KeptImports(tmp_path / "imports")
    assert kept.read(LAUNCH) is None
    kept.write(LAUNCH, KEPT)
    assert kept.read(LAUNCH) == KEPT
    other = (Path("/home/you"), *LAUNCH[1:])
    assert kept.read(other) is None, "of that name in another folder"
    kept.write(other, replace(KEPT, mark="2"))
    assert kept.read(LAUNCH) == KEPT
    assert KEPT.without_packages().names == ("json", "81d243__mypyc")
    kept.forget(LAUNCH)
    assert kept.read(LAUNCH) is None
    for number in range(MOST_FILES + 3):
        kept.write((number,), KEPT)
    assert len(list((tmp_path / "imports").iterdir())) == MOST_FILES
    assert kept.read((MOST_FILES + 2,)) == KEPT


@pytest.mark.parametrize(
    "text",
    (
        "",
        "[" * 100_000,
        "[]",
        "{}",
        b"\xff\xfe",
        {"version": 0},
        {"names": ["os/system x"]},
        {"names": [1]},
        {"names": ["this"]},
        {"loaded": [["x"]]},
        {"refused": "x" * 600_000},
    ),
    ids=lambda text: str(text)[:20],
)
@pytest.mark.posix
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, text: Any) -> None:
    kept = KeptImports(tmp_path)
    tmp_path.chmod(0o700)
    kept.write(LAUNCH, KEPT)
    file = kept.file(LAUNCH)
    assert file is not None
    if isinstance(text, dict):
        text = json.dumps({**json.loads(file.read_text()), **text})
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert kept.read(LAUNCH) is None
    kept.write(LAUNCH, KEPT)
    assert kept.read(LAUNCH) == KEPT


@pytest.mark.posix
def test_what_others_could_have_written_is_not_believed(tmp_path: Path) -> None:
    kept = KeptImports(tmp_path / "imports")
    old = os.umask(0)
    try:
        kept.write(LAUNCH, KEPT)
    finally:
        os.umask(old)
    file = kept.file(LAUNCH)
    assert file is not None
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    file.chmod(0o666)
    assert kept.read(LAUNCH) is None
    file.chmod(0o600)
    file.parent.chmod(0o777)
    assert kept.read(LAUNCH) is None
    file.parent.chmod(0o700)
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")
    assert kept.read(LAUNCH) is None
    file.unlink()
    os.mkfifo(file, 0o600)
    assert kept.read(LAUNCH) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "file").write_text("")
    for kept in (KeptImports(tmp_path / "file" / "imports"), KeptImports(None)):
        kept.write(LAUNCH, KEPT)
        kept.forget(LAUNCH)
        assert kept.read(LAUNCH) is None

    def no_home(*_: object, **__: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_cache_path", no_home)
    assert KeptImports.usual().folder is None


# -- sessions


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Of an environment with a package that takes its time."""
    place = tmp_path / "environment"
    venv.create(place, with_pip=False, symlinks=sys.platform != "win32")
    packages = next(place.glob("**/site-packages"))
    text = "import time; born = [time.monotonic()]; time.sleep(0.25)\n"
    (packages / "heavy.py").write_text(text)
    (packages / "__pycache__").mkdir()  # else the first run changes the folder
    return next(place.glob("*/python.exe"), place / "bin" / "python")


class Sessions:
    def __init__(self, target: Target, kept: KeptImports, make: Callable[..., Engine]) -> None:
        self.target = target
        self.kept = kept
        self.make = make

    @contextmanager
    def session(self, *, prepared: bool) -> Iterator[Engine]:
        engine = self.make(self.target, kept=self.kept)
        try:
            if prepared:
                engine.supervisor.prepare(self.target)
            else:
                engine.supervisor.start()
            yield engine
        finally:
            engine.close()

    def save(self, word: str) -> None:
        assert self.target.script is not None
        self.target.script.write_text(source(word), encoding="utf-8")

    @property
    def written(self) -> Kept | None:
        return self.kept.read(launch_of(self.target))

    @property
    def is_forgotten(self) -> bool:
        """Not asked by reading: Windows removes no file that somebody reads just then."""
        file = self.kept.file(launch_of(self.target))
        return file is not None and not file.exists()

    def get_known(self) -> None:
        """A session that ends with what is in the script now."""
        with self.session(prepared=False) as engine:
            engine.wait_text("anew")
            script = str(self.target.script)
            engine.wait(lambda: self.written and self.written.loaded[0][0] == script, "the list")


@pytest.fixture
def sessions(
    tmp_path: Path, python: Path, clean_env: dict[str, str], wait_until: Callable[..., None]
) -> Sessions:
    folder = tmp_path / "project"
    folder.mkdir()
    target = Target(python, folder, folder / "main.py", preload=Preload.ALL)

    def make(target: Target, **parts: Any) -> Engine:
        return Engine(target, clean_env, wait_until, **parts)

    sessions = Sessions(target, KeptImports(tmp_path / "cache"), make)
    sessions.save("one")
    return sessions


def told(engine: Engine) -> Parked:
    return [each for each in engine.messages if isinstance(each, Parked)][-1]


def ready(engine: Engine, count: int) -> bool:
    parked = engine.supervisor._standbys._parked
    pool = engine.supervisor._standbys
    is_ready = [each.stage is Stage.READY and not each.has_more(pool._used) for each in parked]
    return is_ready == [True] * count and all(each.preloaded for each in parked)


def test_the_first_run_of_the_next_session_has_it_all(sessions: Sessions) -> None:
    sessions.get_known()
    with sessions.session(prepared=True) as engine:
        engine.wait(lambda: ready(engine, 1), "one that is parked")
        parked = engine.supervisor._standbys._parked[0].hello
        assert parked is not None and engine.statuses == [], "nothing runs, and nothing was said"
        engine.supervisor.start(sessions.target)
        engine.wait_text("one ahead", run=1)
        assert engine.status.pid == parked.pid
        sessions.save("two")
        engine.wait_text("two", run=2)


def test_who_edits_a_script_between_sessions_gets_new_packages(sessions: Sessions) -> None:
    sessions.get_known()
    sessions.save("two")
    with sessions.session(prepared=True) as engine:
        engine.wait(lambda: ready(engine, 1), "one that is parked")
        preloaded = engine.supervisor._standbys._parked[0].preloaded
        assert preloaded is not None and "json" in preloaded and "heavy" not in preloaded
        engine.supervisor.start(sessions.target)
        engine.wait_text("two anew", run=1)


def test_an_edit_between_parking_and_run_counts(sessions: Sessions) -> None:
    sessions.get_known()
    with sessions.session(prepared=True) as engine:
        engine.wait(lambda: ready(engine, 1), "one that is parked")
        assert sessions.target.script is not None
        text = "import os\nos.environ['X'] = '1'\n" + source("two")
        sessions.target.script.write_text(text, encoding="utf-8")
        engine.supervisor.start(sessions.target)
        engine.wait_text("two anew", run=1)


def test_nothing_is_parked_for_what_is_not_as_it_was(sessions: Sessions, tmp_path: Path) -> None:
    """Another command, something that was installed, a Python that came with the script."""
    sessions.get_known()
    target, packages = sessions.target, next(tmp_path.glob("environment/**/site-packages"))

    def is_parked(target: Target) -> bool:
        with sessions.session(prepared=False) as engine:  # only for its thread
            engine.wait_text("anew")
        engine = sessions.make(target, kept=sessions.kept)
        engine.supervisor.prepare(target)
        engine.supervisor.quit()
        engine.thread.join(15)
        return engine.supervisor._children > 0

    assert is_parked(target)
    assert not is_parked(replace(target, args=("more",)))
    assert not is_parked(replace(target, standby=False))
    (packages / "new.py").write_text("")
    assert not is_parked(target)


def test_a_python_in_the_scripts_folder_waits_for_run(
    sessions: Sessions, tmp_path: Path, python: Path
) -> None:
    script = tmp_path / "main.py"
    script.write_text(source("one"))
    sessions.target = replace(sessions.target, script=script)
    sessions.get_known()
    assert sessions.written is not None and not sessions.written.is_apart
    with sessions.session(prepared=True) as engine:
        engine.supervisor.start()
        engine.wait_text("one anew")


def test_a_module_that_is_gone_since_then(sessions: Sessions, tmp_path: Path) -> None:
    """The folder of packages looks as it did; the list names what cannot be imported."""
    sessions.get_known()
    launch = (sessions.target.cwd, sessions.target.command_line, sessions.target.env)
    written = sessions.written
    assert written is not None
    names = ("gone", "heavy.gone", *written.names)
    sessions.kept.write(launch, replace(written, names=names, packages=("gone", "heavy")))
    with sessions.session(prepared=True) as engine:
        engine.wait(lambda: engine.supervisor._standbys._used.refused, "that they are gone")
        engine.wait(lambda: ready(engine, 1), "one that is parked")
        engine.supervisor.start()
        engine.wait_text("one ahead", run=1)


def test_a_child_that_ends_before_the_first_run_is_not_tried_again(sessions: Sessions) -> None:
    sessions.get_known()
    with sessions.session(prepared=True) as engine:
        engine.wait(lambda: ready(engine, 1), "one that is parked")
        parked = engine.supervisor._standbys._parked[0].hello
        assert parked is not None
        psutil.Process(parked.pid).kill()
        engine.wait(lambda: sessions.is_forgotten, "that it is forgotten")
        assert sessions.written is None
        engine.supervisor.start()
        engine.wait_text("one anew", run=1)


def test_two_saves_at_once_find_two_parked_children(sessions: Sessions) -> None:
    with sessions.session(prepared=False) as engine:
        engine.wait_text("one anew")
        engine.wait(lambda: ready(engine, 2), "two that are parked")
        sessions.save("two")
        engine.wait_text("two ahead", run=2)
        sessions.save("three")
        engine.wait_text("three ahead", run=3)
        engine.wait(lambda: ready(engine, 2), "two others")
        engine.wait(lambda: told(engine).children == 2 and told(engine).size_mb > 10)
