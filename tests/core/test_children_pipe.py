"""The pipes to which children report: whole reports from many at once, and what is left of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

from reloader_core.child.posix.report_pipe import PREFIX, ReportFolder
from reloader_core.child.reports import MOST_REPORTS

HOLD = """
import sys
from pathlib import Path
from reloader_core.child.posix.report_pipe import ReportFolder
folder = ReportFolder(Path(sys.argv[1]))
print(folder.new_pipe().path, flush=True)
sys.stdin.read()
"""


def hold(above: Path) -> tuple[subprocess.Popen[str], Path]:
    """Another Reloader, as far as its pipes are concerned."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(above)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    return other, Path(other.stdout.readline().strip())


def end(other: subprocess.Popen[str]) -> None:
    other.send_signal(signal.SIGKILL)
    with other:
        pass


def test_nobody_else_may_enter(tmp_path: Path) -> None:
    folder = ReportFolder(tmp_path)
    pipe = folder.new_pipe()
    assert pipe.path.is_fifo() and pipe.path.stat().st_mode & 0o777 == 0o600
    assert pipe.path.parent.stat().st_mode & 0o777 == 0o700
    pipe.close()
    assert not pipe.path.exists()
    folder.close()
    assert not list(tmp_path.iterdir())


def test_what_a_killed_one_has_left_the_next_one_removes(tmp_path: Path) -> None:
    alive, alives = hold(tmp_path)
    killed, killeds = hold(tmp_path)
    end(killed)
    assert killeds.exists()
    (tmp_path / f"{PREFIX}link").symlink_to(alives.parent)
    (tmp_path / f"{PREFIX}file").touch()
    folder = ReportFolder(tmp_path)
    try:
        folder.new_pipe()
        assert not killeds.parent.exists()
        assert alives.exists(), "somebody still reads that one"
        assert (tmp_path / f"{PREFIX}link").is_symlink() and (tmp_path / f"{PREFIX}file").exists()
    finally:
        folder.close()
        end(alive)


def test_a_folder_that_was_emptied_is_made_anew(tmp_path: Path) -> None:
    folder = ReportFolder(tmp_path)
    first = folder.new_pipe()
    os.unlink(first.path)
    first.path.parent.rmdir()
    second = folder.new_pipe()
    assert second.path.exists()
    for pipe in (first, second):
        pipe.close()
    folder.close()
    assert not list(tmp_path.iterdir())


def test_without_a_place_the_script_runs_all_the_same(make_starter: Any, tmp_path: Path) -> None:
    start = make_starter(reports=ReportFolder(tmp_path / "none"))
    run = start("import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(1)'])")
    run.go()
    assert run.result().output == "1\n"


MANY = """
import multiprocessing, sys
def load(number):
    for module in range(25):
        __import__(f"m_{number}_{module}")
if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    workers = [context.Process(target=load, args=(number,)) for number in range(8)]
    for worker in workers: worker.start()
    for worker in workers: worker.join()
"""


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_each_report_of_many_at_once_arrives(start: Any, tmp_path: Path, way: str) -> None:
    names = [f"m_{number}_{module}.py" for number in range(8) for module in range(25)]
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / "main.py").write_text(MANY)
    run = start(tmp_path / "main.py", way)
    run.go()
    assert run.result().code == 0
    loaded = [fact.path.name for fact in run.seen(child.Loaded)]
    assert sorted(name for name in loaded if name.startswith("m_")) == sorted(names)


FORKS = """
import os
if os.fork():
    os.wait()
else:
    for number in range({count}):
        exec(compile("", os.path.abspath("made_%d.py" % number), "exec"))
"""


def test_a_run_tells_of_so_many_files_and_no_more(start: Any) -> None:
    run = start(FORKS.format(count=MOST_REPORTS + 100))
    run.go()
    run.result()
    made = [fact for fact in run.seen(child.Loaded) if fact.path.name.startswith("made_")]
    assert 0 < len(made) <= MOST_REPORTS


@pytest.mark.parametrize("what", [b"\xff\xff\xff\xff", b"\1\0\0\0x", b"\x06\0\0\0loaded", b"x"])
def test_what_somebody_else_writes_there_is_not_taken(start: Any, what: bytes) -> None:
    run = start("print('ready'); input(); import helper\nif not os.fork(): pass")
    pipe = run.child.reports
    assert pipe is not None
    run.go()
    run.wait_text("ready\n")
    with open(pipe.path, "wb", buffering=0) as file:
        file.write(what)
    run.child.write_input(b"\n")
    run.wait(child.Exited)
    assert {fact.path.name for fact in run.seen(child.Loaded)} <= {"script_1.py"}
