"""What a script can do about being asked to end, and being asked when it does not run."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import signal
import sys
import threading
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child
from reloader_core.child.wire import Request

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

SOON_S = 3.0  # far more than it takes, far less than a hang
PROLOGUE = "def ready(): print('ready', flush=True)\n"

# -- what the script has to say about it


def test_stop_is_what_ctrl_c_does(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE
        + """
import time, atexit
atexit.register(print, "exit function")
try:
    ready(); time.sleep(60)
except KeyboardInterrupt:
    print("interrupted")
    raise
finally:
    print("finally")
"""
    )
    run.wait_ready()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert result.output == "ready\ninterrupted\nfinally\nexit function\n"
    assert result.code == -signal.SIGINT


def test_what_is_under_way_is_left(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE
        + """
import time, atexit, contextlib
atexit.register(print, "exit function")
@contextlib.contextmanager
def place():
    try: yield
    finally: print("left")
with place():
    try: ready(); time.sleep(60)
    except Exception: print("never")
    finally: print("finally")
"""
    )
    run.wait_ready()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert result.output == "ready\nfinally\nleft\nexit function\n"


@pytest.mark.parametrize("expects", [False, True])
def test_own_sigterm_handler(start: Any, tools: Any, expects: bool) -> None:
    """A server that has one ends in its own way, if Ctrl+C is nothing to it."""
    caught = "except KeyboardInterrupt: print('Ctrl+C')" if expects else "finally: pass"
    run = start(
        PROLOGUE
        + f"""
import signal, sys, time
def handler(*args): print("SIGTERM", args[0] == signal.SIGTERM); sys.exit(7)
signal.signal(signal.SIGTERM, handler)
try: ready(); time.sleep(60)
{caught}
"""
    )
    run.wait_ready()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    expected = ("ready\nCtrl+C\n", 0) if expects else ("ready\nSIGTERM True\n", 7)
    assert (result.output, result.code) == expected


@pytest.mark.parametrize("request_", [Request.ASK, Request.EXIT], ids=lambda r: r.value)
def test_sigterm_is_left_alone(start: Any, tools: Any, request_: Request) -> None:
    ignores = "import signal, time; signal.signal(15, signal.SIG_IGN); "
    run = start(PROLOGUE + ignores + "ready(); time.sleep(60)")
    run.wait_ready()
    run.ask(request_)
    expected = 3 if request_ is Request.EXIT else -signal.SIGINT
    assert run.result(SOON_S).code == expected


def test_own_sigint_handler(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE
        + """
import signal, time
count = []
def handler(*args):
    count.append(1); print("SIGINT", len(count), flush=True)
    if len(count) == 2: raise SystemExit(8)
signal.signal(signal.SIGINT, handler)
ready()
while True: time.sleep(60)
"""
    )
    run.wait_ready()
    run.ask(Request.ASK)
    run.wait_text("SIGINT 1")
    run.child.ask(Request.ASK_AGAIN)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nSIGINT 1\nSIGINT 2\n", 8)


@pytest.mark.parametrize("how", ["SIG_IGN", "SIG_DFL"])
def test_sigint_ignored_or_default(start: Any, tools: Any, how: str) -> None:
    sets = f"import signal, time; signal.signal(2, signal.{how}); "
    run = start(PROLOGUE + sets + "ready(); time.sleep(60)")
    run.wait_ready()
    run.ask(Request.ASK)
    assert run.result(SOON_S).code == (3 if how == "SIG_IGN" else -signal.SIGINT)
    assert run.text == "ready\n"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_asyncio_with_its_own_handlers(start: Any, tools: Any, each_python: Any, name: str) -> None:
    run = start(
        PROLOGUE
        + f"""
import asyncio, signal
async def main():
    event = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.{name}, event.set)
    ready()
    await event.wait()
    print("in good order")
asyncio.run(main())
""",
        python=each_python.path,
    )
    run.wait_ready()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nin good order\n", 0)


def test_asyncio_cleans_up(start: Any, tools: Any, each_python: Any) -> None:
    source = """
import asyncio
async def main():
    try: ready(); await asyncio.sleep(60)
    finally: print("finally")
asyncio.run(main())
"""
    run = start(PROLOGUE + source, python=each_python.path)
    run.wait_ready()
    run.ask(Request.ASK)
    assert run.result(SOON_S).output == "ready\nfinally\n"


def test_gevent(start: Any, tools: Any) -> None:
    """Its main loop is another greenlet, with another stack."""
    found = importlib.util.find_spec("gevent")
    if found is None or found.origin is None:
        pytest.skip("gevent is not installed")
    env = tools.env(PYTHONPATH=str(Path(found.origin).parents[1]))
    run = start(
        PROLOGUE + "import gevent.monkey; gevent.monkey.patch_all()\nimport time\n"
        "try: ready(); time.sleep(60)\nfinally: print('finally')",
        env=env,
    )
    run.wait_ready()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nfinally\n", 3)


def test_an_interrupt_is_silent_only_when_we_ask(start: Any, tools: Any) -> None:
    run = start(PROLOGUE + "import time; ready(); time.sleep(60)")
    run.wait_ready()
    assert run.child.interrupt()
    result = run.result(SOON_S)
    assert result.code == -signal.SIGINT
    assert "KeyboardInterrupt" in result.output


@pytest.mark.linux
@pytest.mark.parametrize("handler", ["SIG_DFL", "SIG_IGN", "default_int_handler"])
def test_a_real_signal_that_would_clean_nothing_up_is_not_sent(start: Any, handler: str) -> None:
    sets = f"import signal, time; signal.signal(2, signal.{handler}); "
    run = start(PROLOGUE + sets + "ready(); time.sleep(60)")
    run.wait_ready()
    run.child.interrupt(deadly=False)
    if handler == "default_int_handler":
        assert "KeyboardInterrupt" in run.result(SOON_S).output
        return
    run.ask(Request.EXIT)  # heard after the signal, had there been one
    assert run.result(SOON_S).code == 3


def test_asked_while_a_finalizer_runs(start: Any, each_python: Any) -> None:
    """Nothing gets out of it: what is raised there would only be printed."""
    source = """
import time
class Thing:
    def __del__(self):
        print("begins", flush=True)
        end = time.monotonic() + 0.1
        while time.monotonic() < end: pass
        print("ends", flush=True)
Thing()
time.sleep(60)
"""
    run = start(source, python=each_python.path)
    run.wait_text("begins")
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("begins\nends\n", -signal.SIGINT)


def test_asked_in_the_middle_of_an_import(start: Any) -> None:
    """What we look into may be half there."""
    run = start(
        PROLOGUE
        + """
import sys, time, types
for name in ("threading", "multiprocessing.process", "greenlet", "tkinter", "PySide6.QtCore"):
    sys.modules[name] = types.ModuleType(name)
try: ready(); time.sleep(60)
finally: del sys.modules["threading"]  # of which the interpreter itself would complain
"""
    )
    run.wait_ready()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\n", -signal.SIGINT)


@pytest.mark.linux
def test_no_thread_of_ours_is_left_when_the_interpreter_ends(start: Any, each_python: Any) -> None:
    """One that wakes up then crashes CPython 3.9 to 3.12 now and then."""
    run = start(
        PROLOGUE
        + """
import atexit, os, queue, threading, time
def count():
    end = time.monotonic() + 0.15  # the kernel's part of it; it would sleep for 0.3
    while len(os.listdir("/proc/self/task")) > 1 and time.monotonic() < end: pass
    print("threads:", len(os.listdir("/proc/self/task")))
atexit.register(count)
ready(); queue.Queue().get()
""",
        python=each_python.path,
    )
    run.wait_ready()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nthreads: 1\n", -signal.SIGINT)


@pytest.mark.linux
def test_a_copy_that_was_forked_while_it_ends_ends_too(start: Any, each_python: Any) -> None:
    """It has none of the threads that the first one waits for."""
    run = start(
        PROLOGUE
        + """
import os, queue, threading, time, warnings
warnings.simplefilter("ignore")  # 3.12 warns of a fork beside a thread
try: ready(); queue.Queue().get()
finally:
    began, pid = time.monotonic(), os.fork()
    if pid: print("copy:", os.waitpid(pid, 0)[1], time.monotonic() - began < 2.5)
""",
        python=each_python.path,
    )
    run.wait_ready()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\ncopy: 2 True\n", -signal.SIGINT)


def test_own_excepthook_sees_other_errors(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE + "import sys, time\nsys.excepthook = lambda *a: print('hook', a[0].__name__)\n"
        "try: ready(); time.sleep(60)\nexcept KeyboardInterrupt: 1/0"
    )
    run.wait_ready()
    run.ask(Request.ASK)
    assert run.result(SOON_S).output == "ready\nhook ZeroDivisionError\n"


def test_a_stubborn_script_is_forced(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE
        + """
import time
ready()
while True:
    try: time.sleep(60)
    except: print("swallowed", flush=True)
"""
    )
    run.wait_ready()
    for request_ in (Request.ASK, Request.ASK_AGAIN, Request.EXIT):
        before = run.text.count("swallowed")
        run.child.ask(request_)
        tools.until(lambda before=before: run.text.count("swallowed") > before)
        run.wait_still()  # what is raised in the handler itself is not swallowed
    assert not run.seen(child.Exited)
    run.child.force()
    assert run.wait(child.Exited, SOON_S).code == -signal.SIGKILL
    run.wait(child.TreeGone, SOON_S)


def test_a_script_that_compresses_keeps_its_file(start: Any, tools: Any, tmp_path: Path) -> None:
    """It answers late, but it answers: nobody may end it meanwhile."""
    run = start(
        PROLOGUE
        + """
import zipfile
import os, zlib
data = os.urandom(30_000_000)
with zipfile.ZipFile("out.zip", "w", zipfile.ZIP_DEFLATED) as file:
    file.writestr("first", "kept")
    ready()
    zlib.compress(data)  # one call; writestr() would be asked between its checksum and this
    print("never")
"""
    )
    run.wait_text("ready")
    time.sleep(0.01)  # into the middle of the compression, which begins after 'ready'
    run.ask(Request.ASK)
    equal = []
    while not run.seen(child.Exited):
        first = run.child.activity()
        threading.Event().wait(0.02)
        equal.append(first is not None and first == run.child.activity())
    result = run.result()
    assert (result.output, result.code) == ("ready\n", -signal.SIGINT)
    assert len(equal) > 5 and not any(equal[:3]), "a working thread is told from a sleeping one"
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.read("first") == b"kept"


# -- asked when the script itself is not running


def test_asked_right_after_armed(start: Any, each_python: Any) -> None:
    """At every moment of the way from site to the script. Each time: 3, and not a word."""
    for number in range(8):
        run = start("import time; time.sleep(60)", python=each_python.path, go=False)
        run.go()
        run.wait(child.Armed)
        threading.Event().wait(number * 0.0006)
        run.child.ask(Request.ASK)
        result = run.result(SOON_S)
        assert result.output == ""
        assert result.code in (3, -signal.SIGINT)


def test_asked_while_the_script_is_found(start: Any, tmp_path: Path, each_python: Any) -> None:
    """-m imports a lot before the script begins."""
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "__main__.py").write_text("import time; time.sleep(60)")
    for number in range(4):
        run = start(("-m", "pkg"), python=each_python.path)
        run.wait(child.Armed)
        threading.Event().wait(number * 0.002)
        run.child.ask(Request.ASK)
        result = run.result(SOON_S)
        assert (result.output, result.code in (3, -signal.SIGINT)) == ("", True)


def test_only_threads_are_left(start: Any, each_python: Any) -> None:
    run = start(
        """
        import atexit, threading, time
        atexit.register(print, "exit function")
        kept = open("kept.txt", "w"); kept.write("x")
        threading.Thread(target=time.sleep, args=(60,)).start()
        print("main ends", flush=True)
        """,
        python=each_python.path,
    )
    run.wait_text("main ends\n")
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("main ends\nexit function\n", 3)
    assert (run.child and start.folder / "kept.txt").read_text() == "x"


def test_an_exit_function_is_running(start: Any, each_python: Any) -> None:
    """It and those after it run to their end, once."""
    run = start(
        """
        import atexit, time
        kept = open("kept.txt", "w"); kept.write("x")
        atexit.register(print, "the first registered")
        @atexit.register
        def function():
            print("begins", flush=True)
            end = time.monotonic() + 0.2
            while time.monotonic() < end: pass
            print("ends", flush=True)
        atexit.register(print, "the last registered")
        """,
        python=each_python.path,
    )
    run.wait_text("begins")
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    lines = ["the last registered", "begins", "ends", "the first registered"]
    assert result.output.splitlines() == lines
    assert (start.folder / "kept.txt").read_text() == "x"


def test_an_exit_function_that_never_ends(start: Any, each_python: Any) -> None:
    """The last request cuts it off; files are flushed."""
    for function in ("time.sleep, 60", "lambda: time.sleep(60)"):
        run = start(
            f"""
            import atexit, time
            kept = open("kept.txt", "w"); kept.write("x")
            atexit.register({function})
            atexit.register(print, "once", flush=True)
            """,
            python=each_python.path,
        )
        run.wait_text("once\n")  # the end of the line is a write of its own
        run.ask(Request.ASK)
        run.wait(child.Handled)
        run.child.ask(Request.FINISH)
        result = run.result(SOON_S)
        assert (result.output, result.code) == ("once\n", 3)
        assert (start.folder / "kept.txt").read_text() == "x"


def test_asked_while_it_is_rung_for_what_came_before(start: Any, each_python: Any) -> None:
    """A bell that rings while the one before is answered finds code of ours where the script's
    should be. Each request is rung for three times."""
    run = start(
        """
        import atexit, time
        atexit.register(time.sleep, 60)
        atexit.register(print, "once", flush=True)
        """,
        python=each_python.path,
    )
    run.wait_text("once\n")
    run.ask(Request.ASK)
    run.wait(child.Handled)
    ringing = threading.Thread(target=ring, args=(run.child.interpreter_pid,))
    ringing.start()
    run.child.ask(Request.FINISH)
    result = run.result(SOON_S)
    ringing.join()
    assert (result.output, result.code) == ("once\n", 3)


def test_what_is_raised_is_raised_once_however_often_it_rings(start: Any, each_python: Any) -> None:
    run = start(
        PROLOGUE
        + """
import traceback
try:
    ready()
    while True: pass
except BaseException: traceback.print_exc()
finally: print("finally")
""",
        python=each_python.path,
    )
    run.wait_ready()
    ringing = threading.Thread(target=ring, args=(run.child.interpreter_pid,))
    ringing.start()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    ringing.join()
    assert result.code == 0
    assert result.output.splitlines()[-2:] == ["KeyboardInterrupt", "finally"]
    assert result.output.count("  File ") == 1, "no frame but the script's"


def ring(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        for _ in range(2000):
            os.kill(pid, signal.SIGURG)


# -- scripts that change what they are


def test_a_script_that_executes_another_program(start: Any, tools: Any) -> None:
    """Self-restarting programs do: the agent is gone, signals are not."""
    asked = ((Request.ASK, -signal.SIGINT), (Request.EXIT, -signal.SIGTERM))
    for request_, code in asked:
        run = start("import os; os.execvp('sh', ['sh', '-c', 'echo ready; exec sleep 60'])")
        run.wait_text("ready")
        tools.until(lambda run=run: run.child.agent_gone)
        run.ask(request_)
        assert run.result(SOON_S).code == code


def test_a_script_that_closes_all_files(start: Any, tools: Any, tmp_path: Path) -> None:
    """As daemons do. Our numbers are then another file's: not one byte of ours in it."""
    run = start(
        PROLOGUE
        + """
import os, time
os.closerange(3, 1024)
files = [open("file%d" % n, "w+") for n in range(300)]
import json, xml.dom
try: import no_such_module
except ImportError: pass
open("another", "w").close()
ready()
time.sleep(60)
"""
    )
    run.wait_ready()
    run.ask(Request.ASK)
    assert run.result(SOON_S).code in (3, -signal.SIGINT)
    assert {path.stat().st_size for path in tmp_path.glob("file*")} == {0}


def test_a_script_that_writes_into_the_channel(start: Any) -> None:
    run = start("import os; os.write(230, b'x' * 100); print('still here')")
    assert run.result().output == "still here\n"
    assert start("print('the next')").result().output == "the next\n"
