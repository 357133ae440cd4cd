"""A file that somebody is in the middle of writing is not reported before it is closed."""

from __future__ import annotations

import contextlib
import functools
import mmap
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from processes import until
from reloader_core.watch import watched
from reloader_core.watch.settle import HOLD_S, Settle
from reloader_core.watch.signature import Signature, signature
from reloader_core.watch.sources.inotify import HAS_INOTIFY
from reloader_core.watch.watched import WatchedFile
from reloader_core.watch.watcher import Watcher
from reloader_core.watch.writers import HAS_LEASES, is_being_written

DEADLINE_S = 5.0
POLL_S = 0.05
"""The poll would find half a file many times over while nothing may be reported."""
HALF, WHOLE = "print('half')\n", "print('half')\nprint('whole')\n"
A, B = (1, 1, 1), (2, 1, 1)

needs_leases = pytest.mark.skipif(not HAS_LEASES, reason="this system cannot be asked who writes")
needs_inotify = pytest.mark.skipif(not HAS_INOTIFY, reason="told by inotify alone")


eventually = functools.partial(until, deadline_s=DEADLINE_S)


class Reports:
    """What a watcher reports, and what each file looked like then."""

    def __init__(self) -> None:
        self.all: list[dict[Path, Signature | None]] = []

    def __call__(self, files: frozenset[Path]) -> None:
        self.all.append({file: signature(file) for file in files})

    def expect(self, *paths: Path) -> None:
        eventually(lambda: self.all, f"a report of {paths}")
        assert self.all == [{path: signature(path) for path in paths}]
        self.all.clear()


@pytest.fixture
def reports() -> Reports:
    return Reports()


@pytest.fixture(params=["events", "poll"])
def watcher(request: pytest.FixtureRequest, reports: Reports) -> Iterator[Watcher]:
    watcher = Watcher(reports, poll_s=POLL_S, events=request.param == "events")
    watcher.start()
    yield watcher
    watcher.close()


def add(watcher: Watcher, *paths: Path) -> None:
    """They are there, and listened to."""
    for path in paths:
        if not path.exists():
            path.write_text("x = 1\n")
        watcher.add(path, signature(path))
    entries = [file for file in watcher._board.files.values() if file.path in paths]
    board, listening = watcher._board, watcher._listening
    eventually(lambda: not (listening._unarmed or board.work.placed or board.work.hot))
    if watcher._folders._source is not None:
        eventually(lambda: all(file.subscribed for file in entries), "subscriptions")


def stays_open(watcher: Watcher, path: Path) -> None:
    """Until the watcher has seen it changed, and has looked again several times since."""
    entry = next(file for file in watcher._board.files.values() if file.path == path)
    eventually(lambda: entry in watcher._settle, "it was seen")
    polls = watcher._poll.next
    eventually(lambda: watcher._poll.next > polls + 4 * POLL_S, "further polls")


def overwrite(path: Path) -> contextlib.AbstractContextManager[object]:
    return path.open("w")


def append(path: Path) -> contextlib.AbstractContextManager[object]:
    return path.open("a")


def anew(path: Path) -> contextlib.AbstractContextManager[object]:
    path.unlink()
    return path.open("x")


@needs_leases
@pytest.mark.parametrize("how", [overwrite, append, anew])
def test_half_a_file_is_not_reported(
    watcher: Watcher,
    reports: Reports,
    tmp_path: Path,
    how: Callable[[Path], contextlib.AbstractContextManager[object]],
) -> None:
    script = tmp_path / "a.py"
    add(watcher, script)
    with how(script) as file:
        for part in ("print('half')\n", "print('whole')\n"):
            file.write(part)  # type: ignore[attr-defined]
            file.flush()  # type: ignore[attr-defined]
            stays_open(watcher, script)
            assert reports.all == []
    reports.expect(script)


@needs_leases
def test_a_new_file_is_reported_when_it_is_whole(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    module = tmp_path / "module.py"
    watcher.add_missing(module)
    eventually(lambda: not watcher._board.work.placed)
    with module.open("w") as file:
        stays_open(watcher, module)
        file.write(HALF)
        file.flush()
        stays_open(watcher, module)
        assert reports.all == []
    reports.expect(module)


@needs_leases
def test_a_mapping_is_a_writer_too(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    script = tmp_path / "a.py"
    add(watcher, script)
    with script.open("r+b") as file:
        mapped = mmap.mmap(file.fileno(), 0)
    mapped[0:1] = b"y"
    mapped.flush()
    os.utime(script)  # the kernel notes the time of a mapping's writes when it likes
    stays_open(watcher, script)
    assert reports.all == []
    mapped.close()
    reports.expect(script)


@needs_leases
def test_a_writer_that_is_killed_has_closed_the_file(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    script = tmp_path / "a.py"
    add(watcher, script)
    source = f"import sys, time; f = open(sys.argv[1], 'w'); f.write({HALF!r}); f.flush()"
    program = [sys.executable, "-c", source + "; time.sleep(60)", str(script)]
    with subprocess.Popen(program) as writer:
        stays_open(watcher, script)
        assert reports.all == []
        writer.kill()
    reports.expect(script)
    assert script.read_text() == HALF


@needs_leases
def test_a_log_that_is_never_closed_counts_when_it_rests(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    """A file that is no program, so that it takes a second."""
    log = tmp_path / "a.log"
    log.write_text("")
    watcher.set_globs(tmp_path, ("*.log",), ())
    eventually(lambda: log in watcher.files())
    with log.open("a") as file:
        for line in ("one\n", "two\n"):
            file.write(line)
            file.flush()
            reports.expect(log)


def test_programs_are_waited_for_longer_than_data(tmp_path: Path) -> None:
    names = {"a.py": True, "a.pyw": True, "a.csv": False}
    files = {name: WatchedFile(tmp_path / name, A, A, by_hand=False) for name in names}
    assert {name: file.rest_s == watched.PROGRAM_REST_S for name, file in files.items()} == names
    assert WatchedFile(tmp_path / "script", A, A).rest_s == watched.PROGRAM_REST_S


@pytest.mark.posix
@pytest.mark.parametrize(
    "change",
    [
        lambda path: os.truncate(path, 2),
        lambda path: os.utime(path, (1, 1)),
        lambda path: (path.unlink(), path.hardlink_to(path.with_name("other"))),
        lambda path: (path.unlink(), path.symlink_to(path.with_name("other"))),
        lambda path: os.replace(path.with_name("other"), path),
    ],
    ids=["truncate", "utime", "hard link", "symlink", "replace"],
)
def test_what_is_never_closed_is_not_waited_for(
    watcher: Watcher, reports: Reports, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    script = tmp_path / "a.py"
    (tmp_path / "other").write_text(WHOLE)
    add(watcher, script)
    change(script)
    reports.expect(script)


@needs_inotify
def test_a_cut_off_file_is_told_of_by_the_system(reports: Reports, tmp_path: Path) -> None:
    """Nobody opened it, so nobody closes it; the next poll would be long in coming. Again and
    again: the word comes once for each time that it was asked for."""
    watcher = Watcher(reports, poll_s=60.0)
    watcher.start()
    script = tmp_path / "a.py"
    script.write_text("x" * 100)
    add(watcher, script)
    for size in (50, 20, 0):
        os.truncate(script, size)
        reports.expect(script)
        eventually(lambda: not watcher._listening._unarmed and not watcher._board.work.hot)
    watcher.close()


OTHER_USER = f"""
import os, sys
from pathlib import Path
import psutil
from reloader_core.watch.signature import signature
from reloader_core.watch.watcher import Watcher
os.setuid(12345)
script = Path(sys.argv[1])
watcher = Watcher(lambda files: print("reported", script.read_text(), flush=True), poll_s={POLL_S})
watcher.start()
watcher.add(script, signature(script))
while watcher._listening._unarmed or not watcher._folders._writes: pass
print("ready", flush=True)
entry, = watcher._board.files.values()
for _ in sys.stdin:
    while entry not in watcher._settle: pass
    polls = watcher._poll.next
    while watcher._poll.next < polls + {4 * POLL_S}: pass
    print("polled", flush=True)
"""


@needs_inotify
def test_another_users_file_is_waited_for_as_well() -> None:
    """The kernel does not say who writes it, but it tells that somebody does."""
    if os.geteuid() != 0:
        pytest.skip("only root can make a file of another user's")
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
    with tempfile.TemporaryDirectory() as folder:  # no folder of pytest's: those are private
        os.chmod(folder, 0o755)
        script = Path(folder, "a.py")
        script.write_text("x = 1\n")
        program = [sys.executable, "-c", OTHER_USER, str(script)]
        with subprocess.Popen(program, **pipes) as other:  # type: ignore[call-overload]
            assert other.stdout.readline() == "ready\n"
            with script.open("w") as file:
                for text in (HALF, WHOLE):
                    file.write(text)
                    file.flush()
                    print(file=other.stdin)
                    assert other.stdout.readline() == "polled\n"
            assert other.stdout.readline() == "reported " + HALF
            assert other.stdout.readline() == HALF
            other.stdin.close()


@pytest.mark.slow
@needs_leases
def test_asking_hinders_no_writer(tmp_path: Path) -> None:
    script = tmp_path / "a.py"
    script.write_text("x = 1\n")
    done = threading.Event()
    answers: set[bool | None] = set()

    def keep_asking() -> None:
        while not done.is_set():
            answers.add(is_being_written(str(script)))

    asking = threading.Thread(target=keep_asking)
    asking.start()
    try:
        for number in range(2000):
            script.write_text(f"x = {number}\n")
    finally:
        done.set()
        asking.join()
    assert answers == {True, False}


@pytest.mark.posix
def test_what_cannot_be_asked(tmp_path: Path) -> None:
    assert is_being_written(str(tmp_path / "nothing")) is None
    assert is_being_written("a\0b") is None


# ---- the rule


def test_an_open_file_settles_when_it_is_closed_or_has_rested() -> None:
    settle: Settle[str] = Settle(0.015)
    settle.note("a", A, 0.0, rest_s=30.0)
    settle.note("a", B, 9.0, rest_s=30.0)
    assert settle.ready_at() == pytest.approx(39.0)
    settle.note("a", B, 20.0)
    assert settle.take(20.010) == {}
    assert settle.take(20.016) == {"a": B}
    assert len(settle) == 0
    settle.note("a", A, 50.0, rest_s=30.0)
    assert settle.take(79.0) == {}
    assert settle.take(80.1) == {"a": A}


def test_others_wait_for_an_upload_but_not_for_ever() -> None:
    settle: Settle[str] = Settle(0.015)
    settle.note("upload", A, 0.0, rest_s=30.0)
    settle.note("saved", A, 1.0)
    assert settle.take(5.0) == {}
    settle.note("upload", B, 5.0)
    assert settle.take(5.02) == {"upload": B, "saved": A}
    settle.note("log", A, 10.0, rest_s=30.0)
    for second in range(11, 40):
        settle.note("log", (second, 1, 1), second, rest_s=30.0)
    settle.note("saved", B, 40.0)
    assert settle.ready_at() == pytest.approx(40.015), f"it has been written for over {HOLD_S} s"
    assert settle.take(40.02) == {"saved": B}
    assert "log" in settle


def test_nobody_waits_for_what_the_script_itself_has_open() -> None:
    settle: Settle[str] = Settle(0.015)
    settle.note("log", A, 0.0, rest_s=30.0)
    settle.note("saved", A, 1.0)
    assert settle.take(2.0) == {}
    settle.note("log", A, 2.0, rest_s=1.0, holds=False)
    assert settle.take(2.0) == {"log": A, "saved": A}, "it has rested since its last change"
    settle.note("log", B, 3.0, rest_s=1.0, holds=False)
    settle.note("saved", B, 3.5)
    assert settle.take(3.52) == {"saved": B}
    assert "log" in settle
