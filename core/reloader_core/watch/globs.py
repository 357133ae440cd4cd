"""The user's watch and ignore patterns: which files they name, now and later.

`*`, `?` and `[...]` stay within a name, `**` crosses folders; relative patterns start
at the base folder. As in a shell, a wildcard does not mean names that begin with a
dot, and `**` passes by what no person writes (node_modules, __pycache__, links).
Reads folders only in `expand`, on the caller's thread. Nothing is remembered.

The patterns become one expression for all that is watched and one for all that is ignored.
(wcmatch compiles such ones, too, but would be one more library in each package for that: the
walk, which is bounded and passes by drives that do not answer, is our own all the same.)
"""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reloader_core.values import frozen

MAX_ENTRIES = 50_000
MAX_FILES = 5_000
_PASSED_BY = frozenset({"__pycache__", "node_modules", "site-packages"})
_MAGIC = re.compile(r"[*?\[]")
_PIECES = re.compile(r"\*+|\?|\[!?\]?[^\]]*\]|\[|[^*?\[]+")


@frozen
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
        return self.pattern is None or self.pattern.fullmatch(os.path.normcase(name)) is not None


_ANY = _Segment("*", re.compile("[^/]*"))
_CROSSING = _Segment("**", None)


@frozen
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
        ignored = [_parse(root, pattern) for pattern in ignore if pattern]
        wanted = [_expression(glob, hidden=False) + _rest_of(glob) for glob in self._watch]
        self._watched = _any_of(wanted)
        self._ignored = _any_of([_expression(glob, hidden=True) for glob in ignored])

    @property
    def has_watch(self) -> bool:
        return bool(self._watch)

    def ignores(self, path: str) -> bool:
        """Whether an ignore pattern matches the path or a folder that it is in."""
        return self._ignored is not None and self._ignored.match(_as_text(path)) is not None

    def watches(self, path: str) -> bool:
        return self._watched is not None and self._watched.fullmatch(_as_text(path)) is not None

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
    return _Segment(name, re.compile(_one_name(os.path.normcase(name))))


def _names(path: str) -> list[str]:
    """The anchor and the names of an absolute path."""
    return list(Path(path).parts)


# -- expressions: each name of a path is followed by a slash


def _as_text(path: str) -> str:
    return os.path.normcase(path).replace(os.sep, "/").rstrip("/") + "/"


def _any_of(expressions: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{each})" for each in expressions)) if expressions else None


def _expression(glob: _Glob, *, hidden: bool) -> str:
    """`hidden`: a wildcard stands for names that begin with a dot as well."""
    any_name = "[^/]+/" if hidden else r"(?!\.)[^/]+/"
    parts = [re.escape(_as_text(os.path.join(*glob.root)))]
    for place, segment in enumerate(glob.segments, 1):
        if segment.pattern is None:  # at the end: any file, at any depth
            parts.append(f"(?:{any_name}){'+' if place == len(glob.segments) else '*'}")
        else:
            shown = "" if hidden or segment.text.startswith(".") else r"(?!\.)"
            parts.append(f"{shown}{segment.pattern.pattern}/")
    return "".join(parts)


def _rest_of(glob: _Glob) -> str:
    return r"(?:(?!\.)[^/]+/)*" if glob.names_a_folder else ""


def _one_name(text: str) -> str:
    """As fnmatch, within one name."""
    return "".join(map(_piece, _PIECES.findall(text)))


def _piece(text: str) -> str:
    if text[0] == "*":
        return "[^/]*"
    if text == "?":
        return "[^/]"
    if text[0] != "[" or len(text) == 1:
        return re.escape(text)
    one_of = fnmatch.translate(text).removeprefix("(?s:")[: -len(r")\Z")]
    return f"(?!/){one_of}"
