"""Whether somebody else could have put code into a Python that would then run as the user.

An environment is a folder of programs: who may write into it decides what runs when it is
used. Looked at are the environment, its pyvenv.cfg, the folder that this names as its base, its
folders of programs and packages, and the Python with all that it leads to by links and the
folders of these. Not each module
in it, nor the standard library of its base: whoever owns the folders owns those. Starts
nothing. Any thread may ask; a group's members may have to be asked for in the network.

Windows keeps no owner that could be asked here as simply: see platform_facts.keeps_owners.
"""

from __future__ import annotations

import enum
import os
import stat
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from reloader_core import platform_facts
from reloader_core.disk.mounts import WITHOUT_MODES, Mounts
from reloader_core.platform_facts import THIS
from reloader_core.python import environments
from reloader_core.values import frozen

_MOST_ENTRIES = 1000


class Danger(enum.Enum):
    """Who else could have changed it."""

    OWNED = "It belongs to another user."
    WRITABLE_BY_ALL = "Every user of this computer may change it."
    WRITABLE_BY_USER = "Another user may change it."
    WRITABLE_BY_GROUP = "A group with other members may change it."


@frozen
class Doubt:
    """Why a Python is used only if the user says so."""

    danger: Danger
    file: Path
    """What another may change: the environment's folder, or something in it."""
    who: str
    """The other user's or the group's name; empty for everybody."""
    mark: str
    """Stands for exactly this Python in this state: what an answer is remembered by."""


@frozen
class Trust:
    """What the user has answered, by the doubts' marks."""

    accepted: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    in_choice: bool = False
    """A Python that the user names is used without a question."""
    uid: int = field(default_factory=platform_facts.user_id)
    mounts: Mounts = field(default_factory=Mounts)

    def doubt(self, python: Path, platform: str = THIS) -> Doubt | None:
        """None: nobody but the user and root could have changed this Python."""
        if not platform_facts.keeps_owners(platform):
            return None
        for file, may_hold_more in _looked_at(python):
            try:
                status = os.lstat(file)
            except (OSError, ValueError):
                continue  # nothing is there that could run
            if (found := self._danger(file, status, may_hold_more)) is not None:
                danger, who = found
                mark = f"{python}|{file}|{status.st_dev}:{status.st_ino}|{danger.name} {who}"
                return Doubt(danger, file, who, mark)
        return None

    def _danger(
        self, file: Path, status: os.stat_result, may_hold_more: bool
    ) -> tuple[Danger, str] | None:
        if status.st_uid not in (0, self.uid):
            return Danger.OWNED, platform_facts.user_name(status.st_uid)
        if may_hold_more and status.st_mode & stat.S_ISVTX:
            return None  # as in /tmp, only its owner can put something else in a file's place
        if stat.S_ISLNK(status.st_mode) or not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return None
        if self.mounts.of(str(file)).type in WITHOUT_MODES:
            return None
        if status.st_mode & stat.S_IWOTH:
            return Danger.WRITABLE_BY_ALL, ""
        users, groups = platform_facts.writers(file, status.st_gid)
        for user in users:
            if user not in (0, self.uid):
                return Danger.WRITABLE_BY_USER, platform_facts.user_name(user)
        for group in groups:
            if name := platform_facts.other_members(group, self.uid):
                return Danger.WRITABLE_BY_GROUP, name
        return None


def _looked_at(python: Path) -> Iterator[tuple[Path, bool]]:
    """Files and folders; True for a folder in which another file does no harm."""
    if (environment := environments.environment_of(python)) is not None:
        yield Path(os.path.realpath(environment)), False
        yield environment / environments.CONFIGURATION, False
        for folder in _libraries(environment):
            yield folder, False
        if (home := environments.home_in(environment)) is not None:
            yield Path(os.path.realpath(home)), True  # a copied Python has its library from there
    for hop in environments.link_hops(python):
        yield Path(os.path.realpath(hop.parent)), True
        yield hop, False


def _libraries(environment: Path) -> Iterator[Path]:
    """The folders that its packages lie in: a .pth file there runs at each start."""
    for lib in (environment / "lib", environment / "lib64"):
        yield lib
        try:
            with os.scandir(lib) as found:
                names = [entry.name for entry, _ in zip(found, range(_MOST_ENTRIES), strict=False)]
        except OSError:
            continue
        for name in names:
            if name.startswith(("python", "pypy")):
                yield lib / name
                yield lib / name / "site-packages"
