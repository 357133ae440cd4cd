"""The program itself: its version, and where settings and logs belong.

The packaged program lies in a folder with `app/` in it. If a file named portable.txt lies there
too (on a USB stick, say), what Reloader remembers goes beside it. Qt-free, any thread may ask.
"""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

P = ParamSpec("P")
APP_NAME = "Reloader"
MARKER = "portable.txt"
PORTABLE_FOLDER = "settings"
OUTPUT_FOLDER = "output"
_APP = Path(__file__).resolve().parents[2]


def version() -> str:
    from importlib import metadata  # a twentieth of the time to the first paint; few ask

    try:
        return metadata.version("reloader-gui")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def program_folder(app: Path = _APP) -> Path | None:
    """The folder that the user unpacked or installed; None in a checkout or an environment."""
    return app.parent if app.name == "app" and (app / "launch.py").is_file() else None


def portable_folder(app: Path = _APP) -> Path | None:
    """Where a portable program keeps what it remembers; None if it is not one, or cannot write."""
    program = program_folder(app)
    if program is None or not (program / MARKER).is_file() or not os.access(program, os.W_OK):
        return None
    return program / PORTABLE_FOLDER


def config_folder() -> Path | None:
    """None: this account has no place for it, as one without a home folder."""
    from platformdirs import user_config_path

    return portable_folder() or _found(user_config_path, APP_NAME, appauthor=False)


def log_folder() -> Path | None:
    """None: as config_folder()."""
    from platformdirs import user_log_path

    return portable_folder() or _found(user_log_path, APP_NAME, appauthor=False)


def cache_folder() -> Path:
    """For what can be lost; without a home a temporary folder of this process."""
    from platformdirs import user_cache_path

    return _found(user_cache_path, APP_NAME, appauthor=False) or _temporary_folder()


def output_folder() -> Path:
    """Where the output of running scripts is kept while their window is open: what a home that
    cannot be written to has no place for is not lost."""
    folder = cache_folder() / OUTPUT_FOLDER
    return folder if _can_be_used(folder) else _temporary_folder() / OUTPUT_FOLDER


def documents_folder() -> Path:
    from platformdirs import user_documents_path

    return _found(user_documents_path) or home_folder()


def home_folder() -> Path:
    """Where a file dialog may begin."""
    return _found(Path.home) or Path(os.sep)


def user_names(home: Path) -> tuple[str, ...]:
    """What the user is called: by the account and by its folder, which may be another."""
    names = [home.name, *(os.environ.get(each, "") for each in ("USER", "LOGNAME", "USERNAME"))]
    return tuple(dict.fromkeys(filter(None, names)))


def _found(find: Callable[P, Path], *args: P.args, **options: P.kwargs) -> Path | None:
    """Without a home `~` is an error, or stays: a folder of that name below the current one."""
    try:
        path = find(*args, **options)
    except (RuntimeError, KeyError):
        return None
    return path if path.is_absolute() else None


def _can_be_used(folder: Path) -> bool:
    """As far as that can be told without making it."""
    there = next(each for each in (folder, *folder.parents) if os.path.exists(each))
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


@functools.cache
def _temporary_folder() -> Path:
    folder = tempfile.mkdtemp(prefix="reloader-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
