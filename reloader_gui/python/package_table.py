"""The packages that the window knows: resources/packages.toml, read when it is first asked.

Qt-free; any thread may ask. What does not stand in the table is nobody's business here.
"""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Any

from reloader_core import frozen
from reloader_gui.ui.system import THIS


@frozen
class Known:
    """What is known of a module: the package that brings it, as pip is told."""

    module: str
    package: str
    only_on: str = ""
    """The one platform that it exists on; empty: on all."""


def load() -> None:
    """Read it, before somebody waits for it."""
    _same()


def known(module: str, platform: str = THIS) -> Known | None:
    """By the first part of a module's name."""
    table = _table()
    package = table["windows"].get(module) if platform == "win32" else None
    package = package or table["packages"].get(module)
    if package is None and module in _same():
        package = module.replace("_", "-")
    if package is None:
        return None
    return Known(module, package, table["only"].get(module, ""))


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


@functools.cache
def _same() -> frozenset[str]:
    return frozenset(_table()["same"].split())


@functools.cache
def _table() -> dict[str, Any]:
    file = resources.files("reloader_gui").joinpath("resources", "packages.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _normal(name: str) -> str:
    """https://packaging.python.org/specifications/name-normalization"""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=~]", name)[0]).lower()
