"""The watcher with real files: what counts as a change, and when it is told."""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from processes import until
from reloader_core.disk.mounts import DEAF_AFTER, Mount, Mounts
from reloader_core.model import LineSpans, Text
from reloader_core.notice import Notice, NoticeKind
from reloader_core.watch.settle import LONGEST_QUIET_S, MISSING_S, TOTAL_S, Settle
from reloader_core.watch.signature import InodeTrust, Signature, signature, stamp
from reloader_core.watch.sources import choice
from reloader_core.watch.sources.contract import Cancel, FolderEvents, Sink
from reloader_core.watch.sources.inotify import HAS_INOTIFY, InotifyEvents
from reloader_core.watch.sources.watchdog import WatchdogEvents
from reloader_core.watch.sources.windows import names_in
from reloader_core.watch.watched import View, WatchedFile, key_of
from reloader_core.watch.watcher import JOIN_S, Watcher

DEADLINE_S = 5.0
QUIET_S = 0.4
"""How long nothing may be reported where nothing should be (longer than any settling)."""

EVENTS_POLL_S = 30.0 if HAS_INOTIFY else 1.0
"""With inotify so slow that only events can pass a test. Elsewhere nothing tells that a
folder itself was renamed."""


eventually = functools.partial(until, deadline_s=DEADLINE_S)


class Reports:
    """Collects what a watcher says."""

    def __init__(self) -> None:
        self.sets: list[frozenset[Path]] = []
        self.notices: list[Notice] = []
        self.at: list[float] = []
        self.seen: dict[Path, Signature | None] = {}

    def __call__(self, files: frozenset[Path]) -> None:
        self.at.append(time.perf_counter())
        self.seen.update((file, signature(file)) for file in files)
        self.sets.append(files)

    def of(self, path: Path) -> int:
        return sum(path in files for files in self.sets)

    def expect(self, *paths: Path) -> None:
        """Waits for exactly one report, of exactly these files, and forgets it."""
        eventually(lambda: self.sets, f"a report of {paths}")
        assert self.sets == [frozenset(paths)]
        self.sets.clear()

    def expect_none(self, during_s: float = QUIET_S) -> None:
        end = time.monotonic() + during_s
        while time.monotonic() < end:
            assert self.sets == []
            time.sleep(0.01)


@pytest.fixture
def reports() -> Reports:
    return Reports()


@contextlib.contextmanager
def watching(reports: Reports, **options: object) -> Iterator[Watcher]:
    watcher = Watcher(reports, on_notice=reports.notices.append, **options)  # type: ignore[arg-type]
    watcher.start()
    try:
        yield watcher
    finally:
        watcher.close()


@pytest.fixture(params=["events", "poll"])
def watcher(request: pytest.FixtureRequest, reports: Reports) -> Iterator[Watcher]:
    """Everything holds with OS events and without."""
    options = {"poll_s": EVENTS_POLL_S}
    if request.param == "poll":
        options = {"poll_s": 0.05, "events": False}
    with watching(reports, **options) as watcher:
        yield watcher


@pytest.fixture
def told(reports: Reports) -> Iterator[Watcher]:
    """A watcher that relies on OS events alone."""
    with watching(reports, poll_s=EVENTS_POLL_S) as watcher:
        yield watcher


def write(path: Path, text: str = "x = 1\n") -> Path:
    path.write_text(text)
    return path


def watched(watcher: Watcher, path: Path, text: str = "x = 1\n") -> Path:
    """A file that is there, loaded and listened to."""
    write(path, text)
    watcher.add(path, signature(path))
    settle_in(watcher)
    return path


def link_to(target: Path, link: Path) -> Path:
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("no right to make links here")
    if not link.is_symlink():
        pytest.skip("links are not links here (Wine)")
    return link


def settle_in(watcher: Watcher) -> None:
    """Until the thread has taken what it was told (its folders are subscribed then)."""
    board = watcher._board
    eventually(lambda: not board.work.placed and not board.work.walk, "taken work")
    wakes = watcher.wakes

    def has_turned() -> bool:
        board.wake()  # again: one that comes within a turn, before it takes its work, is lost
        return watcher.wakes >= wakes + 2  # the first may be the turn that has just begun

    eventually(has_turned, "a turn")


# ---- what is a change


def test_saved_in_place(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    script = watched(watcher, tmp_path / "a.py")
    write(script, "x = 2222\n")
    reports.expect(script)


def test_replaced_atomically(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    script = watched(watcher, tmp_path / "a.py")
    write(tmp_path / "a.tmp", "x = 2222\n")
    os.replace(tmp_path / "a.tmp", script)
    reports.expect(script)


def test_older_file_restored(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    script = watched(watcher, tmp_path / "a.py")
    backup = write(tmp_path / "a.bak", "x = 0\n")
    os.utime(backup, (1_000_000_000, 1_000_000_000))
    os.replace(backup, script)
    reports.expect(script)


def test_only_the_time_goes_back(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    script = watched(watcher, tmp_path / "a.py")
    os.utime(script, (1_000_000_000, 1_000_000_000))
    reports.expect(script)


def test_same_size_and_same_second(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    script = watched(watcher, tmp_path / "a.py", "x = 1\n")
    at = script.stat().st_mtime_ns // 1_000_000_000 * 1_000_000_000
    os.utime(script, ns=(at, at + 1_000))
    reports.expect(script)
    write(script, "x = 2\n")
    os.utime(script, ns=(at, at + 2_000))
    reports.expect(script)


def test_deleted_is_told_when_it_is_back(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    script = watched(watcher, tmp_path / "a.py")
    script.unlink()
    reports.expect_none()
    write(script)
    reports.expect(script)


def test_moved_away_and_back_unchanged_is_told(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    script = watched(watcher, tmp_path / "a.py")
    script.rename(tmp_path / "b.py")
    reports.expect_none()
    (tmp_path / "b.py").rename(script)
    reports.expect(script)
    assert watcher.saved.returned([script]) == {script}
    write(script, "a longer text\n")
    reports.expect(script)
    assert not watcher.saved.returned([script]), "that is a save"


def test_missing_file_appears(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    helper = tmp_path / "helper.py"
    watcher.add_missing(helper)
    settle_in(watcher)
    assert helper not in watcher.files()
    write(helper)
    reports.expect(helper)
    assert helper in watcher.files()


def test_missing_folder_is_created(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    module = tmp_path / "package" / "inner" / "module.py"
    watcher.add_missing(module)
    settle_in(watcher)
    module.parent.mkdir(parents=True)
    write(module)
    reports.expect(module)
    write(module, "x = 2222\n")
    reports.expect(module)


def test_missing_folder_is_created_at_that_moment(
    told: Watcher, reports: Reports, tmp_path: Path
) -> None:
    """The folder appears after the look, and before anybody listens to the one above it."""
    for number in range(20):
        module = tmp_path / f"p{number}" / "inner" / "module.py"
        told.add_missing(module)
        module.parent.mkdir(parents=True)
        settle_in(told)
        write(module)
        reports.expect(module)


def test_missing_file_exists_already(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    helper = write(tmp_path / "helper.py")
    watcher.add_missing(helper)
    reports.expect(helper)


def folder_deleted_and_created(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    module = watched(watcher, folder / "module.py")
    module.unlink()
    folder.rmdir()
    reports.expect_none()
    folder.mkdir()
    write(module)
    reports.expect(module)


@pytest.mark.wine_xfail("Wine keeps the deleted folder while somebody listens, and tells nothing")
def test_folder_deleted_and_created(told: Watcher, reports: Reports, tmp_path: Path) -> None:
    folder_deleted_and_created(told, reports, tmp_path)


def test_polled_folder_deleted_and_created(reports: Reports, tmp_path: Path) -> None:
    with watching(reports, poll_s=0.05, events=False) as watcher:
        folder_deleted_and_created(watcher, reports, tmp_path)


def test_folder_renamed_and_made_anew(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    module = watched(watcher, folder / "module.py")
    folder.rename(tmp_path / "old")
    folder.mkdir()
    write(module, "x = 2222\n")
    reports.expect(module)
    write(module, "x = 33333\n")
    reports.expect(module)


def test_parent_folder_swapped(reports: Reports, tmp_path: Path) -> None:
    """No event tells of it: the subscription follows the folder to its new name."""
    module = tmp_path / "project" / "package" / "module.py"
    module.parent.mkdir(parents=True)
    with watching(reports, poll_s=0.05) as watcher:
        watched(watcher, module)
        (tmp_path / "project").rename(tmp_path / "old")
        module.parent.mkdir(parents=True)
        write(module, "x = 2222\n")
        reports.expect(module)


def test_folder_instead_of_the_file(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    script = watched(watcher, tmp_path / "a.py")
    script.unlink()
    script.mkdir()
    reports.expect_none()
    script.rmdir()
    write(script)
    reports.expect(script)


def test_link_is_pointed_elsewhere(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    one, two = write(tmp_path / "one.py"), write(tmp_path / "two.py", "x = 2222\n")
    link = link_to(one, tmp_path / "script.py")
    watcher.add(link, signature(link))
    settle_in(watcher)
    os.replace(link_to(two, tmp_path / "new"), link)
    reports.expect(link)


def test_a_link_to_a_name_that_differs_in_case_alone(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    """Names are told wide of case, so it is heard of twice by one name in one folder."""
    other, target = write(tmp_path / "other.py"), write(tmp_path / "Script.py")
    if (tmp_path / "SCRIPT.PY").exists():
        pytest.skip("here that is the same file")
    link = link_to(target, tmp_path / "script.py")
    watcher.add(link, signature(link))
    settle_in(watcher)
    for number, place in enumerate((other, target)):
        os.replace(link_to(place, tmp_path / "new"), link)
        reports.expect(link)
        settle_in(watcher)
        write(place, f"x = {number}{'0' * (number + 4)}\n")
        reports.expect(link)


def test_target_of_a_link_is_saved(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "other").mkdir()
    target = write(tmp_path / "real" / "target.py")
    link = link_to(target, tmp_path / "script.py")
    watcher.add(link, signature(link))
    settle_in(watcher)
    write(target, "x = 2222\n")
    reports.expect(link)
    # The new target's folder is listened to as well.
    moved = write(tmp_path / "other" / "target.py", "x = 33333\n")
    os.replace(link_to(moved, tmp_path / "new"), link)
    reports.expect(link)
    settle_in(watcher)
    write(moved, "x = 4444444\n")
    reports.expect(link)


def test_path_is_reported_as_it_was_added(
    told: Watcher, reports: Reports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    script = watched(told, Path("a.py"))
    write(script, "x = 2222\n")
    reports.expect(Path("a.py"))


def test_nonsense_paths_are_missing(tmp_path: Path) -> None:
    assert signature(tmp_path) is None
    assert signature(tmp_path / "nothing") is None
    assert signature(Path("a\0b")) is None


# ---- inodes


def copy_with_other_inode(path: Path, text: str) -> None:
    """Same time and size, another inode."""
    at = path.stat().st_mtime_ns
    other = write(path.with_suffix(".tmp"), text)
    os.utime(other, ns=(at, at))
    os.replace(other, path)


@pytest.mark.posix  # no inodes on Windows; its case is in tests/windows/test_looks.py
def test_other_inode_with_the_same_text_is_no_change(reports: Reports, tmp_path: Path) -> None:
    with watching(reports) as watcher:
        script = watched(watcher, tmp_path / "a.py")
        file = next(iter(watcher._board.files.values()))
        eventually(lambda: file.text is not None, "the text was read")
        before = signature(script)
        copy_with_other_inode(script, "x = 1\n")
        assert signature(script) != before
        eventually(lambda: file.known == signature(script), "the new inode is taken over")
        assert reports.sets == []
        assert watcher.accept() == frozenset()


def test_other_inode_with_another_text_is_a_change(reports: Reports, tmp_path: Path) -> None:
    with watching(reports) as watcher:
        script = watched(watcher, tmp_path / "a.py")
        file = next(iter(watcher._board.files.values()))
        eventually(lambda: file.text is not None, "the text was read")
        copy_with_other_inode(script, "x = 2\n")
        reports.expect(script)


@pytest.mark.parametrize(("budget_bytes", "lines"), [(0, ()), (1000, ((2, 2),))])
def test_texts_are_kept_within_the_budget(
    reports: Reports, tmp_path: Path, budget_bytes: int, lines: LineSpans
) -> None:
    """Also those that are read to tell which lines have changed."""
    with watching(reports, poll_s=EVENTS_POLL_S, text_budget_bytes=budget_bytes) as watcher:
        file = watched(watcher, tmp_path / "a.py", "a = 1\nb = 1\n")
        write(file, "a = 10\nb = 1\n")
        reports.expect(file)
        watcher.saved.compare(*watcher.saved.edits([file]))
        watcher.accept()
        write(file, "a = 10\nb = 20\n")
        reports.expect(file)
        edits = watcher.saved.edits([file])
        watcher.accept()
        assert watcher.saved.compare(*edits) == lines, "also once the next run has begun"


def test_inode_is_ignored_after_two_false_alarms_on_a_device(tmp_path: Path) -> None:
    trust = InodeTrust()
    found = stamp(write(tmp_path / "a.py"))
    assert found is not None
    time_ns, size, inode = found.signature
    file = WatchedFile(tmp_path / "a.py", found.signature, found.signature)
    for number, same_text in enumerate((True, None, False)):
        ignored = number == 2
        other = found._replace(signature=(time_ns, size, inode + 1 + number))
        assert trust.ignored(found.device) is ignored
        view = View(file.version, other, same_text)
        assert file.differs(view, trust, first=True) is (same_text is None)
    newer = found._replace(signature=(time_ns + 1, size, inode))
    assert file.differs(View(file.version, newer), trust, first=True)
    assert not trust.ignored(found.device + 1)


# ---- settling


def test_truncate_then_write_is_one_report(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    script = watched(watcher, tmp_path / "a.py")
    write(script, "")
    eventually(lambda: len(watcher._settle) > 0 or reports.sets, "the empty file was seen")
    time.sleep(0.05)  # the editor's pause: longer than the settle time
    write(script, "x = 2222\n")
    reports.expect(script)
    assert reports.seen[script] == signature(script)
    reports.expect_none()


def test_file_that_stays_empty_is_told(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    script = watched(watcher, tmp_path / "a.py")
    write(script, "")
    reports.expect(script)


def test_delete_then_create_is_one_report(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    script, helper = watched(watcher, tmp_path / "a.py"), watched(watcher, tmp_path / "b.py")
    write(helper, "x = 2222\n")
    script.unlink()
    eventually(lambda: len(watcher._settle) == 2 or reports.sets, "both were seen")
    write(script, "x = 2222\n")
    reports.expect(script, helper)


def test_what_is_gone_for_longer_than_a_save_takes_is_told_and_its_return_is_a_change(
    reports: Reports, tmp_path: Path
) -> None:
    gone: list[frozenset[Path]] = []
    with watching(reports, on_gone=gone.append) as watcher:
        script, helper = watched(watcher, tmp_path / "a.py"), watched(watcher, tmp_path / "b.py")
        script.rename(tmp_path / "away.py")
        eventually(lambda: gone, "the script is gone")
        write(helper, "x = 2222\n")
        reports.expect(helper)
        (tmp_path / "away.py").rename(script)
        reports.expect(script)
        script.unlink()
        eventually(lambda: len(gone) == 2, "gone again")
        assert gone == [frozenset({script})] * 2
        assert reports.sets == []


def test_reverted_within_the_settle_is_nothing(reports: Reports, tmp_path: Path) -> None:
    with watching(reports, settle_s=0.3) as watcher:
        script = watched(watcher, tmp_path / "a.py")
        at = script.stat().st_mtime_ns
        write(script, "x = 2\n")
        eventually(lambda: len(watcher._settle) > 0, "the change was seen")
        write(script, "x = 1\n")
        os.utime(script, ns=(at, at))
        eventually(lambda: len(watcher._settle) == 0, "the change was forgotten")
        reports.expect_none()


class HeldClock:
    """Stands still while it is held: however long a busy machine takes, no time passes."""

    def __init__(self) -> None:
        self._held: float | None = None
        self.asked = 0

    def __call__(self) -> float:
        self.asked += 1
        return time.perf_counter() if self._held is None else self._held

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        self._held = time.perf_counter()
        yield
        self._held = None


@pytest.mark.parametrize("events", [True, False], ids=["events", "poll"])
def test_files_saved_together_are_one_report(
    reports: Reports, tmp_path: Path, events: bool
) -> None:
    clock, poll_s = HeldClock(), EVENTS_POLL_S if events else 0.05
    with watching(reports, poll_s=poll_s, events=events, clock=clock) as watcher:
        files = [watched(watcher, tmp_path / f"m{number}.py") for number in range(30)]
        with clock.held():
            for file in files:
                write(file, "x = 2222\n")
            # Nobody tells the poll; it finds all at once, when the clock goes on.
            eventually(lambda: not events or len(watcher._settle) == len(files), "all were told")
        reports.expect(*files)


def test_what_is_saved_while_a_poll_waits_is_in_its_report(
    reports: Reports, tmp_path: Path
) -> None:
    clock = HeldClock()
    with watching(reports, poll_s=30.0, events=False, clock=clock) as watcher:
        first, second = (watched(watcher, tmp_path / name) for name in ("m1.py", "m2.py"))
        board = watcher._board
        with clock.held():
            write(first, "x = 2222\n")
            with board.wakeup:
                found = board.find(first)
                assert found is not None
                board.look_at(found)
            eventually(lambda: len(watcher._settle) == 1 and not board.work.hot)
            asked = clock.asked
            eventually(lambda: clock.asked > asked + 20, "the other one was looked at, too")
            write(second, "x = 2222\n")
        reports.expect(first, second)


def test_many_saves_give_few_reports_and_the_last_is_seen(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    script = watched(watcher, tmp_path / "a.py")
    began = time.perf_counter()
    for number in range(200):
        write(script, "#" * number)
        # 200 saves a second: the pace is what is tested
        time.sleep(max(0.0, began + (number + 1) * 0.005 - time.perf_counter()))
    eventually(lambda: reports.seen.get(script) == signature(script), "the last save")
    reports.sets.clear()
    reports.expect_none()
    assert 1 <= len(reports.at) <= 5


def test_the_same_signature_is_told_once(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    script = watched(watcher, tmp_path / "a.py")
    at = script.stat().st_mtime_ns
    write(script, "x = 2222\n")
    reports.expect(script)
    reports.expect_none()
    # ... but the way back is a change again: something may have run the other text.
    write(script, "x = 1\n")
    os.utime(script, ns=(at, at))
    reports.expect(script)


Step = tuple[float, Signature | None]
A, B, C = (1, 1, 1), (2, 1, 1), (3, 1, 1)


@pytest.mark.parametrize(
    ("steps", "ready"),
    [
        ([(0.0, A)], 0.015),
        ([(0.0, A), (0.0003, B)], 0.0153),  # truncated and written by one save
        ([(0.0, A), (0.03, B)], 0.06),  # a formatter: it waits as long as it has lasted
        ([(0.0, A), (0.03, B), (0.08, C)], 0.16),
        ([(number / 10, (number, 1, 1)) for number in range(6)], 0.5 + LONGEST_QUIET_S),
        ([(number / 10, (number, 1, 1)) for number in range(30)], TOTAL_S),
        ([(0.0, None)], MISSING_S),
        ([(0.0, None), (0.1, A)], 0.2),
    ],
)
def test_settle_times(steps: list[Step], ready: float) -> None:
    settle: Settle[str] = Settle(0.015)
    for now, seen in steps:
        settle.note("a", seen, now)
    assert settle.ready_at() == pytest.approx(ready)
    assert settle.take(ready - 1e-3) == {}
    assert settle.take(ready + 1e-3) == {"a": steps[-1][1]}
    assert len(settle) == 0


def test_settle_goes_on_while_somebody_writes_within_one_clock_tick() -> None:
    settle: Settle[str] = Settle(0.015)
    settle.note("a", A, 0.0)
    settle.note("a", A, 0.005, active=True)
    settle.note("a", A, 0.010)
    assert settle.ready_at() == pytest.approx(0.020)


def test_a_new_burst_begins_afresh() -> None:
    settle: Settle[str] = Settle(0.015)
    settle.note("a", A, 0.0)
    settle.note("a", B, 0.08)
    settle.take(1.0)
    settle.note("a", C, 2.0)
    assert settle.ready_at() == pytest.approx(2.015)
    settle.drop("a")
    settle.note("b", A, 3.0)
    assert settle.ready_at() == pytest.approx(3.015)


# ---- nothing is lost


def test_save_between_seen_and_add(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    module = write(tmp_path / "module.py")
    seen = signature(module)
    write(module, "x = 2222\n")
    watcher.add(module, seen)
    reports.expect(module)


def test_file_vanishes_between_seen_and_add(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    module = write(tmp_path / "module.py")
    seen = signature(module)
    module.unlink()
    watcher.add(module, seen)
    reports.expect_none()
    write(module)
    reports.expect(module)


def test_loaded_again_after_a_save_is_no_change(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    module = watched(watcher, tmp_path / "module.py")
    write(module, "x = 2222\n")
    watcher.add(module, signature(module))  # a late import took the new text
    reports.expect_none()


def test_loaded_again_before_a_save_is_a_change(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    module = watched(watcher, tmp_path / "module.py")
    seen = signature(module)
    write(module, "x = 2222\n")
    watcher.add(module, seen)
    reports.expect(module)


def test_stale_bytecode_may_have_been_loaded(tmp_path: Path) -> None:
    """Saved after accept(), same second and size: only a further run is sure to be right."""
    second = 1_700_000_000 * 1_000_000_000
    accepted, late, longer = (second + 1, 5, 1), (second + 2, 5, 1), (second + 2, 6, 1)
    file = WatchedFile(tmp_path / "a.py", accepted, accepted)
    file.loaded(late)
    assert file.known == accepted
    file.loaded(longer)
    assert file.known == longer
    assert file.accept(stamp(tmp_path / "a.py"), InodeTrust())


def test_saves_around_accept_are_told_or_accepted(
    told: Watcher, reports: Reports, tmp_path: Path
) -> None:
    """Whenever the save comes: what accept() did not see yet is told."""
    script = watched(told, tmp_path / "a.py")
    file = next(iter(told._board.files.values()))
    outcomes = set()
    for number in range(80):
        saver = threading.Thread(target=write, args=(script, "#" * (number + 10)))
        saver.start()
        time.sleep(number % 40 * 0.00002)  # another moment of the save each time
        told.accept()
        accepted = file.accepted
        saver.join()
        last = signature(script)
        eventually(
            lambda accepted=accepted, last=last: (  # type: ignore[misc]
                accepted == last or reports.seen.get(script) == last
            ),
            f"save {number}",
        )
        outcomes.add(accepted == last)
        reports.seen.clear()
    assert outcomes == {True, False}, "the race was on"


# ---- accept


def test_accept_returns_what_differed(told: Watcher, reports: Reports, tmp_path: Path) -> None:
    script, helper = watched(told, tmp_path / "a.py"), watched(told, tmp_path / "b.py")
    assert told.accept() == frozenset()
    write(script, "x = 2222\n")
    reports.expect(script)
    assert told.accept() == {script}
    assert told.accept() == frozenset()
    helper.unlink()
    entry = told._board.files[key_of(helper)]
    eventually(lambda: entry.touched, "somebody has told")
    assert told.accept() == {helper}
    reports.expect_none()
    write(helper)
    reports.expect(helper)
    assert told.accept() == {helper}


def test_accept_drops_what_has_not_settled(reports: Reports, tmp_path: Path) -> None:
    with watching(reports, settle_s=0.2) as watcher:
        script = watched(watcher, tmp_path / "a.py")
        write(script, "x = 2222\n")
        eventually(lambda: len(watcher._settle) > 0, "the change was seen")
        assert watcher.accept() == {script}
        reports.expect_none()
        write(script, "x = 33333\n")
        reports.expect(script)


def test_accept_returns_a_file_that_was_changed_and_changed_back(
    told: Watcher, reports: Reports, tmp_path: Path
) -> None:
    script = watched(told, tmp_path / "a.py")
    at = script.stat().st_mtime_ns
    write(script, "x = 2222\n")
    reports.expect(script)
    write(script, "x = 1\n")
    os.utime(script, ns=(at, at))
    reports.expect(script)
    assert told.accept() == {script}


def test_what_the_script_wrote_counts_as_changed(told: Watcher, tmp_path: Path) -> None:
    """It may have been written a moment ago, with nobody told so far."""
    (tmp_path / "made").mkdir()
    names = ("a.py", "made/b.py", "made/c.py", "made too.py")
    script, inside, other, beside = (watched(told, tmp_path / name) for name in names)
    told.accept()
    told.suspect(script, with_contents=False)
    assert told.accept() == {script}
    told.suspect(tmp_path / "made", with_contents=False)
    assert told.accept() == frozenset()
    told.suspect(tmp_path / "made", with_contents=True)
    assert told.accept() == {inside, other}
    assert told.accept() == frozenset()


def test_accept_without_start(reports: Reports, tmp_path: Path) -> None:
    watcher = Watcher(reports)
    script = write(tmp_path / "a.py")
    watcher.add(script, signature(script))
    write(script, "x = 2222\n")
    assert watcher.accept() == {script}
    watcher.close()


# ---- patterns, forgetting


def test_new_file_that_matches_a_pattern(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    deep = tmp_path / "src" / "deep"
    deep.mkdir(parents=True)
    there = write(deep / "there.txt")
    watcher.set_globs(tmp_path, ("src/**/*.txt",), ())
    settle_in(watcher)
    assert watcher.files() == (there,)
    new = write(deep / "new.txt")
    reports.expect(new)
    write(there, "x = 2222\n")
    reports.expect(there)
    write(deep / "new.csv")
    write(deep / ".new.txt")
    reports.expect_none()


def test_pattern_reaches_a_new_folder(reports: Reports, tmp_path: Path) -> None:
    with watching(reports, poll_s=0.2) as watcher:
        watcher.set_globs(tmp_path, ("**/*.txt",), ())
        settle_in(watcher)
        (tmp_path / "new").mkdir()
        reports.expect_none(0.3)
        reports.expect(write(tmp_path / "new" / "a.txt"))


def test_ignore_goes_for_everything(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    watcher.set_globs(tmp_path, ("**/*.txt",), ("build", "*.gen.py"))
    generated = watched(watcher, tmp_path / "a.gen.py")
    built = watched(watcher, tmp_path / "build" / "b.py")
    assert watcher.files() == ()
    write(generated, "x = 2222\n")
    write(built, "x = 2222\n")
    write(tmp_path / "build" / "c.txt")
    reports.expect_none()
    assert watcher.accept() == {generated, built}  # their cached bytecode is stale all the same
    watcher.set_globs(tmp_path, (), ())
    settle_in(watcher)
    for each in (generated, built):
        reports.expect(write(each, "x = 33333\n"))


def test_patterns_are_replaced(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    text, table = write(tmp_path / "a.txt"), write(tmp_path / "a.csv")
    watcher.set_globs(tmp_path, ("*.txt",), ())
    settle_in(watcher)
    assert watcher.files() == (text,)
    watcher.set_globs(tmp_path, ("*.csv",), ())
    settle_in(watcher)
    assert watcher.files() == (table,)
    write(text, "x = 2222\n")
    reports.expect_none()


def test_released_file_is_watched_only_if_a_pattern_matches(
    watcher: Watcher, reports: Reports, tmp_path: Path
) -> None:
    watcher.set_globs(tmp_path, ("*.py",), ())
    script, table = watched(watcher, tmp_path / "a.py"), watched(watcher, tmp_path / "b.csv")
    watcher.release(script)
    watcher.release(table)
    watcher.release(tmp_path / "never.py")
    settle_in(watcher)
    assert watcher.files() == (script,)
    write(table, "x = 2222\n")
    write(script, "x = 2222\n")
    reports.expect(script)


def test_forget_all(watcher: Watcher, reports: Reports, tmp_path: Path) -> None:
    watcher.set_globs(tmp_path, ("*.txt",), ())
    script = watched(watcher, tmp_path / "a.py")
    write(script, "x = 2222\n")
    watcher.forget_all()
    write(script, "x = 33333\n")
    write(tmp_path / "new.txt")
    assert watcher.files() == ()
    reports.sets.clear()  # the first save may have settled before
    reports.expect_none()
    other = watched(watcher, tmp_path / "b.py")
    write(other, "x = 2222\n")
    reports.expect(other)


# ---- events and polling


def test_reading_and_foreign_files_wake_nothing(told: Watcher, tmp_path: Path) -> None:
    script = watched(told, tmp_path / "a.py")
    log = tmp_path / "log.txt"
    before = told.wakes
    for number in range(20):
        script.read_text()
        write(log, f"{number}\n")
    barrier = write(tmp_path / "a.py", "x = 2222\n")
    eventually(lambda: told.wakes > before, "the save woke it")
    assert told.wakes - before <= 3
    assert barrier == script


class Full:
    """A source that has reached the system's limit."""

    max_folders = 32

    def __init__(self, code: int) -> None:
        self._code = code

    def subscribe(self, folder: str, sink: object) -> Cancel:
        raise OSError(self._code, os.strerror(self._code))

    on_write = subscribe


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, NoticeKind.WATCHED_FOLDERS_LIMIT),
        (errno.EMFILE, NoticeKind.WATCHERS_LIMIT),
        (errno.EACCES, NoticeKind.FOLDER_UNWATCHED),
    ],
)
def test_without_events_it_says_so_once_and_polls(
    reports: Reports, tmp_path: Path, code: int, kind: NoticeKind
) -> None:
    (tmp_path / "sub").mkdir()
    with watching(reports, poll_s=0.05, source=Full(code)) as watcher:
        script = watched(watcher, tmp_path / "a.py")
        watched(watcher, tmp_path / "sub" / "b.py")
        write(script, "x = 2222\n")
        reports.expect(script)
    assert len(reports.notices) == 1
    assert reports.notices[0].kind is kind


class Silent:
    """A source that takes every subscription and never tells of anything."""

    max_folders = 1000

    def subscribe(self, folder: str, sink: Sink) -> Cancel:
        return lambda: None

    def on_write(self, file: str, sink: Callable[[], None]) -> Cancel:
        return lambda: None


def local_drive(tmp_path: Path, kind: str = "ext4") -> Mounts:
    return Mounts(lambda: [Mount(os.path.realpath(tmp_path.anchor), kind)])


def test_where_events_arrive_it_looks_rarely(reports: Reports, tmp_path: Path) -> None:
    mounts = local_drive(tmp_path)
    with watching(reports, poll_s=0.01, mounts=mounts) as watcher:
        file = watched(watcher, tmp_path / "a.py")
        entry = watcher._board.files[key_of(file)]
        eventually(lambda: entry.interval_s > 5, "rare looks")
        write(file, "x = 22\n")
        reports.expect(file)
        assert mounts.tells(mounts.of(str(file)))


def test_a_drive_that_keeps_silent_is_found_out(reports: Reports, tmp_path: Path) -> None:
    mounts = local_drive(tmp_path)
    with watching(reports, poll_s=0.02, source=Silent(), mounts=mounts) as watcher:
        file = watched(watcher, tmp_path / "a.py")
        for number in range(DEAF_AFTER):
            assert mounts.tells(mounts.of(str(file)))
            write(file, f"x = {'1' * (number + 3)}\n")
            reports.expect(file)
        entry = watcher._board.files[key_of(file)]
        looks = entry.due
        eventually(lambda: not entry.events_trusted and entry.due > looks, "another look")
        assert entry.interval_s == pytest.approx(0.02), "frequent from now on"


def test_a_network_drive_is_looked_at_often(reports: Reports, tmp_path: Path) -> None:
    with watching(reports, poll_s=0.02, mounts=local_drive(tmp_path, "nfs4")) as watcher:
        file = watched(watcher, tmp_path / "a.py")
        entry = watcher._board.files[key_of(file)]
        first = entry.due
        eventually(lambda: entry.due > first + 0.1, "several looks")
        assert entry.interval_s == pytest.approx(0.02)


class Few:
    """Serves two folders and counts."""

    max_folders = 2

    def __init__(self) -> None:
        self._source = choice.shared()
        self.on_write = self._source.on_write
        self.folders: list[str] = []

    def subscribe(self, folder: str, sink: Sink) -> Cancel:
        self.folders.append(folder)
        cancel = self._source.subscribe(folder, sink)

        def done() -> None:
            self.folders.remove(folder)
            cancel()

        return done


def test_folders_beyond_the_limit_are_polled(reports: Reports, tmp_path: Path) -> None:
    source = Few()
    counts = {"script": 1, "small": 1, "large": 3, "middle": 2}
    with watching(reports, poll_s=0.1, source=source) as watcher:
        for folder, count in counts.items():
            (tmp_path / folder).mkdir()
            for number in range(count):
                watched(watcher, tmp_path / folder / f"{number}.py")
        wanted = {str(tmp_path / "script"), str(tmp_path / "large")}
        eventually(lambda: set(source.folders) == wanted, "the script's folder and the largest")
        assert not reports.notices
        small = write(tmp_path / "small" / "0.py", "x = 2222\n")
        reports.expect(small)
        # What was changed last is listened to, once something has to be decided anew.
        watched(watcher, tmp_path / "0.py")
        wanted = {str(tmp_path / "script"), str(tmp_path / "small")}
        eventually(lambda: set(source.folders) == wanted, "the script's folder and the last")
    assert source.folders == []


def test_windows_names() -> None:
    """A chain of FILE_NOTIFY_INFORMATION, as ReadDirectoryChangesW fills it in."""
    one, two = "a.py".encode("utf-16-le"), "größe.py".encode("utf-16-le")
    first = struct.pack("<III", 24, 3, len(one)) + one + b"\0" * 4
    buffer = first + struct.pack("<III", 0, 3, len(two)) + two + b"rest"
    assert list(names_in(buffer)) == ["a.py", "größe.py"]


SOURCES: list[Callable[[], FolderEvents]] = [type(choice.shared())]
if SOURCES == [InotifyEvents]:
    SOURCES.append(WatchdogEvents)  # as on macOS


@pytest.mark.parametrize("make", SOURCES)
def test_sources(make: Callable[[], FolderEvents], tmp_path: Path) -> None:
    source = make()
    folder = tmp_path / "folder"
    folder.mkdir()
    one: list[str | None] = []
    two: list[str | None] = []
    cancel_one = source.subscribe(str(folder), one.append)
    cancel_two = source.subscribe(str(folder), two.append)
    script = write(folder / "a.py")
    eventually(lambda: "a.py" in one and "a.py" in two, "both are told")
    cancel_one()
    one.clear()
    two.clear()
    os.replace(script, folder / "b.py")
    eventually(lambda: "b.py" in two, "a file moved here")
    assert one == []
    cancel_two()
    cancel_two()
    with pytest.raises(OSError):
        source.subscribe(str(tmp_path / "nowhere"), one.append)


@pytest.mark.wine_xfail("Wine does not tell that the folder itself was deleted")
@pytest.mark.parametrize("make", SOURCES)
def test_sources_tell_that_the_folder_is_gone(
    make: Callable[[], FolderEvents], tmp_path: Path
) -> None:
    source = make()
    folder = tmp_path / "folder"
    folder.mkdir()
    told: list[str | None] = []
    cancel = source.subscribe(str(folder), told.append)
    try:
        folder.rmdir()
        eventually(lambda: None in told, "the folder is gone")
    finally:
        cancel()
    folder.mkdir()
    cancel = source.subscribe(str(folder), told.append)
    write(folder / "a.py")
    eventually(lambda: "a.py" in told, "a new subscription")
    cancel()


def test_watchdog_as_the_source(reports: Reports, tmp_path: Path) -> None:
    if WatchdogEvents not in SOURCES:
        pytest.skip("this system has its own test with it, or does not use it")
    with watching(reports, poll_s=30.0, source=WatchdogEvents()) as watcher:
        script = watched(watcher, tmp_path / "a.py")
        write(script, "x = 2222\n")
        reports.expect(script)
        write(tmp_path / "a.tmp", "x = 33333\n")
        os.replace(tmp_path / "a.tmp", script)
        reports.expect(script)


def test_two_watchers_share_a_folder(reports: Reports, tmp_path: Path) -> None:
    others = Reports()
    with watching(reports, poll_s=30.0) as one:
        with watching(others, poll_s=30.0) as two:
            script, helper = watched(one, tmp_path / "a.py"), watched(two, tmp_path / "b.py")
            write(helper, "x = 2222\n")
            others.expect(helper)
            reports.expect_none()
        write(script, "x = 2222\n")
        reports.expect(script)


# ---- life


def test_close_is_quick_and_may_be_repeated(reports: Reports, tmp_path: Path) -> None:
    watcher = Watcher(reports)
    watcher.close()  # never started
    watcher = Watcher(reports)
    watcher.start()
    watched(watcher, tmp_path / "a.py")
    began = time.monotonic()
    watcher.close()
    watcher.close()
    assert time.monotonic() - began < 1.0
    ours = {"watcher", "inotify", "folder events"}
    eventually(lambda: not ours & {thread.name for thread in threading.enumerate()}, "their end")


def test_close_does_not_wait_for_a_callback_that_hangs(tmp_path: Path) -> None:
    entered, leave = threading.Event(), threading.Event()

    def hang(files: frozenset[Path]) -> None:
        entered.set()
        leave.wait(DEADLINE_S)

    watcher = Watcher(hang)
    watcher.start()
    watcher.add(write(tmp_path / "a.py"), (0, 0, 0))
    assert entered.wait(DEADLINE_S)
    began = time.monotonic()
    watcher.close()
    assert time.monotonic() - began < JOIN_S + 1.0
    leave.set()
    watcher._thread.join(DEADLINE_S)


def test_a_failing_callback_does_not_end_the_watching(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reports = Reports()
    failures = iter([True])

    def fail_once(files: frozenset[Path]) -> None:
        if next(failures, False):
            raise RuntimeError("a bug")
        reports(files)

    watcher = Watcher(fail_once, poll_s=0.05, on_notice=reports.notices.append)
    watcher.start()
    script = watched(watcher, tmp_path / "a.py")
    write(script, "x = 2222\n")
    eventually(lambda: reports.notices, "the failure was said")
    assert "a bug" in caplog.text
    write(script, "x = 33333\n")
    reports.expect(script)
    watcher.close()


def test_what_was_saved_before_it_was_read_is_not_what_ran() -> None:
    """On a busy machine nobody has read the file when it is saved: what it was is not known."""
    old, new = stamp(Path(__file__)), (1, 2, 3)
    assert old is not None
    file = WatchedFile(Path("a.py"), None, None)
    file.accept(old, InodeTrust())
    text = Text(b"old", None)
    file.reported(new)
    file.text = text
    assert file.began_with is None
    file.accept(old, InodeTrust())
    file.text = text
    file.reported(new)
    assert file.began_with == text
