"""From a settled save to the decision: restart now, later, or not because it does not parse.

Belongs to the supervisor's thread. The machine learns only of saves that are to
restart the script.

A check is waited for as long as a healthy standby may take on a slow machine, which
depends on the file: the run has to compile the same text, so waiting at most doubles a
restart, while not waiting loses the running program to a mistake. What answers in time
costs no more than its answer; the bound is for a standby that is frozen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reloader_core.model import NotRestarted, ScriptError
from reloader_core.watch.watched import PROGRAM_SUFFIXES

MANY_S = 0.25
"""Files saved together are checked one after another, and none is begun later than this
after the first: at a checkout of hundreds the run comes first, which shows a mistake as well."""


@dataclass
class _Check:
    """What one save, and those that it overtook, asks the standby."""

    files: frozenset[Path]
    sources: list[Path]
    """Still to be looked at; the first is the one that is asked about."""
    question: int = 0
    """The number of what was asked last; 0: an earlier save's answer comes first."""
    give_up_at: float = 0.0
    enough_at: float | None = None
    """No further file is begun then; None: there has been no answer so far."""


class Saves:
    """`ask(number, source)` has a standby look whether this parses, and returns how
    many seconds its answer, with that number, is worth waiting for (None: nobody can tell);
    `restart(files)` and `refuse(message)` carry the decision out."""

    def __init__(
        self,
        ask: Callable[[int, Path], float | None],
        restart: Callable[[frozenset[Path]], None],
        refuse: Callable[[NotRestarted], None],
    ) -> None:
        self._ask = ask
        self._restart = restart
        self._refuse = refuse
        self._waiting: frozenset[Path] = frozenset()
        """Saved, and waiting for the user to pause."""
        self._pause_until: float | None = None
        self._check: _Check | None = None
        self._questions = 0
        """Counts them: the answer to an earlier one says nothing about this save."""
        self._open: tuple[int, float] | None = None
        """The question that the standby works at, and when that is given up. There is one at a
        time: saves that follow quickly must not heap up before a standby that takes long."""
        self._broken: frozenset[Path] = frozenset()
        """Saved with a mistake; the old program still runs."""

    @property
    def deadline(self) -> float | None:
        """When tick() should be called next."""
        give_up_at = self._check.give_up_at if self._check is not None else None
        times = [time for time in (self._pause_until, give_up_at) if time is not None]
        return min(times) if times else None

    @property
    def is_asking(self) -> bool:
        """Is a standby's answer waited for?"""
        return self._open is not None

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
        if self._check is not None and now >= self._check.give_up_at:
            self._open = None
            self._settle(self._check, None)

    def checked(self, number: int, error: ScriptError | None, now: float) -> None:
        """A standby's answer. A late one, to a question that was given up, is void."""
        check = self._check
        if self._open is None or number != self._open[0]:
            return
        self._open = None
        if check is None:
            return
        if number != check.question:  # it is about the text before this save
            self._go_on(check, now)
            return
        del check.sources[0]
        check.enough_at = check.enough_at or now + MANY_S
        if error is not None:
            self._settle(check, error)
        else:
            self._go_on(check, now)

    def lost_standby(self, now: float) -> None:
        """Who was asked is gone: ask the next one, if there is one."""
        self._open = None
        if self._check is not None:
            self._go_on(self._check, now)

    def forget(self) -> None:
        """A new run begins: it reads everything as it is on disk."""
        self._waiting = self._broken = frozenset()
        self._check = self._pause_until = self._open = None

    def _decide(self, now: float, check: bool) -> None:
        overtaken = self._check.files if self._check is not None else frozenset()
        files, self._waiting = self._waiting | overtaken | self._broken, frozenset()
        self._pause_until = None
        sources = [path for path in files if path.suffix in PROGRAM_SUFFIXES] if check else []
        sources.sort(key=lambda path: (path not in self._broken, path))
        self._check = _Check(files, sources)
        if self._open is not None and sources:
            self._check.give_up_at = self._open[1]
        else:
            self._go_on(self._check, now)

    def _go_on(self, check: _Check, now: float) -> None:
        """Have the next file looked at, or decide."""
        patience_s = None
        if check.sources and (check.enough_at is None or now < check.enough_at):
            self._questions += 1
            patience_s = self._ask(self._questions, check.sources[0])
        if patience_s is None:
            self._settle(check, None)
            return
        check.question, check.give_up_at = self._questions, now + patience_s
        self._open = check.question, check.give_up_at

    def _settle(self, check: _Check, error: ScriptError | None) -> None:
        self._check = None
        if error is None:
            self._broken = frozenset()
            self._restart(check.files)
        else:
            self._broken = check.files
            self._refuse(NotRestarted(error, tuple(sorted(check.files))))
