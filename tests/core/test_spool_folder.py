"""Each spool has its own private folder; what a crashed window left behind goes, nothing else."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reloader_core import Spool

ROOT = Path(__file__).parents[2]
WINDOW = """
import sys
import threading
from pathlib import Path
from reloader_core import Spool
spool = Spool(Path(sys.argv[1]))
spool.begin(1)
spool.write(1, b"from another window")
print("ready", flush=True)
sys.stdin.readline()
"""
WaitUntil = Callable[..., None]


@pytest.fixture
def other_window(tmp_path: Path, clean_env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A living process with output of its own in the same cache."""
    env = {**clean_env, "PYTHONPATH": str(ROOT / "core")}
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=env,
    )
    assert process.stdout is not None and process.stdin is not None
    assert process.stdout.readline().strip() == b"ready"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()


def folders(cache: Path) -> list[Path]:
    return sorted(path for path in cache.glob("output-*") if path.is_dir())


@pytest.mark.posix
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        spool = Spool(tmp_path / "cache")
        spool.begin(1)
        spool.write(1, b"secret")
    finally:
        os.umask(old)
    (folder,) = folders(tmp_path / "cache")
    paths = [tmp_path / "cache", folder, *folder.iterdir(), *(tmp_path / "cache").glob("*.lock")]
    assert [stat.S_IMODE(path.stat().st_mode) for path in paths] == [0o700, 0o700, 0o600, 0o600]
    spool.close()


def test_a_silent_run_leaves_the_disk_alone(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "cache")
    spool.begin(1)
    spool.end(1)
    assert not (tmp_path / "cache").exists()
    spool.close()
    Spool.remove_leftovers(tmp_path / "cache")


def test_two_windows_do_not_collide(tmp_path: Path, other_window: subprocess.Popen[bytes]) -> None:
    spool = Spool(tmp_path)
    run = spool.begin(1)
    spool.write(1, b"mine")
    assert len(folders(tmp_path)) == 2
    assert run.read(0, 100) == b"mine"
    spool.close()
    assert len(folders(tmp_path)) == 1


def test_leftovers_of_a_crashed_window_go_and_the_living_stay(
    tmp_path: Path, other_window: subprocess.Popen[bytes], wait_until: WaitUntil
) -> None:
    spool = Spool(tmp_path)
    run = spool.begin(1)
    spool.write(1, b"mine")
    (tmp_path / "something-else").mkdir()
    crashed_early = tmp_path / "output-1-abc.lock"
    crashed_early.touch()
    os.utime(crashed_early, (0, 0))
    Spool.remove_leftovers(tmp_path)
    assert len(folders(tmp_path)) == 2
    other_window.kill()
    other_window.wait()

    def cleaned() -> bool:
        Spool.remove_leftovers(tmp_path)
        return len(folders(tmp_path)) == 1

    wait_until(cleaned)  # Wine lets go of a killed process's files a moment later
    assert len(list(tmp_path.glob("*.lock"))) == 1
    assert run.read(0, 10) == b"mine"
    assert (tmp_path / "something-else").exists()
    spool.close()


@pytest.mark.slow
def test_a_window_that_starts_while_another_cleans_up_keeps_its_folder(tmp_path: Path) -> None:
    done = threading.Event()

    def clean() -> None:
        while not done.is_set():
            Spool.remove_leftovers(tmp_path)

    cleaners = [threading.Thread(target=clean) for _ in range(3)]
    for cleaner in cleaners:
        cleaner.start()
    known: set[Path] = set()
    try:
        for _ in range(200):
            spool = Spool(tmp_path)
            run = spool.begin(1)
            spool.write(1, b"mine")
            Spool.remove_leftovers(tmp_path)
            assert run.read(0, 4) == b"mine"
            (folder,) = set(folders(tmp_path)) - known
            assert folder.with_name(f"{folder.name}.lock").exists()
            spool.close()
            known.add(folder)
    finally:
        done.set()
        for cleaner in cleaners:
            cleaner.join(10)
    Spool.remove_leftovers(tmp_path)  # Windows: what another has just looked at stays a moment
    assert not folders(tmp_path)


def test_a_file_that_is_being_read_goes_later_where_it_cannot_go_now(tmp_path: Path) -> None:
    """Windows: it is open. Elsewhere it goes at once, and the reader keeps what it has."""
    spool = Spool(tmp_path, run_limit_bytes=8_000)
    spool.begin(1)
    spool.write(1, b"x" * 900 + b"\n")
    (oldest,) = tmp_path.rglob("*.out")
    with open(oldest, "rb") as reader:
        for _ in range(20):
            spool.write(1, b"y" * 900 + b"\n")
        assert reader.read(3) == b"xxx"
    spool.write(1, b"more\n")
    for _ in range(20):
        spool.write(1, b"z" * 900 + b"\n")
    assert not oldest.exists()
    spool.close()
    assert not folders(tmp_path)
