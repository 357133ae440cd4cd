"""POSIX: the children that the host knows, and under which guardian each of them is."""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import threading

from reloader_core.child.posix.child import PosixChild
from reloader_core.child.posix.guardian_process import Guardian
from reloader_core.child.posix.listener import Listener


class Roster:
    """Used by the supervisor's thread and the host's."""

    def __init__(self, listener: Listener) -> None:
        self.lock = threading.Lock()
        self._children: dict[int, PosixChild] = {}
        self._listener = listener

    def add(self, started: PosixChild) -> None:
        """Under the lock."""
        self._children[started.id] = started

    def get(self, number: int) -> PosixChild | None:
        return self._children.get(number)

    def all(self) -> list[PosixChild]:
        return list(self._children.values())

    def under(self, guardian: Guardian) -> list[PosixChild]:
        return [one for one in self.all() if one.guardian is guardian]

    def scripts_under(self, guardian: Guardian) -> list[PosixChild]:
        return [one for one in self.under(guardian) if one.went and not one.exited]

    def let_go_of_orders(self, guardian: Guardian) -> None:
        """Under the lock: an order that is just being placed has not been sent so far."""
        with self.lock:
            unheard = guardian.unheard()
            for started in self.under(guardian):
                if started.order is not None and ("spawn", started.id) not in unheard:
                    started.order.files.close()
                    started.order = None

    def read_agent(self, started: PosixChild) -> None:
        """Take in all that the agent, and others of the run, have sent so far. On the thread that
        holds `reading`."""
        control, reports = started.control, started.reports
        if control is None:
            return
        with contextlib.suppress(KeyError, ValueError, OSError):
            reader = self._listener.selector.get_key(control).data
            while reader(control):
                pass
        with contextlib.suppress(KeyError, ValueError, OSError):
            if reports is not None:
                self._listener.selector.get_key(reports).data(reports)

    def forget(self, started: PosixChild) -> None:
        with self.lock:
            self._children.pop(started.id, None)
        if started.control is not None:
            self._listener.unregister(started.control)
        for pipe in (started.reports, started.traces):
            if pipe is not None:
                self._listener.unregister(pipe)
        started.close_channel()
        if started.order is not None:
            started.order.files.close()
