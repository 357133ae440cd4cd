"""The settings file: TOML, read with suspicion, written as a whole, shared with other windows.

Whatever stands in the file's place (damaged text, nesting without end, a pipe, a folder), a
read ends soon, and nothing that a user may want back is ever overwritten. Any thread.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QLockFile

from reloader_core import make_private_folder, read_toml
from reloader_gui.settings.merge import merged, merged_recent
from reloader_gui.ui.atomic_file import replacing

MOST_RECENT = 10
MOST_BYTES = 1_000_000
MOST_DEPTH = 20
MOST_BITS = 1024
"""TOML has integers of 64 bits. Python reads longer ones, and cannot write the longest."""
LOCK_MS = 500
"""Another window writes for some milliseconds; then we go on without the lock."""
_AS_BYTES = "file://"


class Damaged(Exception):
    """It is not what we would have written."""


def read(file: Path) -> dict[str, Any]:
    """Raises Damaged, or OSError: FileNotFoundError where there is none."""
    # A pipe would wait for its writer.
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        with open(handle, "rb") as opened:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Damaged
            data = opened.read(MOST_BYTES + 1)
    except IsADirectoryError:
        os.close(handle)
        raise Damaged from None
    if len(data) > MOST_BYTES:
        raise Damaged
    try:
        table = read_toml(data.decode("utf-8"))
    except ValueError:  # a number of 5,000 digits is one, too
        raise Damaged from None
    if not _can_be_written(table):
        raise Damaged
    return table


def write(file: Path, base: Mapping[str, Any], ours: Mapping[str, Any]) -> None:
    """What `ours` changed since `base`, beside what another window has written. OSError."""
    import tomli_w  # not needed for the first paint

    make_private_folder(file.parent)
    with _locked(file):
        text = tomli_w.dumps(_merged(file, base, ours))
        with replacing(file, private=True) as new:
            new.write(text.encode("utf-8", "replace"))


def set_aside(file: Path) -> Path:
    """Out of the way, and kept; where to. Of a link the target moves, if it is a file."""
    target = Path(os.path.realpath(file))
    place = target if os.path.isfile(target) else file
    aside = place.with_name(f"{place.name}.damaged-{time.strftime('%Y-%m-%d-%H%M%S')}")
    os.replace(place, aside)
    return aside


def stored_name(name: str) -> str:
    """A file's name as TOML can hold it: one that is not UTF-8 as its percent-encoded bytes."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return _AS_BYTES + quote_from_bytes(os.fsencode(name))
    return name


def named(stored: str) -> str:
    """The other way round."""
    if not stored.startswith(_AS_BYTES):
        return stored
    return os.fsdecode(unquote_to_bytes(stored.removeprefix(_AS_BYTES)))


def _merged(file: Path, base: Mapping[str, Any], ours: Mapping[str, Any]) -> Mapping[str, Any]:
    try:
        theirs = read(file)
    except FileNotFoundError:
        return ours
    except (Damaged, OSError):
        set_aside(file)
        return ours
    table = merged(theirs, base, ours)
    since, before, now = (_list(each.get("recent")) for each in (theirs, base, ours))
    table["recent"] = merged_recent(since, before, now, MOST_RECENT)
    return table


def _list(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _can_be_written(table: dict[str, Any]) -> bool:
    """Without recursion, which is what nesting without end is about."""
    level: list[object] = [table]
    for _ in range(MOST_DEPTH):
        if any(isinstance(each, int) and each.bit_length() > MOST_BITS for each in level):
            return False
        level = [inner for each in level for inner in _inside(each)]
    return not level


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


@contextlib.contextmanager
def _locked(file: Path) -> Iterator[None]:
    """Against another window; one that died with the lock does not hold us up."""
    place = Path(f"{file}.lock")
    lock = QLockFile(str(place))
    if place.is_file() or not place.exists():  # a pipe would wait for its writer
        lock.tryLock(LOCK_MS)
    try:
        yield
    finally:
        lock.unlock()
