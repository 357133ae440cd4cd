"""Which libraries are inside the CPython that Windows' package gets, and on which terms.

Some are DLLs, which tell their version; others are linked into a module of Python's, where a text
tells it or nothing does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from _steps import Failed
from builder import pe, python_libraries
from builder.licences import Component

_PYTHONS = re.compile(r"python3\d*\.dll|[\w.]+\.(pyd|exe)")


@dataclass(frozen=True, slots=True)
class Inside:
    name: str
    files: str
    """A pattern for names, in full: the DLLs that are it, or the module that it is linked into."""
    linked: bool = False
    told_by: bytes = rb"(?!)"
    """What tells the version, of what is linked in; nothing does where there is none."""


INSIDE = (
    Inside("bzip2", r"_bz2\.pyd", True, rb"(\d+\.\d+\.\d+), \d+-[A-Z][a-z]+-\d{4}"),
    Inside("expat", r"pyexpat\.pyd", True, rb"expat_(\d+\.\d+\.\d+)"),
    Inside("libffi", r"libffi-\d+\.dll"),
    Inside("mpdecimal", r"_decimal\.pyd", True),
    Inside("openssl", r"lib(crypto|ssl)-\d+\.dll"),
    Inside("sqlite", r"sqlite3\.dll"),
    Inside("tcl", r"tcl\d+t?\.dll"),
    Inside("tk", r"(tk|tcl9tk)\d+t?\.dll"),
    Inside("vcruntime", r"vcruntime\d+(_\d)?\.dll"),
    Inside("xz", r"_lzma\.pyd", True),
    Inside("zlib", r"zlib\d\.dll"),
    Inside("zstd", r"_zstd\.pyd", True),  # from Python 3.14 on
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
            text = pythons_text if part.name == "vcruntime" else None
            found[part.name] = python_libraries.component(
                part.name, _version(part, path), f"CPython {version}", text
            )
    return list(found.values())


def _version(part: Inside, path: Path) -> str:
    """'' if nothing tells it."""
    if not part.linked:
        return pe.version(path)
    told = re.search(part.told_by, path.read_bytes())
    return told[1].decode("ascii") if told is not None else ""
