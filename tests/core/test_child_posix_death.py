"""The supervisor dies, or the guardian does, or there is no subreaper: nothing stays."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child
from reloader_core.child.posix.host import GUARDIAN
from reloader_core.child.wire import Request

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

SOON_S = 3.0  # far more than it takes, far less than a hang
ENDS = pytest.mark.parametrize("end", ["by_itself", "forced"])

# -- the death of the supervisor, and of the guardian

SAY = "pids(os.getpid()); "
IGNORE = """
for number in range(1, 60):
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
"""
DEATHS = {  # what it starts, and what it does then
    "asleep": ("", SAY + "time.sleep(60)"),
    "waits_for_input": ("", SAY + "input()"),
    "ignores_everything": ("", IGNORE + SAY + "time.sleep(60)"),
    "holds_the_gil": ("", SAY + "9 ** 9 ** 9"),
    "regular_expression": ("", SAY + "import re; re.match('(a+)+$', 'a' * 60 + 'b')"),
    "double_forked": ("double_forked", "time.sleep(60)"),
    "has_ended": ("double_forked", ""),
    "has_ended_own_session": ("own_session", ""),
    "chain": ("chain", "time.sleep(60)"),
    "empty_environment": ("empty_environment", "time.sleep(60)"),
}


@pytest.mark.linux
@pytest.mark.parametrize("state", DEATHS)
def test_the_supervisor_is_killed(drive: Callable[..., Any], tools: Any, state: str) -> None:
    driver = drive(tools.tree(*DEATHS[state]))
    guardian, script = driver.wait_for("guardian")
    pids = [guardian, *driver.wait_for("pids")]
    if "has_ended" in state:
        driver.wait_for("exited")
    driver.process.kill()
    tools.until(lambda: not any(map(tools.is_alive, [script, *pids])), state, 2)


@pytest.mark.linux
@pytest.mark.parametrize(
    ("state", "other"),
    [
        ("asleep", "keeper"),
        *((state, ("guardian", "keeper")[number % 2]) for number, state in enumerate(DEATHS)),
    ],
)
def test_two_of_three_are_killed_at_once(
    drive: Callable[..., Any], tools: Any, state: str, other: str
) -> None:
    """The supervisor and one more: whichever is left ends what they had started."""
    driver = drive(tools.tree(*DEATHS[state]))
    guardian, script = driver.wait_for("guardian")
    keeper, _script = driver.wait_for("keeper")
    pids = [guardian, keeper, script, *driver.wait_for("pids")]
    if "has_ended" in state:
        driver.wait_for("exited")
    tools.kill(driver.process.pid, guardian if other == "guardian" else keeper)
    tools.until(lambda: not any(map(tools.is_alive, pids)), state, 2)


@pytest.mark.linux
def test_all_three_are_killed_at_once(drive: Callable[..., Any], tools: Any) -> None:
    """What the script itself started cannot be reached then; the script is."""
    driver = drive(tools.tree(*DEATHS["asleep"]))
    guardian, script = driver.wait_for("guardian")
    keeper, _script = driver.wait_for("keeper")
    driver.wait_for("pids")
    tools.kill(driver.process.pid, keeper, guardian)
    tools.until(lambda: not tools.is_alive(script), "the script", 2)


@pytest.mark.linux
@pytest.mark.parametrize("who", ["guardian", "keeper", "both"])
@pytest.mark.parametrize(
    ("kind", "end"),
    [
        ("grandchild", "by_itself"), ("grandchild", "forced"), ("own_session", "by_itself"),
        ("double_forked", "forced"), ("holds_no_pipe", "by_itself"),
    ],
)  # fmt: skip
def test_the_guardian_is_killed(start: Any, tools: Any, kind: str, end: str, who: str) -> None:
    run = start(tools.tree(kind, "time.sleep(60)" if end == "forced" else ""))
    pids = run.pids()
    if end == "by_itself":
        run.wait(child.Exited)
    doomed = {"guardian": start.guardian_pid(), "keeper": start.keeper_pid()}
    tools.kill(*([doomed[who]] if who in doomed else doomed.values()))
    run.wait(child.TreeGone, SOON_S)
    assert len(run.seen(child.Exited)) == 1
    tools.until(lambda: not any(map(tools.is_alive, [run.child.pid, *pids])), kind, 2)
    again = start("print('a new guardian')")
    assert again.result().output == "a new guardian\n"


def test_the_guardian_is_killed_while_a_child_is_parked(start: Any, tools: Any) -> None:
    run = start("open('ran', 'w')", go=False)
    run.wait(child.Hello)
    tools.kill(start.guardian_pid())
    run.wait(child.Exited, SOON_S)
    run.child.ask(Request.GO)
    run.child.force()
    run.wait(child.TreeGone, SOON_S)
    assert not (start.folder / "ran").exists()


def test_the_guardian_is_killed_right_before_a_spawn(start: Any, tools: Any) -> None:
    for number in range(5):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # the next one is due
            tools.kill(start.guardian_pid())
        run = start(f"print({number})", go=False)
        while not run.seen(child.Hello) and not run.seen(child.Exited):
            threading.Event().wait(0.005)
        if run.seen(child.Hello):
            run.go()
            assert run.result().output == f"{number}\n"
        else:
            run.wait(child.TreeGone, SOON_S)


def test_close_ends_everything(make_starter: Any, tools: Any) -> None:
    starter = make_starter()
    run = starter(tools.tree("ignores_sigterm", "time.sleep(60)"))
    parked = starter("print(1)", go=False)
    parked.wait(child.Hello)
    pids = [*run.pids(), run.child.pid, parked.child.pid, starter.guardian_pid()]
    starter.close()
    assert not any(map(tools.is_alive, pids))


def test_no_file_is_left_open(start: Any) -> None:
    start("pass").result()
    before = len(os.listdir("/dev/fd"))
    for _ in range(3):
        run = start("input()")
        run.child.write_input(b"x\n")
        run.result()
        start(("no_such_file.py",)).result()
    spawn = start("", python="/no/such/python", go=False)
    spawn.wait(child.SpawnFailed)
    spawn.close()
    deadline = time.monotonic() + SOON_S
    while len(os.listdir("/dev/fd")) > before and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    assert len(os.listdir("/dev/fd")) <= before


# -- without a subreaper (as on macOS), tried here with a guardian that has none

PORTABLE = """
import sys
sys.path.append({folder!r})
from guardian import linux, loop
linux.libc = None
loop.main()
"""


@pytest.fixture
def portable_start(make_starter: Any, tmp_path: Path, tools: Any) -> Any:
    if not os.path.exists("/bin/ps"):
        pytest.skip("there is no /bin/ps")
    program = tmp_path / "portable_guardian.py"
    program.write_text(PORTABLE.format(folder=str(GUARDIAN.parents[1])))
    return make_starter(guardian_program=program)


@ENDS
@pytest.mark.parametrize("kind", ["grandchild", "ignores_sigterm", "own_session", "wide"])
def test_the_tree_ends_without_a_subreaper(
    portable_start: Any, tools: Any, kind: str, end: str
) -> None:
    rest = "time.sleep(1.5)" if end == "by_itself" else "time.sleep(60)"
    if kind != "own_session" and end == "by_itself":
        rest = ""  # the same group: known without a look
    run = portable_start(tools.tree(kind, rest))
    pids = run.pids()
    if end == "by_itself":
        assert run.wait(child.Exited).left >= len(pids)
        run.child.end_tree(0.0)
    else:
        run.child.force()
        run.wait(child.Exited, SOON_S)
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, pids))


def test_what_is_left_is_counted_without_a_subreaper(portable_start: Any, tools: Any) -> None:
    run = portable_start(tools.tree("grandchild"))
    (pid,) = run.pids()
    assert run.wait(child.Exited).left == 1
    tools.kill(pid)
    run.wait(child.LeftChanged, SOON_S, left=0)


def test_an_order_is_kept_until_it_was_sent(start: Any) -> None:
    """Whatever the guardian says meanwhile about others; the host listens on its own thread."""
    host, over = start.host, threading.Event()

    def hear() -> None:
        while not over.is_set():
            host._roster.let_go_of_orders(host._guardian)

    listener = threading.Thread(target=hear)
    listener.start()
    try:
        runs = [start("print('up')") for _ in range(40)]
    finally:
        over.set()
        listener.join()
    for run in runs:
        run.result()  # its end may be told before all of its output
        assert run.text == "up\n"
