"""Questions to the disk: one drive that does not answer costs nobody else an answer.

A network drive that has gone keeps whoever touches it waiting for minutes, and nothing
can interrupt that. So every question goes to a worker thread, and whoever asks waits for
a bounded time. A drive that has let a question wait for too long is silent: nobody is
sent to it until the one who waits there is back. Any thread may ask; decides nothing
about files.
"""

from __future__ import annotations

import logging
import os
import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from reloader_core.disk.mounts import Mount, Mounts

_log = logging.getLogger(__name__)

T = TypeVar("T")
MOST_NEAR = 4_000
"""Files whose drive is remembered; a script's imports ahead are a few hundred."""
ANSWER_S = 1.0
"""How long is waited for answers, unless whoever asks says otherwise."""
SILENT_S = 0.8
"""A drive that takes longer for one question is silent."""
SAY_S = 3.0
"""One that has to wake up first is no news."""
IDLE_S = 5.0
"""A worker that has had nothing to do for so long ends."""
_MOUNTS = "the list of drives"
"""In place of a drive's name, for a question that may touch all of them."""


@dataclass(eq=False, slots=True)
class _Job:
    """Some questions to one drive."""

    drive: str
    work: Callable[[str], Any]
    paths: list[str]
    late: Callable[[Any], None] | None
    answers: dict[str, Any] = field(default_factory=dict)
    done: threading.Event = field(default_factory=threading.Event)
    given_up: bool = False
    """Nobody waits for the answers any more."""
    is_over: bool = False
    asked: str = ""
    """The question that the drive was asked last, at `asked_at`."""
    asked_at: float = 0.0


@dataclass(slots=True)
class _Silence:
    since: float
    is_said: bool


class Drives:
    """`on_return` is called, on a worker's thread, when a silent drive has answered. What the
    mounts ask of the disk is asked here from now on."""

    def __init__(
        self, mounts: Mounts, on_return: Callable[[], None], clock: Callable[[], float]
    ) -> None:
        self._mounts = mounts
        self._on_return = on_return
        self._clock = clock
        self._partitions = mounts.partitions
        mounts.partitions, mounts.realpath = self._mounted, self._realpath
        self._lock = threading.Lock()
        self._idle: list[queue.SimpleQueue[_Job | None]] = []
        self._given_up: set[_Job] = set()
        self._silent: dict[str, _Silence] = {}
        self._apart: set[str] = set()
        """Folders that do not answer on a drive that does: a link leads elsewhere."""
        self._near: set[str] = set()
        """Files and folders that, links followed, are on a drive of this computer's own,"""
        self._near_as_of = mounts.readings
        """according to this reading of the table of drives."""

    def ask(
        self,
        work: Callable[[str], T],
        paths: Iterable[str],
        *,
        within_s: float = ANSWER_S,
        late: Callable[[T], None] | None = None,
        drive: str | None = None,
    ) -> dict[str, T]:
        """`work(path)` for each of the paths (a folder's ends with a separator); those that were
        not answered in time are not in the result. An answer that comes too late goes to `late`,
        on the worker's thread. `drive`: instead of the one that a path names; its silence is
        never said."""
        end = self._clock() + within_s
        self._note_silence()
        jobs = []
        for name, there in self._by_drive(paths, drive).items():
            if name not in self._silent:
                jobs.append(self._give(_Job(name, work, there, late)))
        answers: dict[str, T] = {}
        for job in jobs:
            job.done.wait(max(0.0, end - self._clock()))
            with self._lock:
                answers.update(job.answers)
                if not job.is_over:
                    job.given_up = True
                    self._given_up.add(job)
        return answers

    def ask_at_once(
        self, work: Callable[[str], T], paths: Iterable[str], *, within_s: float = ANSWER_S
    ) -> dict[str, T]:
        """As ask(), for questions that are asked again and again while somebody waits: of what was
        found to be on a drive of this computer's own, on this thread from the second time on. A
        worker's answer takes two changes of threads, which a busy machine makes late."""
        if self._near_as_of != self._mounts.readings:
            self._near_as_of = self._mounts.readings
            self._near = set()
        near, asked = self._near, list(paths)
        answers = {path: work(path) for path in asked if path in near}

        def work_and_place(path: str) -> tuple[T, str]:
            return work(path), os.path.realpath(path)

        far = (path for path in asked if path not in near)
        for path, (answer, real) in self.ask(work_and_place, far, within_s=within_s).items():
            answers[path] = answer
            if len(near) < MOST_NEAR and self._mounts.has_local(real):
                near.add(path)
        return answers

    def drive_of(self, path: str) -> str:
        """By its name alone; nothing is touched."""
        folder = os.path.dirname(path)
        return folder if folder in self._apart else self._mounts.point_of(path)

    def is_silent(self, drive: str) -> bool:
        """Has somebody been waiting there for too long?"""
        self._note_silence()
        return drive in self._silent

    def to_say(self) -> list[str]:
        """The drives that have been silent for long and have not been said yet."""
        now = self._clock()
        self._note_silence()
        with self._lock:
            found = [
                drive
                for drive, silence in self._silent.items()
                if not silence.is_said and now - silence.since >= SAY_S
            ]
            for drive in found:
                self._silent[drive].is_said = True
        return found

    def say_at(self) -> float:
        """When to_say() should be asked next."""
        with self._lock:
            times = [job.asked_at + SILENT_S for job in self._given_up]
            times += [one.since + SAY_S for one in self._silent.values() if not one.is_said]
        return min(times, default=float("inf"))

    def close(self) -> None:
        """Ends the workers that wait for work; who hangs ends with the drive or the process."""
        with self._lock:
            idle, self._idle = self._idle, []
        for inbox in idle:
            inbox.put(None)

    def _mounted(self) -> list[Mount]:
        """Which drives there are. Where one of them hangs, Windows may not say for long."""

        def read(_: str) -> list[Mount]:
            try:
                return list(self._partitions())
            except (OSError, ImportError):  # ImportError: psutil, where no file handle is left
                return []

        return self.ask(read, [""], drive=_MOUNTS, late=self._mounts.take).get("", [])

    def _realpath(self, path: str) -> str | None:
        folder = os.path.join(path, "")
        return self.ask(os.path.realpath, [folder]).get(folder)

    def _by_drive(self, paths: Iterable[str], drive: str | None) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in paths:
            found.setdefault(self.drive_of(path) if drive is None else drive, []).append(path)
        return found

    def _note_silence(self) -> None:
        if not self._given_up:
            return
        now = self._clock()
        with self._lock:
            late = [job for job in self._given_up if now - job.asked_at > SILENT_S]
            self._given_up.difference_update(late)
        for job in late:
            self._set_aside(job)

    def _set_aside(self, job: _Job) -> None:
        """Of a drive that is this computer's own, the one folder: a link leads elsewhere."""
        named, folder = job.drive, os.path.dirname(job.asked)
        is_drive = named == self.drive_of(job.asked)
        if is_drive:
            self._mounts.look_again(job.asked)
            named = self.drive_of(job.asked)
        with self._lock:
            if job.is_over:
                return
            if is_drive and self._mounts.is_local(named):
                named = folder
                self._apart.add(folder)
            job.drive = named
            self._silent.setdefault(named, _Silence(job.asked_at, is_said=not is_drive))

    # ---- workers

    def _give(self, job: _Job) -> _Job:
        job.asked_at = self._clock()
        with self._lock:
            inbox = self._idle.pop() if self._idle else None
        if inbox is not None:
            inbox.put(job)
        else:
            worker = threading.Thread(target=self._serve, args=(job,), name="disk", daemon=True)
            try:
                worker.start()
            except RuntimeError:  # the system lets nobody have another: there is no answer
                job.is_over = True
                job.done.set()
        return job

    def _serve(self, job: _Job | None) -> None:
        inbox: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        while job is not None:
            self._do(job)
            with self._lock:
                self._idle.append(inbox)
            job.done.set()
            try:
                job = inbox.get(timeout=IDLE_S)
            except queue.Empty:
                with self._lock:
                    if inbox in self._idle:
                        self._idle.remove(inbox)
                        return
                job = inbox.get()

    def _do(self, job: _Job) -> None:
        for path in job.paths:
            job.asked, job.asked_at = path, self._clock()
            try:
                answer = job.work(path)
            except Exception:  # noqa: BLE001  a bug must not end the worker: others wait for it
                _log.exception("a question about %s failed", path)
                continue
            with self._lock:
                if not job.given_up:
                    job.answers[path] = answer
                    continue
            if job.late is not None:
                job.late(answer)
            break
        with self._lock:
            job.is_over = True
            self._given_up.discard(job)
            if job.given_up:
                self._silent.pop(job.drive, None)
                self._apart.discard(job.drive)
        if job.given_up:
            self._on_return()
