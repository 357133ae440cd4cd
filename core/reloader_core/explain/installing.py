"""How a package is brought to the very Python that has none of it. Reads the table of packages."""

from __future__ import annotations

from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.installable import known_package
from reloader_core.platform_facts import THIS


def command(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """Of a module whose package is known; with pip's command, if that Python can do it."""
    if found.kind not in (Kind.NOT_FOUND_MODULE, Kind.PACKAGE_AS):
        return None
    name = str(found.values[0])
    known = known_package(name)
    if known is None or known.only_on not in ("", THIS):
        return None
    python = facts.told.get("pip")
    if not python or not isinstance(python, str):
        is_same = known.package.replace("-", "_") == name
        return None if is_same else Diagnosis(Kind.PACKAGE_AS, (name, known.package))
    python = f'"{python}"' if " " in python else python
    instead = f"{python} -m pip install {known.package}"
    return Diagnosis(Kind.PACKAGE_TO_INSTALL, (name, known.package, instead))
