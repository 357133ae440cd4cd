"""Asked to end from every state in which a script can wait, on POSIX."""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child
from reloader_core.child.wire import Request

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

PROLOGUE = "def ready(): print('ready', flush=True)\n"
SOON_S = 3.0  # far more than it takes, far less than a hang

# -- every state in which a script can wait

STATES = {
    "sleep": "import time; ready(); time.sleep(60)",
    "short_sleeps": "import time; ready()\nwhile True: time.sleep(0.01)",
    "busy": "ready()\nwhile True: pass",
    "input": "ready(); input()",
    "stdin": "import sys; ready(); sys.stdin.read()",
    "accept": "import socket; s = socket.create_server(('127.0.0.1', 0)); ready(); s.accept()",
    "lock": "import threading; l = threading.Lock(); l.acquire(); ready(); l.acquire()",
    "join": "import threading, time\nt = threading.Thread(target=time.sleep, args=(60,))\n"
            "t.daemon = True; t.start(); ready(); t.join()",
    "event": "import threading; ready(); threading.Event().wait()",
    "queue": "import queue; ready(); queue.Queue().get()",
    "asyncio": "import asyncio; ready(); asyncio.run(asyncio.sleep(60))",
    "subprocess_wait": "import subprocess; p = subprocess.Popen(['sleep', '60']); ready();"
                       "p.wait()",
    "subprocess_run": "import subprocess; ready(); subprocess.run(['sleep', '60'])",
    "subprocess_pipe": "import subprocess; ready();"
                       "subprocess.run(['sleep', '60'], capture_output=True)",
    "http_server": "import http.server as h; s = h.HTTPServer(('127.0.0.1', 0),"
                   " h.SimpleHTTPRequestHandler); ready(); s.serve_forever()",
    "pool": "import multiprocessing as m, time\nif __name__ == '__main__':\n"
            "  with m.Pool(2) as p:\n    p.map(abs, [1]); ready(); p.map(time.sleep, [60, 60])",
    "process": "import multiprocessing as m, time\nif __name__ == '__main__':\n"
               "  p = m.Process(target=time.sleep, args=(60,)); p.start(); ready(); p.join()",
    "executor": "from concurrent.futures import *\nimport threading\n"
                "e = ThreadPoolExecutor(1); e.submit(len, 'a').result(); ready();"
                "Future().result()",
    "select": "import select; ready(); select.select([], [], [])",
    "pause": "import signal; ready(); signal.pause()",
    "print": "ready()\nwhile True: print('x' * 1000)",
    "in_a_function": "import time\ndef f():\n  ready()\n  time.sleep(60)\nf()",
    "in_a_module": "import runpy; runpy.run_path('other.py', {'ready': ready}, '__main__')",
    "own_system_exit": "import time\nready()\ntry: time.sleep(60)\nexcept SystemExit: raise",
    "generator": "import time\ndef g():\n  ready(); time.sleep(60); yield\nfor _ in g(): pass",
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_asked_from_every_state(start: Any, tools: Any, tmp_path: Path, state: str) -> None:
    (tmp_path / "other.py").write_text("import time; ready(); time.sleep(60)")
    run = start(PROLOGUE + STATES[state])
    run.wait_ready()
    run.ask(Request.ASK)
    run.wait(child.Handled, SOON_S)
    code = run.wait(child.Exited, SOON_S).code
    assert code == -signal.SIGINT
    output = run.result().output
    if state != "print":
        assert [line for line in output.splitlines() if "x" * 9 not in line] == ["ready"]
    assert run.wait(child.ExitReport).error is None


def test_asked_under_every_python(start: Any, tools: Any, each_python: Any) -> None:
    states = "sleep", "busy", "input", "lock", "asyncio", "queue", "pool", "subprocess_run"
    for state in states:
        run = start(PROLOGUE + STATES[state], python=each_python.path)
        run.wait_ready()
        run.ask(Request.ASK)
        result = run.result(SOON_S)
        assert (result.output, result.code) == ("ready\n", -signal.SIGINT), state


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


@pytest.mark.parametrize("loop", LOOPS)
def test_a_main_loop_that_cannot_answer(
    start: Any, tools: Any, x_display: str, tmp_path: Path, loop: str
) -> None:
    """It sleeps in C code, so it is made to return to Python for a moment."""
    module = "PySide6" if "qt" in loop else "tkinter"
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{sys.executable} has no {module}")
    source = f"{LOOP_PROLOGUE}\ntry: {LOOPS[loop]}\nfinally: print('finally', flush=True)"
    run = start(source, env=tools.env(DISPLAY=x_display))
    run.wait_ready()
    run.ask(Request.ASK)
    result = run.result(SOON_S)
    assert result.code == -signal.SIGINT
    assert result.output == "ready\nfinally\nexit function\n"
    assert (tmp_path / "kept.txt").read_text() == "all of it"


def test_a_main_loop_that_nothing_wakes(start: Any, tools: Any, tmp_path: Path) -> None:
    """The second step ends it with its exit functions, and its files are flushed."""
    pytest.importorskip("tkinter")
    source = "import tkinter, signal; ready(); signal.sigwait([signal.SIGUSR1])"
    run = start(LOOP_PROLOGUE + source)
    run.wait_ready()
    run.ask(Request.ASK)
    run.wait_still()
    assert not run.seen(child.Handled)
    run.child.ask(Request.END)
    result = run.result(SOON_S)
    assert (result.output, result.code) == ("ready\nexit function\n", 3)
    assert (tmp_path / "kept.txt").read_text() == "all of it"


def test_a_main_loop_that_works_answers(start: Any, tools: Any, x_display: str) -> None:
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
    run.wait_ready()
    run.ask(Request.ASK)
    run.wait(child.Handled, SOON_S)
    assert run.result(SOON_S).output == "ready\nfinally\n"


def test_no_thread_of_ours_without_a_main_loop(start: Any, tools: Any) -> None:
    run = start(PROLOGUE + "import threading, asyncio; ready(); input()")
    run.wait_ready()
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
try: ready(); time.sleep(60)
finally: print("finally")
"""


def test_threads_that_never_end(start: Any, tools: Any, each_python: Any, tmp_path: Path) -> None:
    """The interpreter would wait for them for ever after the script's own end."""
    run = start(PROLOGUE + FOREVER, python=each_python.path)
    run.wait_ready()
    run.ask(Request.ASK)
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
ready(); time.sleep(60)
"""
    )
    run.wait_text("ready\n")
    run.ask(Request.ASK)
    result = run.result()
    assert ("done" in result.output, result.code) == (True, -signal.SIGINT)


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
