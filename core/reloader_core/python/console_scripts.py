"""The commands that packages put into a Python's environment (`flask`, `pytest`): their files.

Only reads. A command is taken if its own first line, or the archive that a Windows launcher
carries, says that this Python runs it.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from reloader_core.platform_facts import THIS, home
from reloader_core.python.environments import environment_of
from reloader_core.values import frozen

FIRST_BYTES = 512
_NAME = re.compile(r"[A-Za-z0-9][\w.+-]*")
_SHELLS_LINE = re.compile(rb"#!/bin/sh\s+'''exec'")
"""What installers write where the path of a Python is too long for a first line, or has blanks."""


@frozen
class Found:
    file: Path
    is_pythons: bool
    """Whether this Python can run it."""


def may_be_one(name: str) -> bool:
    """Not a path, and not the name of a script."""
    return _NAME.fullmatch(name) is not None and not name.endswith((".py", ".pyw"))


def find(python: Path, name: str, platform: str = THIS) -> Found | None:
    """The command of this name in the environment of `python`; None: there is none."""
    for folder in _folders(python, platform):
        for file_name in _file_names(name, platform):
            file = folder / file_name
            if os.path.isfile(file):
                return Found(file, _is_pythons(file, python, platform))
    return None


def _folders(python: Path, platform: str) -> Iterator[Path]:
    yield python.parent
    if platform == "win32":
        yield python.parent / "Scripts"
    user = home(os.environ, platform)
    if environment_of(python) is None and user is not None and platform != "win32":
        yield user / ".local" / "bin"


def _file_names(name: str, platform: str) -> tuple[str, ...]:
    if platform == "win32":
        return f"{name}.exe", f"{name}-script.py", f"{name}.py"
    return (name,)


def _is_pythons(file: Path, python: Path, platform: str) -> bool:
    if platform == "win32":
        import zipfile  # for this alone

        return file.suffix == ".py" or zipfile.is_zipfile(file)
    try:
        with open(file, "rb") as opened:
            start = opened.read(FIRST_BYTES)
    except OSError:
        return False
    if _SHELLS_LINE.match(start):
        start = b"#!" + start.partition(b"'''exec'")[2].lstrip()
    if not start.startswith(b"#!"):
        return False
    with contextlib.suppress(ValueError):
        words = shlex.split(os.fsdecode(start[2:].splitlines()[0]))
        is_env = len(words) > 1 and os.path.basename(words[0]) == "env"
        return bool(words) and _is_same(words[1] if is_env else words[0], python)
    return False


def _is_same(named: str, python: Path) -> bool:
    """By its name where it is only a name; an environment's is a link to another Python's."""
    if not os.path.isabs(named):
        return named.startswith(("python", "pypy"))
    ours, theirs = (environment_of(each) or each for each in (python, Path(named)))
    return os.path.realpath(ours) == os.path.realpath(theirs)
