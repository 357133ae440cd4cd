"""What every step of a build is told, and how a step's time and sizes are said."""

from __future__ import annotations

import contextlib
import os
import platform
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _steps import ROOT, Failed, clean_env

PYTHON_VERSION = (3, 13)
"""Of the shipped runtime, on every platform: the lock files and the bytecode are for it."""


@dataclass(frozen=True, slots=True)
class Context:
    """One run of packaging/build.py."""

    root: Path
    """The checkout. Nothing below it is written to but `work`, and `--out` if it lies there."""
    work: Path
    """For what is made on the way; emptied by each build."""
    out: Path
    """Where a builder makes its packages; build.py takes those away that it names as complete."""
    version: str
    epoch: int
    """The time stamp of every file that is packed: SOURCE_DATE_EPOCH, else the last commit's."""
    formats: tuple[str, ...]
    """Which packages to make: a platform's own, in its words ("deb", "zip", ...)."""
    say: Callable[[str], None]
    python: Path
    """The CPython that becomes the runtime, where it is not downloaded."""
    machine: str
    """What is built for: x86_64, aarch64, arm64."""
    release: Path = Path("dist")
    """Where a release's files lie, for what is made of them."""
    archive: Path | None = None
    """python.org's CPython for Windows, where it is not the pinned one."""

    @contextlib.contextmanager
    def step(self, words: str) -> Iterator[None]:
        """Says what is done, then how long it took."""
        begun = time.monotonic()
        yield
        self.say(f"{words}: {time.monotonic() - begun:.1f} s")


def version(root: Path = ROOT) -> str:
    return str(_project(root)["version"])


def address(root: Path = ROOT) -> str:
    """Where the project's repository and its releases are."""
    return str(_project(root)["urls"]["Source"])


def _project(root: Path) -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def epoch(root: Path = ROOT) -> int:
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        asked = subprocess.run(command, env=clean_env(), capture_output=True, text=True)
    except OSError as error:
        raise Failed(f"Without git, set SOURCE_DATE_EPOCH ({error}).") from None
    if asked.returncode != 0:
        raise Failed("This is no git checkout: set SOURCE_DATE_EPOCH to the release's time.")
    return int(asked.stdout)


def here() -> str:
    """The platform that this is, in build.py's words."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")


def machine() -> str:
    """This machine's processor, as Python's wheels call it on its platform."""
    name = platform.machine()
    return name.lower() if name == "AMD64" else name


def size_mb(path: Path) -> float:
    """Of a file, or of all the files in a folder; links count nothing."""
    if path.is_file():
        return path.stat().st_size / 1e6
    files = (each for each in path.rglob("*") if each.is_file() and not each.is_symlink())
    return sum(each.stat().st_size for each in files) / 1e6
