"""The launchers and the installer, compiled here and run under Wine; what is installed is small."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EPOCH = 1_700_000_000
Load = Callable[[str], Any]

pytestmark = [pytest.mark.linux, pytest.mark.timeout(300)]

LAUNCH = """
import json, pathlib, sys
said = {"args": sys.argv[1:], "isolated": sys.flags.isolated, "executable": sys.executable,
        "prefix": sys.prefix, "unicode": sys.getfilesystemencoding()}
pathlib.Path(__file__).with_name("said.json").write_text(json.dumps(said))
sys.exit(7)
"""

# Runs under Wine, as a user's session: installs, updates, uninstalls, and says what it saw.
INSTALL = r"""
import json, os, pathlib, subprocess, sys, time, winreg

installer, answer = map(pathlib.Path, sys.argv[1:])
local = pathlib.Path(os.environ["LOCALAPPDATA"])
program = local / "Programs" / "Reloader"
menu = pathlib.Path(os.environ["APPDATA"], "Microsoft/Windows/Start Menu/Programs/Reloader.lnk")
classes = r"Software\Classes"

def value(key, name=""):
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return winreg.QueryValueEx(opened, name)[0]
    except OSError:
        return None

def install(*args):
    return subprocess.run([installer, "/S", *args]).returncode

def files():
    return sorted(path.relative_to(program).as_posix() for path in program.rglob("*")
                  if path.is_file())

def keys():
    return {
        "open": value(classes + r"\Reloader.Script\shell\open\command"),
        "with": value(classes + r"\.py\OpenWithProgids", "Reloader.Script"),
        "default": value(classes + r"\.py"),
        "version": value(r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Reloader",
                         "DisplayVersion"),
        "menu": menu.exists(),
    }

said = {}
cache = local / "Reloader" / "Cache"
(cache / "output").mkdir(parents=True)
(cache / "output" / "1").touch()
(local / "Reloader" / "settings.toml").write_text("kept = true")
said["code"] = install()
said["files"], said["keys"] = files(), keys()

(program / "app" / "old.py").touch()
(program / "my notes.txt").touch()
said["update code"], said["update files"] = install(), files()

# It has no window, so nobody can ask it to close.
user = subprocess.Popen([program / "bin" / "reloader.exe"], stdout=subprocess.PIPE)
user.stdout.readline()
said["code in use"], said["files in use"] = install(), files()
user.kill()
user.wait()

other = local / "other"
(other / "app").mkdir(parents=True)
said["code elsewhere"] = install(f"/D={other}")
said["elsewhere"] = [path.name for path in other.rglob("*")]

subprocess.run([program / "uninstall.exe", "/S"])
end = time.monotonic() + 60
while (program / "uninstall.exe").exists() and time.monotonic() < end:
    time.sleep(0.1)
while menu.exists() and time.monotonic() < end:
    time.sleep(0.1)
while value(r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Reloader",
            "DisplayVersion") and time.monotonic() < end:
    time.sleep(0.1)
while cache.exists() and time.monotonic() < end:
    time.sleep(0.1)
said["left"], said["keys left"] = files(), keys()
said["kept"] = os.listdir(local / "Reloader")
said["settings"] = (local / "Reloader" / "settings.toml").read_text()
answer.write_text(json.dumps(said))
"""


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Load:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module


@pytest.fixture(scope="module")
def wine() -> Iterator[Any]:
    """One for all: to copy a prefix and to start Wine's services takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "packaging"))
        commands: Any = importlib.import_module("_commands")
        reason = commands.no_wine()
        if reason is not None:
            pytest.skip(reason)
        with commands._wine.session(Path(sys.executable)) as session:
            yield session


@pytest.fixture
def context(load: Load, tmp_path: Path) -> Any:
    work = tmp_path / "work"
    work.mkdir()
    return load("builder.context").Context(
        root=ROOT,
        work=work,
        out=tmp_path,
        version="1.2.3",
        epoch=EPOCH,
        formats=(),
        say=lambda _: None,
        python=Path(sys.executable),
        machine="amd64",
    )


@pytest.fixture
def program(load: Load, context: Any, wine: Any, tmp_path: Path) -> Path:
    """A program's folder with real launchers; the Windows Python under Wine is its runtime."""
    folder = tmp_path / "Reloader ü"
    (folder / "app").mkdir(parents=True)
    (folder / "runtime").symlink_to(wine.prefix / "drive_c" / "Python311")
    load("builder.windows_programs").make_launchers(context, folder)
    (folder / "app" / "launch.py").write_text(LAUNCH)
    (folder / "app" / "terminal.py").write_text(LAUNCH)
    return folder


@pytest.mark.parametrize(
    ("name", "python"), [("Reloader.exe", "pythonw.exe"), ("bin/reloader.exe", "python.exe")]
)
def test_a_launcher_is_the_shipped_python(program: Path, wine: Any, name: str, python: str) -> None:
    args = ["a b", 'q"uote', "ü✓", "", "--version", "-I"]
    assert wine.run([str(program / name), *args], timeout_s=60) == 7
    said = json.loads((program / "app" / "said.json").read_text())
    assert said["args"] == args
    assert said["isolated"] == 1
    runtime = said["prefix"]
    assert runtime.endswith("\\Reloader ü\\runtime")
    assert said["executable"] == f"{runtime}\\{python}"


def test_a_launcher_without_its_files_says_what_to_do(
    program: Path, wine: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    for missing, named in (("app/terminal.py", "terminal.py"), ("runtime", "python311.dll")):
        (program / missing).rename(program / "moved")
        assert wine.run([str(program / "bin" / "reloader.exe")], timeout_s=60) == 2
        said = capfd.readouterr().out
        assert named in said
        assert "Extract all" in said
        (program / "moved").rename(program / missing)


def test_programs_are_the_same_bytes_each_time(load: Load, context: Any, program: Path) -> None:
    names = ("Reloader.exe", "bin/reloader.exe")
    first = [(program / name).read_bytes() for name in names]
    load("builder.windows_programs").make_launchers(context, program)
    assert first == [(program / name).read_bytes() for name in names]
    for content in first:
        assert "1.2.3".encode("utf-16-le") in content
        assert b"PerMonitorV2" in content


def test_the_installer_installs_updates_and_leaves_nothing(
    load: Load, context: Any, wine: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "Reloader"
    for name in ("app/launch.py", "app/lib/$odd name.txt", "runtime/python.txt", "licences/a.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    waits = tmp_path / "waits.c"
    waits.write_text(
        "#include <stdio.h>\n#include <windows.h>\n"
        'int main(void) { puts("here"); fflush(stdout); Sleep(INFINITE); }\n'
    )
    (folder / "bin").mkdir()
    compiler = ["x86_64-w64-mingw32-gcc", str(waits), "-o", str(folder / "bin" / "reloader.exe")]
    load("builder.windows_programs").ensure_compiler()
    load("_steps").run_step(compiler, failure="the test's own program does not compile")
    shipped = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    installer = load("builder.windows").make_installer(context, folder, tmp_path / "new.exe")

    script = tmp_path / "install.py"
    script.write_text(INSTALL)
    answer = tmp_path / "answer.json"
    command = ["python.exe", *(f"Z:{path}" for path in (script, installer, answer))]
    assert wine.run(command, timeout_s=200) == 0
    said = json.loads(answer.read_text())

    installed = sorted([*shipped, "uninstall.exe"])
    assert (said["code"], said["files"]) == (0, installed)
    opens = said["keys"].pop("open")
    assert opens.endswith(r'\Programs\Reloader\Reloader.exe" "%1"')
    assert said["keys"] == {"with": "", "default": None, "version": "1.2.3", "menu": True}
    updated = sorted([*installed, "my notes.txt"])
    assert (said["update code"], said["update files"]) == (0, updated)
    assert (said["code in use"], said["files in use"]) == (2, updated)
    assert (said["code elsewhere"], said["elsewhere"]) == (2, ["app"])
    assert said["left"] == ["my notes.txt"]
    gone = {"open": None, "with": None, "default": None, "version": None, "menu": False}
    assert said["keys left"] == gone
    assert (said["kept"], said["settings"]) == (["settings.toml"], "kept = true")
