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
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from reloader_core.disk.drives import Drives
from reloader_core.disk.mounts import Mounts
from reloader_core.model import LineSpans, Notice, NoticeKind
from reloader_core.watch import texts
from reloader_core.watch.folders import Folders
from reloader_core.watch.globs import Globs
from reloader_core.watch.poll import Poll
from reloader_core.watch.settle import STEP_S, Settle
from reloader_core.watch.signature import InodeTrust, Signature, Stamp, signature, stamp
from reloader_core.watch.sources import choice
from reloader_core.watch.sources.contract import FolderEvents
from reloader_core.watch.walks import Walked, Walks
from reloader_core.watch.watched import Edit, View, WatchedFile, key_of, look

__all__ = ["Signature", "Watcher", "signature"]

_log = logging.getLogger(__name__)

OWNER_S = 0.25
"""How long a caller waits for a drive."""
ACCEPT_BOUND_S = 0.1
JOIN_S = 2.0
VERIFY_S = 5.0
"""How often the folders are compared with what is subscribed."""
WRITE_S = 0.01
"""A save in place is over so long after it began; what takes longer is looked at."""
READ_DELAY_S = 1.0
"""Texts are read (for comparison) only when nothing has happened for so long,"""
READ_SLICE_S = 0.005
"""for at most so long at a time,"""
READ_PAUSE_S = 0.02
"""and with such pauses."""


Settled = tuple[frozenset[Path], frozenset[Path]]
"""What has changed, and what is gone."""


@dataclass(slots=True)
class _Work:
    """What was left for the watcher's thread."""

    forget: bool = False
    removed: list[str] = field(default_factory=list)
    placed: list[WatchedFile] = field(default_factory=list)
    hot: set[WatchedFile] = field(default_factory=set)
    walk: bool = False


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
        self.only_text = False
        """A touch, or a save of the same text, is no change."""
        self.on_notice = on_notice
        self.wakes = 0
        """How often a caller or an OS event woke the thread (for tests)."""
        self._on_changed = on_changed
        self._on_gone = on_gone
        self._on_open = on_open
        self._clock = clock
        self._poll_s = poll_s
        self._text_budget_bytes = text_budget_bytes
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
        # Shared, under the condition's lock. No file is looked at while it is held.
        self._wakeup = threading.Condition(threading.Lock())
        self._closing = False
        self._woken = False
        self._files: dict[str, WatchedFile] = {}
        self._globs: Globs | None = None
        self._work = _Work()
        self._unread: dict[WatchedFile, None] = {}  # each once, however often it is saved
        self._trust = InodeTrust()
        # The thread's own.
        if events and source is None:
            source = choice.shared()
        self._mounts = mounts if mounts is not None else Mounts()
        self._drives = Drives(self._mounts, self._on_return, clock)
        self._folders = Folders(
            source if events else None, self._wake, self._notice, self._drives.ask
        )
        self._settle: Settle[WatchedFile] = Settle(settle_s)
        self._grounds = (0, 0)
        self._unheard: set[WatchedFile] = set()
        """Seen to differ by looking; whether somebody tells of them shows before they settle."""
        self._poll = Poll(poll_s)
        self._walks = Walks(self._drives, poll_s, clock)
        self._unanswered: set[WatchedFile] = set()
        """Their drive did not answer."""
        self._returned = False
        """A drive has answered at last."""
        self._unarmed: set[WatchedFile] = set()
        """To be told of as soon as somebody writes them, once they have settled."""
        self._opened: set[WatchedFile] = set()
        """Found open for writing, and nobody has been asked by whom so far."""
        self._begun: dict[WatchedFile, float] = {}
        """Somebody began to write it, at that time; nothing was told of it since."""
        self._verify_at = 0.0
        self._busy_until = 0.0

    # ---- for callers, on any thread

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Ends the watching; returns within 2 s even if a drive hangs. Safe to call twice."""
        with self._wakeup:
            self._closing = True
            self._wakeup.notify()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(JOIN_S)

    def add(self, path: Path, seen: Signature | None) -> None:
        """Watch one file. `seen` is what whoever loaded it saw before reading it: if the file
        looks different now, that is a change at once. None: as it is now; what is not there,
        or whose drive does not answer, is waited for."""
        key = key_of(path)
        if seen is None:
            full = os.path.abspath(path)
            found = self._drives.ask_at_once(stamp, [full], within_s=OWNER_S).get(full)
            seen = found.signature if found is not None else None
        with self._wakeup:
            file = self._files.get(key)
            if file is None:
                self._insert(WatchedFile(path, seen, seen))
                return
            file.by_hand = True
            if seen is not None and (seen != file.known or file.gone):
                file.loaded(seen)
                self._look_at(file)
            elif not file.listened:
                self._look_at(file)

    def add_missing(self, path: Path) -> None:
        """Watch for a file that does not exist yet: its appearance is a change."""
        key = key_of(path)
        with self._wakeup:
            file = self._files.get(key)
            if file is None:
                self._insert(WatchedFile(path, None, None))
            else:
                file.by_hand = True

    def set_globs(self, base: Path, watch: tuple[str, ...], ignore: tuple[str, ...]) -> None:
        """Patterns relative to `base`, in place of those before. A file that begins to match is
        a change. `ignore` goes for everything, also for what is added by name."""
        globs = Globs(base, watch, ignore)
        with self._wakeup:
            self._globs = globs
            for file in list(self._files.values()):
                self._set_ignored(file, globs.ignores(file.full))
                if not file.by_hand and not globs.watches(file.full):
                    self._delete(file)
            self._work.walk = True
            self._notify()

    def release(self, path: Path) -> None:
        """Not wanted by name any more; stays watched if a pattern matches it."""
        key = key_of(path)
        with self._wakeup:
            file = self._files.get(key)
            if file is None:
                return
            file.by_hand = False
            if self._globs is None or not self._globs.watches(file.full):
                self._delete(file)

    def forget_all(self) -> None:
        """A different target: no files, no patterns."""
        with self._wakeup:
            self._files.clear()
            self._unread.clear()
            self._globs = None
            self._work = _Work(forget=True)
            self._notify()

    def accept(self) -> frozenset[Path]:
        """Right before a run starts: what is there now is the baseline, and what has not been
        reported is dropped. Returns the files that were changed since the last time.

        Looks for at most 0.1 s, at changed files first, and not at files of whose changes
        somebody tells. The rest keep their baseline: if something changed there, it is
        reported later and not lost.
        """
        with self._wakeup:
            files = list(self._files.values())  # an ignored file's bytecode can be stale, too
            hot = self._work.hot
        files.sort(key=lambda file: not (file.touched or file.gone))
        wanted = [
            file.full
            for file in files
            if file.touched or file.gone or file in hot or not file.is_told
        ]
        found = self._drives.ask_at_once(stamp, wanted, within_s=ACCEPT_BOUND_S)
        with self._wakeup:
            return frozenset(file.path for file in files if self._accept_one(file, found))

    def edits(self, paths: Iterable[Path]) -> list[Edit]:
        """What compare() needs to know of files that were reported; reads nothing. To be asked
        before the next accept(). Leaves out what is not watched any more."""
        with self._wakeup:
            files = [self._files.get(key_of(path)) for path in paths]
            return [Edit(file, file.version, file.known, file.ran) for file in files if file]

    def returned(self, paths: Iterable[Path]) -> frozenset[Path]:
        """Those of these reported files that had been gone, and were moved back, perhaps."""
        with self._wakeup:
            files = {path: self._files.get(key_of(path)) for path in paths}
            return frozenset(path for path, file in files.items() if file and file.returned)

    def compare(self, edit: Edit) -> LineSpans:
        """Which lines of the file differ from what the run before the edit started from; () if
        that is not known. Reads the file, if it is small, and compares: takes a while."""
        with self._wakeup:
            keep = self._held_bytes() < self._text_budget_bytes
        answers = self._drives.ask(lambda _: edit.compare(keep=keep), [edit.file.full])
        spans, text = answers.get(edit.file.full, ((), None))
        with self._wakeup:
            if edit.file.version == edit.version:
                edit.file.text = edit.file.text or text
        return spans

    def note_by_script(self, paths: Iterable[Path]) -> None:
        """The script itself has these open for writing. A log is open as long as it runs, so
        no save of the user's waits for them."""
        with self._wakeup:
            for path in paths:
                if (file := self._files.get(key_of(path))) is not None:
                    file.by_script = True
                    self._look_at(file)

    def suspect(self, path: Path, *, with_contents: bool) -> None:
        """The script is about to write this, or (`with_contents`) to put another file or folder in
        its place. Somebody may tell of that too late: accept() counts it as changed."""
        key, folder = key_of(path), os.path.join(key_of(path), "")
        with self._wakeup:
            if key in self._files:
                self._files[key].touched = True
            elif with_contents:
                for file in self._files.values():
                    file.touched = file.touched or file.key.startswith(folder)

    def size_bytes(self, path: Path) -> int:
        """Of a watched file when it was last reported or loaded; 0 if that is not known."""
        with self._wakeup:
            file = self._files.get(key_of(path))
            return file.known[1] if file is not None and file.known is not None else 0

    def watches(self, path: Path) -> bool:
        """Would a change of this file be reported?"""
        with self._wakeup:
            file = self._files.get(key_of(path))
            return file is not None and not file.ignored

    def real_paths(self, paths: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
        """Each with where it leads, links followed; itself where its drive does not answer. For
        the watcher's own thread."""
        files = {str(path): self._files.get(key_of(path)) for path in paths}
        near = {name for name, file in files.items() if file is not None and self._is_near(file)}
        found = {name: os.path.realpath(name) for name in near}
        found |= self._drives.ask(os.path.realpath, files.keys() - near, within_s=OWNER_S)
        return tuple((path, found.get(str(path), str(path))) for path in paths)

    def is_closed(self, path: Path) -> bool:
        """Was nobody writing the file, for certain, when its last change was seen?"""
        with self._wakeup:
            file = self._files.get(key_of(path))
            return file is not None and file.is_closed

    def ask_disk(self, work: Callable[[str], object], paths: Iterable[str]) -> dict[str, object]:
        """`work(path)`, which raises nothing, for each of the paths, as Drives.ask_at_once has it:
        for whoever must not wait."""
        return self._drives.ask_at_once(work, paths, within_s=OWNER_S)

    def lateness_s(self, path: Path) -> float:
        """How long ago the change that was just reported was made, as far as the file tells. No
        longer than the time between two looks: nobody may tell of it, as of a truncate()."""
        with self._wakeup:
            file = self._files.get(key_of(path))
            if file is None or file.known is None:
                return 0.0
            age_s = time.time() - file.known[0] / 1e9
            return max(0.0, min(age_s, max(file.interval_s, self._poll_s)))

    def files(self) -> tuple[Path, ...]:
        """What is watched, without those that have never been there."""
        with self._wakeup:
            return tuple(
                file.path
                for file in self._files.values()
                if not file.ignored and (file.known or file.accepted)
            )

    # ---- under the lock, on any thread

    def _insert(self, file: WatchedFile) -> None:
        self._files[file.key] = file
        file.ignored = self._globs is not None and self._globs.ignores(file.full)
        if not file.ignored:
            self._work.placed.append(file)
            self._look_at(file)

    def _delete(self, file: WatchedFile) -> None:
        del self._files[file.key]
        self._work.removed.append(file.key)
        self._notify()

    def _set_ignored(self, file: WatchedFile, ignored: bool) -> None:
        if ignored and not file.ignored:
            self._work.removed.append(file.key)
        elif file.ignored and not ignored:
            self._work.placed.append(file)
            self._look_at(file)
        file.ignored = ignored

    def _accept_one(self, file: WatchedFile, found: Mapping[str, Stamp | None]) -> bool:
        if self._files.get(file.key) is not file:
            return False
        if file.full not in found:
            touched, file.touched = file.touched, False
            return touched
        version = file.version
        differed = file.accept(found[file.full], self._trust)
        if file.version != version:
            # A save after our look may have been told already, and compared with the old
            # baseline; and what waits in the burst was measured against that too.
            self._look_at(file)
        return differed

    def _held_bytes(self) -> int:
        """Of all kept texts, compressed."""
        held = (text for file in self._files.values() for text in (file.text, file.ran))
        return sum(len(text.packed or b"") for text in held if text is not None)

    def _watched(self, file: WatchedFile) -> bool:
        return self._files.get(file.key) is file and not file.ignored

    def _look_at(self, file: WatchedFile) -> None:
        self._work.hot.add(file)
        self._unread[file] = None
        self._notify()

    def _notify(self) -> None:
        self._woken = True
        self._wakeup.notify()

    def _wake(self) -> None:
        with self._wakeup:
            self._notify()

    # ---- the watcher's thread

    def _run(self) -> None:
        try:
            while not self._closing:
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
        with self._wakeup:
            self._woken = False
            work, self._work = self._work, _Work()
        self._take_back(work)
        told = self._tend_folders(work)
        self._tend_globs(work.walk)
        files = work.hot | told
        now = self._clock()
        if files:
            self._busy_until = now + READ_DELAY_S
        files.update(self._settle.keys())
        files.update(self._polled(now))
        changed, gone = self._look(files, told)
        if changed:
            self._on_changed(changed)
        if gone and self._on_gone is not None:
            self._on_gone(gone)
        if self._opened and self._on_open is not None:
            self._on_open(frozenset(file.path for file in self._opened))
        self._opened.clear()
        self._arm()
        self._read_texts()
        for drive in self._drives.to_say():
            self._notice(Notice(NoticeKind.DRIVE_SILENT, values=(drive,)))

    def _rest(self) -> None:
        """Until there is something to do."""
        now = self._clock()
        until = min(self._poll.next, self._verify_at, self._drives.say_at())
        until = min(until, *(at + WRITE_S for at in self._begun.values()), until)
        if self._settle:
            # Events gather. The longer a look takes, the more rarely.
            step_s = max(STEP_S, 4 * self._poll.look_s * len(self._settle))
            until = self._settle.next_look(now, step_s)
            if not self._settle.is_held(now):
                # sleep(), since a wait for a lock has 16 ms steps on Windows.
                time.sleep(max(0.0, until - now))
                return
        if self._globs is not None:
            until = min(until, self._walks.at)
        if self._unread:
            until = min(until, max(now + READ_PAUSE_S, self._busy_until))
        with self._wakeup:
            if self._wakeup.wait_for(lambda: self._woken or self._closing, max(0.0, until - now)):
                self.wakes += 1

    # -- drives

    def _on_return(self) -> None:
        """A drive has answered at last; on its worker's thread."""
        self._returned = True
        self._wake()

    def _take_back(self, work: _Work) -> None:
        """Files whose drive did not answer are looked at and listened to, if it does now."""
        if self._returned:
            self._returned = False
            self._folders.try_again()
            work.placed.extend(self._unanswered)
            work.hot |= self._unanswered
            self._unanswered.clear()

    def _tend_folders(self, work: _Work) -> set[WatchedFile]:
        """Listens where it must; the files that something was told of."""
        if work.forget:
            self._folders.close()
            self._walks.forget()
        for key in work.removed:
            self._folders.remove(key)
        now = self._clock()
        placed = {file.key: file for file in work.placed if self._watched(file)}
        silent = self._folders.place({key: file.full for key, file in placed.items()})
        self._unanswered.update(placed[key] for key in silent)
        for file in placed.values():
            self._poll.reset(file, now)
        heard = self._folders.heard()
        before = self._folders.subscriptions
        unheard = self._folders.sync(now)
        if self._folders.subscriptions != before:
            self._walks.soon()  # a file may have appeared before anybody listened
        for file in placed.values():
            self._note_listening(file)
        self._match(heard.paths)
        self._unarmed.update(placed.values())
        with self._wakeup:
            told = {self._files[key] for key in heard.keys | unheard if key in self._files}
            begun = {self._files[key] for key in heard.written if key in self._files}
        return self._note_writers(told, begun, now)

    def _note_writers(
        self, told: set[WatchedFile], begun: set[WatchedFile], now: float
    ) -> set[WatchedFile]:
        """`told` with those that somebody began to write, and has not closed at once."""
        for file in told:
            file.written = False
            self._begun.pop(file, None)
        for file in begun:
            file.written = True
            self._begun[file] = now
        self._unarmed |= begun
        late = {file for file, at in self._begun.items() if now >= at + WRITE_S}
        for file in late:
            del self._begun[file]
        return told | late

    def _arm(self) -> None:
        """Once a file has settled: be told as soon as somebody begins to write it."""
        if not self._unarmed:
            return
        settled = {one for one in self._unarmed if one not in self._settle}.difference(self._begun)
        self._unarmed -= settled
        files = {file.key: file for file in settled}
        armed = self._folders.listen_for_writes(
            key for key, file in files.items() if self._watched(file)
        )
        with self._wakeup:
            for key in armed:  # what came between the last look and now was not told
                self._work.hot.add(files[key])
                self._notify()

    # -- patterns

    def _tend_globs(self, first: bool) -> None:
        """Walks through the folders of the patterns when it is time."""
        with self._wakeup:
            globs = self._globs
        if globs is not None:
            self._walks.begin(globs, first=first)
        for walked in self._walks.take():
            self._take_walk(walked)

    def _take_walk(self, walked: Walked) -> None:
        with self._wakeup:
            if walked.globs is not self._globs:
                return
        found = walked.found
        self._folders.set_open(found.folders)
        self._take_new(walked.globs, found.files, walked.seen)
        is_told = self._folders.all_open_listened() and all(
            self._mounts.tells(self._mounts.of_folder(folder)) for folder in found.folders
        )
        self._walks.done(walked, is_told=is_told)
        if walked.is_first and not found.complete:
            self._notice(Notice(NoticeKind.PATTERNS_TOO_WIDE))

    def _match(self, paths: list[str]) -> None:
        """Names that were told of in folders where a pattern may match a new one."""
        with self._wakeup:
            globs = self._globs
        if globs is None or not paths:
            return
        self._take_new(globs, (path for path in set(paths) if globs.watches(path)), {})
        self._walks.soon()  # it may be a folder

    def _take_new(
        self, globs: Globs, paths: Iterable[str], seen: Mapping[str, Signature | None]
    ) -> None:
        """Files that a pattern matches; those that were there from the start are no news."""
        for path in paths:
            key = key_of(path)
            known = seen.get(path)
            with self._wakeup:
                if self._globs is not globs or key in self._files:
                    continue
                self._insert(WatchedFile(Path(path), known, known, by_hand=False))

    # -- looking

    def _polled(self, now: float) -> list[WatchedFile]:
        """The files whose turn it is."""
        if now < min(self._poll.next, self._verify_at):
            return []
        lost: set[str] = set()
        with self._wakeup:
            files = [file for file in self._files.values() if not file.ignored]
        if now >= self._verify_at:
            self._verify_at = now + VERIFY_S
            lost = self._folders.verify(now)
            for file in files if lost else ():
                file.due = now if file.key in lost else file.due
            self._note_trust(files)
        return self._poll.due(files, now) if now >= self._poll.next or lost else []

    def _note_trust(self, files: Iterable[WatchedFile]) -> None:
        """Whom to rely on, for all files, if that may be another one by now."""
        grounds = (self._folders.subscriptions, self._mounts.experiences)
        if grounds != self._grounds:
            self._grounds = grounds
            for file in files:
                self._note_listening(file)

    def _note_listening(self, file: WatchedFile) -> None:
        file.listened = self._folders.listened(file.key)
        file.is_told = file.listened and self._mounts.tells(self._mounts.of(file.full))

    def _look(self, files: set[WatchedFile], told: set[WatchedFile]) -> Settled:
        """Looks at the files and judges; returns what has settled."""
        if not files:
            return frozenset(), frozenset()
        began = self._clock()
        by_path = {file.full: file for file in files}

        def look_at(path: str) -> View:
            file = by_path[path]
            in_burst = file in told or file in self._settle
            closed = self._settle.seen_closed(file) if file not in told else None
            return look(file, only_text=self.only_text, told=in_burst, closed=closed)

        # A worker's answer takes two changes of threads, which a busy machine makes late.
        near = {file.full for file in files if self._is_near(file)}
        views = {path: look_at(path) for path in near}
        views |= self._drives.ask(look_at, by_path.keys() - near)
        now = self._clock()
        if len(views) == len(by_path):  # else it was waiting, and says nothing of the others
            self._poll.took(now - began, len(views))
        with self._wakeup:
            for path, view in views.items():
                self._judge(by_path[path], view, now, by_path[path] in told)
            for path in by_path.keys() - views.keys():
                self._postpone(by_path[path])  # see _take_back()
            return self._settled(now)

    def _is_near(self, file: WatchedFile) -> bool:
        """Is it certainly on a drive of this computer's own, which always answers?"""
        return self._folders.is_plain(file.key) and self._mounts.is_near(file.full)

    def _postpone(self, file: WatchedFile) -> None:
        """Its drive has not answered: it is looked at when that does."""
        self._settle.drop(file)
        if self._drives.is_silent(self._drives.drive_of(file.full)):
            self._unanswered.add(file)
        else:
            self._look_at(file)

    def _judge(self, file: WatchedFile, view: View, now: float, told: bool) -> None:
        if not self._watched(file):
            self._settle.drop(file)
            return
        if view.version != file.version:  # the baseline is another by now
            self._settle.drop(file)
            self._look_at(file)
            return
        in_burst = file in self._settle
        file.by_script = file.by_script and view.is_open
        if view.is_closed is not None:
            file.is_closed = view.is_closed
        if not file.differs(view, self._trust, first=not in_burst):
            self._settle.drop(file)
            return
        if not self._settle.has_closed and not view.is_open:
            # What changed together is reported together: ask those that nobody tells of.
            self._work.hot.update(one for one in self._files.values() if not one.listened)
        if not view.is_open:
            self._note_hearing(file, told, self._settle.is_closed(file))
        elif not in_burst or self._settle.is_closed(file):
            self._opened.add(file)
        seen = view.stamp.signature if view.stamp else None
        emptied = seen is not None and seen[1] == 0 and not (file.known and file.known[1] == 0)
        file.touched = file.touched or seen != file.accepted or view.same_text is False
        rest_s = file.rest_s if view.is_open else 0.0
        self._settle.note(
            *(file, seen, now),
            active=told,
            emptied=emptied,
            rest_s=rest_s,
            holds=not file.by_script,
        )

    def _note_hearing(self, file: WatchedFile, told: bool, in_burst: bool) -> None:
        """Do events tell of changes there?"""
        if told:
            self._unheard.discard(file)
            if not in_burst:
                self._mounts.heard(self._mounts.of(file.full))
        elif file.listened and not in_burst:
            self._unheard.add(file)

    def _settled(self, now: float) -> Settled:
        changed, gone = set(), set()
        for file, seen in self._settle.take(now).items():
            if file in self._unheard:
                self._mounts.missed(self._mounts.of(file.full))
            file.reported(seen)
            if seen is not None:
                changed.add(file.path)
                self._folders.note_change(file.key, now)
            else:  # perhaps with its folder, and what we listen to is another one by now
                gone.add(file.path)
                self._verify_at = self._poll.next = now
            self._work.placed.append(file)  # it may be a link now, or one no more
            self._unread[file] = None
            self._woken = True
        if not self._settle:
            self._unheard.clear()
        return frozenset(changed), frozenset(gone)

    def _read_texts(self) -> None:
        """Keeps the texts that are there, while nothing else is to be done."""
        if not self._unread or self._settle.has_closed:
            return
        end = self._clock() + READ_SLICE_S
        with self._wakeup:
            held_bytes = self._held_bytes()
        while self._unread and self._busy_until <= self._clock() < end:
            try:
                file, _ = self._unread.popitem()
            except KeyError:  # forget_all() was quicker
                return
            version, known = file.version, file.known
            if known is None or file.text is not None or not self._watched(file):
                continue
            read = partial(texts.read, expected=known)
            if self._is_near(file):
                found = read(file.full)
            else:
                found = self._drives.ask(read, [file.full]).get(file.full)
            if found is None:
                continue
            text = texts.pack(found, keep=held_bytes < self._text_budget_bytes)
            held_bytes += len(text.packed or b"")
            with self._wakeup:
                if file.version == version:
                    file.text = text

    def _notice(self, notice: Notice) -> None:
        if self.on_notice is not None:
            self.on_notice(notice)
