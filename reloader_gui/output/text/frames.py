"""Which rows of a traceback are about files that are not the user's: they are painted paler, so
that the user's own stand out. Qt-free.

Told of rows in their order, from above; of rows that are no traceback nothing is remembered.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

MOST_BELOW = 12
"""Rows that may belong to one frame: the line, marks under it; and to where it is looked for."""
_FRAME = re.compile(r'(?P<margin>[ |]*)File "(?P<file>[^"]{1,4096})", line \d')
_BELOW = re.compile(r"[ |]* {4}|[ |]*\[Previous line repeated ")
_NOT_OWN = re.compile(
    r"(?i)site-packages|dist-packages|__pypackages__|\.?venv|\.tox|\.nox|python3\.?\d+t?"
)
"""Folders of packages and of Pythons."""


class Frames:
    """`folder`: the script's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.abspath(folder)
        self._is_foreign: bool | None = None
        """Of the frame that the last row belongs to; None: to none."""
        self._is_own = lru_cache(maxsize=256)(self._find)

    def begin(self) -> None:
        """The next row is the first one."""
        self._is_foreign = None

    def begin_below(self, above: Iterator[str]) -> None:
        """As begin(), with rows above it, the nearest first."""
        self.begin()
        rest: list[str] = []
        for text in islice(above, MOST_BELOW):
            rest.append(text)
            if 'File "' in text or _BELOW.match(text) is None:
                break
        for text in reversed(rest):
            self.is_foreign(text)

    def is_foreign(self, text: str) -> bool:
        """Whether the next row is of a frame that is in a file of somebody else's."""
        if 'File "' in text and (found := _FRAME.match(text)) is not None:
            self._is_foreign = not self._is_own(found["file"])
        elif self._is_foreign is not None and _BELOW.match(text) is None:
            self._is_foreign = None
        return bool(self._is_foreign)

    def _find(self, name: str) -> bool:
        if name.startswith("<"):
            return False
        path = Path(os.path.normpath(os.path.join(self._folder, name)))
        try:
            parts = path.relative_to(self._folder).parts
        except ValueError:
            return False
        return not any(map(_NOT_OWN.fullmatch, parts))
