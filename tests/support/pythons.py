"""The interpreters of this machine."""

from __future__ import annotations

import contextlib
import functools
import glob
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from bare import bare
from processes import script_env


@dataclass(frozen=True)
class Python:
    path: str
    version: tuple[int, int, int]

    def __str__(self) -> str:
        folder = Path(self.path).parent
        return ".".join(map(str, self.version)) + ("-system" if folder == Path("/usr/bin") else "")


def own_base() -> Path:
    """The Python that the tests run with, outside of any environment."""
    return Path(os.path.realpath(getattr(sys, "_base_executable", sys.executable)))


def without_shims(path: str) -> str:
    """A PATH on which the Python of these tests stands in the place of scripts that look for one:
    pyenv's start thirty programs each time, and each window of a test asks them three times."""
    folders = path.split(os.pathsep)
    shims = [folder for folder in folders if _is_script(Path(folder, "python3"))]
    if shims:
        folders[folders.index(shims[0])] = str(bare(own_base()).parent)
    return os.pathsep.join(folder for folder in folders if folder not in shims)


def _is_script(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(2) == b"#!"
    except OSError:
        return False


def system_python(folder: Path, *, without: tuple[str, ...] = ()) -> Path:
    """A Python as a system has it: pip may install nothing there (PEP 668). `without`: modules
    that it lacks, as Debian's lacks ensurepip. A copy of the program with links to the rest."""
    if "deb_system" in sysconfig.get_scheme_names():
        pytest.skip("Debian's own Python looks for packages elsewhere, in a copy as well")
    base = own_base()
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    stdlib, ours = Path(os.__file__).parent, folder / "lib" / name
    ours.mkdir(parents=True)
    for entry in stdlib.iterdir():
        if entry.name not in (*without, "site-packages", "dist-packages", "__pycache__"):
            (ours / entry.name).symlink_to(entry)
    (ours / "EXTERNALLY-MANAGED").write_text("[externally-managed]\nError=No.\n")
    packages = ours / "site-packages"
    packages.mkdir()
    if "pip" not in without:
        (packages / "pip").symlink_to(stdlib / "site-packages" / "pip")
    python = folder / "bin" / "python3"
    python.parent.mkdir()
    shutil.copy2(base, python)
    (python.parent / name).symlink_to("python3")
    return python


def environment_with_pip(folder: Path) -> None:
    """As `python -m venv` makes it, whose ensurepip unpacks and compiles pip for five seconds."""
    pip = Path(os.__file__).parent / "site-packages" / "pip"
    is_linked = os.name == "posix" and pip.is_dir()
    venv.create(folder, with_pip=not is_linked)
    if is_linked:
        (packages,) = folder.glob("lib/python3*/site-packages")
        (packages / "pip").symlink_to(pip)


_ASK = (
    "import sys, json; print(json.dumps([sys.executable, sys.version_info[:3],"
    " sys.implementation.name, sys.prefix == sys.base_prefix]))"
)


def _candidates() -> list[str]:
    if sys.platform == "win32":  # Wine would start Linux' /usr/bin/python3, and knows no more of it
        return []
    names = ["python3", *(f"python3.{minor}" for minor in range(8, 20))]
    folders = [*os.get_exec_path(), "/usr/bin"]
    found = [os.path.join(folder, name) for folder in folders for name in names]
    if pyenv := shutil.which("pyenv"):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=False).stdout
        found += glob.glob(os.path.join(root.strip(), "versions", "3.*", "bin", "python3.*"))
    return [path for path in dict.fromkeys(found) if os.access(path, os.X_OK)]


found_before: tuple[Python, ...] | None = None
"""What another process of these tests has found here (see tests/conftest.py)."""


@functools.cache
def find_pythons() -> tuple[Python, ...]:
    """Every CPython from 3.8 that works here, no virtual environments, oldest first; bare ones."""
    if found_before is not None:
        return found_before
    started = []
    for path in _candidates():
        with contextlib.suppress(OSError):
            started.append(
                subprocess.Popen(
                    [path, "-I", "-c", _ASK],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=script_env(),
                )
            )
    found: dict[str, Python] = {}
    for process in started:
        with process, contextlib.suppress(ValueError, subprocess.TimeoutExpired):
            answer = process.communicate(timeout=20)[0]
            path, version, name, is_base = json.loads(answer)
            if name == "cpython" and is_base and version >= [3, 8]:
                real = os.path.realpath(path)
                found.setdefault(real, Python(str(bare(Path(path))), tuple(version)))
    return tuple(sorted(found.values(), key=lambda python: (python.version, python.path)))
