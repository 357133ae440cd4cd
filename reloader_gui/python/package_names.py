"""What a module's name may be that is no package: a slip of the pen, a file of the user's own,
a part of Python, the name of a package whose module has another. Qt-free; any thread may ask.
"""

from __future__ import annotations

import difflib
import os
from itertools import islice
from pathlib import Path

from reloader_core import Interpreter
from reloader_gui.python import package_table, standard_library
from reloader_gui.texts.packages import PACKAGES
from reloader_gui.texts.said import Said, said
from reloader_gui.ui.system import THIS

OFTEN_OWN = frozenset(
    "app common config constants data functions game helper helpers lib main models module"
    " my_module mymodule settings src test tests util utils".split()
)
"""People name files of their own so: a package of that name is somebody else's."""

_BEGINNERS = (
    "argparse asyncio calendar collections copy csv dataclasses datetime decimal fractions"
    " functools getpass glob hashlib http itertools json logging math os pathlib pickle platform"
    " queue random re secrets shutil socket sqlite3 statistics string subprocess sys tempfile"
    " threading time tkinter turtle typing unittest urllib webbrowser zipfile"
).split()
"""Of the standard library, what a mistyped name is looked for among: with all of it, too many
names would be taken for slips."""

_MOST_NEIGHBOURS = 500
_ALIKE, _ALIKE_STDLIB = 0.8, 0.75


def no_package(name: str, folder: Path, python: Interpreter, platform: str = THIS) -> Said | None:
    """Why no package of that name is meant; None: it may be one."""
    if (found := package_table.known(name, platform)) is not None:
        if found.only_on in ("", platform):
            return None
        system = "Windows" if found.only_on == "win32" else "macOS"
        return said(PACKAGES.only_on, name, found.package, system)
    if (module := package_table.module_of(name)) and module != name:
        return said(PACKAGES.other_name, name, module)
    if why := standard_library.why_missing(name, python, platform):
        return why
    if near := _nearest(name, _neighbours(folder), _ALIKE):
        return said(PACKAGES.near_file, name, near)
    if near := _nearest(name, _BEGINNERS, _ALIKE_STDLIB):
        return said(PACKAGES.near_python, name, near)
    if near := _nearest(name, list(package_table.modules()), _ALIKE):
        return said(PACKAGES.near_package, name, near)
    if name.lower() in OFTEN_OWN:
        return said(PACKAGES.own_file, name)
    return None


def _nearest(name: str, among: list[str], cutoff: float) -> str:
    by_small: dict[str, str] = {}
    for each in among:
        if _may_be_slip(name.lower(), each.lower()):
            by_small.setdefault(each.lower(), each)  # of PIL and pil the first
    found = difflib.get_close_matches(name.lower(), by_small, 1, cutoff)
    return by_small[found[0]] if found else ""


def _may_be_slip(one: str, other: str) -> bool:
    """Not 'pygame' for 'pygame_test', nor 'random2' for 'random': names are made like that."""
    short, long = sorted((one, other), key=len)
    if short not in long:
        return True
    more = long.replace(short, "", 1)
    return len(more) <= 1 and not more.isdigit()


def _neighbours(folder: Path) -> list[str]:
    """What the script could import from its own folder."""
    try:
        with os.scandir(folder) as entries:
            files = [Path(entry.path) for entry in islice(entries, _MOST_NEIGHBOURS)]
    except OSError:
        return []
    return [file.stem for file in files if file.suffix == ".py" or _is_package(file)]


def _is_package(folder: Path) -> bool:
    return os.path.isfile(folder / "__init__.py")
