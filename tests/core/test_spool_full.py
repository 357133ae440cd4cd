"""A full disk: the run goes on, its newest part is kept, the user is told, and it recovers."""

from __future__ import annotations

import errno
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import pytest

from reloader_core import RunOutput, Spool, SpoolTroubleKind
from reloader_core.spool import spool as policy

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

ROOT = Path(__file__).parents[2]


class SmallDisk:
    """Opens real files, but there is room for so many bytes only."""

    def __init__(self) -> None:
        self.room = 0
        self.attempts = 0

    def open(self, path: Path, mode: str) -> BinaryIO:
        disk = self

        class File(io.FileIO):
            def write(self, data: ReadableBuffer) -> int:
                disk.attempts += 1
                taken = memoryview(data)[: disk.room]
                if not taken:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                disk.room -= len(taken)
                return super().write(taken)

        return cast(BinaryIO, File(path, mode))


@pytest.fixture
def disk() -> SmallDisk:
    return SmallDisk()


@pytest.fixture
def spool(tmp_path: Path, disk: SmallDisk) -> Iterator[Spool]:
    spool = Spool(tmp_path, open_file=disk.open)
    yield spool
    spool.close()


def line(number: int) -> bytes:
    return b"line %07d\n" % number


def held(run: RunOutput) -> bytes:
    return run.read(run.extent.first, run.extent.end)


@pytest.mark.parametrize("room", [0, 1_000])
def test_the_run_goes_on_in_memory_without_a_gap(spool: Spool, disk: SmallDisk, room: int) -> None:
    disk.room = room
    run = spool.begin(1)
    data = b"".join(map(line, range(1_000)))
    for start in range(0, len(data), 77):
        spool.write(1, data[start : start + 77])
    assert held(run) == data
    assert run.line_start(999) == 999 * 13
    assert spool.trouble is not None
    assert spool.trouble.kind is SpoolTroubleKind.DISK_FULL
    assert disk.attempts < 20, "a full disk is not asked again for each line"


def test_of_a_flood_the_newest_part_stays_and_memory_is_bounded(
    spool: Spool, disk: SmallDisk
) -> None:
    disk.room = 1_000
    run = spool.begin(1)
    for start in range(0, 1_000_000, 1_000):
        spool.write(1, b"".join(map(line, range(start, start + 1_000))))
    extent = run.extent
    assert policy.MEMORY_BYTES * 0.9 < extent.end - extent.first <= policy.MEMORY_BYTES
    assert held(run) == b"".join(map(line, range(extent.first_line, 1_000_000)))


def test_older_output_makes_room_for_newer(spool: Spool, disk: SmallDisk) -> None:
    disk.room = 50_000
    old = spool.begin(1)
    spool.write(1, b"x" * 50_000)
    spool.end(1)
    new = spool.begin(2)
    for _ in range(10 * policy.MEMORY_BYTES >> 16):
        spool.write(2, b"y" * (1 << 16))
        if old.extent.first == old.extent.end:
            disk.room = max(disk.room, 50_000)  # its file is gone
    assert old.extent.first == 50_000
    assert new.extent.end - new.extent.first > policy.MEMORY_BYTES * 0.9


def test_it_recovers_when_there_is_room_again(tmp_path: Path, disk: SmallDisk) -> None:
    now = 100.0
    spool = Spool(tmp_path, open_file=disk.open, monotonic=lambda: now)
    run = spool.begin(1)
    spool.write(1, b"in memory\n")
    disk.room = 1 << 30
    spool.write(1, b"in memory, too\n")
    assert spool.trouble
    now += policy.RETRY_S + 1
    spool.write(1, b"on disk\n")
    assert spool.trouble is None
    assert disk.room == (1 << 30) - len(b"on disk\n")
    assert held(run) == b"in memory\nin memory, too\non disk\n"
    spool.close()


COLOURED = "ab\x1b[38;5;120mcd\x1b[0m\x1b[1mä😀".encode()


@pytest.mark.parametrize("chunk", [1, 5, 1_000])
@pytest.mark.parametrize("room", range(3 * len(COLOURED), 4 * len(COLOURED) + 1))
def test_where_the_disk_became_full_no_sequence_and_no_character_is_cut(
    tmp_path: Path, disk: SmallDisk, room: int, chunk: int
) -> None:
    """What is on the disk may be dropped, and its last style must be known all the same."""
    now = 100.0
    spool = Spool(tmp_path, open_file=disk.open, monotonic=lambda: now)
    disk.room = room
    run = spool.begin(1)
    data = COLOURED * 20
    half = len(data) // 2 + room % len(COLOURED)
    for start in range(0, half, chunk):
        spool.write(1, data[start : min(half, start + chunk)])
    disk.room = 1 << 20
    now += policy.RETRY_S + 1  # it is tried again, in the middle of anything
    for start in range(half, len(data), chunk):
        spool.write(1, data[start : start + chunk])
    assert held(run) == data
    starts = {run.style_before(offset)[0] for offset in range(len(data))}
    assert len(starts) == 3, "on the disk, in memory, and on the disk again"
    for start in starts:
        data[start:].decode()
        assert not re.search(rb"\x1b(\[[0-9;]*)?\Z", data[:start])
    spool.close()


def test_a_cache_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    spool = Spool(tmp_path / "file" / "cache")
    run = spool.begin(1)
    spool.write(1, b"hello")
    assert held(run) == b"hello"
    assert spool.trouble is not None
    assert spool.trouble.kind is SpoolTroubleKind.NOT_WRITABLE
    assert spool.trouble.folder == tmp_path / "file" / "cache"
    assert spool.trouble.why
    spool.close()


ON_A_REAL_DISK = """
import sys
from pathlib import Path
from reloader_core import Spool
spool = Spool(Path("/mnt"))
run = spool.begin(1)
for start in range(0, 800_000, 1000):
    spool.write(1, b"".join(b"line %07d\\n" % n for n in range(start, start + 1000)))
extent = run.extent
data = run.read(extent.first, extent.end)
assert data == b"".join(b"line %07d\\n" % n for n in range(extent.first_line, 800_000))
print(len(data), spool.trouble.kind.name)
"""


@pytest.mark.linux
def test_on_a_disk_that_is_really_full(clean_env: dict[str, str]) -> None:
    """A file system of 2 MB in a mount namespace of the test's own."""
    inside = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    mount = "mount -t tmpfs -o size=2m none /mnt"
    if subprocess.run([*inside, mount], capture_output=True).returncode:
        pytest.skip("no namespaces here")
    done = subprocess.run(
        [*inside, f'{mount} && exec "$0" -c "$1"', sys.executable, ON_A_REAL_DISK],
        env={**clean_env, "PYTHONPATH": str(ROOT / "core")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    size, _, trouble = done.stdout.partition(" ")
    assert int(size) > policy.MEMORY_BYTES * 0.9
    assert trouble == "DISK_FULL\n"
