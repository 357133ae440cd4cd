"""Whether a script ended because the user has closed its window. Pure and Qt-free.

To Python that is an error like any other: turtle and tkinter raise it at the next call.
"""

from __future__ import annotations

import re

from core import ScriptError

_TURTLE = re.compile(r'File "[^"]*[\\/]turtle\.pyc?", line \d+')


def is_cause(error: ScriptError, output: str = "") -> bool:
    """`output`: the end of what was printed, traceback and all, as far as it has come."""
    match error.type.rpartition(".")[2]:
        case "Terminator":
            return error.type in ("turtle.Terminator", "Terminator")
        case "TclError":
            gone = "application has been destroyed" in error.message
            return gone or (may_be_cause(error) and _TURTLE.search(output) is not None)
        case _:
            return False


def may_be_cause(error: ScriptError) -> bool:
    """The output will tell. Any widget that is no more is called an invalid command, whoever took
    it away; of those in turtle's window it can only be the user."""
    name = error.type.rpartition(".")[2]
    return name == "TclError" and error.message.startswith("invalid command name")
