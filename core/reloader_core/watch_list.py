"""Which files restart the script: what it loads, what it was missing, what the user adds.

Belongs to the supervisor's thread; the Watcher underneath has its own. Files that
neither of the last two runs loaded are let go. What the script writes itself stays watched,
but such a change is told apart (own_writes), and what changes after each start for a reason
that nobody has seen is slowed down (policies.ChangeLoop).
"""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reloader_core.model import DataFiles, Target, Text
from reloader_core.notice import Notice, NoticeKind
from reloader_core.own_writes import OwnWrites
from reloader_core.policies import FREE_RESTARTS, ChangeLoop
from reloader_core.read_files import ReadFiles
from reloader_core.run import Run
from reloader_core.watch.watched import PROGRAM_SUFFIXES
from reloader_core.watch.watcher import Watcher

LOOK_S = 0.5
"""How often to look whether the script still holds a watched file open: what it writes at
last, when it closes the file, is its own as well."""


class WatchList:
    """`notice` is called with what the user should know."""

    def __init__(self, watcher: Watcher, notice: Callable[[Notice], None]) -> None:
        self._watcher = watcher
        self._notice = notice
        self._script: Path | None = None
        self._older: set[Path] = set()
        self._own_writes = OwnWrites()
        self.read_files = ReadFiles(watcher)
        self._data_files = DataFiles.IGNORED
        self._look_at: float | None = None
        self._told: set[Path] = set()
        """Self-written, and the user knows."""
        self._told_of_unseen = False
        self._change_loop = ChangeLoop()
        self._put_off: frozenset[Path] = frozenset()
        self._put_off_until: float | None = None
        self._prefixes: tuple[str, ...] = ()
        self.has_grown = False

    def set_target(self, old: Target | None, target: Target, *, agentless: bool) -> None:
        """Another target; what was watched for the old one is forgotten. Its script counts
        at once: the old one may have ended, and a save may be what starts the new one."""
        self._script, self._data_files = target.script, target.data_files
        if old is not None and (old.what, old.cwd) != (target.what, target.cwd):
            self._watcher.forget_all()
            self._older.clear()
            self._own_writes.forget()
            self.read_files.forget()
            self._told.clear()
            self._told_of_unseen = False
            self._change_loop.reset()
            self._watch_script()
        self._watcher.only_text = target.only_when_text_changed
        if agentless:
            self.watch_folder(target)
        else:
            self._watcher.set_globs(target.cwd, target.watch, target.ignore)

    def watch_folder(self, target: Target) -> None:
        """No agent tells what is loaded: take the .py files beside the script."""
        if target.script is not None:
            cwd = Path(glob.escape(str(target.cwd)))
            watch = tuple(str(cwd / pattern) for pattern in target.watch)
            self._watcher.set_globs(target.script.parent, (*watch, "*.py"), target.ignore)

    def begin_run(self, last: Run | None) -> frozenset[Path]:
        """A run is about to start; returns the files that changed since the last one."""
        changed = self._watcher.accept()
        self._put_off, self._put_off_until = frozenset(), None  # it is read now
        if last is not None and last.life.has_begun:
            self.read_files.begin_run(last)
            for path in self._older - last.loaded - {self._script}:
                if not self.read_files.holds(path):
                    self._watcher.release(path)  # a pattern of the user's may still want it
            self._older = set(last.loaded)
        self._watch_script()
        return changed

    def _watch_script(self) -> None:
        if self._script is not None:
            self._watcher.add(self._script, None)

    def accept(self) -> frozenset[Path]:
        """The script is read from now on: from here a save is a change."""
        return self._watcher.accept()

    def greet(self, prefixes: tuple[str, ...]) -> None:
        """The folders that are not the user's, as the interpreter reports them."""
        self._prefixes = prefixes

    def loaded(self, run: Run, path: Path, seen: tuple[int, int, int] | None) -> None:
        run.loaded.add(path)
        self.read_files.loaded(path)
        self._watcher.add(path, seen)
        self.has_grown = True

    def read(self, run: Run, path: Path, seen: tuple[int, int, int] | None) -> None:
        """A data file; see DataFiles."""
        if self._data_files is DataFiles.RESTART:
            self.loaded(run, path, seen)
        elif self._data_files is DataFiles.ASKED:
            self.read_files.read(run, path, seen)
            self.has_grown = True

    def code(self) -> tuple[tuple[Path, Text], ...]:
        """What the present run has begun with, as far as it is known."""
        return self._watcher.saved.code()

    def text_of(self, path: Path, *, or_newer: bool = False) -> bytes | None:
        """What the present run has loaded from this file, if that is known; see Saved.text_of()."""
        return self._watcher.saved.text_of(path, or_newer=or_newer)

    def missing(self, run: Run, name: str, folders: tuple[Path, ...]) -> None:
        """An import found nothing: wait for it in the folders that are the user's."""
        tail = name.rpartition(".")[2]
        for folder in folders:
            if not str(folder / "x").startswith(self._prefixes):
                for candidate in (folder / f"{tail}.py", folder / tail / "__init__.py"):
                    run.loaded.add(candidate)
                    self._watcher.add_missing(candidate)

    def unseen(self, program: str) -> None:
        """A process that tells nothing runs this. Said once."""
        if not self._told_of_unseen:
            self._told_of_unseen = True
            self._notice(Notice(NoticeKind.CHILDREN_UNSEEN, values=(program,)))

    # -- whose change it is

    def wrote(self, path: Path, now: float, *, with_contents: bool = False) -> None:
        """The script is about to write this file, or puts another or a folder in its place."""
        self._own_writes.note(path, now, with_contents=with_contents)
        self.read_files.wrote(path, with_contents=with_contents)
        self._watcher.suspect(path, with_contents=with_contents)
        if self._look_at is None and self._watcher.watches(path):
            self._look_at = now + LOOK_S

    def by_script(
        self, run: Run | None, files: Iterable[tuple[Path, str]], now: float
    ) -> frozenset[Path]:
        """Those of the files, each with its real path, that the script itself has changed."""
        changed = {file: now - self._watcher.lateness_s(file[0]) for file in files}
        own = {file for file, at in changed.items() if self._explains(file, at)}
        unexplained = changed.keys() - own
        if run is not None and not all(self._watcher.is_closed(path) for path, _ in unexplained):
            self._look(run, now, frozenset(real for _path, real in changed))
            own = {file for file, at in changed.items() if self._explains(file, at)}
        return frozenset(path for path, _real in own)

    def opened(self, run: Run | None, files: Sequence[tuple[Path, str]], now: float) -> None:
        """Somebody has these files, each with its real path, open for writing: those that the
        script writes hold up no save."""
        if run is not None:
            self._look(run, now, frozenset(real for _path, real in files))
        self._watcher.note_by_script(file[0] for file in files if self._explains(file, now))

    def _explains(self, file: tuple[Path, str], changed: float) -> bool:
        return any(self._own_writes.explain(name, changed) for name in file)

    def _look(self, run: Run, now: float, also: frozenset[str] = frozenset()) -> None:
        """What the run's processes hold open is being written, until a look finds it closed."""
        held = run.child.open_for_writing(
            lambda path: path in also or self._watcher.watches(Path(path))
        )
        for path in held:
            self._own_writes.note(path, now)
        self._look_at = now + LOOK_S if held else None

    def tell(self, self_written: Iterable[Path]) -> None:
        """Say once of each file that it does not restart its writer."""
        for path in sorted(set(self_written) - self._told):
            self._told.add(path)
            self._notice(Notice(NoticeKind.SELF_WRITTEN, values=(path.name, str(path))))

    def not_put_off(self, run: Run | None, files: frozenset[Path], now: float) -> frozenset[Path]:
        """The files if they restart the script at once; else they are due later, together."""
        if run is None or not files:
            return files
        if run.sees_all_writes and any(path.suffix in PROGRAM_SUFFIXES for path in files):
            return files  # somebody saves again and again, and soon
        since_start_s = now - run.started
        put_off_s = min(self._change_loop.note(path, run.number, since_start_s) for path in files)
        if put_off_s == 0:
            return files
        if self._put_off_until is None:
            self._put_off_until = now + put_off_s
            self._tell_of_loop(files, put_off_s)
        self._put_off |= files
        return frozenset()

    def _tell_of_loop(self, files: frozenset[Path], put_off_s: float) -> None:
        """The first time is a trial (see ChangeLoop), and of the rest one word is enough."""
        path = min(files)
        starts = self._change_loop.starts(path)
        if starts == FREE_RESTARTS + 2:
            values = (path.name, starts, put_off_s)
            self._notice(Notice(NoticeKind.CHANGE_LOOP, values=values))

    @property
    def deadline(self) -> float | None:
        """When due() should be called next."""
        times = [time for time in (self._put_off_until, self._look_at) if time is not None]
        return min(times) if times else None

    def due(self, run: Run | None, now: float) -> frozenset[Path]:
        """The files whose time has come."""
        if self._look_at is not None and now >= self._look_at:
            self._look_at = None
            if run is not None:
                self._look(run, now)
        files: frozenset[Path] = frozenset()
        if self._put_off_until is not None and now >= self._put_off_until:
            files, self._put_off, self._put_off_until = self._put_off, files, None
        return files

    def files(self) -> tuple[Path, ...]:
        self.has_grown = False
        return self._watcher.files()
