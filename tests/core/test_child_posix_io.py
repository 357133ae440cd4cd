"""Starts that fail, activity, input and output of a child on POSIX."""

from __future__ import annotations

import hashlib
import os
import sys
import textwrap
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child
from reloader_core.child.wire import Request
from reloader_core.notice import SpawnTrouble

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

SOON_S = 3.0  # far more than it takes, far less than a hang
PROLOGUE = "def ready(): print('ready', flush=True)\n"

# -- spawn failures


@pytest.mark.parametrize("problem", ["missing", "not_executable", "not_a_program", "a_folder"])
def test_an_interpreter_that_cannot_be_started(start: Any, tmp_path: Path, problem: str) -> None:
    python = tmp_path / "python"
    if problem == "a_folder":
        python.mkdir()
    elif problem != "missing":
        python.write_text("not a program")
        python.chmod(0o755 if problem == "not_a_program" else 0o644)
    run = start("", python=python, go=False)
    failed = run.wait(child.SpawnFailed)
    unfit = problem == "not_a_program"
    assert failed.trouble is (SpawnTrouble.NOT_A_PROGRAM if unfit else SpawnTrouble.PYTHON)
    assert failed.why
    assert not run.seen(child.Spawned)
    run.child.force()
    run.wait(child.TreeGone)
    assert start("print('next')").result().output == "next\n"


def test_a_folder_that_is_gone(start: Any, tmp_path: Path) -> None:
    run = start("", cwd=tmp_path / "gone", go=False)
    assert run.wait(child.SpawnFailed).trouble is SpawnTrouble.FOLDER
    run = start("", cwd=Path(__file__), go=False)
    assert run.wait(child.SpawnFailed).trouble is SpawnTrouble.FOLDER


def test_names_with_any_bytes(start: Any, tmp_path: Path, tools: Any) -> None:
    folder = tmp_path / os.fsdecode(b"\xff \xc3\xa9\n'")
    folder.mkdir()
    (folder / "é ü.py").write_text(
        "import os, sys; print(os.fsencode(os.getcwd())[-6:], os.fsencode(sys.argv[1]),"
        " os.environb[b'ODD'], flush=True)"
    )
    odd = os.fsdecode(b"\xfe\xc3\xa9")
    run = start(folder / "é ü.py", odd, cwd=folder, env=tools.env(ODD=odd))
    place, word = os.fsencode(folder)[-6:], os.fsencode(odd)
    assert run.result().output == f"{place!r} {word!r} {word!r}\n"


def test_a_large_environment(start: Any, tools: Any) -> None:
    env = tools.env(**{f"BIG{number}": "x" * 100_000 for number in range(10)})
    run = start("import os; print(sum(map(len, os.environ.values())) > 10**6)", env=env)
    assert run.result().output == "True\n"


# -- activity


def test_activity(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE
        + """
import time
ready(); input()
while not __import__("os").path.exists("enough"): pass
print("enough"); input()
"""
    )
    run.wait_ready()
    first = run.child.activity()
    assert first is not None
    threading.Event().wait(0.05)
    assert run.child.activity() == first, "asleep"
    run.child.write_input(b"\n")
    tools.until(lambda: run.child.activity() != first)
    for _ in range(5):
        before = run.child.activity()
        threading.Event().wait(0.02)
        assert before is None or run.child.activity() != before, "busy"
    (start.folder / "enough").touch()
    run.wait_text("enough")
    tools.until(lambda: run.child.activity() == run.child.activity() is not None)
    run.child.force()
    run.wait(child.TreeGone)
    assert run.child.activity() is None


def test_cpu_times_are_those_of_the_main_thread(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE + "import threading\n"
        "def work():\n  while True: pass\n"
        "threading.Thread(target=work, daemon=True).start(); ready(); input()\n"
        "while True: pass"
    )
    run.wait_ready()
    first = run.child.cpu_times()
    if first is None:
        assert sys.platform == "darwin", "which tells of processes alone"
        return
    threading.Event().wait(0.3)
    waits = run.child.cpu_times()
    assert waits.t > first.t and waits.user_s - first.user_s < 0.1, "the other one works"
    run.child.write_input(b"\n")
    tools.until(lambda: run.child.cpu_times().user_s > waits.user_s + 0.2)
    run.child.force()
    run.wait(child.TreeGone)
    assert run.child.cpu_times() is None


def test_activity_of_a_thread_is_not_the_main_threads(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE + "import hashlib, threading\n"
        "def work():\n  while True: hashlib.sha256(bytes(10**6))\n"
        "threading.Thread(target=work, daemon=True).start(); ready(); input()"
    )
    run.wait_text("ready")
    run.wait_still()
    run.child.force()


# -- input


def test_input_is_handed_on(start: Any) -> None:
    run = start("while True:\n  try: print('got', input(), flush=True)\n  except EOFError: break")
    run.child.write_input("é\n".encode())
    run.wait_text("got é")
    run.child.write_input(b"two\nthree")
    run.child.close_input()
    run.child.write_input(b"never")
    assert run.result().output == "got é\ngot two\ngot three\n"


def test_a_program_that_does_not_read_blocks_nobody(start: Any) -> None:
    run = start("import time; print('ready', flush=True); time.sleep(60)")
    began = time.monotonic()
    for _ in range(20):
        run.child.write_input(b"x" * 100_000)
    run.child.close_input()
    assert time.monotonic() - began < 0.5
    run.wait_text("ready")
    run.ask(Request.ASK)
    run.result(SOON_S)


def test_much_input_arrives_in_order(start: Any) -> None:
    run = start(
        "import hashlib, sys; d = sys.stdin.buffer.read();"
        " print(len(d), hashlib.md5(d).hexdigest())"
    )
    lines = [b"%d\n" % number for number in range(50_000)]
    for number in range(0, len(lines), 10):
        run.child.write_input(b"".join(lines[number : number + 10]))
    run.child.close_input()
    data = b"".join(lines)
    assert run.result().output == f"{len(data)} {hashlib.md5(data).hexdigest()}\n"


def test_input_to_an_ended_program(start: Any) -> None:
    run = start("pass")
    run.wait(child.Exited)
    for _ in range(10):
        run.child.write_input(b"x" * 100_000)
    run.result()


def test_an_inherited_stdin(start: Any) -> None:
    read, write = os.pipe()
    run = start("print(input()); print(input())", stdin=read)
    os.close(read)
    run.child.write_input(b"not this\n")
    run.child.close_input()
    os.write(write, b"one\ntwo\n")
    assert run.result().output == "one\ntwo\n"
    os.close(write)


def test_output_is_complete_and_in_order(start: Any) -> None:
    run = start(
        textwrap.dedent("""
        import os, sys
        for n in range(20_000): os.write(1 + n % 2, b"%d\\n" % n)
        os._exit(0)
        """)
    )
    assert run.result().output == "".join(f"{number}\n" for number in range(20_000))
