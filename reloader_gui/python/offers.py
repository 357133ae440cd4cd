"""How a missing package can be had: in the script's Python, or in one that is made for its folder.

Qt-free. Starts Pythons to ask what they can do; a thread that may wait calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from reloader_core import Interpreter, Source, frozen, nearby_environments
from reloader_gui.python import python_facts
from reloader_gui.python.advice import Advice
from reloader_gui.python.declared import declared
from reloader_gui.python.install_steps import Step, pip
from reloader_gui.python.new_environment import Tools, free_name, install_by_uv
from reloader_gui.python.new_environment import steps as steps_for
from reloader_gui.python.other_pythons import others
from reloader_gui.python.package_table import Known
from reloader_gui.python.python_facts import Facts
from reloader_gui.texts.packages import PACKAGES, Do, Refusal
from reloader_gui.texts.said import Said, said
from reloader_gui.ui.program import program_folder

Bases = Callable[[Path, Interpreter], Iterable[Interpreter]]
"""For a script, what could make an environment beside this Python; to find them takes a while."""

_ENVIRONMENTS = (Source.ENVIRONMENT, Source.ACTIVE)


@frozen
class Wanted:
    """A module that is not there."""

    module: str
    known: Known | None
    """The package that has it; None: one of the same name may, but that is a guess."""
    python: Interpreter
    """Where it is missing."""
    script: Path

    @property
    def package(self) -> str:
        return self.known.package if self.known is not None else self.module

    def what(
        self, refusal: Refusal, do: Do, place: str = "", base: Interpreter | None = None
    ) -> Said:
        known, name = self.known, self.module
        other = known.package if known and known.package.replace("-", "_") != name else ""
        noted = known.module if known is not None else ""
        return said(PACKAGES.missing, name, other, self.python, noted, refusal, do, place, base)

    def install(self, *steps: Step) -> Advice:
        is_guess = self.known is None
        what = self.what(Refusal.NONE, Do.GUESS if is_guess else Do.INSTALL)
        return Advice(what, self.package, steps, is_guess=is_guess)


def other_bases(script: Path, python: Interpreter) -> Iterator[Interpreter]:
    """What is installed on this computer."""
    return (each for each in others(script, python) if each.source not in _ENVIRONMENTS)


def offer(wanted: Wanted, bases: Bases = other_bases) -> Advice:
    """Asks the Python, and starts others if that one can do nothing."""
    python = wanted.python
    facts = python_facts.ask(python.path)
    if facts is None:
        return Advice(wanted.what(Refusal.NONE, Do.NOTHING))
    program = program_folder()
    is_ours = program is not None and python.path.is_relative_to(program)
    refusal = _refusal(facts, is_ours=is_ours)
    if refusal is Refusal.NONE:
        for_user = not facts.in_environment and (is_ours or not facts.may_write)
        where = ("--user",) if for_user else ()
        return wanted.install(pip(python.path, "install", *where, wanted.package))
    if facts.in_environment:
        found = _without_pip(wanted, facts, Tools.here())
        return wanted.install(*found) if found else Advice(wanted.what(refusal, Do.OTHER))
    return _new_environment(wanted, refusal, bases)


def _refusal(facts: Facts, *, is_ours: bool) -> Refusal:
    """Why pip would fail in this Python."""
    if facts.is_managed and not facts.in_environment:
        return Refusal.MANAGED
    if not facts.has_pip:
        return Refusal.NO_PIP
    if not facts.in_environment and not facts.has_user_folder and (is_ours or not facts.may_write):
        return Refusal.LOCKED
    return Refusal.NONE


def _without_pip(wanted: Wanted, facts: Facts, tools: Tools) -> tuple[Step, ...]:
    """An environment as uv makes it, or from a Python without ensurepip."""
    python, package = wanted.python.path, wanted.package
    if tools.uv is not None and not (tools.is_pip_configured and facts.has_ensurepip):
        return (install_by_uv(tools.uv, python, (package,)),)
    if facts.has_ensurepip:
        return Step(python, ("-m", "ensurepip")), pip(python, "install", package)
    base = python_facts.ask(Path(facts.base)) if facts.base else None
    if base is not None and base.has_pip:
        return (pip(Path(facts.base), "--python", str(python), "install", package),)
    return ()


def _new_environment(wanted: Wanted, refusal: Refusal, bases: Bases) -> Advice:
    """With all that the script says it needs; a guess is not installed, only the Python is made
    that it can be installed in."""
    packages = (wanted.known.package,) if wanted.known is not None else ()
    package, words = "".join(packages), tuple(packages)
    if (also := declared(wanted.script)) is not None:
        package = also.package
        words = (*also.words, *(each for each in packages if each not in also.names))
    place = free_name(wanted.script.parent)
    if place is None:
        return Advice(wanted.what(refusal, Do.NO_PLACE))
    made = _made(wanted.script, wanted.python, place, words, bases)
    if made is None:
        return Advice(wanted.what(refusal, Do.NO_VENV))
    base, steps = made
    other = base if base is not wanted.python else None
    do = Do.MAKE if words else Do.MAKE_ONLY
    return Advice(wanted.what(refusal, do, place.name, other), package, steps, place)


def _made(
    script: Path, python: Interpreter, place: Path, packages: tuple[str, ...], bases: Bases
) -> tuple[Interpreter, tuple[Step, ...]] | None:
    """Which Python makes an environment, and how: the given one if it can."""
    tools = Tools.here()
    for base in chain((python,) if not python.unmet else (), bases(script, python)):
        facts = python_facts.ask(base.path)
        if facts is not None and (steps := steps_for(place, base.path, facts, packages, tools)):
            return base, steps
    return None


def offer_declared(script: Path, python: Interpreter, bases: Bases = other_bases) -> Advice | None:
    """Where a script says which packages it needs, its Python lacks some of them, and there is no
    environment for it yet."""
    found = declared(script) if not nearby_environments(script) else None
    place = free_name(script.parent)
    if found is None or place is None or python_facts.has_all(python.path, found.names):
        return None
    made = _made(script, python, place, found.words, bases)
    if made is None:
        return None
    what = said(PACKAGES.declared, found.file.name, found.package, place.name)
    return Advice(what, found.package, made[1], place)
