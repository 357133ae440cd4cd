"""POSIX: a guardian that does not answer is passed by.

What a script was asked it is asked from here, so that it can end in good order; when it has,
or is to be forced, the guardian is ended and the tree with it. On the host's thread, but
for `signal_past` and `pass_by`, which the supervisor's calls, too.
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import errno
import logging
import os
import time
from typing import Protocol

from reloader_core.child import contract, facts
from reloader_core.child.posix import hunt
from reloader_core.child.posix.child import PosixChild
from reloader_core.child.posix.guardian_process import Guardian
from reloader_core.child.posix.preparation import spawn_failed
from reloader_core.child.posix.roster import Roster

log = logging.getLogger(__name__)

SILENT_LOOK_S = 0.1  # how soon the end of a script under a silent guardian is seen


class Succession(Protocol):
    """Which guardian starts what is to be started now."""

    def guardian(self) -> Guardian: ...

    def renew_guardian(self) -> Guardian:
        """Another one. Raises OSError when there is none to be had."""


class Silence:
    def __init__(self, succession: Succession, roster: Roster, deliver: contract.Deliver) -> None:
        self._succession = succession
        self._roster = roster
        self._deliver = deliver

    def look_after(self) -> None:
        for guardian in self._guardians():
            if guardian.is_silent():
                self._on_silent(guardian)
            elif guardian.silent and not guardian.lost:
                if all(hunt.has_ended(one.pid) for one in self._roster.scripts_under(guardian)):
                    self.pass_by(guardian)

    def _on_silent(self, guardian: Guardian) -> None:
        """Pass it by. What a script was asked it is asked from here, so that it can end in good
        order; when it has, or is to be forced, the guardian is ended and the tree with it."""
        log.info("the guardian %d does not answer", guardian.process.pid)
        with self._roster.lock:
            unheard = guardian.unheard()
            must_end = {about for do, about in unheard if do in ("end", "force")}
            orders = [
                one for one in self._roster.under(guardian) if one.order and one.id not in must_end
            ]
            guardian.silent = True
            in_use = self._roster.scripts_under(guardian)
            if orders and not in_use:
                self._reorder(orders)
        if not in_use or must_end & {one.id for one in in_use}:
            self.pass_by(guardian)
            return
        for started in orders:
            self._roster.forget(started)
            self._deliver(spawn_failed(started.id, "start", errno.EAGAIN))
        for started in in_use:
            if {("request", started.id), ("signal", started.id)} & unheard:
                self.signal_past(started)

    def _reorder(self, orders: list[PosixChild]) -> None:
        """Another guardian starts these. If there is none to be had they end with the old one."""
        try:
            another = self._succession.renew_guardian()
        except OSError as error:
            log.warning("no other guardian can be started: %s", error)
            return
        for started in orders:
            self._deliver(facts.PassedBy(started.id))
            started.order_from(another)

    @staticmethod
    def signal_past(about: PosixChild) -> None:
        """A silent guardian reaps nobody, so the child's number is its own; that of an
        interpreter behind a wrapper is, as long as it is below."""
        pid, number = about.signalled
        if pid and (pid == about.pid or hunt.is_below(pid, {about.guardian.process.pid})):
            with contextlib.suppress(OSError):
                os.kill(pid, number)

    def pass_by(self, guardian: Guardian) -> None:
        """End it. Its keeper ends the tree, or else we do: see _on_guardian_lost."""
        if guardian.passed_by:
            return
        guardian.passed_by = True
        for started in self._roster.under(guardian):
            if (code := hunt.exit_code(started.pid)) is not None:
                started.ended_with = code
            self._deliver(facts.PassedBy(started.id))
        guardian.kill()

    def _guardians(self) -> set[Guardian]:
        return {self._succession.guardian(), *(one.guardian for one in self._roster.all())}

    def patience_s(self) -> float | None:
        """How long to listen before looking after the guardians. None: all is well."""
        now, waits = time.monotonic(), []
        for guardian in self._guardians():
            if guardian.silent and not guardian.lost:
                waits.append(SILENT_LOOK_S)
            elif (deadline := guardian.deadline()) is not None:
                waits.append(max(0.0, deadline - now))
        return min(waits, default=None)
