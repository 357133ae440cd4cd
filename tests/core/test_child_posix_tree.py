"""Everything that a script started ends with it: trees of every shape."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child
from reloader_core.child.wire import Request

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

SOON_S = 3.0  # far more than it takes, far less than a hang

# -- the tree

ENDS = pytest.mark.parametrize("end", ["by_itself", "forced"])


@ENDS
def test_the_whole_tree_ends(start: Any, tools: Any, each_tree: str, end: str) -> None:
    rest = "" if end == "by_itself" else "time.sleep(60)"
    run = start(tools.tree(each_tree, rest))
    pids = run.pids()
    if end == "by_itself":
        left = run.wait(child.Exited, SOON_S).left
        assert left >= len(pids) and all(map(tools.is_alive, pids))
        assert not run.seen(child.TreeGone)
        run.child.end_tree(0.0)
    else:
        run.child.force()
        assert run.wait(child.Exited, SOON_S).code == -signal.SIGKILL
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, pids))


@pytest.mark.linux
def test_what_a_script_left_is_counted_that_went_and_ended_between_two_looks() -> None:
    """On a busy machine that is all in the time from one line of the guardian to the next."""
    program = """
import json, os, signal, socket, time
from reloader_core.child.guardian import linux
from reloader_core.child.guardian.loop import Guardian
from reloader_core.child.guardian.trees import Tree

linux.prctl(linux.CHILD_SUBREAPER, 1)
ours, host = socket.socketpair()
ours.setblocking(False)
guardian = Guardian(ours, None, None)
told, tell = os.pipe()
script = os.fork()
if script == 0:
    if (left := os.fork()) == 0:
        time.sleep(60)
    os.write(tell, b"%d" % left)
    os._exit(7)
left = int(os.read(told, 20))
os.waitid(os.P_PID, script, os.WEXITED | os.WNOWAIT)
guardian.by_number[1] = Tree(1, script)
host.send(json.dumps({"do": "go", "child": 1, "n": 1}).encode() + b"\\n")
guardian.reap()
os.kill(left, signal.SIGKILL)
said = [json.loads(line) for line in host.recv(4096).splitlines()]
print([(each["code"], each["survivors"]) for each in said if each["event"] == "exited"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == ("[(7, 1)]\n", "")


def test_what_is_left_may_end_in_its_own_way(start: Any, tools: Any, tmp_path: Path) -> None:
    """SIGTERM comes first."""
    run = start(
        tools.tree(
            "",
            """
line = 'trap "echo bye > bye; exit" TERM; echo x; while :; do sleep 0.01; done'
p = subprocess.Popen(["sh", "-c", line], stdout=subprocess.PIPE)
p.stdout.readline()
""",
        )
    )
    run.wait(child.Exited)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, SOON_S)
    assert (tmp_path / "bye").read_text() == "bye\n"


def test_nothing_left(start: Any) -> None:
    run = start("pass")
    assert run.wait(child.Exited).left == 0
    assert not run.seen(child.TreeGone)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone)
    run.child.end_tree(0.0)  # asked for again: said again
    run.child.force()
    deadline = time.monotonic() + SOON_S
    while len(run.seen(child.TreeGone)) < 3:
        assert time.monotonic() < deadline


def test_how_many_are_left(start: Any, tools: Any) -> None:
    run = start(
        tools.tree(
            "",
            """
ps = [subprocess.Popen(['sleep', '60'], start_new_session=True) for _ in '123']
zombie = subprocess.Popen(['true'])
os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)
pids(*[p.pid for p in ps])
""",
        )
    )
    pids = run.pids()
    assert run.wait(child.Exited).left == 3
    for number in (2, 1, 0):
        tools.kill(pids.pop())
        run.wait(child.LeftChanged, SOON_S, left=number)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, SOON_S)


def test_the_exit_is_reported_although_the_pipe_is_held(start: Any, tools: Any) -> None:
    run = start(tools.tree("grandchild"))
    run.wait_text("pids")
    run.wait(child.Exited, 1.0)
    assert run._reader.is_alive(), "no end of file yet"


def test_a_child_that_exits_before_go_is_heard(start: Any, tools: Any) -> None:
    """The guardian must know of the start before it can see the end."""
    for _ in range(10):
        run = start(tools.tree("own_session", "os._exit(4)"))
        exited = run.wait(child.Exited)
        assert (exited.code, exited.left) == (4, 1)
        run.child.force()
        run.wait(child.TreeGone, SOON_S)


def test_a_big_tree(start: Any, tools: Any) -> None:
    run = start(
        tools.tree(
            "",
            """
for n in range(14):
    if os.fork() == 0:
        for m in range(14):
            if os.fork() == 0: time.sleep(60)
        time.sleep(60)
print("ready", flush=True); time.sleep(60)
""",
        )
    )
    run.wait_text("ready")
    below = tools.until(lambda: len(below_guardian(start)) >= 1 + 14 * 15 and below_guardian(start))
    began = time.monotonic()
    run.child.force()
    run.wait(child.TreeGone)
    assert time.monotonic() - began < 2
    assert not any(map(tools.is_alive, below))


@pytest.mark.parametrize("session", ["", "os.setsid()"], ids=["same session", "own sessions"])
def test_a_tree_that_forks_all_the_time(start: Any, tools: Any, session: str) -> None:
    """A bounded fork bomb: each process makes the next and ends, for 3 s at most."""
    run = start(
        tools.tree(
            "",
            f"""
end = time.monotonic() + 3
pids(os.getpid())
for n in range(3):
    if os.fork() == 0:
        while time.monotonic() < end:
            if os.fork(): os._exit(0)
            {session}
        open("got_away", "w"); os._exit(0)
time.sleep(60)
""",
        )
    )
    run.wait_text("pids")
    run.child.force()
    run.wait(child.TreeGone, 2.5)
    tools.until(lambda: not below_guardian(start))
    assert not (start.folder / "got_away").exists()


def below_guardian(start: Any) -> list[int]:
    import psutil

    return [process.pid for process in psutil.Process(start.guardian_pid()).children(True)]


def test_a_stopped_child(start: Any, tools: Any) -> None:
    run = start("import time; print('ready'); time.sleep(60)")
    run.wait_ready()
    os.kill(run.child.pid, signal.SIGSTOP)
    run.ask(Request.ASK)
    assert run.child.activity() == run.child.activity()
    run.child.force()
    assert run.wait(child.Exited, SOON_S).code == -signal.SIGKILL
    run.wait(child.TreeGone, SOON_S)


def test_force_while_parked(start: Any, tmp_path: Path) -> None:
    run = start("open('ran', 'w')", go=False)
    run.wait(child.Hello)
    run.child.force()
    assert run.wait(child.Exited, SOON_S).code == -signal.SIGKILL
    run.wait(child.TreeGone, SOON_S)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("word", [Request.ASK, Request.ASK_AGAIN, Request.END])
def test_asked_while_parked_it_never_runs_the_script(
    start: Any, tmp_path: Path, word: Request
) -> None:
    run = start("open('ran', 'w')", go=False)
    run.wait(child.Hello)
    run.child.ask(word)
    run.child.force()
    run.wait(child.TreeGone, SOON_S)
    assert not (tmp_path / "ran").exists()


def test_a_parked_child_owns_no_orphans(start: Any, tools: Any) -> None:
    """A standby beside a run that has left something behind."""
    standby = start("print('standby')", go=False)
    standby.wait(child.Hello)
    run = start(tools.tree("double_forked"))
    (pid,) = run.pids()
    assert run.wait(child.Exited).left == 1
    standby.child.force()
    standby.wait(child.TreeGone, SOON_S)
    assert tools.is_alive(pid)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, SOON_S)
    assert not tools.is_alive(pid)


def test_two_children_at_once(start: Any, tools: Any) -> None:
    one, two = (start(tools.tree("python", "time.sleep(60)")) for _ in "12")
    (first,), (second,) = one.pids(), two.pids()
    one.child.force()
    one.wait(child.TreeGone, SOON_S)
    assert not tools.is_alive(first) and tools.is_alive(second)
    assert not two.seen(child.Exited)
    two.child.force()
    two.wait(child.TreeGone, SOON_S)
    assert not tools.is_alive(second)
