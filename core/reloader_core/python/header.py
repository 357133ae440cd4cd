"""What a script's own text says of the Python that it wants: PEP 723's block, and a shebang.

Reads the file, and believes nothing of it: whoever wrote the script wrote this. Any thread.
https://packaging.python.org/en/latest/specifications/inline-script-metadata/
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from itertools import takewhile
from pathlib import Path

from reloader_core import platform_facts
from reloader_core.toml_text import read_toml
from reloader_core.values import frozen

_MOST_BYTES = 1024 * 1024
_MOST_SHEBANG = 4096
"""Characters; the system reads 256 of them."""
_BEGIN, _END = "# /// script", "# ///"


@frozen
class Header:
    """Empty where the script says nothing."""

    requires_python: str = ""
    """As in pyproject.toml: '>=3.11'."""
    dependencies: tuple[str, ...] = ()
    """As pip is told them."""
    shebang: str = ""
    """A path, or the name of a command where it is one of env's."""

    def allows(self, version: str) -> bool:
        """What cannot be told is allowed: it will be seen."""
        if not self.requires_python or not version:
            return True
        from packaging.specifiers import SpecifierSet

        try:
            wanted = SpecifierSet(self.requires_python)
            return wanted.contains(version.removesuffix("+"), prereleases=True)
        except ValueError:  # no specifier, no version, or a number that is too long to be read
            return True


def read(script: Path) -> Header:
    """Of a file that cannot be read, or of a folder, nothing."""
    try:
        with open(script, "rb") as opened:
            text = opened.read(_MOST_BYTES).decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return Header()
    text = text.replace("\r\n", "\n")
    requires, dependencies = _block(text)
    return Header(requires, dependencies, _shebang(text))


def _block(text: str) -> tuple[str, tuple[str, ...]]:
    """requires-python and dependencies; of two blocks neither, as the specification says."""
    if text.count(f"{_BEGIN}\n") != 1:
        return "", ()
    try:
        table = read_toml("\n".join(_lines(text)))
    except ValueError:
        return "", ()
    requires, listed = table.get("requires-python", ""), table.get("dependencies", [])
    is_list = isinstance(listed, list) and all(isinstance(each, str) for each in listed)
    return requires if isinstance(requires, str) else "", tuple(listed) if is_list else ()


def _lines(text: str) -> list[str]:
    """What stands in the block, without the comment signs; it ends at the last end sign that
    only comments lie before."""
    lines = text.splitlines()
    if _BEGIN not in lines:
        return []
    begin = lines.index(_BEGIN) + 1
    comments = takewhile(lambda line: line == "#" or line.startswith("# "), lines[begin:])
    inside = list(comments)
    while inside and inside[-1] != _END:
        inside.pop()
    return [line[2:] for line in inside[:-1]]


def _shebang(text: str) -> str:
    if not text.startswith("#!"):
        return ""
    try:
        words = shlex.split(text[2:_MOST_SHEBANG].partition("\n")[0])
    except ValueError:
        return ""
    if words and os.path.basename(words[0]) == "env":
        words = [word for word in words[1:] if not word.startswith("-")]
    return words[0] if words and platform_facts.is_named_like_python(Path(words[0])) else ""


def shebang_file(header: Header, environ: Mapping[str, str], platform: str) -> Path | None:
    """The file that the shebang leads to, if there is one on this computer."""
    if not header.shebang:
        return None
    if os.path.isabs(header.shebang):
        file = Path(header.shebang)
        return file if os.path.isfile(file) else None
    found = (each / header.shebang for each in platform_facts.path_folders(environ, platform))
    return next((file for file in found if os.path.isfile(file)), None)
