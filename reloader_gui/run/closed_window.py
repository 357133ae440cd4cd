"""Whether a script ended because the user has closed its window. Pure and Qt-free.

To Python that is an error like any other: turtle and tkinter raise it at the next call.
"""

from __future__ import annotations

import re

from reloader_core import ScriptError

_TURTLE = re.compile(r'File "[^"]*[\\/]turtle\.pyc?", line \d+|^turtle\.Terminator\b', re.MULTILINE)


def is_cause(error: ScriptError, output: str = "") -> bool:
    """`output`: the end of what was printed, traceback and all, as far as it has come."""
    is_tk = _name(error) == "TclError"
    if is_tk and "application has been destroyed" in error.message:
        return True
    return may_be_cause(error) and _TURTLE.search(output) is not None


def may_be_cause(error: ScriptError) -> bool:
    """The output will tell. A script may have a Terminator of its own, and any widget that is no
    more is called an invalid command, whoever took it away; in turtle it can only be the user."""
    name = _name(error)
    no_widget = name == "TclError" and error.message.startswith("invalid command name")
    return no_widget or name == "Terminator"


def _name(error: ScriptError) -> str:
    return error.type.rpartition(".")[2]
