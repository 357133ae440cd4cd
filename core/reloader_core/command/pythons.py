"""`reloader --list-pythons`: which Pythons there are, and which one a script would get."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from reloader_core.command import python_words
from reloader_core.command.bad_input import BadInput, shortened
from reloader_core.python.asking import Interpreter, PassedOver
from reloader_core.python.listing import list_pythons
from reloader_core.python.trust import Trust

NONE_CODE = 127  # as a shell has it for a command that it does not find


def print_pythons(script: str | None, here: Path, show: Callable[[str], None]) -> int:
    """In the order in which one would be chosen; a star marks the one that would be. Raises
    BadInput. Returns the exit code."""
    if script is not None and not os.path.lexists(script):
        raise BadInput(f"There is no file {shortened(script)}.")
    place = here if script is None else here / script
    found = list_pythons(place, trust=Trust(in_choice=True))
    taken = _taken(found)
    for each in found:
        show(python_words.listed(each, "*" if each is taken else " "))
    if taken is None:
        show("No Python was found: install one from python.org.")
        return NONE_CODE
    return 0


def _taken(found: list[Interpreter | PassedOver]) -> Interpreter | None:
    """As interpreters.choose() would take it."""
    usable = [each for each in found if isinstance(each, Interpreter) and each.doubt is None]
    fitting = [each for each in usable if not each.unmet]
    return next(iter(fitting or usable), None)
