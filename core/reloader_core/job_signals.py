"""What a shell, a terminal or somebody else sends to `reloader`, and what follows from it.

The script has heard what the terminal sends, so what it makes of Ctrl+C counts; what is sent
to us alone is for us. Belongs to the main thread, which waits here.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Mapping

from reloader_core.child import Job, Signal

ANSWER_S = 5.0
"""A script that has heard Ctrl+C and ends so soon has ended by it, and we with it."""
TWICE_S = 1.0
"""Ctrl+C again, so soon after it, is for us."""
TURN_S = 0.2
"""But the script, which hears it as well, has the first turn."""


class JobSignals:
    """`quit_(number)`: end because of this signal; a second call forces. `orders`: what others
    ask for by a signal."""

    def __init__(
        self, job: Job, quit_: Callable[[int], None], orders: Mapping[str, Callable[[], None]]
    ) -> None:
        self._job = job
        self._orders = orders
        self._quit = quit_
        self._heard = (0, 0.0)
        """What the terminal has last sent to us and the script, and when."""

    def take_next(self) -> None:
        """Wait for the next one, or until somebody calls Job.wake()."""
        self._take(self._job.wait())

    def _take(self, sent: Signal) -> None:
        job, name = self._job, signal.Signals(sent.number).name if sent.number else ""
        match name:
            case "" | "SIGCHLD" | "SIGTTOU":
                pass
            case "SIGCONT":
                job.go_on()
            case "SIGTSTP" if sent.from_terminal and job.script_hears:
                pass  # we stop when the script does
            case _ if job.is_of_run(sent):
                pass  # its os.kill(0, ...) is meant for its own
            case _ if name in self._orders:
                self._orders[name]()
            case "SIGTSTP":
                job.stop_with_script()
            case "SIGINT" | "SIGQUIT" | "SIGBREAK" if sent.from_terminal and job.script_hears:
                self._on_key(sent.number)
            case _:
                self._quit(sent.number)

    def _on_key(self, number: int) -> None:
        before, self._heard = self._heard, (number, time.monotonic())
        if before[0] == number and self._heard[1] - before[1] < TWICE_S:
            turn = threading.Timer(TURN_S, self._quit, (number,))
            turn.daemon = True
            turn.start()
        elif not self._job.script_hears:  # it has ended meanwhile, and script_ended() knew of none
            self._quit(number)

    def script_ended(self) -> None:
        """By itself, as it seems. From any thread."""
        number, heard_at = self._heard
        if number and time.monotonic() - heard_at < ANSWER_S:
            self._quit(number)
