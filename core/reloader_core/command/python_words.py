"""What the engine knows of Pythons, in English, for the terminal. The window has its own. Pure."""

from __future__ import annotations

from pathlib import Path

from reloader_core.python.asking import Interpreter, PassedOver
from reloader_core.python.places import Origin, Source
from reloader_core.python.probe import OLDEST, InterpreterMissing, Problem


def why(origin: Origin) -> str:
    """Why this Python, behind its version."""
    match origin:
        case Origin(Source.ENVIRONMENT, name, None):
            return f"{name} in this folder"
        case Origin(Source.ENVIRONMENT, "", Path() as folder):
            return f"the environment {folder.name}"
        case Origin(Source.ENVIRONMENT, name, Path() as folder):
            return f"{name} in {folder.name or folder}"
        case Origin(Source.SHEBANG):
            return "named by the script's first line"
        case Origin(Source.INSTALLED, name, None):
            return f"{name} on your PATH"
        case Origin(Source.INSTALLED, name, folder):
            return f"{name} in {folder}"
        case Origin(Source.CHOICE):
            return "your choice"
        case Origin(Source.ACTIVE):
            return "VIRTUAL_ENV"
        case _:
            return "Reloader's own Python"


_OLDEST = ".".join(map(str, OLDEST))
_PROBLEMS = {
    Problem.NONE_FOUND: "No Python was found",
    Problem.STORE_STUB: "{path} only opens the Microsoft Store",
    Problem.APPLE_STUB: "{path} only offers to install Apple's developer tools",
    Problem.MISSING: "{path} does not exist",
    Problem.BROKEN_LINK: "{path} leads to a Python that is gone",
    Problem.FOLDER: "{path} is a folder",
    Problem.NO_PROGRAM: "{path} is not a program",
    Problem.NOT_NAMED: "{path} is not a Python",
    Problem.CANNOT_START: "{path} could not be started ({detail})",
    Problem.NO_ANSWER: "{path} did not answer within {detail} seconds",
    Problem.SILENT: "{path} is not a working Python (it said nothing)",
    Problem.NO_PYTHON: "{path} is not a working Python (it said: {detail})",
    Problem.UNFIT: "the script asks for Python {detail}, which {path} is not",
    Problem.TOO_OLD: f"{{path}} is {{python}}, and Reloader needs {_OLDEST} or newer",
}
_REMEDIES = {
    Problem.NONE_FOUND: "install one from python.org, or choose one",
    Problem.FOLDER: "choose the python program in it",
}


def missing(error: InterpreterMissing) -> str:
    """What is wrong, and what to do."""
    remedy = _REMEDIES.get(error.problem, "choose another Python")
    return f"{_problem(error)}: {remedy}."


def listed(python: Interpreter | PassedOver, mark: str) -> str:
    """One line of the list of all Pythons."""
    if isinstance(python, PassedOver):
        return f"{mark} {'-':9} {_problem(python)}"
    remarks = [why(python.origin)]
    if python.unmet:
        remarks.append(f"the script asks for {python.unmet}")
    if python.doubt is not None:
        remarks.append("to be named with --python, since others may change it")
    return f"{mark} {python.version or '?':9} {python.path} ({'; '.join(remarks)})"


def unmet(python: Interpreter) -> str:
    return f"The script asks for Python {python.unmet}, and Python {python.version} is another one."


def passed_over(environment: PassedOver) -> str:
    if environment.problem is Problem.UNFIT:
        return f"{why(environment.origin)} is passed over: {_problem(environment)}."
    return f"{why(environment.origin)} does not work: {_problem(environment)}."


def _problem(found: InterpreterMissing | PassedOver) -> str:
    python = f"Python {found.detail}" if found.detail else "an old Python"
    words = _PROBLEMS[found.problem]
    return words.format(path=found.path, detail=found.detail, python=python)
