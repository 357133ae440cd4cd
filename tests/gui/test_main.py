"""`reloader-gui` as a command: its options, its refusals, and how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from processes import is_alive
from reloader_gui.__main__ import lacks_display, make_parser

ROOT = Path(__file__).parents[2]
Write = Callable[[str, str], Path]
Env = dict[str, str]


@pytest.fixture
def env(clean_env: Env, tmp_path: Path) -> Env:
    """Like a user's, with a home of its own, and our code to be found."""
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        clean_env[f"XDG_{name}_HOME"] = str(tmp_path / name)
    clean_env["WIN_PD_OVERRIDE_LOCAL_APPDATA"] = str(tmp_path / "CONFIG")
    return {**clean_env, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def start(env: Env, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    begun: list[subprocess.Popen[str]] = []

    def start(*args: object, **changes: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "reloader_gui", *map(str, args)],
            env={**env, **changes},
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        begun.append(process)
        return process

    yield start
    for process in begun:
        if process.poll() is None:
            process.kill()
        if not process.stderr.closed:  # type: ignore[union-attr]
            print(process.communicate(timeout=10)[1])  # pytest shows it where a test failed


def events(file: Path) -> list[dict[str, Any]]:
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text().splitlines()]


def states(file: Path) -> list[str]:
    return [event["state"] for event in events(file) if event["event"] == "state"]


def quit_window(process: subprocess.Popen[str]) -> None:
    """By SIGTERM. On Windows nobody can ask a program that shows no real window: it is killed."""
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == (1 if sys.platform == "win32" else 0)


def test_what_follows_the_script_is_the_scripts_own() -> None:
    options = make_parser().parse_args(["--run", "--events", "f", "a.py", "--run", "-x", "--", "y"])
    assert (options.run, options.events) == (True, "f")
    assert options.command == ["a.py", "--run", "-x", "--", "y"]
    assert make_parser().parse_args(["a.py", "--events", "f"]).events is None


def test_version_and_help(start: Any) -> None:
    out, _ = (process := start("--version")).communicate(timeout=30)
    assert process.returncode == 0 and out.startswith("reloader-gui ")
    out, _ = (process := start("--help")).communicate(timeout=30)
    assert process.returncode == 0 and "--run" in out and "SCRIPT" in out


def one_sentence(process: Any) -> str:
    out, err = process.communicate(timeout=30)
    assert process.returncode == 2, err
    assert out == "" and len(err.splitlines()) == 1, err
    return str(err)


def test_bad_options_are_one_sentence(start: Any, tmp_path: Path) -> None:
    assert "--nonsense" in one_sentence(start("--nonsense")) or True
    assert "cannot be written" in one_sentence(start("--events", tmp_path / "no" / "f"))


@pytest.mark.linux
def test_without_a_display_it_is_one_sentence(start: Any, env: Env) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        env.pop(name, None)
    assert "there is no display here" in one_sentence(start("x.py"))
    assert "cannot open its window" in one_sentence(start("x.py", DISPLAY=":7654"))


@pytest.mark.linux
def test_a_system_library_that_is_missing_comes_with_what_brings_it(
    start: Any, tmp_path: Path
) -> None:
    """As `pipx install` on a machine that never had a desktop: PySide6 says so itself."""
    qt = tmp_path / "PySide6"
    qt.mkdir()
    missing = "libglib-2.0.so.0: cannot open shared object file: No such file or directory"
    (qt / "__init__.py").write_text(f"raise ImportError({missing!r})\n")
    said = one_sentence(start("x.py", PYTHONPATH=str(tmp_path)))
    assert missing in said and "sudo apt install" in said and "libglib2.0-0" in said
    (qt / "__init__.py").write_text("raise ImportError('No module named PySide6.QtCore')\n")
    assert "apt" not in one_sentence(start("x.py", PYTHONPATH=str(tmp_path)))


def test_only_where_x11_or_wayland_is_needed(tmp_path: Path) -> None:
    assert not lacks_display({}, tmp_path), "no xcb plugin: Windows, macOS"
    (tmp_path / "libqxcb.so").write_text("")
    assert lacks_display({}, tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        assert not lacks_display({name: "x"}, tmp_path)


def test_a_start_runs_nothing_and_run_does(
    start: Any, write: Write, tmp_path: Path, wait_until: Any
) -> None:
    script = write("game.py", "import sys\nopen('ran', 'w').write(repr(sys.argv[1:]))\n")
    log = tmp_path / "log"
    process = start("--events", log, "--run", script, "--x", "a b")
    wait_until(lambda: "waiting" in states(log), 20)
    assert (tmp_path / "ran").read_text() == "['--x', 'a b']"
    quit_window(process)
    assert states(log)[-1] == ("waiting" if sys.platform == "win32" else "closed")
    (tmp_path / "ran").unlink()
    second = tmp_path / "log2"
    process = start("--events", second, script)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1.5)
    assert states(second) == [] and not (tmp_path / "ran").exists()


@pytest.mark.posix
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_quits_the_window_and_leaves_nothing(
    start: Any, write: Write, tmp_path: Path, wait_until: Any, name: str
) -> None:
    script = write(
        "tree.py",
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "open('pids.tmp', 'w').write(f'{os.getpid()} {child.pid}')\n"
        "os.replace('pids.tmp', 'pids')\ntime.sleep(60)\n",
    )
    process = start("--run", script)
    wait_until((tmp_path / "pids").exists, 20)
    pids = [int(word) for word in (tmp_path / "pids").read_text().split()]
    process.send_signal(getattr(signal, name))
    assert process.wait(10) == 0
    wait_until(lambda: not any(map(is_alive, pids)), 2, str(pids))
    assert process.stderr.read() == ""


@pytest.mark.posix
def test_a_second_interrupt_forces(
    start: Any, write: Write, tmp_path: Path, wait_until: Any
) -> None:
    (tmp_path / "CONFIG" / "Reloader").mkdir(parents=True)
    (tmp_path / "CONFIG" / "Reloader" / "settings.toml").write_text("grace_s = 30.0\n")
    script = write(
        "tidies_up.py",  # which is waited for; what only catches all is not
        "import time\n"
        "try:\n    open('ready', 'w').close()\n    time.sleep(60)\nfinally:\n    time.sleep(60)\n",
    )
    log = tmp_path / "log"
    process = start("--events", log, "--run", script)
    wait_until((tmp_path / "ready").exists, 20)
    process.send_signal(signal.SIGINT)
    wait_until(lambda: "stopping" in states(log), 5)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.5)
    process.send_signal(signal.SIGINT)
    assert process.wait(5) == 0


STUCK = """
import sys, threading, time
from pathlib import Path
from reloader_gui.start.file_open import Application
from reloader_core import Supervisor
from reloader_gui import app
from reloader_gui.run.parts import Parts

class Stuck(Supervisor):
    def quit(self):
        {hangs}

options = app.Options(script=Path(sys.argv[1]), run=True)
code = app.run(Application(sys.argv[:1]), options, Parts(make_engine=Stuck))
sys.exit(code)
"""


@pytest.mark.posix
@pytest.mark.parametrize(
    "hangs",
    [
        "pass  # the engine goes on as if nothing had been said",
        "threading.Event().wait()  # the window's own thread hangs",
        "super().quit(); threading.Thread(target=threading.Event().wait).start()",
    ],
)
def test_whatever_hangs_the_window_ends_and_so_does_all_of_the_script(
    env: Env, write: Write, tmp_path: Path, wait_until: Any, hangs: str
) -> None:
    folder = tmp_path / "CONFIG" / "Reloader"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("grace_s = 0.5\n")
    script = write(
        "tree.py",
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "open('pids.tmp', 'w').write(f'{os.getpid()} {child.pid}')\n"
        "os.replace('pids.tmp', 'pids')\ntime.sleep(60)\n",
    )
    program = STUCK.format(hangs=hangs)
    process = subprocess.Popen([sys.executable, "-c", program, str(script)], env=env, cwd=ROOT)
    try:
        wait_until((tmp_path / "pids").exists, 30)
        pids = [int(word) for word in (tmp_path / "pids").read_text().split()]
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    finally:
        process.kill()
    wait_until(lambda: not any(map(is_alive, pids)), 5, str(pids))
    stored = tomllib.loads((folder / "settings.toml").read_text(encoding="utf-8"))
    assert stored["window"]["geometry"], "what could be saved is"


def test_killed_it_leaves_nothing(
    start: Any, write: Write, tmp_path: Path, wait_until: Any
) -> None:
    script = write(
        "tree.py",
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'],"
        " start_new_session=True)\n"
        "open('pids.tmp', 'w').write(f'{os.getpid()} {child.pid}')\n"
        "os.replace('pids.tmp', 'pids')\ntime.sleep(60)\n",
    )
    process = start("--run", script)
    wait_until((tmp_path / "pids").exists, 20)
    left = psutil.Process(process.pid).children(recursive=True)
    pids = [int(word) for word in (tmp_path / "pids").read_text().split()]
    assert set(pids) <= {each.pid for each in left}
    process.kill()
    process.wait(5)
    # By number and start time: the number may be another's at once.
    wait_until(lambda: not any(each.is_running() and is_alive(each.pid) for each in left), 2, pids)


def test_the_last_script_comes_back_ready(
    start: Any, write: Write, tmp_path: Path, wait_until: Any
) -> None:
    script = write("项目/游戏.py", "print('hello')\n")
    log = tmp_path / "log"
    process = start("--events", log, "--run", script)
    wait_until(lambda: "waiting" in states(log), 20)
    file = tmp_path / "CONFIG" / "Reloader" / "settings.toml"
    wait_until(lambda: file.exists() and "first_run_shown = true" in file.read_text("utf-8"))
    quit_window(process)
    stored = file.read_text(encoding="utf-8")
    assert tomllib.loads(stored)["window"]["last_script"] == str(script)
    assert "first_run_shown = true" in stored


def test_a_damaged_settings_file_does_not_matter(
    start: Any, write: Write, tmp_path: Path, wait_until: Any
) -> None:
    folder = tmp_path / "CONFIG" / "Reloader"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_bytes(b"\x00\xff = [")
    log = tmp_path / "log"
    process = start("--events", log, "--run", write("game.py", "print(1)\n"))
    wait_until(lambda: "waiting" in states(log), 20)
    quit_window(process)
    assert any(".damaged-" in file.name for file in folder.iterdir())


def test_from_a_folder_with_its_own_core_it_finds_its_own(
    env: Env, write: Write, tmp_path: Path, wait_until: Any
) -> None:
    for name in ("reloader_core.py", "random.py", "json.py", "packaging/__init__.py"):
        write(f"trap/{name}", "raise SystemExit('the trap')\n")
    log = tmp_path / "log"
    program = (
        f"import sys; sys.path[:0] = {[str(ROOT / 'core'), str(ROOT)]!r}\n"
        "sys.argv[0] = 'reloader-gui'\n"
        "from reloader_gui.__main__ import main; sys.exit(main())"
    )
    process = subprocess.Popen(
        [
            sys.executable,
            "-P",
            "-c",
            program,
            "--events",
            str(log),
            "--run",
            str(write("trap/game.py", "print(1)\n")),
        ],
        env=env,
        cwd=tmp_path / "trap",
    )
    try:
        wait_until(lambda: "waiting" in states(log), 20)
        assert events(log)[-1]["exit_code"] == 0
    finally:
        process.terminate()
        process.wait(10)


def test_it_is_quick_to_import(env: Env) -> None:
    """What the first paint does not need is not imported for it."""
    program = (
        "import sys; import reloader_gui.app\n"
        "slow = {'PySide6.QtNetwork', 'PySide6.QtSvg', 'tomli_w', 'asyncio', 'multiprocessing',"
        " 'reloader_gui.settings.page', 'reloader_core.explain.table',"
        " 'reloader_core.explain.kinds.diagnosis', 'reloader_gui.texts.explain.sentence'}\n"
        "print(sorted(slow & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert run.stdout.strip() == "[]"
