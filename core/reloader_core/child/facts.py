"""What a host reports: facts, each about the child with that id. Frozen; they cross threads."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from reloader_core.child.wire import Doing
from reloader_core.model import ScriptError
from reloader_core.notice import SpawnTrouble, TurnOff
from reloader_core.values import frozen

_SLEEP = re.compile(rb"(?:\w+\s*\.\s*)*sleep\s*\(")
_MOST_DUMPED = 500
"""So many characters of a file's name are written (CPython: MAX_STRING_LENGTH)."""


@frozen
class Hello:
    """The agent is up and the child is parked. `pid` is the real interpreter's."""

    child_id: int
    pid: int
    version: str
    prefixes: tuple[str, ...]
    """Folders of the standard library and of installed packages: not the user's files."""


@frozen
class Armed:
    child_id: int


@frozen
class Loaded:
    """A file that the script, or a process that it started, loads; `seen` was read before the
    file was."""

    child_id: int
    path: Path
    seen: tuple[int, int, int] | None


@frozen
class Read:
    """A data file that the script's own code is about to read; `seen` as in Loaded."""

    child_id: int
    path: Path
    seen: tuple[int, int, int] | None


@frozen
class LoadedAhead:
    """A file outside the standard library that a child has loaded while parked: a standby is
    no better than its text of then. `bytecode`: where that is cached; `seen`: what the file
    looked like; None: it was looked for, and not there."""

    child_id: int
    path: Path
    bytecode: Path
    seen: tuple[int, int, int] | None


@frozen
class Missing:
    """An import found nothing under this name in these folders."""

    child_id: int
    name: str
    folders: tuple[Path, ...]


@frozen
class Unseen:
    """The script starts a Python that nobody of ours can look into. `program`: the name of the
    user's file that it runs."""

    child_id: int
    program: str


@frozen
class Asks:
    """The script has called input()."""

    child_id: int


@frozen
class StartsProcesses:
    """The script starts another process, for the first time."""

    child_id: int


@frozen
class ReadsKeys:
    """The script reads single keys from its console, which is not shown (Windows)."""

    child_id: int


@frozen
class Wrote:
    """The script is about to open this file for writing, or to put another in its place. Told
    again while it goes on, but not each time."""

    child_id: int
    path: Path
    with_contents: bool = False
    """What is put there may be a folder, and stands for all that is in it."""


@frozen
class Uses:
    """The script imported modules of the standard library or of installed packages."""

    child_id: int
    modules: tuple[tuple[str, str], ...]
    """Names and paths, in the order of the imports."""


@frozen
class Late:
    """The script imported these modules of installed packages when its surroundings (environment,
    working folder, streams) were not those of its beginning any more."""

    child_id: int
    names: tuple[str, ...]


@frozen
class Imported:
    """A module of the user's, by an import of its own, has imported this one of a package."""

    child_id: int
    name: str
    lines: tuple[tuple[str, int], ...]
    """Paths and lines: where the user's modules were that were being executed, innermost first."""


@frozen
class Ready:
    """A parked child has imported what it was told to."""

    child_id: int
    failed: tuple[str, ...] = ()
    """Whose import ended with an error."""


@frozen
class Refused:
    """These modules cannot be imported ahead of time; the parked child ends."""

    child_id: int
    names: tuple[str, ...]


@frozen
class Checked:
    """A parked child has compiled what was saved. `number`: that of the request; `error`: why
    it does not parse."""

    child_id: int
    number: int
    error: ScriptError | None


@frozen
class Frame:
    """One of the script's, of code of the user's, that was there when it was asked to end, and is
    there now. Lines count from 1."""

    path: Path
    function: str
    asked_line: int
    """Where it was when it was asked; or, if it handles that, where that was raised."""
    line: int
    """Where it is now."""


@frozen
class Handled:
    """The agent has done what it was asked for, or has looked."""

    child_id: int
    doing: Doing
    waits_for: str = ""
    """The main thread waits for the end of a process: a 'child', or a 'worker' of
    multiprocessing."""
    frames: tuple[Frame, ...] = ()
    """Of a look, the innermost first, where no code of theirs knows of KeyboardInterrupt. While
    it is handled: the one that does."""


@frozen
class Stands:
    """Where the main thread is, in code of the user's: the innermost line."""

    child_id: int
    waits_for: str
    """'network', 'program' or 'thread', as far as its stack tells; else ''."""
    path: Path
    line: int
    call: tuple[int, ...] = ()
    """Of a function that is not Python's: its first and last line, and the bytes of these before
    it and up to its end. Empty: there is none, or it is not known."""

    def sleeps(self, source: bytes) -> bool:
        """Is that a call of time.sleep()? `source`: what it runs of this file."""
        if len(self.call) != 4:
            return False
        line, _, column, _ = self.call
        lines = source.splitlines()[line - 1 : line]
        return bool(lines and _SLEEP.match(lines[0], column))


def _as_dumped(text: str) -> str:
    """See _Py_DumpASCII in CPython's traceback.c."""
    written = ""
    for character in text[:_MOST_DUMPED]:
        number = ord(character)
        if 32 <= number < 127:
            written += character
        elif number <= 0xFF:
            written += f"\\x{number:02x}"
        else:
            written += f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
    return written + "..." * (len(text) > _MOST_DUMPED)


@frozen
class Dumped:
    """A piece of the main thread's stack, the innermost first, as faulthandler writes it."""

    child_id: int
    lines: tuple[tuple[str, int], ...]
    """File and line; in the file's name what is not ASCII is escaped."""

    def line_in(self, files: Collection[Path]) -> tuple[Path, int] | None:
        """The innermost line that is in one of these files."""
        written = {_as_dumped(str(file)): file for file in files}
        return next(((written[name], at) for name, at in self.lines if name in written), None)


@frozen
class CrashReport:
    """Before the ExitReport of a script that an exception ends. `told`: see
    explain/evidence/facts.py."""

    child_id: int
    told: str


@frozen
class TookKeyboard:
    """Its window has the keyboard, though nobody had asked for the run."""

    child_id: int


@frozen
class Survived:
    """An error ends a thread, a task or a callback, and the script goes on. Told before Python
    prints it, of each place once."""

    child_id: int
    error: ScriptError


@frozen
class ExitReport:
    """The agent's last word, from an exit function: the interpreter ends in good order."""

    child_id: int
    error: ScriptError | None


@frozen
class Placed:
    """Where the script's own window is; for the next run's agent, who alone understands it."""

    child_id: int
    place: tuple[str, ...]


@frozen
class Nested:
    """The script's own reloader is at work; told again each time that it acts. `off`, `option`:
    how its user turns it off."""

    child_id: int
    name: str
    off: TurnOff
    option: str


@frozen
class Spawned:
    child_id: int
    pid: int


@frozen
class SpawnFailed:
    """Nothing was started; `why` is what the system says."""

    child_id: int
    trouble: SpawnTrouble
    why: str


@frozen
class Exited:
    """The child itself is gone. `left`: processes of its tree that still run."""

    child_id: int
    code: int
    left: int


@frozen
class LeftChanged:
    child_id: int
    left: int


@frozen
class Stuck:
    """These processes do not end even when killed (uninterruptible sleep)."""

    child_id: int
    pids: tuple[int, ...]


@frozen
class GuardianLost:
    """Somebody has ended the helper process that owns the tree, and the tree ends with it."""

    child_id: int


@frozen
class PassedBy:
    """The process that should have started or ended this child did not answer; it is done
    without it."""

    child_id: int


@frozen
class TreeGone:
    """Nothing of the tree is left, but for what belongs to the user (a browser)."""

    child_id: int


Fact = (
    Hello
    | Armed
    | Loaded
    | Read
    | LoadedAhead
    | Missing
    | Unseen
    | Wrote
    | Asks
    | StartsProcesses
    | ReadsKeys
    | Uses
    | Late
    | Imported
    | Ready
    | Refused
    | Checked
    | Handled
    | Stands
    | Dumped
    | CrashReport
    | Survived
    | TookKeyboard
    | ExitReport
    | Placed
    | Nested
    | Spawned
    | SpawnFailed
    | Exited
    | LeftChanged
    | Stuck
    | GuardianLost
    | PassedBy
    | TreeGone
)
