"""What may come into the supervisor's inbox besides the host's facts. Frozen values."""

from __future__ import annotations

from pathlib import Path

from reloader_core import child, model
from reloader_core.model import Target
from reloader_core.notice import Notice
from reloader_core.values import frozen

# Commands, from any thread


@frozen
class Start:
    target: Target | None


@frozen
class Prepare:
    target: Target


@frozen
class Stop: ...


@frozen
class Quit: ...


@frozen
class KeepRestarting: ...


@frozen
class TellCpuTimes: ...


@frozen
class TellCode: ...


@frozen
class TellPosition:
    from_c: bool


@frozen
class Update:
    target: Target


@frozen
class SetRestartOnSave:
    on: bool


@frozen
class Input:
    data: bytes | None  # None: end of input


@frozen
class FilesChanged:
    files: tuple[tuple[Path, str], ...]
    """Each as it is watched, and its real path, with all links followed."""


@frozen
class FilesOpen:
    """Somebody has these open for writing."""

    files: tuple[tuple[Path, str], ...]
    """As in FilesChanged."""


@frozen
class OutputDrained:
    run: int


@frozen
class Compared:
    """Which lines of these files the save changed that leads, or led, to run `run`."""

    run: int
    lines: tuple[tuple[Path, model.LineSpans], ...]


@frozen
class HeardOut:
    """All that this run's agent had said when the run was to end has been told."""

    run: int


Command = (
    Start
    | Prepare
    | Stop
    | Quit
    | KeepRestarting
    | TellCpuTimes
    | TellCode
    | TellPosition
    | Update
    | SetRestartOnSave
    | Input
)
Item = (
    Command | FilesChanged | FilesOpen | OutputDrained | Compared | HeardOut | child.Fact | Notice
)
