"""Why a run begins: kinds and values, worded by status.py. Pure and Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from reloader_core import Reason, ReasonKind


@dataclass(frozen=True, slots=True)
class Pressed:
    """The user pressed Run."""


@dataclass(frozen=True, slots=True)
class Installed:
    """pip has brought this package, which the script was missing."""

    package: str


@dataclass(frozen=True, slots=True)
class Command:
    """The user agreed to this command, which is run in the script's place."""

    words: str


Asked = Pressed | Installed | Command | Reason
"""Why the engine is asked to start. A Reason: a save that the engine does not see itself."""


_ITS_OWN = (ReasonKind.CHANGED, ReasonKind.EXIT_3, ReasonKind.EXIT_3_LOOP)


def cause(reason: Reason, asked: Asked) -> Asked:
    """What the engine says of a run that has begun, or else what it was asked for."""
    return reason if reason.kind in _ITS_OWN else asked
