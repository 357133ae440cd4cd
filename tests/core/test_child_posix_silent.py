"""A guardian that does not answer is passed by: the script ends, and so do the two processes."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from reloader_core import NoticeKind, State, child

if sys.platform == "win32":
    pytest.skip("a guardian is POSIX'", allow_module_level=True)

from reloader_core.child.posix.host import GUARDIAN, PosixHost
from reloader_core.child.wire import Request

pytestmark = [pytest.mark.linux, pytest.mark.usefixtures("leaves_nothing")]
WHO = pytest.mark.parametrize("who", ["guardian", "keeper", "both"])
TIDY = "\ntry: time.sleep(60)\nfinally: print('in good order', flush=True)\n"
GRACE_S = 5.0


class Silencer:
    """Stops an engine's guardian and keeper, by a signal or as a debugger does."""

    def __init__(self, engine: Any, tools: Any) -> None:
        keeper = psutil.Process(engine.supervisor._host._guardian.process.pid)
        self.pids = {"keeper": keeper.pid, "guardian": keeper.children()[0].pid}
        self._tools = tools

    def of(self, who: str) -> list[int]:
        return [pid for name, pid in self.pids.items() if who in (name, "both")]

    def stop(self, who: str) -> None:
        for pid in self.of(who):
            os.kill(pid, signal.SIGSTOP)
        self._tools.until(lambda: all(map(is_stopped, self.of(who))))

    def wake(self) -> None:
        for pid in self.of("both"):
            os.kill(pid, signal.SIGCONT)

    def wait_gone(self) -> None:
        self._tools.until(lambda: not any(map(psutil.pid_exists, self.of("both"))), "both", 5)


def is_stopped(pid: int) -> bool:
    return psutil.Process(pid).status() in (psutil.STATUS_STOPPED, psutil.STATUS_TRACING_STOP)


def said(engine: Any) -> list[NoticeKind]:
    return [notice.kind for notice in engine.notices]


def pids_in(engine: Any) -> list[int]:
    engine.wait_text("pids")
    engine.wait(lambda: engine.text().endswith("\n"))
    return [int(pid) for pid in engine.text().split("pids")[1].split()]


@WHO
@pytest.mark.parametrize("kind", ["own_session", "double_forked", "empty_environment"])
def test_stop(supervise: Callable[..., Any], tools: Any, who: str, kind: str) -> None:
    """Asked as ever and ended in good order; what it had started is gone."""
    engine = supervise(tools.tree(kind, TIDY), grace_s=GRACE_S)
    pids = [*pids_in(engine), engine.status.pid]
    silencer = Silencer(engine, tools)
    silencer.stop(who)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    engine.wait_text("in good order")
    assert not any(map(tools.is_alive, pids))
    assert engine.status.exit.code == -signal.SIGINT
    if who != "keeper":
        assert said(engine) == [NoticeKind.PASSED_BY]
        silencer.wait_gone()
    engine.supervisor.quit()
    engine.thread.join(10)
    silencer.wait_gone()


@WHO
def test_quit(supervise: Callable[..., Any], tools: Any, who: str) -> None:
    engine = supervise(tools.tree("own_session", TIDY), grace_s=GRACE_S)
    pids = [*pids_in(engine), engine.status.pid]
    silencer = Silencer(engine, tools)
    silencer.stop(who)
    engine.supervisor.quit()
    engine.thread.join(GRACE_S)
    assert not engine.thread.is_alive()
    assert not any(map(tools.is_alive, pids))
    silencer.wait_gone()


def test_a_script_that_does_not_heed(supervise: Callable[..., Any], tools: Any) -> None:
    source = "import signal, time\nfor n in (2, 15): signal.signal(n, signal.SIG_IGN)\nwhile 1:\n"
    source += "  try:\n    print('up', flush=True)\n    while 1: time.sleep(1)\n"
    source += "  except BaseException: pass"
    engine = supervise(source, grace_s=1.0)
    engine.wait_text("up")
    silencer = Silencer(engine, tools)
    silencer.stop("both")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    last = {NoticeKind.WENT_ON, NoticeKind.FORCED}  # the second, if it took all of its time
    assert set(said(engine)) - last == {NoticeKind.PASSED_BY}
    assert len(last & set(said(engine))) == 1
    silencer.wait_gone()


def test_the_script_stops_them_and_itself(supervise: Callable[..., Any], tools: Any) -> None:
    """What os.kill(-1, SIGSTOP) does to them, if it does not reach us."""
    engine = supervise(
        """
        import os, signal
        guardian = os.getppid()
        with open(f"/proc/{guardian}/stat") as file:
            keeper = int(file.read().rpartition(")")[2].split()[1])
        print("up", flush=True)
        for pid in (keeper, guardian, os.getpid()): os.kill(pid, signal.SIGSTOP)
        """,
        grace_s=1.0,
    )
    engine.wait_text("up")
    silencer = Silencer(engine, tools)
    engine.wait(lambda: is_stopped(engine.status.pid))
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    assert NoticeKind.PASSED_BY in said(engine)
    silencer.wait_gone()


@WHO
def test_a_save(supervise: Callable[..., Any], folder: Path, tools: Any, who: str) -> None:
    engine = supervise("print('up', flush=True)\nimport time" + TIDY, grace_s=GRACE_S)
    engine.wait_text("up", run=1)
    Silencer(engine, tools).stop(who)
    (folder / "main.py").write_text("print('new', flush=True)\nimport time" + TIDY)
    engine.wait_text("new", run=2)
    engine.wait_text("in good order", run=1)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    engine.wait_text("in good order", run=2)


def test_a_standby_that_is_given_up(make_starter: Callable[..., Any], tools: Any) -> None:
    """Its end is no reason to kill the script, which is asked, and ends in good order."""
    starter = make_starter()
    run = starter("import time\nprint('ready', flush=True)" + TIDY)
    run.wait_ready()
    standby = starter("print('never')", go=False)
    standby.wait(child.Hello)
    os.kill(starter.guardian_pid(), signal.SIGSTOP)
    standby.child.force()
    tools.until(lambda: run.child.guardian.silent)
    standby.child.force()
    run.child.ask(Request.ASK)
    run.wait_text("in good order")
    assert run.wait(child.Exited).code == -signal.SIGINT
    standby.wait(child.TreeGone)


@WHO
def test_the_next_run_gets_another_one(supervise: Callable[..., Any], tools: Any, who: str) -> None:
    engine = supervise("print('up', flush=True)", standby=False)
    engine.wait_state(State.WAITING)
    silencer = Silencer(engine, tools)
    silencer.stop(who)
    for run in (2, 3):
        engine.supervisor.start()
        engine.wait_text("up", run=run)
        engine.wait_state(State.WAITING, run)
    if who != "keeper":
        assert said(engine) == [NoticeKind.PASSED_BY]
        silencer.wait_gone()


def test_the_next_standby_cannot_be_had(supervise: Callable[..., Any], tools: Any) -> None:
    """The script goes on all the while; it ends as ever."""
    engine = supervise("print('up', flush=True)\nimport time" + TIDY, grace_s=GRACE_S)
    engine.wait_text("up")
    engine.wait(lambda: engine.supervisor._standbys.first is not None, "the standby")
    silencer = Silencer(engine, tools)
    silencer.stop("both")
    engine.supervisor._standbys.first.child.force()
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    silencer.wait_gone()


def test_it_comes_back(supervise: Callable[..., Any], tools: Any) -> None:
    """Before it was ended: then it does what it is there for, and nobody hears of it."""
    engine = supervise(
        "import time\nprint('up', flush=True)\ntry: time.sleep(60)\n"
        "finally:\n  print('tidying', flush=True)\n  input()",
        grace_s=60.0,
    )
    engine.wait_text("up")
    silencer = Silencer(engine, tools)
    silencer.stop("both")
    engine.supervisor.stop()
    engine.wait_text("tidying")
    silencer.wake()
    guardian = engine.supervisor._host._guardian
    engine.wait(lambda: not guardian.silent and not guardian.unheard(), "it answers")
    engine.supervisor.write_input(b"\n")
    engine.wait_state(State.IDLE)
    assert said(engine) == []
    assert all(map(tools.is_alive, silencer.of("both")))


def test_stopped_before_its_first_word(make_starter: Callable[..., Any], tools: Any) -> None:
    starter = make_starter()
    keeper = starter.keeper_pid()
    os.kill(keeper, signal.SIGSTOP)
    assert starter("print('by another one')").result().output == "by another one\n"
    tools.until(lambda: not psutil.pid_exists(keeper) or keeper == starter.keeper_pid())
    os.kill(starter.keeper_pid(), signal.SIGSTOP)


PORTABLE = """
import sys
sys.path.append({folder!r})
from guardian import linux, loop
linux.libc = None
loop.main()
"""


@pytest.mark.skipif(not os.path.exists("/bin/ps"), reason="there is no /bin/ps")
@pytest.mark.parametrize("end", ["stop", "quit"])
def test_without_a_subreaper(
    supervise: Callable[..., Any], tools: Any, tmp_path: Path, end: str
) -> None:
    """As on macOS, where there is no keeper: what is left is found by its mark and group."""
    program = tmp_path / "portable_guardian.py"
    program.write_text(PORTABLE.format(folder=str(GUARDIAN.parents[1])))
    make_host = functools.partial(PosixHost, guardian_program=program)
    engine = supervise(tools.tree("double_forked", TIDY), make_host=make_host, grace_s=GRACE_S)
    pids = [*pids_in(engine), engine.status.pid]
    guardian = engine.supervisor._host._guardian.process.pid
    os.kill(guardian, signal.SIGSTOP)
    if end == "stop":
        engine.supervisor.stop()
        engine.wait_state(State.IDLE)
        assert said(engine) == [NoticeKind.PASSED_BY]
    else:
        engine.supervisor.quit()
        engine.thread.join(GRACE_S + 3)
        assert not engine.thread.is_alive()
    engine.wait_text("in good order")
    assert not any(map(tools.is_alive, [*pids, guardian]))


HOLD = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
for pid in map(int, sys.argv[1:]):
    if libc.ptrace(16, pid, None, None):  # PTRACE_ATTACH
        sys.exit("may not")
    os.waitpid(pid, 0)
print("held", flush=True)
while True: os.waitpid(-1, 0)  # hears of every signal, and lets nothing go on
"""


@pytest.fixture
def debugger() -> Iterator[Callable[[list[int]], None]]:
    """Attaches to processes as a debugger does: SIGCONT does not wake them."""
    with contextlib.ExitStack() as started:

        def attach(pids: list[int]) -> None:
            words = [sys.executable, "-c", HOLD, *map(str, pids)]
            one = started.enter_context(subprocess.Popen(words, stdout=subprocess.PIPE))
            started.callback(one.kill)
            assert one.stdout is not None
            if one.stdout.readline() != b"held\n":
                pytest.skip("debuggers may not attach here")

        yield attach


@WHO
@pytest.mark.parametrize("end", ["stop", "quit"])
def test_in_a_debugger(
    supervise: Callable[..., Any], tools: Any, debugger: Any, who: str, end: str
) -> None:
    engine = supervise(tools.tree("double_forked", TIDY), grace_s=GRACE_S)
    pids = [*pids_in(engine), engine.status.pid]
    silencer = Silencer(engine, tools)
    debugger(silencer.of(who))
    if end == "stop":
        engine.supervisor.stop()
        engine.wait_state(State.IDLE)
        engine.wait_text("in good order")
    engine.supervisor.quit()
    engine.thread.join(10)
    assert not engine.thread.is_alive()
    tools.until(lambda: not any(map(tools.is_alive, pids)))
    assert not any(map(tools.is_alive, silencer.of("both")))
