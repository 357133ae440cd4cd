"""What a Python's files say of it without its being started: environments, versions, links.

A downloaded folder's `.venv/bin/python` may be any program, so until the user runs the
script its environment is only read: pyvenv.cfg (venv, virtualenv, uv), or conda's list of
packages. Both may lie or be damaged; what is read here is shown, and nothing more. Any
thread may ask.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from reloader_core import platform_facts

CONFIGURATION = "pyvenv.cfg"
CONDA_FOLDER = "conda-meta"
_MOST_BYTES = 64 * 1024
_MOST_ENTRIES = 10_000
_MOST_LINKS = 40
_VERSION = re.compile(r"\d{1,3}\.\d{1,3}(?:\.\d{1,3}(?:(?:a|b|rc)\d{1,3})?)?(?![\w+])")
_CONDA_PYTHON = re.compile(r"python-(\d[\w.]*)-[^-]+\.json")


def is_environment(folder: Path) -> bool:
    """By PEP 405's landmark, or by conda's."""
    return os.path.isfile(folder / CONFIGURATION) or os.path.isdir(folder / CONDA_FOLDER)


def environment_of(python: Path) -> Path | None:
    """The folder of the environment that a python belongs to.

    Not by asking it: with -S, sys.prefix is the base's before Python 3.14.
    """
    return next(filter(is_environment, (python.parent.parent, python.parent)), None)


def python_in(folder: Path, platform: str) -> Path:
    """The file that an environment's Python should be."""
    if platform == "win32" and not os.path.isfile(folder / CONFIGURATION):
        return folder / "python.exe"  # conda's lies in the folder itself
    return platform_facts.venv_python(folder, platform)


def version_in(folder: Path) -> str:
    """What the environment's own files give as its version, for example "3.12.1"; or ""."""
    values = _configuration(folder / CONFIGURATION)
    for key in ("version_info", "version"):  # virtualenv: 3.12.1.final.0
        if (found := _VERSION.match(values.get(key, "").replace(".final.0", ""))) is not None:
            return found[0]
    return "" if values else _conda_version(folder / CONDA_FOLDER)


def home_in(folder: Path) -> Path | None:
    """The folder of the Python that it was made from, as its own file names it."""
    named = _configuration(folder / CONFIGURATION).get("home", "")
    return Path(named) if os.path.isabs(named) else None


def link_hops(path: Path) -> Iterator[Path]:
    """The file as it is named, and each that it leads to by a link, the last one a real file."""
    current = Path(os.path.abspath(path))
    yield current
    for _ in range(_MOST_LINKS):
        # `..` in a link counts from where its folder really is.
        here = Path(os.path.realpath(current.parent), current.name)
        yield here
        try:
            current = here.parent / os.readlink(here)
        except (OSError, ValueError):
            return


def _configuration(file: Path) -> dict[str, str]:
    """As site.py reads it: `key = value`, keys in any case."""
    try:
        with open(file, "rb") as opened:
            text = opened.read(_MOST_BYTES).decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return {}
    pairs = (line.partition("=") for line in text.splitlines())
    return {key.strip().lower(): value.strip() for key, equals, value in pairs if equals}


def _conda_version(folder: Path) -> str:
    """conda keeps a file for each package: python-3.12.1-hab00c5b_0_cpython.json."""
    try:
        with os.scandir(folder) as entries:
            for entry, _ in zip(entries, range(_MOST_ENTRIES), strict=False):
                if (found := _CONDA_PYTHON.fullmatch(entry.name)) is not None:
                    return found[1]
    except OSError:
        pass
    return ""
