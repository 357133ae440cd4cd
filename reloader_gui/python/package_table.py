"""The packages that the window knows: the engine's table, and what the window alone asks of it.

Qt-free; any thread may ask.
"""

from __future__ import annotations

import functools
import re

from reloader_core import KnownPackage, known_package
from reloader_core import package_table as _table
from reloader_core import same_names as _same

Known = KnownPackage
known = known_package


def load() -> None:
    """Read it, before somebody waits for it."""
    _same()


def known_part(imported: str) -> Known | None:
    """By a dotted name whose first part belongs to many packages: google.cloud.storage."""
    words = imported.split(".")
    for length in range(len(words), 1, -1):
        module = ".".join(words[:length])
        if (package := _table()["parts"].get(module)) is not None:
            return Known(module, package)
    return None


def is_shared(module: str) -> bool:
    """Do many packages share this first part of a name?"""
    return any(part.startswith(f"{module}.") for part in _table()["parts"])


def module_of(name: str) -> str:
    """The module of the package that is called so, where that is another name; or nothing."""
    if (module := _table()["misnamed"].get(name.lower())) is not None:
        return str(module)
    wanted = _normal(name)
    packages: dict[str, str] = _table()["packages"]
    return next((module for module, each in packages.items() if _normal(each) == wanted), "")


@functools.cache
def modules() -> tuple[str, ...]:
    """All first parts of names that are known, to find the one that was meant."""
    return (*_same(), *_table()["packages"])


def _normal(name: str) -> str:
    """https://packaging.python.org/specifications/name-normalization"""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=~]", name)[0]).lower()
