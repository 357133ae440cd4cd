"""What is to be said: which sentence, and its values. Frozen; any thread may make and carry it.

It is worded when it is called, in the language of that moment: whoever keeps something to be
read keeps this, so that another language says all of it anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from reloader_core import frozen
from reloader_gui.texts.values import VALUES

P = ParamSpec("P")
Worded = str | tuple[str, ...]
"""One text, or whole sentences in their order."""


@frozen
class Said:
    """Equal to another that says the same of the same."""

    sentence: Callable[..., Worded]
    """A method of a class of texts: it is the kind."""
    values: tuple[object, ...] = ()

    def __call__(self) -> str:
        worded = self.sentence(*self.values)
        return worded if isinstance(worded, str) else VALUES.joined(worded)

    def __str__(self) -> str:
        return self()


def said(sentence: Callable[P, Worded], *values: P.args, **_: P.kwargs) -> Said:
    """Typed as the sentence is."""
    return Said(sentence, values)
