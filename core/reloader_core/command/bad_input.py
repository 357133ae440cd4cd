"""What a user typed, or wrote into pyproject.toml, that cannot be carried out."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterable
from typing import Any, NoReturn

MOST_SHOWN = 200


class BadInput(Exception):
    """The command line cannot be carried out; the text says why, `code` is the exit code."""

    def __init__(self, text: str, code: int = 2) -> None:
        super().__init__(text)
        self.code = code


class RefusingParser(argparse.ArgumentParser):
    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            hint = meant(rest[0].partition("=")[0], self._option_string_actions)
            self.error(f"unrecognized arguments: {' '.join(map(shortened, rest))}{hint}")
        return found

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message}. Try '{self.prog} --help'.")


def meant(name: str, known: Iterable[str]) -> str:
    """What to add behind a name that is not known, if it is much like one of those; else ''."""
    close = difflib.get_close_matches(name, known, 1, cutoff=0.7)
    return f"; {close[0]!r} may be meant" if close else ""


def shortened(name: str) -> str:
    """A name of thousands of characters would hide what is said about it."""
    return name if len(name) <= MOST_SHOWN else f"{name[:MOST_SHOWN]}..."
