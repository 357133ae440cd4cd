"""What is looked for in the output: a text, or a regular expression. Qt-free; any thread.

Says in which lines of a run there is a hit, and where in a row. There are expressions that
take longer than anyone can wait, like (a|aa)+$ does: `regex` gives up after a time, and
lets other threads run meanwhile, which Python's own `re` cannot.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol

import regex

from reloader_core import frozen
from reloader_gui.output.text.ansi import pieces_of_lines, whole_part, without_escapes
from reloader_gui.texts.output import FIND
from reloader_gui.texts.said import Said, said

BLOCK_S = 1.0
"""So long an expression may take for one piece of a block."""
PATIENCE_S = 0.01
PIECE_BYTES = 64 << 10
HITS_AT_ONCE = 20_000
"""They take some milliseconds, as a piece does in which nothing is found."""
FEW_HITS = 64
"""Of a block: so many are found without the GIL, which has to be got back for each."""
_OVERWRITTEN = regex.compile(rb"(?<![^\n])[^\n]*\r(?=[^\n\r])")
MOST_UNROLLED = 100_000
"""(a{1000}){1000} is made into a million steps before it is looked for at all."""
_COUNT = regex.compile(r"\{(\d{1,9})")


class TooSlow(Exception):
    """The expression takes too long."""


class BadExpression(ValueError):
    """`said` is a sentence for the user."""

    def __init__(self, said: Said) -> None:
        super().__init__(said)
        self.said = said


@frozen
class Wanted:
    """What is looked for."""

    pattern: regex.Pattern[str]
    literal: str
    """Empty for an expression."""
    exact: bool
    """Capitals matter."""

    @classmethod
    def of(cls, text: str, *, exact: bool, is_expression: bool) -> Wanted:
        """Raises BadExpression."""
        if is_expression and _unrolled(text) > MOST_UNROLLED:
            raise BadExpression(said(FIND.repeats_too_much))
        flags = regex.MULTILINE if exact else regex.MULTILINE | regex.IGNORECASE
        try:
            pattern = regex.compile(text if is_expression else regex.escape(text), flags)
        except regex.error as error:
            raise BadExpression(said(FIND.not_valid, str(error))) from None
        except (RecursionError, OverflowError, MemoryError):
            raise BadExpression(said(FIND.too_large)) from None
        return cls(pattern, "" if is_expression else text, exact)

    def spans(
        self, text: str, timeout_s: float, *, concurrent: bool = False
    ) -> Iterator[tuple[int, int]]:
        """Where it stands; never over the end of a line. Raises TooSlow.

        `concurrent`: other threads run meanwhile, which costs a little for each hit.
        """
        if self.literal:
            yield from (found.span() for found in self.pattern.finditer(text))
            return
        until = time.monotonic() + timeout_s
        at, end = 0, len(text)
        while at < len(text):
            if (left_s := until - time.monotonic()) <= 0:
                raise TooSlow
            try:
                matches = self.pattern.finditer(
                    text, at, end, timeout=left_s, concurrent=concurrent
                )
                over = -1
                for found in matches:
                    start, stop = found.span()
                    if (over := text.find("\n", start, stop)) >= 0:
                        at = start
                        break
                    if start < stop:
                        yield start, stop
            except TimeoutError:
                raise TooSlow from None
            if over < 0:
                at = end + 1
            end = text.find("\n", at)  # such an expression is better off line by line
            end = end if end >= 0 else len(text)


class Patience:
    """So much time for all the rows that are looked at in one go, on the GUI thread."""

    def __init__(self) -> None:
        self._left_s = PATIENCE_S

    def spans(self, wanted: Wanted, text: str) -> list[tuple[int, int]]:
        """Where it stands in a row. Raises TooSlow."""
        begun = time.monotonic()
        try:
            return list(wanted.spans(text, self._left_s))
        finally:
            self._left_s -= time.monotonic() - begun


def joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that touch made into one: they look the same."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and found[-1][1] == start:
            start = found.pop()[0]
        found.append((start, end))
    return found


def split(spans: list[tuple[int, int]], slices: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Spans of the slices' joined text, in their order, as indexes of the row that they are
    slices of."""
    at = begun = 0
    for index, text in slices:
        until = begun + len(text)
        while at < len(spans) and spans[at][1] <= begun:
            at += 1
        for number in range(at, len(spans) if text else at):
            start, end = spans[number]
            if start >= until:
                break
            yield index + max(start, begun) - begun, index + min(end, until) - begun
        begun = until


class Manners(Protocol):
    """How a search lets others have the GIL."""

    def rest(self) -> None:
        """Called between two pieces of work, each of a few milliseconds at most."""

    def without_gil(self) -> AbstractContextManager[None]:
        """Around what does not keep it, and so is no reason to rest."""


class Scan:
    """Looks through one stretch of a run, block by block. Not on the GUI thread."""

    def __init__(self, wanted: Wanted, manners: Manners) -> None:
        self._wanted = wanted
        self._manners = manners
        literal, needle = wanted.literal, wanted.literal.encode("utf-8", "surrogatepass")
        self._folds = not wanted.exact and needle.lower() != needle.upper()
        is_bytes = bool(literal) and (literal.isascii() or wanted.exact)
        self._needle = (needle.lower() if self._folds else needle) if is_bytes else b""
        """Empty: the bytes must be decoded."""
        self._finder = regex.compile(regex.escape(self._needle))
        """As fast as bytes.find(), and without the GIL."""
        self._letters = [bytes([byte]) for byte in dict.fromkeys(self._needle)]
        self._before = b""
        """The end of a line that is cut in two."""

    def lines(self, block: bytes) -> list[int]:
        """In which lines of the block it was found, counted from 0. Raises TooSlow."""
        is_whole = not self._before and block.endswith(b"\n")
        if is_whole and self._lacks_a_letter(block):
            return []
        if is_whole and self._is_plain(block):
            return self._lines_of_text(block.lower() if self._folds else block)
        found: list[int] = []
        line = 0
        for piece in pieces_of_lines(block, PIECE_BYTES):
            self._manners.rest()
            found += [line + each for each in self._lines_of_piece(piece)]
            line += piece.count(b"\n")
        return found

    def _lines_of_piece(self, piece: bytes) -> list[int]:
        text = _stripped(piece, self._manners)
        if b"\r" in text and text.count(b"\r") != text.count(b"\r\n"):
            text = _OVERWRITTEN.sub(b"", text, concurrent=True)
        if not self._needle:
            return _lines_of_expression(text.decode("utf-8", "replace"), self._wanted)
        text = self._before + (text.lower() if self._folds else text)
        self._before = self._left_over(text)
        return self._lines_of_text(text)

    def _lines_of_text(self, text: bytes) -> list[int]:
        found: list[int] = []
        line = last = 0
        for at in self._hits(text):
            if len(found) % HITS_AT_ONCE == FEW_HITS:
                self._manners.rest()
            line += text.count(b"\n", last, at)
            last = at
            found.append(line)
        return found

    def _hits(self, text: bytes) -> Iterator[int]:
        at = 0
        for _ in range(FEW_HITS):
            with self._manners.without_gil():
                found = self._finder.search(text, at, concurrent=True)
            if found is None:
                return
            yield found.start()
            at = found.end()
        at = text.find(self._needle, at)
        while at >= 0:
            yield at
            at = text.find(self._needle, at + len(self._needle))

    def _lacks_a_letter(self, block: bytes) -> bool:
        """So it is not in there; finding one byte is ten times faster than finding all."""
        if self._folds:
            return any(b not in block and b.upper() not in block for b in self._letters)
        return any(b not in block for b in self._letters)

    def _is_plain(self, block: bytes) -> bool:
        """Most blocks have only text in them: it is looked for in all of it at once."""
        return bool(self._needle) and b"\x1b" not in block and b"\r" not in block

    def _left_over(self, text: bytes) -> bytes:
        size = len(self._needle) - 1
        end = text[len(text) - size :] if size < len(text) else text
        return end[end.rfind(b"\n") + 1 :]


def _stripped(piece: bytes, manners: Manners) -> bytes:
    """Without escape sequences. It may be one line of a megabyte."""
    if len(piece) <= PIECE_BYTES:
        return without_escapes(piece)
    parts = []
    while piece:
        part = piece[:PIECE_BYTES]
        if len(part) < len(piece):
            part = part[: whole_part(part) or len(part)]
        parts.append(without_escapes(part))
        piece = piece[len(part) :]
        manners.rest()
    return b"".join(parts)


def _unrolled(expression: str) -> int:
    """At most so often it repeats what is inside of everything."""
    return math.prod(max(1, int(count)) for count in _COUNT.findall(expression))


def _lines_of_expression(text: str, wanted: Wanted) -> list[int]:
    found: list[int] = []
    line = last = 0
    for start, _ in wanted.spans(text, BLOCK_S, concurrent=True):
        line += text.count("\n", last, start)
        last = start
        found.append(line)
    return found
