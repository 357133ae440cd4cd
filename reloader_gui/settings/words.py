"""Why the settings cannot be kept: what still works, why, and what helps. No Qt, any thread."""

from __future__ import annotations

import errno
from pathlib import Path

_FORGETS = (
    "Reloader works, but forgets your settings when you close it, because {}: to keep them, {}."
)
NO_FOLDER = _FORGETS.format("this account has no home folder", "give it one")


def not_kept(folder: Path, error: OSError) -> str:
    """Nothing can be read or written in the settings' folder."""
    if (file := file_above(folder)) is not None:
        return _FORGETS.format(
            f"the file {file} is where their folder should be", "move that file away"
        )
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _FORGETS.format(f"it may not write to {folder}", "make that folder writable")
        case errno.ENOSPC | errno.EDQUOT:
            return _FORGETS.format("the disk is full", "make room on it")
        case _:
            advice = "make it a folder that you can write to"
            return _FORGETS.format(f"{folder} cannot be used", advice)


def not_read(file: Path) -> str:
    """The file alone is not to be read; a new one takes its place at the next change."""
    return (
        f"Your settings could not be read, so Reloader starts with the usual ones: {file} is kept"
        " beside the new ones."
    )


def file_above(folder: Path) -> Path | None:
    """An ordinary file that stands in the folder's place, or in that of one above it."""
    return next((each for each in (folder, *folder.parents) if each.is_file()), None)
