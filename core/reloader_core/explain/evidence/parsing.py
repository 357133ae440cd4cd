"""A script's text, read by our own Python's parser: nothing of it is executed. Any thread."""

from __future__ import annotations

import ast
import functools
import io
import tokenize
import warnings

from reloader_core.parse_text import parse_text

MOST_CHARS = 500_000
_NAME = "a script that is explained"
warnings.filterwarnings("ignore", module=_NAME)  # of escape sequences in the script's texts


@functools.lru_cache(maxsize=4)
def parsed(text: str) -> ast.Module | None:
    """None if it does not parse."""
    return None if isinstance(found := _parse(text), SyntaxError) else found


def mistake(text: str) -> SyntaxError | None:
    """The first one; None if there is none, or it cannot be told."""
    found = _parse(text)
    return found if isinstance(found, SyntaxError) else None


def _parse(text: str) -> ast.Module | SyntaxError | None:
    if len(text) > MOST_CHARS:
        return None
    try:
        return parse_text(text, _NAME)
    except SyntaxError as error:
        return error
    except (ValueError, MemoryError, RecursionError):
        return None


def decoded(data: bytes) -> str | None:
    """As Python reads a source: UTF-8, or what its first lines say."""
    try:
        encoding, _lines = tokenize.detect_encoding(io.BytesIO(data).readline)
        return io.StringIO(data.decode(encoding), newline=None).read()
    except (SyntaxError, ValueError, LookupError):
        return None


def names_encoding(data: bytes) -> bool:
    """Its first two lines say what it is written in."""
    return any(b"coding" in line for line in data.split(b"\n", 2)[:2])
