"""The text of the data files that a script names. Reads them, as far as that may be done: only what
is there, near enough, and not long."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts

_MOST_BYTES = 1 << 18
_MOST_FILES = 20
_MOST_CHARS = 200


def named(facts: Facts) -> Iterator[tuple[str, str]]:
    """The file's name without its folder, and its text: of each that the script's text, or a name
    on the line, says the name of."""
    for name, data in held(facts):
        if b"\0" not in data:
            yield name, data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")


def held(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """As named(), with the bytes that are in the file."""
    asked: set[Path] = set()
    for text in _texts(facts):
        for folder in (facts.told.get("folder", ""), facts.told.get("script_folder", "")):
            if folder and len(asked) < _MOST_FILES and _may_be_name(text):
                path = Path(str(folder), text)
                if path not in asked and path != facts.file:
                    asked.add(path)
                    if (found := _bytes_of(facts, path)) is not None:
                        yield path.name, found


def _texts(facts: Facts) -> Iterator[str]:
    for each in place.every(facts, ast.Constant):
        if isinstance(each.value, str):
            yield each.value
    for value in (*(each.value for each in facts.names.values()), *facts.reached.values()):
        if value.text is not None:
            yield value.text


def _may_be_name(text: str) -> bool:
    return 2 < len(text) < _MOST_CHARS and "." in text and text.isprintable()


def _bytes_of(facts: Facts, path: Path) -> bytes | None:
    """None: it is not there, may not be read, or is too long."""
    try:
        if not facts.may_read(path):
            return None
        with open(path, "rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= _MOST_BYTES else None
