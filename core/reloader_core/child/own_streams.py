"""What this process' own three streams are, which a job's script gets as well."""

from __future__ import annotations

import os
import stat


def is_pipe(number: int) -> bool:
    """Is this descriptor one of whose other end somebody may let go?"""
    try:
        mode = os.fstat(number).st_mode
    except OSError:  # it is closed
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def offset_of_file(number: int) -> int | None:
    """From where each run is to read it; None: it is none."""
    try:
        if stat.S_ISREG(os.fstat(number).st_mode):
            return os.lseek(number, 0, os.SEEK_CUR)
    except OSError:
        pass
    return None
