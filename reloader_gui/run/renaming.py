"""Another name for a script or a file beside it: checked, never over another file. Qt-free.

What was compiled of the file goes with its old name. Every refusal is a BadScript that says why.
"""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from reloader_gui.python import own_names
from reloader_gui.run.scripts import SUFFIXES, BadScript
from reloader_gui.texts.renaming import RENAMING
from reloader_gui.texts.said import Said, said

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_OF_WINDOWS = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
MOST_BYTES = 255


def name_from(typed: str, file: Path) -> str:
    """With the ending that the file has, unless one of a script's was typed."""
    name = typed.strip()
    return name if not name or Path(name).suffix.lower() in SUFFIXES else f"{name}{file.suffix}"


def trouble(file: Path, name: str) -> Said | None:
    """Why the file cannot be called so; None: it can, as far as can be seen. Asks the disk."""
    if not name:
        return said(RENAMING.no_name)
    if (found := _NOT_IN_NAMES.search(name)) is not None:
        return said(RENAMING.bad_character, found[0])
    if _OF_WINDOWS.fullmatch(name) or len(os.fsencode(name)) > MOST_BYTES or name.startswith("."):
        return said(RENAMING.bad_name, name)
    if name == file.name:
        return said(RENAMING.same_name, name)
    if hidden := own_names.hidden_part(Path(name)) or own_names.hidden_package(Path(name)):
        return said(RENAMING.hides_too, name, hidden)
    if os.path.lexists(file.with_name(name)) and not _is_same(file, file.with_name(name)):
        return said(RENAMING.exists, name)
    return None


def rename(file: Path, name: str) -> Path:
    """Its new path. Raises BadScript."""
    new = file.with_name(name)
    try:
        _move(file, new)
    except FileExistsError:
        raise BadScript(said(RENAMING.exists, name)) from None
    except OSError as error:
        raise BadScript(said(RENAMING.failed, file, error.strerror or str(error))) from None
    _remove_compiled(file)
    return new


def _move(file: Path, new: Path) -> None:
    """A rename by itself takes the place of what is there; a second name is refused."""
    if _is_same(file, new):  # capital letters, on a disk that does not tell them apart
        os.rename(file, new)
        return
    try:
        os.link(file, new, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # no second names on this disk
        if os.path.lexists(new):
            raise FileExistsError(new) from None
        os.rename(file, new)
        return
    try:
        os.unlink(file)
    except OSError:
        os.unlink(new)
        raise


def _is_same(file: Path, new: Path) -> bool:
    with contextlib.suppress(OSError):
        return file.name.lower() == new.name.lower() and os.path.samefile(file, new)
    return False


def _remove_compiled(file: Path) -> None:
    """Nobody imports it any more, and it would lie there for ever."""
    folder = file.parent / "__pycache__"
    of_this = re.compile(rf"{re.escape(file.stem)}\.[\w\-]+(?:\.opt-\w+)?\.pyc")
    with contextlib.suppress(OSError):
        for each in os.listdir(folder):
            if of_this.fullmatch(each):
                os.unlink(folder / each)
