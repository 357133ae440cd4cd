"""Why not all output is kept. Worded where it is shown."""

from __future__ import annotations

import enum
import errno
from pathlib import Path

from reloader_core.values import frozen


class SpoolTroubleKind(enum.Enum):
    DISK_FULL = "The disk, or what one user may take of it, is full."
    NOT_WRITABLE = "The folder cannot be written."


@frozen
class SpoolTrouble:
    """The script goes on, and only the newest part of its output is kept, in memory."""

    kind: SpoolTroubleKind
    folder: Path
    why: str
    """The system's own words."""

    @classmethod
    def of(cls, folder: Path, error: OSError | None) -> SpoolTrouble:
        """`error` None: less was written than was given, and the system said no more."""
        if error is None or error.errno in (errno.ENOSPC, errno.EDQUOT):
            return cls(SpoolTroubleKind.DISK_FULL, folder, "")
        return cls(SpoolTroubleKind.NOT_WRITABLE, folder, error.strerror or str(error))
