"""Makes the checkout ready: system libraries, `.venv`, the project in it.

A stamp in `.venv` remembers what it was made from, so the second start does nothing here.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Callable, Sequence

from _steps import ROOT, Failed, clean_env, run_step, say

VENV = ROOT / ".venv"
_BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
_SITE_PACKAGES = "Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages"
PYTHON = _BIN / ("python.exe" if os.name == "nt" else "python")

# What a bare Debian 12 lacks for PySide6 from a wheel: the library that is looked for, and the
# package that has it. Looking for libraries works whatever a distribution calls its packages.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "fontconfig",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_QT_FILES = {"/usr/share/fonts/truetype": "fonts-dejavu-core", "/usr/share/X11/xkb": "xkb-data"}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "xprop": "x11-utils",
    "openbox": "openbox",
}


def missing_qt_packages() -> list[str]:
    if not sys.platform.startswith("linux"):
        return []
    ldconfig = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if ldconfig is None:
        return []  # musl, NixOS: nothing that we could find out
    listed = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    have = set(re.findall(r"^\s*(\S+) \(", listed, re.M))
    return [package for library, package in QT_LIBRARIES.items() if library not in have] + [
        package for file, package in _QT_FILES.items() if not os.path.exists(file)
    ]


def missing_test_packages() -> list[str]:
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    has_tk = importlib.util.find_spec("_tkinter") is not None
    if not has_tk and "deb_system" in sysconfig.get_scheme_names():  # else a Python without it
        missing.append("python3-tk")
    return missing


def missing_venv_packages() -> list[str]:
    if PYTHON.exists() or importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]  # Debian's own package


def apt_prefix() -> list[str] | None:
    """What to put before apt-get so that it may install, or None where it cannot."""
    if not shutil.which("apt-get"):
        return None
    if os.getuid() == 0:
        return []
    if shutil.which("sudo") and not subprocess.call(
        ["sudo", "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ):
        return ["sudo", "-n"]
    return None


def install_packages(packages: Sequence[str], what_for: str) -> None:
    """Install with apt-get, or raise Failed with the one command to type."""
    if not packages:
        return
    prefix = apt_prefix()
    names = " ".join(packages)
    by_hand = f"sudo apt-get install --no-install-recommends {names}"
    if prefix is None and not shutil.which("apt-get"):
        raise Failed(f"{what_for} needs what Debian calls {names}. Install it, and run this again.")
    if prefix is None:
        raise Failed(f"{what_for} needs system packages. Type this, and run this again:\n{by_hand}")
    say(f"installing with apt-get for {what_for.lower()}: {names}")
    apt = [*prefix, "apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120"]
    env = clean_env(DEBIAN_FRONTEND="noninteractive")
    install = [*apt, "install", "--no-install-recommends", *packages]
    failure = f"apt-get could not install what is needed. Try it by hand:\n{by_hand}"
    try:
        run_step(install, failure=failure, env=env)
    except Failed:  # no package lists yet, or old ones
        say("refreshing the package lists")
        run_step([*apt, "update"], failure="apt-get update failed.", env=env)
        run_step(install, failure=failure, env=env)


def ensure_window(*, tests: bool = False, beside: Callable[[], object] = lambda: None) -> None:
    """All that starting the window takes, or its tests on a virtual screen. The system's packages
    come first and in one go: who has to type the command themselves is asked once. `beside`: see
    ensure_venv."""
    missing = [*missing_venv_packages(), *missing_qt_packages()]
    what_for = "The window (Qt)"
    if tests:
        missing += missing_test_packages()
        what_for = "Testing the window on a virtual screen"
    install_packages(missing, what_for)
    ensure_venv(beside)


def ensure_venv(beside: Callable[[], object] = lambda: None) -> None:
    """`.venv` with the project (editable) and the tools in it; at once if nothing changed.
    `beside` is called as soon as it has a Python with pip: what starts other work that needs no
    more, for installing takes one processor alone."""
    stamp = VENV / "reloader-stamp"
    wanted = _fingerprint()
    if PYTHON.exists() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        beside()
        _name_folders()
        return
    if not _works():
        _create()
    beside()
    say("installing Qt for Python and the tools into .venv (some 300 MB; a minute or two)")
    stamp.unlink(missing_ok=True)
    run_step(
        [
            *(str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"),
            *("--progress-bar", "off", "--editable", f"{ROOT}[dev]"),
        ],
        failure="pip could not install the project. Is the package index reachable?",
        show=_worth_showing,
    )
    _name_folders()
    stamp.write_text(wanted, encoding="utf-8")


def _name_folders() -> None:
    """setuptools has each Python of `.venv` import a finder of 30 ms for an editable project whose
    packages lie in two folders. The tests start some ten thousand of them, and no user's Python has
    that: naming the folders does the same."""
    folders = f"{ROOT}\n{ROOT / 'core'}\n"
    for made in VENV.glob(f"{_SITE_PACKAGES}/__editable__.reloader_gui-*.pth"):
        if made.read_text(encoding="utf-8") != folders:
            made.write_text(folders, encoding="utf-8")


def _fingerprint() -> str:
    """What an installation depends on: not the settings of the tools, but where we are."""
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [content["build-system"], content["project"], content["tool"]["setuptools"], str(ROOT)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _works() -> bool:
    """Whether `.venv` has a Python that starts, is new enough and has pip."""
    program = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return not subprocess.call(
            [str(PYTHON), "-c", program],
            env=clean_env(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return False


def _create() -> None:
    say(f"making .venv with Python {sys.version.split()[0]} ({sys.executable})")
    shutil.rmtree(VENV, ignore_errors=True)
    install_packages(missing_venv_packages(), "Making a virtual environment")
    run_step([sys.executable, "-m", "venv", str(VENV)], failure="The .venv could not be made.")


def _worth_showing(line: str) -> str | None:
    found = re.match(r"\s*(Downloading|Using cached) (\S+?)(\.metadata)?( \(.*\))?$", line)
    if found and not found[3]:
        return f"  {found[1].lower()} {found[2].rpartition('/')[2]}{found[4] or ''}"
    return "  unpacking" if line.startswith("Installing collected") else None
