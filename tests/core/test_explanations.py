"""`reloader --explain`: what an error means, on stderr, after the traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from patience import patient
from tool import Tool

Start = Callable[..., Tool]
SURVIVED = """\
import asyncio, threading, tkinter
prices = {'apple': 1}
def run(work):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
def find(): print(prices['aple'])
def number(): print(int('3.5'))
async def loop():
    asyncio.get_running_loop().call_soon(number)
    await asyncio.sleep(0)
class Label:
    def __del__(self): return self.tetx
    text = 1
clicks = 0
def click(): print(cliks)
OWN
run(find), run(find)
asyncio.run(loop())
Label()
root = tkinter.Tcl()
root.after(0, click)
root.tk.dooneevent()
print('done')
"""
OWN_HOOKS = """\
import sys
threading.excepthook = sys.unraisablehook = print
tkinter.Tk.report_callback_exception = print
asyncio.BaseEventLoop.default_exception_handler = print
"""
CRASH = "prices = {'apple': 1}\nprint('ready')\nprint(prices['aple'])\n"
SAID = "reloader: 'prices' has no key 'aple'. Did you mean 'apple'?\n"
LOOP = "import time\nwhile True: time.sleep(0.05)\n"


@pytest.mark.parametrize("options", [(), ("--quiet",)])
def test_a_crash_is_explained_after_its_traceback(
    reloader: Start, folder: Path, options: tuple[str, ...]
) -> None:
    (folder / "main.py").write_text(CRASH)
    tool = reloader("--explain", "--once", *options, "main.py")
    assert tool.wait(patient(20)) == 1
    assert tool.words.endswith(SAID)
    assert tool.words.count(SAID) == 1
    assert "KeyError" in tool.words.partition(SAID)[0] + tool.text


def test_nobody_is_told_who_has_not_asked(reloader: Start, folder: Path) -> None:
    (folder / "main.py").write_text(CRASH)
    tool = reloader("--once", "main.py")
    assert tool.wait(patient(20)) == 1
    assert SAID not in tool.words


def test_a_crash_that_is_waited_on_is_explained_once(
    reloader: Start, folder: Path, wait_until: Callable[..., None]
) -> None:
    (folder / "main.py").write_text(CRASH)
    tool = reloader("--explain", "main.py")
    wait_until(lambda: SAID in tool.words and "waiting for a save" in tool.words)
    (folder / "main.py").write_text(CRASH.replace("aple", "appel"))
    wait_until(lambda: "no key 'appel'" in tool.words)
    assert tool.words.count(SAID) == 1


def test_a_save_that_does_not_parse_is_explained(
    reloader: Start, folder: Path, wait_until: Callable[..., None]
) -> None:
    (folder / "main.py").write_text("print('one')\n" + LOOP)
    tool = reloader("--explain", "main.py")
    wait_until(lambda: "one" in tool.text)
    (folder / "main.py").write_text("if True\n    print('two')\n" + LOOP)
    colon = "reloader: Line 1 begins with 'if', so it must end with a colon."
    wait_until(lambda: colon in tool.words, what=lambda: tool.words)
    assert "not restarted: SyntaxError in main.py" in tool.words.partition(colon)[0]


def test_what_was_saved_since_is_not_taken_for_what_ran(reloader: Start, folder: Path) -> None:
    """The script that has crashed is not there any more: its text cannot say why."""
    source = "open(__file__, 'a').write('# more\\n')\n" + CRASH
    (folder / "main.py").write_text(source)
    tool = reloader("--explain", "--once", "--no-reload", "main.py")
    assert tool.wait(patient(20)) == 1
    assert "has no key" not in tool.words


def test_what_ends_a_thread_or_a_callback_is_explained_once(reloader: Start, folder: Path) -> None:
    pytest.importorskip("_tkinter")
    (folder / "main.py").write_text(SURVIVED.replace("OWN\n", ""))
    tool = reloader("--explain", "--once", "main.py")
    assert tool.wait(patient(30)) == 0
    said = ("Did you mean 'apple'?", "Use float()", "Did you mean .text?", "Did you mean 'clicks'?")
    assert [tool.words.count(each) for each in said] == [1, 1, 1, 1], tool.words
    if sys.platform == "win32":  # no console: there all that the script prints is its output
        assert "KeyError" in tool.text
    else:
        assert tool.words.index("KeyError") < tool.words.index(said[0])


def test_an_error_is_the_users_hooks_where_there_are_any(reloader: Start, folder: Path) -> None:
    pytest.importorskip("_tkinter")
    (folder / "main.py").write_text(SURVIVED.replace("OWN\n", OWN_HOOKS))
    tool = reloader("--explain", "--once", "--quiet", "main.py")
    assert tool.wait(patient(30)) == 0
    assert "done" in tool.text
    assert tool.words == ""


def test_threads_that_cannot_begin_alike_are_explained_once_a_run(
    reloader: Start, folder: Path, wait_until: Callable[..., None]
) -> None:
    source = "import threading\ndef work(n): print(n)\nfor word in ('one', 'two', 'six'):\n"
    source += "    threading.Thread(target=work, args=(word)).start()\n"
    (folder / "main.py").write_text(source + "print('begun')\n" + LOOP)
    tool = reloader("--explain", "main.py")
    said = "Write there: args=(word,)"
    wait_until(lambda: said in tool.words, what=lambda: tool.words)
    (folder / "main.py").write_text(source + "print('begun anew')\n" + LOOP)
    wait_until(lambda: tool.words.count(said) > 1, what=lambda: tool.words)
    (folder / "main.py").write_text("raise SystemExit(4)\n")
    wait_until(lambda: "exit code 4" in tool.words, what=lambda: tool.words)
    assert tool.words.count(said) == 2, tool.words


def test_a_thread_that_cannot_begin_is_explained(reloader: Start, folder: Path) -> None:
    """Nothing of the script was running: Python calls its function, and cannot."""
    source = "import threading\ndef work(n): print(n)\n"
    (folder / "main.py").write_text(source + "threading.Thread(target=work, args=(5)).start()\n")
    tool = reloader("--explain", "--once", "main.py")
    assert tool.wait(patient(30)) == 0
    assert tool.words.count("Write in line 3: args=(5,)") == 1
