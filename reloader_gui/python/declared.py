"""The packages that a script says it needs: its PEP 723 block, or requirements.txt beside it.

Qt-free; reads files, and starts nothing. What is not understood is left out of the names, and
pip will say what it thinks of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reloader_core import read_header
from reloader_gui.texts.values import VALUES

REQUIREMENTS = "requirements.txt"
_MOST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Declared:
    file: Path
    """Where it is said."""
    names: tuple[str, ...]
    words: tuple[str, ...]
    """What pip is told."""

    @property
    def package(self) -> str:
        """All of them within a sentence."""
        return VALUES.names(self.names)


def declared(script: Path) -> Declared | None:
    """None: it says nothing, or nothing that can be understood."""
    if listed := read_header(script).dependencies:
        names = tuple(map(_name, listed))
        return Declared(script, names, listed) if all(names) else None
    file = script.parent / REQUIREMENTS
    try:
        with open(file, "rb") as opened:
            lines = opened.read(_MOST_BYTES).decode("utf-8-sig", "replace").splitlines()
    except (OSError, ValueError):
        return None
    names = tuple(filter(None, (_name(line.partition("#")[0].strip()) for line in lines)))
    return Declared(file, names, ("-r", str(file))) if names else None


def _name(requirement: str) -> str:
    """Empty for what is no requirement, as an option of pip's: a script must not give it one."""
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        return Requirement(requirement).name
    except InvalidRequirement:
        return ""
