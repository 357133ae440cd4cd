"""From a settled save to the decision: restart now, later, or not because it does not parse.

Belongs to the supervisor's thread. The machine learns only of saves that are to
restart the script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from core.model import NotRestarted, ScriptError

CHECK_S = 0.25
"""A standby that has not answered by then is not waited for."""


class Saves:
    """`check(sources)` asks a standby whether they parse (False: nobody can tell);
    `restart(files)` and `refuse(message)` carry the decision out."""

    def __init__(
        self,
        check: Callable[[list[Path]], bool],
        restart: Callable[[frozenset[Path]], None],
        refuse: Callable[[NotRestarted], None],
    ) -> None:
        self._check = check
        self._restart = restart
        self._refuse = refuse
        self._waiting: frozenset[Path] = frozenset()
        """Saved, and waiting for the user to pause."""
        self._pause_until: float | None = None
        self._checking: frozenset[Path] = frozenset()
        self._replies_due = 0
        self._check_until: float | None = None
        self._broken: frozenset[Path] = frozenset()
        """Saved with a mistake; the old program still runs."""

    @property
    def deadline(self) -> float | None:
        """When tick() should be called next."""
        times = [time for time in (self._pause_until, self._check_until) if time is not None]
        return min(times) if times else None

    def saved(self, files: Iterable[Path], now: float, *, pause_s: float, check: bool) -> None:
        """These files were saved. `pause_s`: act when nothing was saved for so long;
        `check`: a program runs that a mistake must not end."""
        self._waiting |= frozenset(files)
        if pause_s > 0:
            self._pause_until = now + pause_s
        else:
            self._decide(now, check)

    def tick(self, now: float, *, check: bool) -> None:
        if self._pause_until is not None and now >= self._pause_until:
            self._decide(now, check)
        if self._check_until is not None and now >= self._check_until:
            self._answered(None)

    def checked(self, error: ScriptError | None) -> None:
        """A standby's answer. Only the last one that is due counts."""
        self._replies_due = max(0, self._replies_due - 1)
        if self._check_until is not None and self._replies_due == 0:
            self._answered(error)

    def forget(self) -> None:
        """A new run begins: it reads everything as it is on disk."""
        self._waiting = self._checking = self._broken = frozenset()
        self._pause_until = self._check_until = None

    def _decide(self, now: float, check: bool) -> None:
        files, self._waiting = self._waiting | self._checking | self._broken, frozenset()
        self._pause_until = None
        sources = sorted(path for path in files if path.suffix in (".py", ".pyw"))
        if check and sources and self._check(sources):
            self._replies_due += 1
            self._checking = files
            self._check_until = now + CHECK_S
        else:
            self._checking = files
            self._answered(None)

    def _answered(self, error: ScriptError | None) -> None:
        files, self._checking = self._checking, frozenset()
        self._check_until = None
        if error is None:
            self._broken = frozenset()
            self._restart(files)
        else:
            self._broken = files
            self._refuse(NotRestarted(error, tuple(sorted(files))))
