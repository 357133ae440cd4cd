"""The way in: what the window says of an error. What it is said with is imported when there is
one, or after the first paint (app.load_ahead): all sentences take as long as the rest of the texts
together, and few starts end in an error.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reloader_core import Diagnosis, PrintedError


def sentence(diagnosis: Diagnosis, code: Callable[[str], str] = str) -> str:
    """A sentence or two, and one thing to try. `code` is asked for how code is shown that is to be
    written."""
    from reloader_gui.texts.explain.sentence import EXPLAIN

    return EXPLAIN.sentence(diagnosis, code)


def type_words(name: str) -> str:
    """A type, as it is called in a sentence."""
    from reloader_gui.texts.explain.sentence import EXPLAIN

    return EXPLAIN.type_words(name)


def unreported(printed: PrintedError) -> str:
    """Where it happened."""
    from reloader_gui.texts.explain.around import EXPLAIN_AROUND

    return EXPLAIN_AROUND.unreported(printed)


def goes_on() -> str:
    """That the script does."""
    from reloader_gui.texts.explain.around import EXPLAIN_AROUND

    return EXPLAIN_AROUND.goes_on()
