"""Whether a file system tells of changes: by its type at first, then by experience.

Network drives, WSL's Windows drives and containers' shared folders take a subscription
and then stay silent about what the other side changes. Watcher's thread only; touches
no mount itself, since one that does not answer would hang it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

DEAF_AFTER, TRUSTED_AFTER = 2, 5
LOCAL_TYPES = frozenset(
    # Linux; overlay is a container's own layer, fuseblk a local NTFS or exFAT drive
    "ext2 ext3 ext4 xfs btrfs f2fs jfs reiserfs bcachefs zfs tmpfs ramfs overlay squashfs "
    "iso9660 ecryptfs vfat msdos exfat ntfs ntfs3 fuseblk "
    # macOS and Windows
    "apfs hfs ufs fat fat32 refs cdfs udf".split()
)

WITHOUT_MODES = frozenset(
    # Every file there has the mode that the mount gives to all, as a rule 0777: Windows' file
    # systems, WSL's view of Windows' drives (9p, drvfs), network drives of Windows' kind.
    "vfat msdos exfat ntfs ntfs3 fuseblk 9p drvfs cifs smb3 smbfs".split()
)


@dataclass(frozen=True, slots=True)
class Mount:
    point: str
    type: str


NOWHERE = Mount("", "")


@dataclass(slots=True)
class _Experience:
    heard: int = 0
    missed: int = 0


def partitions() -> Iterable[Mount]:
    """All mounts of this system, network drives included."""
    import psutil  # 30 ms, which a window's first paint can do without

    for found in psutil.disk_partitions(all=True):
        kind = "remote" if "remote" in found.opts.split(",") else found.fstype.lower()
        yield Mount(found.mountpoint, kind)


@dataclass
class Mounts:
    """`partitions` may raise OSError; then nothing is known, and nothing is trusted."""

    partitions: Callable[[], Iterable[Mount]] = partitions
    experiences: int = 0
    """Rises when `tells` may answer otherwise."""
    _known: dict[str, Mount] | None = None
    _of_folder: dict[str, Mount] = field(default_factory=dict)
    _experience: dict[str, _Experience] = field(default_factory=dict)

    def of(self, path: str) -> Mount:
        """The mount that a file lies on; links among its folders are followed."""
        return self.of_folder(os.path.dirname(path))

    def of_folder(self, folder: str) -> Mount:
        mount = self._of_folder.get(folder)
        if mount is None:
            mount = self._of_folder[folder] = self._find(os.path.realpath(folder))
        return mount

    def tells(self, mount: Mount) -> bool:
        """Can its silence be taken for 'nothing has changed'?"""
        seen = self._experience.get(mount.point, _Experience())
        if seen.missed >= DEAF_AFTER:
            return False
        return mount.type in LOCAL_TYPES or seen.heard >= TRUSTED_AFTER

    def heard(self, mount: Mount) -> None:
        """An event told of a change there."""
        self._experience.setdefault(mount.point, _Experience()).heard += 1
        self.experiences += 1

    def missed(self, mount: Mount) -> None:
        """A change there was found by looking, and no event had come."""
        seen = self._experience.setdefault(mount.point, _Experience())
        seen.missed, seen.heard = seen.missed + 1, 0
        self.experiences += 1

    def _find(self, folder: str) -> Mount:
        if self._known is None:
            try:
                found = list(self.partitions())
            except (OSError, ImportError):  # ImportError: psutil, where no file handle is left
                found = []
            self._known = {os.path.normcase(mount.point): mount for mount in found}
        place = os.path.normcase(folder)
        while place not in self._known:
            above = os.path.dirname(place)
            if above == place:
                return NOWHERE
            place = above
        return self._known[place]
