"""What is inside a package, and on which terms: `licences/` with every text, and an SBOM.

The SBOM is CycloneDX 1.6 JSON (https://cyclonedx.org/docs/1.6/json/), the same bytes each time.
Python libraries tell of themselves by their metadata; what else is shipped (CPython, system
libraries beside it) is told by the platform's module as `Component`s.
"""

from __future__ import annotations

import datetime
import json
import shutil
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from _steps import ROOT, Failed
from builder.context import Context

SBOM = "sbom.cdx.json"
_TEXTS = ROOT / "packaging" / "licences"
# What the wheels' metadata says in words, or (Qt: the choice that we took) does not say.
_SPDX = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "tomli-w": "MIT",
    "reloader-gui": "MIT",
}
_QT = ("pyside6-essentials", "shiboken6")
_SOURCES = """\
What is in this program beside Reloader itself, and where its source code is.

Everything was taken as it was published, unchanged but for symbols for debugging and, on Linux, the
folder in which a library looks for others. `pkg:deb` is a source package of Debian or Ubuntu,
`pkg:pypi` a package of the Python Package Index, each in exactly the version that is named, and
`pkg:generic` what its own makers publish under that name. If one of them cannot be had there any
more, ask at Reloader's home page: for three years from the day on which you got this program you
are given the source code of every part under the GPL or the LGPL, for no more than it costs
to send it.

"""


@dataclass(frozen=True, slots=True)
class Component:
    """Something that is shipped, with the texts of its licence."""

    name: str
    version: str
    licence: str
    """An SPDX expression, or words."""
    purl: str
    """https://github.com/package-url/purl-spec"""
    texts: tuple[Path, ...]


def cpython(version: str, text: Path) -> Component:
    return Component("cpython", version, "PSF-2.0", f"pkg:generic/cpython@{version}", (text,))


def libraries(folder: Path) -> list[Component]:
    """The Python libraries in a folder, by their metadata."""
    found = []
    for distribution in metadata.distributions(path=[str(folder)]):
        name = distribution.metadata["Name"].lower().replace("_", "-")
        found.append(
            Component(
                name,
                distribution.version,
                _SPDX.get(name) or _licence(distribution),
                f"pkg:pypi/{name}@{distribution.version}",
                _texts(name, folder, distribution),
            )
        )
    return sorted(found, key=lambda component: component.name)


def write(context: Context, folder: Path, shipped: Iterable[Component]) -> None:
    """`folder` gets a text file for each component, the offer of their sources, and the SBOM."""
    ordered = sorted(shipped, key=lambda component: component.name)
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", folder / "Reloader.txt")
    for component in ordered:
        if not component.texts:
            raise Failed(f"{component.name} comes without the text of its licence.")
        # Several texts are one file; equal ones (Qt's two packages) are there once.
        text = "\n\n".join(dict.fromkeys(each.read_text("utf-8") for each in component.texts))
        (folder / f"{component.name}.txt").write_text(text, encoding="utf-8", newline="\n")
    for text_file in sorted(_TEXTS.glob("*.txt")):
        shutil.copyfile(text_file, folder / text_file.name)
    (folder / "SOURCES.txt").write_text(_sources(ordered), encoding="utf-8", newline="\n")
    table = json.dumps(_sbom(context, ordered), indent=1, ensure_ascii=False) + "\n"
    (folder / SBOM).write_text(table, encoding="utf-8", newline="\n")


def _sources(shipped: Sequence[Component]) -> str:
    rows = [(each.name, each.version, each.licence, each.purl) for each in shipped]
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    lines = ("".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return _SOURCES + "\n".join(lines) + "\n"


def _sbom(context: Context, shipped: Sequence[Component]) -> dict[str, Any]:
    when = datetime.datetime.fromtimestamp(context.epoch, datetime.UTC)
    purl = f"pkg:pypi/reloader-gui@{context.version}"
    ours = Component("reloader", context.version, "MIT", purl, ())
    components = [_entry(component, "library") for component in shipped]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": _entry(ours, "application"),
        },
        "components": components,
        "dependencies": [
            {"ref": ours.purl, "dependsOn": [component.purl for component in shipped]}
        ],
    }


def _entry(component: Component, kind: str) -> dict[str, Any]:
    return {
        "type": kind,
        "bom-ref": component.purl,
        "name": component.name,
        "version": component.version,
        "purl": component.purl,
        "licenses": [_terms(component.licence)],
    }


def _terms(words: str) -> dict[str, Any]:
    if any(f" {operator} " in words for operator in ("OR", "AND", "WITH")):
        return {"expression": words}
    return {"license": {"name" if " " in words else "id": words}}


def _licence(distribution: metadata.Distribution) -> str:
    known = distribution.metadata
    for field in ("License-Expression", "License"):
        if field in known:
            return str(known[field])
    raise Failed(f"{known['Name']} does not name its licence; name it in builder/licences.py.")


def _texts(name: str, folder: Path, distribution: metadata.Distribution) -> tuple[Path, ...]:
    if name in _QT:
        return (_TEXTS / "Qt.txt", _TEXTS / "LGPL-3.0.txt")
    information = next(folder.glob(f"{distribution.metadata['Name'].replace('-', '_')}*.dist-info"))
    found = [*information.glob("licenses/**/*"), *information.glob("LICEN[CS]E*")]
    if name == "reloader-gui":
        found.append(ROOT / "LICENSE")
    return tuple(sorted(each for each in found if each.is_file()))
