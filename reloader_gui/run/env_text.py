"""Environment variables as text: those that are typed for a script, and a .env file's.

Read, never executed: `$(...)` and backquotes are ordinary signs. Pure.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

from reloader_core import frozen
from reloader_gui.texts.script_settings import VariableFault

Variables = tuple[tuple[str, str], ...]


@frozen
class Typed:
    variables: Variables = ()
    line: int = 0
    """The first one with a fault, from 1."""
    name: str = ""
    """What stands before its =, or all of it."""
    fault: VariableFault | None = None


def typed(text: str) -> Typed:
    """NAME=VALUE in each line; the value is what follows, as it is. Empty lines and those that
    begin with # are passed by."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, equals, value = line.partition("=")
        name = name.strip()
        if (fault := _fault(name, equals)) is not None:
            return Typed(tuple(found.items()), number, name, fault)
        found[name] = value
    return Typed(tuple(found.items()))


def _fault(name: str, equals: str) -> VariableFault | None:
    if not equals:
        return VariableFault.NO_EQUALS
    if not name or re.search(r"\s", name):
        return VariableFault.NAME
    return VariableFault.OURS if _is_ours(name) else None


def _is_ours(name: str) -> bool:
    return name == "RUN_FLAG" or name.upper().startswith("RELOADER_")


# -- .env

_LINE = re.compile(
    r"""^[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_][\w.]*)[ \t]*=[ \t]*
    (?:'(?P<single>(?:\\'|[^'])*)' | "(?P<double>(?:\\.|[^"\\])*)" | (?P<plain>[^\r\n]*))""",
    re.MULTILINE | re.VERBOSE | re.DOTALL | re.ASCII,
)
_COMMENT = re.compile(r"(?:^|\s)#.*")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}
_NAMED = re.compile(r"\$\{(\w+)(?::-([^}]*))?\}", re.ASCII)


def env_file(data: bytes, environ: Mapping[str, str]) -> Variables:
    """As python-dotenv understands a .env: quotes, comments, `export`, and ${NAME}, which stands
    for a variable of `environ` or of a line before. What is no assignment is passed by."""
    found: dict[str, str] = {}
    for name, value, is_literal in _assignments(_decoded(data).replace("\r\n", "\n")):
        if not is_literal:
            value = _with_named(value, {**found, **environ})
        if "\0" not in value and not _is_ours(name):
            found[name] = value
    return tuple(found.items())


def _with_named(value: str, known: Mapping[str, str]) -> str:
    return _NAMED.sub(lambda each: known.get(each[1], each[2] or ""), value)


def _decoded(data: bytes) -> str:
    """Notepad's 'Unicode' is UTF-16."""
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if is_utf_16 else "utf-8-sig", "replace")


def _assignments(text: str) -> Iterator[tuple[str, str, bool]]:
    for match in _LINE.finditer(text):
        if match["single"] is not None:
            yield match["name"], match["single"].replace("\\'", "'"), True
        elif match["double"] is not None:
            value = _ESCAPED.sub(lambda each: _ESCAPES.get(each[1], each[1]), match["double"])
            yield match["name"], value, False
        else:
            yield match["name"], _COMMENT.sub("", match["plain"]).strip(), False
