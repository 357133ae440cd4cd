"""What the Python that we ship gets on every system: pip, and bytecode for a read-only folder.

The runtimes themselves are made in linux_runtime, windows_runtime and macos.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from _steps import Failed, run_step
from builder.context import PYTHON_VERSION


def add_pip(library: Path) -> None:
    """Python's own copy of pip into `library`/site-packages, as ensurepip would install it but
    for its programs, whose first lines would name this machine: `python -m pip` works anywhere.
    Without setuptools, as every Python since 3.12."""
    wheels = list((library / "ensurepip" / "_bundled").glob("pip-*.whl"))
    if not wheels:  # Debian's own Python has none
        raise Failed(f"The Python to ship has no copy of pip in {library / 'ensurepip'}.")
    with zipfile.ZipFile(wheels[0]) as content:
        content.extractall(library / "site-packages")


def compile_all(folder: Path) -> None:
    """Bytecode that is never checked against its source: the folder may be read-only, and an
    archive's time stamps are not the sources'. The paths in it are relative to `folder`."""
    if sys.version_info[:2] != PYTHON_VERSION:
        raise Failed("Run build.py with Python %d.%d: it makes the bytecode." % PYTHON_VERSION)
    run_step(
        [
            *(sys.executable, "-I", "-m", "compileall", "-q", "-j", "0", "-f"),
            *("--invalidation-mode", "unchecked-hash", "-s", str(folder)),
            # Tests and templates of the standard library hold sources that are not valid.
            *("-x", r"bad_coding|badsyntax|lib2to3/tests", str(folder)),
        ],
        failure=f"The bytecode in {folder} could not be made.",
    )
