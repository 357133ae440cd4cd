"""Other Pythons of this computer that could help where a package is missing.

Qt-free; starts them, and takes seconds. An environment is only looked into: it may have come
with the script, and the user has chosen another Python to run that.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from reloader_core import Interpreter, Trust, list_pythons
from reloader_gui.ui import system

_TIMEOUT_S = 5.0
_MOST_ASKED = 12
_FOUND = "import sys, importlib.util as u; sys.exit(u.find_spec(sys.argv[1]) is None)"


def others(script: Path, python: Interpreter, trust: Trust = Trust()) -> Iterator[Interpreter]:  # noqa: B008
    """Those that the script could run with as well, best first."""
    for each in list_pythons(script, trust=trust):
        if isinstance(each, Interpreter) and each.path != python.path:
            if each.doubt is None and not each.unmet:
                yield each


def that_has(module: str, script: Path, python: Interpreter) -> Interpreter | None:
    """One that could import it; a part of a package is not looked for, as that would run the
    package's own code."""
    if "." in module:
        return None
    for _, each in zip(range(_MOST_ASKED), others(script, python), strict=False):
        has = _can_import if each.is_confirmed else _holds
        if has(each.path, module):
            return each
    return None


def _holds(python: Path, module: str) -> bool:
    """Whether an environment has such a file or folder among its packages."""
    folders = (place for root in (python.parent.parent, python.parent) for place in _packages(root))
    names = (f"{module}/__init__.py", f"{module}.py", f"{module}.*.so", f"{module}.*.pyd")
    return any(True for folder in folders for name in names for _ in folder.glob(name))


def _packages(environment: Path) -> Iterator[Path]:
    yield from environment.glob("lib/python*/site-packages")
    yield environment / "Lib" / "site-packages"


def _can_import(python: Path, module: str) -> bool:
    try:
        done = subprocess.run(
            [str(python), "-c", _FOUND, module],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=python.parent,  # no module of the user's is found here
            env=system.outside(os.environ),
            timeout=_TIMEOUT_S,
            creationflags=system.detached_flags(system.THIS),
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
