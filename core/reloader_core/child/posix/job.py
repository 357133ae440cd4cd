"""POSIX: this process as a job of the user's shell, whose terminal the script has.

The script gets our descriptors 0, 1 and 2 as they are, joins our process group and so hears
Ctrl+C, Ctrl+Z and a change of the size itself. What the terminal or somebody else sends to us
is taken by the main thread, one signal after the other, and only once it is asked for: so no
thread but that one ever gets them (block them before there is another one).
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import os
import select
import signal
import threading
from collections.abc import Callable
from typing import Protocol

from reloader_core.child.contract import Signal
from reloader_core.child.guardian.terminal import FRONT_S, Terminal
from reloader_core.child.own_streams import is_pipe, offset_of_file

SI_KERNEL = 0x80
"""Linux: sent by the terminal, to all of the job."""
_NAMES = (
    *("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGCONT", "SIGTTOU", "SIGCHLD"),
    *("SIGUSR1", "SIGUSR2"),
)
_OF_PYTHON = ("SIGPIPE", "SIGXFSZ", "SIGXFZ")
"""Ignored by every Python; a script gets the usual ones."""


class Hands(Protocol):
    """The host, as far as a job needs it."""

    def signal_all(self, number: int) -> None:
        """Every process of every run."""

    def is_of_run(self, pid: int) -> bool: ...

    def hears(self, group: int) -> bool:
        """Is a run's script in this process group? It may have left it (os.setpgrp)."""


class Job:
    """See contract.Job."""

    def __init__(self) -> None:
        self.group: int | None = None
        """Which the script joins; None: there is no terminal, or not one of this session."""
        self.terminal: Terminal | None = None
        with contextlib.suppress(OSError):
            self.terminal = Terminal(os.getpgrp())
            self.group = self.terminal.group
        self.ignored = tuple(
            sorted(
                number
                for number in signal.valid_signals()
                if number not in _numbers(_OF_PYTHON) and signal.getsignal(number) is signal.SIG_IGN
            )
        )
        """As with nohup: the script ignores them as well."""
        self._taken = _numbers(_NAMES).difference(self.ignored)
        self.mask = tuple(sorted(signal.pthread_sigmask(signal.SIG_BLOCK, self._taken)))
        """What was blocked before, and is in the script."""
        self._main = threading.get_ident()
        self._hands: Hands | None = None
        self._runs = 0
        self._script_stopped = False
        """By us, and not by the terminal."""
        self._began_once = False
        self._before_restart: Callable[[], None] = lambda: None
        self._stdin_start = offset_of_file(0)
        self._closed = threading.Event()
        if self.terminal is not None and self.terminal.waits_for_front:
            threading.Thread(target=self._wait_for_front, name="front", daemon=True).start()

    def _wait_for_front(self) -> None:
        """Begun behind: until the shell puts the job in front."""
        terminal = self.terminal
        while terminal and terminal.waits_for_front and not self._closed.wait(FRONT_S):
            terminal.note()

    def close(self) -> None:
        while signal.SIGCHLD in signal.sigpending():
            signal.sigwait({signal.SIGCHLD})
        signal.pthread_sigmask(signal.SIG_SETMASK, self.mask)
        self._closed.set()
        if self.terminal is not None:
            os.close(self.terminal.file)

    def attach(self, hands: Hands) -> None:
        self._hands = hands

    # -- signals, on the main thread

    def wait(self) -> Signal:
        if not hasattr(signal, "sigwaitinfo"):  # macOS: nobody says who has sent it
            number = signal.sigwait(self._taken)
            return Signal(number, self.terminal is not None, 0)
        info = signal.sigwaitinfo(self._taken)
        return Signal(info.si_signo, info.si_code == SI_KERNEL, max(0, info.si_pid))

    def wake(self) -> None:
        with contextlib.suppress(OSError):
            signal.pthread_kill(self._main, signal.SIGCHLD)

    def is_of_run(self, sent: Signal) -> bool:
        return bool(self._hands and sent.sender and self._hands.is_of_run(sent.sender))

    @property
    def script_hears(self) -> bool:
        group, hands = self.group, self._hands
        if group is None or hands is None or not self._runs:
            return False
        return hands.hears(group)

    def stop(self) -> None:
        os.kill(os.getpid(), signal.SIGSTOP)

    def stop_with_script(self) -> None:
        self._script_stopped = True
        if self._hands is not None:
            self._hands.signal_all(signal.SIGSTOP)
        self.stop()

    def go_on(self) -> None:
        if self.terminal is not None:
            self.terminal.note()
        if self._script_stopped and self._hands is not None:
            self._hands.signal_all(signal.SIGCONT)
        self._script_stopped = False

    def before_restarts(self, do: Callable[[], None]) -> None:
        self._before_restart = do

    # -- runs: they begin on the supervisor's thread, and end on the host's

    def run_begins(self) -> None:
        """A script reads from now on: a file from where it was when we were started."""
        self._runs += 1
        if self._began_once:
            self._before_restart()
        self._began_once = True
        if self.terminal is not None:
            self.terminal.note()
        if self._stdin_start is not None:
            with contextlib.suppress(OSError):
                os.lseek(0, self._stdin_start, os.SEEK_SET)

    def run_ended(self) -> None:
        self._runs = max(0, self._runs - 1)
        if self.terminal is not None:
            self.terminal.give_back()

    # -- the streams

    def streams(self) -> tuple[int, int, int]:
        """New descriptors for the script's three; what is closed is empty instead."""
        made = []
        for number in (0, 1, 2):
            try:
                made.append(os.dup(number))
            except OSError:
                made.append(os.open(os.devnull, os.O_RDWR))
        return made[0], made[1], made[2]

    def begin_line(self) -> None:
        """A whole line of spaces wraps around unless it begins at the margin; back from there."""
        if os.environ.get("TERM", "dumb") != "dumb":
            with contextlib.suppress(OSError):  # not a terminal
                os.write(2, b" " * os.get_terminal_size(2).columns + b"\r\x1b[K")

    def drop_unfinished_line(self) -> None:
        if self.terminal is not None:
            self.terminal.drop_unfinished_line()

    def stdin_is_pipe(self) -> bool:
        return is_pipe(0)

    def watch_reader(self, on_left: Callable[[], None]) -> None:
        if is_pipe(1):
            threading.Thread(
                target=_wait_for_end, args=(on_left,), name="reader of stdout", daemon=True
            ).start()

    @property
    def is_taken(self) -> bool:
        return self.terminal is not None and self.terminal.is_changed()


def _wait_for_end(on_left: Callable[[], None]) -> None:
    poll = select.poll()
    poll.register(1, 0)  # errors alone, which nobody can leave out
    with contextlib.suppress(OSError):
        poll.poll()
        on_left()


def _numbers(names: tuple[str, ...]) -> set[signal.Signals]:
    return {getattr(signal, name) for name in names if hasattr(signal, name)}
