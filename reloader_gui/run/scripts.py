"""Which file may be chosen as a script, the example, and new scripts. Qt-free.

Every refusal is a BadScript that says why; nothing is overwritten.
"""

from __future__ import annotations

import codecs
import os
import re
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
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AWAY = 0x1000 | 0x40000 | 0x400000
"""FILE_ATTRIBUTE_OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS: to read it fetches it."""
_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz")
_UNPACKED_TO_LOOK = re.compile(
    r"(Temp\d+_(?P<old>.+)|[\da-f-]{36}_(?P<new>.+)\.[\da-f]{3}|7zO[\dA-F]+(\.tmp)?|Rar\$\w+[\d.]+)",
    re.IGNORECASE,
)
"""The folders that Explorer (up to and since Windows 11), 7-Zip and WinRAR make in the temporary
folder for a file that is opened inside an archive: it is alone there, and soon removed."""


class BadScript(Exception):
    """This cannot be chosen; `said` tells why and what to do. `gone`: it is not there."""

    def __init__(self, why: Said, *, gone: Path | None = None) -> None:
        super().__init__(why)
        self.said = why
        self.gone = gone


def _attributes(path: Path) -> int:
    try:
        return getattr(os.stat(path), "st_file_attributes", 0)
    except OSError:
        return 0


def check(path: Path, attributes: Callable[[Path], int] = _attributes) -> Path:
    """The script's absolute path; links stay as they are. Raises BadScript. For a thread that may
    wait: what is in a cloud is fetched. `attributes`: Windows' own, 0 elsewhere."""
    path = Path(os.path.abspath(path))
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        raise BadScript(said(SCRIPTS.is_folder, path))
    if path.suffix.lower() not in SUFFIXES:
        is_hidden = path.suffix.lower() == ".txt" and Path(path.stem).suffix.lower() in SUFFIXES
        raise BadScript(said(SCRIPTS.ends_in_txt if is_hidden else SCRIPTS.no_python_script, path))
    if not stat.S_ISREG(mode):  # opening a pipe would wait for its writer
        raise BadScript(said(SCRIPTS.not_ordinary, path))
    if (archive := _archive_around(path)) is not None:
        raise BadScript(said(SCRIPTS.in_archive, path, archive))
    is_away = attributes(path) & _AWAY
    try:
        with open(path, "rb") as file:
            file.read(1 if is_away else 0)
    except OSError as error:
        why = said(SCRIPTS.not_readable, path, error.strerror or str(error))
        raise BadScript(said(SCRIPTS.not_fetched, path) if is_away else why) from None
    return path


def check_text(path: Path) -> Path:
    """The same path, if Python can read what is in it, as far as its first bytes tell. Raises
    BadScript. For a thread that may wait."""
    try:
        with open(path, "rb") as file:
            begins = file.read(2)
    except OSError:  # it was checked just now, and Python will say why
        return path
    if begins in _UTF_16:
        raise BadScript(said(SCRIPTS.utf_16, path))
    return path


def _archive_around(path: Path) -> str | None:
    """The name of the archive that was only looked into, '' if it cannot be told; None: the file
    is nowhere of that kind."""
    folders = list(path.parts[:-1])
    temporary = [n for n, name in enumerate(folders) if name.lower() in ("temp", "tmp")]
    for name in folders[temporary[-1] + 1 :] if temporary else ():
        if (found := _UNPACKED_TO_LOOK.fullmatch(name)) is not None:
            return found["old"] or found["new"] or ""
    return None


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except ValueError:  # no file can have such a name
        is_there, why = False, ""
    except OSError as error:
        is_there = not isinstance(error, GONE) or os.path.islink(path)
        why = error.strerror or str(error)
        above = next((each for each in path.parents if os.path.isfile(each)), path)
        if not is_there and above.suffix.lower() in _ARCHIVES:
            raise BadScript(said(SCRIPTS.in_archive, path, above.name)) from None
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
    """A new script, and whether it is new: what is there stays as it is, and is still to be
    checked. Raises BadScript."""
    path = Path(os.path.abspath(path))
    if path.suffix.lower() not in SUFFIXES:
        path = path.with_name(f"{path.name}.py")
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(FIRST_LINES)
    except FileExistsError:
        return path, False
    except OSError as error:
        raise BadScript(said(SCRIPTS.not_created, path, error.strerror or str(error))) from None
    return path, True


def copy_example(documents: Path, language: str = "") -> Path:
    """The bundled example in a folder of the user's; their own edits are kept, and still to be
    checked. `language`: of its comments; English where there are none of it. Raises BadScript."""
    folder = documents / EXAMPLE_FOLDER
    english = resources.files("reloader_gui").joinpath("resources", "example")
    translated = english.joinpath(language)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in (translated if translated.is_dir() else english).iterdir():
            if file.name.endswith(".py") and not (folder / file.name).exists():
                with open(folder / file.name, "x", encoding="utf-8", newline="\n") as copy:
                    copy.write(file.read_text(encoding="utf-8"))
    except OSError as error:
        why = error.strerror or str(error)
        raise BadScript(said(SCRIPTS.example_not_copied, folder, why)) from None
    return folder / EXAMPLE_SCRIPT
