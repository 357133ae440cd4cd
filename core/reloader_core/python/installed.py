"""Where Pythons are installed beside what PATH starts first: pyenv, uv, conda, Windows' registry...

findpython knows these places; of it only what lists files is used, since its own way to ask a
Python would look into the current folder. Starts nothing. Any thread may ask.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from reloader_core import platform_facts
from reloader_core.python import environments
from reloader_core.python.places import Origin, Place, Source

if TYPE_CHECKING:
    from findpython.providers.base import BaseProvider

_MOST_FILES = 200
_MOST_BYTES = 64 * 1024


def installed(environ: Mapping[str, str], platform: str) -> list[Place]:
    """Files that may be a Python, in no order that matters."""
    files = chain(_by_findpython(environ, platform), _of_conda(environ, platform))
    return [
        Place(file, Origin(Source.INSTALLED, file.name.removesuffix(".exe"), file.parent))
        for file in _without_second_names(islice(dict.fromkeys(files), _MOST_FILES))
    ]


def _without_second_names(files: Iterable[Path]) -> Iterator[Path]:
    """python3.7m is python3.7. (Of two folders both: conda's environments share their files.)"""
    seen: set[tuple[Path, int, int]] = set()
    for file in files:
        with suppress(OSError):
            status = os.stat(file)
            key = (file.parent, status.st_dev, status.st_ino)
            if key not in seen:
                seen.add(key)
                yield file


def _by_findpython(environ: Mapping[str, str], platform: str) -> Iterator[Path]:
    for provider in _providers(environ, platform):
        with suppress(OSError):  # a folder that may not be read, or a drive that has gone
            yield from (found.executable for found in provider.find_pythons())


def _providers(environ: Mapping[str, str], platform: str) -> list[BaseProvider]:
    # Some 15 ms, which a start that finds a Python at once need not pay for.
    from findpython.providers import asdf, macos, path, pyenv, rye, uv, winreg

    home = platform_facts.home(environ, platform)
    shims = {root / "shims" for root in _roots(environ, home, platform)}
    folders = platform_facts.path_folders(environ, platform)
    folders += platform_facts.usual_folders(environ, platform)
    # A shim of a version that is not switched on only says so; the version is found itself.
    listed: list[BaseProvider | None] = [path.PathProvider([f for f in folders if f not in shims])]
    for root in _roots(environ, home, platform):
        listed += [pyenv.PyenvProvider(root), asdf.AsdfProvider(root)]
    if home is not None:
        listed.append(rye.RyeProvider(_named(environ, "RYE_PY_ROOT") or home / ".rye" / "py"))
        listed += map(uv.UvProvider, _uv_folders(environ, home, platform))
    if platform == platform_facts.THIS:
        listed += [macos.MacOSProvider.create(), winreg.WinregProvider.create()]
    return [each for each in listed if each is not None]


def _roots(environ: Mapping[str, str], home: Path | None, platform: str) -> list[Path]:
    """Where pyenv and asdf keep what they install, and their shims."""
    named = (_named(environ, name) for name in ("PYENV_ROOT", "ASDF_DATA_DIR"))
    roots = [root for root in named if root is not None]
    if home is not None:
        usual = (".pyenv/pyenv-win",) if platform == "win32" else (".pyenv", ".asdf")
        roots += [home / name for name in usual]
    return list(dict.fromkeys(roots))


def _named(environ: Mapping[str, str], variable: str) -> Path | None:
    """A folder; not one of the current folder's."""
    value = environ.get(variable, "")
    return Path(value) if os.path.isabs(value) else None


def _uv_folders(environ: Mapping[str, str], home: Path, platform: str) -> list[Path]:
    """https://docs.astral.sh/uv/reference/storage/"""
    if named := _named(environ, "UV_PYTHON_INSTALL_DIR"):
        return [named]
    if platform == "win32":
        data = environ.get("APPDATA") or home / "AppData" / "Roaming"
    else:
        data = environ.get("XDG_DATA_HOME") or home / ".local" / "share"
    return [Path(data) / "uv" / "python"]


def _of_conda(environ: Mapping[str, str], platform: str) -> Iterator[Path]:
    """conda writes down where it has made environments, one to a line; the base is one, too."""
    home = platform_facts.home(environ, platform)
    if home is None:
        return
    with suppress(OSError):
        with open(home / ".conda" / "environments.txt", "rb") as opened:
            lines = opened.read(_MOST_BYTES).decode("utf-8", "replace").splitlines()
        for line in lines:
            if os.path.isabs(line):
                yield environments.python_in(Path(line), platform)
