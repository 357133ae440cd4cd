"""What the end of a script's output, and its source, say about how it crashed. Qt-free.

Where the script's own interpreter reported the error, this only completes it. Holds
no state; any thread may ask.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from reloader_core import Look, ScriptError

MOST_SOURCE_BYTES = 4 << 20
MOST_LINE_CHARS = 2_000

_FRAME = re.compile(r'^\s*File "(?P<file>[^"]+)", line (?P<line>\d+)')
_LAST = re.compile(r"^(?P<type>[A-Za-z_][\w.]*)(?:: (?P<message>.*))?$")
_MARKS = ("Traceback (most recent call last):", "SyntaxError", "IndentationError", "TabError")


def read(text: str, is_users: Callable[[Path], bool]) -> ScriptError | None:
    """The error at the very end of `text`, or None. `is_users`: whether a file is the
    user's own; the innermost such frame is the one to show."""
    lines = text.rstrip().splitlines()
    if not lines:
        return None
    frames = [index for index, line in enumerate(lines) if _FRAME.match(line)]
    last = _LAST.match(lines[-1])
    if last is None or not frames or not any(mark in text for mark in _MARKS):
        return None
    for index in reversed(frames):
        match = _FRAME.match(lines[index])
        assert match is not None
        file = Path(match["file"])
        if is_users(file):
            break
    else:
        return ScriptError(last["type"], last["message"] or "")
    source = ""
    if index + 1 < len(lines) - 1 and not _FRAME.match(lines[index + 1]):
        source = lines[index + 1].strip()
    return ScriptError(last["type"], last["message"] or "", file, int(match["line"]), source)


def with_last_line(error: ScriptError, output: str) -> ScriptError:
    """The message as Python printed it: it may go on with 'Did you mean ...?'"""
    lines = output.rstrip().splitlines()
    known = f"{error.type}: {error.message}"
    if lines and error.message and lines[-1].startswith(known):
        return replace(error, message=lines[-1][len(error.type) + 2 :])
    return error


def with_source(error: ScriptError, look: Callable[[Path], Look]) -> ScriptError:
    """With the line itself, if its file may be looked at and can be read. May take its time."""
    if error.source or error.file is None or not error.line:
        return error
    if look(error.file) is not Look.FILE:  # its name is what a script says it is
        return error
    try:
        with open(error.file, "rb") as file:
            text = file.read(MOST_SOURCE_BYTES)
    except OSError:
        return error
    lines = islice(io.StringIO(text.decode("utf-8", "replace"), None), error.line - 1, error.line)
    return replace(error, source="".join(lines).strip()[:MOST_LINE_CHARS])
