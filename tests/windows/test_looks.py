"""Watching a file must not hinder whoever writes it: an editor, git, the script itself."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reloader_core.watch import look_windows, texts
from reloader_core.watch.signature import InodeTrust, Stamp, is_link, signature, stamp
from reloader_core.watch.watched import WatchedFile, look
from reloader_core.watch.watcher import Watcher

WaitUntil = Callable[..., None]
REPLACES = 1000


@contextlib.contextmanager
def held(path: Path, share: int) -> Iterator[None]:
    """Somebody has opened the file for writing, and lets others do what `share` says."""
    import _winapi

    create: Any = _winapi.CreateFile  # type: ignore[attr-defined, unused-ignore]
    handle = create(str(path), 0xC0000000, share, 0, look_windows.OPEN_EXISTING, 0, 0)
    try:
        yield
    finally:
        close: Any = _winapi.CloseHandle  # type: ignore[attr-defined, unused-ignore]
        close(handle)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "main.py"
    path.write_text("x = 1\n")
    return path


@pytest.fixture
def reports() -> list[frozenset[Path]]:
    return []


@pytest.fixture
def watcher(
    script: Path, reports: list[frozenset[Path]], wait_until: WaitUntil
) -> Iterator[Watcher]:
    """It has read the script's text, and is told of what happens to it."""
    watcher = Watcher(reports.append)
    watcher.start()
    watcher.add(script, signature(script))
    wait_until(lambda: all(file.text and file.subscribed for file in watcher._board.files.values()))
    yield watcher
    watcher.close()


def replace_often(path: Path) -> None:
    """As editors save: a new file, put in the place of the old one."""
    new = path.with_suffix(".tmp")
    for number in range(REPLACES):
        new.write_text(f"x = {number}\n")
        os.replace(new, path)


def test_a_look_says_what_os_stat_says(script: Path, tmp_path: Path) -> None:
    os.utime(script, ns=(1_000_000_000_123_456_700, 1_600_000_000_987_654_300))
    found = os.stat(script)
    assert stamp(script) == Stamp((found.st_mtime_ns, found.st_size, 0), 0)
    os.utime(script, (-1000, -1000))  # before 1970
    assert stamp(script) == Stamp((-1000 * 10**9, 7, 0), 0)
    for nothing in (tmp_path, tmp_path / "no", tmp_path / "a\0b", script / "deeper"):
        assert stamp(nothing) is None
    assert not is_link(str(script)) and not is_link(str(tmp_path / "no"))


def test_a_file_is_replaced_a_thousand_times_while_it_is_looked_at(script: Path) -> None:
    done = threading.Event()
    looks = 0

    def keep_looking() -> None:
        nonlocal looks
        while not done.is_set():
            looks += stamp(script) is not None
            is_link(str(script))

    looking = threading.Thread(target=keep_looking)
    looking.start()
    try:
        replace_often(script)  # raises PermissionError if a look is in its way
    finally:
        done.set()
        looking.join()
    assert looks > REPLACES


def test_a_file_is_replaced_a_thousand_times_while_it_is_watched(
    watcher: Watcher, script: Path, reports: list[frozenset[Path]], wait_until: WaitUntil
) -> None:
    replace_often(script)
    wait_until(lambda: reports, what="the last save is reported")
    files = watcher._board.files
    wait_until(lambda: [file.known for file in files.values()] == [signature(script)])


def test_a_file_of_the_same_time_and_size_is_noticed_by_its_text(
    watcher: Watcher, script: Path, reports: list[frozenset[Path]], wait_until: WaitUntil
) -> None:
    """An inode would tell, but reading it needs a handle."""
    before = script.stat().st_mtime_ns
    other = script.with_suffix(".tmp")
    other.write_text("x = 2\n")
    os.utime(other, ns=(before, before))
    known = signature(script)
    os.replace(other, script)
    assert signature(script) == known
    wait_until(lambda: reports == [frozenset({script})], what=lambda: reports)


def test_a_file_can_be_moved_and_deleted_while_its_text_is_read(script: Path) -> None:
    backup = script.with_suffix(".bak")
    with open(script, "rb", opener=look_windows.open_shared) as file:
        os.rename(script, backup)
        script.write_text("new\n")
        assert file.read() == b"x = 1\r\n"
        os.remove(backup)
    assert not backup.exists() and script.read_text() == "new\n"
    with pytest.raises(FileNotFoundError):
        open(backup, "rb", opener=look_windows.open_shared)


def test_a_file_that_an_editor_holds_is_no_change(script: Path) -> None:
    known = signature(script)
    file = WatchedFile(script, known, known, text=texts.pack(script.read_bytes(), keep=True))
    with held(script, share=0):
        with pytest.raises(PermissionError):
            open(script, "rb", opener=look_windows.open_shared)
        seen = look(file, told=True)
        assert seen.stamp is not None and seen.stamp.signature == known
        assert not file.differs(seen, InodeTrust(), first=True)


def test_a_log_that_the_script_holds_is_read_and_goes_on(tmp_path: Path) -> None:
    log = tmp_path / "script.log"
    with open(log, "w", encoding="utf-8") as file:
        file.write("one\n")
        file.flush()
        seen = signature(log)
        assert seen is not None and texts.read(log, seen) == b"one\r\n"
        with open(log, "rb", opener=look_windows.open_shared):
            file.write("two\n")
            file.flush()
    assert log.read_text(encoding="utf-8") == "one\ntwo\n"
