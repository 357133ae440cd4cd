"""Small pure policies of the supervisor: exit-3 loops, files that change after each start,
editors that save by themselves."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

QUICK_S = 2.0
BACKOFF_S = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0)
SAME_WORK, JITTER_S, LONG_S = 2.0, 0.1, 60.0
FREE_RESTARTS = 5
PUT_OFF_S = (0.5, 1.0, 2.0, 5.0)
DATA_LOOP_S = 10.0
AUTO_SAVES, AUTO_SAVE_SPAN_S, AUTO_SAVE_RUN_S = 3, 30.0, 5.0


@dataclass
class ExitLoop:
    """Counts the runs in a row that ended with 3, without a change, after doing the same.

    3 is what uvicorn says when it could not start, and pytest and gunicorn have a 3 of their
    own: run again, they end the same way after about the same time. A script that asks for
    a restart when there is something to restart for does so after times of all lengths: a run
    that lasts twice as long as the first one did, or LONG_S, ends the row.
    """

    count: int = 0
    first_s: float = 0.0
    last_s: float = 0.0

    def note(self, runtime_s: float) -> int:
        """A run ended with 3; returns how many in a row did the same."""
        self.last_s = runtime_s
        if self.count == 0:
            self.first_s = runtime_s
        does_the_same = runtime_s < min(LONG_S, SAME_WORK * self.first_s + JITTER_S)
        self.count = self.count + 1 if does_the_same else 0
        return self.count

    def reset(self) -> None:
        self.count = 0

    @property
    def delay_s(self) -> float:
        """How long the next start has to wait."""
        if self.count == 0 or self.last_s >= QUICK_S:
            return 0.0
        return BACKOFF_S[min(self.count, len(BACKOFF_S)) - 1]


@dataclass
class _Row:
    run: int
    since_start_s: float
    count: int = 1
    put_off_s: float = 0.0


@dataclass
class ChangeLoop:
    """Slows down the restarts by a file that changes soon after each start.

    A program that the script started may write it and be gone before anybody can see that: so
    the sixth restart in a row is put off, in silence. (Where a run can have written nothing
    unseen, somebody saves again and again: Run.sees_all_writes.) What the start brings about
    comes as long after the start as before; what comes sooner has a rhythm of its own, and its
    restarts are not slowed down any further.
    """

    rows: dict[Path, _Row] = field(default_factory=dict)

    def note(self, path: Path, run: int, since_start_s: float) -> float:
        """`path` changed in `run`; returns for how many seconds to put the restart off."""
        row = self.rows.get(path)
        if row is not None and row.run == run:
            return row.put_off_s
        if since_start_s > QUICK_S:
            self.rows.pop(path, None)
            return 0.0
        if row is None or row.run != run - 1 or self._came_sooner(row, since_start_s):
            self.rows[path] = _Row(run, since_start_s)
            return 0.0
        row.run, row.since_start_s, row.count = run, since_start_s, row.count + 1
        step = row.count - FREE_RESTARTS - 1
        row.put_off_s = PUT_OFF_S[min(step, len(PUT_OFF_S) - 1)] if step >= 0 else 0.0
        return row.put_off_s

    @staticmethod
    def _came_sooner(row: _Row, since_start_s: float) -> bool:
        return row.put_off_s > 0 and since_start_s < row.since_start_s - row.put_off_s / 2

    def starts(self, path: Path) -> int:
        """So many starts in a row were followed by a change of it."""
        return self.rows[path].count if path in self.rows else 0

    def reset(self) -> None:
        self.rows.clear()


@dataclass
class DataLoop:
    """Lets go of data files that make a script run again and again once it has ended: another
    program may write them all the time, or one that the script has started.

    Two such runs within 10 s are enough, as long as the user has started none in between.
    """

    times: dict[Path, float] = field(default_factory=dict)
    let_go: dict[Path, bool] = field(default_factory=dict)
    """And whether the user knows."""

    def note(self, path: Path, now: float) -> bool:
        """The script has ended and `path` changed; whether that runs it again."""
        if path in self.let_go:
            return False
        before = self.times.get(path)
        if before is not None and now - before <= DATA_LOOP_S:
            self.let_go[path] = False  # from now on
        self.times[path] = now
        return True

    def is_news(self, path: Path) -> bool:
        """Whether it is to be said now that it was let go."""
        was_said, self.let_go[path] = self.let_go[path], True
        return not was_said

    def reset(self) -> None:
        """The user has started a run."""
        self.times.clear()
        self.let_go.clear()


@dataclass
class AutoSaves:
    """Suspects an editor that saves by itself: three saves in 30 s, each of which ended
    a run younger than 5 s. Says so once."""

    said: bool = False
    times: deque[float] = field(default_factory=lambda: deque(maxlen=AUTO_SAVES))

    def note(self, now: float, runtime_s: float) -> bool:
        """A save restarts a run of that age. True: now is the time to say it."""
        if runtime_s >= AUTO_SAVE_RUN_S:
            self.times.clear()
            return False
        self.times.append(now)
        if self.said or len(self.times) < AUTO_SAVES or now - self.times[0] > AUTO_SAVE_SPAN_S:
            return False
        self.said = True
        return True
