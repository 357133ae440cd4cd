"""Which Python runs the script: the first in the rule's order that is one.

A file is a Python only if it says so when it is started (probe.py): shims, launchers and
broken environments look like one. `choose` and `candidates` therefore start processes and
can take seconds: no thread that draws a window calls them.
Before the user runs the script (`before_run`) no environment is started, nor anything
else that came with the script: their files are read, and the run tells the truth.
Remembers no choice of the user's; never takes the environment that Reloader runs in.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reloader_core import platform_facts
from reloader_core.platform_facts import THIS
from reloader_core.python import environments, places
from reloader_core.python.environments import environment_of
from reloader_core.python.places import Origin, Place, ScriptPlace, Source
from reloader_core.python.probe import (
    InterpreterMissing,
    Key,
    Problem,
    answers,
    check_file,
    probe,
    real,
)
from reloader_core.python.trust import Doubt, Trust


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An environment that would have come first but does not work."""

    origin: Origin
    problem: Problem
    path: Path | None
    detail: str


@dataclass(frozen=True, slots=True)
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

    @property
    def source(self) -> Source:
        return self.origin.source


@dataclass(frozen=True, slots=True)
class Ourselves:
    """The Python that Reloader runs on: what scripts must not get, and what they may."""

    environment: Path | None
    base: Path | None
    version: str

    @classmethod
    def now(cls) -> Ourselves:
        base: Path | None = None
        # In a frozen program sys.executable is the program, not a Python.
        if not getattr(sys, "frozen", False):
            base = Path(getattr(sys, "_base_executable", "") or sys.executable)
            base = platform_facts.console_python(base, THIS)
        own = Path(sys.prefix) if sys.prefix != sys.base_prefix else None
        return cls(own, base, sys.version.split()[0])

    def owns(self, environment: Path | None) -> bool:
        return (
            environment is not None
            and self.environment is not None
            and real(environment) == real(self.environment)
        )


def own() -> Path | None:
    """The Python that Reloader itself runs on, outside of any environment."""
    return Ourselves.now().base


def choose(
    script: Path,
    *,
    chosen: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    ourselves: Ourselves | None = None,
    platform: str = THIS,
    before_run: bool = False,
    trust: Trust | None = None,
) -> Interpreter:
    """The Python for a script, or for what is run in a folder: the user's choice, else the
    first candidate.

    Raises InterpreterMissing if the choice is unusable, or if there is no Python at all.
    """
    if chosen is not None:
        search = _Search(ScriptPlace.of(script), environ, platform, before_run, trust or Trust())
        python = places.named(chosen, environ, platform)
        return search.ask(Place(python, Origin(Source.CHOICE)))
    for interpreter in candidates(
        script,
        environ,
        ourselves=ourselves,
        platform=platform,
        before_run=before_run,
        trust=trust,
    ):
        return interpreter
    raise InterpreterMissing(Problem.NONE_FOUND)


def candidates(
    script: Path,
    environ: Mapping[str, str] = os.environ,
    *,
    ourselves: Ourselves | None = None,
    platform: str = THIS,
    before_run: bool = False,
    trust: Trust | None = None,
) -> Iterator[Interpreter]:
    """The Pythons that fit, best first, each once; each is asked only when it is its turn.
    Those that the user has refused are left out."""
    ourselves = ourselves or Ourselves.now()
    trust = trust or Trust()
    place = ScriptPlace.of(script)
    search = _Search(place, environ, platform, before_run, trust)
    seen: set[str] = set()
    passed_over: tuple[PassedOver, ...] = ()
    for found in places.places(place, environ, platform):
        named = _identity(found.python)
        if named in seen or ourselves.owns(environment_of(found.python)):
            continue
        try:
            interpreter = search.ask(found)
        except InterpreterMissing as error:
            if found.origin.source in (Source.ENVIRONMENT, Source.ACTIVE):
                why = (error.problem, error.path, error.detail)
                passed_over += (PassedOver(found.origin, *why),)
            continue
        answered = _identity(interpreter.path)
        is_refused = interpreter.doubt is not None and interpreter.doubt.mark in trust.refused
        is_new = answered not in seen and not ourselves.owns(environment_of(interpreter.path))
        seen |= {named, answered}
        if is_new and not is_refused:
            yield replace(interpreter, passed_over=passed_over)
    base = ourselves.base
    if base is not None and os.path.isfile(base) and _identity(base) not in seen:
        ours = Origin(Source.OURS)
        yield Interpreter(base, ourselves.version, ours, base, passed_over=passed_over)


@dataclass(frozen=True, slots=True)
class _Search:
    """Asks what is found for one script: by starting it, or only by reading what may be read."""

    script: ScriptPlace
    environ: Mapping[str, str]
    platform: str
    before_run: bool
    trust: Trust

    def ask(self, place: Place) -> Interpreter:
        """Raises InterpreterMissing."""
        python = Path(os.path.abspath(place.python))
        key = check_file(python, self.platform)
        doubt = None
        if place.origin.source is not Source.CHOICE or not self.trust.in_choice:
            doubt = self.trust.doubt(python, self.platform)
        if doubt is not None and doubt.mark not in self.trust.accepted:
            return replace(self._read(python, place, key), is_confirmed=False, doubt=doubt)
        if self.before_run and self._came_with_the_script(python):
            return self._read(python, place, key)
        # A shim may start what the script's folder names (pyenv: .python-version).
        folder = None if self.before_run else self.script.folder
        found = probe(python, cwd=folder, environ=self.environ, platform=self.platform)
        is_shim = real(found.executable) != real(python)
        return Interpreter(
            found.executable,
            found.version,
            place.origin,
            python,
            is_confirmed=not (is_shim and self.before_run),
        )

    def _came_with_the_script(self, python: Path) -> bool:
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


def _identity(python: Path) -> str:
    """Equal for two names of one Python; an environment is not its base."""
    return real(environment_of(python) or python)
