"""A script that does not parse, and whether it would with a change: what mends it was the cause.

Pure. Lines are counted from 1.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from reloader_core.explain.evidence import parsing
from reloader_core.explain.syntax import scanner

_GIVES = (
    r"(?m)^\s*(?:[\w.]+\s*,\s*)*\b{name}\b\s*(?:,[\w\s.,]*)?[-+*/]?=(?!=)"
    r"|\bfor\b[^:\n]*\b{name}\b[^:\n]*\bin\b|\b(?:as|import)\b.*\b{name}\b"
    r"|\bdef\s+\w+\s*\([^)\n]*\b{name}\b"
)


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

    def after(self, number: int) -> str:
        """The next line with more than a comment in it; '' if there is none."""
        rest = range(number + 1, len(self.lines) + 1)
        return next((self.line(each) for each in rest if self.code(each).strip()), "")

    @functools.cached_property
    def others(self) -> str:
        """The code of all other lines, without what stands in their texts."""
        codes = [self.code(each) for each in range(1, len(self.lines) + 1) if each != self.at]
        return "\n".join(scanner.TEXT.sub('""', each) for each in codes)

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """All words in the code of the other lines."""
        return frozenset(re.findall(r"\b[^\W\d]\w*", self.others))

    def sets(self, name: str) -> bool:
        """Another line gives the name a value: by = or a loop, or as a parameter."""
        return re.search(_GIVES.format(name=name), self.others) is not None

    def defines(self, name: str) -> bool:
        """Another line begins a function of this name."""
        return re.search(rf"(?m)^\s*(?:async\s+)?def\s+{name}\s*\(", self.others) is not None

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
