"""What a child process is, on every platform: Spawn, Child, Host.

A Host owns the children of one supervisor and reports about them through the `deliver`
callable it was made with, from threads of its own. A Child's methods never block their
caller, but for read_output.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from reloader_core.child.facts import Fact
from reloader_core.child.wire import Request
from reloader_core.model import CpuTimes, Waits
from reloader_core.values import frozen

Activity = tuple[int, ...]


@frozen
class Spawn:
    """What to start. `env` is the whole environment, without the agent's additions."""

    argv: tuple[str, ...]
    cwd: Path
    env: tuple[tuple[str, str], ...]
    stdin: int | None = None
    """A file descriptor that the child inherits; None: a pipe for write_input."""
    agent: bool = True
    child_watch: bool = True
    """What it starts in turn is to report, too (see agent/children.py)."""


Deliver = Callable[[Fact], None]


class Signal(NamedTuple):
    """One that was sent to this process. `sender`: 0 if nobody knows."""

    number: int
    from_terminal: bool
    sender: int


class Job(Protocol):
    """This process as a job of the user's shell, whose streams and terminal the script gets.
    Where nothing else is said, for the main thread, which has made it before any other one."""

    def wait(self) -> Signal:
        """The next one that is sent to us; SIGCHLD or no number stands for wake() as well."""

    def wake(self) -> None:
        """Let wait() return, from any thread."""

    def is_of_run(self, sent: Signal) -> bool:
        """Has the script sent it, as os.kill(0, ...) does?"""

    @property
    def script_hears(self) -> bool:
        """Does what the terminal sends to this job reach a script?"""

    @property
    def is_taken(self) -> bool:
        """Does the script use the terminal for more than lines (curses, single keys)? Words of
        ours would be somewhere in its picture. From any thread."""

    def begin_line(self) -> None:
        """Have the cursor at the beginning of a line, be it in the middle of one."""

    def drop_unfinished_line(self) -> None:
        """What was typed for a script that has ended, and not sent: the next one would get it in
        front of its own first line, unseen. As Ctrl+C does it; whole lines stay."""

    def stop(self) -> None:
        """As Ctrl+Z does it. Returns when somebody lets us go on."""

    def stop_with_script(self) -> None:
        """Somebody has asked us alone: nobody has told the script."""

    def go_on(self) -> None:
        """After a stop. What the terminal has stopped the shell lets go on, script and all: a
        word of ours might come after the next Ctrl+Z."""

    def before_restarts(self, do: Callable[[], None]) -> None:
        """Call this before each run but the first, on the supervisor's thread."""

    def stdin_is_pipe(self) -> bool: ...

    def watch_reader(self, on_left: Callable[[], None]) -> None:
        """Call this, from a thread, when whoever reads our output has left, as `head` does."""

    def close(self) -> None:
        """The signals reach us as before; nobody waits for them any more."""


class Child(Protocol):
    """One started child and its tree."""

    id: int
    has_signals: bool
    """They bring requests to its main thread, and a real SIGINT can be sent. Else (Windows) a
    thread of the agent's does, and tells when the main thread does not hear it."""

    def ask(self, request: Request, *fields: str) -> None:
        """Send a request to the agent. Nothing happens if it is gone."""

    def allow_front(self) -> None:
        """Let it put its windows in front of ours (Windows asks for that)."""

    def interrupt(self, *, deadly: bool = True) -> bool:
        """A real SIGINT to the interpreter: also who has no agent, or does not hear it, may end
        by that. `deadly`: also where it is the system's default, which cleans nothing up. False:
        there is none, see has_signals."""

    def interrupt_others(self) -> None:
        """What the interpreter has started gets what Ctrl+C in a terminal would send it."""

    def terminate_others(self) -> None:
        """What the interpreter has started is told to end (POSIX: SIGTERM)."""

    def end_tree(self, grace_s: float) -> None:
        """Ask what is left of the tree to end, force it after this time, then report TreeGone.
        Reports it too if there is nothing left."""

    def force(self) -> None:
        """Kill the whole tree at once, then report Exited and TreeGone."""

    def activity(self) -> Activity | None:
        """What the main thread has used so far. Two equal values: it neither ran nor did
        I/O in between. None: it runs right now, or it cannot be told."""

    def tree_activity(self) -> Activity | None:
        """The same of all its threads and of what it has started."""

    def cpu_times(self) -> CpuTimes | None:
        """Of the main thread. None: it cannot be told apart from others, or nobody answers."""

    def waits_for(self) -> Waits | None:
        """What its main thread waits for. None: it runs, or it cannot be told."""

    def dump_stack(self) -> None:
        """Have the main thread's stack written, in C code, too, and report it as Dumped. Nothing
        happens where that is not possible."""

    def write_input(self, data: bytes) -> bool:
        """Queue it. False: nothing of it was taken, too much waits to be read already."""

    def open_for_writing(self, is_wanted: Callable[[str], bool]) -> frozenset[str]:
        """Real paths of the files that processes of the tree have open for writing right now,
        of those that are wanted and as far as that can be told within 20 ms; nothing where the
        system does not tell."""

    def close_input(self) -> None: ...

    def read_output(self, timeout_s: float | None) -> bytes | None:
        """Block for output. b'': end of file; None: nothing within the time."""

    def wake_output(self) -> None:
        """Make a read_output that waits return None, from any thread."""

    def close_output(self) -> None:
        """Close our end; to be called by the thread that reads. Once more does nothing."""


class Host(Protocol):
    """Owns the children; whatever becomes of the supervisor, they end with it."""

    exit_3_needs_report: bool
    """Windows: os.abort() ends with 3, so a 3 asks for a restart only after an ExitReport."""

    def spawn(self, child: int, spawn: Spawn) -> Child:
        """Start a child; reports Spawned or SpawnFailed, and Hello if an agent answers."""

    def after_reports(self, then: Callable[[], None]) -> None:
        """Call `then` once all that agents have said by now is delivered. From any thread, on
        whichever thread delivers; not at all once the host closes."""

    def close(self) -> None:
        """Force what is left and release everything. Bounded."""
