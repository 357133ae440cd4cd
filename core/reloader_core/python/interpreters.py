"""Which Python runs the script: the first in the rule's order that is one, and fits it.

`choose` and `candidates` start processes (asking.py) and can take seconds: no thread that draws
a window calls them. Remembers no choice of the user's; takes the environment that Reloader runs in
only if it is the script's, or the user has switched it on.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reloader_core import platform_facts
from reloader_core.platform_facts import THIS
from reloader_core.python import header, places
from reloader_core.python.asking import Interpreter, PassedOver, Search, identity
from reloader_core.python.environments import environment_of
from reloader_core.python.header import Header
from reloader_core.python.installed import installed
from reloader_core.python.many import ask_all
from reloader_core.python.places import Origin, Place, ScriptPlace, Source
from reloader_core.python.probe import InterpreterMissing, Problem, real
from reloader_core.python.trust import Trust
from reloader_core.values import frozen

_NUMBERS = re.compile(r"\d+")


@frozen
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

    def interpreter(self) -> Interpreter | None:
        """What scripts may get of it."""
        if self.base is None or not os.path.isfile(self.base):
            return None
        return Interpreter(self.base, self.version, Origin(Source.OURS), self.base)

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
        search = Search(ScriptPlace.of(script), environ, platform, before_run, trust or Trust())
        python = places.named(chosen, environ, platform)
        found = search.ask(Place(python, Origin(Source.CHOICE)))
        return fitted(found, header.read(script))
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
    Those that the user has refused are left out; those that are not what the script asks for
    (requires-python) come only where there is no other."""
    ourselves = ourselves or Ourselves.now()
    trust = trust or Trust()
    search = Search(ScriptPlace.of(script), environ, platform, before_run, trust)
    wanted = header.read(script)
    passed_over: tuple[PassedOver, ...] = ()
    unfit: list[Interpreter] = []
    has_found = False
    for found in _in_order(search, wanted, ourselves):
        if isinstance(found, Interpreter):
            found = fitted(found, wanted)
            if not found.unmet:
                has_found = True
                yield replace(found, passed_over=passed_over)
                continue
            unfit.append(found)
            found = PassedOver(found.origin, Problem.UNFIT, found.path, found.unmet)
        if found.origin.source in (Source.ENVIRONMENT, Source.ACTIVE):
            passed_over += (found,)
    if not has_found:  # the script may run all the same, and says why if not
        yield from unfit


def fitted(found: Interpreter, wanted: Header) -> Interpreter:
    """With what the script asks for that it is not."""
    unmet = "" if wanted.allows(found.version) else wanted.requires_python
    return replace(found, unmet=unmet)


def _in_order(
    search: Search, wanted: Header, ourselves: Ourselves
) -> Iterator[Interpreter | PassedOver]:
    """Each Python once; those that are found first are asked only when it is their turn."""
    seen = Seen(ourselves, search.trust)
    for place in usual_places(search, wanted):
        if seen.is_new(place) and seen.take(found := search.look(place)):
            yield found
    rest = [place for place in installed(search.environ, search.platform) if seen.is_new(place)]
    yield from filter(seen.take, newest_first(ask_all(search, rest)))
    if (own_one := ourselves.interpreter()) is not None and seen.take(own_one):
        yield own_one


def usual_places(search: Search, wanted: Header) -> Iterator[Place]:
    """Near the script, as its first line says, and what a new terminal starts."""
    yield from places.near_script(search.script, search.environ, search.platform)
    named = header.shebang_file(wanted, search.environ, search.platform)
    if named is not None:
        yield Place(named, Origin(Source.SHEBANG, named.stem))
    yield from places.on_path(search.environ, search.platform)


class Seen:
    """Which Pythons have had their turn, by the file or by what it said that it is."""

    def __init__(self, ourselves: Ourselves, trust: Trust) -> None:
        self._ourselves = ourselves
        self._trust = trust
        self._seen: set[str] = set()

    def is_new(self, place: Place) -> bool:
        """Before it is asked."""
        is_own = self._is_own_alone(place.origin, place.python)
        return not is_own and identity(place.python) not in self._seen

    def take(self, found: Interpreter | PassedOver) -> bool:
        """Whether it is one that has not been there, and that the user has not refused."""
        if isinstance(found, PassedOver):
            return found.path is None or self._is_first(found.path)
        answered = identity(found.path)
        is_refused = found.doubt is not None and found.doubt.mark in self._trust.refused
        is_new = answered not in self._seen
        self._seen |= {answered, identity(found.named)}
        return is_new and not is_refused and not self._is_own_alone(found.origin, found.path)

    def _is_own_alone(self, origin: Origin, python: Path) -> bool:
        """A tool's own environment (pipx, uv tool) has nothing that scripts need; where Reloader is
        one of a project's packages, it is the project's."""
        is_users = origin.source in (Source.ENVIRONMENT, Source.ACTIVE)
        return not is_users and self._ourselves.owns(environment_of(python))

    def _is_first(self, file: Path) -> bool:
        is_new = identity(file) not in self._seen
        self._seen.add(identity(file))
        return is_new


def newest_first(
    found: Iterable[Interpreter | PassedOver],
) -> list[Interpreter | PassedOver]:
    """What works before what does not, and what is finished before what is to be tried out."""
    return sorted(found, key=_rank, reverse=True)


def _rank(found: Interpreter | PassedOver) -> tuple[bool, bool, list[int]]:
    if isinstance(found, PassedOver):
        return False, False, []
    is_final = not any(letter in found.version for letter in "abr")
    return True, is_final, [int(number) for number in _NUMBERS.findall(found.version)]
