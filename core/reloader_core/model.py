"""The values that cross threads: what to run, what state it is in, what became of it.

Everything here is frozen and holds no resources, so that it can be handed from
one thread to another without a lock. This module imports nothing of ours but notice.py.
"""

from __future__ import annotations

import enum
import zlib
from collections.abc import Mapping
from dataclasses import field, replace
from itertools import chain, repeat
from pathlib import Path

from reloader_core.notice import Notice
from reloader_core.values import frozen

SPAWN_FAILED_CODE = 126  # as a shell has it
RESTART_EXIT_CODE = 3
"""A child that ends with this code asks to be started again (the classic protocol)."""

MOST_EXIT_3 = 5
"""So many in a row, for the same work (policies.ExitLoop), are no request any more."""


class AfterExit(enum.Enum):
    """What the supervisor does when the script ends by itself."""

    WAIT = "wait for a change"
    END = "end with the script's exit code"
    END_UNLESS_SYNTAX_ERROR = "as END, but a file that does not parse is waited for"


class DataFiles(enum.Enum):
    """What a change of a file does that the script's own code opens for reading."""

    IGNORED = "nothing"
    ASKED = "told by DataChanged while the script runs; once it has ended, the script runs again"
    """Of files in the folder of the script or below that the script does not write itself."""
    RESTART = "restarts the script"
    """Wherever the file lies."""


class Preload(enum.StrEnum):
    """What the next child imports ahead of time, as it is typed and kept in settings."""

    OFF = "off"
    STDLIB = "stdlib"
    TESTED = "tested"
    """Of the installed packages those of agent/tested.py, too."""
    ALL = "all"

    @property
    def takes_packages(self) -> bool:
        return self in (Preload.TESTED, Preload.ALL)


@frozen
class Target:
    """What to run and how; exactly one of ``script``, ``module`` and ``code`` is given.

    ``flags`` are the interpreter's own options, as typed. ``env`` is added to the
    supervisor's own environment. ``watch`` and ``ignore`` are glob patterns relative to
    ``cwd`` (``**`` crosses folders). ``grace_s`` is how long a script that was asked to
    end may take before it is forced.
    """

    interpreter: Path
    cwd: Path
    script: Path | None = None
    module: str | None = None
    code: str | None = None
    """A program's text, as python -c takes it."""
    flags: tuple[str, ...] = ()
    args: tuple[str, ...] = ()
    env: tuple[tuple[str, str], ...] = ()
    watch: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    restart_on_save: bool = True
    run_when_saved: bool = False
    """A save starts also what the user has stopped; else the first one is only published."""
    grace_s: float = 2.0
    after_exit: AfterExit = AfterExit.WAIT
    standby: bool = True
    """Keep the next child parked: a restart is sooner, an idle interpreter is the price."""
    preload: Preload = Preload.STDLIB
    """What it imports ahead of time; nothing: it is not kept."""
    most_parked_mb: int = 600
    """Of memory that the parked children may take with packages, together."""
    restart_on_errors: bool = False
    """Restart even when what was saved does not parse."""
    pause_s: float = 0.0
    """Restart only when nothing was saved for so long."""
    only_when_text_changed: bool = False
    """A touch, or a save of the same text, does not restart."""
    data_files: DataFiles = DataFiles.IGNORED
    child_watch: bool = True
    """What other processes load that the script starts restarts it, too."""
    max_exit3_loops: int = MOST_EXIT_3
    """So many ends with 3 in a row are the script's own result: other programs use that code as
    well. 0: it is a code like any other."""

    @property
    def parks(self) -> bool:
        """Is the next child kept parked?"""
        return self.standby and self.preload is not Preload.OFF

    def __post_init__(self) -> None:
        if [self.script, self.module, self.code].count(None) != 2:
            raise ValueError("a target is a script, a module or a program's text")

    @property
    def name(self) -> str:
        """What the user calls it: the file's name, or the module's."""
        return self.script.name if self.script is not None else self.module or "-c"

    @property
    def what(self) -> tuple[Path | None, str | None, str | None]:
        """What is run: of another one nothing that was learnt holds."""
        return self.script, self.module, self.code

    @property
    def command_line(self) -> tuple[str, ...]:
        """The command that a person would type, with unbuffered output."""
        if self.script is not None:
            what: tuple[str, ...] = (str(self.script),)
        elif self.module is not None:
            what = ("-m", self.module)
        else:
            what = ("-c", str(self.code))
        return (str(self.interpreter), "-u", *self.flags, *what, *self.args)


class State(enum.Enum):
    """Where the supervisor is; the values are what ``--events`` writes."""

    IDLE = "idle"
    RUNNING = "running"
    RESTARTING = "restarting"
    STOPPING = "stopping"
    WAITING = "waiting"  # the script ended by itself; a save runs it again
    CLOSED = "closed"  # the supervisor has ended; nothing follows


class ReasonKind(enum.Enum):
    """Why a run was started or ended; the values are what ``--events`` writes."""

    READY = "ready"
    ASKED = "asked"
    CHANGED = "changed"
    EXIT_3 = "exit code 3"
    ENDED = "ended"
    STOPPED = "stopped"
    SPAWN_FAILED = "could not start"
    EXIT_3_LOOP = "exit code 3 loop"
    QUIT = "quit"


LineSpans = tuple[tuple[int, int], ...]
"""(first, last) line of each part of a text, counted from 1, both included."""


@frozen
class Reason:
    kind: ReasonKind
    files: tuple[Path, ...] = ()
    lines: tuple[LineSpans, ...] = ()
    """What changed in each of `files`, in the same order; () where that is not known."""
    back: tuple[Path, ...] = ()
    """Those of `files` that were gone, and are there again: nobody need have saved them."""

    def changes(self) -> dict[Path, LineSpans]:
        unknown: LineSpans = ()
        lines = chain(self.lines, repeat(unknown))
        return dict(zip(self.files, lines, strict=False))

    def joined_by(self, later: Reason) -> Reason:
        """Both led to the same run; of a file in both, the later lines hold."""
        changes = {**self.changes(), **later.changes()}
        back = (*(file for file in self.back if file not in later.files), *later.back)
        return replace(later, files=tuple(changes), lines=tuple(changes.values()), back=back)

    def with_lines(self, found: Mapping[Path, LineSpans]) -> Reason:
        """This with what was found out since."""
        changes = {file: found.get(file, spans) for file, spans in self.changes().items()}
        return replace(self, lines=tuple(changes.values()))


@frozen
class ScriptError:
    """An uncaught exception, as the script's own interpreter saw it.

    ``file`` and ``line`` (counted from 1) point at the innermost frame that is the
    user's own file, or at the place that does not parse.
    """

    type: str
    message: str
    file: Path | None = None
    line: int | None = None
    source: str = ""
    facts: str = field(default="", repr=False)
    """What else is known of it, for explain(): see explain/evidence/facts.py."""

    @property
    def is_syntax_error(self) -> bool:
        return self.type in ("SyntaxError", "IndentationError", "TabError")


@frozen
class Exit:
    """How a run ended. ``code`` is negative for a signal (POSIX): -9 is SIGKILL."""

    code: int
    error: ScriptError | None = None
    runtime_s: float = 0.0

    @property
    def shell_code(self) -> int:
        """The code that a shell would report: 128 + N for signal N."""
        return 128 - self.code if self.code < 0 else self.code


@frozen
class Status:
    """One published state change. ``t`` is time.monotonic() in seconds."""

    t: float
    state: State
    reason: Reason
    run: int = 0
    """Counts the runs from 1; 0 before the first."""
    pid: int | None = None
    exit: Exit | None = None
    """The last run's end; None while it runs."""
    left: int = 0
    """Processes that the ended script started and that still run."""
    started: float | None = None
    """time.monotonic() when the last run started."""


@frozen
class NotRestarted:
    """What was saved has a mistake, so the old program goes on. The next save that
    parses restarts."""

    error: ScriptError
    files: tuple[Path, ...] = ()


@frozen
class DataChanged:
    """The script runs, and these files are not as it has read them (DataFiles.ASKED)."""

    files: tuple[Path, ...]


@frozen
class Watching:
    """Which files would restart the script; published when the set grows."""

    files: tuple[Path, ...] = field(default=())


@frozen
class InputWanted:
    """The script waits in input(), or (wanted False) was sent what it waits for."""

    run: int
    wanted: bool


@frozen
class ErrorSurvived:
    """An error has ended a thread, a task or a callback, and the script goes on. Python is about
    to print it; each place is told once a run."""

    run: int
    error: ScriptError


@frozen
class Drained:
    """All output of this run has been handed on."""

    run: int


@frozen
class CpuTimes:
    """What a script's main thread has used from its beginning until `t`, in seconds."""

    t: float
    """time.monotonic()"""
    user_s: float
    system_s: float
    waited_s: float = 0.0
    """It could have run, and all cores were taken; 0 where the system does not tell."""


class Waits(enum.Enum):
    """What a script's main thread waits for."""

    INPUT = "It reads what the user types."
    NETWORK = "It waits for another computer, or for somebody to connect."
    PROGRAM = "It waits for another program."
    THREAD = "It waits for another of its threads."
    NOTHING = "It sleeps, and goes on by itself."


@frozen
class CpuUsed:
    """The answer to tell_cpu_times(). None: it cannot be told, or nothing runs."""

    run: int
    times: CpuTimes | None
    waits: Waits | None = None


@frozen
class Position:
    """The answer to tell_position(). Lines count from 1."""

    run: int
    file: Path
    line: int
    source: str = ""
    """That line as this run has read it, without its indentation; empty if it is not known."""
    waits: Waits | None = None


@frozen
class Text:
    """A file's text at one moment; `packed` None: only its digest was kept."""

    digest: bytes
    packed: bytes | None

    def contents(self) -> bytes | None:
        return zlib.decompress(self.packed) if self.packed is not None else None

    def lines(self) -> list[bytes] | None:
        text = self.contents()
        return text.splitlines() if text is not None else None


@frozen
class RanCode:
    """The texts that a run began with, as far as they are known: told before the next run begins,
    and when tell_code() asks."""

    run: int
    files: tuple[tuple[Path, Text], ...]


@frozen
class Parked:
    """How many children are parked for the next runs, and what memory they take together."""

    children: int = 0
    size_mb: int = 0


Message = (
    Status
    | Notice
    | NotRestarted
    | DataChanged
    | Watching
    | InputWanted
    | Drained
    | ErrorSurvived
    | CpuUsed
    | RanCode
    | Parked
    | Position
)
