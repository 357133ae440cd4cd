"""Makes `runtime/` for Windows: the pinned CPython, checked, without what nobody runs.

It stays a whole Python for the user's scripts: pip, venv, tkinter, IDLE, headers. What goes: test
suites, demonstrations, and the three Tcl extensions (tix, dde, reg) that python.org does not sign.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import _windows_python
from _steps import Failed
from builder import authenticode, runtime
from builder.context import Context

PYTHON_DLL = "python311.dll"

_UNWANTED = (
    *("NEWS.txt", "Tools", "DLLs/*.ico"),
    *("Lib/*/test", "Lib/*/tests", "Lib/idlelib/idle_test"),
    *("tcl/tix*", "tcl/dde*", "tcl/reg*", "tcl/*.lib", "tcl/*.sh", "tcl/tk*/demos"),
    "tcl/tcl8.6/tzdata",  # Tcl asks Windows first; Python's zoneinfo never looks there
)
_PIP_CONFIGURATION = """\
# What you install with pip goes into your own folder (pip's --user), not into this one: an update
# of Reloader replaces this folder. Virtual environments do not read this file.
[install]
user = true
"""


def make(context: Context, folder: Path) -> None:
    with context.step("fetched the Windows Python"):
        archive = _windows_python.fetch(Path(sys.executable))
        _windows_python.unpack(archive, folder)
    trim(folder)
    with context.step("checked its signatures"):
        verified = authenticode.verify_python(folder)
    context.say(
        f"{verified.executables} executables and {verified.library_files} files of the standard"
        " library are as python.org signed them"
    )
    runtime.add_pip(folder / "Lib")
    (folder / "pip.ini").write_text(_PIP_CONFIGURATION, encoding="utf-8", newline="\r\n")
    with context.step("compiled its standard library"):
        runtime.compile_all(folder / "Lib")


def trim(folder: Path) -> None:
    for pattern in _UNWANTED:
        found = list(folder.glob(pattern))
        if not found:
            raise Failed(f"The Windows Python has no {pattern} any more: see {__file__}.")
        for path in found:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
