"""Tries a built package as its users will: `smoke.py FOLDER`, an unpacked or installed program.

    smoke.py /usr/lib/reloader           smoke.py --wine FOLDER   (a Windows one, on Linux)

Everything runs on the package's own runtime in an empty home: the terminal command, the window
without a screen, and scripts that use what beginners' scripts use. Standard library only; prints
one line a check and ends with 1 if one failed. The scripts are in packaging/smoke/.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import _stand_in

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE / "smoke"
_PATIENCE_S = 90.0


class Wrong(Exception):
    """A check failed; the text says how."""


@dataclass
class Package:
    """The unpacked program, and how its programs are started."""

    folder: Path
    home: Path
    wine: bool = False
    failed: list[str] = field(default_factory=list)
    checks: int = 0

    @property
    def windows(self) -> bool:
        return self.wine or sys.platform == "win32"

    def python(self) -> list[str]:
        if self.windows:
            return self._program("runtime", "python.exe")
        return self._program("runtime", "bin", "python3")

    def terminal(self) -> list[str]:
        if self.windows:
            return self._program("bin", "reloader.exe")
        return [*self.python(), "-I", str(self.folder / "app" / "terminal.py")]

    def window(self) -> list[str]:
        if self.windows:
            return self._program("Reloader.exe")
        return [*self.python(), "-I", str(self.folder / "app" / "launch.py")]

    def _program(self, *names: str) -> list[str]:
        program = str(self.folder.joinpath(*names))
        return ["wine", program] if self.wine else [program]

    def env(self) -> dict[str, str]:
        """A new user's: an empty home, no other Python on PATH, no screen."""
        keep = "PATH LANG TMPDIR SYSTEMROOT TEMP TMP WINEPREFIX WINEARCH WINEDLLOVERRIDES"
        env = {name: os.environ[name] for name in keep.split() if name in os.environ}
        env |= {"HOME": str(self.home), "QT_QPA_PLATFORM": "offscreen", "WINEDEBUG": "-all"}
        env["WINEQT_QPA_PLATFORM"] = "offscreen"  # Wine hides QT_* but for this spelling
        if self.wine:
            env["LC_ALL"] = "C.UTF-8"  # without any it cannot open other than ASCII names
        env |= {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
        if sys.platform == "win32":
            env |= {"USERPROFILE": str(self.home), "APPDATA": str(self.home)}
        return env

    def run(self, command: Sequence[str], cwd: Path | None = None) -> tuple[int, str]:
        done = subprocess.run(
            command,
            env=self.env(),
            cwd=cwd or self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE_S,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def check(self, name: str, test: Callable[[Package], None]) -> None:
        begun = time.monotonic()
        self.checks += 1
        try:
            test(self)
        except (Wrong, OSError, subprocess.SubprocessError, ValueError) as error:
            self.failed.append(name)
            print(f"FAILED {name}: {error}", flush=True)
        else:
            print(f"ok     {name} ({time.monotonic() - begun:.1f} s)", flush=True)


def wait_for(condition: Callable[[], object], what: str) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise Wrong(f"not within {_PATIENCE_S:g} s: {what}")
        time.sleep(0.02)


def script_checks() -> dict[str, Callable[[Package], None]]:
    """One for each script in smoke/: run by the `reloader` command, it must print ok at its end."""

    def check(script: Path) -> Callable[[Package], None]:
        def test(package: Package) -> None:
            copy = package.home / script.name
            shutil.copyfile(script, copy)
            # This machine may have another; that the shipped one is found has its own check.
            named = ["--python", package.python()[-1], "--once"]
            code, said = package.run([*package.terminal(), *named, str(copy), "an argument"])
            lines = said.split()
            if code != 0 or "ok" not in lines:
                raise Wrong(f"code {code}: {said[-1500:]}")

        return test

    found = {path.stem.replace("_", " "): check(path) for path in sorted(SCRIPTS.glob("*.py"))}
    if not found:
        raise SystemExit(f"There are no scripts in {SCRIPTS}.")
    return found


def version_is_said(package: Package) -> None:
    for command in (package.terminal(), package.window()):
        code, said = package.run([*command, "--version"])
        if code != 0 or "not installed" in said or "reloader" not in said:
            raise Wrong(said)


def exit_code_is_passed_on(package: Package) -> None:
    script = package.home / "seven.py"
    script.write_text("raise SystemExit(7)\n")
    code, said = package.run([*package.terminal(), "--once", str(script)])
    if code != 7:
        raise Wrong(f"code {code}: {said}")


def shipped_python_is_found(package: Package) -> None:
    """The runtime is in the list, and runs the script where there is no other Python: on Linux with
    nothing on PATH. (macOS' folders and Windows' registry have others, whatever PATH says.)"""
    script = package.home / "which.py"
    script.write_text("import sys\nprint('prefix', sys.prefix)\n")
    env = package.env()
    if not package.windows:
        env["PATH"] = str(package.home)

    def said_by(*args: str) -> str:
        command = [*package.terminal(), *args, str(script)]
        done = subprocess.run(
            command, env=env, cwd=package.home, capture_output=True, timeout=_PATIENCE_S
        )
        return (done.stdout + done.stderr).decode("utf-8", "replace")

    listed = said_by("--list-pythons")
    own = [line for line in listed.splitlines() if "(Reloader's own Python)" in line]
    if len(own) != 1 or "runtime" not in own[0]:
        raise Wrong(listed)
    if own[0].startswith("*") or sys.platform == "linux":
        said = said_by("--once")
        if "Reloader's own Python" not in said or "runtime" not in said:
            raise Wrong(said)


def three_and_a_flood(package: Package) -> None:
    """Exits with 3 once, is started again, then prints 200,000 lines: none is lost."""
    script = package.home / "flood.py"
    script.write_text(
        "import os, sys\n"
        "if not os.path.exists('again'):\n    open('again', 'w').close(); sys.exit(3)\n"
        "for number in range(200000): print('line', number)\n"
    )
    code, said = package.run([*package.terminal(), "--once", str(script)])
    lines = [line for line in said.splitlines() if line.startswith("line ")]
    if code != 0 or len(lines) != 200_000 or lines[-1] != "line 199999":
        raise Wrong(f"code {code}, {len(lines)} lines: {said[-300:]}")


def nothing_was_written(package: Package) -> None:
    """The program's own folder is as it was shipped: no bytecode, no logs."""
    changed = [path for path in package.folder.rglob("*") if path.lstat().st_mtime > STARTED]
    if changed:
        raise Wrong(f"new in the program's folder: {changed[:5]}")


def run_edit_stop(command: Sequence[str], package: Package, log: Path) -> None:
    """Runs a script, saves a change, sees it, ends the program: the script is gone, too."""
    script = package.home / f"{log.name}.py"
    output = package.home / f"{log.name}.txt"
    text = (
        "import os, pathlib, time\nTEXT = {!r}\n"
        f"pathlib.Path({output.name!r}).write_text(TEXT + ' ' + str(os.getpid()))\n"
        "while True: time.sleep(0.1)\n"
    )
    script.write_text(text.format("first"))

    def shows(words: str) -> bool:
        return output.is_file() and output.read_text().startswith(words)

    errors = package.home / f"{log.name}.err"
    with open(errors, "wb") as stderr:
        process = subprocess.Popen(
            [*command, "--events", str(log), str(script)],
            env=package.env(),
            cwd=package.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
        )
    try:
        wait_for(lambda: shows("first "), "the script's first output")
        # The watcher has it only once it was reported: the state log tells.
        wait_for(lambda: log.is_file() and '"running"' in log.read_text().lower(), "the log")
        script.write_text(text.format("second"))
        wait_for(lambda: shows("second "), "the changed script's output")
        process.terminate()
        if not package.windows:
            pid = int(output.read_text().split()[1])
            wait_for(lambda: not _is_alive(pid), "the script's end")
        process.wait(_PATIENCE_S)
    finally:
        process.kill()
        process.wait(_PATIENCE_S)
    for line in log.read_text(encoding="utf-8").splitlines():
        json.loads(line)
    if "Traceback" in (said := errors.read_text(encoding="utf-8", errors="replace")):
        raise Wrong(said[-600:])


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def terminal_restarts(package: Package) -> None:
    run_edit_stop(package.terminal(), package, package.home / "terminal_events")


def window_restarts(package: Package) -> None:
    """Twice, for the second one finds settings, and replaces them."""
    for which in ("first", "second"):
        log = package.home / f"{which}_window_events"
        run_edit_stop([*package.window(), "--run"], package, log)


# How a folder is made of what a build leaves in dist/.
_UNPACK = {
    ".deb": "install it (sudo apt install ./{name}) and name /usr/lib/reloader",
    ".rpm": "install it (sudo dnf install ./{name}) and name /usr/lib/reloader",
    ".zst": "unpack it (tar -xf {name}) and name the folder",
    ".zip": "unpack it and name the folder Reloader in it",
    ".exe": "run it and name the folder that it was installed into",
    ".dmg": "open it and name Reloader.app/Contents/Resources in it",
    ".AppImage": "unpack it (./{name} --appimage-extract) and name squashfs-root",
    ".whl": "a wheel has no Python of its own: there is nothing to be tried here",
}


def no_package(folder: Path | None, wine: bool) -> str | None:
    """What to name instead of `folder`; None if it is an unpacked program that can be tried."""
    if folder is None:
        return "Name the folder of an unpacked or installed program: smoke.py /usr/lib/reloader"
    if folder.is_file():
        unpack = _UNPACK.get(folder.suffix, "name the unpacked or installed program's folder")
        return f"{folder.name} is a file: {unpack.format(name=folder.name)}."
    if not folder.is_dir():
        return f"There is no folder {folder}."
    if not ((folder / "runtime").is_dir() and (folder / "app" / "launch.py").is_file()):
        return f"{folder} is not Reloader's: a built program's folder has runtime/ and app/ in it."
    is_windows = (folder / "runtime" / "python.exe").is_file()
    if is_windows and sys.platform != "win32" and not wine:
        return f"{folder} is Windows': on Linux it is tried by --wine."
    if not is_windows and (wine or sys.platform == "win32"):
        return f"{folder} is not Windows': there is no runtime\\python.exe in it."
    return None


STARTED = time.time()
CHECKS: dict[str, Callable[[Package], None]] = {
    "the version is said": version_is_said,
    "the exit code is passed on": exit_code_is_passed_on,
    "the shipped Python is found": shipped_python_is_found,
    "exit 3, then a flood": three_and_a_flood,
    "in the terminal: run, edit, restart, stop": terminal_restarts,
    "in the window: run, edit, restart, stop": window_restarts,
}


def complete_wine() -> None:
    """Qt asks for a library that each Windows has, and no Wine."""
    prefix = Path(os.environ.get("WINEPREFIX") or Path.home() / ".wine")
    icuuc = prefix / "drive_c" / "windows" / "system32" / "icuuc.dll"
    if not icuuc.parent.is_dir():
        subprocess.run(["wineboot", "--init"], check=True, env=os.environ | {"WINEDEBUG": "-all"})
    if not icuuc.exists():
        icuuc.write_bytes(_stand_in.icuuc())


def main() -> int:
    parser = argparse.ArgumentParser(description="Tries a built package as its users will.")
    parser.add_argument("folder", type=Path, nargs="?", help="the unpacked or installed program")
    parser.add_argument("--wine", action="store_true", help="it is Windows', and this is Linux")
    options = parser.parse_args()
    wanted = no_package(options.folder, options.wine)
    if wanted is not None:
        print(f"smoke: {wanted}", file=sys.stderr)
        return 2
    if options.wine:
        complete_wine()
    with tempfile.TemporaryDirectory(prefix="reloader smoke ", ignore_cleanup_errors=True) as home:
        package = Package(options.folder.resolve(), Path(home), options.wine)
        for name, test in (CHECKS | script_checks()).items():
            package.check(name, test)
        package.check("nothing was written into the program", nothing_was_written)
    print(f"{package.checks - len(package.failed)} passed, {len(package.failed)} failed")
    return 1 if package.failed else 0


if __name__ == "__main__":
    sys.exit(main())
