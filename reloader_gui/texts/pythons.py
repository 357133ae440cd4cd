"""What the window calls a Python, and how it asks about one. Pure and Qt-free."""

from __future__ import annotations

from pathlib import Path

from reloader_core import Danger, Doubt, Interpreter, Source


def name(python: Interpreter) -> str:
    """For the button below the output, and within a sentence."""
    version = f"Python {python.version}".rstrip()
    if python.source is Source.INSTALLED:
        return f"{version} ({why(python)})"
    return f"{version} \u2013 {why(python)}"


def why(python: Interpreter) -> str:
    return "installed on this computer" if python.source is Source.INSTALLED else python.reason


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
    return " ".join([*python.passed_over, f"{name(python)} is used instead."])


def not_usable(chosen: Path, sentence: str, old: Interpreter | None) -> str:
    """What was chosen is no Python; `sentence` says what is wrong with it."""
    if "py" not in chosen.name.lower():
        sentence = f"{chosen.name} is not a Python."
    kept = f" Your script runs with {name(old)} as before." if old is not None else ""
    return f"{sentence}{kept}"
