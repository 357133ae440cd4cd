"""A Python for one folder: where it goes, what makes it, and taking away what is half made.

Qt-free; for threads that may wait for the disk. What makes it are Steps, which the user sees
before they are run: by uv where the user has it, else by the venv of a Python.
"""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from reloader_core import ENVIRONMENT_NAMES, frozen, venv_python
from reloader_gui.python.install_steps import Step, pip
from reloader_gui.python.python_facts import Facts
from reloader_gui.ui import system
from reloader_gui.ui.system import THIS

_REMOVE_S = 3.0
"""For so long Windows may keep the files of a process that has just ended."""
_CONFIGURES_PIP = ("INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "NO_INDEX", "CONFIG_FILE")


@frozen
class Tools:
    """What this computer has for it beside the Pythons."""

    uv: Path | None
    is_pip_configured: bool
    """By a file or the environment, as with a mirror: uv would not read that."""

    @classmethod
    def here(cls, environ: Mapping[str, str] = os.environ, platform: str = THIS) -> Tools:
        return cls(_find_uv(environ, platform), _is_pip_configured(environ, platform))


def free_name(folder: Path) -> Path | None:
    """Where an environment may be made; None: nothing can be written there."""
    if not os.access(folder, os.W_OK):
        return None
    names = (folder / name for name in ENVIRONMENT_NAMES)
    return next((name for name in names if not os.path.lexists(name)), None)


def steps(
    place: Path, python: Path, facts: Facts, packages: tuple[str, ...], tools: Tools
) -> tuple[Step, ...]:
    """What makes it from this Python and installs `packages` there, as pip is told them; empty:
    this Python cannot."""
    inside = venv_python(place, THIS)
    if tools.uv is not None and not tools.is_pip_configured:
        return _by_uv(tools.uv, place, python, packages)
    if facts.has_venv and facts.has_ensurepip:
        make = Step(python, ("-m", "venv", str(place)), makes=True)
        install = pip(inside, "install", *packages)
    elif facts.has_venv and facts.has_pip:
        make = Step(python, ("-m", "venv", "--without-pip", str(place)), makes=True)
        install = pip(python, "--python", str(inside), "install", *packages)
    elif tools.uv is not None:
        return _by_uv(tools.uv, place, python, packages)
    else:
        return ()
    return (make, install) if packages else (make,)


def _by_uv(uv: Path, place: Path, python: Path, packages: tuple[str, ...]) -> tuple[Step, ...]:
    make = Step(uv, ("venv", "--python", str(python), str(place)), python, makes=True)
    return (make, install_by_uv(uv, venv_python(place, THIS), packages)) if packages else (make,)


def install_by_uv(uv: Path, python: Path, packages: Iterable[str]) -> Step:
    return Step(uv, ("pip", "install", "--python", str(python), *packages), python)


def make_room(place: Path) -> str | None:
    """Make the empty folder, so that what is taken away again is ours for certain; else the
    system's word for why it cannot be made."""
    try:
        place.mkdir()
    except OSError as error:
        return error.strerror or str(error)
    return None


def remove(
    place: Path,
    clock: Callable[[], float] = time.monotonic,
    pause: Callable[[float], None] = time.sleep,
) -> bool:
    """Whether nothing is left of it."""
    until = clock() + _REMOVE_S
    while True:
        shutil.rmtree(place, onerror=_make_writable)
        if not os.path.lexists(place) or clock() > until:
            return not os.path.lexists(place)
        pause(0.1)


def _make_writable(act: Callable[[str], object], path: str, _: object) -> None:
    """Windows removes no read-only file."""
    with suppress(OSError):
        os.chmod(path, stat.S_IRWXU)
        act(path)


def _find_uv(environ: Mapping[str, str], platform: str) -> Path | None:
    """Also where its installer puts it: what is started from a desktop has a short PATH."""
    folders = system.path_folders(environ, platform)
    if (user := system.home(environ, platform)) is not None:
        folders += [user / ".local" / "bin", user / ".cargo" / "bin"]
    name = "uv.exe" if platform == "win32" else "uv"
    found = (folder / name for folder in folders)
    return next((uv for uv in found if uv.is_file() and os.access(uv, os.X_OK)), None)


def _is_pip_configured(environ: Mapping[str, str], platform: str) -> bool:
    """https://pip.pypa.io/en/stable/topics/configuration/"""
    if any(environ.get(f"PIP_{name}") for name in _CONFIGURES_PIP):
        return True
    return any(file.is_file() for file in system.pip_configurations(environ, platform))
