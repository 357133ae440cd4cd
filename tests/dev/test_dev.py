"""packaging/dev.py as a developer meets it: old Pythons, help, failures in one sentence."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "packaging" / "dev.py"
WaitUntil = Callable[..., None]


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Imports a module of packaging/ as dev.py does."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))

    def load(name: str) -> ModuleType:
        import importlib

        return importlib.import_module(name)

    return load


def old_pythons() -> list[str]:
    """Pythons of this machine that dev.py itself must cope with, though Reloader does not."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    found = [str(path) for path in sorted(pyenv.glob("versions/3.[89].*/bin/python3"))]
    found += [path for name in ("python3.8", "python3.9") if (path := shutil.which(name))]
    program = "import sys; sys.exit(sys.version_info >= (3, 11))"
    return [
        path
        for path in found
        if not subprocess.run([path, "-c", program], stderr=subprocess.DEVNULL).returncode
    ]


def dev(python: str, *args: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([python, str(DEV), *args], env=env, capture_output=True, text=True)


NO_HURRY = pytest.mark.timeout(300)  # on a busy machine Wine takes a minute to start, one to end
WITH_WINE = pytest.mark.skipif(not shutil.which("wineserver"), reason="Wine is not installed")


def test_help_names_every_command(clean_env: dict[str, str]) -> None:
    result = dev(sys.executable, "--help", env=clean_env)
    assert result.returncode == 0
    behind = dev(sys.executable, "test", "-h", env=clean_env)
    assert (behind.returncode, behind.stdout) == (0, result.stdout), "no test was run"
    for command in ("run", "test", "lint", "shots", "wine"):
        assert f"\n{command} " in result.stdout


@WITH_WINE
@NO_HURRY
def test_a_windows_program_that_crashes_has_failed(clean_env: dict[str, str]) -> None:
    """Else a run of the tests that crashes half-way would count as passed."""
    crash = "import faulthandler; faulthandler._read_null()"
    result = dev(sys.executable, "wine", "--", "python.exe", "-c", crash, env=clean_env)
    assert result.returncode == 5, result.stdout  # 0xC0000005, modulo 256


@WITH_WINE
@NO_HURRY
def test_windows_programs_see_all_names_where_there_is_no_locale(
    clean_env: dict[str, str], tmp_path: Path
) -> None:
    """As in an empty container."""
    folder = tmp_path / "a folder \u6587\u4ef6"
    folder.mkdir()
    (folder / "here.txt").touch()
    bare = {key: value for key, value in clean_env.items() if not key.startswith(("LANG", "LC_"))}
    look = "import os, sys; print(os.listdir(sys.argv[1]))"
    result = dev(sys.executable, "wine", "--", "python.exe", "-c", look, f"Z:{folder}", env=bare)
    assert "['here.txt']" in result.stdout, result.stdout + result.stderr


def test_an_old_python_hands_over_to_a_newer_one(clean_env: dict[str, str]) -> None:
    folder = str(Path(sys.executable).parent)
    clean_env["PATH"] = folder + os.pathsep + clean_env["PATH"]
    for python in old_pythons()[:1]:
        result = dev(python, "--help", env=clean_env)
        assert result.returncode == 0, result.stdout + result.stderr
        assert "Sets up .venv" in result.stdout


def test_an_old_python_alone_says_what_to_install(
    tool: Callable[[str], ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    module = tool("dev")
    monkeypatch.setattr(module, "candidates", lambda: iter([["no-such-python"]]))
    assert module.hand_over() == 1
    said = capsys.readouterr().out
    assert "needs Python 3.11 or newer" in said
    assert "Traceback" not in said


@pytest.fixture
def no_root(tool: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module _setup on a Debian where we are not root and sudo asks for a password."""
    setup = tool("_setup")
    monkeypatch.setattr(setup.shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    monkeypatch.setattr(setup.os, "getuid", lambda: 1000, raising=False)
    monkeypatch.setattr(setup.subprocess, "call", lambda *_, **__: 1)
    return setup


def test_without_root_the_one_command_is_said(no_root: Any, tool: Any) -> None:
    with pytest.raises(tool("_steps").Failed) as failed:
        no_root.install_packages(["libgl1", "xvfb"], "The window")
    last = str(failed.value).splitlines()[-1]
    assert last == "sudo apt-get install --no-install-recommends libgl1 xvfb"


def test_without_root_everything_is_asked_for_at_once(
    no_root: Any, tool: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is fetched: it was asked for venv, minutes later for Qt, then for Xvfb."""
    monkeypatch.setattr(no_root, "PYTHON", ROOT / "no .venv" / "python")
    monkeypatch.setattr(no_root.importlib.util, "find_spec", lambda name: None)  # no ensurepip
    monkeypatch.setattr(no_root, "missing_qt_packages", lambda: ["libgl1"])
    monkeypatch.setattr(no_root, "missing_test_packages", lambda: ["xvfb"])
    venv = f"python3.{sys.version_info[1]}-venv"
    for tests, names in ((False, f"{venv} libgl1"), (True, f"{venv} libgl1 xvfb")):
        with pytest.raises(tool("_steps").Failed) as failed:
            no_root.ensure_window(tests=tests)
        assert str(failed.value).endswith(f"apt-get install --no-install-recommends {names}")


def test_nothing_missing_asks_for_nothing(no_root: Any) -> None:
    no_root.install_packages([], "The window")


def test_a_failed_step_shows_its_last_lines(tool: Callable[[str], ModuleType]) -> None:
    steps = tool("_steps")
    program = "print('one'); print('two'); raise SystemExit(1)"
    with pytest.raises(steps.Failed, match=r"(?s)^Do this\..*two"):
        steps.run_step([sys.executable, "-c", program], failure="Do this.")


def test_a_missing_program_is_a_failed_step(tool: Callable[[str], ModuleType]) -> None:
    steps = tool("_steps")
    with pytest.raises(steps.Failed, match=r"^Install it\. "):
        steps.run_step(["no-such-program"], failure="Install it.")


@pytest.mark.posix
def test_ctrl_c_lets_the_child_end_by_itself(clean_env: dict[str, str], tmp_path: Path) -> None:
    """subprocess.call would kill it after a quarter of a second."""
    child = (
        "import time\n"
        "try:\n    print('up', flush=True); time.sleep(60)\n"
        "except KeyboardInterrupt:\n    time.sleep(0.6); print('tidy', flush=True)\n"
    )
    program = (
        f"import sys; sys.path.insert(0, {str(DEV.parent)!r}); import _commands\n"
        f"sys.exit(_commands._foreground([sys.executable, '-c', {child!r}]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=clean_env,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        os.killpg(process.pid, signal.SIGINT)
        assert process.stdout.read() == "tidy\n"
    assert process.returncode == 0


@pytest.mark.posix
def test_signals_are_what_tests_send() -> None:
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.getsignal(signal.SIGQUIT) == signal.getsignal(signal.SIGHUP) == signal.SIG_DFL


@pytest.mark.posix
def test_what_is_started_in_the_background_hears_signals(
    clean_env: dict[str, str], tmp_path: Path
) -> None:
    """A shell's script has what it starts by & ignore Ctrl+C."""
    test = f"{__file__}::{test_signals_are_what_tests_send.__name__}"
    command = 'trap "" INT QUIT HUP; exec "$@"'
    done = subprocess.run(
        ["sh", "-c", command, "sh", sys.executable, "-m", "pytest", test],
        cwd=ROOT,
        env={**clean_env, "PYTEST_DEBUG_TEMPROOT": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert "1 passed" in done.stdout, done.stdout + done.stderr


FAILS_ONCE = """
from contextlib import nullcontext
from pathlib import Path

import pytest

@pytest.mark.parametrize("number", range(4))
def test_a(number):
    seen = Path(f"seen {number}")
    was_there = seen.exists()
    seen.touch()
    assert was_there and not Path(f"broken {number}").exists()
"""


def test_what_failed_beside_others_is_run_once_more(
    tool: Callable[[str], ModuleType],
    tmp_path: Path,
    clean_env: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each of them, also after one that fails again."""
    (tmp_path / "test_it.py").write_text(FAILS_ONCE, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    commands = tool("_commands")
    env = {**clean_env, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    env["PYTEST_DEBUG_TEMPROOT"] = str(tmp_path)  # else each tidies up what earlier runs have left
    runs = []

    def run_tests(args: Sequence[str]) -> int:
        command = [sys.executable, "-m", "pytest", "-p", "xdist", *args]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True)
        runs.append(done.stdout)
        return done.returncode

    failed_ones = tmp_path / ".pytest_cache" / commands._FAILED_ONES
    found = commands._pytest(run_tests, (), failed_ones, 1)
    assert found == "ok, but 4 only without the others: see above" and len(runs) == 2, runs

    (tmp_path / "broken 0").touch()
    for name in ("seen 0", "seen 3"):
        (tmp_path / name).unlink()
    capsys.readouterr()
    assert commands._pytest(run_tests, (), failed_ones, 1) == "failed (code 1)"
    assert capsys.readouterr().out.splitlines()[1:] == [
        "dev:   failed again: test_it.py::test_a[0]",
        "dev:   ok without the others: test_it.py::test_a[3]",
    ]
    before = len(runs)
    (tmp_path / "test_it.py").write_text("import no_such_module", encoding="utf-8")
    assert commands._pytest(run_tests, (), failed_ones, 1).startswith("failed")
    assert len(runs) == before + 1, "a file that cannot be read is no accident"


KNOWS_FAST = """
def pytest_addoption(parser):
    parser.addoption("--fast", action="store_true")

def pytest_report_header(config):
    return f"fast: {config.getoption('fast')}"
"""


@pytest.mark.parametrize(
    ("args", "said", "fast_runs"),
    [
        (["--fast"], "tests: ok, but 4 only without the others: see above", 2),
        (["--fast", "test_it.py"], "tests: failed (code 1)", 1),
        (["test_it.py"], "tests: failed (code 1)", 0),
    ],
)
def test_fast_is_a_part_of_what_is_named_and_fails_as_the_whole_does(
    args: list[str],
    said: str,
    fast_runs: int,
    tool: Callable[[str], ModuleType],
    tmp_path: Path,
    clean_env: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It was left out where tests were named, and by it alone a test that failed among others had
    failed for good."""
    (tmp_path / "test_it.py").write_text(FAILS_ONCE, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(KNOWS_FAST, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    env = {**clean_env, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": "xdist.plugin"}
    env["PYTEST_DEBUG_TEMPROOT"] = str(tmp_path)  # as above
    outputs = []

    def run_there(command: Sequence[str], *_: object) -> int:
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
        outputs.append(done.stdout)
        return done.returncode

    commands = tool("_commands")
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    monkeypatch.setattr(commands, "PYTHON", sys.executable)
    monkeypatch.setattr(commands, "_foreground", run_there)
    monkeypatch.setattr(commands._setup, "ensure_window", lambda **_: None)
    commands.test(args)
    assert capsys.readouterr().out.splitlines()[-1] == f"dev: {said}", outputs
    assert [("fast: True" in output) for output in outputs].count(True) == fast_runs, outputs


@pytest.mark.parametrize(("code", "verdict"), [(0, "ok, but 2"), (1, "failed (code 1)")])
def test_what_ran_beside_is_shown_and_its_verdict_taken(
    tool: Callable[[str], ModuleType], capfd: pytest.CaptureFixture[str], code: int, verdict: str
) -> None:
    commands = tool("_commands")
    said = f"dev: {commands._IN_WINE}: ok, but 2"
    program = f"print('a dot'); print({said!r}); raise SystemExit({code})"
    beside = commands._Beside([sys.executable, "-c", program])
    assert beside.wait() == code and capfd.readouterr().out == ""
    assert beside.verdict() == verdict
    assert capfd.readouterr().out.split("\n") == ["a dot", said, ""]


@pytest.mark.parametrize("is_there", [False, True])
def test_other_work_begins_as_soon_as_there_is_a_python(
    tool: Callable[[str], ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    is_there: bool,
) -> None:
    setup, done = tool("_setup"), list[str]()
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(setup, "_works", lambda: False)
    monkeypatch.setattr(setup, "_create", lambda: done.append("python"))
    monkeypatch.setattr(setup, "run_step", lambda *_, **__: done.append("installed"))
    if is_there:
        (tmp_path / "reloader-stamp").write_text(setup._fingerprint(), encoding="utf-8")
    setup.ensure_venv(lambda: done.append("beside"))
    assert done == (["beside"] if is_there else ["python", "beside", "installed"])


@pytest.mark.parametrize("failure", [None, "no room on the disk"])
def test_how_wine_was_made_ready_is_told_to_who_waits(
    tool: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, failure: str | None
) -> None:
    commands, made = tool("_commands"), list[str]()

    def make(python: Path) -> None:
        made.append(threading.current_thread().name)
        if failure:
            raise commands.Failed(failure)

    monkeypatch.setattr(commands, "no_wine", lambda: None)
    monkeypatch.setattr(commands._wine, "make_ready", make)
    wine = commands._WineReady()
    wine.start()
    with pytest.raises(commands.Failed, match=failure) if failure else nullcontext():
        assert wine.left_out() is None
    assert made == ["wine"]


def test_why_there_is_no_wine_is_told(
    tool: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = tool("_commands")
    monkeypatch.setattr(commands, "no_wine", lambda: "no Wine on a Mac")
    monkeypatch.setattr(commands._wine, "make_ready", lambda _: pytest.fail("made all the same"))
    wine = commands._WineReady()
    wine.start()
    assert wine.left_out() == "no Wine on a Mac"


@pytest.mark.posix
def test_the_checkouts_folders_are_named(
    tool: Callable[[str], ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    clean_env: dict[str, str],
) -> None:
    """Not found by a finder that each Python of `.venv` would import first."""
    packages = tmp_path / "lib" / f"python3.{sys.version_info[1]}" / "site-packages"
    packages.mkdir(parents=True)
    (packages / "__editable__.reloader_gui-0.1.0.pth").write_text("import no_such_finder\n")
    setup = tool("_setup")
    monkeypatch.setattr(setup, "VENV", tmp_path)
    setup._name_folders()
    program = (
        f"import site; site.addsitedir({str(packages)!r}); import reloader_core, reloader_gui;"
        "print(reloader_core.__file__, reloader_gui.__file__)"
    )
    plain = [sys.executable, "-S", "-c", program]
    done = subprocess.run(plain, env=clean_env, capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout.count(str(ROOT)) == 2, done.stderr


def test_a_newcomers_first_run_has_an_example(
    tool: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    commands = tool("_commands")
    monkeypatch.setattr(commands, "PYTHON", sys.executable)
    example = commands._own_example()
    assert example.is_relative_to(tmp_path) and "Hello" in example.read_text(encoding="utf-8")
