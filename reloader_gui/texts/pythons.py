"""What the window calls a Python, and how it asks about one. Pure and Qt-free."""

from __future__ import annotations

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


def name(python: Interpreter) -> str:
    """For the button below the output, and within a sentence."""
    version = f"Python {python.version}".rstrip()
    if python.source is Source.INSTALLED:
        return f"{version} ({why(python)})"
    return f"{version} \u2013 {why(python)}"


def why(python: Interpreter) -> str:
    return origin(python.origin)


def origin(of: Origin) -> str:
    match of:
        case Origin(Source.ENVIRONMENT, name, None):
            return f"{name} in this folder"
        case Origin(Source.ENVIRONMENT, "", Path() as folder):
            return f"the environment {folder.name}"
        case Origin(Source.ENVIRONMENT, name, Path() as folder):
            return f"{name} in {folder.name or folder}"
        case Origin(Source.INSTALLED):
            return "installed on this computer"
        case Origin(Source.CHOICE):
            return "your choice"
        case Origin(Source.ACTIVE):
            return "VIRTUAL_ENV"
        case _:
            return "Reloader's own Python"


_PROBLEMS = {
    Problem.NONE_FOUND: "No Python was found: install one from python.org, or choose one.",
    Problem.STORE_STUB: "{path} only opens the Microsoft Store: choose another Python.",
    Problem.APPLE_STUB: (
        "{path} only offers to install Apple's developer tools: choose another Python."
    ),
    Problem.MISSING: "{path} does not exist: choose another Python.",
    Problem.BROKEN_LINK: "{path} leads to a Python that is gone: choose another Python.",
    Problem.FOLDER: "{path} is a folder: choose the python program in it.",
    Problem.NO_PROGRAM: "{path} is not a program: choose another Python.",
    Problem.NOT_NAMED: "{path} is not a Python: choose another Python.",
    Problem.CANNOT_START: "{path} could not be started ({detail}): choose another Python.",
    Problem.NO_ANSWER: "{path} did not answer within {detail} seconds: choose another Python.",
    Problem.SILENT: "{path} is not a working Python (it said nothing): choose another Python.",
    Problem.NO_PYTHON: (
        "{path} is not a working Python (it said: {detail}): choose another Python."
    ),
    Problem.TOO_OLD: (
        "{path} is {python}, and Reloader needs 3.8 or newer: choose another Python."
    ),
}


def missing(found: InterpreterMissing | PassedOver) -> str:
    """Why a file is no Python that can be used, and what to do."""
    python = f"Python {found.detail}" if found.detail else "an old Python"
    words = _PROBLEMS[found.problem]
    return words.format(path=found.path, detail=found.detail, python=python)


def _passed_over(environment: PassedOver) -> str:
    why = missing(environment).rpartition(":")[0]
    return f"{origin(environment.origin)} does not work: {why}."


def question(python: Interpreter, doubt: Doubt) -> str:
    """Before a Python is started that somebody else could have changed."""
    match doubt.danger:
        case Danger.OWNED:
            what = f"{doubt.file} belongs to another user ({doubt.who})."
        case Danger.WRITABLE_BY_ALL:
            what = f"Every user of this computer may change {doubt.file}."
        case Danger.WRITABLE_BY_GROUP:
            what = f"Others in the group {doubt.who} may change {doubt.file}."
    return f"{what} Code that somebody else has put there would run as you. Use {name(python)}?"


def replaced(python: Interpreter) -> str:
    """Why it is not the environment that the user may expect."""
    passed_over = map(_passed_over, python.passed_over)
    return " ".join([*passed_over, f"{name(python)} is used instead."])


def not_usable(chosen: Path, sentence: str, old: Interpreter | None) -> str:
    """What was chosen is no Python; `sentence` says what is wrong with it."""
    if "py" not in chosen.name.lower():
        sentence = f"{chosen.name} is not a Python."
    kept = f" Your script runs with {name(old)} as before." if old is not None else ""
    return f"{sentence}{kept}"
