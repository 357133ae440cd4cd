"""Compiles the Windows programs (packaging/windows/*.c) with mingw-w64: the two launchers, and
what asks a running Reloader to close, for the installer.

The launchers are compiled against the header files of the very Python that they load.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import _setup
import _windows_python
from _steps import ROOT, run_step
from builder.context import Context

SOURCES = ROOT / "packaging" / "windows"
_COMPILER = "x86_64-w64-mingw32-gcc"
_RESOURCES = "x86_64-w64-mingw32-windres"
_FLAGS = ("-std=c11", "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-static")


def make_launchers(context: Context, folder: Path) -> list[Path]:
    """Reloader.exe and bin/reloader.exe. Windows does not tell the case of names, so that they
    cannot be in one folder; `runtime/` must be in `folder` already."""
    window, terminal = folder / "Reloader.exe", folder / "bin" / "reloader.exe"
    terminal.parent.mkdir(exist_ok=True)
    major, minor, _ = _windows_python.version(folder / "runtime").split(".")
    # MS_WIN64: Python's header knows Microsoft's compiler; newer ones define it so themselves.
    python = {"PYTHON_DLL": f'L"python{major}{minor}.dll"', "MS_WIN64": ""}
    include = ("-I", str(folder / "runtime" / "include"))
    _compile(
        window,
        ("-mwindows", "-DWINDOWED", *include),
        {**python, "LAUNCH": r'L"app\\launch.py"', "ROOT_UP": "0"},
        _resources(context, window, "Reloader"),
    )
    _compile(
        terminal,
        ("-mconsole", *include),
        {**python, "LAUNCH": r'L"app\\terminal.py"', "ROOT_UP": "1"},
        _resources(context, terminal, "Reloader in a terminal"),
    )
    return [window, terminal]


def make_ask_to_close(program: Path) -> None:
    ensure_compiler()
    run_step(
        [_COMPILER, *_FLAGS, "-mwindows", *_LINKED, str(SOURCES / "ask_to_close.c")]
        + ["-o", str(program)],
        failure="ask_to_close.c does not compile.",
    )


_LINKED = ("-Wl,--no-insert-timestamp",)  # the same bytes each time


def ensure_compiler() -> None:
    if not (shutil.which(_COMPILER) and shutil.which(_RESOURCES)):
        packages = ["gcc-mingw-w64-x86-64-win32", "binutils-mingw-w64-x86-64"]
        _setup.install_packages(packages, "Compiling for Windows")


def _compile(
    program: Path, options: tuple[str, ...], names: Mapping[str, str], resources: Path
) -> None:
    defined = [f"-D{name}={value}" for name, value in names.items()]
    run_step(
        [_COMPILER, *_FLAGS, *options, *defined, *_LINKED]
        + [str(SOURCES / "launcher.c"), str(resources), "-o", str(program)],
        failure="launcher.c does not compile.",
    )


def _resources(context: Context, program: Path, description: str) -> Path:
    ensure_compiler()
    compiled = context.work / f"{program.parent.name}-{program.stem}.o"
    names = {
        "VERSION_NUMBERS": ",".join(version_numbers(context.version)),
        "VERSION_TEXT": rf"\"{context.version}\"",
        "FILE_NAME": rf"\"{program.name}\"",
        "DESCRIPTION": rf"\"{description}\"",
    }
    defined = [f"-D{name}={value}" for name, value in names.items()]
    run_step(
        # By its own small shell, windres splits what has a space: the quotes are for that.
        [_RESOURCES, *defined, str(SOURCES / "launcher.rc"), str(compiled)],
        failure="launcher.rc does not compile.",
        cwd=SOURCES,
    )
    return compiled


def version_numbers(version: str) -> list[str]:
    """The four numbers that Windows wants: 0.1.0rc1 is 0, 1, 0, 0."""
    numbers = [part for part in version.replace("rc", ".").split(".") if part.isdigit()]
    return [*numbers[:3], "0", "0", "0"][:3] + ["0"]
