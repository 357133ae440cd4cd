"""Which files restart the script: what it loads, what it was missing, what the user adds.

Belongs to the supervisor's thread; the Watcher underneath has its own. Files that
neither of the last two runs loaded are let go; so are those that the script itself
writes.
"""

from __future__ import annotations

import glob
from collections.abc import Callable
from pathlib import Path

from core.model import Notice, NoticeKind, Target
from core.policies import SelfWrites
from core.run import Run
from core.watcher import Watcher


class WatchList:
    """`notice` is called with what the user should know."""

    def __init__(self, watcher: Watcher, notice: Callable[[Notice], None]) -> None:
        self._watcher = watcher
        self._notice = notice
        self._script: Path | None = None
        self._older: set[Path] = set()
        self._self_writes = SelfWrites()
        self._let_go: set[Path] = set()
        self._prefixes: tuple[str, ...] = ()
        self.has_grown = False

    def set_target(self, old: Target | None, target: Target, *, agentless: bool) -> None:
        """Another target; what was watched for the old one is forgotten. Its script counts
        at once: the old one may have ended, and a save may be what starts the new one."""
        self._script = target.script
        place = (target.script, target.module, target.cwd)
        if old is not None and (old.script, old.module, old.cwd) != place:
            self._watcher.forget_all()
            self._older.clear()
            self._let_go.clear()
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
        if last is not None and last.armed:
            for path in self._older - last.loaded - {self._script}:
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
        if path not in self._let_go:
            run.loaded.add(path)
            self._watcher.add(path, seen)
            self.has_grown = True

    def missing(self, run: Run, name: str, folders: tuple[Path, ...]) -> None:
        """An import found nothing: wait for it in the folders that are the user's."""
        tail = name.rpartition(".")[2]
        for folder in folders:
            if not str(folder / "x").startswith(self._prefixes):
                for candidate in (folder / f"{tail}.py", folder / tail / "__init__.py"):
                    run.loaded.add(candidate)
                    self._watcher.add_missing(candidate)

    def without_self_written(
        self, run: Run | None, files: frozenset[Path], now: float
    ) -> frozenset[Path]:
        """The files among these whose change is worth a restart."""
        return frozenset(path for path in files if not self._is_self_written(run, path, now))

    def _is_self_written(self, run: Run | None, path: Path, now: float) -> bool:
        if path in self._let_go:
            return True
        if run is None or path == self._script:
            return False
        by_script = run.may_have_written(path)
        if not self._self_writes.note(path, run.number, now - run.started, by_script):
            return False
        self._let_go.add(path)
        self._watcher.discard(path)
        self._notice(Notice(NoticeKind.SELF_WRITTEN, values=(path.name, str(path))))
        return True

    def files(self) -> tuple[Path, ...]:
        self.has_grown = False
        return self._watcher.files()
