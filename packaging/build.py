"""Makes the packages that users download: `python3 packaging/build.py linux`.

    build.py linux   [--format tar,deb,rpm,appimage] [--python PYTHON] [--out DIR]
    build.py windows [--format zip,exe]              (on Linux too)
    build.py macos   [--format dmg]                  (on a Mac)
    build.py python                                  (wheel and sdist)
    build.py channels --release DIR                  (winget, Scoop, AUR, Homebrew; of its files)
    build.py lock                                    (what goes in, pinned anew)

It makes a virtual environment of its own with the locked tools (packaging/lock/tools.txt), starts
itself again in that, and needs nothing else of this checkout. The pieces are in packaging/builder/.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import dev
from _steps import ROOT, Failed, cache_dir, clean_env, run_step
from builder import archive, context, lock

FORMATS = {
    "linux": ("tar", "deb", "rpm", "appimage"),
    "windows": ("zip", "exe"),
    "macos": ("dmg",),
}
# Made only where it is asked for: it needs the AppImage runtime, a file that is given.
ON_REQUEST = ("appimage",)
COMMANDS = (*FORMATS, "python", "channels", "lock")


def main(argv: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(argv)
    try:
        if not _in_tools():
            given = sys.argv[1:] if argv is None else argv
            other = _other_python(options)
            if other is not None:
                return subprocess.call([*other, __file__, *given], env=clean_env())
            return _start_again(given)
        _build(options)
    except Failed as failed:
        say(str(failed))
        return 1
    return 0


def say(text: str) -> None:
    print(f"build: {text}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Makes the packages that users download."
    )
    add = parser.add_argument
    add("command", choices=COMMANDS, metavar="|".join(COMMANDS))
    add("--format", metavar="NAMES", help="only these packages, with commas: deb,rpm")
    add("--out", metavar="DIR", type=Path, default=ROOT / "dist", help="(default: dist)")
    add(
        "--python",
        metavar="FILE",
        type=Path,
        help="the CPython to ship: a program, for windows python.org's zip (default: a fitting one"
        " of this machine, for windows a pinned one)",
    )
    add("--release", metavar="DIR", type=Path, default=ROOT / "dist", help="(default: dist)")
    add("--machine", default=context.machine(), help="the processor (default: %(default)s)")
    return parser


def _build(options: argparse.Namespace) -> None:
    work = ROOT / "build" / "packages" / options.command
    shutil.rmtree(work, ignore_errors=True)
    beside = work / "packed"
    beside.mkdir(parents=True)
    is_archive = options.command == "windows" and options.python is not None
    made = context.Context(
        root=ROOT,
        work=work,
        out=beside,
        version=context.version(),
        epoch=context.epoch(),
        formats=_formats(options),
        say=say,
        python=(_this_python() if is_archive else options.python or _this_python()).absolute(),
        machine=options.machine,
        release=options.release.absolute(),
        archive=options.python.absolute() if is_archive else None,
    )
    if options.command == "lock":
        return lock.write(made)
    module = importlib.import_module(f"builder.{options.command}")
    for made_beside in module.build(made):
        package = deliver(made_beside, beside, options.out.absolute())
        say(f"{package}: {context.size_mb(package):.1f} MB, sha256 {archive.sha256(package)}")


def deliver(package: Path, beside: Path, out: Path) -> Path:
    """From below `beside` to the same place below `out`, where what is there is complete: packing
    takes minutes, and half of a package has the look of a whole one."""
    target = out / package.relative_to(beside)
    target.parent.mkdir(parents=True, exist_ok=True)
    coming = target.with_name(f"{target.name}.part")  # from another disk it is copied
    shutil.move(package, coming)
    return coming.replace(target)


def _this_python() -> Path:
    """What build.py was started with; it runs in an environment made from that."""
    return Path(getattr(sys, "_base_executable", sys.executable))


def _other_python(options: argparse.Namespace) -> list[str] | None:
    """Who makes a package must be of the version that is shipped, for it makes the bytecode; and on
    Linux it is what is shipped, if no other is named. None: this one will do."""
    if options.command not in FORMATS:
        return None
    copied = options.command == "linux"
    if copied and options.python is not None:
        given = options.python.absolute()
        return None if given.samefile(sys.executable) else [str(given)]
    if _fits([sys.executable], copied):
        return None
    for command in dev.candidates():
        if _fits(command, copied):
            return command
    raise Failed(
        "What is shipped is Python %d.%d, and here is none that can be %s. CONTRIBUTING.md, 'What"
        " is in a package', says how to get one."
        % (*context.PYTHON_VERSION, "copied" if copied else "used")
    )


def _fits(command: Sequence[str], copied: bool) -> bool:
    """A system's own works in its place alone, and must not be copied. (pyenv's shims may be for
    no Python at all: each is asked.)"""
    program = (
        "import os, sys, sysconfig; mark = sysconfig.get_path('stdlib') + '/EXTERNALLY-MANAGED';"
        f"sys.exit(sys.version_info[:2] != {context.PYTHON_VERSION!r}"
        f" or {copied!r} and os.path.exists(mark))"
    )
    asked = [*command, "-I", "-c", program]
    quiet = subprocess.DEVNULL
    try:
        return not subprocess.call(asked, env=clean_env(), stdout=quiet, stderr=quiet, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False


def _formats(options: argparse.Namespace) -> tuple[str, ...]:
    known = FORMATS.get(options.command, ())
    if not options.format:
        return tuple(name for name in known if name not in ON_REQUEST)
    wanted = tuple(options.format.split(","))
    for name in wanted:
        if name not in known:
            raise Failed(f"For {options.command} there is {', '.join(known)}, and no {name!r}.")
    return wanted


def _tools() -> Path:
    locked = lock.TOOLS.read_bytes() + sys.version.encode()
    return cache_dir() / f"build-tools-{hashlib.sha256(locked).hexdigest()[:12]}"


def _in_tools() -> bool:
    return "RELOADER_BUILD_TOOLS" in os.environ


def _start_again(args: Sequence[str]) -> int:
    """In the environment that has the locked tools; it is made if it is not there yet."""
    folder = _tools()
    bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
    python = bin_folder / ("python.exe" if os.name == "nt" else "python")
    stamp = folder / "complete"
    if not stamp.exists():
        say("installing the locked build tools (once)")
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True, symlinks=os.name != "nt")
        install = [str(python), "-m", "pip", "install", "--require-hashes", "--no-deps", "-r"]
        run_step([*install, str(lock.TOOLS)], failure="The build tools could not be installed.")
        stamp.touch()
    path = os.pathsep.join([str(bin_folder), os.environ.get("PATH", "")])
    env = clean_env(RELOADER_BUILD_TOOLS="1", PATH=path)
    return subprocess.call([str(python), __file__, *args], env=env)


if __name__ == "__main__":
    sys.exit(main())
