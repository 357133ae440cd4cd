"""Small pure policies of the supervisor: exit-3 loops, scripts that write themselves,
editors that save by themselves."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

QUICK_S = 2.0
BACKOFF_S = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0)
SELF_WRITTEN_RUNS = 3
AUTO_SAVES, AUTO_SAVE_SPAN_S, AUTO_SAVE_RUN_S = 3, 30.0, 5.0


@dataclass
class ExitLoop:
    """Counts the runs in a row that ended with 3 soon and without a change."""

    count: int = 0

    def note(self, runtime_s: float) -> int:
        """A run asked for a restart; returns how many in a row did so quickly."""
        self.count = self.count + 1 if runtime_s < QUICK_S else 0
        return self.count

    def reset(self) -> None:
        self.count = 0

    @property
    def delay_s(self) -> float:
        """How long the next start has to wait."""
        return BACKOFF_S[min(self.count, len(BACKOFF_S) - 1)] if self.count > 1 else 0.0


@dataclass
class SelfWrites:
    """Finds the files that a script writes itself, which would restart it for ever.

    A file counts when it changed within QUICK_S of the start in three runs in a row
    AND in each of them the script was seen to write it, or to start a program, which
    may have. Without that second condition an editor that saves every second, or a
    quick user, would lose the watch on the very file that is being edited.
    """

    runs: dict[Path, list[int]] = field(default_factory=dict)

    def note(self, path: Path, run: int, since_start_s: float, written_by_script: bool) -> bool:
        """`path` changed during `run`. True: it is written by the script itself."""
        if since_start_s > QUICK_S or not written_by_script:
            self.runs.pop(path, None)
            return False
        seen = self.runs.setdefault(path, [])
        if seen and seen[-1] == run:
            return False
        if seen and seen[-1] != run - 1:
            seen.clear()
        seen.append(run)
        return len(seen) >= SELF_WRITTEN_RUNS


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
