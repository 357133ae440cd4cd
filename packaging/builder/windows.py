"""The Windows packages, made on Linux or Windows: a zip that runs unpacked, and an installer.

`Reloader/` has Reloader.exe, bin/reloader.exe (for a terminal), runtime/, app/ and licences/. Where
the variable RELOADER_SIGN is a command, it is called with each program of ours to sign it.
"""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import _setup
import _windows_python
from _steps import Failed, clean_env, run_step
from builder import (
    app,
    archive,
    licences,
    pe,
    runtime,
    windows_libraries,
    windows_programs,
    windows_runtime,
)
from builder.context import Context, size_mb
from builder.windows_programs import SOURCES, version_numbers

_MACHINE = "amd64"
_PLATFORM = f"windows-{_MACHINE}"


def build(context: Context) -> Iterator[Path]:
    folder = context.work / "Reloader"
    windows_runtime.make(context, folder / "runtime")
    app.make(context, _PLATFORM, folder / "app")
    runtime.compile_all(folder / "app")
    with context.step("compiled the launchers"):
        for program in windows_programs.make_launchers(context, folder):
            _sign(program)
    pe.check(folder)
    _write_licences(context, folder)
    archive.touch_all(folder, context.epoch)
    for part in ("runtime", "app"):
        context.say(f"{part}: {size_mb(folder / part):.1f} MB")
    name = context.out / f"Reloader-{context.version}-{_PLATFORM}"
    if "zip" in context.formats:
        package = name.with_name(f"{name.name}.zip")
        with context.step("packed the zip"):
            archive.zip_folder(folder, package, context.epoch)
        yield package
    if "exe" in context.formats:
        with context.step("packed the installer"):
            package = make_installer(context, folder, name.with_name(f"{name.name}.exe"))
        yield package


def make_installer(context: Context, folder: Path, installer: Path) -> Path:
    """An installer for what is in `folder`, whatever that is."""
    if shutil.which("makensis") is None:
        _setup.install_packages(["nsis"], "Making the installer")
    file_list = context.work / "files.nsh"
    file_list.write_text(_file_list(folder), encoding="utf-8")
    ask_to_close = context.work / "ask_to_close.exe"
    windows_programs.make_ask_to_close(ask_to_close)
    _sign(ask_to_close)
    archive.touch_all(folder, context.epoch)
    os.utime(ask_to_close, (context.epoch, context.epoch))
    names = {
        "OUT_FILE": str(installer),
        "VERSION": context.version,
        "VERSION_NUMBERS": ".".join(version_numbers(context.version)),
        "SIZE_KB": str(round(size_mb(folder) * 1000)),
        "FILE_LIST": str(file_list),
        "ASK_TO_CLOSE": str(ask_to_close),
    }
    if signing := os.environ.get("RELOADER_SIGN"):
        names["SIGN"] = signing
    run_step(
        ["makensis", "-V2", "-WX", *(f"-D{name}={value}" for name, value in names.items())]
        + [str(SOURCES / "installer.nsi")],
        failure="The installer could not be made.",
        env=clean_env(SOURCE_DATE_EPOCH=str(context.epoch)),
    )
    _sign(installer)
    return installer


def _file_list(folder: Path) -> str:
    """NSIS' instructions for the files, in an order that no disk decides."""
    lines: list[str] = []
    last = None
    for path in archive.files(folder):
        if path.is_dir():
            continue
        if path.parent != last:
            last = path.parent
            inside = "".join(f"\\{part}" for part in last.relative_to(folder).parts)
            lines.append('SetOutPath "$INSTDIR%s"' % inside.replace("$", "$$"))
        lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"


def _sign(program: Path) -> None:
    if signing := os.environ.get("RELOADER_SIGN"):
        command = [*shlex.split(signing, posix=os.name != "nt"), str(program)]
        run_step(command, failure=f"{program.name} could not be signed.", env=os.environ)


def _write_licences(context: Context, folder: Path) -> None:
    text = folder / "runtime" / "LICENSE.txt"
    if not text.is_file():
        raise Failed(f"{text} is missing: Python cannot be given away without its licence.")
    version = _windows_python.version(folder / "runtime")
    shipped = [
        licences.cpython(version, text),
        *windows_libraries.libraries(folder / "runtime", version, text),
        *licences.libraries(folder / "runtime" / "Lib" / "site-packages"),
        *licences.libraries(folder / "app" / "lib"),
    ]
    licences.write(context, folder / "licences", shipped)
