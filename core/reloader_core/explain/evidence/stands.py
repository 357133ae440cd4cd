"""Where a text stands that a script has got: in the script itself, or in a file that it names.
Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from reloader_core.explain.evidence import place, read_files
from reloader_core.explain.evidence.facts import Facts


def in_script(facts: Facts, text: str) -> list[int]:
    """The lines with this text, as a whole or as words of their own in a longer one; not in what is
    only shown, and as a whole alone where text is typed."""
    lines = (facts.source or "").splitlines()
    shown = {id(each) for each in _shown(facts)}
    is_typed = any(place.is_name(each, "input") for each in place.every(facts, ast.Name))
    held = {
        line
        for each in place.every(facts, ast.Constant)
        if isinstance(each.value, str) and text in each.value and id(each) not in shown
        if each.value == text or not is_typed
        for line in range(each.lineno, (each.end_lineno or each.lineno) + 1)
    }
    return [n for n in sorted(held) if n <= len(lines) and _has(lines[n - 1], text)]


def _shown(facts: Facts) -> Iterator[ast.AST]:
    """What print() and input() show, what is put together, and what says what something is for."""
    for node in place.every(facts, ast.AST):
        match node:
            case (
                ast.Call(func=ast.Name(id="print" | "input"))
                | ast.JoinedStr()
                | ast.Expr(value=ast.Constant())
            ):
                yield from ast.walk(node)


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
