"""How the packaged window starts: without a stderr why it could not is shown; the Mac's program."""

from __future__ import annotations

import importlib
import importlib.util
import io
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

from pythons import own_base

ROOT = Path(__file__).resolve().parents[2]
LAUNCH = ROOT / "packaging" / "launch" / "launch.py"


@pytest.fixture
def launch(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", sys.path[:])
    spec = importlib.util.spec_from_file_location("launch", LAUNCH)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def says(text: str, code: int) -> Callable[[], int]:
    def main() -> int:
        if text:
            sys.stderr.write(text)
        return code

    return main


@pytest.mark.parametrize(
    ("main", "code", "shown"),
    [
        (says("no display here", 2), 2, ["no display here"]),
        (says("a warning", 0), 0, []),
        (says("", 3), 3, []),
    ],
)
def test_what_is_said_before_a_bad_end_is_shown(
    launch: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    main: Callable[[], int],
    code: int,
    shown: list[str],
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    seen: list[str] = []
    assert launch.run(main, seen.append) == code
    assert seen == shown


def test_a_bug_is_shown_with_its_traceback(
    launch: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)

    def main() -> NoReturn:
        raise ValueError("the reason")

    seen: list[str] = []
    assert launch.run(main, seen.append) == 1
    assert "the reason" in seen[0] and "Traceback" in seen[0]


def test_with_a_stderr_nothing_is_kept_from_it(
    launch: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    stderr = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stderr)
    seen: list[str] = []
    assert launch.run(says("said there", 2), seen.append) == 2
    assert seen == []
    assert stderr.getvalue() == "said there"


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_the_mac_program_is_python_with_our_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clean_env: dict[str, str]
) -> None:
    """Compiled and started here, wherever that is: its paths are those of the runtime."""
    base, library = own_base(), sysconfig.get_config_var("INSTSONAME") or ""
    places = [
        base.parent.parent / "lib" / library,
        Path(sysconfig.get_config_var("LIBDIR"), library),
    ]
    found = [place for place in places if ".so" in library and place.is_file()]
    headers = sysconfig.get_path("include")
    if not found or not Path(headers, "Python.h").is_file():
        pytest.skip("this Python has no shared library, or no headers")
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    macos = importlib.import_module("builder.macos")
    contents = tmp_path / "Reloader ä.app" / "Contents"
    resources = contents / "Resources"
    for folder in (contents / "MacOS", resources / "app", resources / "runtime"):
        folder.mkdir(parents=True)
    for name in ("bin", "lib"):
        (resources / "runtime" / name).symlink_to(base.parent.parent / name)
    said = "import sys; print(sys.argv[1:], sys.executable, sys.flags.isolated); sys.exit(7)"
    (resources / "app" / "launch.py").write_text(said)
    macos.compile_launcher(Path(headers), library, contents / "MacOS" / "Reloader")
    (tmp_path / "link").symlink_to(contents / "MacOS" / "Reloader")
    done = subprocess.run([tmp_path / "link", "a b", "ü"], env=clean_env, capture_output=True)
    python = resources / "runtime" / "bin" / "python3"
    assert (done.returncode, done.stdout.decode()) == (7, f"['a b', 'ü'] {python} 1\n"), done.stderr
    (resources / "runtime" / "lib").unlink()
    done = subprocess.run([tmp_path / "link"], env=clean_env, capture_output=True)
    assert done.returncode == 2 and b"Install Reloader again" in done.stderr
