"""A file or module that is not where it is looked for, but near: below that folder, above it, or
beside the script.

Asks the disk which files are there, as files.py; a few folders only.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.files import below
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_ENTRIES = 300
_MOST_FOLDERS = 60
_PASSED_OVER = ("site-packages", "node_modules", "venv", "env", "dist", "build")


def _folders(folder: Path) -> Iterator[Path]:
    """Those in it, and those in these."""
    found, count = [folder], 0
    for depth in range(2):
        inner = []
        for each in found:
            for entry in _entries(each):
                if count < _MOST_FOLDERS and _is_own(entry):
                    count += 1
                    inner.append(Path(entry.path))
        yield from inner
        found = inner if depth == 0 else []


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(islice(entries, _MOST_ENTRIES), key=lambda each: each.name)
    except (OSError, ValueError):
        return []


def _is_own(entry: os.DirEntry[str]) -> bool:
    if entry.name[:1] in ("_", ".") or entry.name in _PASSED_OVER:
        return False
    try:
        is_folder = entry.is_dir(follow_symlinks=False)
        return is_folder and not os.path.exists(os.path.join(entry.path, "pyvenv.cfg"))
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


# -- files


def file(facts: Facts, named: str, folder: str) -> Diagnosis | None:
    """Of one that is not in this folder; `named` as the script has it."""
    path = Path(named)
    if path.is_absolute() or ".." in path.parts or not path.name:
        return None
    script = facts.told.get("script_folder", "")
    if script and Path(script) != Path(folder) and _is_file(Path(script, named)):
        return Diagnosis(Kind.FILE_BESIDE, (named, folder))
    if len(path.parts) > 1:
        return _in_other_folder(facts, named, folder)
    found = [each / path for each in _folders(Path(folder)) if _is_file(each / path)]
    if len(found) != 1:
        return None
    shown = found[0].relative_to(Path(folder)).as_posix()
    return below.made(facts, Diagnosis(Kind.FILE_BELOW, (named, folder, shown)))


def _in_other_folder(facts: Facts, named: str, folder: str) -> Diagnosis | None:
    """`data/points.txt`, which is there without the folder, or in one that is called nearly so."""
    path, here = Path(named), Path(folder)
    if _is_file(here / named) or (here / path.parent).is_dir() or not _is_read(facts):
        return None
    if _is_file(here / path.name):
        return below.made_here(facts, Diagnosis(Kind.FILE_HERE, (named, folder, path.name)))
    folders = [each.name for each in _entries(here) if _is_own(each)]
    near = nearest(path.parts[0], folders)
    if near and _is_file(here.joinpath(near, *path.parts[1:])):
        shown = Path(near, *path.parts[1:]).as_posix()
        return below.made(facts, Diagnosis(Kind.FILE_BELOW, (named, folder, shown)))
    return None


_WRITES = ("w", "a", "x")
_READERS = ("open", "read_text", "read_bytes", "read_csv", "read_excel", "read_json", "loadtxt")


def _is_read(facts: Facts) -> bool:
    """By open() and the like, and not made by it."""
    for call in place.candidates(facts, ast.Call):
        match call.func:
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in _READERS:
                modes = [*call.args[1:2], *(each.value for each in call.keywords)]
                texts = [each.value for each in modes if isinstance(each, ast.Constant)]
                return not any(isinstance(t, str) and t[:1] in _WRITES for t in texts)
    return False


def odd_name(named: str) -> Diagnosis | None:
    """An address, or a name that only a terminal understands."""
    if named.startswith(("http://", "https://", "ftp://")):
        return Diagnosis(Kind.NAME_IS_ADDRESS, (named,))
    return Diagnosis(Kind.NAME_WITH_TILDE, (named,)) if named.startswith("~/") else None


# -- modules


def module(name: str, folder: str, statement: str) -> Diagnosis | None:
    """Of one that is not beside the script. `statement`: 'import', or what is imported from it."""
    if not folder:
        return None
    here = Path(folder)
    found = [each for each in _folders(here) if _is_file(each / f"{name}.py")]
    if len(found) == 1:
        parts = found[0].relative_to(here).parts
        if not all(each.isidentifier() for each in parts):
            return None
        dotted = ".".join(parts)
        instead = f"from {dotted} import {name}"
        if statement:
            instead = f"from {dotted}.{name} import {statement}"
        shown = (found[0] / f"{name}.py").relative_to(here).as_posix()
        return Diagnosis(Kind.MODULE_BELOW, (name, shown, instead))
    if found:
        return None
    if _is_file(here.parent / f"{name}.py"):
        return Diagnosis(Kind.MODULE_ABOVE, (name, f"{name}.py"))
    for ending in (".py.txt", ".pyw", ".PY"):
        if _is_file(here / f"{name}{ending}"):
            return Diagnosis(Kind.MODULE_FILE, (name, f"{name}{ending}"))
    return None


def part(name: str, folder: str) -> Diagnosis | None:
    """import package.part, of which only the package is there."""
    package, _, last = name.rpartition(".")
    inside = Path(folder, *package.split("."))
    files = [Path(each.name).stem for each in _entries(inside) if each.name.endswith(".py")]
    near = nearest(last, files)
    return Diagnosis(Kind.PART_MISSING, (package, last, near)) if near else None
