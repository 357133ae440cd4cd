"""Which files, did they change, have they settled.

A `Watcher` has one thread of its own, on which `on_changed`, `on_gone` and `on_notice`
are called; its methods may be called from any thread and return soon. What a file looks
like is the truth; OS events only wake the look at it, and a slow poll is always on.
It starts and stops nothing, and does not know why a file is watched. A caller's thread
never touches the disk, and its own only a drive of this computer's own: disk/drives.py.

Measured on Linux by tests/bench/watch.py, settle_s = 15 ms, from the writer's close()
or rename to `on_changed` (median/p95), and the whole process's CPU while idle:

| files, told by | in place, ms | replaced, ms | idle CPU |
|----------------|--------------|--------------|----------|
| 1, events      | 15.4/16      | 15.1/16      | 0.02 %   |
| 1, poll        | 980/986      | 980/982      | 0.02 %   |
| 2,000, events  | 15.3/18      | 15.0/18      | 0.16 %   |
| 2,000, poll    | 4000/8000    | 4000/8000    | 0.35 %   |
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from reloader_core.disk.drives import Drives
from reloader_core.disk.mounts import Mounts
from reloader_core.notice import Notice, NoticeKind
from reloader_core.watch import texts
from reloader_core.watch.board import Board, Work
from reloader_core.watch.folders import Folders
from reloader_core.watch.globs import Globs
from reloader_core.watch.listening import Listening
from reloader_core.watch.looking import Looking
from reloader_core.watch.matching import Matching
from reloader_core.watch.poll import Poll
from reloader_core.watch.reading import READ_DELAY_S, READ_PAUSE_S, Reading
from reloader_core.watch.saved import Saved
from reloader_core.watch.settle import STEP_S, Settle
from reloader_core.watch.signature import Signature, stamp
from reloader_core.watch.sources import choice
from reloader_core.watch.sources.contract import FolderEvents
from reloader_core.watch.walks import Walks
from reloader_core.watch.watched import WatchedFile, key_of

_log = logging.getLogger(__name__)

OWNER_S = 0.25
"""How long a caller waits for a drive."""
ACCEPT_BOUND_S = 0.1
JOIN_S = 2.0


class Watcher:
    """Watches files, one by one or by pattern, and reports what has changed and settled."""

    def __init__(
        self,
        on_changed: Callable[[frozenset[Path]], None],
        *,
        settle_s: float = 0.015,
        poll_s: float = 1.0,
        clock: Callable[[], float] = time.perf_counter,  # monotonic() has 16 ms steps on Windows
        on_notice: Callable[[Notice], None] | None = None,
        on_gone: Callable[[frozenset[Path]], None] | None = None,
        on_open: Callable[[frozenset[Path]], None] | None = None,
        events: bool = True,
        source: FolderEvents | None = None,
        mounts: Mounts | None = None,
        text_budget_bytes: int = texts.BUDGET_BYTES,
    ) -> None:
        """`on_gone`: missing for longer than a save takes; the return is a change. `on_open`:
        somebody is writing these; note_by_script() is the answer. `events` False: poll only.
        `source`, `mounts`: instead of this process's own."""
        self.on_notice = on_notice
        self.wakes = 0
        """How often a caller or an OS event woke the thread (for tests)."""
        self._on_changed = on_changed
        self._on_gone = on_gone
        self._on_open = on_open
        self._clock = clock
        self._poll_s = poll_s
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
        self._board = Board()
        self._returned = False
        """A drive has answered at last."""
        if events and source is None:
            source = choice.shared()
        self._settle: Settle[WatchedFile] = Settle(settle_s)
        self._poll = Poll(poll_s)
        self._make_parts(source if events else None, mounts or Mounts(), text_budget_bytes)

    def _make_parts(
        self, source: FolderEvents | None, mounts: Mounts, text_budget_bytes: int
    ) -> None:
        """The thread's own, but for `saved`."""
        clock = self._clock
        self._drives = Drives(mounts, self._on_return, clock)
        self._folders = Folders(source, self._board.wake, self._notice, self._drives.ask)
        self._walks = Walks(self._drives, self._poll_s, clock)
        places = (self._board, self._folders, mounts, self._walks)
        self._matching = Matching(*places, self._notice)
        rhythm = (self._poll, self._settle, clock)
        self._listening = Listening(*places, self._matching, *rhythm)
        self._looking = Looking(
            *(self._board, self._folders, self._drives, mounts, self._listening), *rhythm
        )
        self._reading = Reading(
            *(self._board, self._drives, self._looking.is_near, self._settle),
            *(text_budget_bytes, clock),
        )
        self.saved = Saved(self._board, self._drives, text_budget_bytes)

    @property
    def only_text(self) -> bool:
        """A touch, or a save of the same text, is no change."""
        return self._looking.only_text

    @only_text.setter
    def only_text(self, on: bool) -> None:
        self._looking.only_text = on

    # ---- for callers, on any thread

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Ends the watching; returns within 2 s even if a drive hangs. Safe to call twice."""
        with self._board.wakeup:
            self._board.closing = True
            self._board.wakeup.notify()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(JOIN_S)

    def add(self, path: Path, seen: Signature | None) -> None:
        """Watch one file. `seen` is what whoever loaded it saw before reading it: if the file
        looks different now, that is a change at once. None: as it is now; what is not there,
        or whose drive does not answer, is waited for."""
        if seen is None:
            full = os.path.abspath(path)
            found = self._drives.ask_at_once(stamp, [full], within_s=OWNER_S).get(full)
            seen = found.signature if found is not None else None
        with self._board.wakeup:
            file = self._board.find(path)
            if file is None:
                self._board.insert(WatchedFile(path, seen, seen))
                return
            file.by_hand = True
            if seen is not None and (seen != file.known or file.gone):
                file.loaded(seen)
                self._board.look_at(file)
            elif not file.subscribed:
                self._board.look_at(file)

    def add_missing(self, path: Path) -> None:
        """Watch for a file that does not exist yet: its appearance is a change."""
        with self._board.wakeup:
            file = self._board.find(path)
            if file is None:
                self._board.insert(WatchedFile(path, None, None))
            else:
                file.by_hand = True

    def set_globs(self, base: Path, watch: tuple[str, ...], ignore: tuple[str, ...]) -> None:
        """Patterns relative to `base`, in place of those before. A file that begins to match is
        a change. `ignore` goes for everything, also for what is added by name."""
        globs = Globs(base, watch, ignore)
        with self._board.wakeup:
            self._board.globs = globs
            for file in list(self._board.files.values()):
                self._board.set_ignored(file, globs.ignores(file.full))
                if not file.by_hand and not globs.watches(file.full):
                    self._board.delete(file)
            self._board.work.walk = True
            self._board.notify()

    def release(self, path: Path) -> None:
        """Not wanted by name any more; stays watched if a pattern matches it."""
        with self._board.wakeup:
            file = self._board.find(path)
            if file is None:
                return
            file.by_hand = False
            if self._board.globs is None or not self._board.globs.watches(file.full):
                self._board.delete(file)

    def forget_all(self) -> None:
        """A different target: no files, no patterns."""
        with self._board.wakeup:
            self._board.files.clear()
            self._board.unread.clear()
            self._board.globs = None
            self._board.work = Work(forget=True)
            self._board.notify()

    def accept(self) -> frozenset[Path]:
        """Right before a run starts: what is there now is the baseline, and what has not been
        reported is dropped. Returns the files that were changed since the last time.

        Looks for at most 0.1 s, at changed files first, and not at files of whose changes
        somebody tells. The rest keep their baseline: if something changed there, it is
        reported later and not lost.
        """
        with self._board.wakeup:
            files = list(self._board.files.values())  # an ignored file's bytecode can be stale, too
            hot = self._board.work.hot
        files.sort(key=lambda file: not (file.touched or file.gone))
        wanted = [
            file.full
            for file in files
            if file.touched or file.gone or file in hot or not file.events_trusted
        ]
        found = self._drives.ask_at_once(stamp, wanted, within_s=ACCEPT_BOUND_S)
        with self._board.wakeup:
            return frozenset(file.path for file in files if self._board.accept_one(file, found))

    def note_by_script(self, paths: Iterable[Path]) -> None:
        """The script itself has these open for writing. A log is open as long as it runs, so
        no save of the user's waits for them."""
        with self._board.wakeup:
            for path in paths:
                if (file := self._board.find(path)) is not None:
                    file.by_script = True
                    self._board.look_at(file)

    def suspect(self, path: Path, *, with_contents: bool) -> None:
        """The script is about to write this, or (`with_contents`) to put another file or folder in
        its place. Somebody may tell of that too late: accept() counts it as changed."""
        key = key_of(path)
        folder = os.path.join(key, "")
        with self._board.wakeup:
            if key in self._board.files:
                self._board.files[key].touched = True
            elif with_contents:
                for file in self._board.files.values():
                    file.touched = file.touched or file.key.startswith(folder)

    def size_bytes(self, path: Path) -> int:
        """Of a watched file when it was last reported or loaded; 0 if that is not known."""
        with self._board.wakeup:
            file = self._board.find(path)
            return file.known[1] if file is not None and file.known is not None else 0

    def watches(self, path: Path) -> bool:
        """Would a change of this file be reported?"""
        with self._board.wakeup:
            file = self._board.find(path)
            return file is not None and not file.ignored

    def is_by_pattern(self, path: Path) -> bool:
        """Does the user want it to be watched?"""
        with self._board.wakeup:
            globs = self._board.globs
        return globs is not None and globs.watches(os.path.abspath(path))

    def real_paths(self, paths: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
        """Each with where it leads, links followed; itself where its drive does not answer. For
        the watcher's own thread."""
        files = {str(path): self._board.find(path) for path in paths}
        near = {
            name for name, file in files.items() if file is not None and self._looking.is_near(file)
        }
        found = {name: os.path.realpath(name) for name in near}
        found |= self._drives.ask(os.path.realpath, files.keys() - near, within_s=OWNER_S)
        return tuple((path, found.get(str(path), str(path))) for path in paths)

    def is_closed(self, path: Path) -> bool:
        """Was nobody writing the file, for certain, when its last change was seen?"""
        with self._board.wakeup:
            file = self._board.find(path)
            return file is not None and file.is_closed

    def ask_disk(self, work: Callable[[str], object], paths: Iterable[str]) -> dict[str, object]:
        """`work(path)`, which raises nothing, for each of the paths, as Drives.ask_at_once has it:
        for whoever must not wait."""
        return self._drives.ask_at_once(work, paths, within_s=OWNER_S)

    def lateness_s(self, path: Path) -> float:
        """How long ago the change that was just reported was made, as far as the file tells. No
        longer than the time between two looks: nobody may tell of it, as of a truncate()."""
        with self._board.wakeup:
            file = self._board.find(path)
            if file is None or file.known is None:
                return 0.0
            age_s = time.time() - file.known[0] / 1e9
            return max(0.0, min(age_s, max(file.interval_s, self._poll_s)))

    def files(self) -> tuple[Path, ...]:
        """What is watched, without those that have never been there."""
        with self._board.wakeup:
            return tuple(
                file.path
                for file in self._board.files.values()
                if not file.ignored and (file.known or file.accepted)
            )

    # ---- the watcher's thread

    def _run(self) -> None:
        try:
            while not self._board.closing:
                try:
                    self._turn()
                except Exception:  # noqa: BLE001  a bug must not end the watching without a word
                    _log.exception("the watcher failed")
                    self._notice(Notice(NoticeKind.WATCHING_FAILED))
                    time.sleep(min(self._poll_s, JOIN_S / 2))
        finally:
            self._folders.close()
            self._drives.close()

    def _turn(self) -> None:
        self._rest()
        with self._board.wakeup:
            self._board.woken = False
            work, self._board.work = self._board.work, Work()
        self._take_back(work)
        told = self._listening.tend(work)
        self._matching.tend(work.walk)
        files = work.hot | told
        now = self._clock()
        if files:
            self._reading.busy_until = now + READ_DELAY_S
        files.update(self._settle.keys())
        files.update(self._looking.polled(now))
        changed, gone = self._looking.look(files, told)
        if changed:
            self._on_changed(changed)
        if gone and self._on_gone is not None:
            self._on_gone(gone)
        if self._looking.opened and self._on_open is not None:
            self._on_open(frozenset(file.path for file in self._looking.opened))
        self._looking.opened.clear()
        self._listening.arm()
        self._reading.read_some()
        for drive in self._drives.to_say():
            self._notice(Notice(NoticeKind.DRIVE_SILENT, values=(drive,)))

    def _rest(self) -> None:
        """Until there is something to do."""
        now = self._clock()
        until = min(self._poll.next, self._looking.verify_at, self._drives.say_at())
        if (begun := self._listening.deadline) is not None:
            until = min(until, begun)
        if self._settle:
            # Events gather. The longer a look takes, the more rarely.
            step_s = max(STEP_S, 4 * self._poll.look_s * len(self._settle))
            until = self._settle.next_look(now, step_s)
            if not self._settle.is_held(now):
                # sleep(), since a wait for a lock has 16 ms steps on Windows.
                time.sleep(max(0.0, until - now))
                return
        if self._board.globs is not None:
            until = min(until, self._walks.at)
        if self._board.unread:
            until = min(until, max(now + READ_PAUSE_S, self._reading.busy_until))
        with self._board.wakeup:
            if self._board.wakeup.wait_for(
                lambda: self._board.woken or self._board.closing, max(0.0, until - now)
            ):
                self.wakes += 1

    def _on_return(self) -> None:
        """A drive has answered at last; on its worker's thread."""
        self._returned = True
        self._board.wake()

    def _take_back(self, work: Work) -> None:
        """Files whose drive did not answer are looked at and listened to, if it does now."""
        if self._returned:
            self._returned = False
            self._folders.try_again()
            work.placed.extend(self._board.unanswered)
            work.hot |= self._board.unanswered
            self._board.unanswered.clear()

    def _notice(self, notice: Notice) -> None:
        if self.on_notice is not None:
            self.on_notice(notice)
