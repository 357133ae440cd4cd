"""Through which folders, and under which names there, a file is heard of. Asks the disk."""

from __future__ import annotations

import os
import unicodedata

from reloader_core.watch.signature import is_link

Identity = tuple[int, int]
Points = tuple[list[tuple[str, str]], bool]


def watch_points(path: str) -> Points:
    """The (folder, name) pairs through which a file is heard of, and whether that may
    change with any of them: a link, or a folder that does not exist yet."""
    folder, name = os.path.split(path)
    if os.path.isdir(folder):
        points = [(folder, name)]
        if not is_link(path):
            return points, False
        target = os.path.split(os.path.realpath(path))
        if target != (folder, name) and os.path.isdir(target[0]):
            points.append(target)
        return points, True
    while not os.path.isdir(folder):
        parent, name = os.path.split(folder)
        if parent == folder:
            return [], True  # a drive that is not there
        folder = parent
    return [(folder, name)], True


def fold(name: str) -> str:
    """Wide on purpose, over-waking is harmless: macOS may tell another case or composition."""
    return unicodedata.normalize("NFC", name).casefold()


def identity_of(path: str) -> Identity | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
