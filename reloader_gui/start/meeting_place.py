"""Where the windows of one user meet: a private folder for the socket, or a pipe on Windows.

A name in the folder for temporary files can be taken by anybody, and whoever has it would be
handed scripts with their arguments. Qt-free, any thread.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reloader_core import make_private_folder
from reloader_gui.ui import system

MOST_PATH_BYTES = 103
"""macOS has 104 in sockaddr_un, with the NUL; Linux 108."""
FOLDER = "run"


@dataclass(frozen=True, slots=True)
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
    if not system.sockets_are_files(system.THIS):  # all users' pipes have one name space
        digest.update(os.fsencode(environ.get("USERNAME", "")))
        with contextlib.suppress(OSError):  # then it has to do without a lock
            make_private_folder(cache)
        name = f"reloader-{digest.hexdigest()}"
        return MeetingPlace(name, cache / f"{name}.lock")
    name = f"reloader-{digest.hexdigest()}"
    for folder in _folders(cache, environ, temporary or Path(tempfile.gettempdir())):
        path = folder / name
        if len(os.fsencode(path)) <= MOST_PATH_BYTES and system.is_private(folder):
            return MeetingPlace(str(path), path.with_suffix(".lock"))
    return None


def _folders(cache: Path, environ: Mapping[str, str], temporary: Path) -> Iterator[Path]:
    """The session's own comes first; the others are made. The last has a short path."""
    runtime = Path(environ.get("XDG_RUNTIME_DIR", ""))
    if runtime.is_absolute():
        yield runtime
    for folder in (cache / FOLDER, temporary / f"reloader-{system.user_id()}"):
        with contextlib.suppress(OSError):
            make_private_folder(folder)
            yield folder
