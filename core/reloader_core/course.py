"""Where the supervisor is: the machine's phase, why it is in it, and the present run.

Belongs to the supervisor's thread, whose parts share it. Does nothing by itself: step() says
what is to be done.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reloader_core import model
from reloader_core.announcer import Announcer
from reloader_core.launch import launch_of
from reloader_core.machine import Action, Event, Phase, step
from reloader_core.model import Reason, ReasonKind, Target
from reloader_core.policies import ExitLoop
from reloader_core.run import Run

_UNSAID = (Phase.RUNNING, Phase.NESTED, Phase.CLOSED)
"""Phases that are published by others, or are what was published before."""


class Course:
    """`clock` as time.monotonic()."""

    def __init__(self, target: Target, announcer: Announcer, clock: Callable[[], float]) -> None:
        self.target = target
        self.clock = clock
        self.phase = Phase.IDLE
        self.reason = Reason(ReasonKind.READY)
        self.next_reason = Reason(ReasonKind.ASKED)
        self.run: Run | None = None
        self.runs = 0
        self.expects_agent = True
        """The interpreter is not known to be one that lets no agent in."""
        self.exit3_streak = ExitLoop()
        self._announcer = announcer

    def step(self, event: Event, reason: Reason | None = None) -> Action:
        """Look the event up in the machine's table; the new state is published."""
        before = self.phase
        self.phase, action = step(before, event)
        if reason is not None and (self.phase is not before or action is not Action.NOTHING):
            self.reason = reason
        if self.phase is not before and self.phase not in _UNSAID:
            self.publish()
        return action

    def joined(self, reason: Reason) -> Reason:
        """Why the next run is wanted, now that it is wanted for this as well."""
        if self.phase is Phase.RESTARTING and self.next_reason.kind is ReasonKind.CHANGED:
            reason = self.next_reason.joined_by(reason)
        self.next_reason = reason
        return reason

    def publish(self, then: Callable[[], None] = lambda: None) -> None:
        """Report the state, then do this. See Announcer."""
        run = self.run
        status = model.Status(
            t=self.clock(),
            state=self.phase.state,
            reason=self.reason,
            run=self.runs,
            pid=run.pid if run is not None and run.is_alive else None,
            exit=run.exit if run is not None else None,
            left=run.left if run is not None else 0,
            started=run.started if run is not None else None,
        )
        self._announcer.publish(status, then)

    def compared(self, run: int, lines: dict[Path, model.LineSpans]) -> None:
        """The lines of a save have come, mostly while the run before it still ends."""
        if run > self.runs:
            self.next_reason = self.next_reason.with_lines(lines)
        if run >= self.runs:
            self.reason = self.reason.with_lines(lines)
        self._announcer.compared(lines, of_held=run >= self.runs)

    @property
    def wants_standby(self) -> bool:
        """Would a child parked now be a cold start of the next run, only sooner?"""
        return (
            self.target.parks
            and self.expects_agent
            and self.phase in (Phase.RUNNING, Phase.WAITING)
            and self.run is not None
            and self.run.launch == launch_of(self.target)
        )

    @property
    def must_parse(self) -> bool:
        """Is there a program that a mistake in a saved file would end for nothing?"""
        return (
            self.phase is Phase.RUNNING
            and self.run is not None
            and self.run.is_alive
            and not self.target.restart_on_errors
        )
