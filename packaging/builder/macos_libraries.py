"""Which libraries are inside the CPython that the Mac's package gets, and on which terms.

It is python-build-standalone's: nearly all of them are linked into it, so that no file names them,
and the texts of their licences (packaging/licences/libraries) are not in what uv installs. zlib,
ncurses and libedit are the Mac's own.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from _steps import Failed, run_step
from builder import python_libraries
from builder.licences import Component


@dataclass(frozen=True, slots=True)
class Inside:
    """A library, by the module of Python that is linked with it."""

    name: str
    module: str
    version: str = ""
    """What tells it, where `m` is the module. Empty: nothing does."""


_TCL_VERSION = "m.Tcl().eval('info patchlevel')"
INSIDE = (
    Inside("bzip2", "_bz2"),
    Inside("expat", "pyexpat", "m.EXPAT_VERSION.removeprefix('expat_')"),
    Inside("libffi", "_ctypes"),
    Inside("libuuid", "_uuid"),
    Inside("mpdecimal", "_decimal", "m.__libmpdec_version__"),
    Inside("openssl", "_ssl", "m.OPENSSL_VERSION.split()[1]"),
    Inside("sqlite", "_sqlite3", "m.sqlite_version"),
    Inside("tcl", "tkinter", _TCL_VERSION),
    Inside("tk", "tkinter", _TCL_VERSION),
    Inside("xz", "_lzma"),
    Inside("zstd", "_zstd", "m.zstd_version"),  # from Python 3.14 on
)
_QUESTION = """
import importlib, json, sys
found = {}
for name, (module, version) in json.loads(sys.argv[1]).items():
    try:
        m = importlib.import_module(module)
    except ImportError:
        continue
    found[name] = eval(version) if version else ""
print(json.dumps(found))
"""
# What of it is a file of its own, in one release or another.
_FILES = re.compile(
    r"lib(python3|tcl|tk|itcl|thread|bz2|expat|ffi|uuid|mpdec|ssl|crypto|sqlite3|lzma|zstd).*"
)


def libraries(python: Path, prefix: Path) -> list[Component]:
    """Of the CPython that `python` starts and that `prefix` holds."""
    for file in sorted(prefix.rglob("*.dylib")):
        if _FILES.fullmatch(file.name) is None:
            raise Failed(f"{file} is a library whose licence is not known: name it in {__name__}.")
    build = prefix / "BUILD"  # uv's note
    if not build.is_file():
        raise Failed(f"{prefix} does not say whose build it is; take one of `uv python install`.")
    told_as = f"python-build-standalone {build.read_text(encoding='utf-8').strip()}"
    asked = json.dumps({library.name: (library.module, library.version) for library in INSIDE})
    answer = run_step(
        [str(python), "-I", "-W", "ignore", "-c", _QUESTION, asked],
        failure=f"{python} could not be asked which libraries it has.",
    )
    versions = json.loads(answer)
    return [
        python_libraries.component(name, versions[name], told_as)
        for name in (each.name for each in INSIDE)
        if name in versions
    ]
