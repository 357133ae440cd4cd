"""Finds the Python for a script, in the background: it starts processes. GUI thread."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from reloader_core import (
    Interpreter,
    InterpreterMissing,
    PassedOver,
    Trust,
    choose_interpreter,
    list_pythons,
    nearby_environments,
)
from reloader_gui.texts.pythons import PYTHONS
from reloader_gui.texts.said import Said, said
from reloader_gui.ui.background import Background
from reloader_gui.ui.disk import ask_disk


class Choose(Protocol):
    """The engine's choose_interpreter, or a test's own."""

    def __call__(
        self,
        script: Path,
        *,
        chosen: Path | None = None,
        before_run: bool = False,
        trust: Trust | None = None,
    ) -> Interpreter: ...


Listed = Sequence[Interpreter | PassedOver]
"""All Pythons of this computer, in the order in which one would be chosen for a script."""
ListPythons = Callable[[Path, Trust], Listed]


def all_pythons(script: Path, trust: Trust) -> Listed:
    """As the engine lists them; starts some of them, and takes seconds."""
    return list_pythons(script, trust=trust)


Nearby = tuple[tuple[Path, int], ...]
"""The environments that a script may get, as nearby_environments() tells of them."""


class PythonSearch(QObject):
    """Remembers what was found last. Only the newest search counts."""

    ended = Signal()
    """`found` or `missing` says how."""

    def __init__(
        self,
        clock: Callable[[], float],
        choose: Choose = choose_interpreter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.found: Interpreter | None = None
        self.missing: Said | None = None
        """Why there is none."""
        self._clock = clock
        self._choose = choose
        self._background = Background(self)
        self._number = 0
        self._script = Path()
        self._nearby: Nearby = ()
        """What there was when the last search began."""
        self._since: float | None = None

    @property
    def is_on(self) -> bool:
        return self._since is not None

    def lasted_s(self) -> float:
        """How long the present search takes already; 0 if there is none."""
        return self._clock() - self._since if self._since is not None else 0.0

    def start(self, script: Path, chosen: Path | None, trust: Trust, *, before_run: bool) -> None:
        """`before_run`: nothing that came with the script is started."""
        self._number += 1
        self._script = script
        self._since = self._clock()
        number = self._number

        def work() -> tuple[Nearby, Interpreter | Said]:
            nearby = nearby_environments(script)
            try:
                found = self._choose(script, chosen=chosen, before_run=before_run, trust=trust)
            except InterpreterMissing as error:
                return nearby, said(PYTHONS.missing, error)
            return nearby, found

        self._background.submit(
            work,
            lambda found: self._on_ended(number, *found),
            instead=lambda: ((), said(PYTHONS.search_failed)),
        )

    def may_start(self) -> Interpreter | None:
        """What was found, if it has said that it is a Python, nobody has to be asked about it,
        and it is still there; its drive may also not answer."""
        found = self.found
        if found is None or not found.is_confirmed:
            return None
        path = found.path
        return found if ask_disk(lambda: os.path.exists(path), otherwise=False) else None

    def forget(self) -> None:
        """What was found is not what is wanted now."""
        self.found = None

    def nearby_now(self) -> Nearby | None:
        """The environments that there are; None if the disk does not say so at once."""
        script = self._script
        return ask_disk(lambda: nearby_environments(script), otherwise=None)

    def ask_nearby(self, then: Callable[[Nearby], None]) -> None:
        """The same, whenever the disk answers."""
        script, before = self._script, self._nearby
        self._background.submit(lambda: nearby_environments(script), then, instead=lambda: before)

    def new_among(self, nearby: Nearby) -> Path | None:
        """The environment that would be taken first now, if that has come, or was made anew,
        since the last search. Told once."""
        before, self._nearby = self._nearby, nearby
        return nearby[0][0] if nearby[:1] != before[:1] and nearby else None

    def close(self) -> None:
        self._background.close()

    def _on_ended(self, number: int, nearby: Nearby, found: Interpreter | Said) -> None:
        if number != self._number:
            return
        self._since, self._nearby = None, nearby
        if isinstance(found, Said):
            self.found, self.missing = None, found
        else:
            self.found, self.missing = self._newest(found), None
        self.ended.emit()

    def _newest(self, found: Interpreter) -> Interpreter:
        """A shim's answer in the script's folder stands until it is asked there again."""
        old = self.found
        is_shim = old is not None and old.named != old.path
        if old is not None and is_shim and not found.is_confirmed and found.named == old.named:
            return replace(old, is_confirmed=False)
        return found
