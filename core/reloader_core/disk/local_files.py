"""Which files may be looked at that only a text names: what a script printed, or reported.

Asking the system for `//host/share/x.py` starts a login at that host, `/net/host/x.py` has
it mounted, and a drive that has gone keeps whoever asks for minutes. So a place is judged by
its name and by the table of mounts before it is touched, and links are followed one by one.
May wait for the disk: not for a thread that must not.
"""

from __future__ import annotations

import ntpath
import os
import posixpath
import re
import stat
from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path

from reloader_core import platform_facts
from reloader_core.disk.mounts import LOCAL_TYPES, Mount, partitions


class Look(Enum):
    """What is known of a file that a text names."""

    FILE = "a file that is there"
    ELSEWHERE = "on another computer or drive: not looked at until the user asks for it"
    NONE = "not there, or no file"


MOST_LINKS = 40
_NO_FILES = ("/dev", "/proc", "/sys")
_AUTOMOUNTED = {"darwin": ("/net", "/home", "/Network")}
_AUTOMOUNTED_BY_MOST = ("/net", "/misc")
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\xb9\xb2\xb3])[ .]*(?:\..*)?",
    re.IGNORECASE,
)
_NOT_IN_NAMES = re.compile(r'[<>"|?*:\x00-\x1f]')


class LocalFiles:
    """`own`: a folder of the user's choice, that of the script. What is on its drive or share
    may be looked at, too, for the script has been read from there."""

    def __init__(
        self,
        own: Path,
        *,
        platform: str = platform_facts.THIS,
        mounts: Callable[[], Iterable[Mount]] = partitions,
        is_local_drive: Callable[[str], bool] = platform_facts.is_local_drive,
    ) -> None:
        self._own = str(own)
        self._windows = platform == "win32"
        self._path = ntpath if self._windows else posixpath
        self._automounted = _AUTOMOUNTED.get(platform, _AUTOMOUNTED_BY_MOST)
        self._mounts = mounts
        self._is_local_drive = is_local_drive
        self._own_places: frozenset[str] | None = None

    def look(self, file: Path) -> Look:
        """Nothing but local drives and the script's own is touched."""
        place = self._path.normpath(self._path.join(self._own, str(file)))
        mounts = [] if self._windows else self._table()
        if self._own_places is None:
            own = {self._own, os.path.realpath(self._own)}
            self._own_places = frozenset(self._drive_or_mount(each, mounts) for each in own)
        for _ in range(MOST_LINKS):
            judged, target = self._judge_parents(place, mounts)
            if judged is not Look.FILE:
                return judged
            if target is None:
                return Look.FILE if _is_regular(place) else Look.NONE
            place = target
        return Look.NONE

    def _judge_parents(self, place: str, mounts: list[Mount]) -> tuple[Look, str | None]:
        """FILE: nothing speaks against a look; and where the first link in the path leads to."""
        if (judged := self._judge(place, mounts)) is not Look.FILE:
            return judged, None
        drive, rest = self._path.splitdrive(place)
        parts = [part for part in re.split(r"[\\/]" if self._windows else "/", rest) if part]
        at = drive + self._path.sep
        for number, part in enumerate(parts, 1):
            at = self._path.join(at, part)
            if self._judge(at, mounts) is not Look.FILE:
                continue  # above a mount that may be looked at
            try:
                target = _without_prefix(os.readlink(at))
            except (OSError, ValueError):
                continue
            target = self._path.join(self._path.dirname(at), target, *parts[number:])
            return judged, self._path.normpath(target)
        return judged, None

    def _judge(self, place: str, mounts: list[Mount]) -> Look:
        """By its name alone."""
        if self._windows:
            return self._judge_windows(place)
        if any(_is_in(place, folder) for folder in _NO_FILES):
            return Look.NONE
        where = self._mount_of(place, mounts)
        is_own = self._own_places is not None and where.point in self._own_places
        folder = next((each for each in self._automounted if _is_in(place, each)), None)
        if folder is not None:
            is_own = _is_in(place, self._own) or (is_own and _is_in(where.point, folder))
        elif place.startswith("//"):  # some systems take what follows for a host
            is_own = _is_in(place, self._own)
        elif where.type in LOCAL_TYPES:
            return Look.FILE
        return Look.FILE if is_own else Look.ELSEWHERE

    def _judge_windows(self, place: str) -> Look:
        drive, rest = ntpath.splitdrive(_as_share(place))
        if any(_DEVICE.fullmatch(part) or _NOT_IN_NAMES.search(part) for part in rest.split("\\")):
            return Look.NONE
        if not rest.startswith("\\"):
            return Look.NONE  # of that drive's current folder: nobody knows which
        if self._own_places and drive.casefold() in self._own_places:
            return Look.FILE
        if drive.startswith("\\\\"):
            return Look.NONE if drive.startswith(("\\\\.\\", "\\\\?\\")) else Look.ELSEWHERE
        return Look.FILE if self._is_local_drive(drive + "\\") else Look.ELSEWHERE

    def _drive_or_mount(self, folder: str, mounts: list[Mount]) -> str:
        if self._windows:
            return ntpath.splitdrive(_as_share(ntpath.normpath(folder)))[0].casefold()
        return self._mount_of(folder, mounts).point

    def _table(self) -> list[Mount]:
        """The innermost first."""
        try:
            found = list(self._mounts())
        except (OSError, ImportError):  # no file handle is left: then nothing is known
            found = []
        found.reverse()  # of two at one point the later one is seen
        found.sort(key=lambda mount: len(mount.point), reverse=True)
        return found

    @staticmethod
    def _mount_of(place: str, mounts: list[Mount]) -> Mount:
        return next((mount for mount in mounts if _is_in(place, mount.point)), Mount("/", ""))


def _is_in(place: str, folder: str) -> bool:
    return place == folder or place.startswith(folder.rstrip("/") + "/")


def _is_regular(file: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(file).st_mode)
    except (OSError, ValueError):
        return False


def _without_prefix(target: str) -> str:
    r"""Windows tells links with \\?\ in front."""
    return target[4:] if re.match(r"\\\\\?\\[A-Za-z]:", target) else target


def _as_share(place: str) -> str:
    r"""\\?\UNC\host\share is \\host\share."""
    place = place.replace("/", "\\")
    return "\\" + place[7:] if place[:8].upper() == "\\\\?\\UNC\\" else place
