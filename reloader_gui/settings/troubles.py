"""Why the settings cannot be kept, from what the system says. No Qt, any thread."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from reloader_gui.texts.said import Said, said
from reloader_gui.texts.settings import SETTINGS


def not_kept(folder: Path, error: OSError) -> Said:
    """Nothing can be read or written in the settings' folder."""
    if (file := file_above(folder)) is not None:
        return said(SETTINGS.file_in_the_way, file)
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return said(SETTINGS.not_writable, folder)
        case errno.ENOSPC | errno.EDQUOT:
            return said(SETTINGS.disk_full)
        case _:
            return said(SETTINGS.not_usable, folder)


def file_above(folder: Path) -> Path | None:
    """An ordinary file that stands in the folder's place, or in that of one above it."""
    return next((each for each in (folder, *folder.parents) if os.path.isfile(each)), None)
