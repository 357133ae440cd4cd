"""What to say of the packages that a script is missing, found out in the background. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_core import Interpreter, ScriptError, frozen
from reloader_gui.python.advice import Advice
from reloader_gui.python.missing_package import advise, missing_module
from reloader_gui.python.offers import offer_declared
from reloader_gui.python.other_pythons import that_has
from reloader_gui.ui.background import Background

Advise = Callable[[ScriptError, Path, Interpreter, frozenset[str]], Advice | None]
OfferDeclared = Callable[[Path, Interpreter], Advice | None]
FindOther = Callable[[str, Path, Interpreter], Interpreter | None]


@frozen
class Advisers:
    """Who knows what to do about packages; they start Pythons."""

    advise: Advise = advise
    offer_declared: OfferDeclared = offer_declared
    find_other: FindOther = that_has


class PackageAdvice(QObject):
    advised = Signal(object)
    """An Advice for the error that is shown."""
    declared = Signal(object)
    """An Advice: there is no environment for what the script says it needs."""

    def __init__(
        self, script: Path, advisers: Advisers, index: Callable[[], str], parent: QObject
    ) -> None:
        """`index`: the address that the user has given for packages; empty: none."""
        super().__init__(parent)
        self._index = index
        self.script = script
        self._advisers = advisers
        self._background = Background(self)
        self._number = 0
        self._shown: Advice | None = None
        self._other: Interpreter | None = None
        """What has the package that is missing."""
        self._installed: frozenset[str] = frozenset()

    def consider(self, error: ScriptError, python: Interpreter | None) -> None:
        """If a package is missing, find out what to say: `advised`, at first without another
        Python that has it. It takes a moment."""
        self.forget()
        number, script, installed = self._number, self.script, self._installed
        module = missing_module(error)
        if python is None or module is None:
            return
        self._background.submit(
            lambda: self._advisers.advise(error, script, python, installed),
            lambda advice: self._on_advice(number, advice),
            instead=lambda: None,
        )
        self._background.submit(
            lambda: self._advisers.find_other(module, script, python),
            lambda other: self._on_other(number, other),
            instead=lambda: None,
        )

    def consider_declared(self, python: Interpreter) -> None:
        """If the script says itself what it needs and cannot have it: `declared`."""
        number, script = self._number, self.script
        self._background.submit(
            lambda: self._advisers.offer_declared(script, python),
            lambda advice: self._on_declared(number, advice),
            instead=lambda: None,
        )

    def note_installed(self, package: str) -> None:
        """If the module is missing all the same, it is in another one."""
        self._installed |= {package}

    def forget(self) -> None:
        """The script runs, or something is installed: what is found out now is of no use."""
        self._number += 1
        self._shown = self._other = None

    def close(self) -> None:
        self._background.close()

    def _on_advice(self, number: int, advice: Advice | None) -> None:
        if number == self._number and advice is not None:
            self._shown = replace(advice, other=self._other)
            self.advised.emit(self._shown.from_index(self._index()))

    def _on_other(self, number: int, other: Interpreter | None) -> None:
        if number == self._number and other is not None:
            self._other = other
            self._on_advice(number, self._shown)

    def _on_declared(self, number: int, advice: Advice | None) -> None:
        if number == self._number and advice is not None:
            self.declared.emit(advice.from_index(self._index()))
