"""One drive that does not answer costs only its own files, and nobody waits for it for long.

With questions that the test answers late, and with a file system (FUSE) that never answers,
where the tests may mount one.
"""

from __future__ import annotations

import functools
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from processes import until
from reloader_core import NoticeKind, State
from reloader_core.disk.drives import SAY_S, Drives
from reloader_core.disk.mounts import Mount, Mounts
from reloader_core.notice import Notice
from reloader_core.watch.signature import signature
from reloader_core.watch.watcher import Watcher

ROOT = Path(__file__).parents[2]
DEADLINE_S = 10.0
BOUND_S = 3.0
"""More than anybody is let wait, also on a busy machine; a hung drive takes minutes."""
LOCAL, SHARE = Mount("/", "ext4"), Mount("/share", "nfs4")

pytestmark = pytest.mark.posix


eventually = functools.partial(until, deadline_s=DEADLINE_S)


class Disk:
    """Questions that hang below a folder until the test says otherwise."""

    def __init__(self, hangs: str) -> None:
        self.hangs = hangs
        self.asked: list[str] = []
        self.answers = threading.Event()

    def __call__(self, path: str) -> str:
        self.asked.append(path)
        if path.startswith(self.hangs):
            self.answers.wait(DEADLINE_S)
        return path.upper()


@pytest.fixture
def returned() -> threading.Event:
    return threading.Event()


@pytest.fixture
def drives(returned: threading.Event) -> Iterator[Drives]:
    mounts = Mounts(lambda: [LOCAL, SHARE])
    mounts.of("/")
    drives = Drives(mounts, returned.set, time.perf_counter)
    yield drives
    drives.close()


def test_all_that_answer_are_answered(drives: Drives) -> None:
    assert drives.ask(str.upper, ["/a", "/share/b", "/c"]) == {
        "/a": "/A", "/share/b": "/SHARE/B", "/c": "/C",
    }  # fmt: skip
    assert drives.ask(str.upper, []) == {}
    assert drives.to_say() == []


def test_who_waits_looks_at_near_files_without_a_worker(tmp_path: Path) -> None:
    """From the second time on, once it is known that no link leads elsewhere."""
    share = tmp_path / "share"
    share.mkdir()
    (tmp_path / "link").symlink_to(share)
    mounts = Mounts(lambda: [LOCAL, Mount(str(share), "nfs4")])
    mounts.of("/")
    drives = Drives(mounts, lambda: None, time.perf_counter)

    def ask() -> list[bool]:
        near, linked, far = (str(tmp_path / name) for name in ("a", "link/b", "share/c"))
        found = drives.ask_at_once(lambda _: threading.current_thread(), [near, linked, far])
        return [found[path] is threading.current_thread() for path in (near, linked, far)]

    assert ask() == [False, False, False]
    assert ask() == [True, False, False]
    mounts.take([Mount("/", "nfs4")])
    assert ask() == [False, False, False]
    assert ask() == [False, False, False]
    drives.close()


def test_a_silent_drive_is_asked_once_and_taken_back(
    drives: Drives, returned: threading.Event
) -> None:
    disk = Disk("/share")
    assert drives.ask(disk, ["/share/a", "/b", "/share/c"]) == {"/b": "/B"}
    assert drives.is_silent("/share") and not drives.is_silent("/")
    assert drives.ask(disk, ["/share/a", "/d"]) == {"/d": "/D"}
    assert disk.asked == ["/share/a", "/b", "/d"] or disk.asked == ["/b", "/share/a", "/d"]
    assert not returned.is_set()
    disk.answers.set()
    assert returned.wait(DEADLINE_S)
    assert not drives.is_silent("/share")
    assert drives.ask(disk, ["/share/a"]) == {"/share/a": "/SHARE/A"}


def test_a_link_that_leads_to_a_silent_drive_takes_its_folder_only(drives: Drives) -> None:
    disk = Disk("/home/link")
    assert drives.ask(disk, ["/home/link/a", "/home/b"]) == {}, "one after the other"
    assert drives.ask(disk, ["/home/link/a", "/home/b"]) == {"/home/b": "/HOME/B"}
    disk.answers.set()
    eventually(lambda: drives.ask(disk, ["/home/link/a"]), "taken back")


def test_it_is_said_once_when_it_lasts(drives: Drives) -> None:
    disk = Disk("/share")
    drives.ask(disk, ["/share/a"])
    assert drives.to_say() == []
    assert drives.say_at() <= time.perf_counter() + SAY_S
    eventually(lambda: drives.to_say() == ["/share"], "it is said")
    assert drives.to_say() == []
    assert drives.say_at() == float("inf")
    disk.answers.set()


def test_a_late_answer_is_not_lost(drives: Drives) -> None:
    disk, late = Disk("/share"), list[str]()
    assert drives.ask(disk, ["/share/a"], late=late.append, within_s=0.01) == {}
    disk.answers.set()
    eventually(lambda: late == ["/SHARE/A"], "the late answer")


NO_THREADS = """
import resource, threading, time
from pathlib import Path
from reloader_core.comparer import Comparer
from reloader_core.disk.drives import Drives
from reloader_core.disk.mounts import Mount, Mounts
drives = Drives(Mounts(lambda: [Mount("/", "ext4")]), print, time.monotonic)
comparer = Comparer(print, lambda compared: print(compared.run, compared.lines))
threading.stack_size(1 << 30)
resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
try:
    threading.Thread(target=print).start()
except RuntimeError:
    print("no thread is to be had")
print(drives.ask(str.upper, ["/a"]))
comparer.ask(3, [])
comparer.close()
"""


@pytest.mark.linux
def test_where_no_thread_is_to_be_had_nothing_is_known() -> None:
    command = [sys.executable, "-c", NO_THREADS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == ["no thread is to be had", "{}", "3 ()"], done.stderr


def test_many_who_ask_at_once_wait_for_nobody_else(drives: Drives) -> None:
    disk = Disk("/share")
    waiting = threading.Thread(target=drives.ask, args=(disk, ["/share/a"]))
    waiting.start()
    eventually(lambda: disk.asked, "the first is asked")
    assert drives.ask(disk, ["/b"]) == {"/b": "/B"}
    assert waiting.is_alive()
    disk.answers.set()
    waiting.join()


def test_a_question_that_fails_is_no_answer_and_no_silence(
    drives: Drives, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(path: str) -> str:
        return str(1 / (len(path) - 2))

    assert drives.ask(fail, ["/a", "/bcd"]) == {"/bcd": "0.5"}
    assert "ZeroDivisionError" in caplog.text
    assert not drives.is_silent("/")


# ---- a drive that hangs


@pytest.fixture
def reports() -> list[frozenset[Path]]:
    return []


@pytest.fixture
def notices() -> list[Notice]:
    return []


@pytest.fixture
def watcher(
    hung_drive: Path, reports: list[frozenset[Path]], notices: list[Notice]
) -> Iterator[Watcher]:
    watcher = Watcher(reports.append, poll_s=0.05, on_notice=notices.append)
    watcher.start()
    yield watcher
    began = time.monotonic()
    watcher.close()
    assert time.monotonic() - began < BOUND_S


def test_a_hung_drive_costs_only_its_own_files(
    watcher: Watcher,
    hung_drive: Path,
    tmp_path: Path,
    reports: list[frozenset[Path]],
    notices: list[Notice],
) -> None:
    script, gone = tmp_path / "a.py", [hung_drive / name for name in ("b.py", "c/d.py", "e/f.py")]
    script.write_text("x = 1\n")
    began = time.monotonic()
    watcher.add(gone[0], (1, 1, 1))
    watcher.add(gone[1], None)
    watcher.add_missing(gone[2])
    watcher.set_globs(tmp_path, (str(hung_drive / "*.txt"), "**/*.csv"), ())
    watcher.add(script, signature(script))
    for text in ("x = 2222\n", "x = 33333\n"):
        script.write_text(text)
        eventually(lambda: reports == [frozenset({script})], "the save")
        reports.clear()
        assert watcher.accept() == {script}
        assert list(map(watcher.saved.compare, watcher.saved.edits(gone[:1]))) == [()]
    table = tmp_path / "new.csv"
    folders, walks = watcher._folders, watcher._walks
    eventually(lambda: folders.all_glob_folders_subscribed() and walks.at > 0, "the walk")
    table.write_text("1\n")
    eventually(lambda: reports == [frozenset({table})], "what a pattern matches")
    eventually(lambda: notices, "it is said")
    assert notices == [Notice(NoticeKind.DRIVE_SILENT, values=(str(hung_drive),))]
    assert time.monotonic() - began < 4 * DEADLINE_S


def test_its_files_are_back_when_it_answers(
    watcher: Watcher, hung: Any, reports: list[frozenset[Path]]
) -> None:
    script = hung.folder / "a.py"
    watcher.add(script, (1, 1, 1))
    eventually(lambda: watcher._board.unanswered, "its drive is silent")
    hung.unmount()
    script.write_text("x = 1\n")
    eventually(lambda: reports == [frozenset({script})], "the save")
    entry = next(iter(watcher._board.files.values()))
    eventually(lambda: entry.subscribed, "and it is listened to")


def test_a_link_to_it_costs_only_that_folder(
    watcher: Watcher, hung_drive: Path, tmp_path: Path, reports: list[frozenset[Path]]
) -> None:
    script, link = tmp_path / "a.py", tmp_path / "link"
    link.symlink_to(hung_drive)
    script.write_text("x = 1\n")
    watcher.add(link / "b.py", (1, 1, 1))
    watcher.add(script, signature(script))
    eventually(lambda: watcher._board.unanswered, "the folder is silent")
    script.write_text("x = 2222\n")
    eventually(lambda: reports == [frozenset({script})], "the save")


@pytest.mark.timeout(60)
def test_stop_and_saves_work_beside_it(supervise: Any, hung_drive: Path) -> None:
    source = "import time; print('up', flush=True); time.sleep(600)"
    engine = supervise(source, watch=(str(hung_drive / "*.py"), str(hung_drive / "x.txt")))
    engine.wait_text("up", run=1)
    engine.target.script.write_text(source + "\n")
    engine.wait_text("up", run=2)
    engine.wait(lambda: any(each.kind is NoticeKind.DRIVE_SILENT for each in engine.notices))
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)


@pytest.mark.timeout(60)
def test_packages_on_it_hold_nobody_up(supervise: Any, hung_drive: Path, folder: Path) -> None:
    """What a standby rests on has to be looked at; who does it must be free for Stop."""
    startup = folder / "startup"
    startup.mkdir()
    packages = str(hung_drive / "site-packages")
    (startup / "sitecustomize.py").write_text(f"import sys; sys.path.append({packages!r})")
    env = (("PYTHONPATH", str(startup)), ("PYTHONNOUSERSITE", "1"))  # the rest looks for more
    engine = supervise("import time; print('up', flush=True); time.sleep(600)", env=env)
    engine.wait_text("up", run=1)
    engine.wait(lambda: engine.supervisor._standbys.first, "a standby")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    engine.supervisor.start()
    engine.wait_text("up", run=2)
