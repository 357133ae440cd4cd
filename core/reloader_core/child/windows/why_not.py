"""Windows: why a child could not be started, in the terms that every system has."""

from __future__ import annotations

from reloader_core.child import facts
from reloader_core.notice import SpawnTrouble


def spawn_failed(child: int, error: Exception, folder_is_usable: bool) -> facts.SpawnFailed:
    """Codes: winerror.h."""
    code = getattr(error, "winerror", None)
    if code == 267 or not folder_is_usable:  # ERROR_DIRECTORY
        trouble = SpawnTrouble.FOLDER
    elif code in (8, 14, 1450, 1455):  # no memory, no resources, page file too small
        trouble = SpawnTrouble.NO_ROOM
    elif code == 206:  # ERROR_FILENAME_EXCED_RANGE
        trouble = SpawnTrouble.ARGUMENTS
    elif code in (193, 216):  # ERROR_BAD_EXE_FORMAT, ERROR_EXE_MACHINE_TYPE_MISMATCH
        trouble = SpawnTrouble.NOT_A_PROGRAM
    else:
        trouble = SpawnTrouble.PYTHON
    return facts.SpawnFailed(child, trouble, getattr(error, "strerror", None) or str(error))
