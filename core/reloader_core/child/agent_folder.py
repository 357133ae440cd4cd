"""Where an interpreter finds the agent: in a private copy of it, if there can be one.

Compiling the agent takes some 8 ms of each start wherever its bytecode cannot be kept, as in an
installation that belongs to root. So the files are copied once, into a folder that is named by
what they say and that nobody but the user can write; each interpreter keeps its bytecode there.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import logging
import os
import shutil
import tempfile
import time
from pathlib import Path

from reloader_core.disk.private_files import cache_folder, make_private_folder, must_be_private

log = logging.getLogger(__name__)

SOURCE = Path(__file__).parent.parent / "agent"
UNUSED_S = 30 * 24 * 3600
"""Another version's copy that has not been used for so long is removed."""


def agent_folder() -> Path:
    """For PYTHONPATH. Made at the first call, and anew if somebody has emptied the cache; any
    thread."""
    folder = _find()
    if not (folder / "sitecustomize.py").is_file():
        _find.cache_clear()
        folder = _find()
    return folder


@functools.cache
def _find() -> Path:
    cache = cache_folder()
    if cache is None:
        log.info("the agent is used where it is installed: there is no home")
        return SOURCE
    try:
        copy = private_copy(SOURCE, cache / "agent")
        if os.pathsep not in str(copy):
            return copy
    except OSError as error:
        log.info("the agent is used where it is installed: %s", error)
    return SOURCE


def private_copy(source: Path, above: Path) -> Path:
    """The folder in `above` with the same files as `source`. Raises OSError."""
    found = sorted(source.rglob("*.py"))
    files = {path.relative_to(source).as_posix(): path.read_bytes() for path in found}
    said = hashlib.sha256(repr(files).encode()).hexdigest()[:16]
    make_private_folder(above)
    must_be_private(above)
    place = above / said
    if not _has(place, files):
        with tempfile.TemporaryDirectory(dir=above) as folder:
            new = Path(folder, said)
            make_private_folder(new)  # whatever the umask
            for path, data in files.items():
                make_private_folder((new / path).parent)
                (new / path).write_bytes(data)
            _put_in_place(new, place, files)
    for inside in {(place / path).parent for path in files}:
        must_be_private(inside)
    with contextlib.suppress(OSError):
        os.utime(place)
        _remove_unused(above)
    return place


def _put_in_place(new: Path, place: Path, files: dict[str, bytes]) -> None:
    try:
        new.rename(place)
    except OSError:
        if not _has(place, files):  # else another Reloader was quicker
            shutil.rmtree(place, ignore_errors=True)
            new.rename(place)


def _has(place: Path, files: dict[str, bytes]) -> bool:
    try:
        return all((place / name).read_bytes() == data for name, data in files.items())
    except OSError:
        return False


def _remove_unused(above: Path) -> None:
    for folder in above.iterdir():
        if time.time() - folder.stat().st_mtime > UNUSED_S:
            shutil.rmtree(folder, ignore_errors=True)
