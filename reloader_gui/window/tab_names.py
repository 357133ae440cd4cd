"""What tabs are called: the file's name, and as much of its folder as tells two apart. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reloader_gui.texts.tabs import TABS


def names(paths: Sequence[Path]) -> list[str]:
    """In their order; all paths differ."""
    return [_name(path, [each for each in paths if each.name == path.name]) for path in paths]


def _name(path: Path, alike: Sequence[Path]) -> str:
    if len(alike) < 2:
        return path.name
    for depth in range(1, len(path.parts)):
        ends = [each.parent.parts[-depth:] for each in alike]
        if len(set(ends)) == len(ends):
            break
    folder = Path(*path.parent.parts[-depth:])
    return TABS.in_folder(path.name, str(folder))
