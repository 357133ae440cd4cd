"""Why a run begins: kinds and values, worded by runs.py and status.py. Pure and Qt-free."""

from __future__ import annotations

import enum

from reloader_core import Reason, ReasonKind, frozen


@frozen
class Pressed:
    """The user pressed Run."""


@frozen
class Installed:
    """pip has brought this package, which the script was missing."""

    package: str


@frozen
class Made:
    """There is an environment for the script's folder now."""

    place: str
    """What its own folder is called."""


@frozen
class Renamed:
    """The user has given a file another name, which was that of a module."""

    old: str
    new: str


@frozen
class Command:
    """The user agreed to this command, which is run in the script's place."""

    words: str


Asked = Pressed | Installed | Made | Renamed | Command | Reason
"""Why the engine is asked to start. A Reason: a save that the engine does not see itself."""


SOURCES = (".py", ".pyw")
_ITS_OWN = (ReasonKind.CHANGED, ReasonKind.EXIT_3, ReasonKind.EXIT_3_LOOP)


def cause(reason: Reason, asked: Asked) -> Asked:
    """What the engine says of a run that has begun, or else what it was asked for."""
    return reason if reason.kind in _ITS_OWN else asked


class Done(enum.Enum):
    """What has become of the files that a Reason names."""

    SAVED = enum.auto()
    BACK = enum.auto()
    CHANGED = enum.auto()


def done(reason: Reason) -> Done:
    """Who saves a program is a person; data may be written by whatever else runs."""
    files = set(reason.files)
    if files and files <= set(reason.back):
        return Done.BACK
    is_program = all(file.suffix.lower() in SOURCES for file in files)
    return Done.SAVED if is_program and not reason.back else Done.CHANGED
