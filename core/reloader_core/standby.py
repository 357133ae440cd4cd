"""The next run's child, parked ahead of time with the last run's modules imported.

Belongs to the supervisor's thread. A standby is never more than a head start: whatever
is wrong with it, the next run starts cold and nobody notices. It is started only for
exactly the command and environment whose present run said hello. What it rests on may lie
on a drive that does not answer; nobody is asked to wait for that, see Ask.
"""

from __future__ import annotations

import contextlib
import enum
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from reloader_core import child
from reloader_core.child.wire import Request
from reloader_core.memory import available_bytes, memory_is_scarce, size_bytes
from reloader_core.run import Run
from reloader_core.used_modules import PACKAGE_FOLDERS, UsedModules
from reloader_core.watch.signature import Signature, signature

log = logging.getLogger(__name__)

QUIET_S = 0.1  # the script has stopped importing
MOST_FAILURES = 3
CHECK_S = 1.0
"""How long an answer about a few lines is waited for; it comes within 2 ms."""
CHECK_START_S = 2.0
"""How much longer it is waited for while the standby starts or imports."""
CHECK_BYTES_PER_S = 50_000
"""How much longer it is waited for where the file is larger: a slow and busy machine compiles so
much and finds its mistake; a fast one does twenty times that."""
MOST_CHECKED_BYTES = 2 * 1024 * 1024
"""Of what takes longer to compile than anybody waits, only the run shows a mistake."""
SCARCE_PAUSE_S = 30.0
PACKAGES_NEED_BYTES = 1024 * 1024 * 1024
"""With less than that available no packages are imported ahead."""
MOST_PARKED_BYTES = 600 * 1024 * 1024
"""A parked child with packages that has become larger makes room: the next one has none."""


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)


class Stage(enum.Enum):
    STARTING = enum.auto()
    READY = enum.auto()
    BUSY = enum.auto()  # importing


class Ask(Protocol):
    """Has the disk asked; what a drive does not answer in time is left out of the result. A
    folder's name ends with a separator. See Watcher.ask_disk."""

    def __call__(self, work: Callable[[str], object], paths: Iterable[str]) -> dict[str, object]:
        """`work(path)` for each of the paths, on another thread."""


class Fingerprint:
    """What a child rests on: it changes when packages are installed or the working folder is
    another one. Where a drive does not answer it is like no other one."""

    def __init__(self, spawn: child.Spawn, prefixes: tuple[str, ...], ask: Ask) -> None:
        self._ask = ask
        self._looks: dict[str, Callable[[str], object]] = {
            os.path.join(spawn.cwd, ""): _identity,
            spawn.argv[0]: _modified,
        }
        folders = [os.path.join(each, "") for each in prefixes if _is_of_packages(each)]
        self._looks |= dict.fromkeys(folders, _folder)
        self._seen = self._look()
        # Listed after the folders were looked at, so that one which comes later shows there.
        for files in ask(_startup_files, folders).values():
            assert isinstance(files, list)
            self._looks |= dict.fromkeys(files, signature)
            self._seen |= ask(signature, files)

    def holds(self) -> bool:
        return len(self._seen) == len(self._looks) and self._look() == self._seen

    def _look(self) -> dict[str, object]:
        return self._ask(lambda path: self._looks[path](path), self._looks)


def _is_of_packages(folder: str) -> bool:
    return Path(folder).name in PACKAGE_FOLDERS


def _identity(folder: str) -> object:
    try:
        found = os.stat(folder)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _modified(path: str) -> object:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return None


def _folder(path: str) -> object:
    return _identity(path), _modified(path)


def _startup_files(folder: str) -> list[str]:
    """What the interpreter reads lines of Python from when it starts."""
    return [str(path) for path in Path(folder).glob("*.pth")]


class Standby:
    """One parked child. The constructor starts it; raises OSError."""

    def __init__(
        self,
        host: child.Host,
        number: int,
        spawn: child.Spawn,
        prefixes: tuple[str, ...],
        ask: Ask,
    ) -> None:
        self._ask = ask
        self.number = number
        self.spawn = spawn
        self.stage = Stage.STARTING
        self.hello: child.Hello | None = None
        self.preloaded: set[str] | None = None
        """None: it has not been told. Also where that is nothing its end becomes a short one."""
        self.loaded: dict[Path, Signature | None] = {}
        """What it has read before `go`; None: it was not there."""
        self.unanswered = 0
        """Checks that it still works at, or is frozen over."""
        self._fingerprint = Fingerprint(spawn, prefixes, ask)
        self.child = host.spawn(number, spawn)

    def fits(self, spawn: child.Spawn) -> bool:
        """Is it what a cold start with this command would come to, only sooner?"""
        return (
            not self.unanswered
            and spawn == self.spawn
            and self._fingerprint.holds()
            and not self.outdated()
            and self.child.read_output(0) is None  # it lives and has said nothing
        )

    def outdated(self) -> list[Path]:
        """What it has loaded, or looked for, that looks different by now, as far as is known."""
        found = self._ask(signature, map(str, self.loaded))
        return [path for path, seen in self.loaded.items() if found.get(str(path), ()) != seen]

    def preload(self, used: UsedModules, script: Path | None) -> None:
        """Let it import what it has not been told to yet."""
        names = used.to_preload()
        if self.stage is Stage.READY and self.has_more(names):
            new = [name for name in names if name not in (self.preloaded or ())]
            self.stage = Stage.BUSY
            self.preloaded = {*(self.preloaded or ()), *new}
            folders = map(str, shadowing_folders(self.spawn, script))
            of_script = [str(script)] if script is not None else []
            self.child.ask(Request.PRELOAD, *used.preload_words(folders, of_script, new))

    def has_more(self, names: tuple[str, ...]) -> bool:
        return self.preloaded is None or not self.preloaded.issuperset(names)

    def check(self, number: int, source: Path) -> None:
        """Ask whether it parses. It answers when it is up and has imported what it shall."""
        self.unanswered += 1
        self.child.ask(Request.CHECK, str(number), str(source))

    def discard(self) -> None:
        self.child.force()
        self.child.close_output()


class StandbyPool:
    """Sees to it that a standby is there when it is of use, and hands it out."""

    def __init__(self, host: child.Host, next_number: Callable[[], int], ask: Ask) -> None:
        self._host = host
        self._ask = ask
        self._next_number = next_number
        self._standby: Standby | None = None
        self._ahead: dict[Path, Path] = {}
        """What an interpreter of this target loads before `go`, and its bytecode."""
        self._used = UsedModules()
        self._used_at = 0.0
        self._failures = 0
        self._failed_at = 0.0

    # -- what the supervisor asks for

    def take(self, spawn: child.Spawn) -> Standby | None:
        """The standby for this command, if there is a good one; it is the caller's then."""
        standby, self._standby = self._standby, None
        if standby is None or standby.fits(spawn):
            return standby
        self.note_changes(standby.outdated())
        standby.discard()
        return None

    def loaded_ahead(self, files: Iterable[Path]) -> frozenset[Path]:
        """Those among the files that an interpreter reads before it is told to go."""
        return frozenset(path for path in files if path in self._ahead)

    def note_changes(self, files: Iterable[Path]) -> None:
        """These have changed. What is loaded before `go` is read anew by the next child: not by
        the one that is parked, and not from bytecode, which cannot tell two saves of one second
        and one size apart, and which nobody in that child can remove in time."""
        outdated = self.loaded_ahead(files)
        bytecode = {self._ahead[path] for path in outdated}
        self._ask(_remove, [str(path) for path in bytecode if path.suffix == ".pyc"])
        if outdated:
            self.drop()

    def start_early(self, run: Run, next_spawn: Callable[[], child.Spawn], now: float) -> None:
        """Right after a restart somebody is needed who checks a save: a mistake must not end
        what runs. The next run goes with this standby, so little is lost by it."""
        if self._standby is None and run.life.has_begun and self._failures < MOST_FAILURES:
            self._start(next_spawn(), run.prefixes, now)

    def check(self, number: int, source: Path, size_bytes: int) -> float | None:
        """Ask whether it parses: a Checked fact with this number answers. Returns how many
        seconds that is worth waiting for; None: nobody can tell."""
        standby = self._standby
        if standby is None or size_bytes > MOST_CHECKED_BYTES:
            return None
        standby.check(number, source)
        start_s = 0.0 if standby.stage is Stage.READY else CHECK_START_S
        return CHECK_S + start_s + size_bytes / CHECK_BYTES_PER_S

    @property
    def is_checking(self) -> bool:
        """Will an answer come?"""
        return self._standby is not None and self._standby.unanswered > 0

    def forget(self) -> None:
        """Another target: nothing of what was learnt holds."""
        self.drop()
        self._used = UsedModules()
        self._ahead.clear()
        self._failures = 0

    def drop(self) -> None:
        standby, self._standby = self._standby, None
        if standby is not None:
            standby.discard()

    # -- what happens

    def begin_run(self, last: Run | None) -> None:
        """A run is about to start."""
        if last is not None and last.exit is not None and last.exit.code == 0:
            self._used.is_complete = True  # too short to become quiet
        self._used.begin_run()

    def trust_again(self) -> None:
        """The agent of a run has answered: standbys that failed before are no reason now."""
        self._failures = 0

    def note_use(self, fact: child.Uses, now: float, *, packages_too: bool) -> None:
        """A run imported these."""
        self._used.takes_packages = packages_too
        for name, path in fact.modules:
            self._used.note(name, path, packages_too=packages_too)
        self._used_at = now

    def note_late(self, names: Iterable[str]) -> None:
        """A run imported these when its surroundings were not those of its beginning any more."""
        self._used.late.update(names)
        standby = self._standby
        if standby is not None and not (standby.preloaded or set()).isdisjoint(names):
            self.drop()

    def note_place(self, name: str, lines: Iterable[tuple[str, int]]) -> None:
        """A module of the user's has imported this one of a package, from these lines."""
        self._used.note_place(name, lines)

    def note_loaded(self, path: Path, seen: Signature | None) -> None:
        """A run has loaded this file, which is the user's."""
        self._used.note_loaded(path, seen)

    def note_ahead(self, fact: child.LoadedAhead) -> None:
        """A run, or the standby, has loaded this before it went."""
        self._ahead[fact.path] = fact.bytecode

    def owns(self, number: int) -> bool:
        return self._standby is not None and self._standby.number == number

    def on_fact(self, fact: child.Fact, now: float) -> None:
        """A fact about the present standby."""
        standby = self._standby
        assert standby is not None
        match fact:
            case child.Hello():
                standby.hello = fact
                standby.stage = Stage.READY
            case child.Ready(_, failed):
                standby.stage = Stage.READY
                self._used.refused.update(failed)
                has_packages = self._used.packages and not self._used.without_packages
                if has_packages and size_bytes(standby.hello) > MOST_PARKED_BYTES:
                    log.debug("standby: too large with packages")
                    self._used.without_packages = True
                    self.drop()
            case child.Checked():
                standby.unanswered -= 1
            case child.LoadedAhead(_, path, _, seen):
                standby.loaded[path] = seen
                self.note_ahead(fact)
            case child.Refused(_, names):
                log.debug("standby: not imported ahead: %s", ", ".join(names))
                self._used.refuse(names)
                self.drop()
            case child.Exited() | child.SpawnFailed():
                self._failures += 1
                self._failed_at = now
                self.drop()

    def deadline(self, run: Run | None) -> float | None:
        """When tick() should be called next."""
        if run is None or not run.life.has_begun or (run.ending is not None and run.is_alive):
            return None
        if self._standby is None:
            if self._failures >= MOST_FAILURES:
                return None
            return max(run.started, self._used_at, self._failed_at) + QUIET_S
        if self._standby.stage is Stage.READY and self._has_more(self._standby):
            return self._used_at + QUIET_S
        return None

    def tick(
        self,
        run: Run | None,
        next_spawn: Callable[[], child.Spawn],
        script: Path | None,
        now: float,
    ) -> None:
        """Start a standby, or let it import more, when the script has become quiet."""
        due = self.deadline(run)
        if due is None or now < due or run is None:
            return
        self._used.is_complete = self._used.is_complete or run.is_alive
        spawn = next_spawn()
        if self._standby is None:
            self._start(spawn, run.prefixes, now)
        else:
            if self._used.packages and available_bytes()[0] < PACKAGES_NEED_BYTES:
                self._used.without_packages = True
            self._standby.preload(self._used, script)

    def _has_more(self, standby: Standby) -> bool:
        return standby.has_more(self._used.to_preload())

    def _start(self, spawn: child.Spawn, prefixes: tuple[str, ...], now: float) -> None:
        if memory_is_scarce():
            self._failed_at = now + SCARCE_PAUSE_S
            return
        try:
            number = self._next_number()
            self._standby = Standby(self._host, number, spawn, prefixes, self._ask)
        except OSError as error:
            log.debug("standby: %s", error)
            self._failures += 1
            self._failed_at = now


def shadowing_folders(spawn: child.Spawn, script: Path | None) -> tuple[Path, ...]:
    """The folders that the script's imports look into before the standard library."""
    first = script.parent if script is not None else spawn.cwd
    python_path = dict(spawn.env).get("PYTHONPATH", "")
    return (first, *(spawn.cwd / entry for entry in python_path.split(os.pathsep) if entry))
