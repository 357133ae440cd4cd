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
