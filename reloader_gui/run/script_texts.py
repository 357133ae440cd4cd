"""What is typed for a script: what is wrong with it, and what it comes to. Qt-free."""

from __future__ import annotations

import os
from pathlib import Path

from reloader_core import pattern_fault
from reloader_gui.run import env_text
from reloader_gui.texts.said import Said, said
from reloader_gui.texts.script_settings import SCRIPT_SETTINGS
from reloader_gui.ui import system


def fault(key: str, text: str) -> Said | None:
    """Of a field that can be judged by its text alone."""
    match key:
        case "arguments":
            return _of_arguments(text)
        case "environment":
            typed = env_text.typed(text)
            if typed.fault is None:
                return None
            return said(SCRIPT_SETTINGS.bad_variable, typed.fault, typed.line, typed.name)
        case "watch" | "ignore":
            for pattern in patterns(text):
                if (found := pattern_fault(pattern)) is not None:
                    return said(SCRIPT_SETTINGS.bad_pattern, found, pattern)
    return None


def _of_arguments(text: str) -> Said | None:
    try:
        system.split_command(text, system.THIS)
    except ValueError:
        return said(SCRIPT_SETTINGS.quotation_mark)
    return None


def patterns(text: str) -> tuple[str, ...]:
    """One in each line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def folder(text: str, script: Path) -> Path:
    """Where the script runs; what is typed may begin at its own folder, or at ~."""
    typed = os.path.expanduser(text.strip())
    return Path(os.path.abspath(script.parent / typed)) if typed else script.parent


def folder_fault(text: str, script: Path) -> Said | None:
    """For a thread that may wait."""
    place = folder(text, script)
    if "\0" in text or not os.path.lexists(place):
        return said(SCRIPT_SETTINGS.no_folder, place)
    if not os.path.isdir(place):
        return said(SCRIPT_SETTINGS.not_a_folder, place)
    if not os.access(place, os.X_OK):
        return said(SCRIPT_SETTINGS.closed_folder, place)
    return None
