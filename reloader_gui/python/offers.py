"""How a missing package can be had: in the script's Python, or in one that is made for its folder.

Qt-free. Starts Pythons to ask what they can do; a thread that may wait calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reloader_core import Interpreter
from reloader_gui.python import python_facts
from reloader_gui.python.advice import Advice
from reloader_gui.python.install_steps import Step, pip
from reloader_gui.python.new_environment import Tools, free_name, install_by_uv, steps
from reloader_gui.python.package_table import Known
from reloader_gui.python.python_facts import Facts
from reloader_gui.texts.packages import PACKAGES, Do, Refusal
from reloader_gui.texts.said import Said, said
from reloader_gui.ui.program import program_folder

Others = Callable[[], Iterable[Interpreter]]
"""Pythons beside the script's own that could make an environment; to find them takes a while."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A module that is not there."""

    module: str
    known: Known | None
    """The package that has it; None: one of the same name may, but that is a guess."""
    python: Interpreter
    """Where it is missing."""

    @property
    def package(self) -> str:
        return self.known.package if self.known is not None else self.module

    def what(
        self, refusal: Refusal, do: Do, place: str = "", base: Interpreter | None = None
    ) -> Said:
        known, name = self.known, self.module
        other = known.package if known and known.package.replace("-", "_") != name else ""
        note = known.note if known is not None else ""
        return said(PACKAGES.missing, name, other, self.python, note, refusal, do, place, base)

    def install(self, *steps: Step) -> Advice:
        is_guess = self.known is None
        what = self.what(Refusal.NONE, Do.GUESS if is_guess else Do.INSTALL)
        return Advice(what, self.package, steps, is_guess=is_guess)


def offer(wanted: Wanted, folder: Path, others: Others) -> Advice:
    """`folder`: the script's."""
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
    tools = Tools.here()
    if facts.in_environment:
        found = _without_pip(wanted, facts, tools)
        return wanted.install(*found) if found else Advice(wanted.what(refusal, Do.OTHER))
    return _new_environment(wanted, folder, facts, refusal, tools, others)


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
    """An environment as uv makes it."""
    python, package = wanted.python.path, wanted.package
    if tools.uv is not None and not (tools.is_pip_configured and facts.has_ensurepip):
        return (install_by_uv(tools.uv, python, (package,)),)
    if facts.has_ensurepip:
        return Step(python, ("-m", "ensurepip")), pip(python, "install", package)
    return ()


def _new_environment(
    wanted: Wanted, folder: Path, facts: Facts, refusal: Refusal, tools: Tools, others: Others
) -> Advice:
    """A guess is not installed by it, only the Python is made that it can be installed in."""
    place = free_name(folder)
    if place is None:
        return Advice(wanted.what(refusal, Do.NO_PLACE))
    packages = (wanted.known.package,) if wanted.known is not None else ()
    do = Do.MAKE if packages else Do.MAKE_ONLY
    package = packages[0] if packages else ""
    if made := steps(place, wanted.python.path, facts, packages, tools):
        return Advice(wanted.what(refusal, do, place.name), package, made, place)
    for base in others():
        its_facts = python_facts.ask(base.path)
        if its_facts and (made := steps(place, base.path, its_facts, packages, tools)):
            return Advice(wanted.what(refusal, do, place.name, base), package, made, place)
    return Advice(wanted.what(refusal, Do.NO_VENV))
