"""Asks a file whether it is a Python that a script can run with, or only reads what it says.

A file is a Python only if it says so when it is started (probe.py): shims, launchers and
broken environments look like one. Before the user runs the script (`before_run`) no environment
is started, nor anything else that came with the script: their files are read, and the run tells
the truth. Starts processes, and may take seconds: no thread that draws a window calls it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reloader_core import platform_facts
from reloader_core.python import environments
from reloader_core.python.environments import environment_of
from reloader_core.python.places import Origin, Place, ScriptPlace, Source
from reloader_core.python.probe import (
    InterpreterMissing,
    Key,
    Probed,
    Problem,
    answers,
    check_file,
    probe,
    real,
)
from reloader_core.python.trust import Doubt, Trust
from reloader_core.values import frozen

if TYPE_CHECKING:
    from reloader_core.python.remembered import Remembered


@frozen
class PassedOver:
    """A file that does not work as a Python, or not for this script. Of an Interpreter: an
    environment that would have come first."""

    origin: Origin
    problem: Problem
    path: Path | None
    detail: str


@frozen
class Interpreter:
    """A found Python: what to start, and why this one."""

    path: Path
    version: str
    """As it said itself; until it has been started as its files say, or empty."""
    origin: Origin
    named: Path = Path()
    """The file that was found; of a shim or launcher not the same as `path`."""
    is_confirmed: bool = True
    """Whether it has said so itself where the script runs. Else it is asked before a run."""
    doubt: Doubt | None = None
    """Somebody else could have changed it: not to be started unless the user says so."""
    passed_over: tuple[PassedOver, ...] = ()
    unmet: str = ""
    """What the script asks for (requires-python) and this Python is not; empty: nothing."""

    @property
    def source(self) -> Source:
        return self.origin.source


@frozen
class Search:
    """Asks what is found for one script: by starting it, or only by reading what may be read."""

    script: ScriptPlace
    environ: Mapping[str, str]
    platform: str
    before_run: bool
    trust: Trust
    timeout_s: float = 10.0
    remembered: Remembered | None = None
    """What was wrong with some when they were last asked; those are not asked again."""

    def look(self, place: Place) -> Interpreter | PassedOver:
        """As ask(), with what is wrong as a value."""
        try:
            return self.ask(place)
        except InterpreterMissing as error:
            return PassedOver(place.origin, error.problem, error.path, error.detail)

    def ask(self, place: Place) -> Interpreter:
        """Raises InterpreterMissing."""
        python = Path(os.path.abspath(place.python))
        key = check_file(python, self.platform)
        doubt = None
        if place.origin.source is not Source.CHOICE or not self.trust.in_choice:
            doubt = self.trust.doubt(python, self.platform)
        if doubt is not None and doubt.mark not in self.trust.accepted:
            return replace(self._read(python, place, key), is_confirmed=False, doubt=doubt)
        if self.before_run and self._came_with_the_script(place, python):
            return self._read(python, place, key)
        found = self._probe(python, key)
        is_shim = real(found.executable) != real(python)
        return Interpreter(
            found.executable,
            found.version,
            place.origin,
            python,
            is_confirmed=not (is_shim and self.before_run),
        )

    def _probe(self, python: Path, key: Key) -> Probed:
        if self.remembered is not None and (known := self.remembered.failure(key)) is not None:
            raise known
        # A shim may start what the script's folder names (pyenv: .python-version).
        folder = None if self.before_run else self.script.folder
        try:
            return probe(
                python, self.timeout_s, cwd=folder, environ=self.environ, platform=self.platform
            )
        except InterpreterMissing as error:
            if self.remembered is not None:
                self.remembered.note(key, error)
            raise

    def _came_with_the_script(self, place: Place, python: Path) -> bool:
        """Also what only its first line names: who wrote that may have put it anywhere."""
        if place.origin.source is Source.SHEBANG:
            usual = platform_facts.path_folders(self.environ, self.platform)
            if python.parent not in usual:
                return True
        home = platform_facts.home(self.environ, self.platform)
        return environment_of(python) is not None or self.script.holds(python, home)

    def _read(self, python: Path, place: Place, key: Key) -> Interpreter:
        """What is known of it without starting it."""
        if (known := answers.get(key)) is not None:
            return Interpreter(known.executable, known.version, place.origin, python)
        if not os.access(python, os.X_OK):
            raise InterpreterMissing(Problem.NO_PROGRAM, python)
        if not platform_facts.is_named_like_python(python):
            raise InterpreterMissing(Problem.NOT_NAMED, python)
        environment = environment_of(python)
        version = environments.version_in(environment) if environment is not None else ""
        return Interpreter(python, version, place.origin, python, is_confirmed=False)


def identity(python: Path) -> str:
    """Equal for two names of one Python; an environment is not its base."""
    return real(environment_of(python) or python)
