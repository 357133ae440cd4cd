"""Where events can be trusted, and how that is found out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reloader_core.disk.mounts import DEAF_AFTER, NOWHERE, TRUSTED_AFTER, Mount, Mounts, partitions

ROOT, SHARE = Mount(os.path.abspath(os.sep), "ext4"), Mount(os.path.abspath("/mnt/share"), "nfs4")


def test_the_innermost_mount_counts(tmp_path: Path) -> None:
    inner = Mount(os.path.realpath(tmp_path), "cifs")
    mounts = Mounts(lambda: [ROOT, SHARE, inner])
    assert mounts.of(str(tmp_path / "a.py")) == inner
    assert mounts.of(os.path.join(SHARE.point, "x", "a.py")) == SHARE
    assert mounts.of(os.path.join(SHARE.point + "d", "a.py")) == ROOT


def test_a_link_leads_to_its_target(tmp_path: Path) -> None:
    drive, link = tmp_path / "drive", tmp_path / "link"
    drive.mkdir()
    try:
        link.symlink_to(drive, target_is_directory=True)
    except OSError:
        pytest.skip("no right to make links here")
    if not link.is_symlink():
        pytest.skip("links are not links here (Wine)")
    inner = Mount(os.path.realpath(drive), "9p")
    assert Mounts(lambda: [ROOT, inner]).of(str(link / "a.py")) == inner


def test_a_local_drive_is_trusted_until_it_was_silent() -> None:
    mounts = Mounts(lambda: [ROOT])
    assert mounts.tells(ROOT)
    for _ in range(DEAF_AFTER):
        assert mounts.tells(ROOT)
        mounts.missed(ROOT)
    assert not mounts.tells(ROOT)
    for _ in range(TRUSTED_AFTER):
        mounts.heard(ROOT)
    assert not mounts.tells(ROOT), "once silent, never trusted again"


def test_a_network_drive_is_trusted_once_it_has_told() -> None:
    mounts = Mounts(lambda: [SHARE])
    for _ in range(TRUSTED_AFTER):
        assert not mounts.tells(SHARE)
        mounts.heard(SHARE)
    assert mounts.tells(SHARE)


def test_nothing_is_known() -> None:
    def fail() -> Iterator[Mount]:
        raise PermissionError

    mounts = Mounts(fail)
    assert mounts.of("/a/b.py") == NOWHERE
    assert not mounts.tells(NOWHERE)


def test_this_systems_own_mounts(tmp_path: Path) -> None:
    mounts = Mounts()
    points = [each.point for each in partitions()]
    assert points
    if sys.platform == "linux" and "/" not in points:
        pytest.skip(
            "a root folder that is no mount point (chroot): of files there nothing is known"
        )
    assert mounts.of(str(tmp_path / "a.py")) != NOWHERE
