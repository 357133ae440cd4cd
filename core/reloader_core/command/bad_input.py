"""What a user typed, or wrote into pyproject.toml, that cannot be carried out."""

from __future__ import annotations

import argparse
from typing import NoReturn

MOST_SHOWN = 200


class BadInput(Exception):
    """The command line cannot be carried out; the text says why, `code` is the exit code."""

    def __init__(self, text: str, code: int = 2) -> None:
        super().__init__(text)
        self.code = code


class RefusingParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message}. Try '{self.prog} --help'.")


def shortened(name: str) -> str:
    """A name of thousands of characters would hide what is said about it."""
    return name if len(name) <= MOST_SHOWN else f"{name[:MOST_SHOWN]}..."
