"""A save and Stop end a script as Ctrl+C in a terminal would: what tidies up has done so.

The programs are in tests/support/ending_programs.py; tests/bench/endings.py tries more of them, and
times them.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ending_programs import PROGRAMS, Program
from patience import is_wine
from reloader_core import Drained, NoticeKind, State

ON_POSIX = sys.platform != "win32"
BARELY_WORK = ("what was begun is finished", "what was begun is finished, whatever ends it")
"""50 us in 40 ms."""
SHORT = [
    pytest.param(
        program,
        id=program.name,
        marks=pytest.mark.skipif(
            is_wine() and program.name in BARELY_WORK,
            reason="Wine counts a thread's cycles only now and then",
        ),
    )
    for program in PROGRAMS
    if program.short and (ON_POSIX or not program.posix)
]
GRACE_S = 12.0 if is_wine() else 3.0  # there each program takes its time to begin with


def prepared(program: Program, folder: Path) -> dict[str, Any]:
    """Its files; what a Target needs to run it."""
    for name, text in program.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "main.py").write_text(program.source, encoding="utf-8")
    if program.module:
        return {"script": None, "module": program.module, "args": program.args}
    return {}


def wait_up(engine: Any, run: int) -> None:
    """It has said so, and has gone on from there: it rests, or does so for long."""
    engine.wait_text("up", run)
    deadline = time.monotonic() + 0.1
    child = engine.supervisor._course.run.child
    engine.wait(
        lambda: child.activity() == child.activity() is not None or time.monotonic() > deadline
    )


def missing(program: Program, text: str) -> list[str]:
    return [line for line in program.said if line not in text]


def assert_ended_well(program: Program, text: str) -> None:
    assert not missing(program, text), text
    assert not [word for word in program.never if word in text], text


def wait_printed(engine: Any, run: int) -> str:
    """All of what it has printed."""
    engine.wait(lambda: any(isinstance(one, Drained) and one.run == run for one in engine.messages))
    return str(engine.text(run))


@pytest.mark.parametrize("program", SHORT)
def test_what_tidies_up_has_done_so(
    supervise: Callable[..., Any], folder: Path, program: Program
) -> None:
    """At a save, and so has the next run at Stop."""
    if program.name == "a breakpoint" and is_wine():
        pytest.skip("a read that is cancelled comes back only now and then")
    options = prepared(program, folder)
    engine = supervise(folder / "main.py", grace_s=GRACE_S, **options)
    wait_up(engine, run=1)
    with (folder / "main.py").open("a") as file:
        file.write("# saved\n")
    wait_up(engine, run=2)
    assert_ended_well(program, wait_printed(engine, run=1))
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    assert_ended_well(program, wait_printed(engine, run=2))
    assert not [one for one in engine.notices if one.kind is NoticeKind.FORCED]


INNERMOST = """
import time, traceback
def slow():
    print("up", flush=True)
    time.sleep(60)
try: slow()
except KeyboardInterrupt: traceback.print_exc()
"""


@pytest.mark.parametrize("within", ["", "cProfile"])
def test_nothing_of_ours_is_seen(supervise: Callable[..., Any], folder: Path, within: str) -> None:
    """Where was it? The last line of the traceback is the script's own, and a profile has no row
    of what ended it."""
    (folder / "main.py").write_text(INNERMOST)
    module = {"script": None, "module": within, "args": ("main.py",)} if within else {}
    engine = supervise(folder / "main.py", **module)
    engine.wait_text("up")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    engine.wait(lambda: any(isinstance(one, Drained) for one in engine.messages))
    places = [line for line in engine.text().splitlines() if line.startswith("  File ")]
    assert "in slow" in places[-1] and "main.py" in places[-1]
    names = ("bell.py", "ending.py", "stack.py", "closing.py")
    assert not [line for line in engine.text().splitlines() if any(one in line for one in names)]


@pytest.mark.parametrize("way", ["save", "stop"])
def test_who_catches_all_is_told_of(supervise: Callable[..., Any], folder: Path, way: str) -> None:
    source = "import time\nprint('up', flush=True)\nwhile True:\n try: time.sleep(60)\n except: 0"
    engine = supervise(source, grace_s=1.0)
    engine.wait_text("up", run=1)
    if way == "save":
        (folder / "main.py").write_text(source + "\n")
        engine.wait_text("up", run=2)
    else:
        engine.supervisor.stop()
        engine.wait_state(State.IDLE)
    assert NoticeKind.WENT_ON in [one.kind for one in engine.notices]


AT_EXIT = "import atexit, time\natexit.register(print, 'exit function', flush=True)\n"
LOOP = AT_EXIT + (
    "n = 0\ndef poll(): time.sleep(0.05)\nprint('up', flush=True)\nwhile True:\n    {}\n"
)
IN_A_TASK = (
    AT_EXIT
    + """
import asyncio, time
async def other():
    try: await asyncio.sleep(60)
    finally: await asyncio.sleep(0.1); print("the other one has tidied up")
async def main():
    task = asyncio.create_task(other())
    print("up", flush=True)
    time.sleep(0.03)  # asked meanwhile, it is cancelled where it waits next
    while True:
        try: await asyncio.sleep(0.05)
        except: {}
asyncio.run(main())
"""
)
RETRIES = {
    "passed over": "try: poll()\n    except: pass",
    "logged, and a pause": "try: poll()\n    except: print('lost'); time.sleep(60)",
    "counted, and a pause after it": "try: poll()\n    except BaseException as e: n += 1\n"
    "    if n: time.sleep(60)",
    "for each of some": "for _ in range(9):\n        try: poll()\n        except: continue",
    "a way out for one kind": "try: poll()\n    except SystemExit: raise\n    except: pass",
    "in a task": IN_A_TASK.format("pass"),
    "in a task, and a pause": IN_A_TASK.format("print('lost'); await asyncio.sleep(60)"),
}


@pytest.mark.parametrize("retry", RETRIES)
def test_who_tries_again_for_ever_ends_at_once(
    supervise: Callable[..., Any], folder: Path, retry: str
) -> None:
    """Long before the grace period is over, which is far longer than anybody waits here: at a
    save, and at Stop as soon as the next run is up."""
    source = RETRIES[retry]
    if "asyncio" in source and is_wine():
        pytest.skip("the way by which asyncio is woken loses a signal now and then")
    if "asyncio" not in source:
        source = LOOP.format(source)
    engine = supervise(source, grace_s=60.0)
    wait_up(engine, run=1)
    (folder / "main.py").write_text(source + "# saved\n")
    engine.wait_text("up", run=2)  # one that was parked, with what was imported ahead
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    for run in (1, 2):
        text = wait_printed(engine, run)
        assert "exit function" in text
        assert source not in RETRIES.values() or "the other one has tidied up" in text
    assert not [one for one in engine.notices if one.kind is NoticeKind.FORCED]


@pytest.mark.skipif(not ON_POSIX, reason="a pseudo-terminal is POSIX'")
def test_a_terminal_is_the_measure(folder: Path, clean_env: dict[str, str]) -> None:
    """What these programs are to print they print after Ctrl+C in a terminal, but for those that
    a terminal does not end, or not so well."""
    import pty

    program = PROGRAMS[0]
    prepared(program, folder)
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(sys.executable, [sys.executable, "-u", "main.py"], clean_env)
    text = b""
    while b"up" not in text:
        text += os.read(terminal, 1000)
    os.write(terminal, b"\x03")
    try:
        while data := os.read(terminal, 1000):
            text += data
    except OSError:  # EIO: its last process has ended
        pass
    os.close(terminal)
    assert os.waitpid(pid, 0)[1] == 0
    assert_ended_well(program, text.decode())
