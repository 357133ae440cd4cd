"""The supervisor in a terminal: the script's bytes on stdout, our words on stderr.

Used by the command line (__main__.py) and by autoreload.py. The supervisor runs in a thread
of its own; the main thread waits and takes the signals.
"""

from __future__ import annotations

import contextlib
import errno
import os
import selectors
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from reloader_core import child
from reloader_core.event_log import EventLog
from reloader_core.model import (
    CpuUsed,
    Drained,
    Exit,
    InputWanted,
    Message,
    Notice,
    NoticeKind,
    NotRestarted,
    State,
    Status,
    Target,
    Watching,
)
from reloader_core.notice_words import sentence
from reloader_core.reason_words import in_words
from reloader_core.supervisor import Supervisor

SPAWN_FAILED_CODE = 126
GONE = (errno.EPIPE, errno.EINVAL)
"""Whoever read our output has left, as `head` does (EINVAL: Windows)."""
ENDING_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class _Stdout:
    """Writes the script's bytes as they are. Our stdout may be a pipe that ends."""

    def __init__(self, on_closed: Callable[[], None]) -> None:
        self._on_closed = on_closed
        self._closed = sys.stdout is None

    def __call__(self, run: int, data: bytes) -> None:
        view = memoryview(data)
        while view and not self._closed:
            try:
                written = self._write(view)
                view = view[written:]
            except BlockingIOError:
                _wait_for_room(sys.stdout.fileno())
            except OSError as error:
                self._closed = True
                if error.errno not in GONE:
                    say(f"The output cannot be written ({error.strerror}); the script is stopped.")
                self._on_closed()

    @staticmethod
    def _write(view: memoryview) -> int:
        if sys.stdout.isatty():  # a Windows console wants text
            sys.stdout.buffer.write(view)
            sys.stdout.buffer.flush()
            return len(view)
        return os.write(sys.stdout.fileno(), view)


class TerminalFront:
    """One supervised target in this terminal. `quiet`: no words of ours but failures."""

    def __init__(self, target: Target, *, events: EventLog | None = None, quiet: bool = False):
        self._target = target
        self._events = events
        self._quiet = quiet
        self._finished = False
        self._bell, self._bell_in = socket.socketpair()
        self._signal = 0
        self._last: Exit | None = None
        self._could_start = True
        self._failed = False
        self._supervisor = Supervisor(
            target,
            report=self._on_message,
            output=_Stdout(lambda: self._supervisor.quit()),
            stdin=0 if _stdin_is_open() and child.can_inherit_stdin() else None,
        )

    def run(self) -> int:
        """Run the target until it or the user ends it; returns our exit code."""
        with self._signals():
            thread = threading.Thread(target=self._supervise, name="supervisor")
            thread.start()
            self._supervisor.start()
            if not child.can_inherit_stdin():
                threading.Thread(target=self._feed_stdin, name="stdin", daemon=True).start()
            self._wait()
            thread.join()
        if self._signal:
            return 128 + self._signal
        if self._failed or not self._could_start:
            return SPAWN_FAILED_CODE
        return self._last.shell_code if self._last is not None else 0

    def _supervise(self) -> None:
        try:
            self._supervisor.run()
        except Exception:  # noqa: BLE001  reported and logged by the supervisor
            self._failed = True
        finally:
            self._finished = True
            self._bell_in.send(b"!")

    def _wait(self) -> None:
        """Until the supervisor has ended. A signal rings the bell from within C: waiting for
        a lock, as here before, one that came while the thread was on its way there was not
        seen (5 of 300, on a busy machine)."""
        while not self._finished:
            with contextlib.suppress(TimeoutError):
                self._bell.recv(4096)

    def _feed_stdin(self) -> None:
        """A Windows console cannot be inherited by a child without one."""
        with contextlib.suppress(OSError, ValueError):
            while data := sys.stdin.buffer.readline():
                self._supervisor.write_input(data)
        self._supervisor.close_input()

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        def on_signal(number: int, frame: object) -> None:
            self._signal = self._signal or number
            self._supervisor.quit()

        self._bell.settimeout(child.WAIT_STEP_S)
        self._bell_in.setblocking(False)
        old_bell = signal.set_wakeup_fd(self._bell_in.fileno(), warn_on_full_buffer=False)
        old = {}
        for name in ENDING_SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                old[number] = signal.signal(number, on_signal)
        try:
            yield
        finally:
            for number, handler in old.items():
                signal.signal(number, handler)
            signal.set_wakeup_fd(old_bell)
            self._bell.close()
            self._bell_in.close()

    def _on_message(self, message: Message) -> None:
        if self._events is not None:
            self._events.write(message)
        match message:
            case Status():
                self._last = message.exit
                self._say_status(message)
            case Notice(kind):
                self._could_start = kind is not NoticeKind.SPAWN_FAILED
                if kind is NoticeKind.AUTO_SAVE:
                    return  # a question that only the window asks
                if not self._quiet or kind in (NoticeKind.SPAWN_FAILED, NoticeKind.FAILED):
                    say(sentence(message))
            case NotRestarted(error):
                where = f"{error.file.name}, line {error.line}" if error.file else "the file"
                say(f"not restarted: {error.type} in {where}: {error.message}")
            case Drained() | Watching() | InputWanted() | CpuUsed():
                pass

    def _say_status(self, status: Status) -> None:
        if self._quiet:
            return
        if status.state is State.RUNNING and status.run > 1:
            say(f"restarted ({in_words(status.reason)})")
        elif status.state is State.WAITING and status.exit is not None:
            until = "a save" if self._target.restart_on_save else "Ctrl+C"
            say(f"ended with exit code {status.exit.shell_code}; waiting for {until}")


def say(text: str) -> None:
    """One of our own short messages."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"reloader: {text}\n")
        sys.stderr.flush()


def _wait_for_room(file: int) -> None:
    """Until a pipe or a terminal takes more (POSIX). Not select(): it knows only the first
    1,024 numbers of files."""
    with selectors.DefaultSelector() as selector:
        selector.register(file, selectors.EVENT_WRITE)
        selector.select(1)


def _stdin_is_open() -> bool:
    try:
        os.fstat(0)
    except OSError:
        return False
    return True


def absolute(path: Path) -> Path:
    """Absolute, but with symlinks as they are: the script finds what lies beside the link."""
    return Path(os.path.abspath(path))
