"""What the script's own code reads restarts it (--data), or is asked about (the window); nothing
else that is opened does."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine import Engine
from reloader_core import DataFiles, NoticeKind, State
from reloader_core.model import DataChanged, Watching

Supervise = Callable[..., Engine]
LOOP = "\nprint('run', flush=True)\nimport time\nwhile True: time.sleep(0.05)\n"


@pytest.mark.parametrize(
    "reads",
    [
        "open('data.txt').read()",
        "open(b'data.txt', 'rb').read()",
        "import pathlib; pathlib.Path('data.txt').read_text()",
        "import csv; list(csv.reader(open('data.txt', newline='')))",
        "import configparser; configparser.ConfigParser().read('data.txt')",
        "import os; os.read(os.open('data.txt', os.O_RDONLY), 9)",
        "import os; os.chdir('..'); import pathlib; open(FOLDER / 'data.txt').read()",
        "import threading; t = threading.Thread(target=lambda: open('data.txt').read()); t.start()",
        "import helper; helper.read()",
    ],
)
@pytest.mark.parametrize("standby", [True, False])
def test_what_the_script_reads_restarts_it(
    supervise: Supervise, folder: Path, reads: str, standby: bool
) -> None:
    data = folder / "data.txt"
    data.write_text("[one]\n")
    (folder / "helper.py").write_text("def read(): return open('data.txt').read()")
    reads = reads.replace("FOLDER", f"pathlib.Path({str(folder)!r})")
    engine = supervise(reads + LOOP, data_files=DataFiles.RESTART, standby=standby)
    for run in (1, 2):
        engine.wait_text("run", run)
        data.write_text(f"[saved after run {run}]\n")
        engine.wait_state(State.RUNNING, run + 1)
        assert engine.status.reason.files == (data,)


def watched(engine: Engine) -> set[str]:
    files = [message.files for message in engine.messages if isinstance(message, Watching)]
    return {os.path.basename(path) for each in files for path in each}


def test_what_else_is_opened_does_not(supervise: Supervise, folder: Path) -> None:
    """What it writes, what a library reads for itself, and what is too large."""
    (folder / "site-packages").mkdir()
    (folder / "site-packages" / "library.py").write_text("text = open('setting.ini').read()")
    for name in ("setting.ini", "last.txt"):
        (folder / name).write_text("x")
    (folder / "large.bin").write_bytes(b"x" * (5 * 1024 * 1024 + 1))
    source = """
        import sys
        sys.path.append('site-packages')
        import library
        open('large.bin', 'rb').read(1)
        open('written.txt', 'w').write('x')
        open('last.txt').read()
    """
    engine = supervise(f"exec({source!r}.replace(chr(10) + ' ' * 8, chr(10)))" + LOOP,
                       data_files=DataFiles.RESTART)  # fmt: skip
    engine.wait(lambda: "last.txt" in watched(engine))
    assert not watched(engine) & {"setting.ini", "large.bin", "written.txt"}


def test_what_it_reads_and_writes_itself_does_not_loop(supervise: Supervise, folder: Path) -> None:
    (folder / "count.txt").write_text("0")
    engine = supervise(
        "n = int(open('count.txt').read()) + 1\nopen('count.txt', 'w').write(str(n))" + LOOP,
        data_files=DataFiles.RESTART,
    )
    engine.wait(lambda: "count.txt" in watched(engine))
    (folder / "main.py").write_text("print('end')")
    engine.wait_text("end", 2)
    assert (folder / "count.txt").read_text() == "1", "its own write was no reason for a run"


def test_without_it_no_data_is_watched(supervise: Supervise, folder: Path) -> None:
    (folder / "data.txt").write_text("x")
    (folder / "module.py").write_text("")
    engine = supervise("open('data.txt').read()\nimport module" + LOOP)
    engine.wait(lambda: "module.py" in watched(engine))
    assert "data.txt" not in watched(engine)


# -- asked about


def asked(engine: Engine) -> list[str]:
    told = [message.files for message in engine.messages if isinstance(message, DataChanged)]
    return [path.name for files in told for path in files]


LIBRARY = """
def load(path): return open(path).read()
own = open('site-packages/own.cfg').read() + open('own.cfg').read()
"""
READS = [
    "import json; json.load(open('data.txt'))",
    "import pathlib; pathlib.Path('data.txt').resolve().read_text()",
    "import sys; sys.path.append('site-packages'); import library; library.load('data.txt')",
]


@pytest.mark.parametrize("reads", READS)
def test_it_is_told_while_the_script_runs_and_runs_it_once_it_has_ended(
    supervise: Supervise, folder: Path, reads: str
) -> None:
    (folder / "site-packages").mkdir()
    (folder / "site-packages" / "library.py").write_text(LIBRARY)
    for name in ("site-packages/own.cfg", "own.cfg", "data.txt"):
        (folder / name).write_text("1")
    source = f"{reads}\nprint('read', flush=True)\ninput()"
    engine = supervise(source, data_files=DataFiles.ASKED)
    engine.wait_text("read", 1)
    for name in ("own.cfg", "data.txt"):  # a library's own is nobody's business
        (folder / name).write_text("2")
    engine.wait(lambda: "data.txt" in asked(engine))
    assert asked(engine) == ["data.txt"] and engine.status.run == 1
    engine.supervisor.write_input(b"\n")
    engine.wait_state(State.WAITING, 1)
    (folder / "data.txt").write_text("3")
    status = engine.wait_state(State.RUNNING, 2)
    assert status.reason.files == (folder / "data.txt",)


WRITES = """
import os, pathlib, pickle, sqlite3
base = sqlite3.connect('base.db')
base.execute('create table if not exists t (n)'); base.execute('insert into t values (1)')
base.commit(); base.close()
size = len(open('base.db', 'rb').read())
cache = pathlib.Path('cache.pkl')
cache.write_bytes(pickle.dumps(pickle.loads(cache.read_bytes()) + 1))
with open('new.json', 'w') as new: new.write(open('state.json').read())
os.replace('new.json', 'state.json')
with open('script.log', 'a') as log: log.write('line'); lines = open('script.log').read()
open('data.txt').read(); os.makedirs('.cache', exist_ok=True)
open('.cache/x').read(); open(OUTSIDE).read()
print('end', flush=True)
"""


def test_what_it_writes_hides_or_has_elsewhere_runs_it_never(
    supervise: Supervise, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "other.txt"
    (folder / ".cache").mkdir()
    others = [folder / name for name in ("state.json", "script.log", ".cache/x", "data.txt")]
    for file in (outside, *others):
        file.write_text("0")
    (folder / "cache.pkl").write_bytes(b"K\x01.")
    source = WRITES.replace("OUTSIDE", repr(str(outside)))
    engine = supervise(source, data_files=DataFiles.ASKED)
    engine.wait_state(State.WAITING, 1)
    for name in ("base.db", "cache.pkl", "state.json", "script.log", ".cache/x"):
        with open(folder / name, "ab") as written:
            written.write(b" ")
    outside.write_text("1")
    os.replace(folder / "script.log", folder / "script.old")
    (folder / "data.txt").write_text("1")
    status = engine.wait_state(State.WAITING, 2)
    assert not engine.notices and asked(engine) == []
    reasons = [each.reason.files for each in engine.statuses if each.run == 2]
    assert reasons[0] == (folder / "data.txt",) and status.run == 2


def test_a_file_that_changes_all_the_time_is_let_go(supervise: Supervise, folder: Path) -> None:
    data = folder / "data.txt"
    data.write_text("0")
    engine = supervise("open('data.txt').read()", data_files=DataFiles.ASKED)

    def changes(text: str) -> None:
        engine.wait_state(State.WAITING)
        data.write_text(text)

    for run in (1, 2):
        engine.wait_state(State.WAITING, run)
        changes(f"after {run}")
    engine.wait_state(State.WAITING, 3)
    changes("once more")
    engine.wait(lambda: NoticeKind.DATA_LET_GO in [each.kind for each in engine.notices])
    assert engine.status.run == 3
    engine.supervisor.start()
    engine.wait_state(State.WAITING, 4)
    changes("after the user's own run")
    engine.wait_state(State.WAITING, 5)
