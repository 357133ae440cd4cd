"""From a changed file to the decision that it restarts the script.

Belongs to the supervisor's thread. Whose change it is says the watch list, whether it can
run say the saves; here they are put together with the present run.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from reloader_core import child, inbox, model
from reloader_core.announcer import Announcer
from reloader_core.comparer import MOST_FILES, Comparer
from reloader_core.course import Course
from reloader_core.machine import Event, Phase
from reloader_core.model import DataFiles, Reason, ReasonKind
from reloader_core.nested import LeftSaves
from reloader_core.notice import Notice, NoticeKind, TurnOff
from reloader_core.policies import AutoSaves, DataLoop
from reloader_core.saves import Saves
from reloader_core.standby import StandbyPool
from reloader_core.watch.watched import key_of
from reloader_core.watch.watcher import Watcher
from reloader_core.watch_list import WatchList

log = logging.getLogger(__name__)


class Changes:
    """`want(reason, event)` has the machine told that a run is wanted; `next_spawn` says what
    it would be started with; `deliver` puts what another thread has found into the inbox."""

    def __init__(
        self,
        course: Course,
        watcher: Watcher,
        watched: WatchList,
        standbys: StandbyPool,
        announcer: Announcer,
        *,
        want: Callable[[Reason, Event], None],
        next_spawn: Callable[[], child.Spawn],
        deliver: Callable[[inbox.Compared], None],
    ) -> None:
        self._course = course
        self._watcher = watcher
        self._watched = watched
        self._standbys = standbys
        self._announcer = announcer
        self._want = want
        self._next_spawn = next_spawn
        self._comparer = Comparer(watcher.saved.compare, deliver)
        self._saves = Saves(self._check, self._on_saved, announcer.say)
        self._auto_saves = AutoSaves()
        self._data_loop = DataLoop()
        self._left = LeftSaves(watcher.ask_disk)
        self._missed: frozenset[Path] = frozenset()
        """Saved while saves restart nothing; no run has read them since."""

    @property
    def deadline(self) -> float | None:
        """When tick() should be called next."""
        times = (self._saves.deadline, self._watched.deadline, self._left.deadline)
        return min((time for time in times if time is not None), default=None)

    def tick(self, now: float) -> None:
        self._save(self._watched.due(self._course.run, now), now)
        if self._saves.is_asking and not self._standbys.is_checking:
            self._saves.lost_standby(now)
        self._saves.tick(now, check=self._course.must_parse)
        unnoticed = self._left.due(now)
        if unnoticed and self._course.target.restart_on_save:
            self._restart(unnoticed, Event.CHANGED_FOR_US)
        else:
            self._missed |= unnoticed

    def forget(self) -> None:
        """A new run begins: it reads everything as it is on disk."""
        self._saves.forget()
        self._left.forget()
        self._missed = frozenset()

    def resumed(self) -> None:
        """From now on saves restart the script: so do those that have done nothing so far."""
        files, self._missed = self._missed, frozenset()
        self._save(files, self._course.clock())

    def user_started(self) -> None:
        """A run that no change has brought about."""
        self._data_loop.reset()

    def nested_began(self, loaded: Iterable[Path]) -> None:
        """The script has a reloader of its own at work, and has loaded these files."""
        self._left.begin(loaded)

    def nested_acted(self, off: TurnOff) -> None:
        """The script's own reloader has: what was saved until now is dealt with."""
        self._left.acted(off)

    def run_ended(self) -> None:
        """It took its own reloader along, and with it what was left to that."""
        self._left.forget()

    def checked(self, fact: child.Checked) -> None:
        self._saves.checked(fact.number, fact.error, self._course.clock())

    def close(self) -> None:
        self._comparer.close()

    def on_files(self, changed: tuple[tuple[Path, str], ...]) -> None:
        """These, each with its real path, look different."""
        run, now = self._course.run, self._course.clock()
        files = frozenset(path for path, _real in changed)
        log.debug("saved: %s", ", ".join(map(str, files)))
        self._standbys.note_changes(files)
        self_written = self._watched.by_script(run, changed, now)
        if files - self_written:
            self._course.exit3_streak.reset()
        if run is not None and run.life.awaits_hello:
            # It has not read anything yet, so it will read the new text; but who knows of what
            # it reads before it can say hello?
            ahead = self._standbys.loaded_ahead(files)
            run.early |= files - ahead
            files = ahead
            if not files:
                return
        data = self._watched.read_files.among(files)
        saved = files - data - self_written
        if self._course.target.restart_on_save:
            self._watched.tell(self_written - data)
            self._on_data(data, self_written, now)
            self._save(self._watched.not_put_off(run, saved, now), now)
        else:
            self._missed |= saved

    def _on_data(self, data: frozenset[Path], self_written: frozenset[Path], now: float) -> None:
        """Of these files the script has only read."""
        course, run = self._course, self._course.run
        for path in data & self_written:  # a process has that it has started
            self._watched.read_files.wrote(path, with_contents=False)
        if run is None or course.target.data_files is not DataFiles.ASKED:
            return
        read = frozenset(path for path in data - self_written if key_of(path) in run.read)
        if read and course.phase in (Phase.RUNNING, Phase.NESTED):
            self._announcer.say(model.DataChanged(tuple(sorted(read))))
        elif read and course.phase is Phase.WAITING:
            self._run_with_data(read, now)

    def _run_with_data(self, read: frozenset[Path], now: float) -> None:
        """The script has ended, and had read these: it runs again, unless it would go round."""
        again = frozenset(path for path in read if self._data_loop.note(path, now))
        for path in sorted(read - again):
            if self._data_loop.is_news(path):
                values = (path.name, str(path))
                self._announcer.say(Notice(NoticeKind.DATA_LET_GO, values))
        if again:
            pause_s = self._course.target.pause_s
            self._saves.saved(again, now, pause_s=pause_s, check=False)

    def _save(self, files: frozenset[Path], now: float) -> None:
        """These files were saved, and not by the script."""
        target = self._course.target
        if not target.restart_on_save:
            self._missed |= files
            return
        if not files:
            return
        self._data_loop.reset()
        if self._course.phase is Phase.NESTED:
            if not self._left.leave(files, now):
                self._restart(files, Event.CHANGED_FOR_US)
        else:
            check = self._course.must_parse
            self._saves.saved(files, now, pause_s=target.pause_s, check=check)

    def _check(self, number: int, source: Path) -> float | None:
        """See Saves: `ask`."""
        run, size_bytes = self._course.run, self._watcher.size_bytes(source)
        if run is None or not self._course.wants_standby:
            return None
        self._standbys.start_early(run, self._next_spawn, self._course.clock())
        return self._standbys.check(number, source, size_bytes)

    def _on_saved(self, files: frozenset[Path]) -> None:
        """The decision: these saves restart the script. Unless its own reloader has begun to work
        since they were made: what that has started has read them."""
        if self._course.phase is not Phase.NESTED:
            always = self._course.target.run_when_saved
            self._restart(files, Event.CHANGED_ALWAYS if always else Event.CHANGED)

    def _restart(self, files: frozenset[Path], event: Event) -> None:
        log.debug("decided")
        course, now = self._course, self._course.clock()
        run = course.run
        if run is not None and run.is_alive and self._auto_saves.note(now, now - run.started):
            self._announcer.say(Notice(NoticeKind.AUTO_SAVE))
        changed = tuple(sorted(files))
        next_run, edits = course.runs + 1, self._watcher.saved.edits(changed[:MOST_FILES])
        if has_room := self._comparer.has_room(edits):
            self._announcer.expect_lines()
        back = tuple(sorted(self._watcher.saved.returned(changed)))
        self._want(Reason(ReasonKind.CHANGED, changed, back=back), event)
        if has_room:  # now that the script is asked to end: comparing takes the GIL from us
            self._comparer.ask(next_run, edits)
