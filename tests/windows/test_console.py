"""`python -m reloader_core` and its script, and the consoles that Windows gives to programs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[2]
WaitUntil = Callable[..., None]
# Prints who shares its console, and whether that can be seen.
CONSOLE = """\
import ctypes
kernel32, user32 = ctypes.WinDLL("kernel32"), ctypes.WinDLL("user32")
kernel32.GetConsoleWindow.restype = ctypes.c_void_p
user32.IsWindowVisible.argtypes = [ctypes.c_void_p]
pids = (ctypes.c_ulong * 64)()
window = kernel32.GetConsoleWindow()
print(pids[:kernel32.GetConsoleProcessList(pids, 64)])
print(bool(window and user32.IsWindowVisible(window)))
"""
# Has a console, and starts the script in its own way and in ours.
IN_A_CONSOLE = """\
import os, subprocess, sys
script, *ours = sys.argv[1:]
print(os.getpid(), flush=True)
subprocess.run([sys.executable, script])
subprocess.run([*ours, script])
"""


@pytest.fixture
def env(clean_env: dict[str, str]) -> dict[str, str]:
    return {**clean_env, "PYTHONPATH": str(ROOT / "core")}


def command(*args: object) -> list[str]:
    return [sys.executable, "-m", "reloader_core", "--python", sys.executable, *map(str, args)]


def test_a_script_has_a_console_of_its_own_that_is_not_shown(
    tmp_path: Path, env: dict[str, str]
) -> None:
    """None at all would make each program that the script starts open a black window."""
    script = tmp_path / "console.py"
    script.write_text(CONSOLE)
    done = subprocess.run(
        [sys.executable, "-c", IN_A_CONSOLE, script, *command("--once")],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=0x10,  # CREATE_NEW_CONSOLE
        timeout=60,
        check=True,
    )
    lines = done.stdout.decode().splitlines()
    parent, plain, ours = int(lines[0]), json.loads(lines[1]), json.loads(lines[3])
    assert parent in plain, "an ordinary child is in its parent's console"
    assert ours and parent not in ours
    assert lines[4] == "False", "it cannot be seen"


@pytest.mark.parametrize("console", ["cp1252", "cp437", "ascii"])
def test_an_old_console_cannot_break_us(tmp_path: Path, env: dict[str, str], console: str) -> None:
    """What it cannot show is spelled out; the script's own bytes are passed on as they are."""
    script = tmp_path / "文件 😀.py"
    source = "import sys; sys.stdout.buffer.write('中文 é\\r\\n'.encode()); raise SystemExit(4)"
    script.write_text(source, encoding="utf-8")
    old = {**env, "PYTHONIOENCODING": console, "PYTHONUTF8": "0"}
    expected = "中文 é\r\n".encode()
    for name, code, out in ((script, 4, expected), (tmp_path / "无.py", 2, b"")):
        done = subprocess.run(
            command("--once", name), env=old, input=b"\n", capture_output=True, timeout=60
        )
        said = done.stderr.decode(console)
        assert (done.returncode, done.stdout) == (code, out), said
        assert "Traceback" not in said
    assert r"\u65e0.py" in said


def test_the_killed_command_leaves_nothing(
    tmp_path: Path, env: dict[str, str], wait_until: WaitUntil
) -> None:
    script = tmp_path / "tree.py"
    script.write_text(
        "import subprocess, sys, time\n"
        "sleeper = [sys.executable, '-c', 'import time; time.sleep(60)']\n"
        "print(subprocess.Popen(sleeper).pid, flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen(command(script), env=env, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        grandchild = int(process.stdout.readline())
        tree = psutil.Process(process.pid).children(recursive=True)
        assert grandchild in [each.pid for each in tree]
        process.kill()
        wait_until(lambda: not any(each.is_running() for each in tree), 2, lambda: tree)


# -- in a console, which the script has as well

NEEDS_MODES = pytest.mark.wine_xfail("a console without a window has no modes there")
WHAT_IT_HAS = """\
import ctypes, json, os, sys
kernel32 = ctypes.WinDLL("kernel32")
pids = (ctypes.c_ulong * 64)()
shared = int(sys.argv[2]) in pids[:kernel32.GetConsoleProcessList(pids, 64)]
found = [[s.isatty(), s.encoding, type(s.buffer.raw if s.line_buffering else s.buffer).__name__]
         for s in (sys.stdin, sys.stdout, sys.stderr)]
with open(sys.argv[1], "w") as file:
    json.dump([shared, found], file)
"""
RUNS_BOTH = """\
import os, subprocess, sys
script, *ours = sys.argv[1:]
me = str(os.getpid())
subprocess.run([sys.executable, "-u", script, "plain.json", me])
subprocess.run([*ours, script, "ours.json", me])
"""
TAKES_THE_CONSOLE = """\
import ctypes, pathlib
from ctypes import wintypes
kernel32 = ctypes.WinDLL("kernel32")
kernel32.CreateFileW.restype = wintypes.HANDLE
side = wintypes.HANDLE(kernel32.CreateFileW("CONIN$", 0xC0000000, 3, None, 3, 0, None))
def mode():
    found = wintypes.DWORD()
    assert kernel32.GetConsoleMode(side, ctypes.byref(found))
    return found.value
"""
LOOKS_BEFORE_AND_AFTER = (
    TAKES_THE_CONSOLE
    + """
import subprocess, sys
script, *ours = sys.argv[1:]
before = mode()
subprocess.run([*ours, script])
pathlib.Path("modes").write_text(f"{before} {mode()}")
"""
)
PRESSES_CTRL_C = """\
import os, pathlib, signal, subprocess, sys, time
script, *ours = sys.argv[1:]
tool = subprocess.Popen([*ours, script])
while not pathlib.Path("up").exists(): time.sleep(0.01)
signal.signal(signal.SIGINT, lambda *_: None)
os.kill(0, signal.CTRL_C_EVENT)
code = tool.wait()
pathlib.Path("code").write_text(str(code))
"""


SAVES_BESIDE_IT = """\
import os, pathlib, signal, subprocess, sys, time
heard = []
signal.signal(signal.SIGINT, lambda *_: heard.append(1))
script, *ours = sys.argv[1:]
tool = subprocess.Popen([*ours, script], stdout=open("out", "w"))
def wait(name):
    while not pathlib.Path(name).exists(): time.sleep(0.01)
wait("up1")
with open(script, "a") as file: file.write("# saved\\n")
wait("up2")
pathlib.Path("heard").write_text(f"{len(heard)} {tool.poll()}")
tool.kill()
"""


def in_a_console(driver: str, folder: Path, env: dict[str, str], *args: object) -> None:
    """Until it has ended; it has the streams of a new console."""
    script = folder / "script.py"
    words = [sys.executable, "-c", driver, str(script), *command(*args)]
    subprocess.run(words, env=env, cwd=folder, creationflags=0x10, timeout=60, check=True)


@NEEDS_MODES
def test_in_a_console_the_script_has_what_it_has_under_python(
    tmp_path: Path, env: dict[str, str]
) -> None:
    (tmp_path / "script.py").write_text(WHAT_IT_HAS)
    in_a_console(RUNS_BOTH, tmp_path, env, "--once")
    plain, ours = (json.loads((tmp_path / f"{who}.json").read_text()) for who in ("plain", "ours"))
    assert plain == ours
    assert ours[0] and [isatty for isatty, *_ in ours[1]] == [True] * 3


@NEEDS_MODES
def test_a_console_is_given_back_as_it_was(tmp_path: Path, env: dict[str, str]) -> None:
    (tmp_path / "script.py").write_text(
        TAKES_THE_CONSOLE
        + "assert kernel32.SetConsoleMode(side, mode() ^ 6)\n"  # echo, whole lines
        "pathlib.Path('taken').write_text(str(mode()))\n"
    )
    in_a_console(LOOKS_BEFORE_AND_AFTER, tmp_path, env, "--once")
    before, after = (tmp_path / "modes").read_text().split()
    assert (tmp_path / "taken").read_text() != before == after


@pytest.mark.parametrize("script", ["ends", "has begun nothing"])
def test_ctrl_c_in_a_console_is_the_scripts(
    tmp_path: Path, env: dict[str, str], script: str
) -> None:
    source = "import pathlib, time\npathlib.Path('up').touch()\n"
    if script == "ends":
        source += (
            "try: time.sleep(60)\n"
            "except KeyboardInterrupt:\n    time.sleep(0.3); pathlib.Path('saved').touch()\n"
        )
    (tmp_path / "script.py").write_text(source)
    in_a_console(PRESSES_CTRL_C, tmp_path, env)
    assert (tmp_path / "saved").exists() == (script == "ends")


def test_ctrl_c_for_what_a_script_has_started_reaches_nobody_else(
    tmp_path: Path, env: dict[str, str]
) -> None:
    """Not us, and not who shares our console."""
    (tmp_path / "script.py").write_text(
        "import pathlib, subprocess, sys\n"
        "run = 2 if pathlib.Path('up1').exists() else 1\n"
        "other = subprocess.Popen([sys.executable, 'other.py', f'up{run}'])\n"
        "other.wait()\n"
    )
    (tmp_path / "other.py").write_text(
        "import pathlib, sys, time\n"
        "pathlib.Path(sys.argv[1]).touch()\n"
        "try: time.sleep(60)\n"
        "except KeyboardInterrupt: pathlib.Path('saved').touch()\n"
    )
    in_a_console(SAVES_BESIDE_IT, tmp_path, env, "--grace", "20")
    assert (tmp_path / "heard").read_text() == "0 None"
    assert (tmp_path / "saved").exists()
