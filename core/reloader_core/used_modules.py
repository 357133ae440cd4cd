"""What the runs of one target have imported, and loaded of the user's: what the next one may have
imported ahead of time. Belongs to the supervisor's thread; pure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path

from reloader_core.child.wire import lists
from reloader_core.watch.signature import Signature

Lines = tuple[tuple[str, int], ...]

NEVER = frozenset(
    ("this", "antigravity", "idlelib", "turtledemo", "test", "readline", "rlcompleter", "curses")
)
"""Modules of the standard library whose import is felt (a poem, a terminal)."""
PATCHERS = frozenset(("gevent", "eventlet"))
"""Want to be first: where they are used, nothing is imported ahead."""
DATA = frozenset(f".{each}" for each in "csv env html ini json md toml txt yaml yml".split())
"""Files in which nothing is executed."""
PACKAGE_FOLDERS = ("site-packages", "dist-packages")
MOST_SOURCES = 5000


class UsedModules:
    """What the last runs of one target imported that is not the user's own. A run that was
    cut short counts together with the next one."""

    def __init__(self) -> None:
        self.refused: set[str] = set()
        self.late: set[str] = set()
        """What the present run, or the last one, imported when its surroundings had changed."""
        self.without_packages = False
        """There is no memory for them, or a parked child does not live through their import."""
        self.takes_packages = True
        """Installed packages count."""
        self.only_tested = False
        """Of these only those of agent/tested.py are imported ahead."""
        self.is_complete = False
        """The present run has imported what it needs, as far as can be told."""
        self._runs: list[dict[str, None]] = [{}]  # newest last; names in the order of import
        self.packages: set[str] = set()
        """First names of what lies in a folder of packages."""
        self._sources: list[dict[str, None]] = [{}]
        """Of packages' modules; newest last."""
        self._loaded: dict[Path, Signature] = {}
        self._places: dict[str, tuple[int, Lines]] = {}
        self._earlier: dict[str, tuple[int, Lines]] = {}
        """Of the runs before."""
        self._begun = 0
        self._listed: tuple[object, tuple[str, ...]] = (None, ())

    def note(self, name: str, path: str, *, packages_too: bool) -> None:
        top = name.partition(".")[0]
        is_package = any(folder in Path(path).parts for folder in PACKAGE_FOLDERS)
        if top in PATCHERS or (top not in NEVER and (packages_too or not is_package)):
            self._runs[-1].setdefault(name)
            if is_package:
                self.packages.add(top)
        if is_package and path.endswith(".py"):
            self._sources[-1].setdefault(path)

    def note_loaded(self, path: Path, seen: Signature | None) -> None:
        """A run has loaded this file, which is the user's, and what it looked like."""
        if seen is not None and path.suffix not in DATA:
            self._loaded[path] = seen

    @property
    def has_packages(self) -> bool:
        """Are some to be imported ahead, and an edit of what was loaded might be seen by them?"""
        return bool(self.packages) and not self.without_packages and self.takes_packages

    def has_loaded_more(self, than: set[Path]) -> bool:
        return not self._loaded.keys() <= than

    def note_place(self, name: str, lines: Iterable[tuple[str, int]]) -> None:
        """The user's code imports this module of a package, from these lines by path."""
        self._places.setdefault(name, (len(self._loaded), tuple(lines)))

    def to_read(self) -> tuple[str, ...]:
        """Files that the present run has loaded, or the one before: what they were compiled to may
        be read ahead of time."""
        users = (str(path) for path in self._loaded if path.suffix == ".py")
        return tuple(islice(dict.fromkeys(chain(*self._sources, users)), MOST_SOURCES))

    def preload_words(
        self, folders: Iterable[str], script: Iterable[str], names: Iterable[str]
    ) -> tuple[str, ...]:
        """What a parked child is told, see Request.PRELOAD."""
        packages = ["tested" if self.only_tested else "all"] if self.takes_packages else []
        of_run = self._loaded_words(), names, packages, self._place_words(), self.to_read()
        return lists(folders, script, *of_run)

    def _loaded_words(self) -> list[str]:
        return [str(word) for each in self.loaded for word in each]

    def _place_words(self) -> list[str]:
        """Where the runs have imported what; -1: the present one has not come there."""
        earlier = {name: (-1, lines) for name, (_, lines) in self._earlier.items()}
        return [
            str(word)
            for name, (number, lines) in {**self._places, **(earlier | self._places)}.items()
            for word in (name, number, len(lines), *chain.from_iterable(lines))
        ]

    def refuse(self, names: Iterable[str]) -> None:
        """These have been imported ahead, and something was changed by it that nobody can take
        back. Of a package nothing is asked for any more, or each part of it would cost a child."""
        tops = {name: name.partition(".")[0] for name in names}
        self.refused |= {top if top in self.packages else name for name, top in tops.items()}

    def begin_with(
        self,
        names: Iterable[str],
        packages: Iterable[str],
        *,
        refused: Iterable[str],
        late: Iterable[str],
        loaded: Iterable[tuple[str, int, int, int]],
        places: Iterable[tuple[str, int, Lines]],
    ) -> None:
        """What a complete run before this session has imported, and loaded of the user's."""
        self._runs = [dict.fromkeys(names)]
        self._places = {name: (number, lines) for name, number, lines in places}
        self.packages = set(packages)
        self.refused, self.late = set(refused), set(late)
        self._loaded = {Path(path): tuple(seen) for path, *seen in loaded}  # type: ignore[misc]
        self.is_complete = True

    @property
    def loaded(self) -> tuple[tuple[str, int, int, int], ...]:
        """Path and signature of the files with code that the present run has loaded."""
        return tuple((str(path), *seen) for path, seen in self._loaded.items())

    @property
    def places(self) -> tuple[tuple[str, int, Lines], ...]:
        """As in note_place(), with how many of the user's files had been loaded by then."""
        return tuple((name, *place) for name, place in self._places.items())

    def begin_run(self) -> None:
        """What neither of the last two complete runs imported is forgotten."""
        if self.is_complete:
            self._runs = [*self._runs[-2:], {}]
            self._sources = [*self._sources[-1:], {}]
            self.late.clear()
            self._earlier.clear()
        self._earlier |= self._places
        self._places = {}
        self.is_complete = False
        self._loaded.clear()
        self._begun += 1

    def to_preload(self) -> tuple[str, ...]:
        """What the last two complete runs imported, and the present one if it is not complete."""
        grown = (*map(len, self._runs), len(self.refused), len(self.late), len(self.packages))
        state = (self._begun, grown, self.is_complete, self.without_packages)
        if state != self._listed[0]:  # it is asked for again and again
            self._listed = state, self._list()
        return self._listed[1]

    def _list(self) -> tuple[str, ...]:
        runs = self._runs[-2:] if self.is_complete else self._runs
        # In the order of the newest: what an import does may depend on what is there.
        names = dict.fromkeys(chain.from_iterable(reversed(runs)))
        if any(name.partition(".")[0] in PATCHERS for name in names):
            return ()
        return tuple(name for name in names if not self._is_left_out(name))

    def _is_left_out(self, name: str) -> bool:
        top = name.partition(".")[0]
        if top in self.refused or name in self.refused | self.late:
            return True
        if top not in self.packages:
            return False
        # What only an earlier run imported may need what comes late by now.
        return self.without_packages or bool(self.late and name not in self._runs[-1])
