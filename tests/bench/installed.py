"""The other reloaders, installed into a folder of the benchmark's own.

PyPI's go into a virtual environment of the measured Python, npm's into a folder beside
it; entr is used where the system has it. What cannot be had is said and left out.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from running import clean_env

PYPI = {
    "watchfiles": ("watchfiles",),
    "watchmedo": ("watchdog[watchmedo]",),
    "hupper": ("hupper",),
    "uvicorn": ("uvicorn", "watchfiles"),
    "werkzeug": ("werkzeug", "watchdog"),
    # What frameworks.py serves with:
    "Flask": ("flask",),
    "Django": ("django",),
    "FastAPI": ("fastapi", "uvicorn[standard]"),
    "Tornado": ("tornado",),
    "aiohttp": ("aiohttp",),
    "gunicorn": ("gunicorn",),
}
VERSIONS = "import importlib.metadata as m, json; print(json.dumps({n: m.version(n) for n in %r}))"


@dataclass
class Installed:
    """Where the tools are, and what is missing, as sentences."""

    folder: Path
    python: str
    missing: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)

    @property
    def scripts(self) -> Path:
        return self.folder / "venv" / "bin"

    @property
    def nodemon(self) -> Path:
        return self.folder / "node" / "node_modules" / "nodemon"


def install(folder: Path, python: str, wanted: list[str]) -> Installed:
    """Makes sure of the wanted tools; reaches for the registries only for what is not there."""
    installed = Installed(folder, python)
    folder.mkdir(parents=True, exist_ok=True)
    from_pypi = [name for name in PYPI if any(each.startswith(name) for each in wanted)]
    if from_pypi:
        _install_from_pypi(installed, from_pypi)
    if "nodemon" in wanted:
        _install_nodemon(installed)
    if "entr" in wanted:
        _find_entr(installed)
    return installed


def _install_from_pypi(installed: Installed, names: list[str]) -> None:
    python = installed.scripts / "python"
    if not python.exists():
        _run([installed.python, "-m", "venv", str(installed.folder / "venv")])
    for name in names:
        packages = PYPI[name]
        distributions = [re.sub(r"\[.*", "", package) for package in packages]
        answer = _run([str(python), "-c", VERSIONS % (distributions,)])
        if not answer:
            _run([str(python), "-m", "pip", "install", "--quiet", *packages])
            answer = _run([str(python), "-c", VERSIONS % (distributions,)])
        if answer:
            installed.versions.update(json.loads(answer))
        else:
            installed.missing[name] = f"pip could not install {' '.join(packages)}"


def _install_nodemon(installed: Installed) -> None:
    node, npm = shutil.which("node"), shutil.which("npm")
    described = installed.nodemon / "package.json"
    if node and npm and not described.exists():
        place = str(installed.folder / "node")
        _run([npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", place, "nodemon"])
    if node and described.exists():
        installed.versions["nodemon"] = json.loads(described.read_text())["version"]
    else:
        installed.missing["nodemon"] = "npm could not install it" if npm else "there is no npm here"


def _find_entr(installed: Installed) -> None:
    entr = shutil.which("entr")
    if entr is None:
        installed.missing["entr"] = "it is not installed here (a package of the system)"
        return
    usage = subprocess.run([entr], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    release = re.search(rb"release: (\S+)", usage.stderr)
    installed.versions["entr"] = release[1].decode() if release else "?"


def _run(command: list[str]) -> str:
    """The command's output; empty if it failed."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=clean_env(), timeout=600
    )
    return done.stdout if done.returncode == 0 else ""
