"""What may come into the supervisor's inbox besides the host's facts. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reloader_core import child, model
from reloader_core.model import Target
from reloader_core.notice import Notice

# Commands, from any thread


@dataclass(frozen=True, slots=True)
class Start:
    target: Target | None


@dataclass(frozen=True, slots=True)
class Prepare:
    target: Target


@dataclass(frozen=True, slots=True)
class Stop: ...


@dataclass(frozen=True, slots=True)
class Quit: ...


@dataclass(frozen=True, slots=True)
class KeepRestarting: ...


@dataclass(frozen=True, slots=True)
class TellCpuTimes: ...


@dataclass(frozen=True, slots=True)
class TellCode: ...


@dataclass(frozen=True, slots=True)
class TellPosition:
    from_c: bool


@dataclass(frozen=True, slots=True)
class Update:
    target: Target


@dataclass(frozen=True, slots=True)
class SetRestartOnSave:
    on: bool


@dataclass(frozen=True, slots=True)
class Input:
    data: bytes | None  # None: end of input


@dataclass(frozen=True, slots=True)
class FilesChanged:
    files: tuple[tuple[Path, str], ...]
    """Each as it is watched, and its real path, with all links followed."""


@dataclass(frozen=True, slots=True)
class FilesOpen:
    """Somebody has these open for writing."""

    files: tuple[tuple[Path, str], ...]
    """As in FilesChanged."""


@dataclass(frozen=True, slots=True)
class OutputDrained:
    run: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Which lines of these files the save changed that leads, or led, to run `run`."""

    run: int
    lines: tuple[tuple[Path, model.LineSpans], ...]


@dataclass(frozen=True, slots=True)
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
