"""Whether a file system tells of changes: by its type at first, then by experience.

Network drives, WSL's Windows drives and containers' shared folders take a subscription
and then stay silent about what the other side changes. Watcher's thread only, but for
the drives' names. Touches no mount itself, since one that does not answer would hang it:
drives.py puts its own in the place of `partitions` and `realpath`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from reloader_core.values import frozen

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


@frozen
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
    realpath: Callable[[str], str | None] = os.path.realpath
    """None: the drive does not answer."""
    experiences: int = 0
    """Rises when `tells` may answer otherwise."""
    readings: int = 0
    """Rises when the drives may be others."""
    _known: dict[str, Mount] | None = None
    _of_folder: dict[str, Mount] = field(default_factory=dict)
    _points: dict[str, str] = field(default_factory=dict)
    _experience: dict[str, _Experience] = field(default_factory=dict)

    def of(self, path: str) -> Mount:
        """The mount that a file lies on; links among its folders are followed."""
        return self.of_folder(os.path.dirname(path))

    def of_folder(self, folder: str) -> Mount:
        mount = self._of_folder.get(folder)
        if mount is None:
            real = self.realpath(folder)
            if real is None:
                return NOWHERE
            mount = self._of_folder[folder] = self._find(real)
        return mount

    def point_of(self, path: str) -> str:
        """The drive that a path names, as far as is known without asking the disk. A folder's
        ends with a separator."""
        drive = os.path.splitdrive(path)[0]
        if drive or self._known is None:
            return drive
        folder = os.path.dirname(path)
        point = self._points.get(folder)
        if point is None:
            mount = self._of_folder.get(folder) or self._find(folder)
            point = self._points[folder] = mount.point
        return point

    def is_near(self, path: str) -> bool:
        """Is its folder, links followed, known to be on a drive of this computer's own?"""
        mount = self._of_folder.get(os.path.dirname(path))
        return mount is not None and mount.type in LOCAL_TYPES

    def has_local(self, real_path: str) -> bool:
        """Is this, in which no link is left to be followed, on a drive of this computer's own?"""
        return self._find(os.path.dirname(real_path)).type in LOCAL_TYPES

    def is_local(self, drive: str) -> bool:
        """Is this, by its name (see point_of), a drive of this computer's own?"""
        places = (os.path.normcase(drive), os.path.normcase(drive + os.sep))
        known = self._known or {}
        return not drive or any(known[each].type in LOCAL_TYPES for each in places if each in known)

    def look_again(self, path: str) -> None:
        """Something may have been mounted there meanwhile. Not if the path says which drive it
        means, as on Windows, where asking for all of them may hang."""
        if not os.path.splitdrive(path)[0]:
            self._read()

    def take(self, found: Iterable[Mount]) -> None:
        """The drives that there are."""
        self._known = {os.path.normcase(mount.point): mount for mount in found}
        self._points.clear()
        known = list(self._of_folder.items())  # others may ask meanwhile
        self._of_folder = {folder: mount for folder, mount in known if mount is not NOWHERE}
        self.experiences += 1
        self.readings += 1

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

    def _read(self) -> None:
        try:
            self.take(self.partitions())
        except (OSError, ImportError):  # ImportError: psutil, where no file handle is left
            self.take(())

    def _find(self, folder: str) -> Mount:
        if self._known is None:
            self._read()
        known = self._known or {}
        place = os.path.normcase(folder)
        while place not in known:
            above = os.path.dirname(place)
            if above == place:
                return NOWHERE
            place = above
        return known[place]
