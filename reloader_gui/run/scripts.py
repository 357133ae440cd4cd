"""Which file may be chosen as a script, the example, and new scripts. Qt-free.

Every refusal is a BadScript with a sentence for the user; nothing is overwritten.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

SUFFIXES = (".py", ".pyw")
FIRST_LINES = 'print("Hello")\n'
EXAMPLE_FOLDER = "Reloader example"
EXAMPLE_SCRIPT = "hello.py"
GONE = (FileNotFoundError, NotADirectoryError)


class BadScript(Exception):
    """This cannot be chosen; the text says why and what to do. `gone`: it is not there."""

    def __init__(self, text: str, *, gone: Path | None = None) -> None:
        super().__init__(text)
        self.gone = gone


def check(path: Path) -> Path:
    """The script's absolute path; links stay as they are. Raises BadScript."""
    path = Path(os.path.abspath(path))
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        raise BadScript(f"{path.name or path} is a folder. Choose the Python script in it.")
    if path.suffix.lower() not in SUFFIXES:
        raise BadScript(f"{path.name} is not a Python script: its name does not end in .py.")
    if not stat.S_ISREG(mode):  # opening a pipe would wait for its writer
        raise BadScript(f"{path.name} is not an ordinary file. Choose a Python script.")
    try:
        with open(path, "rb"):
            pass
    except OSError as error:
        raise BadScript(f"{path.name} cannot be read ({error.strerror}).") from None
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
        raise BadScript(f"{path.name} cannot be read ({why}).")
    text = f"There is no file {path}. Was it moved, renamed or deleted?"
    raise BadScript(text, gone=path)


def no_answer(path: Path, does: str) -> str:
    """`does`: what happens with it as soon as its drive answers."""
    return f"The drive that {path} is on does not answer. The script {does} as soon as it does."


def found(find: Callable[[], Path]) -> Path | BadScript:
    """What `find` returns or raises, to be carried to another thread."""
    try:
        return find()
    except BadScript as error:
        return error


def dropped(paths: Sequence[Path]) -> Path:
    """The first script among dropped files. Raises BadScript."""
    if not paths:
        raise BadScript("Only files can be dropped here. Drop a Python script.")
    named = [path for path in paths if path.suffix.lower() in SUFFIXES]
    scripts = [path for path in named if not os.path.isdir(path)]
    if not scripts and len(paths) > 1:
        raise BadScript("None of these files is a Python script: no name ends in .py.")
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
        raise BadScript(f"{path.name} could not be created ({error.strerror}).") from None
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
        raise BadScript(
            f"The example could not be copied to {folder} ({error.strerror})."
        ) from None
    return check(folder / EXAMPLE_SCRIPT)
