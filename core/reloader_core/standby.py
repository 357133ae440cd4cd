"""The children parked for the next runs, with the last run's modules imported ahead of time.

Belongs to the supervisor's thread. A standby is never more than a head start: whatever
is wrong with it, the next run starts cold and nobody notices. It is started only for
exactly the command and environment whose present run said hello, or whose last run did in the
session before (see park_early). What it rests on may lie on a drive that does not answer; nobody
is asked to wait for that, see Ask.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from reloader_core import child
from reloader_core.fingerprint import Ask, Fingerprint, patient
from reloader_core.kept_imports import Kept, KeptImports, is_apart, read_before
from reloader_core.launch import launch_of
from reloader_core.memory import available_bytes, memory_is_scarce
from reloader_core.model import Parked, Preload, Target
from reloader_core.parked import Stage, Standby
from reloader_core.run import Run
from reloader_core.used_modules import UsedModules
from reloader_core.watch.signature import Signature, signature

log = logging.getLogger(__name__)

QUIET_S = 0.1  # the script has stopped importing
MOST_FAILURES = 3
MOST_UNREADY = 2
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
"""With less than that available no packages are imported ahead, nor is a second child parked."""
WORTH_A_CHILD_S = 0.05
"""What takes less to import is not worth a child before the first run, which nobody feels, nor a
second one: the first one's successor is late for who saves again at once."""


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)


class StandbyPool:
    """Sees to it that a standby is there when it is of use, and hands it out."""

    def __init__(
        self,
        host: child.Host,
        next_number: Callable[[], int],
        ask: Ask,
        target: Callable[[], Target],
        kept: KeptImports,
        report: Callable[[Parked], None],
    ) -> None:
        """`target`: what the next run is made of."""
        self._host = host
        self._ask = ask
        self._next_number = next_number
        self._target = target
        self._kept = kept
        self._report = report
        self._told = Parked()
        self._parked: list[Standby] = []
        """The one that goes next first."""
        self._written: Kept | None = None
        self._early: Kept | None = None
        """What the first run is expected to be like; None: it has begun, or nobody knows."""
        self._ahead: dict[Path, Path] = {}
        """What an interpreter of this target loads before `go`, and its bytecode."""
        self._hidden: set[Path] = set()
        """Of these, what was looked for by an import ahead, for which the script's folder is empty
        (agent/packages.py, as_if_running)."""
        self._used = UsedModules()
        self._used_at = 0.0
        self._failures = 0
        self._failed_at = 0.0
        self._no_second_until = 0.0
        self._was_busy = False
        """Did the last one that was handed out still import something?"""
        self._unready = 0
        """So many of those in a row have not gone."""

    # -- what the supervisor asks for

    @property
    def first(self) -> Standby | None:
        """The one that goes next."""
        return self._parked[0] if self._parked else None

    def take(self, spawn: child.Spawn) -> Standby | None:
        """The standby for this command, if there is a good one; it is the caller's then."""
        while self._parked:
            standby = self._parked.pop(0)
            if standby.fits(spawn):
                self._was_busy = standby.stage is Stage.BUSY
                return standby
            if standby.stage is Stage.BUSY and standby.unanswered:
                self._note_unready()
            standby.discard()
            self.note_changes(standby.outdated())
        return None

    def note_not_gone(self) -> None:
        """The one that was handed out last is given up."""
        if self._was_busy:
            self._note_unready()

    def _note_unready(self) -> None:
        """A save has waited in vain for imports. One may never end there, or all take longer than
        from one save to the next: they cost more than they give."""
        self._unready += self._used.has_packages
        if self._unready == MOST_UNREADY:
            self._used.without_packages = True

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
        if not self._parked and run.life.has_begun and self._failures < MOST_FAILURES:
            self._start(next_spawn(), run.prefixes, now)

    def check(self, number: int, source: Path, size_bytes: int) -> float | None:
        """Ask whether it parses: a Checked fact with this number answers. Returns how many
        seconds that is worth waiting for; None: nobody can tell."""
        if not self._parked or size_bytes > MOST_CHECKED_BYTES:
            return None
        ready = [each for each in self._parked if each.stage is Stage.READY]
        standby = (ready or self._parked)[0]
        standby.check(number, source)
        start_s = 0.0 if standby.stage is Stage.READY else CHECK_START_S
        return CHECK_S + start_s + size_bytes / CHECK_BYTES_PER_S

    @property
    def is_checking(self) -> bool:
        """Will an answer come?"""
        return any(each.unanswered > 0 for each in self._parked)

    def forget(self) -> None:
        """Another target: nothing of what was learnt holds."""
        self.drop()
        self._used, self._early, self._written = UsedModules(), None, None
        self._ahead.clear()
        self._hidden.clear()
        self._failures = self._unready = 0
        self._no_second_until = 0.0

    def drop(self) -> None:
        parked, self._parked = self._parked, []
        for standby in parked:
            standby.discard()
        self._tell()

    def _tell(self) -> None:
        """What is parked, as far as its size is known. (Whoever goes has a successor soon.)"""
        sizes = [each.size_bytes for each in self._parked if each.size_bytes]
        now = Parked(len(sizes), sum(sizes) >> 20)
        if now != self._told:
            self._told = now
            self._report(now)

    def _drop(self, standby: Standby) -> None:
        self._parked.remove(standby)
        standby.discard()

    # -- what happens

    def begin_run(self, last: Run | None) -> None:
        """A run is about to start."""
        self._early = None
        for standby in [each for each in self._parked if each.may_miss_edits(self._used)]:
            self._drop(standby)
        if last is not None and last.exit is not None and last.exit.code == 0:
            self._used.is_complete = True  # too short to become quiet
        self._used.begin_run()

    def trust_again(self) -> None:
        """The agent of a run has answered: standbys that failed before are no reason now."""
        self._failures = 0

    def note_use(self, fact: child.Uses, now: float) -> None:
        """A run imported these."""
        self._take_level()
        for name, path in fact.modules:
            self._used.note(name, path, packages_too=self._used.takes_packages)
        self._used_at = now

    def _take_level(self) -> None:
        level = self._target().preload
        self._used.takes_packages = level.takes_packages
        self._used.only_tested = level is Preload.TESTED

    def note_late(self, names: Iterable[str]) -> None:
        """A run imported these when its surroundings were not those of its beginning any more."""
        self._used.late.update(names)
        for standby in list(self._parked):
            if not (standby.preloaded or set()).isdisjoint(names):
                self._drop(standby)

    def note_place(self, name: str, lines: Iterable[tuple[str, int]]) -> None:
        """A module of the user's has imported this one of a package, from these lines."""
        self._used.note_place(name, lines)

    def note_loaded(self, path: Path, seen: Signature | None, now: float) -> None:
        """A run has loaded this file, which is the user's."""
        self._used.note_loaded(path, seen)
        self._used_at = now

    def note_ahead(self, fact: child.LoadedAhead) -> None:
        """A run, or the standby, has loaded this before it went."""
        self._ahead[fact.path] = fact.bytecode

    def owns(self, number: int) -> bool:
        return any(each.number == number for each in self._parked)

    def on_fact(self, fact: child.Fact, now: float) -> None:
        """A fact about one that is parked."""
        standby = next(each for each in self._parked if each.number == fact.child_id)
        match fact:
            case child.Hello():
                standby.hello = fact
                standby.stage = Stage.READY
                if self._early is not None:
                    self._preload(standby, now)
            case child.Ready(_, failed):
                standby.note_ready(now)
                self._unready = 0
                self._used.refused.update(failed)
                self._on_ready(standby, now)
                self._tell()
            case child.Checked():
                standby.unanswered -= 1
            case child.LoadedAhead(_, path, _, seen):
                standby.loaded[path] = seen
                if seen is None and standby.hello is not None and path not in self._ahead:
                    self._hidden.add(path)
                self.note_ahead(fact)
            case child.Refused(_, names):
                log.debug("standby: not imported ahead: %s", ", ".join(names))
                self._used.refuse(names)
                self._drop(standby)
                self._park_again(standby, now)
            case child.Exited() | child.SpawnFailed():
                if standby.stage is Stage.BUSY and self._used.has_packages:
                    self._used.without_packages = True  # the import of one has ended it
                else:
                    self._failures += 1
                self._failed_at = now
                self._drop(standby)
                self._give_up_early(standby)

    def _on_ready(self, standby: Standby, now: float) -> None:
        most = self._target().most_parked_mb << 20
        sizes = [each.size_bytes for each in self._parked]
        if self._used.packages and not self._used.without_packages and sum(sizes) > most:
            if standby.size_bytes > most:
                log.debug("standby: too large with packages")
                self._used.without_packages = True
            else:
                self._no_second_until = float("inf")
            self._drop(standby)
            self._park_again(standby, now)
        elif self._early is None and self._failures == 0:
            self._keep(standby)

    def deadline(self, run: Run | None) -> float | None:
        """When tick() should be called next."""
        if run is None or not run.life.has_begun or (run.ending is not None and run.is_alive):
            return None
        if any(each.has_more(self._used) for each in self._parked):
            if self._used.has_packages and not self._used.loaded and self._target().code is None:
                return None  # what the run begins with is yet to be told
            return max(run.started, self._used_at) + QUIET_S
        if not self._parked or self._wants_second():
            if self._failures >= MOST_FAILURES:
                return None
            not_before = self._no_second_until if self._parked else 0.0
            return max(run.started, self._used_at, self._failed_at, not_before) + QUIET_S
        return None

    def tick(self, run: Run | None, next_spawn: Callable[[], child.Spawn], now: float) -> None:
        """Start a standby, or let it import more, when the script has become quiet."""
        due = self.deadline(run)
        if due is None or now < due or run is None:
            return
        self._used.is_complete = self._used.is_complete or run.is_alive
        lacking = [each for each in self._parked if each.has_more(self._used)]
        if lacking:
            self._preload(lacking[0], now)
        else:
            self._start(next_spawn(), run.prefixes, now)

    def _preload(self, standby: Standby, now: float) -> None:
        if self._used.packages and available_bytes()[0] < PACKAGES_NEED_BYTES:
            self._used.without_packages = True
        standby.preload(self._used, self._target().script, now)

    def _wants_second(self) -> bool:
        """Would the next one's imports take so long that a second save comes before their end?"""
        if len(self._parked) != 1 or self._no_second_until == float("inf"):
            return False
        first = self._parked[0]
        return first.stage is Stage.READY and first.import_s >= WORTH_A_CHILD_S

    def _start(self, spawn: child.Spawn, prefixes: tuple[str, ...], now: float) -> None:
        if memory_is_scarce():
            self._failed_at = now + SCARCE_PAUSE_S
            return
        if self._parked and not self._has_room_for_second():
            self._no_second_until = now + SCARCE_PAUSE_S
            return
        self._park(spawn, Fingerprint(spawn, prefixes, self._ask), now)

    def _has_room_for_second(self) -> bool:
        size = self._parked[0].size_bytes
        most = self._target().most_parked_mb << 20
        return 2 * size <= most and available_bytes()[0] >= PACKAGES_NEED_BYTES + size

    def _park(self, spawn: child.Spawn, fingerprint: Fingerprint, now: float) -> None:
        try:
            number, launch = self._next_number(), launch_of(self._target())
            standby = Standby(self._host, number, spawn, launch, fingerprint, self._ask)
        except OSError as error:
            log.debug("standby: %s", error)
            self._failures += 1
            self._failed_at = now
        else:
            self._parked.append(standby)

    # -- before the first run

    def park_early(self, spawn: child.Spawn, now: float) -> None:
        """Before the first run of a session: if it is known from the one before what that will
        import, and nothing that lies in the script's folder is executed by it. An interpreter that
        is not as it was then might let no agent in, and would run the script by accident."""
        self.forget()
        target, file = self._target(), self._kept.file(launch_of(self._target()))
        if file is None or not target.parks or memory_is_scarce():
            return
        ask = patient(self._ask)
        told = ask(lambda _: self._kept.read(launch_of(target)), [str(file)])
        kept = told.get(str(file))
        if not isinstance(kept, Kept) or not kept.is_apart:
            return
        fingerprint = Fingerprint(spawn, kept.prefixes, ask)
        if not kept.mark or fingerprint.mark() != kept.mark:
            log.debug("standby: not before the first run: its Python is another one")
            return
        seen = ask(signature, [path for path, *_ in kept.loaded])
        is_same = kept.loaded != () and kept.has_seen_all(seen)
        if not target.preload.takes_packages or not is_same:
            kept = kept.without_packages()  # edited since: what they see may be another thing
        self._early = kept
        kept.tell(self._used)
        self._take_level()
        self._park(spawn, fingerprint, now)

    def _park_again(self, standby: Standby, now: float) -> None:
        """Before the first run: what it was refused for is not asked of the next one."""
        if self._early is not None and not self._parked:
            self._park(standby.spawn, standby.fingerprint, now)

    def _give_up_early(self, standby: Standby) -> None:
        """It has ended before anybody asked for a run: such a one is not started again, nor in the
        next session."""
        if self._early is not None:
            self._early = None
            file = self._kept.file(standby.launch)
            self._ask(_remove, [str(file)] if file is not None else [])

    def _keep(self, standby: Standby) -> None:
        """For the next session."""
        file = self._kept.file(standby.launch)
        if file is None or standby.hello is None or standby.import_s < WORTH_A_CHILD_S:
            return
        mark, prefixes = standby.fingerprint.mark(), standby.hello.prefixes
        apart = self._is_apart(standby.spawn, standby.hello)
        kept = Kept.of(self._used, mark, prefixes, is_apart=apart is True)
        if kept.mark and apart is not None and kept != self._written:
            self._written = kept
            self._ask(lambda _: self._kept.write(standby.launch, kept), [str(file)])

    def _is_apart(self, spawn: child.Spawn, hello: child.Hello) -> bool | None:
        """See Kept. None: the disk is too busy to tell."""
        script = self._target().script
        if script is None:
            return False
        folder = script.parent
        hidden = {path for path in self._hidden if folder in list(path.parents)[:2]}
        files = read_before(spawn, hello.prefixes, self._ahead.keys() - hidden)
        told = patient(self._ask, tries=2)(lambda _: is_apart(script, files), [str(script)])
        return bool(told[str(script)]) if told else None
