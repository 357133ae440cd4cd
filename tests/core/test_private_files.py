"""What we make is the user's alone, whatever the umask; what was there keeps its rights."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from reloader_core import EventLog, Spool, make_private_folder, open_private

pytestmark = pytest.mark.posix


@pytest.fixture(params=[0, 0o022, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[int]:
    old = os.umask(request.param)
    yield request.param
    os.umask(old)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_event_file_is_private(tmp_path: Path, umask: int) -> None:
    EventLog(tmp_path / "events").close()
    assert mode_of(tmp_path / "events") == 0o600


def test_an_event_file_that_was_there_keeps_its_mode_and_its_lines(
    tmp_path: Path, umask: int
) -> None:
    file = tmp_path / "events"
    file.touch()
    file.chmod(0o664)
    file.write_text("before\n")
    EventLog(file).close()
    assert (mode_of(file), file.read_text()) == (0o664, "before\n")


def test_an_event_file_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "events").symlink_to(tmp_path / "not there yet")
    EventLog(tmp_path / "events").close()
    assert mode_of(tmp_path / "not there yet") == 0o600


def test_every_folder_that_is_missing_is_private(tmp_path: Path, umask: int) -> None:
    (there := tmp_path / "there").mkdir()
    there.chmod(0o755)
    make_private_folder(there / "a" / "b" / "c")
    made = [there / "a", there / "a" / "b", there / "a" / "b" / "c"]
    assert [mode_of(folder) for folder in (there, *made)] == [0o755, 0o700, 0o700, 0o700]
    make_private_folder(made[-1])


def test_a_file_where_a_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        make_private_folder(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        make_private_folder(tmp_path / "file" / "below")


def test_a_new_file_must_be_new(tmp_path: Path) -> None:
    open_private(tmp_path / "file", "xb").close()
    with pytest.raises(FileExistsError):
        open_private(tmp_path / "file", "xb")


def test_the_output_of_scripts_is_private(tmp_path: Path, umask: int) -> None:
    spool = Spool(tmp_path / "cache" / "output")
    spool.begin(1)
    spool.write(1, b"secret")
    paths = sorted((tmp_path / "cache").rglob("*"))
    assert len(paths) == 4, paths
    assert {mode_of(path) for path in paths if path.is_dir()} == {0o700}
    assert {mode_of(path) for path in paths if path.is_file()} == {0o600}
    spool.close()
