"""Replacing a file: links, modes and what others have beside it are kept; so is the old one."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reloader_gui.output.text.export import Part, Words
from reloader_gui.output.transfer import Transfer
from reloader_gui.ui.atomic_file import replacing

TEXT = "saved"


@pytest.fixture
def transfer(qtbot: QtBot) -> Transfer:
    return Transfer()


@pytest.fixture
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    old = os.umask(request.param)
    yield
    os.umask(old)


def save(qtbot: QtBot, transfer: Transfer, file: Path, text: str = TEXT) -> None:
    parts: list[Part] = [Words(text)]
    with qtbot.waitSignal(transfer.saved, timeout=5000):
        transfer.save(parts, file, with_colours=False)


def fail_to_save(qtbot: QtBot, transfer: Transfer, file: Path, text: str = TEXT) -> str:
    parts: list[Part] = [Words(text)]
    with qtbot.waitSignal(transfer.failed, timeout=5000) as failed:
        transfer.save(parts, file, with_colours=False)
    assert failed.args is not None
    return str(failed.args[0])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_others_have_beside_it_stays(qtbot: QtBot, transfer: Transfer, tmp_path: Path) -> None:
    (tmp_path / "out.txt.part").write_text("a download of the user's")
    save(qtbot, transfer, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text() == TEXT
    assert (tmp_path / "out.txt.part").read_text() == "a download of the user's"
    assert names(tmp_path) == ["out.txt", "out.txt.part"]


def test_the_longest_name_can_be_saved(qtbot: QtBot, transfer: Transfer, tmp_path: Path) -> None:
    file = tmp_path / f"{'x' * 200}.txt"
    save(qtbot, transfer, file)
    assert file.read_text() == TEXT


@pytest.mark.posix
@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_stays_and_its_target_is_written(
    qtbot: QtBot, transfer: Transfer, tmp_path: Path, is_there: bool
) -> None:
    (folder := tmp_path / "elsewhere").mkdir()
    if is_there:
        (folder / "target").write_text("old")
    (middle := tmp_path / "middle").symlink_to(Path("elsewhere") / "target")
    (link := tmp_path / "out.txt").symlink_to(middle)
    save(qtbot, transfer, link)
    assert link.is_symlink() and middle.is_symlink()
    assert (folder / "target").read_text() == TEXT
    assert names(folder) == ["target"] and names(tmp_path) == ["elsewhere", "middle", "out.txt"]


@pytest.mark.posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
@pytest.mark.parametrize("umask", [0, 0o077], indirect=True)
def test_the_mode_of_a_file_that_was_there_stays(
    qtbot: QtBot, transfer: Transfer, tmp_path: Path, umask: None, mode: int
) -> None:
    (file := tmp_path / "out.txt").write_text("old")
    file.chmod(mode)
    save(qtbot, transfer, file)
    assert (file.read_text(), file.stat().st_mode & 0o777) == (TEXT, mode)


@pytest.mark.posix
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)], indirect=["umask"])
def test_a_new_file_is_as_any_programs(
    qtbot: QtBot, transfer: Transfer, tmp_path: Path, umask: None, mode: int
) -> None:
    save(qtbot, transfer, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").stat().st_mode & 0o777 == mode


@pytest.mark.posix
@pytest.mark.skipif(os.geteuid() != 0 if hasattr(os, "geteuid") else True, reason="root may")
def test_its_owner_stays_where_we_may_say_so(
    qtbot: QtBot, transfer: Transfer, tmp_path: Path
) -> None:
    (file := tmp_path / "out.txt").write_text("old")
    os.chown(file, 65534, 65534)
    save(qtbot, transfer, file)
    assert (file.stat().st_uid, file.stat().st_gid) == (65534, 65534)


@pytest.mark.skipif(sys.platform != "win32", reason="of its os module")
def test_a_file_is_replaced_where_windows_chmod_takes_a_descriptor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it does from 3.13 on. There is no chown() to go with it."""
    monkeypatch.setattr(os, "supports_fd", {*os.supports_fd, os.chmod})
    (file := tmp_path / "settings.toml").write_text("old")
    with replacing(file, private=True) as new:
        new.write(TEXT.encode())
    assert file.read_text() == TEXT


@pytest.mark.posix
def test_a_pipe_or_a_folder_is_not_replaced(
    qtbot: QtBot, transfer: Transfer, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    assert "not an ordinary file" in fail_to_save(qtbot, transfer, tmp_path / "pipe")
    assert fail_to_save(qtbot, transfer, tmp_path / "folder")
    assert (tmp_path / "pipe").is_fifo() and names(tmp_path) == ["folder", "pipe"]


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from reloader_gui.ui.atomic_file import replacing
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with replacing(Path(sys.argv[1])) as new:
        new.write(b"x" * 5000)
except OSError as error:
    print(error.errno)
"""


@pytest.mark.posix
def test_without_room_the_old_file_stays(tmp_path: Path, clean_env: dict[str, str]) -> None:
    """The limit of a file's size stands for the disk's: both end a write in the middle."""
    (file := tmp_path / "out.txt").write_text("old")
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(file)],
        env={**clean_env, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert int(done.stdout) == errno.EFBIG
    assert file.read_text() == "old" and names(tmp_path) == ["out.txt"]


def test_an_exception_leaves_the_old_file(tmp_path: Path) -> None:
    (file := tmp_path / "out.txt").write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(file) as new:
        new.write(b"half")
        raise ZeroDivisionError
    assert file.read_text() == "old" and names(tmp_path) == ["out.txt"]
