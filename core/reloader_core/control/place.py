"""Where programs of one user meet: folders that only this user may enter.

A name in the folder for temporary files can be taken by anybody, and whoever has it would be
handed scripts with their arguments. Any thread.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reloader_core.control.peer import SOCKETS_ARE_FILES, is_private
from reloader_core.disk.private_files import cache_folder, make_private_folder
from reloader_core.platform_facts import user_id
from reloader_core.values import frozen

MOST_PATH_BYTES = 103
"""macOS has 104 in sockaddr_un, with the NUL; Linux 108."""
FOLDER = "run"
IN_TEMPORARY = "reloader-"
_NAME = re.compile(r"reloader-ctl-(\d+)-\d+")
_numbers = itertools.count(1)


def private_folders(
    cache: Path | None,
    environ: Mapping[str, str] = os.environ,
    temporary: Path | None = None,
    *,
    make: bool = True,
) -> Iterator[Path]:
    """Best first; each is private, and made where it was missing, unless somebody only looks. The
    session's own comes first, the last one has a short path. `cache`: the user's folder for what
    may be lost, if there is one; `temporary`: the one for temporary files."""
    runtime = Path(environ.get("XDG_RUNTIME_DIR", ""))
    if runtime.is_absolute() and is_private(runtime):
        yield runtime
    below = temporary or Path(tempfile.gettempdir())
    made = [cache / FOLDER] if cache is not None else []
    for folder in (*made, below / f"{IN_TEMPORARY}{user_id()}"):
        with contextlib.suppress(OSError):
            if make:
                make_private_folder(folder)
            if is_private(folder):
                yield folder


def usual_folders(*, make: bool = True) -> Iterator[Path]:
    """Where the Reloaders of this user are found, and find each other."""
    return private_folders(cache_folder(), make=make)


@frozen
class Endpoint:
    """Where one script can be asked. On POSIX `file` is the socket, on Windows it is empty and
    only says which pipe there is."""

    file: Path
    pid: int
    """Of the program that listens."""

    @property
    def address(self) -> str:
        return str(self.file) if SOCKETS_ARE_FILES else rf"\\.\pipe\{self.file.name}"


def new_endpoint(folders: Iterable[Path]) -> Endpoint | None:
    """For this process to listen at; None where no folder has a path that is short enough."""
    name = f"reloader-ctl-{os.getpid()}-{next(_numbers)}"
    for folder in folders:
        if not SOCKETS_ARE_FILES or len(os.fsencode(folder / name)) <= MOST_PATH_BYTES:
            return Endpoint(folder / name, os.getpid())
        leave(folder)
    return None


def leave(folder: Path) -> None:
    """A folder for temporary files is left as it was found."""
    if folder.name.startswith(IN_TEMPORARY):
        with contextlib.suppress(OSError):  # others are in it
            folder.rmdir()


def endpoints(folders: Iterable[Path]) -> list[Endpoint]:
    """All that there are, in the order of their processes; some may be dead."""
    found = []
    for folder in folders:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder):
                if match := _NAME.fullmatch(name):
                    found.append(Endpoint(folder / name, int(match[1])))
    return sorted(found, key=lambda each: (each.pid, each.file.name))
