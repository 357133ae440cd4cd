"""What travels from the engine's threads to the output pane. Frozen; Qt-free."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Began:
    """A run begins: its rule in the output says when and why."""

    run: int
    clock: str
    """Local time, as 14:02:11."""
    cause: str
    again: bool
    """False for the first run, whose start needs no confirmation."""


@dataclass(frozen=True, slots=True)
class Text:
    """Bytes of one run, as the script wrote them."""

    run: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Gap:
    """So many lines came too fast to be shown."""

    lines: int


@dataclass(frozen=True, slots=True)
class Echo:
    """What the user sent to the script, shown at its place."""

    text: str


Item = Began | Text | Gap | Echo
