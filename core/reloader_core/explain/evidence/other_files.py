"""The text of other files than the one that failed. Reads them, as far as that may be done."""

from __future__ import annotations

import ast
from pathlib import Path

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.parsing import decoded, parsed

_MOST_BYTES = 1 << 18


def tree_at(facts: Facts, path: Path) -> ast.Module | None:
    """None: it is not there, must not be read, or does not parse."""
    if path == facts.file:
        return place.tree_of(facts)
    if not facts.may_read(path):
        return None
    try:
        with open(path, "rb") as opened:
            text = decoded(opened.read(_MOST_BYTES))
    except OSError:
        return None
    return parsed(text) if text is not None else None


def tree_beside(facts: Facts, path: Path) -> ast.Module | None:
    """Only of a file in the same folder as that of the error."""
    is_beside = facts.file is not None and path.parent == facts.file.parent
    return tree_at(facts, path) if is_beside else None
