"""What does not end even when it is killed: said, and not hung on.

A process in the kernel's uninterruptible sleep cannot be made at will, so the guardian
is one that spares processes with a certain name until a file appears.
"""

from __future__ import annotations

import contextlib
import functools
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from reloader_core import NoticeKind, State
from reloader_core.words.notices import sentence

if sys.platform == "win32":
    pytest.skip("a guardian is POSIX'", allow_module_level=True)

from reloader_core.child.posix.host import GUARDIAN, PosixHost

SPARING = """
import os, sys
sys.path.append({folder!r})
from guardian import loop, processes
real_send, real_kill_all = processes.send, processes.kill_all

def is_spared(pid):
    try:
        with open("/proc/%d/cmdline" % pid, "rb") as file:
            return b"immortal" in file.read() and not os.path.exists({mercy!r})
    except OSError:
        return False

def send(pid, started, number):
    if not is_spared(pid):
        real_send(pid, started, number)

processes.send = send
processes.kill_all = lambda table, pids: real_kill_all(
    table, {{pid for pid in pids if not is_spared(pid)}}
)
loop.main()
"""
SCRIPT = """
import os, subprocess, sys, time
if not os.path.exists('immortal.pid'):
    word = [sys.executable, '-c', 'import time; time.sleep(600)', 'immortal']
    child = subprocess.Popen(word, start_new_session=True)
    with open('immortal.pid', 'w') as file: file.write(str(child.pid))
print('up', flush=True)
time.sleep(600)
"""
QUIT_S = 9.0  # 0.3 after SIGTERM, 2 until it is said, 1 each for guardian and keeper, and leeway

Supervise = Callable[..., Any]

pytestmark = pytest.mark.linux


def sparing_host(tmp_path: Path, folder: Path, tools: Any) -> Callable[..., PosixHost]:
    program = tmp_path / "sparing_guardian.py"
    parts, mercy = str(GUARDIAN.parents[1]), str(folder / "mercy")
    program.write_text(SPARING.format(folder=parts, mercy=mercy))
    return functools.partial(PosixHost, guardian_program=program)


@pytest.fixture
def stuck(supervise: Supervise, tmp_path: Path, folder: Path, tools: Any) -> Iterator[Any]:
    """An engine whose script has started a process that does not end."""
    engine = supervise(SCRIPT, make_host=sparing_host(tmp_path, folder, tools))
    engine.wait_text("up", run=1)
    yield engine
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(immortal(folder)).kill()


def immortal(folder: Path) -> int:
    return int((folder / "immortal.pid").read_text())


def wait_said(engine: Any, folder: Path) -> None:
    engine.wait(lambda: any(note.kind is NoticeKind.STUCK for note in engine.notices))
    notice = next(note for note in engine.notices if note.kind is NoticeKind.STUCK)
    assert sentence(notice) == (
        f"The system cannot end process {immortal(folder)}, perhaps because of a drive that does"
        " not answer. Restarting the computer will. Reloader goes on without waiting for it."
    )


def test_stop_is_said_and_over(stuck: Any, folder: Path) -> None:
    stuck.supervisor.stop()
    wait_said(stuck, folder)
    stuck.wait_state(State.IDLE)
    stuck.supervisor.start()
    stuck.wait_text("up", run=2)
    (folder / "mercy").touch()


def test_the_next_run_does_not_wait_for_it(stuck: Any, folder: Path) -> None:
    (folder / "main.py").write_text(SCRIPT + "\n")
    wait_said(stuck, folder)
    stuck.wait_text("up", run=2)
    (folder / "mercy").touch()
    stuck.supervisor.stop()
    stuck.wait_state(State.IDLE)
    assert not psutil.pid_exists(immortal(folder))


def test_quit_does_not_wait_for_it(stuck: Any, folder: Path) -> None:
    began = time.monotonic()
    stuck.supervisor.quit()
    stuck.thread.join(QUIT_S)
    assert not stuck.thread.is_alive(), time.monotonic() - began
    wait_said(stuck, folder)
    assert stuck.status.state is State.CLOSED


def test_a_script_that_is_stuck_itself_is_not_looked_at_for_ever(
    supervise: Supervise, tmp_path: Path, folder: Path, tools: Any
) -> None:
    save = folder / "immortal.py"
    save.write_text("import time\nprint('up')\nwhile True:\n    try: time.sleep(600)\n"
                    "    except BaseException: pass\n")  # fmt: skip
    host = sparing_host(tmp_path, folder, tools)
    engine = supervise(save, make_host=host, grace_s=0.0, standby=False)
    engine.wait_text("up", run=1)
    pid = engine.status.pid
    engine.supervisor.stop()
    engine.wait(lambda: any(note.kind is NoticeKind.STUCK for note in engine.notices))
    engine.wait_state(State.IDLE)
    assert psutil.pid_exists(pid)
    engine.wait(lambda: engine.supervisor._timeout() is None, "rest")
    (folder / "mercy").touch()


def test_what_is_stuck_costs_next_to_nothing(stuck: Any, folder: Path) -> None:
    stuck.supervisor.stop()
    stuck.wait_state(State.IDLE)
    keeper = psutil.Process(stuck.supervisor._host._guardian.process.pid)
    guardian = keeper.children()[0]
    before, began = guardian.cpu_times(), time.monotonic()
    stuck.wait(lambda: time.monotonic() - began > 1.0, "a second of looking")
    after = guardian.cpu_times()
    assert after.user + after.system - before.user - before.system < 0.3
    (folder / "mercy").touch()
