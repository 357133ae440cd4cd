"""The packages that a script says it needs: its PEP 723 block, or requirements.txt beside it.

Qt-free; reads files, and starts nothing. What is not understood is left out of the names, and
pip will say what it thinks of it.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reloader_core import frozen, read_header
from reloader_gui.texts.values import VALUES

if TYPE_CHECKING:
    from packaging.requirements import Requirement

REQUIREMENTS = "requirements.txt"
_MOST_BYTES = 256 * 1024


@frozen
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
        found = tuple(map(_requirement, listed))
        return _declared(script, found, listed) if all(found) else None
    file = script.parent / REQUIREMENTS
    try:
        with open(file, "rb") as opened:
            lines = _text(opened.read(_MOST_BYTES)).splitlines()
    except (OSError, ValueError):
        return None
    found = tuple(_requirement(line.partition(" #")[0].strip()) for line in lines)
    return _declared(file, found, ("-r", str(file)))


def _text(data: bytes) -> str:
    """PowerShell's `pip freeze > requirements.txt` writes UTF-16, which pip reads as well."""
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if is_utf_16 else "utf-8-sig", "replace")


def _declared(
    file: Path, found: Iterable[Requirement | None], words: tuple[str, ...]
) -> Declared | None:
    """With the names of those that are for this computer."""
    here = (each for each in found if each is not None)
    names = tuple(each.name for each in here if _is_for_here(each))
    return Declared(file, names, words) if names else None


def _is_for_here(requirement: Requirement) -> bool:
    """What cannot be compared (os_name ~= "x") is pip's to complain of."""
    try:
        return requirement.marker is None or requirement.marker.evaluate()
    except ValueError:
        return True


def _requirement(text: str) -> Requirement | None:
    """None for what is none, as an option of pip's: a script must not give it one."""
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        return Requirement(text)
    except InvalidRequirement:
        return None
