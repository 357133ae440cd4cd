"""The commands of packaging/dev.py, each from 'what must be there' to an exit code."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import _setup
import _wine
from _steps import ROOT, Checks, Failed, clean_env, run_step, say

# What must hold on Windows too runs there (marked `posix` where it can't). Of the architecture only
# what depends on the system: the rules on the sources' text are the same everywhere.
_IMPORTS = "tests/test_architecture.py::test_every_module_imports_on_this_platform"
WINDOWS_TESTS = (_IMPORTS, "tests/core", "tests/windows", "tests/gui")
_WINDOWS_TIMEOUT_S = 2400  # on a quiet machine, beside the other tests, a quarter of it
_SOURCES = ("core/reloader_core", "reloader_gui")
_TYPED_TESTS = tuple(
    f"tests/{part}"
    for part in ("support", "core", "gui", "dev", "e2e", "packaging", "windows", "bench")
)
# The tests mostly wait for the processes that they start (three quarters of their time), under Wine
# half as much. Whoever runs out of tests takes some of another's. With a worker more for each core
# nine tests under Wine, and four here, waited in vain for what was late (two cores).
_WORKERS = min(12, 3 * (os.cpu_count() or 1))  # each takes some 200 MB
_WORKERS_IN_WINE = max(2, _WORKERS // 2)
# With --fast they mostly compute, and each worker computes for five seconds before its first test.
_WORKERS_WHEN_FAST = min(_WORKERS, 2 * (os.cpu_count() or 1))
# What failed beside others is run once more without them, and what came of each is said: a deadline
# that many share says little on a machine that others use as well. What fails twice has failed.
_ALONE = ("--last-failed", "--last-failed-no-failures", "none")
_MOST_AGAIN = 20
"""More are no accident, and would take long."""
_FAILED_ONES = Path("v", "cache", "lastfailed")  # in pytest's cache
_TESTS_FAILED = 1
_IN_WINE = "tests with Windows Python under Wine"
_TEST_FLAGS = ("--windows", "--no-windows", "--no-lint", "--fast")
_NO_DISPLAY = 2
PYTHON = str(_setup.PYTHON)


def run(args: Sequence[str]) -> int:
    _setup.ensure_window()
    window = [PYTHON, "-P", "-m", "reloader_gui"]
    if args:
        return _foreground([*window, *args])
    script = _own_example()
    say(f"starting the window with an example; edit it and save: {script}")
    code = _foreground([*window, "--run", str(script)])
    if code != _NO_DISPLAY:
        return code
    say("running the same example here instead (Ctrl+C ends it)")
    return _foreground([PYTHON, "-P", "-m", "reloader_core", str(script)])


def test(args: Sequence[str]) -> int:
    flags = set(_TEST_FLAGS).intersection(args)
    chosen = [arg for arg in args if arg not in _TEST_FLAGS]
    is_fast = "--fast" in flags
    part = ("--fast",) if is_fast else ()
    only_windows = "--windows" in flags
    with_windows = only_windows or not (chosen or is_fast or "--no-windows" in flags)
    results: dict[str, str] = {}
    if not only_windows:
        wine = _WineReady()
        _setup.ensure_window(tests=True, beside=wine.start if with_windows else lambda: None)
        checks = None
        # In what the tests leave of the time, and while Wine is made ready by one processor alone.
        if not (chosen or is_fast or "--no-lint" in flags):
            checks = _start_lint([], before=["nice"] if shutil.which("nice") else [])
        windows = _start_windows(wine) if with_windows else _Beside()
        say("running the tests" + (" that take little time" if is_fast else ""))
        results["tests"] = _pytest(
            lambda args: _foreground([PYTHON, "-m", "pytest", *args], clean_env()),
            chosen,
            ROOT / ".pytest_cache" / _FAILED_ONES,
            _WORKERS_WHEN_FAST if is_fast else _WORKERS,
            part,
            windows.wait,
        )
        if checks is not None:
            results["lint and types"] = "failed" if checks.failed() else "ok"
        if with_windows:
            results[_IN_WINE] = windows.verdict()
    else:
        _setup.ensure_venv()
        results[_IN_WINE] = _test_windows(chosen, part)
    say("; ".join(f"{name}: {result}" for name, result in results.items()))
    return 1 if any(result.startswith("failed") for result in results.values()) else 0


def lint(args: Sequence[str]) -> int:
    _setup.ensure_venv()
    return 1 if _start_lint(args).failed() else 0


def _start_lint(args: Sequence[str], before: Sequence[str] = ()) -> Checks:
    """`before`: a command that runs each of them."""
    say("checking with ruff, mypy, zizmor and pip-audit")
    mypy = [PYTHON, "-m", "mypy"]
    checks = {"ruff": [PYTHON, "-m", "ruff", "check", *args, "."]}
    for platform in ("win32", "darwin"):
        own_cache = ["--platform", platform, "--cache-dir", f".mypy_cache/{platform}"]
        checks[f"mypy for {platform}"] = [*mypy, *own_cache, *_SOURCES]
    # All in one, for most of the time goes into PySide6 and what all of it imports.
    own_cache = ["--platform", "linux", "--cache-dir", ".mypy_cache/linux"]
    folder = ROOT / "packaging"
    scripts = sorted(str(path) for path in (*folder.glob("*.py"), *folder.glob("builder/*.py")))
    linux, stress = "mypy for linux, tests and packaging", "mypy for tests/stress"
    checks[linux] = [
        *(*mypy, *own_cache, "--explicit-package-bases"),
        *(*_SOURCES, *_TYPED_TESTS, *scripts),
    ]
    # By itself: its scripts name each other bare, and some are called as those of tests/bench.
    checks[stress] = [*mypy, *own_cache, "tests/stress"]
    workflows = str(ROOT / ".github")
    zizmor = str(_setup.PYTHON.with_stem("zizmor"))  # beside Python, and no module
    checks["zizmor"] = [zizmor, "--offline", "--no-progress", "--quiet", workflows]
    checks["pip-audit"] = [PYTHON, str(folder / "_audit.py")]
    checks["what is shipped"] = [PYTHON, str(folder / "_lifetimes.py")]
    return Checks({name: [*before, *check] for name, check in checks.items()}, {stress: linux})


def shots(args: Sequence[str]) -> int:
    _setup.ensure_window(tests=True)
    with _screen() as display:
        command = [PYTHON, str(ROOT / "tests" / "e2e" / "shots.py"), *args]
        return _foreground(command, clean_env(**display))


def wine(args: Sequence[str]) -> int:
    command = list(args[1:] if args[:1] == ["--"] else args)
    if not command:
        raise Failed("say what to run: dev.py wine -- python.exe -c \"print('hello')\"")
    _setup.ensure_venv()
    reason = no_wine()
    if reason is not None:
        raise Failed(f"no Windows Python here: {reason}.")
    with _wine.session(_setup.PYTHON) as session:
        return session.run(command, cwd=Path.cwd())


def texts(args: Sequence[str]) -> int:
    """English has the plurals alone; for the rest its sentences are those of the sources."""
    _setup.ensure_venv()
    folder = ROOT / "reloader_gui" / "i18n"
    sources = sorted(str(file) for file in (ROOT / "reloader_gui" / "texts").rglob("*.py"))
    common = ["-silent", "-source-language", "en", "-no-obsolete", "-locations", "none"]
    for ts in sorted(folder.glob("*.ts")):
        only = ["-pluralonly"] if ts.stem == "en" else []
        language = [*only, "-target-language", ts.stem]
        made = ["-silent", str(ts), "-qm", str(ts.with_suffix(".qm"))]
        for command in (
            [_qt_tool("lupdate"), *sources, *common, *language, "-ts", str(ts)],
            [_qt_tool("lrelease"), *made],
        ):
            run_step(command, failure=f"{ts.name} could not be brought up to date.")
        left = ts.read_text(encoding="utf-8").count('type="unfinished"')
        to_do = f': {left} to be translated; where that is done take away its type="unfinished"'
        say(ts.name + (to_do if left else ""))
    return 0


def _qt_tool(name: str) -> str:
    return str(_setup.PYTHON.with_stem(f"pyside6-{name}"))


COMMANDS = {
    "run": run,
    "test": test,
    "lint": lint,
    "shots": shots,
    "texts": texts,
    "wine": wine,
}


def _test_windows(chosen: Sequence[str], part: Sequence[str]) -> str:
    reason = no_wine()
    if reason is not None:
        say(f"the Windows tests are left out: {reason}")
        return f"skipped ({reason})"
    names_tests = any((ROOT / arg.partition("::")[0]).exists() for arg in chosen)
    paths = () if names_tests else WINDOWS_TESTS
    # Its own bytecode and cache: pytest's hold paths, and Linux would show Windows' ones.
    python = ["python.exe", "-X", r"pycache_prefix=C:\pycache", "-m", "pytest"]
    python += ["-o", r"cache_dir=C:\pytest_cache"]
    with _wine.session(_setup.PYTHON) as session:
        say("running the tests with a Windows Python under Wine")
        return _pytest(
            lambda args: session.run([*python, *args, *paths], timeout_s=_WINDOWS_TIMEOUT_S),
            chosen,
            session.prefix / "drive_c" / "pytest_cache" / _FAILED_ONES,
            _WORKERS_IN_WINE,
            part,
        )


def _side_by_side(workers: int) -> tuple[str, ...]:
    return ("-n", str(workers), "--dist", "worksteal", "--durations", "20")


def _pytest(
    run_tests: Callable[[Sequence[str]], int],
    chosen: Sequence[str],
    failed_ones: Path,
    workers: int,
    part: Sequence[str] = (),
    wait_for_others: Callable[[], object] = lambda: None,
) -> str:
    """The verdict; all of them run side by side, chosen ones one after the other. `failed_ones`:
    where pytest keeps the names of those that have failed. `part`: options that leave some out of
    either. `wait_for_others`: who runs beside."""
    if chosen:
        return _verdict(run_tests([*part, *chosen]))
    failed_ones.unlink(missing_ok=True)  # of a run before
    code = run_tests([*part, *_side_by_side(workers)])
    wait_for_others()
    beside_others = _names(failed_ones)
    if code != _TESTS_FAILED or not _may_be_accidents(beside_others):
        return _verdict(code)
    say(f"what failed is run once more without the others ({len(beside_others)})")
    code = run_tests([*part, *_ALONE])
    again = _names(failed_ones)
    for name in beside_others:
        say(f"  {'failed again' if name in again else 'ok without the others'}: {name}")
    only_alone = f"ok, but {len(beside_others)} only without the others: see above"
    return only_alone if code == 0 else _verdict(code)


def _may_be_accidents(names: Sequence[str]) -> bool:
    """No file that cannot be read, nor a worker that has read other tests than the rest."""
    return 0 < len(names) <= _MOST_AGAIN and all("::" in name for name in names)


def _names(failed_ones: Path) -> list[str]:
    """Of tests; of a file of tests where that could not be read."""
    return sorted(json.loads(failed_ones.read_text("utf-8"))) if failed_ones.exists() else []


class _Beside:
    """The Windows half while the other runs; what it says is shown when it has ended."""

    def __init__(self, command: Sequence[str] = (), left_out: str = "") -> None:
        self._left_out = left_out
        self._process = None
        if command:
            self._said = tempfile.TemporaryFile()
            self._process = subprocess.Popen(
                command,
                env=clean_env(),
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=self._said,
                stderr=subprocess.STDOUT,
            )

    def wait(self) -> int:
        return self._process.wait() if self._process is not None else 0

    def verdict(self) -> str:
        """As it says itself in its last line."""
        if self._process is None:
            return f"skipped ({self._left_out})"
        code = self.wait()
        with self._said as said:
            said.seek(0)
            text = said.read().decode("utf-8", "replace")
        print(text, end="", flush=True)
        last = text.rstrip().rpartition("\n")[2].partition(f"{_IN_WINE}: ")[2]
        return last if code == 0 and last else _verdict(code or 1)


class _WineReady:
    """Wine, and a Windows Python in it, in a thread of its own: before any test asks for it."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=self._make, name="wine", daemon=True)
        self._left_out: str | None = None
        self._failed: Failed | None = None

    def start(self) -> None:
        self._thread.start()

    def left_out(self) -> str | None:
        """Why there is none here, or None. Raises Failed."""
        self._thread.join()
        if self._failed is not None:
            raise self._failed
        return self._left_out

    def _make(self) -> None:
        try:
            self._left_out = no_wine()
            if self._left_out is None:
                _wine.make_ready(_setup.PYTHON)
        except Failed as failed:
            self._failed = failed


def _start_windows(wine: _WineReady) -> _Beside:
    """In a process of its own."""
    reason = wine.left_out()
    if reason is not None:
        say(f"the Windows tests are left out: {reason}")
        return _Beside(left_out=reason)
    say("running the tests with a Windows Python under Wine beside the others: shown at the end")
    return _Beside([sys.executable, str(ROOT / "packaging" / "dev.py"), "test", "--windows"])


def no_wine() -> str | None:
    """Install Wine if that can be done; why there is none, or None if there is."""
    reason = _wine.unavailable()
    if reason is None and not _wine.installed():
        if _setup.apt_prefix() is None:
            return "Wine is not installed, and apt-get cannot be used to install it"
        _setup.install_packages(_wine.APT_PACKAGES, "Running Windows programs")
    return reason


def _verdict(code: int) -> str:
    return "ok" if code == 0 else f"failed (code {code})"


def _own_example() -> Path:
    """The copy of the example that 'Try an example' makes in the window, too."""
    program = (
        "from reloader_gui.run.scripts import copy_example\n"
        "from reloader_gui.ui.program import documents_folder\n"
        "print(copy_example(documents_folder()))"
    )
    failure = "The example could not be copied."
    return Path(run_step([PYTHON, "-P", "-X", "utf8", "-c", program], failure=failure))


def _foreground(command: Sequence[str], env: Mapping[str, str] | None = None) -> int:
    """Run with our terminal, pass Ctrl+C and SIGTERM on, and give the time that it needs to end.

    (subprocess.call kills the child a quarter of a second after Ctrl+C.)
    """
    process = subprocess.Popen(command, env=env, cwd=ROOT)
    before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        while True:
            try:
                code = process.wait()
                return 128 - code if code < 0 else code
            except KeyboardInterrupt:
                continue  # a terminal has sent it to the child as well
    finally:
        signal.signal(signal.SIGTERM, before)


@contextlib.contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """A private virtual screen on Linux (the real one elsewhere): the variables that lead to it."""
    if not sys.platform.startswith("linux"):
        yield {}
        return
    reader, writer = os.pipe()
    with open(reader, encoding="ascii") as pipe:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
            pass_fds=[writer],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        try:
            number = pipe.readline().strip()
            if not number:
                raise Failed("Xvfb could not be started.")
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()
            server.wait(20)
