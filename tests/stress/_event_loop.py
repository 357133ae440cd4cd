"""How late an event loop is, and what its thread was doing meanwhile. Linux only.

A 10 ms timer beats in the loop; a thread of its own looks at the loop's stack while the
beat is overdue. A gap is told with the time that the thread waited for a core, and for
what it slept: on a machine that does other work, that is not the loop's own. What each turn
of the loop took of a core is the loop's own on any machine.
"""

from __future__ import annotations

import cProfile
import gc
import io
import itertools
import os
import pstats
import sys
import threading
import time
import traceback
from dataclasses import dataclass, field
from types import FrameType

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer

BEAT_MS = 10
OVERDUE_S = 0.05
LOOK_S = 0.01
DEPTH = 9
LONG_MS = 20.0
PROFILED = 40


@dataclass(frozen=True, slots=True)
class Gap:
    """Milliseconds; `stacks`: what was seen, the loop's thread first."""

    at_s: float
    late_ms: float
    cpu_ms: float
    core_wait_ms: float
    doing: str
    stacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One of the loop that took long of a core, in milliseconds."""

    at_s: float
    cpu_ms: float
    doing: str
    profile: str


@dataclass
class Beats:
    late_ms: list[float] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    """Of each turn of the loop."""
    turns: list[Turn] = field(default_factory=list)
    garbage_ms: list[float] = field(default_factory=list)
    """What looking for garbage took, in whatever thread: it holds the GIL."""


class EventLoop(QObject):
    """Made in the thread that is measured. `doing`: what the driver did last. `profiled`: a long
    turn is told with what it did, which makes all of them longer."""

    def __init__(self, told_ms: float, parent: QObject, *, profiled: bool = False) -> None:
        super().__init__(parent)
        self.beats = Beats()
        self.doing = "start"
        self._told_ms = told_ms
        self._thread = threading.get_ident()
        self._schedule = os.open(
            f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY | os.O_CLOEXEC
        )
        self._began = self._last = time.monotonic()
        self._before = self._times()
        self._stacks: tuple[str, ...] = ()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._profile = cProfile.Profile(time.thread_time) if profiled else None
        self._turned_s = time.thread_time()
        QAbstractEventDispatcher.instance().awake.connect(self._turn)
        self._collects_s = 0.0
        gc.callbacks.append(self._on_garbage)
        threading.Thread(target=self._look_on, name="looks on", daemon=True).start()

    def _on_garbage(self, phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            self._collects_s = time.thread_time()
        else:
            self.beats.garbage_ms.append((time.thread_time() - self._collects_s) * 1e3)

    def _times(self) -> tuple[int, int]:
        """Nanoseconds on a core, and waiting for one."""
        on_core, waiting, _slices = os.pread(self._schedule, 100, 0).split()
        return int(on_core), int(waiting)

    def _beat(self) -> None:
        now, times = time.monotonic(), self._times()
        late_ms = (now - self._last) * 1e3 - BEAT_MS
        self.beats.late_ms.append(max(0.0, late_ms))
        if late_ms > self._told_ms:
            cpu, waited = ((new - old) / 1e6 for new, old in zip(times, self._before, strict=True))
            at_s = round(self._last - self._began, 1)
            self.beats.gaps.append(
                Gap(at_s, round(late_ms), round(cpu), round(waited), self.doing, self._stacks)
            )
        self._last, self._before, self._stacks = now, times, ()

    def _turn(self) -> None:
        """Another one begins: that is, the one before has ended."""
        if self._profile is not None:
            self._profile.disable()
        cpu_ms = (time.thread_time() - self._turned_s) * 1e3
        self.beats.cpu_ms.append(cpu_ms)
        if cpu_ms > LONG_MS:
            at_s = round(time.monotonic() - self._began, 1)
            told = _told(self._profile) if self._profile is not None else ""
            self.beats.turns.append(Turn(at_s, round(cpu_ms, 1), self.doing, told))
        if self._profile is not None:
            self._profile = cProfile.Profile(time.thread_time)
        self._turned_s = time.thread_time()
        if self._profile is not None:
            self._profile.enable()

    def _look_on(self) -> None:
        while True:
            time.sleep(LOOK_S)
            last = self._last
            if time.monotonic() - last > OVERDUE_S and not self._stacks:
                frames = sys._current_frames()
                others = frames.keys() - {self._thread, threading.get_ident()}
                alive = [each for each in (self._thread, *others) if each in frames]
                seen = tuple(_places(frames[each]) for each in alive)
                if self._last == last:
                    self._stacks = seen


def _told(profile: cProfile.Profile) -> str:
    text = io.StringIO()
    pstats.Stats(profile, stream=text).sort_stats("cumulative").print_stats(PROFILED)
    return text.getvalue()


def _places(frame: FrameType) -> str:
    """Where it is, the innermost call first."""
    summary = traceback.StackSummary.extract(traceback.walk_stack(frame), lookup_lines=False)
    names = (f"{os.path.basename(each.filename)}:{each.lineno} {each.name}" for each in summary)
    return " < ".join(itertools.islice(names, DEPTH))
