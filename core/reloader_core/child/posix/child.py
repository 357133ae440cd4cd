"""POSIX: one child behind a guardian, asked by socket and SIGURG."""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import io
import logging
import os
import select
import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from reloader_core.child import contract, facts, wire
from reloader_core.child.input_writer import InputWriter
from reloader_core.child.open_files import open_for_writing
from reloader_core.child.posix.activity import main_thread_times, thread_activity
from reloader_core.child.posix.guardian_process import Guardian
from reloader_core.child.posix.report_pipe import ReportPipe
from reloader_core.child.posix.trace_pipe import TracePipe
from reloader_core.child.posix.tree_activity import dies_of, tree_activity
from reloader_core.child.posix.waiting import waits_for
from reloader_core.child.wire import Request
from reloader_core.model import CpuTimes, Waits

log = logging.getLogger(__name__)

READ_BYTES = 1 << 16
FLOOD_BYTES = 1 << 18
"""Read at once in a flood. After each read the reader waits for the GIL while the window
paints: pieces of 64 KiB cost a fifth of the throughput (tests/bench/output.py). Room for so
much costs 13 us, so it is not made for a few lines."""
WAKE, END = b"w", b"!"
ENDINGS = {
    Request.ASK: signal.SIGINT,
    Request.ASK_AGAIN: signal.SIGTERM,
    Request.EXIT: signal.SIGTERM,
    Request.FINISH: signal.SIGTERM,
    Request.END: signal.SIGTERM,
}
"""What asks a program to end: how the agent is woken, or what is sent in its stead."""


@dataclass
class Order:
    """What a guardian is to start; kept until it has heard that, in case another one has to."""

    fds: tuple[int, ...]
    command: dict[str, Any]
    files: contextlib.ExitStack
    """Closes these descriptors."""


class Hands(Protocol):
    """The host, as far as its children need it."""

    def send_request_signal(self, about: PosixChild) -> None: ...

    def signal(self, about: PosixChild, pid: int, number: int) -> None: ...

    def signal_others(self, about: PosixChild, number: int) -> None: ...

    def report(self, fact: facts.Fact) -> None: ...

    def end(self, about: PosixChild, do: str, grace_s: float = 0.0) -> None: ...

    def begins(self, about: PosixChild) -> None: ...


class PosixChild:
    """One child behind a guardian."""

    has_signals = True

    def __init__(
        self, host: Hands, guardian: Guardian, number: int, output: int, stdin: int | None
    ) -> None:
        self.id = number
        self.guardian = guardian
        """Belongs to the host's lock."""
        self.order: Order | None = None
        self.went = False
        self.has_terminal = False
        """It runs, with the streams of the job."""
        self.stopped_by_us = False
        """And the guardian has not said so yet."""
        self.signalled = (0, 0)
        """The process and the signal that it was last asked by."""
        self.pid = 0
        self.interpreter_pid = 0
        self.exited = False
        self.ended_with = int(-signal.SIGKILL)
        """Its exit code, where its guardian cannot say it."""
        self.control: socket.socket | None = None
        self.wake_pipe: io.FileIO | None = None
        self.reports: ReportPipe | None = None
        """Where what it starts reports."""
        self.traces: TracePipe | None = None
        """Where its main thread writes its stack."""
        self.agent_gone = False
        """The script has become another program (os.exec), or closed all files."""
        self._host = host
        self._output = output
        self._read_bytes = READ_BYTES
        self._wake, self._wake_in = os.pipe()
        self._input = InputWriter(stdin) if stdin is not None else None
        self._channel_lock = threading.Lock()
        self._wake_lock = threading.Lock()
        self._output_closed = False

    def order_from(self, guardian: Guardian) -> bool:
        """Have it start this one. False: it cannot. Under the host's lock."""
        assert self.order is not None
        self.guardian = guardian
        return guardian.command("spawn", self.id, self.order.fds, **self.order.command)

    def ask(self, request: Request, *fields: str) -> None:
        if request is Request.GO:  # the guardian hears it before the script can do anything
            self.went = True
            self.guardian.command("go", self.id)
            self._host.begins(self)
        if self.agent_gone and request in ENDINGS:
            self.signal(ENDINGS[request])
            self._host.report(facts.Handled(self.id, wire.Doing.SIGNALLED))
        elif request is Request.END:
            self._tell_thread(END)
        elif not self._tell_agent(request, fields):
            pass
        elif request in ENDINGS:
            self._host.send_request_signal(self)
            self._tell_thread(WAKE)
        elif request in (Request.LOOK, Request.WHERE):  # once: what is missed is no loss
            self.signal(signal.SIGURG)

    def _tell_agent(self, request: Request, fields: tuple[str, ...]) -> bool:
        """False if there is none. The host's thread may be about to close the channel."""
        with self._channel_lock:
            if self.control is None:
                return False
            try:
                self.control.sendall(wire.encode(request.value, *fields))
            except TimeoutError:  # half of a message is worse than none
                log.warning("child %d does not take what it is told", self.id)
                with contextlib.suppress(OSError):
                    self.control.shutdown(socket.SHUT_WR)
            except OSError:  # it has ended
                pass
            return True

    def _tell_thread(self, word: bytes) -> None:
        """To the agent's thread, if it has one: it runs where the main loop sleeps in C."""
        with self._channel_lock, contextlib.suppress(OSError, ValueError):
            if self.wake_pipe is not None:
                self.wake_pipe.write(word)

    def signal(self, number: int) -> None:
        """A real one, to the interpreter."""
        self._host.signal(self, self.interpreter_pid, number)

    def interrupt(self, *, deadly: bool = True) -> bool:
        if deadly or not dies_of(self.interpreter_pid, signal.SIGINT):
            self.signal(signal.SIGINT)
        return True

    def interrupt_others(self) -> None:
        self._host.signal_others(self, signal.SIGINT)

    def terminate_others(self) -> None:
        self._host.signal_others(self, signal.SIGTERM)

    def end_tree(self, grace_s: float) -> None:
        self._host.end(self, "end", grace_s)

    def allow_front(self) -> None:
        """The window manager decides."""

    def force(self) -> None:
        self._host.end(self, "force")

    def activity(self) -> contract.Activity | None:
        return thread_activity(self.interpreter_pid)

    def tree_activity(self) -> contract.Activity | None:
        return tree_activity(self.interpreter_pid)

    def cpu_times(self) -> CpuTimes | None:
        return main_thread_times(self.interpreter_pid) if self.interpreter_pid else None

    def waits_for(self) -> Waits | None:
        return waits_for(self.interpreter_pid) if self.interpreter_pid else None

    def dump_stack(self) -> None:
        # Who has closed all files may have others by these numbers, and another program has
        # nobody who would write.
        if self.traces is not None and self.interpreter_pid and not self.agent_gone:
            self.signal(signal.SIGWINCH)

    def write_input(self, data: bytes) -> bool:
        return self._input is None or self._input.write(data)

    def open_for_writing(self, is_wanted: Callable[[str], bool]) -> frozenset[str]:
        # From the keeper down: what the script has left behind is the guardian's by now.
        return open_for_writing(self.guardian.process.pid, is_wanted)

    def close_input(self) -> None:
        if self._input is not None:
            self._input.close()

    def read_output(self, timeout_s: float | None) -> bytes | None:
        poll = select.poll()
        poll.register(self._output, select.POLLIN)
        poll.register(self._wake, select.POLLIN)
        ready = [fd for fd, _event in poll.poll(None if timeout_s is None else timeout_s * 1000)]
        if self._output not in ready:
            if self._wake in ready:
                os.read(self._wake, 4096)
            return None
        try:
            data = os.read(self._output, self._read_bytes)
        except OSError:
            return b""
        self._read_bytes = FLOOD_BYTES if len(data) >= READ_BYTES else READ_BYTES
        return data

    def wake_output(self) -> None:
        with self._wake_lock, contextlib.suppress(OSError):
            if not self._output_closed:  # else the number may be another file's by now
                os.write(self._wake_in, b"!")

    def close_output(self) -> None:
        with self._wake_lock:
            if not self._output_closed:
                self._output_closed = True
                for fd in (self._output, self._wake, self._wake_in):
                    os.close(fd)

    def close_channel(self) -> None:
        with self._channel_lock:
            if self.control is not None:
                self.control.close()
                self.control = None
            if self.wake_pipe is not None:
                self.wake_pipe.close()
                self.wake_pipe = None
        if self.reports is not None:
            self.reports.close()
        if self.traces is not None:
            self.traces.close()
        self.close_input()
