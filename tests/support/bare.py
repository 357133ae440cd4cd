"""Pythons without what somebody has installed into them.

A `.pth` file in site-packages may run anything at each start: it can import half of the standard
library (then a script's own random.py hides nothing), and takes its time, thousands of times in a
run of the tests. So these use the same program with the same standard library, and nothing more: a
folder of hard links for each, made once and kept beside what packaging/dev.py keeps.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import runpy
import shutil
import sys
import tempfile
from pathlib import Path

_STEPS = Path(__file__).parents[2] / "packaging" / "_steps.py"
FOLDER: Path = runpy.run_path(str(_STEPS))["cache_dir"]() / "pythons"
_LEFT_OUT = shutil.ignore_patterns("site-packages", "test", "tests", "idlelib", "turtledemo", "*.a")
_RECIPE = 1  # count up when the way they are made changes


def bare(python: Path, folder: Path = FOLDER) -> Path:
    """The same Python without its packages; itself where it has none that run at its start, and
    where there is no such thing: on macOS and Windows, or on another disk than `folder`."""
    library = _library(python)
    if library is None or not any(library.glob("site-packages/*.pth")):
        return python
    made = folder / f"{library.name}-{_key(python, library)}"
    if not made.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=f"{made.name}.", dir=folder))
        try:
            _build(building, python, library)
            building.rename(made)
        except OSError:
            shutil.rmtree(building)
            if not made.is_dir():  # else somebody else was making it
                return python
    return made / "bin" / library.name


def _library(python: Path) -> Path | None:
    """The folder of its standard library, where it lies as `make install` puts it."""
    real = python.resolve()
    library = real.parents[1] / "lib" / real.name
    is_usual = real.parent.name == "bin" and (library / "os.py").is_file()
    return library if sys.platform.startswith("linux") and is_usual else None


def _key(python: Path, library: Path) -> str:
    files = (python, library / "os.py")
    parts = [_RECIPE, python.resolve(), *(file.stat().st_mtime_ns for file in files)]
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def _build(folder: Path, python: Path, library: Path) -> None:
    """Links to files and no folders: a script's own file and the library's are told apart by where
    they lie. Bytecode that is made later replaces a link, and leaves the other's as it is."""
    shutil.copytree(library, folder / "lib" / library.name, ignore=_LEFT_OUT, copy_function=os.link)
    (folder / "lib" / library.name / "site-packages").mkdir()
    (folder / "include").symlink_to(python.resolve().parents[1] / "include")
    program = folder / "bin" / library.name
    program.parent.mkdir()
    os.link(python.resolve(), program)
    for name in ("python3", "python"):
        with contextlib.suppress(FileExistsError):
            (program.parent / name).symlink_to(program.name)
