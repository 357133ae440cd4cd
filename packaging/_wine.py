"""A real Windows CPython under Wine: built once, cached, and used in throw-away copies.

The interpreter (_windows_python.py) has venv with its launcher: python.exe of a venv is a parent
of the real one, a case that the engine's tests need. Each use gets its own copy of the prefix by
hard links (0.1 s) and its own wineserver, so that several can run side by side and nothing is left
running.
Linux on x86-64 only; a pass in it is strong evidence, not proof.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import _stand_in
import _windows_python
from _steps import ROOT, Failed, cache_dir, run_step, say

APT_PACKAGES = ("wine", "wine64")
PYTHON_EXE = r"C:\Python311\python.exe"

# pip judges markers by the system it runs on, so what pytest needs only on Windows (colorama) is
# named here, and our own dependencies with a marker are left out.
_WHEELS = (
    *("colorama", "hypothesis", "pytest", "pytest-qt", "pytest-timeout", "pytest-xdist"),
    *("pyte", "rich", "tqdm"),  # what the output view must show
)
_FONTS = Path("/usr/share/fonts/truetype/dejavu")
_RECIPE = 5  # count up when the way the prefix is built changes
_NOT_COMPILED = r"\\(lib2to3|idlelib|turtledemo|pydoc_data|msilib|scripts|lexers|styles)\\"
"""A third of the time: no test imports them."""
_BUILD_TIMEOUT_S = 300
_STOP_TIMEOUT_S = 20


def unavailable() -> str | None:
    """Why this machine can never have the Windows Python, or None."""
    if not sys.platform.startswith("linux") or platform.machine() != "x86_64":
        return "it needs Linux on an x86-64 processor"
    return None


def installed() -> bool:
    return all(shutil.which(program) for program in ("wine", "wineserver", "wineboot"))


class Session:
    """One private prefix with its running wineserver; made by `session()`."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix

    def run(self, args: Sequence[str], *, cwd: Path = ROOT, timeout_s: float | None = None) -> int:
        """Run a Windows program, its merged output going live to our stdout; its exit code.

        A program named python.exe is the prepared Python. Exit codes come modulo 256.
        """
        command = [PYTHON_EXE if args[0] in ("python", "python.exe") else args[0], *args[1:]]
        with_input = sys.stdin is not None and not sys.stdin.isatty()
        # Wine cannot write to a regular file as a C program's stdout: always a pipe.
        process = subprocess.Popen(
            ["wine", *command],
            env=_environment(self.prefix),
            cwd=cwd,
            stdin=None if with_input else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        pump = threading.Thread(target=_pump, args=(process,), daemon=True)
        pump.start()
        try:
            code = process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            say(f"the Windows program was ended: it took longer than {timeout_s:.0f} s")
            code = 124
        finally:
            # Ends what the program left behind, which may hold the pipe.
            _stop_server(self.prefix)
            if process.poll() is None:
                process.kill()
                process.wait()
            pump.join(_STOP_TIMEOUT_S)
        return code


@contextlib.contextmanager
def session(pip_python: Path) -> Iterator[Session]:
    """A private copy of the prefix, its services started; everything is ended and removed."""
    template = _template(pip_python)
    uses = template.parent / f"{template.name}-uses"
    uses.mkdir(exist_ok=True)
    _sweep(uses)
    prefix = uses / str(os.getpid())
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        _copy(template, prefix)
        sources = "".join(f"Z:{root}\n" for root in (ROOT, ROOT / "core")).replace("/", "\\")
        site_packages = prefix / "drive_c" / "Python311" / "Lib" / "site-packages"
        (site_packages / "reloader_checkout.pth").write_text(sources, encoding="utf-8")
        _start_server(prefix)
        yield Session(prefix)
    finally:
        _remove(prefix)
        signal.signal(signal.SIGTERM, before)


def _requirements() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    dependencies = [str(name) for name in project["dependencies"]]
    own = [name for name in dependencies if not name.startswith("PySide6") and ";" not in name]
    return sorted([*own, *_WHEELS, f"PySide6-Essentials=={_shipped_qt()}"])


def _shipped_qt() -> str:
    """The version of PySide6 in the packages."""
    locked = (ROOT / "packaging" / "lock" / "windows-amd64.txt").read_text(encoding="utf-8")
    (version,) = re.findall(r"^pyside6-essentials==([\d.]+)", locked, re.M)
    return str(version)


def make_ready(pip_python: Path) -> None:
    """The cached prefix, before many ask for it at once."""
    _template(pip_python)


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two that build side by side take more than twice as long: a test's deadline would pass."""
    import fcntl

    cache_dir().mkdir(parents=True, exist_ok=True)
    with open(cache_dir() / "wine.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _template(pip_python: Path) -> Path:
    """The cached prefix with Windows Python in it, built on first use."""
    wine = run_step(["wine", "--version"], failure="Wine does not start.")
    parts = json.dumps([_RECIPE, _windows_python.OLDEST.sdist.sha256, _requirements(), wine])
    key = hashlib.sha256(parts.encode()).hexdigest()[:12]
    template = cache_dir() / f"wine-{key}"
    if template.is_dir():
        return template
    with _one_at_a_time():
        if template.is_dir():  # somebody else was building it
            return template
        say("making a Windows Python that runs under Wine (once; about a minute)")
        building = cache_dir() / f"wine-{key}.building-{os.getpid()}"
        try:
            _build(building, pip_python)
            building.rename(template)
            _forget_others(template)
        finally:
            _remove(building)
    return template


def _forget_others(template: Path) -> None:
    """Older prefixes (about 1 GB each) that nobody uses at the moment."""
    for uses in cache_dir().glob("wine-*-uses"):
        other = uses.with_name(uses.name.removesuffix("-uses"))
        _sweep(uses)
        if other != template and not any(uses.iterdir()):
            shutil.rmtree(other, ignore_errors=True)
            uses.rmdir()


def _build(prefix: Path, pip_python: Path) -> None:
    say(f"  fetching {_windows_python.OLDEST.sdist.file}")
    archive = _windows_python.fetch(_windows_python.OLDEST, pip_python)
    prefix.mkdir(parents=True)
    say("  starting Wine for the first time")
    _start_server(prefix)
    _wine(prefix, "winecfg", "-v", "win10")
    (prefix / "drive_c" / "windows" / "system32" / "icuuc.dll").write_bytes(_stand_in.icuuc())
    python = prefix / "drive_c" / "Python311"
    _windows_python.unpack(archive, python)
    say("  installing Windows packages")
    site_packages = python / "Lib" / "site-packages"
    run_step(
        [
            *(str(pip_python), "-m", "pip", "install", "--no-compile"),
            *("--platform", "win_amd64", "--python-version", "3.11", "--only-binary=:all:"),
            *("--target", str(site_packages), *_requirements()),
        ],
        failure="The Windows packages could not be installed. Is the package index reachable?",
    )
    _make_user_folders(prefix)
    fonts = prefix / "drive_c" / "windows" / "Fonts"  # Wine has none of its own
    for font in sorted(_FONTS.glob("*.ttf")):
        shutil.copy2(font, fonts)
    say("  compiling its standard library")
    compile_all = (PYTHON_EXE, "-m", "compileall", "-q", "-x", _NOT_COMPILED)
    _wine(prefix, "wine", *compile_all, r"C:\Python311\Lib")
    _stop_server(prefix)


def _make_user_folders(prefix: Path) -> None:
    """Documents and others, where Wine has made links to this prefix's present place."""
    for folder in prefix.glob("drive_c/users/*/*"):
        if folder.is_symlink():
            folder.unlink()
            folder.mkdir()


def _environment(prefix: Path) -> dict[str, str]:
    """A short one: of a Linux environment, nothing belongs into a Windows program's."""
    kept = ("PATH", "TZ", "USER", "LOGNAME", "CI")
    prefixes = ("RELOADER_", "PYTEST_")
    environment = {
        key: value for key, value in os.environ.items() if key in kept or key.startswith(prefixes)
    }
    return environment | {
        "HOME": str(prefix / "home"),
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "LC_ALL": "C.UTF-8",  # an empty container has no locale: Wine cannot open "ü" then
        "WINEDEBUG": "-all",
        # No .NET, no HTML engine (Wine would ask to download them), no entries in our menu. No
        # debugger: a program that crashed would end with 0 when that is done with it.
        "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe,winedbg.exe=d",
        # Wine hides PATH and QT_* from Windows programs, but for these spellings.
        "WINEPATH": r"C:\Python311;C:\Python311\Scripts",
        "WINEQT_QPA_PLATFORM": "offscreen",
    }


def _wine(prefix: Path, *command: str) -> None:
    # To /dev/null: Wine's services start with the first program, inherit its output and
    # outlive it; a reader of a pipe would never see the end.
    (prefix / "home").mkdir(exist_ok=True)
    result = subprocess.run(
        command,
        env=_environment(prefix),
        cwd=prefix,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_BUILD_TIMEOUT_S,
        check=False,
    )
    # compileall reports files that are wrong on purpose with 1.
    if result.returncode not in (0, 1):
        raise Failed(f"Wine could not run {' '.join(command[:2])} (code {result.returncode}).")


def _start_server(prefix: Path) -> None:
    _wine(prefix, "wineserver", "-p60")
    _wine(prefix, "wineboot", *([] if (prefix / "system.reg").exists() else ["-i"]))


def _stop_server(prefix: Path) -> None:
    """End every process of this prefix; harmless where none runs."""
    for command in (["wineserver", "-k"], ["wineserver", "-w"], ["wineserver", "-k9"]):
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(
                command,
                env=_environment(prefix),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_STOP_TIMEOUT_S,
                check=False,
            )
            if command[1] == "-w":
                break
    # Debian's Wine leaves its server's folder in /tmp; this file has the folder's name.
    name = prefix / "wineserver"
    if name.is_file():
        shutil.rmtree(Path("/tmp", name.read_text(encoding="ascii").strip()), ignore_errors=True)
        name.unlink()


def _copy(template: Path, prefix: Path) -> None:
    def link(source: str, target: str) -> None:
        # The registry is rewritten while Wine runs; all else is replaced, never written into.
        if source.endswith(".reg"):
            shutil.copy2(source, target)
        else:
            os.link(source, target)

    shutil.copytree(template, prefix, symlinks=True, copy_function=link)


def _remove(prefix: Path) -> None:
    if not prefix.is_dir():
        return
    _stop_server(prefix)
    shutil.rmtree(prefix, ignore_errors=True)


def _sweep(uses: Path) -> None:
    """Remove the copies whose user died without doing it."""
    for left in uses.iterdir():
        try:
            os.kill(int(left.name), 0)
        except ProcessLookupError:
            _remove(left)
        except (ValueError, PermissionError):
            pass


def _pump(process: subprocess.Popen[bytes]) -> None:
    assert process.stdout is not None
    with process.stdout as pipe:
        while chunk := pipe.read1(65536):  # type: ignore[attr-defined]
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
