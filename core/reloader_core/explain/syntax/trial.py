"""A script that does not parse, and whether it would with a change: what mends it was the cause.

Pure. Lines are counted from 1.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from reloader_core.explain.evidence import parsing
from reloader_core.explain.syntax import scanner


@dataclass(frozen=True)
class Broken:
    """`mistake`: the first one that our own Python finds."""

    text: str
    mistake: SyntaxError

    @functools.cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @functools.cached_property
    def scan(self) -> scanner.Scan:
        return scanner.scan(self.text)

    def scan_before(self, number: int) -> scanner.Scan:
        """Of the lines above."""
        return scanner.scan("\n".join(self.lines[: number - 1]) + "\n")

    @property
    def at(self) -> int:
        return self.mistake.lineno or 0

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def code(self, number: int) -> str:
        """The line without its comment."""
        line = self.line(number)
        return line[: scanner.code_end(line)]

    def before(self, number: int) -> int:
        """The line above with something in it; 0 if there is none."""
        number -= 1
        while number > 0 and not self.code(number).strip():
            number -= 1
        return number

    def is_mended(self, number: int, line: str) -> bool:
        """With this line in place of that one, the first mistake is another, further down."""
        lines = [*self.lines[: number - 1], line, *self.lines[number:]]
        return self.is_mended_by("\n".join(lines), number)

    def is_mended_by(self, text: str, number: int) -> bool:
        if text == self.text:
            return False
        left = parsing.mistake(text)
        if left is None:
            return parsing.parsed(text) is not None
        after = left.lineno or 0
        # What ends at the text's end has only been moved there.
        is_unclosed = "never closed" in str(left.msg) or "unterminated" in str(left.msg)
        return after > max(number, self.at) and not is_unclosed
