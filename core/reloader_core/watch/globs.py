"""The user's watch and ignore patterns: which files they name, now and later.

`*`, `?` and `[...]` stay within a name, `**` crosses folders; relative patterns start
at the base folder. As in a shell, a wildcard does not mean names that begin with a
dot, and `**` passes by what no person writes (node_modules, __pycache__, links).
Reads folders only in `expand`, on the caller's thread. Nothing is remembered.
"""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

MAX_ENTRIES = 50_000
MAX_FILES = 5_000
_PASSED_BY = frozenset({"__pycache__", "node_modules", "site-packages"})
_MAGIC = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class _Segment:
    """One name of a pattern. `pattern` None: `**`."""

    text: str
    pattern: re.Pattern[str] | None

    @property
    def literal(self) -> bool:
        return _MAGIC.search(self.text) is None

    def matches(self, name: str, *, hidden: bool) -> bool:
        if name.startswith(".") and not hidden and not self.text.startswith("."):
            return False
        return self.pattern is None or self.pattern.match(os.path.normcase(name)) is not None


_ANY = _Segment("*", re.compile(""))
_CROSSING = _Segment("**", None)


@dataclass(frozen=True, slots=True)
class _Glob:
    """A literal folder, which may itself contain `[`, and the segments below it."""

    root: tuple[str, ...]
    segments: tuple[_Segment, ...]

    @property
    def names_a_folder(self) -> bool:
        """Without a wildcard at its end it may name a folder, and means what is in it."""
        return not self.segments or self.segments[-1].literal


@dataclass(slots=True)
class Found:
    files: list[str] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    """Where a file that appears may match."""
    complete: bool = True


class Globs:
    """A base folder with its watch and ignore patterns; immutable."""

    def __init__(self, base: Path, watch: tuple[str, ...], ignore: tuple[str, ...]) -> None:
        root = os.path.abspath(base)
        self._watch = [_parse(root, pattern) for pattern in watch if pattern]
        self._ignore = [_parse(root, pattern) for pattern in ignore if pattern]

    @property
    def has_watch(self) -> bool:
        return bool(self._watch)

    def ignores(self, path: str) -> bool:
        """Whether an ignore pattern matches the path or a folder that it is in."""
        if not self._ignore:
            return False
        names = _names(path)
        return any(_covers(glob, names) for glob in self._ignore)

    def watches(self, path: str) -> bool:
        names = _names(path)
        for glob in self._watch:
            below = _below(glob, names)
            if below is None:
                continue
            if _match(glob.segments, below, hidden=False):
                return True
            if glob.names_a_folder and _match((*glob.segments, _CROSSING), below, hidden=False):
                return True
        return False

    def expand(
        self,
        max_files: int = MAX_FILES,
        max_entries: int = MAX_ENTRIES,
        answers: Callable[[str], bool] = lambda folder: True,
    ) -> Found:
        """The files that match now, within bounds. Takes long in a large tree. Folders whose
        drive does not answer are passed by."""
        walk = _Walk(self, max_files, max_entries, answers)
        for glob in self._watch:
            walk.descend(os.path.join(*glob.root), glob.segments, glob.names_a_folder)
        return walk.found


class _Walk:
    """One reading of the folders that the watch patterns can reach."""

    def __init__(
        self,
        globs: Globs,
        max_files: int,
        max_entries: int,
        answers: Callable[[str], bool],
    ) -> None:
        self.found = Found()
        self._globs = globs
        self._answers = answers
        self._max_files = max_files
        self._max_entries = max_entries
        self._done: set[tuple[str, tuple[_Segment, ...]]] = set()
        self._files: set[str] = set()
        self._entries = 0

    def descend(self, folder: str, segments: tuple[_Segment, ...], open_ended: bool) -> None:
        if (folder, segments) in self._done or not self.found.complete:
            return
        self._done.add((folder, segments))
        if not self._answers(folder):
            return
        if not segments:  # the pattern named this folder, or a file, without a wildcard
            if os.path.isdir(folder):
                self.descend(folder, (_CROSSING,), False)
            else:
                self.found.folders.add(os.path.dirname(folder))
                self._take(folder)
            return
        head, rest = segments[0], segments[1:]
        if head.pattern is None:
            self.descend(folder, rest or (_ANY,), open_ended)
            for entry in self._read(folder):
                if _is_real_folder(entry) and not self._passes_by(entry):
                    self.descend(entry.path, segments, open_ended)
            return
        if not rest:
            self.found.folders.add(folder)
        for entry in self._read(folder):
            if not head.matches(entry.name, hidden=False):
                continue
            if rest and _is_folder(entry):
                self.descend(entry.path, rest, open_ended)
            elif not rest and not _is_folder(entry):
                self._take(entry.path)
            elif not rest and open_ended:
                self.descend(entry.path, (_CROSSING,), False)

    def _passes_by(self, entry: os.DirEntry[str]) -> bool:
        hidden = entry.name.startswith(".")
        return hidden or entry.name in _PASSED_BY or self._globs.ignores(entry.path)

    def _take(self, path: str) -> None:
        if path in self._files or not os.path.isfile(path) or self._globs.ignores(path):
            return
        self._files.add(path)
        self.found.files.append(path)
        self._check_bounds()

    def _read(self, folder: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                listing = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            return
        for entry in listing:
            self._entries += 1
            self._check_bounds()
            if not self.found.complete:
                return
            yield entry

    def _check_bounds(self) -> None:
        if self._entries > self._max_entries or len(self._files) >= self._max_files:
            self.found.complete = False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_real_folder(entry: os.DirEntry[str]) -> bool:
    """A link to a folder may lead back to where we are."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _parse(base: str, pattern: str) -> _Glob:
    absolute = os.path.isabs(pattern)
    drive, tail = os.path.splitdrive(pattern)
    names = [name for name in re.split(r"[/\\]" if os.sep == "\\" else "/", tail) if name]
    root = [drive + os.sep] if absolute else _names(base)
    while names and (names[0] in (".", "..") or _MAGIC.search(names[0]) is None):
        name = names.pop(0)
        if name == "..":
            del root[max(1, len(root) - 1) :]
        elif name != ".":
            root.append(name)
    return _Glob(tuple(root), tuple(_segment(name) for name in names if name != "."))


def _segment(name: str) -> _Segment:
    if name == "**":
        return _CROSSING
    return _Segment(name, re.compile(fnmatch.translate(os.path.normcase(name))))


def _names(path: str) -> list[str]:
    """The anchor and the names of an absolute path."""
    return list(Path(path).parts)


def _below(glob: _Glob, names: list[str]) -> list[str] | None:
    """The names under the glob's literal folder; None if the path is elsewhere."""
    count = len(glob.root)
    head = [os.path.normcase(name) for name in names[:count]]
    return names[count:] if head == [os.path.normcase(name) for name in glob.root] else None


def _covers(glob: _Glob, names: list[str]) -> bool:
    below = _below(glob, names)
    if below is None:
        return False
    ends = range(0 if not glob.segments else 1, len(below) + 1)
    return any(_match(glob.segments, below[:end], hidden=True) for end in ends)


def _match(segments: tuple[_Segment, ...], names: list[str], *, hidden: bool) -> bool:
    """Whether the names match the segments to the end."""
    if not segments:
        return not names
    head, rest = segments[0], segments[1:]
    if head.pattern is not None:
        return (
            bool(names)
            and head.matches(names[0], hidden=hidden)
            and _match(rest, names[1:], hidden=hidden)
        )
    if not rest:  # at the end: any file, at any depth
        return bool(names) and all(_CROSSING.matches(name, hidden=hidden) for name in names)
    for skip in range(len(names) + 1):
        if skip and not _CROSSING.matches(names[skip - 1], hidden=hidden):
            return False
        if _match(rest, names[skip:], hidden=hidden):
            return True
    return False
