"""The contract of a child process, and the one place where the platform is chosen.

A Host owns the children of one supervisor and reports about them through the
`deliver` callable it was made with, from threads of its own; every fact carries
the child's id. A Child's methods never block their caller, but for read_output.
POSIX: _child_posix (with the guardian process); Windows: _child_windows (with a
job object).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from core.channel import Request
from core.model import CpuTimes, ScriptError

Activity = tuple[int, ...]
AGENT_FOLDER = Path(__file__).with_name("agent")


@dataclass(frozen=True, slots=True)
class Spawn:
    """What to start. `env` is the whole environment, without the agent's additions."""

    argv: tuple[str, ...]
    cwd: Path
    env: tuple[tuple[str, str], ...]
    stdin: int | None = None
    """A file descriptor that the child inherits; None: a pipe for write_input."""
    agent: bool = True


# What a host reports: facts, each about the child with that id.


@dataclass(frozen=True, slots=True)
class Hello:
    """The agent is up and the child is parked. `pid` is the real interpreter's."""

    child: int
    pid: int
    version: str
    prefixes: tuple[str, ...]
    """Folders of the standard library and of installed packages: not the user's files."""


@dataclass(frozen=True, slots=True)
class Armed:
    child: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that the script loads; `seen` was read before the file was."""

    child: int
    path: Path
    seen: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class LoadedAhead:
    """A file outside the standard library that a child has loaded while parked: a standby is
    no better than its text of then. `bytecode`: where that is cached; `seen`: what the file
    looked like; None: it was looked for, and not there."""

    child: int
    path: Path
    bytecode: Path
    seen: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Missing:
    """An import found nothing under this name in these folders."""

    child: int
    name: str
    folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Asks:
    """The script has called input()."""

    child: int


@dataclass(frozen=True, slots=True)
class ReadsKeys:
    """The script reads single keys from its console, which is not shown (Windows)."""

    child: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """The script is about to open this file for writing, or to put another in its place. Told
    again while it goes on, but not each time."""

    child: int
    path: Path
    with_contents: bool = False
    """What is put there may be a folder, and stands for all that is in it."""


@dataclass(frozen=True, slots=True)
class Uses:
    """The script imported a module of the standard library or an installed package."""

    child: int
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A parked child has imported what it was told to."""

    child: int


@dataclass(frozen=True, slots=True)
class Refused:
    """This module cannot be imported ahead of time; the parked child ends."""

    child: int
    name: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A parked child has compiled what was saved. `number`: that of the request; `error`: why
    it does not parse."""

    child: int
    number: int
    error: ScriptError | None


@dataclass(frozen=True, slots=True)
class Handled:
    """The agent's handler has run for a request."""

    child: int


@dataclass(frozen=True, slots=True)
class ExitReport:
    """The agent's last word, from an exit function: the interpreter ends in good order."""

    child: int
    error: ScriptError | None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the script's own window is; for the next run's agent, who alone understands it."""

    child: int
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spawned:
    child: int
    pid: int


@dataclass(frozen=True, slots=True)
class SpawnFailed:
    """Nothing was started; `sentence` says why and what to do."""

    child: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Exited:
    """The child itself is gone. `left`: processes of its tree that still run."""

    child: int
    code: int
    left: int


@dataclass(frozen=True, slots=True)
class LeftChanged:
    child: int
    left: int


@dataclass(frozen=True, slots=True)
class Stuck:
    """These processes do not end even when killed (uninterruptible sleep)."""

    child: int
    pids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GuardianLost:
    """Somebody has ended the helper process that owns the tree, and the tree ends with it."""

    child: int


@dataclass(frozen=True, slots=True)
class PassedBy:
    """The process that should have started or ended this child did not answer; it is done
    without it."""

    child: int


@dataclass(frozen=True, slots=True)
class TreeGone:
    """Nothing of the tree is left, but for what belongs to the user (a browser)."""

    child: int


Fact = (
    Hello
    | Armed
    | Loaded
    | LoadedAhead
    | Missing
    | Wrote
    | Asks
    | ReadsKeys
    | Uses
    | Ready
    | Refused
    | Checked
    | Handled
    | ExitReport
    | Placed
    | Spawned
    | SpawnFailed
    | Exited
    | LeftChanged
    | Stuck
    | GuardianLost
    | PassedBy
    | TreeGone
)
Deliver = Callable[[Fact], None]


class Child(Protocol):
    """One started child and its tree."""

    id: int

    def ask(self, request: Request, *fields: str) -> None:
        """Send a request to the agent. Nothing happens if it is gone."""

    def allow_front(self) -> None:
        """Let it put its windows in front of ours (Windows asks for that)."""

    def interrupt(self) -> bool:
        """Without an agent: the politest thing there is (POSIX: SIGINT). False: there is
        none (Windows without a console)."""

    def end_tree(self) -> None:
        """Ask what is left of the tree to end, then force it, then report TreeGone.
        Reports it too if there is nothing left."""

    def force(self) -> None:
        """Kill the whole tree at once, then report Exited and TreeGone."""

    def activity(self) -> Activity | None:
        """What the main thread has used so far. Two equal values: it neither ran nor did
        I/O in between. None: it runs right now, or it cannot be told."""

    def cpu_times(self) -> CpuTimes | None:
        """Of the main thread. None: it cannot be told apart from others, or nobody answers."""

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


WAIT_STEP_S = 0.1 if sys.platform == "win32" else None
"""How long a main thread may wait at a time and still notice Ctrl+C."""


def can_inherit_stdin() -> bool:
    """Can a child be given our stdin? Not a Windows console: it has none itself."""
    return sys.platform != "win32" or not sys.stdin.isatty()


def make_host(deliver: Deliver) -> Host:
    """The host for this platform."""
    if sys.platform == "win32":
        from core._child_windows import WindowsHost

        return WindowsHost(deliver)
    from core._child_posix import PosixHost

    return PosixHost(deliver)
