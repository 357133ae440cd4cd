"""Windows: children without a window, or in our console, each in a job object, asked by pipe.

Each child has one thread, which starts it, hears what its agent says, waits for its
end and ends what is left of its tree: whatever is reported about a child comes from
there, in order. What a script opens for the user (os.startfile, a browser) is opened
by a thread of this process, outside the job. Nothing here decides anything: that is
the supervisor's work.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from reloader_core.child import contract, facts
from reloader_core.child.windows import api
from reloader_core.child.windows.child import WindowsChild
from reloader_core.child.windows.console import Console
from reloader_core.child.windows.open_for_user import Opener

log = logging.getLogger(__name__)

CLOSE_S = 5.0


class WindowsHost:
    """Starts children and knows those that are not gone."""

    exit_3_needs_report = True

    def __init__(
        self,
        deliver: contract.Deliver,
        open_file: Opener | None = None,
        console: Console | None = None,
    ) -> None:
        """`console`: which the children share."""
        self._deliver = deliver
        self._console = console
        self.open_file = open_file or api.start_file
        self._lock = threading.Lock()
        self._children: dict[int, WindowsChild] = {}
        self._closing = False

    def spawn(self, number: int, spawn: contract.Spawn) -> WindowsChild:
        """Start a child. Raises OSError when no pipe can be had."""
        started = WindowsChild(self, number, spawn, self._console)
        with self._lock:
            self._children[number] = started
        if not spawn.agent:
            self.begins(started)
        started.thread.start()
        return started

    def begins(self, about: WindowsChild) -> None:
        """It is told to go, or has nobody inside to be told."""
        if self._console is not None:
            about.has_console = True
            self._console.run_begins()

    def ended(self, about: WindowsChild) -> None:
        if self._console is not None and about.has_console:
            about.has_console = False
            self._console.run_ended()

    def after_reports(self, then: Callable[[], None]) -> None:
        with self._lock:
            speaking = list(self._children.values())

        def next_one() -> None:
            if speaking:
                speaking.pop().after_reports(next_one)
            else:
                then()

        next_one()

    def report(self, fact: facts.Fact) -> None:
        if not self._closing:
            self._deliver(fact)

    def forget(self, gone: WindowsChild) -> None:
        with self._lock:
            self._children.pop(gone.id, None)

    def close(self) -> None:
        self._closing = True
        with self._lock:
            left = list(self._children.values())
        for started in left:
            started.command("close")
        deadline = time.monotonic() + CLOSE_S
        for started in left:
            started.thread.join(max(0, deadline - time.monotonic()))
            if started.thread.is_alive():
                log.error("child %d does not end", started.id)
