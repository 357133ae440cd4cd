"""The line that a text is, of a file that the script names or of a text in it, and those beside it.
Pure, but for read_files.py."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from reloader_core.explain.evidence import place, read_files
from reloader_core.explain.evidence.facts import Facts


@dataclass(frozen=True, slots=True)
class Line:
    """Where the text stands, and the texts beside it."""

    file: str
    number: int
    others: tuple[str, ...]


def line_of(facts: Facts, text: str) -> Line | None:
    """The only line that is this text."""
    found = [*_in_files(facts, text), *_in_script(facts, text)]
    return found[0] if len(found) == 1 else None


def _in_files(facts: Facts, text: str) -> Iterator[Line]:
    for file, whole in read_files.named(facts):
        yield from _lines(file, 1, whole.splitlines(), text)


def _in_script(facts: Facts, text: str) -> Iterator[Line]:
    """Of a text of several lines, or of a list of texts."""
    file = facts.file.name if facts.file is not None else ""
    lines = (facts.source or "").splitlines()
    for node in place.every(facts, ast.expr):
        match node:
            case ast.Constant(value=str(whole)) if "\n" in whole.strip():
                for each in _lines(file, node.lineno, whole.splitlines(), text):
                    if each.number <= len(lines) and text.strip() in lines[each.number - 1]:
                        yield each
            case ast.List(elts=items) | ast.Tuple(elts=items) if all(map(place.is_text, items)):
                texts = [each for each in items if isinstance(each, ast.Constant)]
                for at, each_text in enumerate(texts):
                    if str(each_text.value).strip() == text.strip():
                        others = [str(t.value) for n, t in enumerate(texts) if n != at]
                        yield Line(file, each_text.lineno, tuple(others))


def _lines(file: str, first: int, lines: list[str], text: str) -> Iterator[Line]:
    for at, line in enumerate(lines):
        if line.strip() == text.strip():
            others = (each for n, each in enumerate(lines) if n != at and each.strip())
            yield Line(file, first + at, tuple(others))
