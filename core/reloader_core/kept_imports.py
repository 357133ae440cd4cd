"""What a target's runs have imported, kept on disk: so that the first run of the next session can
have it imported ahead, too.

A file for each command, in the user's own cache, that nobody else can write. What it says is
only a list of names, for an interpreter that is as it was: a broken, foreign or old file is as
good as none, and so is a folder that cannot be written. Called by whoever may wait for a disk.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from reloader_core.child import Spawn
from reloader_core.disk.private_files import (
    cache_folder,
    make_private_folder,
    must_be_private,
    replace_private,
)
from reloader_core.launch import Launch, launch_of
from reloader_core.model import Target
from reloader_core.platform_facts import THIS, home
from reloader_core.python.places import ScriptPlace
from reloader_core.used_modules import NEVER, PATCHERS, Lines, UsedModules
from reloader_core.values import frozen

log = logging.getLogger(__name__)

_VERSION = 1
_NO_NAME = frozenset("/\\ \0\n")
MOST_FILES = 100
MOST_BYTES = 512 * 1024
"""Of one file; the lists of 2,000 modules take 150 KB."""
Loaded = tuple[str, int, int, int]
"""A file of the user's, and its signature."""
Place = tuple[str, int, Lines]


@frozen
class Kept:
    """`mark`: of what the interpreter rests on, see Fingerprint.mark."""

    mark: str
    prefixes: tuple[str, ...]
    """Folders of the standard library and of installed packages."""
    names: tuple[str, ...]
    """What was imported ahead last, in the order of the imports."""
    packages: tuple[str, ...]
    """The first names of those among them that were installed."""
    refused: tuple[str, ...]
    late: tuple[str, ...]
    """See UsedModules."""
    loaded: tuple[Loaded, ...]
    """What the run has loaded that is the user's."""
    places: tuple[Place, ...]
    """Where it imports packages: see UsedModules.note_place."""
    is_apart: bool
    """An interpreter reads nothing of what lies in the script's folder, or below, before the
    script begins, nor does it lie there itself."""

    @classmethod
    def of(cls, used: UsedModules, mark: str, prefixes: tuple[str, ...], *, is_apart: bool) -> Kept:
        return cls(
            mark=mark,
            prefixes=prefixes,
            names=used.to_preload(),
            packages=tuple(sorted(used.packages)),
            refused=tuple(sorted(used.refused)),
            late=tuple(sorted(used.late)),
            loaded=used.loaded,
            places=used.places,
            is_apart=is_apart,
        )

    def tell(self, used: UsedModules) -> None:
        """As if the run had been one of this session."""
        used.begin_with(
            *(self.names, self.packages),
            refused=self.refused,
            late=self.late,
            loaded=self.loaded,
            places=self.places,
        )

    def has_seen_all(self, now: Mapping[str, object]) -> bool:
        """Are the user's files those that the run has loaded?"""
        return all(now.get(path) == tuple(seen) for path, *seen in self.loaded)

    def without_packages(self) -> Kept:
        names = [name for name in self.names if name.partition(".")[0] not in self.packages]
        values = {**asdict(self), "names": tuple(names), "packages": (), "late": (), "places": ()}
        return Kept(**values)


class KeptImports:
    """`folder` None: nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    @classmethod
    def usual(cls) -> KeptImports:
        """Of this user."""
        folder = cache_folder()
        return cls(folder / "imports" if folder is not None else None)

    def file(self, launch: Launch) -> Path | None:
        """Its name tells nothing of what a user has typed as arguments."""
        if self.folder is None:
            return None
        said = json.dumps(launch, default=str)
        return self.folder / f"{hashlib.sha256(said.encode()).hexdigest()[:32]}.json"

    def read(self, launch: Launch) -> Kept | None:
        """None: there is nothing that can be believed."""
        file = self.file(launch)
        if file is None:
            return None
        try:
            must_be_private(file.parent)
            must_be_private(file)
            found = file.lstat()
            if not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
                return None
            return _understand(json.loads(file.read_bytes()))
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
            if not isinstance(error, FileNotFoundError):
                log.debug("what was kept of imports is not used: %s", error)
            return None

    def write(self, launch: Launch, kept: Kept) -> None:
        file = self.file(launch)
        if file is None:
            return
        data = json.dumps({"version": _VERSION, **asdict(kept)}).encode("ascii")
        if len(data) > MOST_BYTES:
            self.forget(launch)
            return
        try:
            make_private_folder(file.parent)
            must_be_private(file.parent)
            replace_private(file, data)
            self._make_room(file.parent)
        except OSError as error:
            log.debug("imports are not kept: %s", error)

    def forget(self, launch: Launch) -> None:
        file = self.file(launch)
        if file is not None:
            with suppress(OSError):
                file.unlink()

    @staticmethod
    def _make_room(folder: Path) -> None:
        """The oldest go."""
        with os.scandir(folder) as entries:
            found = [(entry.stat().st_mtime_ns, entry.path) for entry in entries]
        for _, path in sorted(found)[:-MOST_FILES]:
            os.unlink(path)


def imports_are_known(target: Target) -> bool:
    """Is it worth a try to have its first run parked? Asks the disk."""
    kept = KeptImports.usual().read(launch_of(target)) if target.parks else None
    return kept is not None and kept.is_apart


def read_before(spawn: Spawn, prefixes: tuple[str, ...], ahead: Iterable[Path]) -> tuple[Path, ...]:
    """Files that tell where an interpreter reads before the script begins. `ahead`: what it has
    loaded or looked for; what lies among the packages is not named one by one."""
    python_path = dict(spawn.env).get("PYTHONPATH", "").split(os.pathsep)
    folders = [*map(Path, prefixes), *(spawn.cwd / each for each in python_path if each)]
    others = (path for path in ahead if not str(path).startswith(prefixes))
    return (Path(spawn.argv[0]), *(folder / "x" for folder in folders), *others)


def is_apart(script: Path, files: Iterable[Path]) -> bool:
    """Does none of these lie in the script's folder, or below?"""
    place, at_home = ScriptPlace.of(script), home(os.environ, THIS)
    return not any(place.holds(file, at_home) for file in files)


def _understand(told: object) -> Kept:
    """Raises ValueError, TypeError and KeyError where it is not what write() has written."""
    if not isinstance(told, dict) or told.pop("version") != _VERSION:
        raise ValueError("of another version")
    names, tops = _texts(told["names"]), _texts(told["packages"])
    for name in names:
        if "" in name.split(".") or _NO_NAME.intersection(name):  # mypyc's begin with a digit
            raise ValueError("a name that is none")
        if name.partition(".")[0] in NEVER | PATCHERS:
            raise ValueError("a module that is never imported ahead")
    loaded: list[Loaded] = [
        (str(path), int(modified), int(size), int(inode))
        for path, modified, size, inode in told["loaded"]
    ]
    return Kept(
        mark=str(told["mark"]),
        prefixes=_texts(told["prefixes"]),
        names=names,
        packages=tops,
        refused=_texts(told["refused"]),
        late=_texts(told["late"]),
        loaded=tuple(loaded),
        places=tuple(
            (str(name), int(number), tuple((str(path), int(line)) for path, line in lines))
            for name, number, lines in told["places"]
        ),
        is_apart=told["is_apart"] is True,
    )


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    found = tuple(values)
    if not all(isinstance(each, str) for each in found):
        raise TypeError("no texts")
    return found  # type: ignore[return-value]
