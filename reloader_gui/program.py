"""The program itself: its version, and where settings and logs belong.

The packaged program lies in a folder with `app/` in it. If a file named portable.txt lies there
too (on a USB stick, say), what Reloader remembers goes beside it. Qt-free, any thread may ask.
"""

from __future__ import annotations

import os
from pathlib import Path

APP_NAME = "Reloader"
MARKER = "portable.txt"
PORTABLE_FOLDER = "settings"
_APP = Path(__file__).resolve().parent.parent


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


def config_folder() -> Path:
    from platformdirs import user_config_path

    return portable_folder() or user_config_path(APP_NAME, appauthor=False)


def log_folder() -> Path:
    from platformdirs import user_log_path

    return portable_folder() or user_log_path(APP_NAME, appauthor=False)


def output_folder() -> Path:
    """Where the output of running scripts is kept while their window is open."""
    from platformdirs import user_cache_path

    return user_cache_path(APP_NAME, appauthor=False) / "output"
