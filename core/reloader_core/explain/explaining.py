"""What is said of an error, with the text that ran: see the package.

Reads the script's text, the names of files in its folders and
the beginning of a table's file, so it may take its time; holds no state.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from reloader_core.disk.local_files import Look
from reloader_core.explain import details, printed, table
from reloader_core.explain.details import Details
from reloader_core.explain.evidence import facts, parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import rules
from reloader_core.model import ScriptError

MOST_BYTES = 1 << 20


def explain(error: ScriptError, look: Callable[[Path], Look]) -> Diagnosis | None:
    """None: nothing is sure. `look`: whether a file that was only named may be looked at."""
    if error.file is not None and look(error.file) is not Look.FILE:
        return None
    told = facts.read(error)
    if error.is_syntax_error and (told is None or not _is_no_file(told)):
        return _of_text(error, error.file) if error.file is not None else None
    if told is None:
        return None
    found = _facts(error, told)
    named = found.slot("filename") if found is not None else ""
    if found is None or named and _is_elsewhere(Path(told.get("folder", ""), named), look):
        return None
    return table.diagnose(replace(found, may_read=lambda path: look(path) is Look.FILE))


def details_of(error: ScriptError, look: Callable[[Path], Look]) -> Details:
    """The values in the line that failed and the exceptions before this one, as far as they were
    told; empty for what does not parse."""
    told = facts.read(error)
    if told is None or error.is_syntax_error:
        return Details()
    if error.file is not None and look(error.file) is not Look.FILE:
        return Details()
    found = _facts(error, told)
    try:
        return details.of(found) if found is not None else Details()
    except (ValueError, TypeError):  # not the agent's words
        return Details()


def _of_text(error: ScriptError, file: Path) -> Diagnosis | None:
    """What does not parse."""
    data = _bytes(file)
    text = parsing.decoded(data) if data is not None else None
    if text is not None:
        return rules.diagnose(error, text)
    is_other = data is not None and not parsing.names_encoding(data)
    return Diagnosis(Kind.SOURCE_NOT_UTF8, (file.name,)) if is_other else None


def _is_no_file(told: dict[str, Any]) -> bool:
    """What does not parse is a text that the script has given to eval() and the like."""
    match told.get("slots"):
        case {"filename": ("str", str(name), int())}:
            return name[:1] == "<"
    return False


def _is_elsewhere(path: Path, look: Callable[[Path], Look]) -> bool:
    return look(path) is Look.ELSEWHERE


def _facts(error: ScriptError, told: dict[str, Any]) -> facts.Facts | None:
    """With the text of the file, if it is what was loaded."""
    text = _as_it_ran(error, told)
    if text is not None and "printed" in told:
        try:
            told = printed.completed(told, text, error.line or 0)
        except (KeyError, ValueError, TypeError):  # it is another text
            text = None
    return facts.from_told(error, text, told)


def _as_it_ran(error: ScriptError, told: dict[str, Any]) -> str | None:
    """The text of the file, if it is what was loaded."""
    if error.file is None:
        return None
    try:
        found = os.stat(error.file)
    except OSError:
        return None
    match told.get("printed"):
        case (float(since), str()):
            if found.st_mtime > since:
                return None
        case _:
            if told.get("seen") != (str(found.st_mtime_ns), str(found.st_size)):
                return None
    data = _bytes(error.file)
    return parsing.decoded(data) if data is not None else None


def _bytes(file: Path) -> bytes | None:
    try:
        with open(file, "rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError:
        return None
    return data if len(data) <= MOST_BYTES else None
