"""Which package of PyPI brings a module: packages.toml, read when it is first asked.

Any thread may ask. What does not stand in the table is nobody's business here.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

from reloader_core.platform_facts import THIS
from reloader_core.values import frozen


@frozen
class KnownPackage:
    """What is known of a module: the package that brings it, as pip is told."""

    module: str
    package: str
    only_on: str = ""
    """The one platform that it exists on; empty: on all."""


def known_package(module: str, platform: str = THIS) -> KnownPackage | None:
    """By the first part of a module's name."""
    table = package_table()
    package = table["windows"].get(module) if platform == "win32" else None
    package = package or table["packages"].get(module)
    if package is None and module in same_names():
        package = module.replace("_", "-")
    if package is None:
        return None
    return KnownPackage(module, package, table["only"].get(module, ""))


@functools.cache
def same_names() -> frozenset[str]:
    """Modules that are called as their packages are."""
    return frozenset(package_table()["same"].split())


@functools.cache
def package_table() -> dict[str, Any]:
    file = resources.files("reloader_core").joinpath("packages.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
