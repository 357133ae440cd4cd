"""What only a text names is touched only on local drives and on the script's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reloader_core.disk.local_files import LocalFiles, Look
from reloader_core.disk.mounts import Mount

LOCAL = [Mount("/", "ext4")]
SHARES = [
    *LOCAL,
    Mount("/net", "autofs"),
    Mount("/srv/auto", "autofs"),
    Mount("/mnt/share", "nfs4"),
    Mount("/mnt/other", "fuse.sshfs"),
    Mount("/media/usb", "vfat"),
]
Judge = Callable[[str], Look]


def judge(own: str, platform: str, mounts: list[Mount] = SHARES) -> Judge:
    """By the name alone: FILE where the disk would be asked. No such file is on any."""
    files = LocalFiles(
        Path(own), platform=platform, mounts=lambda: mounts, is_local_drive="CD".__contains__
    )
    files._is_local_drive = lambda root: root[0] in "CD"
    files.look(Path("nothing"))

    def named(name: str) -> Look:
        place = files._path.normpath(files._path.join(own, name))
        return files._judge(place, files._table())

    return named


@pytest.mark.parametrize(
    "name",
    [
        "//host/share/x.py",
        "/net/host/x.py",
        "/net",
        "/misc/cd/x.py",
        "/srv/auto/host/x.py",
        "/mnt/share/x.py",
        "/mnt/other/a/../x.py",
        "../../../../net/host/x.py",
        "/home/me/../../net/host/x.py",
    ],
)
def test_what_is_elsewhere_is_not_asked_for(name: str) -> None:
    assert judge("/home/me/project", "linux")(name) is Look.ELSEWHERE


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/../dev/tty", "/proc/self/mem", "/sys/x"])
def test_devices_are_no_files(name: str) -> None:
    assert judge("/home/me", "linux")(name) is Look.NONE
    assert judge("/dev/shm", "linux")(name) is Look.NONE


@pytest.mark.parametrize(
    "name",
    ["x.py", "/usr/lib/x.py", "/media/usb/x.py", "file://host/x.py", r"\\\\host\\x.py", "/network"],
)
def test_local_files_are_asked_for(name: str) -> None:
    assert judge("/home/me", "linux")(name) is Look.FILE


def test_macos_mounts_by_itself_elsewhere() -> None:
    for name in ("/net/host/x.py", "/home/me/x.py", "/Network/Servers/host/x.py"):
        assert judge("/Users/me", "darwin", [Mount("/", "apfs")])(name) is Look.ELSEWHERE
    assert judge("/home/me", "linux")("/home/me/x.py") is Look.FILE


@pytest.mark.posix  # Windows' Path turns the slashes of the script's own folder round
def test_what_is_where_the_script_is_may_be_looked_at() -> None:
    named = judge("/mnt/share/project", "linux")
    assert named("x.py") is named("/mnt/share/lib/x.py") is Look.FILE
    assert named("/mnt/other/x.py") is named("//host/x.py") is Look.ELSEWHERE


def test_of_two_mounts_at_one_point_the_later_one_is_seen() -> None:
    mounts = [*LOCAL, Mount("/mnt/x", "ext4"), Mount("/mnt/x", "cifs")]
    assert judge("/home/me", "linux", mounts)("/mnt/x/a.py") is Look.ELSEWHERE


def test_without_a_table_only_a_click_looks() -> None:
    assert judge("/home/me", "linux", [])("x.py") is Look.FILE, "the script's own"

    def fails() -> list[Mount]:
        raise OSError

    assert LocalFiles(Path("/home/me"), platform="linux", mounts=fails)._table() == []


@pytest.mark.parametrize(
    ("name", "look"),
    [
        (r"x.py", Look.FILE),
        (r"C:\lib\x.py", Look.FILE),
        (r"c:/lib/x.py", Look.FILE),
        (r"\lib\x.py", Look.FILE),
        (r"D:\lib\x.py", Look.FILE),
        (r"Z:\lib\x.py", Look.ELSEWHERE),
        (r"\\host\share\x.py", Look.ELSEWHERE),
        (r"//host/share/x.py", Look.ELSEWHERE),
        (r"\/host/share\x.py", Look.ELSEWHERE),
        (r"/\host\share/x.py", Look.ELSEWHERE),
        (r"\\host@SSL\DavWWWRoot\x.py", Look.ELSEWHERE),
        (r"\\?\UNC\host\share\x.py", Look.ELSEWHERE),
        (r"//?/unc/host/share/x.py", Look.ELSEWHERE),
        (r"\\.\PhysicalDrive0", Look.NONE),
        (r"\\.\pipe\x.py", Look.NONE),
        (r"\\?\GLOBALROOT\Device\Mup\host\share\x.py", Look.NONE),
        (r"\??\UNC\host\share\x.py", Look.NONE),
        (r"file://host/share/x.py", Look.NONE),
        (r"Z:x.py", Look.NONE),
        (r"x.py:stream", Look.NONE),
        (r"CON", Look.NONE),
        (r"nul", Look.NONE),
        (r"aux.py", Look.NONE),
        (r"lib\COM1.txt", Look.NONE),
        (r"COM\xb9", Look.NONE),
        (r"lpt1 .py", Look.NONE),
        (r"CONIN$", Look.NONE),
        (r"console.py", Look.FILE),
        (r"com10.py", Look.FILE),
    ],
)
def test_windows_names(name: str, look: Look) -> None:
    name = name.replace("\\xb9", "\xb9")
    assert judge(r"C:\Users\me", "win32")(name) is look


def test_windows_the_scripts_own_share_and_drive() -> None:
    named = judge(r"\\Host\share\project", "win32")
    assert named("x.py") is named(r"\\host\SHARE\x.py") is Look.FILE
    assert named(r"//?/UNC/host/share/x.py") is Look.FILE
    assert named(r"\\host\other\x.py") is Look.ELSEWHERE
    assert named(r"\\host\share\nul") is Look.NONE
    assert judge(r"Z:\project", "win32")(r"z:\x.py") is Look.FILE


@pytest.mark.posix
def test_a_file_is_a_regular_one(tmp_path: Path) -> None:
    (tmp_path / "x.py").touch()
    os.mkfifo(tmp_path / "pipe")
    look = LocalFiles(tmp_path).look
    assert look(Path("x.py")) is look(tmp_path / "x.py") is Look.FILE
    for name in ("gone.py", ".", "pipe", "x.py/y", "a\0b"):
        assert look(tmp_path / name) is Look.NONE


@pytest.mark.posix
def test_a_link_is_judged_by_where_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "near").mkdir()
    (tmp_path / "near" / "x.py").touch()
    for name, target in (
        ("folder", "near"),
        ("share", "/net/host"),
        ("twice", "share"),
        ("device", "/dev/zero"),
        ("round", "round"),
    ):
        (tmp_path / name).symlink_to(target)
    look = LocalFiles(tmp_path).look
    assert look(tmp_path / "folder" / "x.py") is Look.FILE
    assert look(tmp_path / "share" / "x.py") is Look.ELSEWHERE
    assert look(tmp_path / "twice" / "x.py") is Look.ELSEWHERE
    assert look(tmp_path / "device") is look(tmp_path / "round") is Look.NONE


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows")
def test_the_system_drive_is_local() -> None:
    drive = os.path.splitdrive(sys.executable)[0]
    assert LocalFiles(Path(drive + "\\")).look(Path(sys.executable)) is Look.FILE
