"""Which libraries are inside the CPython that Windows' package gets, and on which terms.

Some are DLLs, which tell their version; others are linked into a module of Python's, where a text
tells it or nothing does. The texts of their licences are in packaging/licences/libraries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from _steps import ROOT, Failed
from builder import pe
from builder.licences import Component

_TEXTS = ROOT / "packaging" / "licences" / "libraries"
_PYTHONS = re.compile(r"python3\d*\.dll|[\w.]+\.(pyd|exe)")


@dataclass(frozen=True, slots=True)
class Inside:
    name: str
    files: str
    """A pattern for names, in full: the DLLs that are it, or the module that it is linked into."""
    licence: str
    linked: bool = False
    told_by: bytes = rb"(?!)"
    """What tells the version, of what is linked in; nothing does where there is none."""
    text: str = ""
    """Whose file it is, if not its own."""


INSIDE = (
    Inside("bzip2", r"_bz2\.pyd", "bzip2-1.0.6", True, rb"(\d+\.\d+\.\d+), \d+-[A-Z][a-z]+-\d{4}"),
    Inside("expat", r"pyexpat\.pyd", "MIT", True, rb"expat_(\d+\.\d+\.\d+)"),
    Inside("libffi", r"libffi-\d+\.dll", "MIT"),
    Inside("mpdecimal", r"_decimal\.pyd", "BSD-2-Clause", True),
    Inside("openssl", r"lib(crypto|ssl)-\d+\.dll", "Apache-2.0"),
    Inside("sqlite", r"sqlite3\.dll", "blessing"),
    Inside("tcl", r"tcl\d+t?\.dll", "TCL"),
    Inside("tk", r"(tk|tcl9tk)\d+t?\.dll", "TCL", text="tcl"),
    Inside("vcruntime", r"vcruntime\d+(_\d)?\.dll", "Microsoft Distributable Code"),
    Inside("xz", r"_lzma\.pyd", "0BSD", True),
    Inside("zlib", r"zlib\d\.dll", "Zlib"),
    Inside("zstd", r"_zstd\.pyd", "BSD-3-Clause", True),  # from Python 3.14 on
)


def libraries(runtime: Path, version: str, pythons_text: Path) -> list[Component]:
    """Of the CPython of this version in a folder. Microsoft's terms for its run-time library are in
    `pythons_text`, Python's own licence. Raises Failed where a DLL is of no known library."""
    files = [path for path in sorted(runtime.rglob("*")) if path.suffix.lower() in pe.SUFFIXES]
    found: dict[str, Component] = {}
    for path in files:
        parts = [each for each in INSIDE if re.fullmatch(each.files, path.name)]
        if not parts and not _PYTHONS.fullmatch(path.name):
            raise Failed(f"{path} is a library whose licence is not known: name it in {__name__}.")
        for part in parts:
            text = _TEXTS / f"{part.text or part.name}.txt"
            found[part.name] = _component(
                part, path, version, text if text.is_file() else pythons_text
            )
    return list(found.values())


def _component(part: Inside, path: Path, python: str, text: Path) -> Component:
    if part.linked:
        told = re.search(part.told_by, path.read_bytes())
        version = told[1].decode("ascii") if told is not None else ""
    else:
        version = pe.version(path)
    purl = f"pkg:generic/{part.name}" + (f"@{version}" if version else "")
    return Component(part.name, version or f"that of CPython {python}", part.licence, purl, (text,))
