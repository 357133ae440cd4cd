"""What in a row can be clicked: a traceback's file and line, and web addresses. Qt-free."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_FRAME = re.compile(r'File "(?P<file>[^"<>]+)", line (?P<line>\d{1,9})')
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f<>\"'`{}|\\^]+")
_CLOSING = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Link:
    """The characters start .. end - 1. Either a file and its line, or an address."""

    start: int
    end: int
    file: Path | None = None
    line: int = 0
    address: str = ""

    @property
    def says(self) -> str:
        """Where a click leads to."""
        if self.file is not None:
            return f"Open {self.file.name} in your editor, at line {self.line}"
        return f"Open {self.address} in your browser"


def links(
    text: str, folder: Path, is_file: Callable[[Path], bool] = os.path.isfile
) -> list[Link]:
    """In their order. A relative file is looked for in `folder`; one that is not there is
    no link."""
    found = []
    for match in _FRAME.finditer(text):
        file = folder / match["file"]
        if is_file(file):
            found.append(Link(*match.span(), file=file, line=int(match["line"])))
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        if len(address) > len("https://"):
            found.append(Link(match.start(), match.start() + len(address), address=address))
    return sorted(found, key=lambda link: link.start)


def link_spans(
    text: str, folder: Path, is_file: Callable[[Path], bool] = os.path.isfile
) -> tuple[tuple[int, int], ...]:
    """Where links stand. For painting: most rows have none."""
    if 'File "' not in text and "://" not in text:
        return ()
    return tuple((link.start, link.end) for link in links(text, folder, is_file))


def _trimmed(address: str) -> str:
    """Without the sentence's own full stop or bracket behind it."""
    while address:
        last = address[-1]
        unopened = last in _CLOSING and address.count(last) > address.count(_CLOSING[last])
        if last not in ".,:;!?" and not unopened:
            break
        address = address[:-1]
    return address
