"""Follows one script's missing package: advice in the background, then pip's run, and its end.

GUI thread. Decides nothing about when a run begins: ScriptRun starts what this asks for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_core import Interpreter, ReasonKind, ScriptError, State, Status
from reloader_gui.python.missing_package import Advice, advise, missing_module, not_installed
from reloader_gui.ui.background import Background

Advise = Callable[[ScriptError, Path, Interpreter, frozenset[str]], Advice | None]


class Installation(QObject):
    advised = Signal(object)
    """An Advice for the error that is shown."""
    succeeded = Signal(str)
    """pip has installed this package: the script can be run again."""
    ended = Signal()
    """pip has ended otherwise; the script is what is run from now on."""

    def __init__(self, advise: Advise = advise, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: Advice | None = None
        """What pip installs at this moment."""
        self.failed: Advice | None = None
        """What it could not install, until something else is run."""
        self._advise = advise
        self._background = Background(self)
        self._unexplained = False
        self._asked = 0
        self._after = 0
        self._installed: frozenset[str] = frozenset()

    def consider(self, error: ScriptError, folder: Path, python: Interpreter | None) -> None:
        """If a package is missing, find out what to say: `advised`. It takes a moment."""
        self._asked += 1
        number, installed = self._asked, self._installed
        if python is None or missing_module(error) is None:
            return
        self._background.submit(
            lambda: self._advise(error, folder, python, installed),
            lambda advice: self._on_advice(number, advice),
            instead=lambda: None,
        )

    def _on_advice(self, number: int, advice: Advice | None) -> None:
        if number == self._asked and advice is not None:
            self.advised.emit(advice)

    def begin(self, advice: Advice, status: Status | None) -> None:
        """pip's run comes after this status's."""
        self.running, self.failed = advice, None
        self._after = status.run if status is not None else 0

    def leave(self) -> None:
        """Something else is run."""
        self._asked += 1
        self.running = self.failed = None

    def on_status(self, status: Status) -> None:
        """While `running`: has pip ended?"""
        advice = self.running
        not_started = status.reason.kind is ReasonKind.SPAWN_FAILED
        if advice is None or not (status.run > self._after or not_started):
            return
        if status.state not in (State.WAITING, State.IDLE):
            return
        self.running = None
        if status.exit is not None and status.exit.code == 0 and status.state is State.WAITING:
            self._installed |= {advice.package}
            self.succeeded.emit(advice.package)
            return
        if status.state is State.WAITING and not not_started:
            self.failed = advice
            self._unexplained = True
        self.ended.emit()

    def explain(self, tail: Callable[[], str]) -> None:
        """All that pip has said is known (`tail()` is its end): say what to do."""
        if self.failed is not None and self._unexplained:
            self._unexplained = False
            self.failed = not_installed(self.failed, tail())
            self.advised.emit(self.failed)

    def close(self) -> None:
        self._background.close()
