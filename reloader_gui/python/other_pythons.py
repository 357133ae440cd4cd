"""Other Pythons of this computer that could help where a package is missing.

Qt-free; starts them, and takes seconds. An environment is only looked into: it may have come
with the script, and the user has chosen another Python to run that.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reloader_core import Interpreter, Trust, list_pythons
from reloader_gui.python.python_facts import can_import

_MOST_ASKED = 12


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
        has = can_import if each.is_confirmed else _holds
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
