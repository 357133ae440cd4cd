"""Where a text stands that a script has got: in the script itself, or in a file that it names.
Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place, read_files
from reloader_core.explain.evidence.facts import Facts


def in_script(facts: Facts, text: str) -> list[int]:
    """The lines with this text, as a whole or as words of their own in a longer one."""
    lines = (facts.source or "").splitlines()
    held = {
        line
        for each in place.every(facts, ast.Constant)
        if isinstance(each.value, str) and text in each.value
        for line in range(each.lineno, (each.end_lineno or each.lineno) + 1)
    }
    return [n for n in sorted(held) if n <= len(lines) and _has(lines[n - 1], text)]


def in_files(facts: Facts, text: str) -> list[tuple[str, int]]:
    """The files with this text, and the lines."""
    return [
        (name, number)
        for name, whole in read_files.named(facts)
        for number, line in enumerate(whole.splitlines(), 1)
        if _has(line, text)
    ]


def _has(line: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", line) is not None
