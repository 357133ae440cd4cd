"""Which file may be chosen as a script, the example, and new scripts. Qt-free.

Every refusal is a BadScript that says why; nothing is overwritten.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

from reloader_gui.texts.said import Said, said
from reloader_gui.texts.scripts import SCRIPTS

SUFFIXES = (".py", ".pyw")
FIRST_LINES = 'print("Hello")\n'
EXAMPLE_FOLDER = "Reloader example"
EXAMPLE_SCRIPT = "hello.py"
GONE = (FileNotFoundError, NotADirectoryError)


class BadScript(Exception):
    """This cannot be chosen; `said` tells why and what to do. `gone`: it is not there."""

    def __init__(self, why: Said, *, gone: Path | None = None) -> None:
        super().__init__(why)
        self.said = why
        self.gone = gone


def check(path: Path) -> Path:
    """The script's absolute path; links stay as they are. Raises BadScript."""
    path = Path(os.path.abspath(path))
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        raise BadScript(said(SCRIPTS.is_folder, path))
    if path.suffix.lower() not in SUFFIXES:
        raise BadScript(said(SCRIPTS.no_python_script, path))
    if not stat.S_ISREG(mode):  # opening a pipe would wait for its writer
        raise BadScript(said(SCRIPTS.not_ordinary, path))
    try:
        with open(path, "rb"):
            pass
    except OSError as error:
        raise BadScript(said(SCRIPTS.not_readable, path, error.strerror or str(error))) from None
    return path


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except ValueError:  # no file can have such a name
        is_there, why = False, ""
    except OSError as error:
        is_there = not isinstance(error, GONE) or os.path.islink(path)
        why = error.strerror or str(error)
    if is_there:
        raise BadScript(said(SCRIPTS.not_readable, path, why))
    raise BadScript(said(SCRIPTS.gone, path), gone=path)


def found(find: Callable[[], Path]) -> Path | BadScript:
    """What `find` returns or raises, to be carried to another thread."""
    try:
        return find()
    except BadScript as error:
        return error


def dropped(paths: Sequence[Path]) -> Path:
    """The first script among dropped files. Raises BadScript."""
    if not paths:
        raise BadScript(said(SCRIPTS.nothing_dropped))
    named = [path for path in paths if path.suffix.lower() in SUFFIXES]
    scripts = [path for path in named if not os.path.isdir(path)]
    if not scripts and len(paths) > 1:
        raise BadScript(said(SCRIPTS.no_script_dropped))
    return check((scripts or list(paths))[0])


def create(path: Path) -> tuple[Path, bool]:
    """A new script, and whether it is new: one that exists stays as it is. Raises BadScript."""
    if path.suffix.lower() not in SUFFIXES:
        path = path.with_name(f"{path.name}.py")
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(FIRST_LINES)
    except FileExistsError:
        return check(path), False
    except OSError as error:
        raise BadScript(said(SCRIPTS.not_created, path, error.strerror or str(error))) from None
    return check(path), True


def copy_example(documents: Path) -> Path:
    """The bundled example in a folder of the user's; their own edits are kept. Raises BadScript."""
    folder = documents / EXAMPLE_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in resources.files("reloader_gui").joinpath("resources", "example").iterdir():
            if file.name.endswith(".py") and not (folder / file.name).exists():
                with open(folder / file.name, "x", encoding="utf-8", newline="\n") as copy:
                    copy.write(file.read_text(encoding="utf-8"))
    except OSError as error:
        why = error.strerror or str(error)
        raise BadScript(said(SCRIPTS.example_not_copied, folder, why)) from None
    return check(folder / EXAMPLE_SCRIPT)
