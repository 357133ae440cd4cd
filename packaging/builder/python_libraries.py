"""The libraries that others link into the CPythons of the packages, or lay beside them: on which
terms, with the texts of packaging/licences/libraries.
"""

from __future__ import annotations

from pathlib import Path

from _steps import ROOT
from builder.licences import Component

_TEXTS = ROOT / "packaging" / "licences" / "libraries"
LICENCES = {
    "bzip2": "bzip2-1.0.6",
    "expat": "MIT",
    "libffi": "MIT",
    "libuuid": "BSD-3-Clause",
    "mpdecimal": "BSD-2-Clause",
    "openssl": "Apache-2.0",
    "sqlite": "blessing",
    "tcl": "TCL",
    "tk": "TCL",
    "vcruntime": "Microsoft Distributable Code",
    "xz": "0BSD",
    "zlib": "Zlib",
    "zstd": "BSD-3-Clause",
}
_TEXT_OF = {"tk": "tcl"}  # both are released together


def component(name: str, version: str, build: str, text: Path | None = None) -> Component:
    """`version`: '' is told as that of the `build`. `text`: if it is none of ours."""
    purl = f"pkg:generic/{name}" + (f"@{version}" if version else "")
    own = _TEXTS / f"{_TEXT_OF.get(name, name)}.txt"
    return Component(name, version or f"that of {build}", LICENCES[name], purl, (text or own,))
