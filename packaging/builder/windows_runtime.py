"""Makes `runtime/` for Windows: the pinned CPython, checked, without what nobody runs.

It stays a whole Python for the user's scripts: pip, venv, tkinter, IDLE, headers. What goes: test
suites, demonstrations, and the Tcl extensions (tix, dde, reg) that python.org does not sign.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import _windows_python
from _steps import Failed
from builder import authenticode, runtime
from builder.context import PYTHON_VERSION, Context

_UNWANTED = (
    *("NEWS.txt", "Tools", "DLLs/*.ico"),
    *("Doc", "__install__.json"),  # python.org's zip for the install manager has them
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
        archive = context.archive or _windows_python.fetch(
            _windows_python.SHIPPED, Path(sys.executable)
        )
        _windows_python.unpack(archive, folder)
    version = _windows_python.version(folder)
    if not version.startswith("%d.%d." % PYTHON_VERSION):
        wanted = ".".join(map(str, PYTHON_VERSION))
        raise Failed(f"{archive.name} is Python {version}; what is shipped is {wanted}.")
    trim(folder)
    with context.step("checked its signatures"):
        verified = authenticode.verify_python(folder)
    context.say(
        f"CPython {version}: {verified.executables} executables and {verified.library_files} files"
        " of the standard library are as python.org signed them"
    )
    if verified.not_named:
        context.say(f"{verified.not_named} more are as good as {archive.name}: nobody signed them")
    runtime.add_pip(folder / "Lib")
    (folder / "pip.ini").write_text(_PIP_CONFIGURATION, encoding="utf-8", newline="\r\n")
    with context.step("compiled its standard library"):
        runtime.compile_all(folder / "Lib")


def trim(folder: Path) -> None:
    for pattern in _UNWANTED:
        for path in list(folder.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
