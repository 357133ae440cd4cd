"""Real children on POSIX: asked to end from every state a script can wait in, and with
everything that they started. What the agent does to a running script is in test_agent.py.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core import child
from core.channel import Request

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="see tests/windows")
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a subreaper")

ASKING = pytest.mark.parametrize("request_", [Request.RELOAD, Request.STOP], ids=lambda r: r.value)
SOON_S = 3.0  # far more than it takes, far less than a hang

# -- every state in which a script can wait

STATES = {
    "sleep": "import time; ready(); time.sleep(600)",
    "short_sleeps": "import time; ready()\nwhile True: time.sleep(0.01)",
    "busy": "ready()\nwhile True: pass",
    "input": "ready(); input()",
    "stdin": "import sys; ready(); sys.stdin.read()",
    "accept": "import socket; s = socket.create_server(('127.0.0.1', 0)); ready(); s.accept()",
    "lock": "import threading; l = threading.Lock(); l.acquire(); ready(); l.acquire()",
    "join": "import threading, time; t = threading.Thread(target=time.sleep, args=(600,), daemon=True)"
            "\nt.start(); ready(); t.join()",
    "event": "import threading; ready(); threading.Event().wait()",
    "queue": "import queue; ready(); queue.Queue().get()",
    "asyncio": "import asyncio; ready(); asyncio.run(asyncio.sleep(600))",
    "subprocess_wait": "import subprocess; p = subprocess.Popen(['sleep', '600']); ready(); p.wait()",
    "subprocess_run": "import subprocess; ready(); subprocess.run(['sleep', '600'])",
    "subprocess_pipe": "import subprocess; ready(); subprocess.run(['sleep', '600'], capture_output=True)",
    "http_server": "import http.server as h; s = h.HTTPServer(('127.0.0.1', 0),"
                   " h.SimpleHTTPRequestHandler); ready(); s.serve_forever()",
    "pool": "import multiprocessing as m, time\nif __name__ == '__main__':\n  with m.Pool(2) as p:\n"
            "    p.map(abs, [1]); ready(); p.map(time.sleep, [600, 600])",
    "process": "import multiprocessing as m, time\nif __name__ == '__main__':\n"
               "  p = m.Process(target=time.sleep, args=(600,)); p.start(); ready(); p.join()",
    "executor": "from concurrent.futures import *\nimport threading\n"
                "e = ThreadPoolExecutor(1); f = e.submit(len, 'a'); f.result(); ready(); Future().result()",
    "select": "import select; ready(); select.select([], [], [])",
    "pause": "import signal; ready(); signal.pause()",
    "print": "ready()\nwhile True: print('x' * 1000)",
    "in_a_function": "import time\ndef f():\n  ready()\n  time.sleep(600)\nf()",
    "in_a_module": "import runpy; runpy.run_path('other.py', {'ready': ready}, '__main__')",
    "own_system_exit": "import time\nready()\ntry: time.sleep(600)\nexcept SystemExit: raise",
    "generator": "import time\ndef g():\n  ready(); time.sleep(600); yield\nfor _ in g(): pass",
}  # fmt: skip
PROLOGUE = "def ready(): print('ready', flush=True)\n"


def wait_ready(run: Any, tools: Any) -> None:
    run.wait_text("ready")
    pid = run.wait(child.Spawned).pid
    # until it has come to rest, or has run for so long that it never will
    deadline = time.monotonic() + 0.05
    tools.until(
        lambda: run.child.activity() == run.child.activity() is not None
        or time.monotonic() > deadline,
        pid,
    )


@ASKING
@pytest.mark.parametrize("state", STATES)
def test_asked_from_every_state(
    start: Any, tools: Any, tmp_path: Path, state: str, request_: Request
) -> None:
    (tmp_path / "other.py").write_text("import time; ready(); time.sleep(600)")
    run = start(PROLOGUE + STATES[state])
    wait_ready(run, tools)
    run.ask(request_)
    run.wait(child.Handled, SOON_S)
    code = run.wait(child.Exited, SOON_S).code
    assert code == (3 if request_ is Request.RELOAD else -signal.SIGINT)
    output = run.result().output
    if state != "print":
        assert [line for line in output.splitlines() if "x" * 9 not in line] == ["ready"]
    assert run.wait(child.ExitReport).error is None


@ASKING
def test_asked_under_every_python(
    start: Any, tools: Any, each_python: Any, request_: Request
) -> None:
    states = "sleep", "busy", "input", "lock", "asyncio", "queue", "pool", "subprocess_run"
    for state in states:
        run = start(PROLOGUE + STATES[state], python=each_python.path)
        wait_ready(run, tools)
        run.ask(request_)
        expected = 3 if request_ is Request.RELOAD else -signal.SIGINT
        result = run.result(SOON_S)
        assert (result.output, result.code) == ("ready\n", expected), state


# -- main loops that sleep in C code

LOOPS = {
    "tkinter": "import tkinter; root = tkinter.Tk(); root.after(1, ready); root.mainloop()",
    "turtle": "import turtle; turtle.forward(9); ready(); turtle.done()",
    "tk_function": "import tkinter; root = tkinter.Tk(); ready(); tkinter.mainloop()",
    "qt": "from PySide6.QtCore import *; app = QCoreApplication([]);"
          "QTimer.singleShot(0, ready); sys.exit(app.exec())",
    "qt_window": "from PySide6.QtWidgets import *; from PySide6.QtCore import QTimer;"
                 "app = QApplication([]); w = QLabel('x'); w.closeEvent = lambda e: e.ignore();"
                 "w.show(); QTimer.singleShot(0, ready); app.exec(); print('never')",
}  # fmt: skip
LOOP_PROLOGUE = """
import atexit, sys
kept = open("kept.txt", "w")
kept.write("all of it")
atexit.register(print, "exit function", flush=True)
def ready(): print("ready", flush=True)
"""


@ASKING
@pytest.mark.parametrize("loop", LOOPS)
def test_a_main_loop_that_cannot_answer(
    start: Any, tools: Any, x_display: str, tmp_path: Path, loop: str, request_: Request
) -> None:
    """It sleeps in C code, so it is made to return to Python for a moment."""
    module = "PySide6" if "qt" in loop else "tkinter"
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{sys.executable} has no {module}")
    source = f"{LOOP_PROLOGUE}\ntry: {LOOPS[loop]}\nfinally: print('finally', flush=True)"
    run = start(source, env=tools.env(DISPLAY=x_display))
    wait_ready(run, tools)
    run.ask(request_)
    result = run.result(SOON_S)
    assert result.code == (3 if request_ is Request.RELOAD else -signal.SIGINT)
    assert result.output == "ready\nfinally\nexit function\n"
    assert (tmp_path / "kept.txt").read_text() == "all of it"


@ASKING
def test_a_main_loop_that_nothing_wakes(
    start: Any, tools: Any, tmp_path: Path, request_: Request
) -> None:
    """The second step ends it with its exit functions, and its files are flushed."""
    pytest.importorskip("tkinter")
    source = "import tkinter, signal; ready(); signal.sigwait([signal.SIGUSR1])"
    run = start(LOOP_PROLOGUE + source)
    wait_ready(run, tools)
    run.ask(request_)
    wait_still(run, tools)
    assert not run.seen(child.Handled)
    run.child.ask(Request.END)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nexit function\n", 3)
    assert (tmp_path / "kept.txt").read_text() == "all of it"


def wait_still(run: Any, tools: Any) -> None:
    """As the supervisor does before the second step: 300 ms in which nothing moved."""
    seen: list[Any] = [None, time.monotonic()]

    def is_still() -> bool:
        activity = run.child.activity()
        if activity is None or activity != seen[0]:
            seen[:] = activity, time.monotonic()
        return time.monotonic() - seen[1] > 0.3

    tools.until(is_still, "stillness", 5)


@ASKING
def test_a_main_loop_that_works_answers(
    start: Any, tools: Any, x_display: str, request_: Request
) -> None:
    pytest.importorskip("tkinter")
    run = start(
        PROLOGUE
        + """
import tkinter
root = tkinter.Tk()
def tick(): root.after(5, tick)
tick(); root.after(1, ready)
try: root.mainloop()
finally: print("finally")
""",
        env=tools.env(DISPLAY=x_display),
    )
    wait_ready(run, tools)
    run.ask(request_)
    run.wait(child.Handled, SOON_S)
    assert run.result(SOON_S).output == "ready\nfinally\n"


def test_no_thread_of_ours_without_a_main_loop(start: Any, tools: Any) -> None:
    run = start(PROLOGUE + "import threading, asyncio; ready(); input()")
    wait_ready(run, tools)
    assert len(os.listdir(f"/proc/{run.child.pid}/task")) == 1
    run.child.force()


FOREVER = """
import atexit, threading, time, queue
from concurrent.futures import ThreadPoolExecutor
atexit.register(print, "exit function")
kept = open("kept.txt", "w"); kept.write("x")
def work():
    while True: time.sleep(0.02)
threading.Thread(target=work).start()
threading.Thread(target=queue.Queue().get).start()
pool = ThreadPoolExecutor(2); pool.submit(len, "x")
try: ready(); time.sleep(600)
finally: print("finally")
"""


@ASKING
def test_threads_that_never_end(
    start: Any, tools: Any, each_python: Any, tmp_path: Path, request_: Request
) -> None:
    """The interpreter would wait for them for ever after the script's own end."""
    run = start(PROLOGUE + FOREVER, python=each_python.path)
    wait_ready(run, tools)
    run.ask(request_)
    result = run.result(1.0)
    assert (result.output, result.code) == ("ready\nfinally\nexit function\n", 3)
    assert (tmp_path / "kept.txt").read_text() == "x"


def test_a_thread_that_works_is_waited_for(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE
        + """
import threading, time, zlib
def work():
    end = time.monotonic() + 0.9
    while time.monotonic() < end: zlib.compress(bytes(10**6))
    print("done")
threading.Thread(target=work).start()
ready(); time.sleep(600)
"""
    )
    run.wait_text("ready")
    run.ask(Request.RELOAD)
    result = run.result()
    assert (result.output, result.code) == ("ready\ndone\n", 3)


def test_a_fork_of_a_program_with_a_toolkit(start: Any) -> None:
    pytest.importorskip("tkinter")
    run = start(
        """
        import os
        if os.fork() == 0:
            import tkinter
            os._exit(0)
        print(os.wait()[1])
        import tkinter
        if os.fork() == 0: os._exit(0)
        print(os.wait()[1])
        """
    )
    result = run.result()
    assert (result.output, result.code) == ("0\n0\n", 0)


# -- what the script has to say about it


def test_stop_is_what_ctrl_c_does(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE
        + """
import time, atexit
atexit.register(print, "exit function")
try:
    ready(); time.sleep(600)
except KeyboardInterrupt:
    print("interrupted")
    raise
finally:
    print("finally")
"""
    )
    wait_ready(run, tools)
    run.ask(Request.STOP)
    result = run.result(SOON_S)
    assert result.output == "ready\ninterrupted\nfinally\nexit function\n"
    assert result.code == -signal.SIGINT


def test_reload_runs_finally_and_exit_functions(start: Any, tools: Any) -> None:
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
    try: ready(); time.sleep(600)
    except Exception: print("never")
    finally: print("finally")
"""
    )
    wait_ready(run, tools)
    run.ask(Request.RELOAD)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nfinally\nleft\nexit function\n", 3)


def test_own_sigterm_handler(start: Any, tools: Any) -> None:
    """A server that has one ends in its own way."""
    run = start(
        PROLOGUE
        + """
import signal, sys, time
def handler(*args): print("SIGTERM", args[0] == signal.SIGTERM); sys.exit(7)
signal.signal(signal.SIGTERM, handler)
ready(); time.sleep(600)
"""
    )
    wait_ready(run, tools)
    run.ask(Request.RELOAD)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nSIGTERM True\n", 7)


@pytest.mark.parametrize("request_", [Request.RELOAD, Request.QUIT], ids=lambda r: r.value)
def test_sigterm_is_left_alone(start: Any, tools: Any, request_: Request) -> None:
    run = start(PROLOGUE + "import signal, time; signal.signal(15, signal.SIG_IGN)\nready(); time.sleep(9)")
    wait_ready(run, tools)
    run.ask(request_)
    assert run.result(SOON_S).code == 3


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
while True: time.sleep(600)
"""
    )
    wait_ready(run, tools)
    run.ask(Request.STOP)
    run.wait_text("SIGINT 1")
    run.child.ask(Request.STOP)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nSIGINT 1\nSIGINT 2\n", 8)


@pytest.mark.parametrize("how", ["SIG_IGN", "SIG_DFL"])
def test_sigint_ignored_or_default(start: Any, tools: Any, how: str) -> None:
    run = start(PROLOGUE + f"import signal, time; signal.signal(2, signal.{how}); ready(); time.sleep(9)")
    wait_ready(run, tools)
    run.ask(Request.STOP)
    if how == "SIG_IGN":
        run.wait(child.Handled)
        run.child.ask(Request.QUIT)
        assert run.result(SOON_S).code == 3
    else:
        assert run.result(SOON_S).code == -signal.SIGINT
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
    wait_ready(run, tools)
    run.ask(Request.RELOAD if name == "SIGTERM" else Request.STOP)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nin good order\n", 0)


def test_asyncio_cleans_up(start: Any, tools: Any, each_python: Any) -> None:
    source = """
import asyncio
async def main():
    try: ready(); await asyncio.sleep(600)
    finally: print("finally")
asyncio.run(main())
"""
    for request_ in (Request.RELOAD, Request.STOP):
        run = start(PROLOGUE + source, python=each_python.path)
        wait_ready(run, tools)
        run.ask(request_)
        assert run.result(SOON_S).output == "ready\nfinally\n"


def test_gevent(start: Any, tools: Any) -> None:
    """Its main loop is another greenlet, with another stack."""
    pytest.importorskip("gevent")
    for request_, code in ((Request.RELOAD, 3), (Request.STOP, -signal.SIGINT)):
        run = start(
            PROLOGUE + "import gevent.monkey; gevent.monkey.patch_all()\nimport time\n"
            "try: ready(); time.sleep(600)\nfinally: print('finally')"
        )
        wait_ready(run, tools)
        run.ask(request_)
        result = run.result(SOON_S)
        assert (result.output, result.code) == ("ready\nfinally\n", code)


def test_an_interrupt_is_silent_only_when_we_ask(start: Any, tools: Any) -> None:
    run = start(PROLOGUE + "import time; ready(); time.sleep(600)")
    wait_ready(run, tools)
    assert run.child.interrupt()
    result = run.result(SOON_S)
    assert result.code == -signal.SIGINT
    assert "KeyboardInterrupt" in result.output


def test_own_excepthook_sees_other_errors(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE + "import sys, time\nsys.excepthook = lambda *a: print('hook', a[0].__name__)\n"
        "try: ready(); time.sleep(600)\nexcept KeyboardInterrupt: 1/0"
    )
    wait_ready(run, tools)
    run.ask(Request.STOP)
    assert run.result(SOON_S).output == "ready\nhook ZeroDivisionError\n"


def test_a_stubborn_script_is_forced(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE
        + """
import time
ready()
while True:
    try: time.sleep(600)
    except: print("swallowed", flush=True)
"""
    )
    wait_ready(run, tools)
    for request_ in (Request.STOP, Request.QUIT, Request.RELOAD):
        before = run.text.count("swallowed")
        run.child.ask(request_)
        tools.until(lambda before=before: run.text.count("swallowed") > before)
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
import os
data = os.urandom(30_000_000)
with zipfile.ZipFile("out.zip", "w", zipfile.ZIP_DEFLATED) as file:
    file.writestr("first", "kept")
    ready()
    file.writestr("second", data)
    print("never")
"""
    )
    run.wait_text("ready")
    time.sleep(0.01)
    run.ask(Request.RELOAD)
    equal = []
    while not run.seen(child.Exited):
        first = run.child.activity()
        threading.Event().wait(0.02)
        equal.append(first is not None and first == run.child.activity())
    result = run.result()
    assert (result.output, result.code) == ("ready\n", 3)
    assert len(equal) > 5 and not any(equal[:3]), "a working thread is told from a sleeping one"
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.read("first") == b"kept"


# -- asked when the script itself is not running


def test_asked_right_after_armed(start: Any, each_python: Any) -> None:
    """At every moment of the way from site to the script. Each time: 3, and not a word."""
    for number in range(8):
        run = start("import time; time.sleep(600)", python=each_python.path, go=False)
        run.go()
        run.wait(child.Armed)
        threading.Event().wait(number * 0.0006)
        run.child.ask(Request.RELOAD if number % 4 else Request.STOP)
        result = run.result(SOON_S)
        assert result.output == ""
        assert result.code == 3 or (not number % 4 and result.code == -signal.SIGINT)


def test_asked_while_the_script_is_found(start: Any, tmp_path: Path, each_python: Any) -> None:
    """-m imports a lot before the script begins."""
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "__main__.py").write_text("import time; time.sleep(600)")
    for number in range(4):
        run = start(("-m", "pkg"), python=each_python.path)
        run.wait(child.Armed)
        threading.Event().wait(number * 0.002)
        run.child.ask(Request.RELOAD)
        result = run.result(SOON_S)
        assert (result.output, result.code) == ("", 3)


@ASKING
def test_only_threads_are_left(start: Any, each_python: Any, request_: Request) -> None:
    run = start(
        """
        import atexit, threading, time
        atexit.register(print, "exit function")
        kept = open("kept.txt", "w"); kept.write("x")
        threading.Thread(target=time.sleep, args=(600,)).start()
        print("main ends", flush=True)
        """,
        python=each_python.path,
    )
    run.wait_text("main ends\n")
    run.ask(request_)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("main ends\nexit function\n", 3)
    assert (run.child and start.folder / "kept.txt").read_text() == "x"


@ASKING
def test_an_exit_function_is_running(start: Any, each_python: Any, request_: Request) -> None:
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
    run.ask(request_)
    result = run.result(SOON_S)
    lines = ["the last registered", "begins", "ends", "the first registered"]
    assert result.output.splitlines() == lines
    assert (start.folder / "kept.txt").read_text() == "x"


def test_an_exit_function_that_never_ends(start: Any, each_python: Any) -> None:
    """The second request cuts it off; files are flushed."""
    for function in ("time.sleep, 600", "lambda: time.sleep(600)"):
        run = start(
            f"""
            import atexit, time
            kept = open("kept.txt", "w"); kept.write("x")
            atexit.register({function})
            atexit.register(print, "once", flush=True)
            """,
            python=each_python.path,
        )
        run.wait_text("once")
        run.ask(Request.STOP)
        run.wait(child.Handled)
        run.child.ask(Request.QUIT)
        result = run.result(SOON_S)
        assert (result.output, result.code) == ("once\n", 3)
        assert (start.folder / "kept.txt").read_text() == "x"


# -- scripts that change what they are


def test_a_script_that_executes_another_program(start: Any, tools: Any) -> None:
    """Self-restarting programs do: the agent is gone, signals are not."""
    for request_, code in ((Request.STOP, -signal.SIGINT), (Request.RELOAD, -signal.SIGTERM)):
        run = start("import os; print('x', flush=True); os.execvp('sh', ['sh', '-c', 'echo ready; exec sleep 600'])")
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
time.sleep(600)
"""
    )
    wait_ready(run, tools)
    run.ask(Request.RELOAD)
    assert run.result(SOON_S).code in (3, -signal.SIGTERM)
    assert {path.stat().st_size for path in tmp_path.glob("file*")} == {0}


def test_a_script_that_writes_into_the_channel(start: Any) -> None:
    run = start("import os; os.write(230, b'x' * 100); print('still here')")
    assert run.result().output == "still here\n"
    assert start("print('the next')").result().output == "the next\n"


# -- the tree

SLEEPER = "import time; time.sleep(600)"
TREES = {
    "grandchild": "p = subprocess.Popen(['sleep', '600']); pids(p.pid)",
    "python": f"p = subprocess.Popen([sys.executable, '-c', {SLEEPER!r}]); pids(p.pid)",
    "shell": "p = subprocess.Popen('sleep 600; true', shell=True); pids(p.pid)",
    "own_session": "p = subprocess.Popen(['sleep', '600'], start_new_session=True); pids(p.pid)",
    "own_group": "p = os.fork()\nif p == 0: os.setpgid(0, 0); time.sleep(600)\npids(p)",
    "ignores_sigterm": "p = subprocess.Popen(['sh', '-c', 'trap \"\" TERM; echo x; sleep 600 & wait'],"
                       " stdout=subprocess.PIPE); p.stdout.readline(); pids(p.pid)",
    "empty_environment": "p = subprocess.Popen(['/bin/sleep', '600'], env={}); pids(p.pid)",
    "holds_no_pipe": "p = subprocess.Popen(['sleep', '600'], stdin=-3, stdout=-3, stderr=-3); pids(p.pid)",
    "stopped": "p = subprocess.Popen(['sleep', '600']); os.kill(p.pid, signal.SIGSTOP); pids(p.pid)",
    "double_forked": """
r, w = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.write(w, b'%d ' % os.getpid()); time.sleep(600)
    os._exit(0)
os.wait(); pids(int(os.read(r, 100)))
""",
    "chain": """
r, w = os.pipe()
for n in range(12):
    if os.fork(): os.setsid() if n else 0; time.sleep(600) if n else 0; break
    os.write(w, b'%d ' % os.getpid())
else: time.sleep(600)
data = b''
while data.count(b' ') < 12: data += os.read(r, 1000)
pids(*map(int, data.split()))
""",
    "wide": "ps = [subprocess.Popen(['sleep', '600']) for _ in range(60)]; pids(*[p.pid for p in ps])",
}  # fmt: skip
TREE_PROLOGUE = """
import os, signal, subprocess, sys, time
def pids(*numbers): print("pids", *numbers, flush=True)
"""
ENDS = pytest.mark.parametrize("end", ["by_itself", "forced"])


def pids_of(run: Any) -> list[int]:
    run.wait_text("pids")
    run.wait_text("\n")
    return list(run.numbers("pids"))


@ENDS
@pytest.mark.parametrize("kind", TREES)
def test_the_whole_tree_ends(start: Any, tools: Any, kind: str, end: str) -> None:
    rest = "" if end == "by_itself" else "time.sleep(600)"
    run = start(TREE_PROLOGUE + TREES[kind] + "\n" + rest)
    pids = pids_of(run)
    if end == "by_itself":
        left = run.wait(child.Exited, SOON_S).left
        assert left >= len(pids) and all(map(tools.is_alive, pids))
        assert not run.seen(child.TreeGone)
        run.child.end_tree()
    else:
        run.child.force()
        assert run.wait(child.Exited, SOON_S).code == -signal.SIGKILL
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, pids))


def test_what_is_left_may_end_in_its_own_way(start: Any, tmp_path: Path) -> None:
    """SIGTERM comes first."""
    run = start(
        TREE_PROLOGUE + "p = subprocess.Popen(['sh', '-c', 'trap \"echo bye > bye; exit\" TERM; echo x;"
        " while :; do sleep 0.01; done'], stdout=subprocess.PIPE); p.stdout.readline(); pids(p.pid)"
    )
    run.wait(child.Exited)
    run.child.end_tree()
    run.wait(child.TreeGone, SOON_S)
    assert (tmp_path / "bye").read_text() == "bye\n"


def test_nothing_left(start: Any) -> None:
    run = start("pass")
    assert run.wait(child.Exited).left == 0
    assert not run.seen(child.TreeGone)
    run.child.end_tree()
    run.wait(child.TreeGone)
    run.child.end_tree()  # asked for again: said again
    run.child.force()
    deadline = time.monotonic() + SOON_S
    while len(run.seen(child.TreeGone)) < 3:
        assert time.monotonic() < deadline


def test_how_many_are_left(start: Any, tools: Any) -> None:
    run = start(
        TREE_PROLOGUE + "ps = [subprocess.Popen(['sleep', '600'], start_new_session=True) for _ in '123']\n"
        "pids(*[p.pid for p in ps]); z = subprocess.Popen(['true']); time.sleep(0.05)"  # a zombie
    )
    pids = pids_of(run)
    assert run.wait(child.Exited).left == 3
    for number in (2, 1, 0):
        tools.kill(pids.pop())
        run.wait(child.LeftChanged, SOON_S, left=number)
    run.child.end_tree()
    run.wait(child.TreeGone, SOON_S)


def test_the_exit_is_reported_although_the_pipe_is_held(start: Any) -> None:
    run = start(TREE_PROLOGUE + "p = subprocess.Popen(['sleep', '600']); pids(p.pid)")
    run.wait_text("pids")
    run.wait(child.Exited, 1.0)
    assert run._reader.is_alive(), "no end of file yet"


def test_a_child_that_exits_before_go_is_heard(start: Any) -> None:
    """The guardian must know of the start before it can see the end."""
    for _ in range(10):
        run = start(TREE_PROLOGUE + "subprocess.Popen(['sleep', '600'], start_new_session=True); os._exit(4)")
        exited = run.wait(child.Exited)
        assert (exited.code, exited.left) == (4, 1)
        run.child.force()
        run.wait(child.TreeGone, SOON_S)


def test_a_big_tree(start: Any, tools: Any) -> None:
    run = start(
        TREE_PROLOGUE
        + """
for n in range(14):
    if os.fork() == 0:
        for m in range(14):
            if os.fork() == 0: time.sleep(600)
        time.sleep(600)
print("ready", flush=True); time.sleep(600)
"""
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
        TREE_PROLOGUE
        + f"""
end = time.monotonic() + 3
pids(os.getpid())
for n in range(3):
    if os.fork() == 0:
        while time.monotonic() < end:
            if os.fork(): os._exit(0)
            {session}
        open("got_away", "w"); os._exit(0)
time.sleep(600)
"""
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
    run = start(PROLOGUE + "import time; ready(); time.sleep(600)")
    wait_ready(run, tools)
    os.kill(run.child.pid, signal.SIGSTOP)
    run.ask(Request.STOP)
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


@pytest.mark.parametrize("word", [Request.STOP, Request.RELOAD, Request.QUIT, Request.END])
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
    run = start(TREE_PROLOGUE + TREES["double_forked"])
    (pid,) = pids_of(run)
    assert run.wait(child.Exited).left == 1
    standby.child.force()
    standby.wait(child.TreeGone, SOON_S)
    assert tools.is_alive(pid)
    run.child.end_tree()
    run.wait(child.TreeGone, SOON_S)
    assert not tools.is_alive(pid)


def test_two_children_at_once(start: Any, tools: Any) -> None:
    one, two = (start(TREE_PROLOGUE + TREES["python"] + "\ntime.sleep(600)") for _ in "12")
    (first,), (second,) = pids_of(one), pids_of(two)
    one.child.force()
    one.wait(child.TreeGone, SOON_S)
    assert not tools.is_alive(first) and tools.is_alive(second)
    assert not two.seen(child.Exited)
    two.child.force()
    two.wait(child.TreeGone, SOON_S)
    assert not tools.is_alive(second)


# -- the death of the supervisor, and of the guardian

DRIVER = """
import os, sys, threading
from pathlib import Path
from core import child
from core.channel import Request
from core._child_posix import PosixHost

def deliver(fact):
    if isinstance(fact, child.Hello): ready.set()
    if isinstance(fact, child.Exited): print("exited", flush=True)

ready = threading.Event()
host = PosixHost(deliver)
env = tuple(os.environ.items())
words = (sys.executable, "-u", sys.argv[1])
run = host.spawn(1, child.Spawn(words, Path(sys.argv[1]).parent, env))
ready.wait()
run.ask(Request.GO)
print("guardian", host._guardian.process.pid, run.pid, flush=True)
while True:
    data = run.read_output(None)
    sys.stdout.buffer.write(data or b"")
    sys.stdout.buffer.flush()
    if data == b"": break
threading.Event().wait()
"""
DEATHS = {
    "asleep": "pids(os.getpid()); time.sleep(600)",
    "parked_like": "pids(os.getpid()); input()",
    "ignores_everything": "for s in range(1, 60):\n  try: signal.signal(s, signal.SIG_IGN)\n"
                          "  except (OSError, ValueError): pass\npids(os.getpid()); time.sleep(600)",
    "holds_the_gil": "pids(os.getpid()); 9 ** 9 ** 9",
    "regular_expression": "import re; pids(os.getpid()); re.match('(a+)+$', 'a' * 60 + 'b')",
    "double_forked": TREES["double_forked"] + "\ntime.sleep(600)",
    "has_ended": TREES["double_forked"],
    "has_ended_own_session": TREES["own_session"],
    "chain": TREES["chain"] + "\ntime.sleep(600)",
    "empty_environment": TREES["empty_environment"] + "\ntime.sleep(600)",
}  # fmt: skip


class Driver:
    """A supervisor of its own process, which can be killed."""

    def __init__(self, script: Path, env: dict[str, str], root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", DRIVER, str(script)],
            cwd=root,
            env=env,
            stdout=subprocess.PIPE,
        )
        self.words: dict[str, list[int]] = {}

    def wait_for(self, word: str) -> list[int]:
        assert self.process.stdout is not None
        while word not in self.words:
            line = self.process.stdout.readline().split()
            assert line, "the driver has ended"
            self.words[line[0].decode()] = [int(number) for number in line[1:]]
        return self.words[word]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def drive(tmp_path: Path, tools: Any) -> Iterator[Callable[..., Driver]]:
    drivers: list[Driver] = []

    def make(source: str, **env: str) -> Driver:
        script = tmp_path / "driven.py"
        script.write_text(TREE_PROLOGUE + source)
        drivers.append(Driver(script, tools.env(**env), tools.root))
        return drivers[-1]

    yield make
    for driver in drivers:
        pids = [pid for pids in driver.words.values() for pid in pids]
        driver.close()
        tools.kill(*pids)


@pytest.mark.parametrize("state", DEATHS)
def test_the_supervisor_is_killed(drive: Callable[..., Driver], tools: Any, state: str) -> None:
    driver = drive(DEATHS[state])
    guardian, script = driver.wait_for("guardian")
    pids = [guardian, *driver.wait_for("pids")]
    if "has_ended" in state:
        driver.wait_for("exited")
    driver.process.kill()
    tools.until(lambda: not any(map(tools.is_alive, [script, *pids])), state, 2)


def test_supervisor_and_guardian_are_killed_at_once(
    drive: Callable[..., Driver], tools: Any
) -> None:
    """What the script itself started cannot be reached then; the script is."""
    driver = drive(DEATHS["asleep"])
    guardian, script = driver.wait_for("guardian")
    driver.wait_for("pids")
    driver.process.kill()
    tools.kill(guardian)
    tools.until(lambda: not tools.is_alive(script), "the script", 2)


@pytest.mark.parametrize("kind", ["grandchild", "own_session", "double_forked", "holds_no_pipe"])
@ENDS
def test_the_guardian_is_killed(start: Any, tools: Any, kind: str, end: str) -> None:
    run = start(TREE_PROLOGUE + TREES[kind] + ("\ntime.sleep(600)" if end == "forced" else ""))
    pids = pids_of(run)
    if end == "by_itself":
        run.wait(child.Exited)
    tools.kill(start.guardian_pid())
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
    run = starter(TREE_PROLOGUE + TREES["ignores_sigterm"] + "\ntime.sleep(600)")
    parked = starter("print(1)", go=False)
    parked.wait(child.Hello)
    pids = [*pids_of(run), run.child.pid, parked.child.pid, starter.guardian_pid()]
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
import importlib.util
spec = importlib.util.spec_from_file_location("guardian", {path!r})
guardian = importlib.util.module_from_spec(spec)
spec.loader.exec_module(guardian)
guardian._libc = None
guardian.main()
"""


@pytest.fixture
def portable_start(make_starter: Any, tmp_path: Path, tools: Any) -> Any:
    if not os.path.exists("/bin/ps"):
        pytest.skip("there is no /bin/ps")
    program = tmp_path / "portable_guardian.py"
    program.write_text(PORTABLE.format(path=str(tools.root / "core" / "_guardian.py")))
    return make_starter(guardian_program=program)


@ENDS
@pytest.mark.parametrize("kind", ["grandchild", "ignores_sigterm", "own_session", "wide"])
def test_the_tree_ends_without_a_subreaper(
    portable_start: Any, tools: Any, kind: str, end: str
) -> None:
    rest = "time.sleep(1.5)" if end == "by_itself" else "time.sleep(600)"
    if kind != "own_session" and end == "by_itself":
        rest = ""  # the same group: known without a look
    run = portable_start(TREE_PROLOGUE + TREES[kind] + "\n" + rest)
    pids = pids_of(run)
    if end == "by_itself":
        assert run.wait(child.Exited).left >= len(pids)
        run.child.end_tree()
    else:
        run.child.force()
        run.wait(child.Exited, SOON_S)
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, pids))


def test_what_is_left_is_counted_without_a_subreaper(portable_start: Any, tools: Any) -> None:
    run = portable_start(TREE_PROLOGUE + TREES["grandchild"])
    (pid,) = pids_of(run)
    assert run.wait(child.Exited).left == 1
    tools.kill(pid)
    run.wait(child.LeftChanged, SOON_S, left=0)


# -- what the script opens for the user

OPENING = {
    "webbrowser": "webbrowser.open(URL)",
    "webbrowser_thread": "t = threading.Thread(target=webbrowser.open, args=(URL,)); t.start(); t.join()",
    "popen": "subprocess.Popen(['xdg-open', URL])",
    "popen_path": "subprocess.Popen([shutil.which('xdg-open'), URL], close_fds=False)",
    "popen_session": "subprocess.Popen(['xdg-open', URL], start_new_session=True)",
    "run_shell": "subprocess.run('xdg-open ' + URL + ' &', shell=True)",
    "shell_line": "subprocess.run('cd .; FOO=1 nohup xdg-open ' + URL + ' >/dev/null & true', shell=True)",
    "system": "os.system('xdg-open ' + URL + ' &')",
    "os_popen": "os.popen('xdg-open ' + URL + ' > /dev/null &').close()",
    "env_dict": "env = dict(os.environ, FOO='1'); subprocess.Popen(['xdg-open', URL], env=env)",
    "env_environ": "env = os.environ; subprocess.Popen(['xdg-open', URL], env=env)",
    "env_shell": "env = dict(os.environ); subprocess.Popen('xdg-open ' + URL, shell=True, env=env)",
    "spawn": "os.spawnlp(os.P_NOWAIT, 'xdg-open', 'xdg-open', URL)",
    "fork_exec": "os.fork() or os.execlp('xdg-open', 'xdg-open', URL)",
    "module": "subprocess.Popen([sys.executable, '-m', 'webbrowser', URL])",
    "asyncio": "async def f(): await asyncio.create_subprocess_exec('xdg-open', URL)\nasyncio.run(f())",
}  # fmt: skip
OPEN_PROLOGUE = """
import asyncio, os, shutil, subprocess, sys, threading, time, webbrowser
URL = "http://127.0.0.1/"
env = {}
"""
OPEN_EPILOGUE = """
print("own", subprocess.Popen(["sleep", "600"]).pid, flush=True)
print("own2", os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "600"), flush=True)
print("marks", [k for k in (*os.environ, *env) if "OPENED" in k],
      os.popen("env | grep -c OPENED").read(), flush=True)
while not os.path.exists("browser.pid"): time.sleep(0.01)
"""
BROWSER = """#!/bin/sh
# As real ones: the opener starts the browser in the background and ends.
sleep 600 &
first=$!
env -i /bin/sleep 600 &
echo $$ $! $first > browser.tmp
mv browser.tmp browser.pid
[ "${0##*/}" = xdg-open ] || exec sleep 600
wait
"""


@pytest.fixture
def desktop(tmp_path: Path) -> dict[str, str]:
    """The environment of a desktop with a stand-in browser."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("xdg-open", "firefox", "x-www-browser"):
        (programs / name).write_text(BROWSER)
        (programs / name).chmod(0o755)
    return {"PATH": f"{programs}{os.pathsep}{os.defpath}", "DISPLAY": ":99", "BROWSER": ""}


def browsers(start: Any, tools: Any) -> list[int]:
    file = start.folder / "browser.pid"
    tools.until(file.exists, "the browser")
    pids = [int(word) for word in file.read_text().split()]
    start.bystanders += pids
    return pids


@linux_only
@pytest.mark.parametrize("way", OPENING)
@ENDS
def test_an_opened_browser_is_the_users(
    start: Any, tools: Any, desktop: dict[str, str], way: str, end: str
) -> None:
    env = {**tools.env(), **desktop}
    rest = "\ntime.sleep(600)" if end == "forced" else ""
    run = start(OPEN_PROLOGUE + OPENING[way] + OPEN_EPILOGUE + rest, env=env)
    run.wait_text("marks [] 0\n")
    opened = browsers(start, tools)
    own = run.numbers("own") + run.numbers("own2")
    if end == "by_itself":
        assert run.wait(child.Exited).left == 2
        run.child.end_tree()
    else:
        run.child.force()
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, own))
    assert all(map(tools.is_alive, opened))


@linux_only
@pytest.mark.parametrize("version", ["each"])
def test_webbrowser_with_every_python(
    start: Any, tools: Any, desktop: dict[str, str], each_python: Any, version: str
) -> None:
    env = {**tools.env(), **desktop, "BROWSER": "firefox"}
    run = start(OPEN_PROLOGUE + OPENING["webbrowser"] + OPEN_EPILOGUE, env=env, python=each_python.path)
    run.wait_text("marks [] 0\n")
    opened = browsers(start, tools)
    run.wait(child.Exited)
    run.child.end_tree()
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, run.numbers("own") + run.numbers("own2")))
    assert all(map(tools.is_alive, opened))


@linux_only
def test_an_opened_browser_outlives_the_supervisor(
    drive: Callable[..., Driver], tools: Any, desktop: dict[str, str], tmp_path: Path
) -> None:
    source = OPEN_PROLOGUE + OPENING["popen"] + OPEN_EPILOGUE
    driver = drive(source + "\npids(os.getpid())\ntime.sleep(600)", **desktop)
    guardian, script = driver.wait_for("guardian")
    own = driver.wait_for("own")
    driver.words["browser"] = [int(word) for word in (tmp_path / "browser.pid").read_text().split()]
    driver.process.kill()
    tools.until(lambda: not any(map(tools.is_alive, [guardian, script, *own])), "the rest", 2)
    assert all(map(tools.is_alive, driver.words["browser"]))


@linux_only
def test_an_opened_browser_outlives_the_guardian_and_close(
    start: Any, tools: Any, desktop: dict[str, str]
) -> None:
    env = {**tools.env(), **desktop}
    run = start(OPEN_PROLOGUE + OPENING["popen"] + OPEN_EPILOGUE + "\ntime.sleep(600)", env=env)
    run.wait_text("marks [] 0\n")
    opened = browsers(start, tools)
    tools.kill(start.guardian_pid())
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, run.numbers("own")))
    start.host.close()
    assert tools.is_alive(opened[0])


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
    sentence = run.wait(child.SpawnFailed).sentence
    assert "Choose another Python" in sentence and "(" in sentence
    assert not run.seen(child.Spawned)
    run.child.force()
    run.wait(child.TreeGone)
    assert start("print('next')").result().output == "next\n"


def test_a_folder_that_is_gone(start: Any, tmp_path: Path) -> None:
    run = start("", cwd=tmp_path / "gone", go=False)
    assert "working folder" in run.wait(child.SpawnFailed).sentence
    run = start("", cwd=Path(__file__), go=False)
    assert "working folder" in run.wait(child.SpawnFailed).sentence


def test_names_with_any_bytes(start: Any, tmp_path: Path, tools: Any) -> None:
    folder = tmp_path / os.fsdecode(b"\xff \xc3\xa9\n'")
    folder.mkdir()
    (folder / "é ü.py").write_text(
        "import os, sys; print(os.fsencode(os.getcwd())[-6:], os.fsencode(sys.argv[1]),"
        " os.environb[b'ODD'], flush=True)"
    )
    odd = os.fsdecode(b"\xfe\xc3\xa9")
    run = start(folder / "é ü.py", odd, cwd=folder, env=tools.env(ODD=odd))
    assert run.result().output == f"{os.fsencode(folder)[-6:]} {os.fsencode(odd)} {os.fsencode(odd)}\n"


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
    wait_ready(run, tools)
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


def test_activity_of_a_thread_is_not_the_main_threads(start: Any, tools: Any) -> None:
    run = start(
        PROLOGUE + "import hashlib, threading\ndef work():\n  while True: hashlib.sha256(bytes(10**6))\n"
        "threading.Thread(target=work, daemon=True).start(); ready(); input()"
    )
    run.wait_text("ready")
    wait_still(run, tools)
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
    run = start("import time; print('ready', flush=True); time.sleep(600)")
    began = time.monotonic()
    for _ in range(20):
        run.child.write_input(b"x" * 100_000)
    run.child.close_input()
    assert time.monotonic() - began < 0.5
    run.wait_text("ready")
    run.ask(Request.STOP)
    run.result(SOON_S)


def test_much_input_arrives_in_order(start: Any) -> None:
    run = start(
        "import hashlib, sys; d = sys.stdin.buffer.read(); print(len(d), hashlib.md5(d).hexdigest())"
    )
    lines = [b"%d\n" % number for number in range(50_000)]
    for number in range(0, len(lines), 10):
        run.child.write_input(b"".join(lines[number : number + 10]))
    run.child.close_input()
    import hashlib

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
