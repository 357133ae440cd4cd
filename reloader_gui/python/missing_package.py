"""A package that a script needs and its Python lacks: how to tell, and what to offer.

Qt-free; any thread may ask, but advise() starts that Python. Installs nothing: what it
offers is shown first, and run by ScriptRun, visibly, when the user has pressed the button.
"""

from __future__ import annotations

import re
from pathlib import Path

from reloader_core import Interpreter, ScriptError
from reloader_gui.python import package_table
from reloader_gui.python.advice import Advice
from reloader_gui.python.offers import Bases, Wanted, offer, other_bases
from reloader_gui.python.package_names import no_package
from reloader_gui.texts.packages import PACKAGES
from reloader_gui.texts.said import said

_SAID = re.compile(r"No module named '([A-Za-z_]\w*(?:\.\w+)*)'(?!;)", re.ASCII)
_IMPORT = re.compile(r"\s*(?:from\s+([\w.]+)\s+import\s+\(?\s*(\w+)|import\s+([\w.]+))", re.ASCII)


def missing_module(error: ScriptError) -> str | None:
    """The name of a module that the script could not import: a top-level one, or of a name
    that many packages share as much as is known of it (google.cloud.storage)."""
    said = _SAID.match(error.message) if error.type == "ModuleNotFoundError" else None
    if said is None:
        return None
    name = said[1]
    if (part := package_table.known_part(_imported(error, name))) is not None:
        return part.module
    return name if "." not in name else None


def _imported(error: ScriptError, name: str) -> str:
    """Python names the first part that is missing; the line tells all of it."""
    line = _IMPORT.match(error.source)
    if line is None:
        return name
    full = f"{line[1]}.{line[2]}" if line[1] else line[3]
    return full if full.startswith(f"{name}.") else name


def advise(
    error: ScriptError,
    script: Path,
    python: Interpreter,
    installed: frozenset[str] = frozenset(),
    bases: Bases = other_bases,
) -> Advice | None:
    """`installed`: packages that pip has brought already; `bases`: what else could make an
    environment. None: this is another kind of error."""
    name = missing_module(error)
    if name is None:
        return None
    known = package_table.known_part(name) or package_table.known(name)
    if "." not in name and (why := no_package(name, script.parent, python)) is not None:
        return Advice(why)
    if known is None and package_table.is_shared(name):
        return Advice(said(PACKAGES.shared_name, name, python))
    package = known.package if known is not None else name
    if package in installed:
        noted = known.module if known is not None else ""
        return Advice(said(PACKAGES.no_such_module, name, package, noted))
    return offer(Wanted(name, known, python, script), bases)
