"""What the window calls a Python, and how it asks about one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path

from reloader_core import (
    Danger,
    Doubt,
    Interpreter,
    InterpreterMissing,
    Origin,
    PassedOver,
    Problem,
    Source,
)
from reloader_gui.texts.texts import Texts


class PythonTexts(Texts):
    def name(self, python: Interpreter) -> str:
        """For the button below the output, and within a sentence."""
        if python.source is Source.INSTALLED:
            if not python.version:
                return self.tr("Python (installed on this computer)")
            said = self.tr("Python {version} (installed on this computer)")
            return said.format(version=python.version)
        if not python.version:
            return self.tr("Python \u2013 {reason}").format(reason=self.origin(python.origin))
        said = self.tr("Python {version} \u2013 {reason}")
        return said.format(version=python.version, reason=self.origin(python.origin))

    def listed(self, python: Interpreter, home: Path) -> str:
        """In the list of all Pythons; `home` is written as ~."""
        where = self._where(python, home)
        if python.unmet:
            said = self.tr("Python {version} \u2013 {where}. Your script asks for {wanted}.")
            return said.format(version=python.version, where=where, wanted=python.unmet)
        if not python.version:
            return self.tr("Python \u2013 {reason}").format(reason=where)
        said = self.tr("Python {version} \u2013 {reason}")
        return said.format(version=python.version, reason=where)

    def _where(self, python: Interpreter, home: Path) -> str:
        if python.source is not Source.INSTALLED:
            return self.origin(python.origin)
        folder = python.path.parent
        if folder.is_relative_to(home):
            folder = Path("~") / folder.relative_to(home)
        if python.origin.folder is None:
            said = self.tr("{folder}, what {command} starts in a terminal")
            return said.format(folder=folder, command=python.origin.name)
        return str(folder)

    def origin(self, origin: Origin) -> str:
        """Why this one, within brackets."""
        match origin:
            case Origin(Source.ENVIRONMENT, name, None):
                return self.tr("{name} in this folder").format(name=name)
            case Origin(Source.ENVIRONMENT, "", Path() as folder):
                return self.tr("the environment {name}").format(name=folder.name)
            case Origin(Source.ENVIRONMENT, name, Path() as folder):
                said = self.tr("{name} in {folder}")
                return said.format(name=name, folder=folder.name or folder)
            case Origin(Source.SHEBANG):
                return self.tr("named by your script's first line")
            case Origin(Source.INSTALLED):
                return self.tr("installed on this computer")
            case Origin(Source.CHOICE):
                return self.tr("your choice")
            case Origin(Source.ACTIVE):
                return "VIRTUAL_ENV"
            case _:
                return self.tr("Reloader's own Python")

    def missing(self, found: InterpreterMissing | PassedOver) -> tuple[str, ...]:
        """Why a file is no Python that can be used, and what to do."""
        match found.problem:
            case Problem.NONE_FOUND:
                none = self.tr("No Python was found.")
                return none, self.tr("Install one from python.org, or choose one.")
            case Problem.FOLDER:
                return self.wrong(found), self.tr("Choose the python program in it.")
        return self.wrong(found), self.tr("Choose another Python.")

    def wrong(self, found: InterpreterMissing | PassedOver) -> str:
        """What is wrong with it."""
        return self._said_of(found.problem, found.detail).format(
            path=found.path, detail=found.detail
        )

    def _said_of(self, problem: Problem, detail: str) -> str:
        match problem:
            case Problem.STORE_STUB:
                return self.tr("{path} only opens the Microsoft Store.")
            case Problem.APPLE_STUB:
                return self.tr("{path} only offers to install Apple's developer tools.")
            case Problem.MISSING:
                return self.tr("{path} does not exist.")
            case Problem.BROKEN_LINK:
                return self.tr("{path} leads to a Python that is gone.")
            case Problem.FOLDER:
                return self.tr("{path} is a folder.")
            case Problem.NO_PROGRAM:
                return self.tr("{path} is not a program.")
            case Problem.NOT_NAMED:
                return self.tr("{path} is not a Python.")
            case Problem.CANNOT_START:
                return self.tr("{path} could not be started ({detail}).")
            case Problem.NO_ANSWER:
                return self.tr("{path} did not answer within {detail} seconds.")
            case Problem.SILENT:
                return self.tr("{path} is not a working Python (it said nothing).")
            case Problem.NO_PYTHON:
                return self.tr("{path} is not a working Python (it said: {detail}).")
            case Problem.TOO_OLD if detail:
                return self.tr("{path} is Python {detail}, and Reloader needs 3.8 or newer.")
            case Problem.TOO_OLD:
                return self.tr("{path} is an old Python, and Reloader needs 3.8 or newer.")
            case Problem.UNFIT:
                return self.tr("Your script asks for Python {detail}, which {path} is not.")
            case Problem.NONE_FOUND:
                return self.tr("No Python was found.")

    def passed_over(self, environment: PassedOver) -> tuple[str, str]:
        if environment.problem is Problem.UNFIT:
            asks = self.tr("Your script asks for Python {wanted}.")
            is_not = self.tr("{environment} is another one.")
            name = self.origin(environment.origin)
            return asks.format(wanted=environment.detail), is_not.format(environment=name)
        what = self.tr("{environment} does not work.")
        return what.format(environment=self.origin(environment.origin)), self.wrong(environment)

    def none_found(self) -> str:
        return self.tr("No Python found. Choose one...")

    def choose_other_tip(self) -> str:
        return self.tr("Click to choose another Python")

    def looking(self) -> str:
        return self.tr("Looking for Python...", "on the button")

    def button_tip(self) -> str:
        return self.tr("Which Python runs it")

    def question(self, python: Interpreter, doubt: Doubt) -> tuple[str, ...]:
        """Before a Python is started that somebody else could have changed."""
        match doubt.danger:
            case Danger.OWNED:
                what = self.tr("{file} belongs to another user ({user}).")
                what = what.format(file=doubt.file, user=doubt.who)
            case Danger.WRITABLE_BY_ALL:
                what = self.tr("Every user of this computer may change {file}.")
                what = what.format(file=doubt.file)
            case Danger.WRITABLE_BY_USER:
                what = self.tr("Another user ({user}) may change {file}.")
                what = what.format(file=doubt.file, user=doubt.who)
            case Danger.WRITABLE_BY_GROUP:
                what = self.tr("Others in the group {group} may change {file}.")
                what = what.format(file=doubt.file, group=doubt.who)
        why = self.tr("Code that somebody else has put there would run as you.")
        return what, why, self.tr("Use {python}?").format(python=self.name(python))

    def use(self) -> str:
        return self.tr("Use it")

    def use_another(self) -> str:
        return self.tr("Use another Python")

    def replaced(self, python: Interpreter) -> tuple[str, ...]:
        """Why it is not the environment that the user may expect, or not what the script asks
        for."""
        if python.unmet:
            asks = self.tr("Your script asks for Python {wanted}.").format(wanted=python.unmet)
            used = self.tr("{python} is used, which is another one.")
            return asks, used.format(python=self.name(python))
        used = self.tr("{python} is used instead.").format(python=self.name(python))
        return (*chain.from_iterable(map(self.passed_over, python.passed_over)), used)

    def not_usable(
        self, chosen: Path, why: Callable[[], str] | None, old: Interpreter | None
    ) -> tuple[str, ...]:
        """What was chosen is no Python; `why`: what is wrong with it."""
        if why is None or "py" not in chosen.name.lower():
            what = self.tr("{file} is not a Python.").format(file=chosen.name)
        else:
            what = why()
        if old is None:
            return (what,)
        kept = self.tr("Your script runs with {python} as before.")
        return what, kept.format(python=self.name(old))

    def appeared(self, environment: Path) -> tuple[str, ...]:
        """While the user's own choice is used."""
        what = self.tr("There is a Python for your script now: {name} in {folder}.")
        name, folder = environment.name, environment.parent
        said = what.format(name=name, folder=folder.name or folder)
        return said, self.tr("Your script runs with the Python that you chose.")

    def next_run(self, python: Interpreter) -> str:
        return self.tr("The next Run takes {python}.").format(python=self.name(python))

    def search_failed(self) -> str:
        return self.tr("Looking for Python failed. Press Run to try again, or choose one.")

    def choose_another(self) -> str:
        return self.tr("Choose another Python...")

    def choose_automatically(self) -> str:
        return self.tr("Choose automatically")


PYTHONS = PythonTexts()
