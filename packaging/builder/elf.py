"""What ELF files need: other libraries, and a glibc. Asked of patchelf and ldd; Linux only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from _steps import clean_env, run_step

# What every Linux desktop brings, and must bring itself: glibc and the C++ runtime, the display
# server's and the font system's libraries (https://github.com/AppImageCommunity/pkg2appimage, the
# list of libraries that an AppImage leaves out). All others travel with us.
SYSTEM = re.compile(
    r"ld-linux.*|lib(c|m|dl|rt|util|pthread|resolv|gcc_s|stdc\+\+|z|expat)\.so.*"
    r"|lib(X11|X11-xcb|xcb|xcb-.*|Xau|Xdmcp|bsd|md|fontconfig|freetype|png16|brotli.*)\.so.*"
    r"|lib(EGL|GL|GLX|GLdispatch|dbus-1|glib-2\.0|gthread-2\.0|zstd)\.so.*"
    r"|lib(wayland-.*|xkbcommon.*)\.so.*"
)


def binaries(folder: Path) -> Iterator[Path]:
    """The ELF files below a folder, each once."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with open(path, "rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def needed(file: Path) -> set[str]:
    """The names of the libraries that this one asks for."""
    failure = f"What {file} needs could not be found out."
    return set(run_step(["patchelf", "--print-needed", str(file)], failure=failure).split())


def resolved(file: Path) -> dict[str, Path]:
    """Where this machine's loader finds all that the file needs, by name."""
    listed = run_step(["ldd", str(file)], failure=f"ldd cannot read {file}.", env=clean_env())
    return {name: Path(path) for name, path in re.findall(r"^\s*(\S+) => (/\S+)", listed, re.M)}


def set_rpath(file: Path, rpath: str) -> None:
    failure = f"{file} could not be made to find its libraries."
    run_step(["patchelf", "--set-rpath", rpath, str(file)], failure=failure)


def strip(file: Path) -> None:
    """Debugging symbols go; what other programs may link with stays."""
    failure = "binutils is needed: sudo apt-get install binutils"
    run_step(["strip", "--strip-unneeded", str(file)], failure=failure)


def oldest_glibc(folder: Path) -> tuple[int, int]:
    """The glibc that all of the folder's binaries together ask for.

    A symbol's version is a string of the file's own table; nothing else looks like it.
    """
    newest = (2, 0)
    for file in binaries(folder):
        for minor in re.findall(rb"\0GLIBC_2\.(\d+)(?=[.\0])", file.read_bytes()):
            newest = max(newest, (2, int(minor)))
    return newest


def asked_of_the_system(folder: Path) -> set[str]:
    """The libraries that the folder's binaries need and the folder does not bring."""
    files = list(binaries(folder))
    brought = {file.name for file in files}
    return {name for file in files for name in needed(file)} - brought
