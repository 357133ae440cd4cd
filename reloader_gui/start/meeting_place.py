"""Where the windows of one user meet: a private folder for the socket, or a pipe on Windows.

A name in the folder for temporary files can be taken by anybody, and whoever has it would be
handed scripts with their arguments. Qt-free, any thread.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from reloader_core import (
    MOST_PATH_BYTES,
    SOCKETS_ARE_FILES,
    frozen,
    make_private_folder,
    private_folders,
)


@frozen
class MeetingPlace:
    server: str
    """For QLocalServer."""
    lock: Path
    """Held by who is about to listen there."""


def meeting_place(
    config: Path,
    cache: Path,
    environ: Mapping[str, str] = os.environ,
    *,
    temporary: Path | None = None,
) -> MeetingPlace | None:
    """One for each place of the settings; None where no folder is private and has a path that
    is short enough. `temporary`: the folder for temporary files."""
    digest = hashlib.blake2b(os.fsencode(config), digest_size=10)
    if not SOCKETS_ARE_FILES:  # all users' pipes have one name space
        digest.update(os.fsencode(environ.get("USERNAME", "")))
        with contextlib.suppress(OSError):  # then it has to do without a lock
            make_private_folder(cache)
        name = f"reloader-{digest.hexdigest()}"
        return MeetingPlace(name, cache / f"{name}.lock")
    name = f"reloader-{digest.hexdigest()}"
    for folder in private_folders(cache, environ, temporary):
        path = folder / name
        if len(os.fsencode(path)) <= MOST_PATH_BYTES:
            return MeetingPlace(str(path), path.with_suffix(".lock"))
    return None
