"""What in a row can be clicked: a traceback's file and line, and web addresses. Qt-free."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path

from reloader_core import Look, frozen
from reloader_gui.texts.output import OUTPUT

MOST_CHARS = 10_000
MOST_LINKS = 100
"""Of each kind, in so much of a row."""
_FRAME = re.compile(r'File "(?P<file>[^"<>]{1,4096})", line (?P<line>\d{1,9})')
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f<>\"'`{}|\\^]{1,2000}")
_CLOSING = {")": "(", "]": "["}

LookAt = Callable[[Path], Look]


@frozen
class Link:
    """The characters start .. end - 1. Either a file and its line, or an address."""

    start: int
    end: int
    file: Path | None = None
    line: int = 0
    address: str = ""
    is_elsewhere: bool = field(default=False, compare=False)
    """Nobody has looked whether the file is there."""

    @property
    def says(self) -> str:
        """Where a click leads to."""
        if self.file is not None:
            name = self.file if self.is_elsewhere else self.file.name
            return OUTPUT.open_file(name, self.line)
        return OUTPUT.open_address(self.address)


def links(text: str, folder: Path, look: LookAt) -> list[Link]:
    """In their order. A relative file is looked for in `folder`; one that is not there is
    no link, but one that must not be looked at is."""
    found = []
    for start, end, name, line in _named(text):
        if not name:
            found.append(Link(start, end, address=text[start:end]))
            continue
        file = folder / name
        if (seen := look(file)) is not Look.NONE:
            found.append(Link(start, end, file, line, is_elsewhere=seen is Look.ELSEWHERE))
    return found


def link_spans(text: str, folder: Path, look: LookAt) -> tuple[tuple[int, int], ...]:
    """Where links stand. For painting: most rows have none."""
    if 'File "' not in text and "://" not in text:
        return ()
    return tuple((link.start, link.end) for link in links(text, folder, look))


@lru_cache(maxsize=256)
def _named(text: str) -> tuple[tuple[int, int, str, int], ...]:
    """(start, end, file, line); without a file it is an address. None lies in another."""
    text = text[:MOST_CHARS]
    files = (
        (*match.span(), match["file"], int(match["line"]))
        for match in islice(_FRAME.finditer(text), MOST_LINKS)
    )
    addresses = (
        (match.start(), match.start() + len(address), "", 0)
        for match in islice(_ADDRESS.finditer(text), MOST_LINKS)
        if len(address := _trimmed(match[0])) > len("https://")
    )
    found: list[tuple[int, int, str, int]] = []
    for each in sorted(chain(files, addresses)):
        if not found or each[0] >= found[-1][1]:
            found.append(each)
    return tuple(found)


def _trimmed(address: str) -> str:
    """Without the sentence's own full stop or bracket behind it."""
    while address:
        last = address[-1]
        unopened = last in _CLOSING and address.count(last) > address.count(_CLOSING[last])
        if last not in ".,:;!?" and not unopened:
            break
        address = address[:-1]
    return address
