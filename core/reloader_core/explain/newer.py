"""What our own Python reads and an older one, which runs the script, does not. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from reloader_core.explain import parsing
from reloader_core.explain.diagnosis import Diagnosis, Kind
from reloader_core.model import ScriptError


def newer_syntax(error: ScriptError, text: str) -> Diagnosis | None:
    """It parses here. None: nothing in the line that is refused there is known to be new."""
    tree = parsing.parsed(text)
    if tree is None or error.line is None:
        return None
    for line, what, version in _new(tree, text.split("\n")):
        if line == error.line:
            return Diagnosis(Kind.NEWER_SYNTAX, (what, version))
    return None


def _new(tree: ast.Module, lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """(line where an older parser stops, what it is, since when)"""
    for node in ast.walk(tree):
        match node:
            case ast.Match():
                yield node.lineno, "match", "3.10"
            case ast.TryStar():
                for handler in node.handlers:
                    yield handler.lineno, "except*", "3.11"
            case ast.With(items=[_, _, *_]):
                # In 3.8 these brackets hold a tuple, in which no name is given.
                if re.match(r"\s*with\s*\(.*\bas\b", lines[node.lineno - 1]):
                    yield node.lineno, "with (..., ...)", "3.9"
