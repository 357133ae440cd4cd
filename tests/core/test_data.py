"""--data: what the script's own code reads restarts it, and nothing else that is opened does."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine import Engine
from reloader_core import State

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
    engine = supervise(reads + LOOP, watch_data=True, standby=standby)
    for run in (1, 2):
        engine.wait_text("run", run)
        data.write_text(f"[saved after run {run}]\n")
        engine.wait_state(State.RUNNING, run + 1)
        assert engine.status.reason.files == (data,)


def watched(engine: Engine) -> set[str]:
    files = [message.files for message in engine.messages if hasattr(message, "files")]
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
                       watch_data=True)  # fmt: skip
    engine.wait(lambda: "last.txt" in watched(engine))
    assert not watched(engine) & {"setting.ini", "large.bin", "written.txt"}


def test_what_it_reads_and_writes_itself_does_not_loop(supervise: Supervise, folder: Path) -> None:
    (folder / "count.txt").write_text("0")
    engine = supervise(
        "n = int(open('count.txt').read()) + 1\nopen('count.txt', 'w').write(str(n))" + LOOP,
        watch_data=True,
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
